//! What a page shows, in our own terms: the only thing that the layout code knows of a PDF.

/// A rectangle in points; the origin is the top left corner of the page as displayed, `y` grows downwards.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Area {
    /// Left edge.
    pub x0: f32,
    /// Upper edge.
    pub y0: f32,
    /// Right edge.
    pub x1: f32,
    /// Lower edge.
    pub y1: f32,
}

impl Area {
    /// From any two opposite corners.
    pub fn between(a: (f32, f32), b: (f32, f32)) -> Self {
        Self { x0: a.0.min(b.0), y0: a.1.min(b.1), x1: a.0.max(b.0), y1: a.1.max(b.1) }
    }

    /// The smallest area that holds both.
    pub fn union(self, other: Self) -> Self {
        Self {
            x0: self.x0.min(other.x0),
            y0: self.y0.min(other.y0),
            x1: self.x1.max(other.x1),
            y1: self.y1.max(other.y1),
        }
    }

    /// From left to right.
    pub fn width(self) -> f32 {
        self.x1 - self.x0
    }

    /// From top to bottom.
    pub fn height(self) -> f32 {
        self.y1 - self.y0
    }

    /// Whether a point lies in it, with a margin around.
    pub fn holds(self, x: f32, y: f32, margin: f32) -> bool {
        x >= self.x0 - margin && x <= self.x1 + margin && y >= self.y0 - margin && y <= self.y1 + margin
    }

    /// The part that both share; empty where they share none.
    pub fn intersection(self, other: Self) -> Self {
        let (x0, y0) = (self.x0.max(other.x0), self.y0.max(other.y0));
        Self { x0, y0, x1: self.x1.min(other.x1).max(x0), y1: self.y1.min(other.y1).max(y0) }
    }

    /// In square points.
    pub fn size(self) -> f32 {
        self.width() * self.height()
    }

    /// How much of the shorter one's width both share, 0 to 1.
    pub fn shared_width(self, other: Self) -> f32 {
        let shared = self.x1.min(other.x1) - self.x0.max(other.x0);
        let shorter = self.width().min(other.width());
        if shorter <= 0.0 { 0.0 } else { (shared / shorter).clamp(0.0, 1.0) }
    }
}

/// Why a glyph is or is not part of what the author wrote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Standing {
    /// Shown, and content as far as the file tells.
    #[default]
    Content,
    /// Shown, and marked by the file as a page header, a footer or decoration.
    Artifact,
    /// Not to be seen: not painted (text rendering mode 3 or 7, as behind scans), white on white, or under a picture.
    Hidden,
}

/// The type in which a glyph is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Face {
    /// Heavy strokes.
    pub bold: bool,
    /// Slanted.
    pub italic: bool,
    /// The font shows word spaces as glyphs, so that a small gap alone parts no words.
    pub has_space: bool,
}

/// How a figure is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Cut {
    /// For running text.
    #[default]
    Text,
    /// Small and raised by the typeface itself.
    Superior,
}

/// One glyph: mostly one character, several for a ligature.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Glyph {
    /// Its first character.
    pub first: char,
    /// What follows it in a ligature (`ffi`) or a base with its mark; mostly empty.
    pub rest: Option<Box<str>>,
    /// Left edge, in points.
    pub x0: f32,
    /// Right edge.
    pub x1: f32,
    /// The line on which the letters stand.
    pub baseline: f32,
    /// Height of the type, in points.
    pub size: f32,
    /// Its type.
    pub face: Face,
    /// Which font of the document, as numbered in the order of their first use.
    pub font: u16,
    /// How it is drawn.
    pub cut: Cut,
    /// Whether it counts as content.
    pub standing: Standing,
}

/// A straight line or a bar thinner than text, as drawn under headings, over footnotes and around cells.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rule {
    /// Where it lies; its height or width is near 0.
    pub area: Area,
}

/// Pictures that together cover this part of a page may be a scan of it.
pub const SCAN_COVERS: f32 = 0.5;

/// Lines thicker than this are bars that carry text or decoration.
pub const RULE_THICKNESS: f32 = 2.5;

impl Rule {
    /// Runs from left to right.
    pub fn is_horizontal(self) -> bool {
        self.area.height() <= RULE_THICKNESS && self.area.width() > self.area.height()
    }
}

/// A place on the page that leads to an address.
#[derive(Debug, Clone, PartialEq)]
pub struct Hotspot {
    /// Where it may be clicked: one line of it.
    pub area: Area,
    /// Where it leads.
    pub uri: String,
}

/// All that a page shows.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PageContent {
    /// In points, as displayed.
    pub width: f32,
    /// In points, as displayed.
    pub height: f32,
    /// Upright text, in the order in which the file paints it.
    pub glyphs: Vec<Glyph>,
    /// Text that runs up or down the page or slants over it: one string a run.
    pub turned: Vec<String>,
    /// Lines and bars.
    pub rules: Vec<Rule>,
    /// Pictures.
    pub images: Vec<Area>,
    /// How many curves are drawn: letters may be drawn as outlines.
    pub curves: usize,
    /// Links.
    pub hotspots: Vec<Hotspot>,
    /// What is missing or damaged: one clause each.
    pub faults: Vec<String>,
    /// Which limit was reached, if one was; what came after it is missing.
    pub limit: Option<String>,
}
