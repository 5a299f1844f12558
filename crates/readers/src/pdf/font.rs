//! A font as the text needs it: which characters a code stands for and how wide it is.

use std::collections::HashMap;

use pdf_oxide::PdfDocument;
use pdf_oxide::fonts::{Encoding, FontInfo};
use pdf_oxide::object::Object;

use super::glyphs::Face;

/// What a code shows.
#[derive(Debug, Clone, PartialEq)]
pub struct Shape {
    /// Its first character.
    pub first: char,
    /// The others, of a ligature.
    pub rest: Option<Box<str>>,
    /// Advance in text space for a type of size 1.
    pub advance: f32,
}

/// How many bytes a code has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum CodeLength {
    One,
    Two,
    ShiftJis,
}

/// A font, with what was looked up in it.
pub struct Font {
    info: FontInfo,
    length: CodeLength,
    shapes: HashMap<u16, Shape>,
    face: Face,
    number: u16,
}

impl Font {
    /// Reads a font dictionary; `None` when it is none.
    pub fn load(dict: &Object, document: &PdfDocument, number: u16) -> Option<Self> {
        let info = FontInfo::from_dict(dict, document).ok()?;
        let face = Face { bold: info.is_bold(), italic: info.is_italic(), has_space: false };
        Some(Self { length: code_length(&info), info, shapes: HashMap::new(), face, number })
    }

    /// Its style, and whether it has shown a word space so far.
    pub fn face(&self) -> Face {
        self.face
    }

    /// Whether its glyphs are drawings with colours of their own (Type 3).
    pub fn paints_itself(&self) -> bool {
        self.info.subtype == "Type3"
    }

    /// Its number in the document.
    pub fn number(&self) -> u16 {
        self.number
    }

    /// Splits a string of the content stream into codes; the flag tells whether word spacing applies (ISO 32000-1 9.3.3).
    pub fn codes(&self, bytes: &[u8]) -> Vec<(u16, bool)> {
        let mut codes = Vec::with_capacity(bytes.len());
        let mut rest = bytes;
        while let Some(&first) = rest.first() {
            let long = rest.len() > 1
                && match self.length {
                    CodeLength::One => false,
                    CodeLength::Two => true,
                    CodeLength::ShiftJis => matches!(first, 0x81..=0x9F | 0xE0..=0xFC),
                };
            if long {
                codes.push((u16::from_be_bytes([first, rest[1]]), false));
                rest = &rest[2..];
            } else {
                codes.push((u16::from(first), first == b' '));
                rest = &rest[1..];
            }
        }
        codes
    }

    /// What a code shows.
    pub fn shape(&mut self, code: u16) -> Shape {
        if let Some(shape) = self.shapes.get(&code) {
            return shape.clone();
        }
        let shape = self.look_up(code);
        if shape.first == ' ' || shape.first == '\u{a0}' {
            self.face.has_space = true;
        }
        self.shapes.insert(code, shape.clone());
        shape
    }

    fn look_up(&self, code: u16) -> Shape {
        let text = self.info.char_to_unicode(u32::from(code)).unwrap_or_default();
        let mut characters = text.chars().take(LONGEST_LIGATURE).flat_map(expanded).filter(|c| !is_void(*c));
        let first =
            characters.next().unwrap_or(if text.is_empty() { char::REPLACEMENT_CHARACTER } else { VOID });
        let rest: String = characters.collect();
        Shape {
            first: if first.is_control() && first != VOID { ' ' } else { first },
            rest: (!rest.is_empty()).then(|| rest.into_boxed_str()),
            advance: self.info.get_glyph_width(code) * self.info.font_matrix_a,
        }
    }
}

/// What shows nothing and stands for nothing.
pub const VOID: char = '\0';

/// Characters of no width that only tell where a line may break.
pub fn is_void(character: char) -> bool {
    matches!(character, VOID | '\u{200b}' | '\u{2060}' | '\u{feff}')
}

/// A broken ToUnicode map may give pages of text for one code; no real ligature is longer (`ﷺ` spelled out has 18).
const LONGEST_LIGATURE: usize = 18;

fn code_length(info: &FontInfo) -> CodeLength {
    if info.subtype != "Type0" {
        return CodeLength::One;
    }
    match &info.encoding {
        Encoding::Standard(name) if name.contains("RKSJ") => CodeLength::ShiftJis,
        _ => CodeLength::Two,
    }
}

/// Latin ligatures are a matter of type, not of spelling.
fn expanded(character: char) -> impl Iterator<Item = char> {
    let spelled = match character {
        '\u{fb00}' => "ff",
        '\u{fb01}' => "fi",
        '\u{fb02}' => "fl",
        '\u{fb03}' => "ffi",
        '\u{fb04}' => "ffl",
        '\u{fb05}' | '\u{fb06}' => "st",
        _ => "",
    };
    let alone = spelled.is_empty().then_some(character);
    spelled.chars().chain(alone)
}
