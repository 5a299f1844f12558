//! The words of a page, with what the layout needs to know around them.

use reason::document::DraftBlock;

use super::glyphs::{Area, Glyph, Hotspot, PageContent, Rule, SCAN_COVERS, Standing};
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
    /// What a program recognised in its picture.
    pub recognised: Vec<DraftBlock>,
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
    /// There is none, but so many curves that they may be the outlines of letters.
    Drawn,
}

/// This many curves and no letter: a page of text drawn as outlines (a letter has about ten) rather than an ornament.
const MANY_CURVES: usize = 1_000;

impl PageText {
    /// Finds the words of a page.
    pub fn new(number: u32, mut content: PageContent, superiors: &mut Superiors) -> Self {
        superiors.mark(&mut content.glyphs);
        let visible =
            content.glyphs.iter().filter(|glyph| glyph.standing != Standing::Hidden && is_ink(glyph)).count();
        let concealed =
            content.glyphs.iter().filter(|glyph| glyph.standing == Standing::Hidden && is_ink(glyph)).count();
        let page = content.width * content.height;
        // Some scanners cut a page into strips.
        let pictured: f32 = content.images.iter().map(|image| image.size()).sum();
        let is_scan = pictured > SCAN_COVERS * page;
        let mut origin = Origin::Typeset;
        if is_scan && concealed > visible {
            origin = Origin::BehindScan;
            content.glyphs.iter_mut().for_each(|glyph| glyph.standing = Standing::Content);
        } else if visible == 0 && concealed == 0 && !content.images.is_empty() {
            origin = Origin::PictureOnly;
        } else if visible == 0 && concealed == 0 && content.curves >= MANY_CURVES {
            origin = Origin::Drawn;
        }
        let words =
            rows::rows(&content.glyphs).iter().flat_map(|row| words::words(row, &content.hotspots)).collect();
        Self {
            number,
            height: content.height,
            words,
            hidden: if origin == Origin::Typeset { hidden_text(&content.glyphs) } else { None },
            rules: content.rules,
            images: content.images,
            hotspots: content.hotspots,
            furniture: content.turned,
            origin,
            recognised: Vec::new(),
        }
    }
}

fn is_ink(glyph: &Glyph) -> bool {
    !glyph.first.is_whitespace()
}

fn hidden_text(glyphs: &[Glyph]) -> Option<String> {
    let hidden = glyphs.iter().filter(|glyph| glyph.standing == Standing::Hidden);
    let mut text = String::new();
    let mut before: Option<&Glyph> = None;
    for glyph in hidden {
        if before.is_some_and(|before| is_apart(before, glyph)) {
            text.push(' ');
        }
        text.push(glyph.first);
        text.push_str(glyph.rest.as_deref().unwrap_or_default());
        before = Some(glyph);
    }
    let folded = text.split_whitespace().collect::<Vec<_>>().join(" ");
    (!folded.is_empty()).then_some(folded)
}

/// Part of the size of its type by which a letter may stand off the one before and still be of the same word.
const WITHIN_WORD: f32 = 0.2;

fn is_apart(before: &Glyph, glyph: &Glyph) -> bool {
    let reach = WITHIN_WORD * before.size;
    (glyph.baseline - before.baseline).abs() > reach || (glyph.x0 - before.x1).abs() > reach
}
