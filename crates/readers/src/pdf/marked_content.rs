//! Marked content (ISO 32000-1, 14.6): what the file says is decoration, and what its glyphs really spell.

use pdf_oxide::object::Object;

use super::font::is_void;
use super::glyphs::Glyph;
use super::text_string::decode;

/// `/ActualText` over more glyphs than this replaces whole lines; their places would be lost, so the glyphs stay.
const MOST_REPLACED: usize = 8;

/// The open marked-content sequences.
#[derive(Debug, Default)]
pub struct MarkedContent {
    open: Vec<Sequence>,
}

#[derive(Debug)]
struct Sequence {
    is_artifact: bool,
    actual: Option<String>,
    first_glyph: usize,
}

impl MarkedContent {
    /// Opens a sequence; `first_glyph` is the number of glyphs painted so far.
    pub fn begin(&mut self, tag: &str, properties: Option<&Object>, first_glyph: usize) {
        let actual = properties
            .and_then(Object::as_dict)
            .and_then(|dict| dict.get("ActualText"))
            .and_then(Object::as_string)
            .map(decode)
            .map(|text| text.replace(is_void, ""));
        self.open.push(Sequence { is_artifact: tag == "Artifact", actual, first_glyph });
    }

    /// Closes the innermost sequence and lets its glyphs spell what the file says they do.
    pub fn end(&mut self, glyphs: &mut Vec<Glyph>) {
        let Some(sequence) = self.open.pop() else {
            return;
        };
        let Some(actual) = sequence.actual else {
            return;
        };
        let painted = glyphs.len().saturating_sub(sequence.first_glyph);
        if painted == 0 || painted > MOST_REPLACED || actual.chars().count() > 2 * MOST_REPLACED {
            return;
        }
        let Some(first) = actual.chars().next() else {
            return;
        };
        let replaced: Vec<Glyph> = glyphs.drain(sequence.first_glyph..).collect();
        let mut whole = replaced[0].clone();
        whole.x0 = replaced.iter().map(|glyph| glyph.x0).fold(f32::INFINITY, f32::min);
        whole.x1 = replaced.iter().map(|glyph| glyph.x1).fold(f32::NEG_INFINITY, f32::max);
        whole.first = first;
        let rest = &actual[first.len_utf8()..];
        whole.rest = (!rest.is_empty()).then(|| rest.into());
        glyphs.push(whole);
    }

    /// Whether what is painted now is decoration.
    pub fn is_artifact(&self) -> bool {
        self.open.iter().any(|sequence| sequence.is_artifact)
    }
}
