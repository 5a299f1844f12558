//! Words: glyphs without a gap, with note marks written as superscripts.

use super::bidi;
use super::glyphs::{Area, Hotspot, Standing};
use super::rows::{Placed, Rise, Row};

/// A word where it stands.
#[derive(Debug, Clone)]
pub struct Word {
    /// Its characters in reading order.
    pub text: String,
    /// Around its letters, roughly.
    pub area: Area,
    /// Where its letters stand.
    pub baseline: f32,
    /// Of its type, in points.
    pub size: f32,
    /// Heavy.
    pub bold: bool,
    /// Slanted.
    pub italic: bool,
    /// Only raised glyphs: the label of a note, or a mark that stands apart.
    pub is_raised: bool,
    /// Marked by the file as decoration.
    pub is_artifact: bool,
    /// The hotspot under it, as an index of the page's.
    pub hotspot: Option<usize>,
    /// Stands for a whole table, as an index of the page's: it is ordered and parts columns like a word.
    pub table: Option<usize>,
}

/// A gap of this part of the size parts words where the font has no space glyph (LaTeX sets 0.2 to 0.5, kerning 0.1).
const GAP_WITHOUT_SPACES: f32 = 0.16;
/// Where words are parted by space glyphs, only a larger gap parts others: headlines are set with wide tracking.
const GAP_WITH_SPACES: f32 = 0.3;

/// The words of a row, from left to right.
pub fn words(row: &Row, hotspots: &[Hotspot]) -> Vec<Word> {
    let mut words = Vec::new();
    let mut pending: Vec<&Placed> = Vec::new();
    for placed in &row.glyphs {
        let is_space = placed.glyph.first.is_whitespace() && placed.glyph.rest.is_none();
        let ends = pending.last().is_some_and(|last| is_space || is_parted(last, placed));
        if ends {
            words.extend(word(&pending, row.baseline, hotspots));
            pending.clear();
        }
        if !is_space {
            pending.push(placed);
        }
    }
    words.extend(word(&pending, row.baseline, hotspots));
    words
}

fn is_parted(left: &Placed, right: &Placed) -> bool {
    let size = left.glyph.size.max(right.glyph.size);
    let least = if left.glyph.face.has_space { GAP_WITH_SPACES } else { GAP_WITHOUT_SPACES };
    right.glyph.x0 - left.glyph.x1 > least * size || right.glyph.x0 < left.glyph.x0 - size
}

fn word(glyphs: &[&Placed], baseline: f32, hotspots: &[Hotspot]) -> Option<Word> {
    let first = glyphs.first()?;
    let main = glyphs.iter().find(|placed| placed.rise == Rise::Level).unwrap_or(first);
    let size = main.glyph.size;
    let most =
        |flag: fn(&Placed) -> bool| 2 * glyphs.iter().filter(|placed| flag(placed)).count() > glyphs.len();
    let area = Area {
        x0: glyphs.iter().map(|placed| placed.glyph.x0).fold(f32::INFINITY, f32::min),
        x1: glyphs.iter().map(|placed| placed.glyph.x1).fold(f32::NEG_INFINITY, f32::max),
        y0: baseline - ASCENT * size,
        y1: baseline + DESCENT * size,
    };
    let text = spelled(glyphs);
    let middle = (area.x0.midpoint(area.x1), baseline - 0.3 * size);
    (!text.is_empty()).then(|| Word {
        text,
        area,
        baseline,
        size,
        bold: most(|placed| placed.glyph.face.bold),
        italic: most(|placed| placed.glyph.face.italic),
        is_raised: glyphs.iter().all(|placed| placed.rise == Rise::Raised),
        is_artifact: glyphs.iter().all(|placed| placed.glyph.standing == Standing::Artifact),
        hotspot: hotspots.iter().position(|hotspot| hotspot.area.holds(middle.0, middle.1, 0.5)),
        table: None,
    })
}

/// Above the baseline, as part of the size: capitals of common text faces.
const ASCENT: f32 = 0.75;
/// Below it.
const DESCENT: f32 = 0.22;

fn spelled(glyphs: &[&Placed]) -> String {
    let letters = raised_letters(glyphs);
    let form = |at: usize, character: char| match (glyphs[at].rise, letters) {
        (Rise::Raised, RaisedLetters::RomanNumeral) => superscript(roman_superscript(character)),
        (Rise::Raised, RaisedLetters::Other) => superscript(character),
        _ => character,
    };
    bidi::logical(glyphs.iter().enumerate().map(|(at, placed)| {
        let rest = placed.glyph.rest.as_deref().unwrap_or_default();
        (form(at, placed.glyph.first), rest.chars().map(|character| form(at, character)).collect())
    }))
}

/// What raised letters are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum RaisedLetters {
    /// A note mark: `iv`.
    RomanNumeral,
    /// The `th` of an ordinal, the `me` of `Mme`, or none.
    Other,
}

fn raised_letters(glyphs: &[&Placed]) -> RaisedLetters {
    let Some(first) = glyphs.iter().position(|placed| placed.rise == Rise::Raised) else {
        return RaisedLetters::Other;
    };
    let raised = || {
        glyphs[first..].iter().filter(|placed| placed.rise == Rise::Raised).map(|placed| placed.glyph.first)
    };
    let follows_digit = first > 0 && glyphs[first - 1].glyph.first.is_numeric();
    let is_roman = raised().all(|c| "ivxlc,;".contains(c)) && raised().any(char::is_alphabetic);
    if is_roman && first > 0 && !follows_digit { RaisedLetters::RomanNumeral } else { RaisedLetters::Other }
}

/// The modifier letter of a Roman digit; everything else stays.
fn roman_superscript(character: char) -> char {
    match character {
        'i' => 'ⁱ',
        'v' => 'ᵛ',
        'x' => 'ˣ',
        'l' => 'ˡ',
        'c' => 'ᶜ',
        other => other,
    }
}

/// The superscript form of a digit; everything else stays.
pub fn superscript(character: char) -> char {
    match character {
        '0' => '⁰',
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        '4'..='9' => char::from_u32('⁴' as u32 + (character as u32 - '4' as u32)).unwrap_or(character),
        other => other,
    }
}

/// The plain digit of a superscript; `None` for everything else.
pub fn plain_digit(character: char) -> Option<char> {
    match character {
        '⁰' => Some('0'),
        '¹' => Some('1'),
        '²' => Some('2'),
        '³' => Some('3'),
        '⁴'..='⁹' => char::from_u32('4' as u32 + (character as u32 - '⁴' as u32)),
        _ => None,
    }
}
