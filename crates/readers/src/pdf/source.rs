//! The one place that opens PDFs: pdf_oxide behind what the layout needs of it.

use std::panic::{AssertUnwindSafe, catch_unwind};

use pdf_oxide::PdfDocument;
use pdf_oxide::object::Object;
use reason::document::{Metadatum, MetadatumKind, Unread};

use super::annotations;
use super::glyphs::PageContent;
use super::information::{self, Information};
use super::interpreter::{FontCache, Interpreter};
use super::matrix::Matrix;
use super::streams::Streams;

/// Pages beyond this are not read: the longest reports of the field have some 2,000, and layout keeps all in memory.
pub const MOST_PAGES: usize = 5_000;

/// A PDF that could be opened.
pub struct Source {
    document: PdfDocument,
    streams: Streams,
    fonts: FontCache,
    count: usize,
}

/// What was expected of a page and what came instead.
pub type PageFault = String;

impl Source {
    /// Opens it, with the empty user password if it is locked.
    ///
    /// # Errors
    /// [`Unread::Encrypted`] when another password is needed, [`Unread::Damaged`] when there is no page to find.
    pub fn open(bytes: &[u8]) -> Result<Self, Unread> {
        guarded(|| open_unlocked(bytes)).unwrap_or_else(|fault| Err(Unread::Damaged { detail: fault }))
    }

    /// How many pages the file has.
    pub fn pages(&self) -> usize {
        self.count
    }

    /// What a page shows, counted from 0.
    ///
    /// # Errors
    /// Why the page cannot be read; the others may be.
    pub fn page(&mut self, index: usize) -> Result<PageContent, PageFault> {
        guarded(|| read_page(self, index)).unwrap_or_else(Err)
    }

    /// What the file says about itself.
    pub fn information(&self) -> Information {
        guarded(|| information::read(&self.document)).unwrap_or_default()
    }

    /// Remarks on a page, as metadata.
    pub fn remarks(&self, index: usize) -> Vec<Metadatum> {
        let values = guarded(|| annotations::remarks(&self.document, index)).unwrap_or_default();
        values.into_iter().map(|value| Metadatum { kind: MetadatumKind::Comment, value }).collect()
    }

    /// The parsed file, for [`super::image`].
    pub fn document(&self) -> &PdfDocument {
        &self.document
    }
}

/// Runs pdf_oxide, or our layout of what it found, on hostile input: a panic there costs one page, not the file.
pub fn guarded<T>(work: impl FnOnce() -> T) -> Result<T, PageFault> {
    catch_unwind(AssertUnwindSafe(work)).map_err(|payload| {
        let said = payload
            .downcast_ref::<&str>()
            .map(|text| (*text).to_owned())
            .or_else(|| payload.downcast_ref::<String>().cloned());
        format!("the PDF reader failed: {}", said.unwrap_or_else(|| "no reason given".to_owned()))
    })
}

fn open_unlocked(bytes: &[u8]) -> Result<Source, Unread> {
    let damaged = |error: pdf_oxide::Error| Unread::Damaged { detail: error.to_string() };
    let document = PdfDocument::from_bytes(bytes.to_vec()).map_err(damaged)?;
    if document.is_encrypted() && !document.is_authenticated() {
        let opened = document.authenticate(b"").unwrap_or(false);
        if !opened {
            return Err(Unread::Encrypted);
        }
    }
    let count = document.page_count().map_err(damaged)?;
    if count == 0 {
        return Err(Unread::Damaged { detail: "a PDF without pages".to_owned() });
    }
    Ok(Source { streams: Streams::of(&document), document, fonts: FontCache::default(), count })
}

fn read_page(source: &mut Source, index: usize) -> Result<PageContent, PageFault> {
    let Source { document, streams, fonts, .. } = source;
    let page = document.get_page(index).map_err(|error| error.to_string())?;
    let visible = document.get_page_visible_box(index).unwrap_or(US_LETTER);
    let turn = document.get_page_rotation(index).unwrap_or(0);
    let (width, height) = (visible.2 - visible.0, visible.3 - visible.1);
    let size = if turn % 180 == 0 { (width, height) } else { (height, width) };
    let display = Matrix::display(visible, turn);
    let entry = |key: &str| page.as_dict().and_then(|dict| dict.get(key)).unwrap_or(&Object::Null);
    let (content, faults) = page_stream(document, streams, entry("Contents"));
    let resources = document.resolve_object(entry("Resources")).unwrap_or(Object::Null);
    let mut interpreter = Interpreter::new(document, streams, fonts, display, size);
    interpreter.run(&content, &resources, 0);
    let mut content = interpreter.finish();
    content.faults.splice(0..0, faults);
    content.hotspots = annotations::hotspots(document, index, display);
    Ok(content)
}

/// The content of a page, of one stream or several (ISO 32000-1, 7.7.3.3), and what of it is lost.
fn page_stream(document: &PdfDocument, streams: &Streams, entry: &Object) -> (Vec<u8>, Vec<String>) {
    let resolved = document.resolve_object(entry).unwrap_or(Object::Null);
    let parts: Vec<Object> = match resolved {
        Object::Null if entry.as_reference().is_none() => return (Vec::new(), Vec::new()),
        Object::Array(parts) => parts,
        _ => vec![entry.clone()],
    };
    let (mut content, mut faults) = (Vec::new(), Vec::new());
    for part in parts {
        let stream = document.resolve_object(&part).unwrap_or(Object::Null);
        match streams.unpack(&stream, part.as_reference()) {
            Ok((unpacked, fault)) => {
                content.extend_from_slice(&unpacked);
                content.push(b'\n');
                faults.extend(fault.map(|why| format!("content of a page is not wholly read: {why}")));
            }
            Err(why) => faults.push(format!("content of a page cannot be read: {why}")),
        }
    }
    (content, faults)
}

/// What viewers fall back to for a page without a box.
const US_LETTER: (f32, f32, f32, f32) = (0.0, 0.0, 612.0, 792.0);
