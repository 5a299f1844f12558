//! Runs the content stream of a page and notes every glyph, line and picture with its place.
//!
//! pdf_oxide decodes streams and fonts; its own text extraction sorts glyphs by heuristics of its own, forgets the text
//! rise (superscripts) and allocates a font name per glyph. Running the operators ourselves is what keeps note marks.

mod colour;
mod ground;
mod objects;
mod paint;
mod resources;
mod soundness;
mod state;
mod text;

use std::collections::HashMap;

use pdf_oxide::PdfDocument;
use pdf_oxide::content::{Operator, parse_content_stream};
use pdf_oxide::object::Object;

use super::glyphs::PageContent;
use super::marked_content::MarkedContent;
use super::matrix::Matrix;
use super::path::Path;
use super::streams::Streams;
use ground::Ground;
pub use resources::FontCache;
use resources::FontHandle;
use state::State;

/// Glyphs of one page; a dense newspaper page has 30,000.
const MOST_GLYPHS: usize = 120_000;

/// Runs one page.
pub struct Interpreter<'a> {
    document: &'a PdfDocument,
    streams: &'a Streams,
    fonts: &'a mut FontCache,
    /// The fonts that this content stream has named so far.
    named: HashMap<String, Option<FontHandle>>,
    page: PageContent,
    ground: Ground,
    state: State,
    saved: Vec<State>,
    text: Matrix,
    line: Matrix,
    path: Path,
    /// The path under construction will clip what is painted after it.
    clips: bool,
    marked: MarkedContent,
    turned: String,
}

impl<'a> Interpreter<'a> {
    /// `display` maps user space to the page as displayed; width and height are those of the page, in points.
    pub fn new(
        document: &'a PdfDocument,
        streams: &'a Streams,
        fonts: &'a mut FontCache,
        display: Matrix,
        (width, height): (f32, f32),
    ) -> Self {
        Self {
            document,
            streams,
            fonts,
            named: HashMap::new(),
            page: PageContent { width, height, ..PageContent::default() },
            ground: Ground::default(),
            state: State::initial(display),
            saved: Vec::new(),
            text: Matrix::IDENTITY,
            line: Matrix::IDENTITY,
            path: Path::default(),
            clips: false,
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
        let operators = match parse_content_stream(content) {
            Ok(operators) => operators,
            Err(error) => {
                self.page.faults.push(format!("content of a page is not understood: {error}"));
                return;
            }
        };
        self.page.faults.extend(soundness::fault(content, &operators));
        for operator in operators {
            if self.page.glyphs.len() > MOST_GLYPHS {
                self.page.limit = Some(format!("more than {MOST_GLYPHS} characters; the rest was not read"));
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
            Operator::SetExtGState { dict_name } => self.set_graphics_state(&dict_name, resources),
            Operator::Do { name } => self.paint_object(&name, resources, depth),
            Operator::InlineImage { .. } => self.note_image(objects::Cover::Opaque),
            Operator::BeginMarkedContent { tag } => self.marked.begin(&tag, None, self.page.glyphs.len()),
            Operator::BeginMarkedContentDict { tag, properties } => {
                let properties = self.property_list(&properties, resources);
                self.marked.begin(&tag, properties.as_ref(), self.page.glyphs.len());
            }
            Operator::EndMarkedContent => self.marked.end(&mut self.page.glyphs),
            other => self.step_text(other, resources),
        }
    }
}

/// A number, whole or not.
pub fn number(object: &Object) -> Option<f32> {
    match object {
        Object::Integer(value) => Some(*value as f32),
        Object::Real(value) => Some(*value as f32),
        _ => None,
    }
}
