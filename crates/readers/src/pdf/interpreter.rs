//! Runs the content stream of a page and notes every glyph, line and picture with its place.
//!
//! pdf_oxide decodes streams and fonts; its own text extraction sorts glyphs by heuristics of its own, forgets the text
//! rise (superscripts) and allocates a font name per glyph. Running the operators ourselves is what keeps note marks.

use std::collections::HashMap;
use std::rc::Rc;

use pdf_oxide::PdfDocument;
use pdf_oxide::content::{Operator, TextElement, parse_content_stream};
use pdf_oxide::object::{Object, ObjectRef};

use super::font::{Font, VOID};
use super::glyphs::{Area, Cut, Glyph, PageContent, Standing};
use super::marked_content::MarkedContent;
use super::matrix::Matrix;
use super::path::{Paint, Path};

/// Forms within forms: real files nest three or four deep, hostile ones without end.
const DEEPEST_FORM: usize = 12;
/// Glyphs of one page; a dense newspaper page has 30,000.
const MOST_GLYPHS: usize = 120_000;

type FontHandle = Rc<std::cell::RefCell<Font>>;

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

#[derive(Clone)]
struct State {
    ctm: Matrix,
    font: Option<FontHandle>,
    size: f32,
    character_spacing: f32,
    word_spacing: f32,
    stretch: f32,
    leading: f32,
    rise: f32,
    rendering: u8,
}

/// Runs one page.
pub struct Interpreter<'a> {
    document: &'a PdfDocument,
    fonts: &'a mut FontCache,
    /// The fonts that this content stream has named so far.
    named: HashMap<String, Option<FontHandle>>,
    page: PageContent,
    state: State,
    saved: Vec<State>,
    text: Matrix,
    line: Matrix,
    path: Path,
    marked: MarkedContent,
    turned: String,
}

impl<'a> Interpreter<'a> {
    /// `display` maps user space to the page as displayed.
    pub fn new(
        document: &'a PdfDocument,
        fonts: &'a mut FontCache,
        display: Matrix,
        width: f32,
        height: f32,
    ) -> Self {
        let state = State {
            ctm: display,
            font: None,
            size: 0.0,
            character_spacing: 0.0,
            word_spacing: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
            rendering: 0,
        };
        Self {
            document,
            fonts,
            named: HashMap::new(),
            page: PageContent {
                width,
                height,
                ..PageContent::default()
            },
            state,
            saved: Vec::new(),
            text: Matrix::IDENTITY,
            line: Matrix::IDENTITY,
            path: Path::default(),
            marked: MarkedContent::default(),
            turned: String::new(),
        }
    }

    /// What the page shows.
    pub fn finish(mut self) -> PageContent {
        self.end_turned_run();
        self.page
    }

    /// Runs a content stream with its resources.
    pub fn run(&mut self, content: &[u8], resources: &Object, depth: usize) {
        let Ok(operators) = parse_content_stream(content) else {
            return;
        };
        for operator in operators {
            if self.page.glyphs.len() > MOST_GLYPHS {
                self.page.limit = Some(format!(
                    "more than {MOST_GLYPHS} characters; the rest was not read"
                ));
                return;
            }
            self.step(operator, resources, depth);
        }
    }

    fn step(&mut self, operator: Operator, resources: &Object, depth: usize) {
        match operator {
            Operator::SaveState => self.saved.push(self.state.clone()),
            Operator::RestoreState => {
                if let Some(state) = self.saved.pop() {
                    self.state = state;
                }
            }
            Operator::Cm { a, b, c, d, e, f } => {
                self.state.ctm = Matrix([a, b, c, d, e, f]).then(self.state.ctm)
            }
            Operator::Do { name } => self.paint_object(&name, resources, depth),
            Operator::InlineImage { .. } => self.note_image(),
            Operator::BeginMarkedContent { tag } => {
                self.marked.begin(&tag, None, self.page.glyphs.len())
            }
            Operator::BeginMarkedContentDict { tag, properties } => {
                let properties = self.property_list(&properties, resources);
                self.marked
                    .begin(&tag, properties.as_ref(), self.page.glyphs.len());
            }
            Operator::EndMarkedContent => self.marked.end(&mut self.page.glyphs),
            other => self.step_text(other, resources),
        }
    }

