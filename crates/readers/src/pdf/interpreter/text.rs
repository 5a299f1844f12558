//! Text operators: each glyph gets its place on the page.

use pdf_oxide::content::{Operator, TextElement};
use pdf_oxide::object::Object;

use super::super::font::VOID;
use super::super::glyphs::{Cut, Glyph, Standing};
use super::super::matrix::Matrix;
use super::Interpreter;
use super::ground::Ink;

/// Text that rises by less than this part of its advance is upright: scans and charts slant a little.
const SLANT: f32 = 0.05;
/// In points; smaller type is a trick (hidden words, dots of a map), nothing that is read.
const SMALLEST_TYPE: f32 = 0.5;
/// How high above its baseline the middle of a letter lies, in sizes.
const MIDDLE: f32 = 0.25;

impl Interpreter<'_> {
    pub(super) fn step_text(&mut self, operator: Operator, resources: &Object) {
        match operator {
            Operator::BeginText => {
                self.text = Matrix::IDENTITY;
                self.line = Matrix::IDENTITY;
            }
            Operator::Tf { font, size } => {
                self.state.font = self.font(&font, resources);
                self.state.size = size;
            }
            Operator::Td { tx, ty } => self.next_line(tx, ty),
            Operator::TD { tx, ty } => {
                self.state.leading = -ty;
                self.next_line(tx, ty);
            }
            Operator::Tm { a, b, c, d, e, f } => {
                self.line = Matrix([a, b, c, d, e, f]);
                self.text = self.line;
            }
            Operator::TStar => self.next_line(0.0, -self.state.leading),
            Operator::Tj { text } => self.show(&text),
            Operator::TJ { array } => self.show_spaced(&array),
            Operator::Quote { text } => {
                self.next_line(0.0, -self.state.leading);
                self.show(&text);
            }
            Operator::DoubleQuote { word_space, char_space, text } => {
                self.state.word_spacing = word_space;
                self.state.character_spacing = char_space;
                self.next_line(0.0, -self.state.leading);
                self.show(&text);
            }
            other => self.set_text_state(&other, resources),
        }
    }

    fn set_text_state(&mut self, operator: &Operator, resources: &Object) {
        match operator {
            Operator::Tc { char_space } => self.state.character_spacing = *char_space,
            Operator::Tw { word_space } => self.state.word_spacing = *word_space,
            Operator::Tz { scale } => self.state.stretch = scale / 100.0,
            Operator::TL { leading } => self.state.leading = *leading,
            Operator::Tr { render } => self.state.rendering = *render,
            Operator::Ts { rise } => self.state.rise = *rise,
            other => self.step_colour(other, resources),
        }
    }

    fn next_line(&mut self, x: f32, y: f32) {
        self.line = Matrix::shift(x, y).then(self.line);
        self.text = self.line;
    }

    fn show_spaced(&mut self, elements: &[TextElement]) {
        for element in elements {
            match element {
                TextElement::String(text) => self.show(text),
                TextElement::Offset(thousandths) => {
                    let advance = -thousandths / 1000.0 * self.state.size * self.state.stretch;
                    self.text = Matrix::shift(advance, 0.0).then(self.text);
                }
            }
        }
    }

    fn show(&mut self, bytes: &[u8]) {
        let Some(handle) = self.state.font.clone() else {
            return;
        };
        let mut font = handle.borrow_mut();
        let standing = self.standing();
        // Glyphs of Type 3 fonts bring their own colours.
        let takes_ink = matches!(self.state.rendering, 0 | 4) && !font.paints_itself();
        let is_white = takes_ink && self.state.ink == Ink::White;
        for (code, spaced) in font.codes(bytes) {
            let shape = font.shape(code);
            let width = shape.advance * self.state.size * self.state.stretch;
            let spacing = self.state.character_spacing + if spaced { self.state.word_spacing } else { 0.0 };
            let glyph = Glyph {
                first: shape.first,
                rest: shape.rest,
                x0: 0.0,
                x1: width,
                baseline: 0.0,
                size: self.state.size,
                face: font.face(),
                font: font.number(),
                cut: Cut::Text,
                standing,
            };
            if let Some(placed) = self.placed(glyph) {
                let is_lost = is_white && self.lies_on_white(&placed);
                let standing = if is_lost { Standing::Hidden } else { standing };
                self.page.glyphs.push(Glyph { standing, ..placed });
            }
            self.text = Matrix::shift(width + spacing * self.state.stretch, 0.0).then(self.text);
        }
    }

    fn standing(&self) -> Standing {
        match self.state.rendering {
            3 | 7 => Standing::Hidden,
            _ if self.is_unseen() => Standing::Hidden,
            _ if self.marked.is_artifact() => Standing::Artifact,
            _ => Standing::Content,
        }
    }

    fn lies_on_white(&self, glyph: &Glyph) -> bool {
        let x = (glyph.x0 + glyph.x1) / 2.0;
        let y = glyph.baseline - MIDDLE * glyph.size;
        self.ground.at(x, y) == Ink::White
    }

    /// Puts a glyph, so far in text space, where it stands on the page.
    fn placed(&mut self, mut glyph: Glyph) -> Option<Glyph> {
        let map = self.text.then(self.state.ctm);
        let [a, b, c, d, ..] = map.0;
        let from = map.apply(0.0, self.state.rise);
        let to = map.apply(glyph.x1, self.state.rise);
        let upright = b.abs() <= a.abs() * SLANT && a > 0.0 && d <= 0.0;
        if !upright {
            self.turned.push(glyph.first);
            self.turned.push_str(glyph.rest.as_deref().unwrap_or_default());
            return None;
        }
        self.end_turned_run();
        glyph.x0 = from.0.min(to.0);
        glyph.x1 = from.0.max(to.0);
        glyph.baseline = from.1;
        glyph.size = (glyph.size * c.hypot(d)).abs();
        let is_sane = glyph.x0.is_finite() && glyph.x1.is_finite() && glyph.baseline.is_finite();
        let is_type = glyph.size.is_finite() && glyph.size > SMALLEST_TYPE && glyph.first != VOID;
        (is_sane && is_type).then_some(glyph)
    }

    pub(super) fn end_turned_run(&mut self) {
        let run = std::mem::take(&mut self.turned);
        if !run.trim().is_empty() {
            self.page.turned.push(run.trim().to_owned());
        }
    }
}
