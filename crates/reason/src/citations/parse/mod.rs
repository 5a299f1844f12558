//! The forms of citations, each in its file; tried from the most telling to the least.

mod bare;
mod found;
mod held;
mod imagery;
mod interview;
mod kind;
mod legal;
mod message;
mod people;
mod places;
mod post;
mod segments;
mod short;
mod tail;
mod titled;
mod untitled;
mod vancouver;

pub(super) use found::Found;
pub(super) use people::{is_name_list, is_person};
pub(super) use places::is_city;
pub(super) use short::short_title;
pub(super) use tail::is_only_tail;

use super::note_text::NoteText;
use crate::document::Span;

/// Reads one part of a note as a citation; `None` where it is none.
///
/// `pointed`: whether "See" or the like stands before it, which lowers what is asked of a form.
pub(super) fn recognise(note: &NoteText<'_>, span: Span, pointed: Pointed) -> Option<Found> {
    short::parse(note, span)
        .or_else(|| vancouver::parse(note, span))
        .or_else(|| interview::parse(note, span))
        .or_else(|| message::parse(note, span))
        .or_else(|| post::parse(note, span))
        .or_else(|| imagery::parse(note, span))
        .or_else(|| legal::parse(note, span))
        .or_else(|| titled::parse(note, span))
        .or_else(|| held::parse(note, span))
        .or_else(|| untitled::parse(note, span, pointed))
        .or_else(|| bare::parse(note, span))
}

/// Whether words such as "See" announce a citation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pointed {
    Yes,
    No,
}
