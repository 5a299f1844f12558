//! What a note cites.
//!
//! A note is cut at its natural joints (lines, semicolons, sentences, addresses); each part is tried by the parsers
//! of the forms that houses print, the most certain first. What none of them takes is the authors' own commentary.

mod elements;
mod note_text;
mod parse;
mod read;
mod resolve;
mod split;
mod types;

pub(crate) use read::LONGEST_NOTE;
pub use read::read;
pub use types::{Citation, CitationForm, FieldSpans, UrlDamage, WorkKind};

/// Whether an author has the form of a person's name rather than of a body's.
pub(crate) fn is_person(name: &str) -> bool {
    parse::is_person(name)
}

/// Whether a text is one of the large cities where works are published and people interviewed.
pub(crate) fn is_large_city(text: &str) -> bool {
    parse::is_city(text)
}
