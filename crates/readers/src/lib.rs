//! Bytes to reading text.
//!
//! [`read`] is the one way in. It never panics on purpose, but parsers of hostile files do: it runs in a worker process
//! with limits of memory, CPU and time, and a crash is a recorded outcome of that one exhibit.

mod pdf;

use reason::document::ReadOutcome;

/// What the caller may choose.
#[derive(Debug, Clone, Default)]
pub struct ReadOptions {
    /// Where the `tesseract` program lies, if scanned pages shall be recognised.
    pub tesseract: Option<std::path::PathBuf>,
}

/// Reads one exhibit.
///
/// What kind of file it is, the bytes tell; `name` only decides between kinds that look alike (text and Markdown).
#[must_use]
pub fn read(_name: &str, bytes: &[u8], options: &ReadOptions) -> ReadOutcome {
    match pdf::read(bytes, options) {
        Ok(draft) => ReadOutcome::Document(reason::structure::compose(draft)),
        Err(unread) => ReadOutcome::Unread(unread),
    }
}

