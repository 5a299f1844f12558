//! What lies under the letters of a page: white letters on white ground are not seen by who reads it.

use super::super::glyphs::Area;

/// What something is painted in, as far as it decides what can be seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    /// White, or so near it that paper shows through.
    White,
    /// Anything else, and whatever cannot be told (patterns, spot colours).
    Coloured,
}

/// Each component of a colour this near to white is white for the eye.
const NEAR_WHITE: f32 = 0.02;
/// More painted areas than this are a map or a chart: what lies under its letters is not asked any more.
const MOST_AREAS: usize = 4_000;

impl Ink {
    /// Of components in the device's colours: one of gray, three of light, four of printing ink.
    pub fn of(components: &[f32]) -> Self {
        let is_white = match components {
            [gray] => *gray >= 1.0 - NEAR_WHITE,
            [_, _, _] => components.iter().all(|part| *part >= 1.0 - NEAR_WHITE),
            [_, _, _, _] => components.iter().all(|part| *part <= NEAR_WHITE),
            _ => false,
        };
        if is_white { Self::White } else { Self::Coloured }
    }
}

/// How a colour space counts the components of a colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Space {
    /// As many components as the device has: [`Ink::of`] understands them.
    Device,
    /// Tints, tables, patterns: not understood.
    Other,
}

/// What was painted so far, the last on top. Paper is white.
#[derive(Debug, Default)]
pub struct Ground {
    areas: Vec<(Area, Ink)>,
    is_full: bool,
}

impl Ground {
    /// Something covers this area.
    pub fn cover(&mut self, area: Area, ink: Ink) {
        if self.areas.len() >= MOST_AREAS {
            self.is_full = true;
        } else if ink == Ink::Coloured || !self.areas.is_empty() {
            self.areas.push((area, ink));
        }
    }

    /// What lies at a place.
    pub fn at(&self, x: f32, y: f32) -> Ink {
        if self.is_full {
            return Ink::Coloured;
        }
        let mut from_top = self.areas.iter().rev();
        from_top.find(|(area, _)| area.holds(x, y, 0.0)).map_or(Ink::White, |(_, ink)| *ink)
    }
}

#[cfg(test)]
mod tests {
    use super::{Area, Ground, Ink};

    #[test]
    fn the_last_painted_lies_on_top() {
        let area = |x0, x1| Area { x0, y0: 0.0, x1, y1: 10.0 };
        let mut ground = Ground::default();
        assert_eq!(ground.at(5.0, 5.0), Ink::White);
        ground.cover(area(0.0, 10.0), Ink::Coloured);
        ground.cover(area(4.0, 6.0), Ink::White);
        assert_eq!(ground.at(2.0, 5.0), Ink::Coloured);
        assert_eq!(ground.at(5.0, 5.0), Ink::White);
        assert_eq!(ground.at(20.0, 5.0), Ink::White);
    }

    #[test]
    fn white_in_each_way_of_counting() {
        for white in [&[1.0][..], &[1.0, 0.99, 1.0], &[0.0, 0.0, 0.01, 0.0]] {
            assert_eq!(Ink::of(white), Ink::White, "{white:?}");
        }
        for coloured in [&[0.9][..], &[1.0, 1.0, 0.8], &[0.0, 0.0, 0.0, 1.0], &[], &[1.0, 1.0]] {
            assert_eq!(Ink::of(coloured), Ink::Coloured, "{coloured:?}");
        }
    }
}
