//! The colour in which letters and areas are filled.

use pdf_oxide::content::Operator;
use pdf_oxide::object::Object;

use super::ground::{Ink, Space};
use super::{Interpreter, number};

/// Below this share of opacity nothing is seen.
const UNSEEN: f32 = 0.02;

impl Interpreter<'_> {
    pub(super) fn step_colour(&mut self, operator: &Operator, resources: &Object) {
        match operator {
            Operator::SetFillGray { gray } => self.fill_with(&[*gray]),
            Operator::SetFillRgb { r, g, b } => self.fill_with(&[*r, *g, *b]),
            Operator::SetFillCmyk { c, m, y, k } => self.fill_with(&[*c, *m, *y, *k]),
            Operator::SetFillColorSpace { name } => {
                self.state.space = self.colour_space(name, resources);
                self.state.ink = Ink::Coloured;
            }
            Operator::SetFillColor { components } | Operator::SetFillColorN { components, name: None } => {
                self.state.ink = match self.state.space {
                    Space::Device => Ink::of(components),
                    Space::Other => Ink::Coloured,
                };
            }
            Operator::SetFillColorN { name: Some(_), .. } => self.state.ink = Ink::Coloured,
            other => self.step_path(other),
        }
    }

    fn fill_with(&mut self, components: &[f32]) {
        self.state.space = Space::Device;
        self.state.ink = Ink::of(components);
    }

    fn colour_space(&self, name: &str, resources: &Object) -> Space {
        let is_device =
            |name: &str| matches!(name, "DeviceGray" | "DeviceRGB" | "DeviceCMYK" | "G" | "RGB" | "CMYK");
        if is_device(name) {
            return Space::Device;
        }
        let family = match self.resource(resources, "ColorSpace", name) {
            Some(Object::Name(name)) => Some(name),
            Some(Object::Array(space)) => space.first().and_then(Object::as_name).map(str::to_owned),
            _ => None,
        };
        match family.as_deref() {
            Some("ICCBased" | "CalRGB" | "CalGray") => Space::Device,
            Some(name) if is_device(name) => Space::Device,
            _ => Space::Other,
        }
    }

    /// Transparency: what is painted with it hides nothing, and with enough of it is not seen.
    pub(super) fn set_graphics_state(&mut self, name: &str, resources: &Object) {
        let Some(set) = self.resource(resources, "ExtGState", name) else {
            return;
        };
        let Some(set) = set.as_dict() else { return };
        if let Some(alpha) = set.get("ca").and_then(number) {
            self.state.alpha = alpha;
        }
        if let Some(mode) = set.get("BM").map(first_name) {
            self.state.is_mixed = !matches!(mode, Some("Normal" | "Compatible"));
        }
    }

    /// Whether letters painted now are too transparent to be seen.
    pub(super) fn is_unseen(&self) -> bool {
        self.state.alpha < UNSEEN
    }
}

/// A blend mode is a name, or an array of names of which the first known one counts.
fn first_name(mode: &Object) -> Option<&str> {
    match mode {
        Object::Array(modes) => modes.first().and_then(Object::as_name),
        one => one.as_name(),
    }
}