    fn step_text(&mut self, operator: Operator, resources: &Object) {
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
            Operator::DoubleQuote {
                word_space,
                char_space,
                text,
            } => {
                self.state.word_spacing = word_space;
                self.state.character_spacing = char_space;
                self.next_line(0.0, -self.state.leading);
                self.show(&text);
            }
            other => self.set_text_state(other),
        }
    }

    fn set_text_state(&mut self, operator: Operator) {
        match operator {
            Operator::Tc { char_space } => self.state.character_spacing = char_space,
            Operator::Tw { word_space } => self.state.word_spacing = word_space,
            Operator::Tz { scale } => self.state.stretch = scale / 100.0,
            Operator::TL { leading } => self.state.leading = leading,
            Operator::Tr { render } => self.state.rendering = render,
            Operator::Ts { rise } => self.state.rise = rise,
            other => self.step_path(&other),
        }
    }

    fn step_path(&mut self, operator: &Operator) {
        let ctm = self.state.ctm;
        match *operator {
            Operator::MoveTo { x, y } => self.path.move_to(ctm, x, y),
            Operator::LineTo { x, y } => self.path.line_to(ctm, x, y),
            Operator::CurveTo { x3, y3, .. }
            | Operator::CurveToV { x3, y3, .. }
            | Operator::CurveToY { x3, y3, .. } => {
                self.path.curve_to(ctm, x3, y3);
            }
            Operator::ClosePath => self.path.close(),
            Operator::Rectangle {
                x,
                y,
                width,
                height,
            } => self.path.rectangle(ctm, x, y, width, height),
            Operator::Stroke | Operator::FillStroke | Operator::FillStrokeEvenOdd => {
                self.paint_path(Paint::Stroke)
            }
            Operator::CloseAndStroke
            | Operator::CloseFillStroke
            | Operator::CloseFillStrokeEvenOdd => {
                self.path.close();
                self.paint_path(Paint::Stroke);
            }
            Operator::Fill | Operator::FillEvenOdd => self.paint_path(Paint::Fill),
            Operator::EndPath => self.path.clear(),
            _ => {}
        }
    }

    fn paint_path(&mut self, paint: Paint) {
        self.path.paint(paint, &mut self.page.rules);
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
        for (code, spaced) in font.codes(bytes) {
            let shape = font.shape(code);
            let width = shape.advance * self.state.size * self.state.stretch;
            let spacing =
                self.state.character_spacing + if spaced { self.state.word_spacing } else { 0.0 };
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
            self.place(glyph);
            self.text = Matrix::shift(width + spacing * self.state.stretch, 0.0).then(self.text);
        }
    }

    fn standing(&self) -> Standing {
        match self.state.rendering {
            3 | 7 => Standing::Hidden,
            _ if self.marked.is_artifact() => Standing::Artifact,
            _ => Standing::Content,
        }
    }

    /// Puts a glyph, so far in text space, where it stands on the page.
    fn place(&mut self, mut glyph: Glyph) {
        let map = self.text.then(self.state.ctm);
        let [a, b, c, d, ..] = map.0;
        let from = map.apply(0.0, self.state.rise);
        let to = map.apply(glyph.x1, self.state.rise);
        let upright = b.abs() <= a.abs() * SLANT && a > 0.0 && d <= 0.0;
        if !upright {
            self.turned.push(glyph.first);
            self.turned
                .push_str(glyph.rest.as_deref().unwrap_or_default());
            return;
        }
        self.end_turned_run();
        glyph.x0 = from.0.min(to.0);
        glyph.x1 = from.0.max(to.0);
        glyph.baseline = from.1;
        glyph.size = (glyph.size * c.hypot(d)).abs();
        let is_sane = glyph.x0.is_finite() && glyph.x1.is_finite() && glyph.baseline.is_finite();
        if is_sane && glyph.size.is_finite() && glyph.size > SMALLEST_TYPE && glyph.first != VOID {
            self.page.glyphs.push(glyph);
        }
    }

    fn end_turned_run(&mut self) {
        let run = std::mem::take(&mut self.turned);
        if !run.trim().is_empty() {
            self.page.turned.push(run.trim().to_owned());
        }
    }

    fn note_image(&mut self) {
        let unit = Area {
            x0: 0.0,
            y0: 0.0,
            x1: 1.0,
            y1: 1.0,
        };
        self.page.images.push(self.state.ctm.apply_area(unit));
    }

    fn paint_object(&mut self, name: &str, resources: &Object, depth: usize) {
        let Some(object) = self.resource(resources, "XObject", name) else {
            return;
        };
        let Some(dict) = object.as_dict() else { return };
        match dict.get("Subtype").and_then(Object::as_name) {
            Some("Image") => self.note_image(),
            Some("Form") if depth < DEEPEST_FORM => self.run_form(&object, resources, depth),
            _ => {}
        }
    }

    fn run_form(&mut self, form: &Object, outer: &Object, depth: usize) {
        let (Some(dict), Ok(content)) = (form.as_dict(), form.decode_stream_data()) else {
            return;
        };
        let before = self.state.clone();
        let saved = std::mem::take(&mut self.saved);
        let named = std::mem::take(&mut self.named);
        if let Some(matrix) = dict.get("Matrix").and_then(|matrix| self.numbers(matrix)) {
            self.state.ctm = Matrix(matrix).then(self.state.ctm);
        }
        let own = dict
            .get("Resources")
            .and_then(|own| self.document.resolve_object(own).ok());
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

    fn resource(&self, resources: &Object, kind: &str, name: &str) -> Option<Object> {
        let found = resources.as_dict()?.get(kind)?;
        let named = self.document.resolve_object(found).ok()?;
        self.document
            .resolve_object(named.as_dict()?.get(name)?)
            .ok()
    }

    fn property_list(&self, properties: &Object, resources: &Object) -> Option<Object> {
        match properties {
            Object::Dictionary(_) => Some(properties.clone()),
            Object::Name(name) => self.resource(resources, "Properties", name),
            _ => None,
        }
    }

    fn font(&mut self, name: &str, resources: &Object) -> Option<FontHandle> {
        if let Some(known) = self.named.get(name) {
            return known.clone();
        }
        let font = self.load_font(name, resources);
        self.named.insert(name.to_owned(), font.clone());
        font
    }

    fn load_font(&mut self, name: &str, resources: &Object) -> Option<FontHandle> {
        let fonts = self
            .document
            .resolve_object(resources.as_dict()?.get("Font")?)
            .ok()?;
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

/// Text that rises by less than this part of its advance is upright: scans and charts slant a little.
const SLANT: f32 = 0.05;
/// In points; smaller type is a trick (hidden words, dots of a map), nothing that is read.
const SMALLEST_TYPE: f32 = 0.5;

fn load(dict: &Object, document: &PdfDocument, number: u16) -> Option<FontHandle> {
    Font::load(dict, document, number).map(|font| Rc::new(std::cell::RefCell::new(font)))
}

/// A number, whole or not.
pub fn number(object: &Object) -> Option<f32> {
    match object {
        Object::Integer(value) => Some(*value as f32),
        Object::Real(value) => Some(*value as f32),
        _ => None,
    }
}
