//! Superior figures: digits that a typeface itself draws small and raised.
//!
//! Typeset with OpenType (`sups`), a note mark stands on the baseline in full size and its code means a plain digit;
//! only its width betrays it: text figures are about as wide as an `n`, superior ones far narrower.

use std::collections::HashMap;

use super::glyphs::{Cut, Glyph};

/// Superior figures are narrower than this part of the type's letters (text figures: 0.85 to 1.05, superiors: 0.5 to 0.7).
const NARROW: f32 = 0.74;

/// What was seen of each font so far.
#[derive(Debug, Default)]
pub struct Superiors {
    fonts: HashMap<u16, Widths>,
}

/// Widths in sizes of the type.
#[derive(Debug, Default)]
struct Widths {
    /// Sum and number over letters of middling width.
    letters: (f32, u32),
    /// The widest `1`; proportional figures have a narrow one that is no superior.
    widest_one: f32,
    /// A narrow figure other than `1` was seen.
    has_narrow: bool,
}

impl Superiors {
    /// Marks the superior figures of a page.
    pub fn mark(&mut self, glyphs: &mut [Glyph]) {
        for glyph in glyphs.iter().filter(|glyph| glyph.rest.is_none()) {
            let widths = self.fonts.entry(glyph.font).or_default();
            match glyph.first {
                'n' | 'o' | 'u' | 'e' => {
                    widths.letters = (widths.letters.0 + width(glyph), widths.letters.1 + 1)
                }
                '1' => widths.widest_one = widths.widest_one.max(width(glyph)),
                _ => {}
            }
        }
        for glyph in glyphs.iter().filter(|glyph| matches!(glyph.first, '0' | '2'..='9')) {
            if let Some(widths) = self.fonts.get_mut(&glyph.font) {
                widths.has_narrow |= widths.is_narrow(glyph);
            }
        }
        for glyph in glyphs.iter_mut().filter(|glyph| glyph.first.is_ascii_digit() && glyph.rest.is_none()) {
            if self.fonts.get(&glyph.font).is_some_and(|widths| widths.is_superior(glyph)) {
                glyph.cut = Cut::Superior;
            }
        }
    }
}

impl Widths {
    fn is_narrow(&self, glyph: &Glyph) -> bool {
        self.letters.1 >= FEWEST_LETTERS && width(glyph) < NARROW * self.letters.0 / self.letters.1 as f32
    }

    fn is_superior(&self, glyph: &Glyph) -> bool {
        let is_other_one = self.has_narrow || self.widest_one > 1.25 * width(glyph);
        self.is_narrow(glyph) && (glyph.first != '1' || is_other_one)
    }
}

/// A font of which fewer letters were seen tells nothing of its widths.
const FEWEST_LETTERS: u32 = 8;

fn width(glyph: &Glyph) -> f32 {
    (glyph.x1 - glyph.x0) / glyph.size
}

#[cfg(test)]
mod tests {
    use super::*;

    fn glyph(first: char, width: f32) -> Glyph {
        Glyph { first, x1: 10.0 * width, size: 10.0, ..Glyph::default() }
    }

    fn check(figures: &[(char, f32)], superior: &[bool]) {
        let mut glyphs: Vec<Glyph> = "nouenoue".chars().map(|letter| glyph(letter, 0.5)).collect();
        glyphs.extend(figures.iter().map(|(figure, width)| glyph(*figure, *width)));
        Superiors::default().mark(&mut glyphs);
        let marked: Vec<bool> = glyphs[8..].iter().map(|glyph| glyph.cut == Cut::Superior).collect();
        assert_eq!(marked, superior, "{figures:?}");
    }

    #[test]
    fn figures() {
        check(&[('2', 0.5), ('3', 0.3)], &[false, true]);
        check(&[('1', 0.3), ('2', 0.48)], &[false, false]);
        check(&[('1', 0.3), ('1', 0.5)], &[true, false]);
        check(&[('1', 0.3), ('2', 0.3)], &[true, true]);
    }
}
