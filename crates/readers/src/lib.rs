//! Bytes to reading text.
//!
//! [`read`] is the one way in. It never panics on purpose, but parsers of hostile files do: it runs in a worker process
//! with limits of memory, CPU and time, and a crash is a recorded outcome of that one exhibit.
//!
//! The way of one file: its kind is told from its bytes (`sniff`), the reader of that kind writes a
//! [`Draft`], and [`reason::structure::compose`] makes a reading text of it. What every reader keeps to is written at
//! [`Draft`].

mod archive;
mod bidi;
mod docx;
mod encoding;
mod html;
mod inline;
mod limits;
mod markdown;
pub mod ocr;
mod odt;
mod office;
mod pdf;
mod sniff;
#[cfg(test)]
mod tests;
mod text;

pub use pdf::page_image;
use reason::document::{Draft, ReadOutcome, Unread};
use sniff::FileKind;

/// What the caller may choose.
#[derive(Debug, Clone, Default)]
pub struct ReadOptions {
    /// What text recognition saw in the pictures of pages that have no text: by page, counted from 1, what
    /// `tesseract IMAGE - tsv` printed. A worker can start no program, so its parent runs it (see [`ocr`]).
    pub recognised: std::collections::BTreeMap<u32, String>,
}

/// Reads one exhibit.
///
/// What kind of file it is, the bytes tell; `name` only decides between kinds that look alike (text and Markdown).
///
/// ```
/// use readers::{read, ReadOptions};
/// use reason::document::ReadOutcome;
/// let outcome = read("note.txt", b"Twelve people were killed.\xC2\xB9", &ReadOptions::default());
/// let ReadOutcome::Document(document) = outcome else { panic!("text is a document") };
/// assert_eq!(document.text, "Twelve people were killed.¹");
/// ```
#[must_use]
pub fn read(name: &str, bytes: &[u8], options: &ReadOptions) -> ReadOutcome {
    match draft_or_members(name, bytes, options) {
        Ok(Content::Draft(mut draft)) => {
            bidi::warn(&mut draft, name);
            ReadOutcome::Document(reason::structure::compose(draft))
        }
        Ok(Content::Members(members)) => ReadOutcome::Container(members),
        Err(unread) => ReadOutcome::Unread(unread),
    }
}

/// What a file holds.
enum Content {
    Draft(Draft),
    Members(Vec<reason::document::Member>),
}

fn draft_or_members(name: &str, bytes: &[u8], options: &ReadOptions) -> Result<Content, Unread> {
    if bytes.is_empty() {
        return Err(Unread::Empty);
    }
    if bytes.len() > limits::INPUT_BYTES {
        return Err(Unread::Limit {
            detail: format!("{} bytes, at most {} are read", bytes.len(), limits::INPUT_BYTES),
        });
    }
    let draft = match sniff::sniff(name, bytes) {
        FileKind::Text => text::read(bytes),
        FileKind::Markdown => markdown::read(bytes),
        FileKind::Html => html::read(bytes)?,
        FileKind::Pdf => pdf::read(bytes, options)?,
        FileKind::Docx => docx::read(bytes)?,
        FileKind::Odt => odt::read(bytes)?,
        FileKind::Zip => return archive::members(bytes).map(Content::Members),
        FileKind::LockedOffice => return Err(Unread::Encrypted),
        FileKind::Other(media_type) => {
            return Err(Unread::Unsupported { media_type: media_type.to_owned() });
        }
    };
    Ok(Content::Draft(draft))
}
