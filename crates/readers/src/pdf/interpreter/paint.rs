//! Lines and areas.

use pdf_oxide::content::Operator;

use super::super::glyphs::Area;
use super::super::path::Paint;
use super::Interpreter;
use super::ground::Ink;

impl Interpreter<'_> {
    pub(super) fn step_path(&mut self, operator: &Operator) {
        let ctm = self.state.ctm;
        match *operator {
            Operator::MoveTo { x, y } => self.path.move_to(ctm, x, y),
            Operator::LineTo { x, y } => self.path.line_to(ctm, x, y),
            Operator::CurveTo { x3, y3, .. }
            | Operator::CurveToV { x3, y3, .. }
            | Operator::CurveToY { x3, y3, .. } => {
                self.page.curves += 1;
                self.path.curve_to(ctm, x3, y3);
            }
            Operator::ClosePath => self.path.close(),
            Operator::Rectangle { x, y, width, height } => self.path.rectangle(ctm, x, y, width, height),
            Operator::ClipNonZero | Operator::ClipEvenOdd => self.clips = true,
            Operator::PaintShading { .. } => self.shade(),
            _ => self.end_path(operator),
        }
    }

    fn end_path(&mut self, operator: &Operator) {
        match operator {
            Operator::Stroke => self.paint_path(Paint::Stroke),
            Operator::CloseAndStroke => {
                self.path.close();
                self.paint_path(Paint::Stroke);
            }
            Operator::FillStroke | Operator::FillStrokeEvenOdd => {
                self.cover();
                self.paint_path(Paint::Stroke);
            }
            Operator::CloseFillStroke | Operator::CloseFillStrokeEvenOdd => {
                self.path.close();
                self.cover();
                self.paint_path(Paint::Stroke);
            }
            Operator::Fill | Operator::FillEvenOdd => {
                self.cover();
                self.paint_path(Paint::Fill);
            }
            Operator::EndPath => {
                self.clip();
                self.path.clear();
            }
            _ => {}
        }
    }

    fn paint_path(&mut self, paint: Paint) {
        self.clip();
        self.path.paint(paint, &mut self.page.rules);
    }

    /// From here on only what lies in the path is painted.
    fn clip(&mut self) {
        if std::mem::take(&mut self.clips)
            && let Some(outline) = self.path.extent()
        {
            self.state.clip = Some(self.clipped(outline));
        }
    }

    /// Keeps what the fill of the path puts under letters that come later. White counts where it surely is: in upright
    /// rectangles. Anything else counts in its whole extent: so letters are rather taken for visible than for hidden.
    fn cover(&mut self) {
        let ink = self.state.ink;
        if ink == Ink::White && !self.state.is_opaque() {
            return;
        }
        let areas = match ink {
            Ink::White => self.path.filled_rectangles().to_vec(),
            Ink::Coloured => self.path.extent().into_iter().collect(),
        };
        for area in areas {
            let area = self.clipped(area);
            self.ground.cover(area, ink);
        }
    }

    /// A shading paints all that may be painted.
    fn shade(&mut self) {
        let page = Area { x0: 0.0, y0: 0.0, x1: self.page.width, y1: self.page.height };
        let area = self.clipped(page);
        self.ground.cover(area, Ink::Coloured);
    }

    /// What of an area is painted at all.
    pub(super) fn clipped(&self, area: Area) -> Area {
        self.state.clip.map_or(area, |clip| area.intersection(clip))
    }
}
