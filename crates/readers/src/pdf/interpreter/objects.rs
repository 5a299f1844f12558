//! Pictures, and forms: content streams within content streams.

use pdf_oxide::object::{Object, ObjectRef};

use super::super::glyphs::{Area, SCAN_COVERS, Standing};
use super::super::matrix::Matrix;
use super::ground::Ink;
use super::{Interpreter, number};

/// Forms within forms: real files nest three or four deep, hostile ones without end.
const DEEPEST_FORM: usize = 12;

/// Whether a picture hides what lies under it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cover {
    /// Every dot of it.
    Opaque,
    /// It has a mask, or is one.
    Masked,
}

impl Interpreter<'_> {
    pub(super) fn note_image(&mut self, cover: Cover) {
        let unit = Area { x0: 0.0, y0: 0.0, x1: 1.0, y1: 1.0 };
        let area = self.clipped(self.state.ctm.apply_area(unit));
        self.page.images.push(area);
        self.ground.cover(area, Ink::Coloured);
        let is_scan = area.size() > SCAN_COVERS * self.page.width * self.page.height;
        if is_scan && cover == Cover::Opaque && self.state.is_opaque() {
            self.hide_below(area);
        }
    }

    /// Some programs paint recognised text first and the scan over it.
    fn hide_below(&mut self, area: Area) {
        for glyph in &mut self.page.glyphs {
            if area.holds((glyph.x0 + glyph.x1) / 2.0, glyph.baseline, 0.0) {
                glyph.standing = Standing::Hidden;
            }
        }
    }

    pub(super) fn paint_object(&mut self, name: &str, resources: &Object, depth: usize) {
        let Some((object, reference)) = self.resource_with_reference(resources, "XObject", name) else {
            let fault = format!("a part of a page (/{name}) is missing from the file");
            return self.page.faults.push(fault);
        };
        let Some(dict) = object.as_dict() else {
            let fault = format!("a part of a page (/{name}) is no picture and no text");
            return self.page.faults.push(fault);
        };
        match dict.get("Subtype").and_then(Object::as_name) {
            Some("Image") => {
                let is_masked = ["SMask", "Mask", "ImageMask"].iter().any(|key| dict.contains_key(*key));
                self.note_image(if is_masked { Cover::Masked } else { Cover::Opaque });
            }
            Some("Form") if depth < DEEPEST_FORM => {
                self.run_form(name, (&object, reference), resources, depth)
            }
            Some("Form") => {
                let limit =
                    format!("parts within parts are read {DEEPEST_FORM} deep; what lies deeper was not read");
                self.page.limit = Some(limit);
            }
            _ => {}
        }
    }

    fn run_form(&mut self, name: &str, form: (&Object, Option<ObjectRef>), outer: &Object, depth: usize) {
        let (object, reference) = form;
        let Some(dict) = object.as_dict() else { return };
        let (content, fault) = match self.streams.unpack(object, reference) {
            Ok(unpacked) => unpacked,
            Err(why) => (Vec::new(), Some(why)),
        };
        let fault = fault.map(|why| format!("a part of a page (/{name}) is not wholly read: {why}"));
        self.page.faults.extend(fault);
        let before = self.state.clone();
        let saved = std::mem::take(&mut self.saved);
        let named = std::mem::take(&mut self.named);
        if let Some(matrix) = dict.get("Matrix").and_then(|matrix| self.numbers(matrix)) {
            self.state.ctm = Matrix(matrix).then(self.state.ctm);
        }
        let own = dict.get("Resources").and_then(|own| self.document.resolve_object(own).ok());
        self.run(&content, own.as_ref().unwrap_or(outer), depth + 1);
        self.saved = saved;
        self.named = named;
        self.state = before;
    }

    fn numbers(&self, array: &Object) -> Option<[f32; 6]> {
        let array = self.document.resolve_object(array).ok()?;
        let mut numbers = array.as_array()?.iter().map_while(number);
        let mut matrix = [0.0; 6];
        for slot in &mut matrix {
            *slot = numbers.next()?;
        }
        Some(matrix)
    }
}
