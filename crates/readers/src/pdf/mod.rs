//! PDF.

use reason::document::{Draft, Unread};

use crate::ReadOptions;

/// Reads a PDF.
///
/// # Errors
/// [`Unread`] when nothing of it can be read.
pub fn read(_bytes: &[u8], _options: &ReadOptions) -> Result<Draft, Unread> {
    Err(Unread::Unsupported { media_type: "application/pdf".to_owned() })
}
