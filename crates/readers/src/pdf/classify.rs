//! What a paragraph is to its reader: heading, caption, list item, quotation or running text.

use reason::document::BlockKind;

use super::glyphs::Area;
use super::labels::has_bullet;
use super::lines::Line;

/// What is usual in a document.
#[derive(Debug, Clone, Copy)]
pub struct Usual {
    /// The size of most of its text, in points.
    pub body: f32,
    /// Most of its text is heavy, so that weight marks no heading.
    pub is_bold: bool,
}

/// Headings are set this much larger, or bold.
const LARGER: f32 = 1.07;
/// Longer text in large type is a pull quote or an introduction.
const LONGEST_HEADING: usize = 220;
/// Text this much larger than the body on the first pages is the title.
const TITLE: f32 = 1.35;
/// A caption stands within this many points of its picture.
const BESIDE_PICTURE: f32 = 30.0;

/// What a paragraph is.
pub fn classify(lines: &[Line], text: &str, usual: Usual, images: &[Area]) -> BlockKind {
    let Some(first) = lines.first() else {
        return BlockKind::Paragraph;
    };
    let size = lines.iter().map(|line| line.size).fold(0.0, f32::max);
    if is_caption(text, lines, usual, images) {
        return BlockKind::Caption;
    }
    if has_bullet(first) {
        return BlockKind::ListItem;
    }
    if is_heading(lines, text, size, usual) {
        return BlockKind::Heading;
    }
    if size > usual.body * LARGER * 1.1 && (text.starts_with(['“', '"', '«', '‘']) || lines.len() > 2) {
        return BlockKind::Quote;
    }
    BlockKind::Paragraph
}

fn is_heading(lines: &[Line], text: &str, size: f32, usual: Usual) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let is_short = text.chars().count() <= LONGEST_HEADING && lines.len() <= 5 && letters >= 2;
    let ends_open = !text.ends_with(['.', ',', ';']) || text.chars().count() < 40;
    let is_large = size > usual.body * LARGER;
    let is_bold = !usual.is_bold && lines.iter().all(|line| line.bold) && size > usual.body * 0.9;
    let is_capitals = letters >= 4
        && lines.len() <= 2
        && size > usual.body * 0.97
        && text.chars().all(|c| !c.is_lowercase())
        && letters * 2 > text.len();
    let quoted = text.starts_with(['“', '"', '«']) && text.chars().count() > 60;
    is_short
        && !quoted
        && ((is_large && (ends_open || size > usual.body * 1.3))
            || (is_bold && ends_open)
            || (is_capitals && ends_open))
}

fn is_caption(text: &str, lines: &[Line], usual: Usual, images: &[Area]) -> bool {
    if text.chars().count() > 700 {
        return false;
    }
    let size = lines.iter().map(|line| line.size).fold(0.0, f32::max);
    let is_quiet = size < usual.body * 0.97 || lines.iter().all(|line| line.italic);
    let area = lines.iter().map(|line| line.area).reduce(Area::union).unwrap_or_default();
    let is_beside = |image: &Area| {
        let gap = (area.y0 - image.y1).max(image.y0 - area.y1);
        gap < BESIDE_PICTURE && gap > -area.height() && area.shared_width(*image) > 0.5
    };
    names_a_figure(text) || (is_quiet && (names_a_source(text) || images.iter().any(is_beside)))
}

/// `Figure 3`, `Table 1:`, `Map 2.`, `Photo 4 –`, `Carte no 1`.
pub fn names_a_figure(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let first = words.next().unwrap_or_default().trim_end_matches('.').to_lowercase();
    let is_name = matches!(
        first.as_str(),
        "figure"
            | "fig"
            | "table"
            | "map"
            | "photo"
            | "image"
            | "chart"
            | "graph"
            | "box"
            | "plate"
            | "photograph"
            | "tableau"
            | "carte"
            | "graphique"
            | "encadré"
            | "illustration"
            | "cuadro"
            | "mapa"
            | "tabla"
            | "gráfico"
    );
    let number = words.next().unwrap_or_default();
    let bare = number.trim_end_matches([':', '.', '–', '-', '|', ')', '—']);
    let ends = bare.len() < number.len() || matches!(words.next(), Some(":" | "–" | "-" | "|" | "." | "—"));
    let is_number = !bare.is_empty()
        && bare.len() <= 5
        && bare.starts_with(|c: char| c.is_ascii_digit() || "IVX".contains(c));
    is_name && is_number && (ends || text.chars().count() < 160)
}

fn names_a_source(text: &str) -> bool {
    let lower = text.to_lowercase();
    [
        "source:",
        "sources:",
        "source :",
        "sources :",
        "photo:",
        "photo :",
        "credit:",
        "crédit",
        "©",
        "image:",
        "photo by",
        "photo credit",
        "map:",
    ]
    .iter()
    .any(|cue| lower.starts_with(cue))
}

/// Whether a heading is large enough to be the document's title.
pub fn is_title_size(size: f32, usual: Usual) -> bool {
    size > usual.body * TITLE
}
