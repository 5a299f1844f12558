//! What a content stream names: fonts, forms, pictures, property lists.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use pdf_oxide::PdfDocument;
use pdf_oxide::object::{Object, ObjectRef};

use super::super::font::Font;
use super::Interpreter;

/// A font that several states share.
pub type FontHandle = Rc<RefCell<Font>>;

/// Fonts of the document: pages share them.
#[derive(Default)]
pub struct FontCache {
    by_reference: HashMap<ObjectRef, Option<FontHandle>>,
    loaded: u16,
}

impl FontCache {
    fn next_number(&mut self) -> u16 {
        self.loaded = self.loaded.saturating_add(1);
        self.loaded
    }
}

impl Interpreter<'_> {
    pub(super) fn resource(&self, resources: &Object, kind: &str, name: &str) -> Option<Object> {
        self.resource_with_reference(resources, kind, name).map(|(object, _)| object)
    }

    /// The same with its number in the file, on which the key of a locked stream depends.
    pub(super) fn resource_with_reference(
        &self,
        resources: &Object,
        kind: &str,
        name: &str,
    ) -> Option<(Object, Option<ObjectRef>)> {
        let found = resources.as_dict()?.get(kind)?;
        let named = self.document.resolve_object(found).ok()?;
        let entry = named.as_dict()?.get(name)?;
        let object = self.document.resolve_object(entry).ok()?;
        (!matches!(object, Object::Null)).then(|| (object, entry.as_reference()))
    }

    pub(super) fn property_list(&self, properties: &Object, resources: &Object) -> Option<Object> {
        match properties {
            Object::Dictionary(_) => Some(properties.clone()),
            Object::Name(name) => self.resource(resources, "Properties", name),
            _ => None,
        }
    }

    pub(super) fn font(&mut self, name: &str, resources: &Object) -> Option<FontHandle> {
        if let Some(known) = self.named.get(name) {
            return known.clone();
        }
        let font = self.load_font(name, resources);
        if font.is_none() {
            let fault = format!("a font (/{name}) cannot be read, nor what is set in it");
            self.page.faults.push(fault);
        }
        self.named.insert(name.to_owned(), font.clone());
        font
    }

    fn load_font(&mut self, name: &str, resources: &Object) -> Option<FontHandle> {
        let fonts = self.document.resolve_object(resources.as_dict()?.get("Font")?).ok()?;
        let entry = fonts.as_dict()?.get(name)?;
        let Some(reference) = entry.as_reference() else {
            return load(entry, self.document, self.fonts.next_number());
        };
        if let Some(known) = self.fonts.by_reference.get(&reference) {
            return known.clone();
        }
        let number = self.fonts.next_number();
        let dict = self.document.load_object(reference).ok();
        let loaded = dict.and_then(|dict| load(&dict, self.document, number));
        self.fonts.by_reference.insert(reference, loaded.clone());
        loaded
    }
}

fn load(dict: &Object, document: &PdfDocument, number: u16) -> Option<FontHandle> {
    Font::load(dict, document, number).map(|font| Rc::new(RefCell::new(font)))
}
