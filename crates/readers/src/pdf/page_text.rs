//! The words of a page, with what the layout needs to know around them.

use super::glyphs::{Area, Glyph, Hotspot, PageContent, Rule, Standing};
use super::rows;
use super::superiors::Superiors;
use super::words::{self, Word};

/// A page of words.
#[derive(Debug, Default)]
pub struct PageText {
    /// Counted from 1.
    pub number: u32,
    /// In points.
    pub height: f32,
    /// From top to bottom, from left to right, columns not yet told apart.
    pub words: Vec<Word>,
    /// Lines and bars.
    pub rules: Vec<Rule>,
    /// Pictures.
    pub images: Vec<Area>,
    /// Links.
    pub hotspots: Vec<Hotspot>,
    /// Page headers, page numbers and turned text, a string a line.
    pub furniture: Vec<String>,
    /// Text that is not painted.
    pub hidden: Option<String>,
    /// Where the text comes from.
    pub origin: Origin,
}

/// Where the text of a page comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Origin {
    /// Set as text.
    #[default]
    Typeset,
    /// Lies unseen behind a scan: a program recognised it before.
    BehindScan,
    /// There is none, only a picture.
    PictureOnly,
}

/// A picture that covers this part of the page may be a scan of it.
const SCAN_COVERS: f32 = 0.5;

impl PageText {
    /// Finds the words of a page.
    pub fn new(number: u32, mut content: PageContent, superiors: &mut Superiors) -> Self {
        superiors.mark(&mut content.glyphs);
        let visible = content
            .glyphs
            .iter()
            .filter(|glyph| glyph.standing != Standing::Hidden && is_ink(glyph))
            .count();
        let concealed = content
            .glyphs
            .iter()
            .filter(|glyph| glyph.standing == Standing::Hidden && is_ink(glyph))
            .count();
        let page = content.width * content.height;
        let is_scan = content
            .images
            .iter()
            .any(|image| image.width() * image.height() > SCAN_COVERS * page);
        let mut origin = Origin::Typeset;
        if is_scan && concealed > visible {
            origin = Origin::BehindScan;
            content
                .glyphs
                .iter_mut()
                .for_each(|glyph| glyph.standing = Standing::Content);
        } else if visible == 0 && concealed == 0 && !content.images.is_empty() {
            origin = Origin::PictureOnly;
        }
        let words = rows::rows(&content.glyphs)
            .iter()
            .flat_map(|row| words::words(row, &content.hotspots))
            .collect();
        Self {
            number,
            height: content.height,
            words,
            hidden: if origin == Origin::Typeset {
                hidden_text(&content.glyphs)
            } else {
                None
            },
            rules: content.rules,
            images: content.images,
            hotspots: content.hotspots,
            furniture: content.turned,
            origin,
        }
    }
}

fn is_ink(glyph: &Glyph) -> bool {
    !glyph.first.is_whitespace()
}

fn hidden_text(glyphs: &[Glyph]) -> Option<String> {
    let mut text = String::new();
    for glyph in glyphs
        .iter()
        .filter(|glyph| glyph.standing == Standing::Hidden)
    {
        text.push(glyph.first);
        text.push_str(glyph.rest.as_deref().unwrap_or_default());
    }
    let folded = text.split_whitespace().collect::<Vec<_>>().join(" ");
    (!folded.is_empty()).then_some(folded)
}
