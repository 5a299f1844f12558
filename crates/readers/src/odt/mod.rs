//! OpenDocument texts.
//!
//! `content.xml` is walked once, in order; notes stand where they are called, with their printed label, and are written
//! after the body.

mod body;
mod properties;
mod runs;
mod styles;
mod table;

use reason::document::{Draft, Unread};

use crate::office::Package;

/// Raised whenever the same bytes may give another draft.
const VERSION: u32 = 1;

/// The media type of OpenDocument texts.
const MEDIA_TYPE: &str = "application/vnd.oasis.opendocument.text";

/// Reads a document.
///
/// # Errors
/// [`Unread`] if it is locked, or its main part cannot be opened.
pub(crate) fn read(bytes: &[u8]) -> Result<Draft, Unread> {
    let mut package = Package::open(bytes)?;
    let mut draft = Draft::new(MEDIA_TYPE, "odt", VERSION);
    let manifest = package.part("META-INF/manifest.xml", &mut draft);
    if manifest.root().descendants().any(|element| element.name() == "encryption-data") {
        return Err(Unread::Encrypted);
    }
    let content = package.main_part("content.xml", &mut draft)?;
    let styles_part = package.part("styles.xml", &mut draft);
    let meta = package.part("meta.xml", &mut draft);
    properties::read(&meta, &mut draft);
    let styles = styles::Styles::read(&styles_part, &content);
    draft.language = styles.language();
    let mut reader = body::Reader::new(&styles, &mut draft);
    reader.document(&content);
    reader.notes();
    reader.marginals(&styles_part);
    Ok(draft)
}
