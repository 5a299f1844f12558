//! Lines and bars among what a page paints.

use super::glyphs::{Area, RULE_THICKNESS, Rule};
use super::matrix::Matrix;

/// More lines than this are a drawing (a map), not the furniture of a text.
const MOST_RULES: usize = 20_000;

/// The path under construction, in page coordinates.
#[derive(Debug, Default)]
pub struct Path {
    start: (f32, f32),
    at: (f32, f32),
    segments: Vec<((f32, f32), (f32, f32))>,
    rectangles: Vec<Area>,
    /// Around the ends of its curves.
    curved: Option<Area>,
}

/// How a path is painted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paint {
    /// Its outline.
    Stroke,
    /// What it encloses.
    Fill,
}

impl Path {
    /// Starts a new subpath.
    pub fn move_to(&mut self, ctm: Matrix, x: f32, y: f32) {
        self.at = ctm.apply(x, y);
        self.start = self.at;
    }

    /// Draws a straight line.
    pub fn line_to(&mut self, ctm: Matrix, x: f32, y: f32) {
        let to = ctm.apply(x, y);
        self.segments.push((self.at, to));
        self.at = to;
    }

    /// Ends somewhere else without a straight line.
    pub fn curve_to(&mut self, ctm: Matrix, x: f32, y: f32) {
        let from = self.at;
        self.at = ctm.apply(x, y);
        let bend = Area::between(from, self.at);
        self.curved = Some(self.curved.map_or(bend, |area| area.union(bend)));
    }

    /// Back to the start of the subpath.
    pub fn close(&mut self) {
        self.segments.push((self.at, self.start));
        self.at = self.start;
    }

    /// A rectangle of its own.
    pub fn rectangle(&mut self, ctm: Matrix, x: f32, y: f32, width: f32, height: f32) {
        self.rectangles.push(ctm.apply_area(Area { x0: x, y0: y, x1: x + width, y1: y + height }));
    }

    /// Paints it: what of it is a line or a thin bar becomes a rule. The path is empty afterwards.
    pub fn paint(&mut self, paint: Paint, rules: &mut Vec<Rule>) {
        match paint {
            Paint::Stroke => self.stroke(rules),
            Paint::Fill => self.fill(rules),
        }
        rules.truncate(MOST_RULES);
        self.clear();
    }

    /// The rectangles in it.
    pub fn filled_rectangles(&self) -> &[Area] {
        &self.rectangles
    }

    /// The area around all of it; the bellies of curves may stand out.
    pub fn extent(&self) -> Option<Area> {
        let lines = self.segments.iter().map(|(from, to)| Area::between(*from, *to));
        let all = lines.chain(self.rectangles.iter().copied()).chain(self.curved);
        all.reduce(Area::union)
    }

    /// Forgets it.
    pub fn clear(&mut self) {
        self.curved = None;
        self.segments.clear();
        self.rectangles.clear();
    }

    fn stroke(&self, rules: &mut Vec<Rule>) {
        let drawn = self.segments.iter().map(|(from, to)| Area::between(*from, *to));
        rules.extend(drawn.filter(|area| is_thin(*area)).map(|area| Rule { area }));
        for area in &self.rectangles {
            if is_thin(*area) {
                rules.push(Rule { area: *area });
            } else {
                rules.extend(edges(*area));
            }
        }
    }

    fn fill(&self, rules: &mut Vec<Rule>) {
        let outline = self.segments.iter().map(|(from, to)| Area::between(*from, *to)).reduce(Area::union);
        let filled = self.rectangles.iter().copied().chain(outline);
        rules.extend(filled.filter(|area| is_thin(*area)).map(|area| Rule { area }));
    }
}

fn is_thin(area: Area) -> bool {
    let (short, long) = (area.width().min(area.height()), area.width().max(area.height()));
    short <= RULE_THICKNESS && long > 2.0 * short && long > RULE_THICKNESS
}

fn edges(area: Area) -> [Rule; 4] {
    let Area { x0, y0, x1, y1 } = area;
    [
        Rule { area: Area { y1: y0, ..area } },
        Rule { area: Area { y0: y1, ..area } },
        Rule { area: Area { x1: x0, ..area } },
        Rule { area: Area { x0: x1, ..area } },
    ]
}
