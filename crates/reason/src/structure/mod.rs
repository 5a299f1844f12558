//! From a reader's draft to a reading text: what a person would read, in one string, with the rest set apart.
//!
//! Each step looks at the pieces of the whole document and only adds what it is sure of. Nothing is dropped: a page
//! header keeps its place as furniture, a teaser as boilerplate.

mod assemble;
mod captions;
mod chrome;
mod contents;
mod furniture;
mod headings;
mod join;
mod label;
mod note_list;
mod piece;
mod rejoin;
mod repeats;

pub use label::{Label, LabelStyle, leading_label};

use crate::document::{Document, Draft, recognised_pages};
use piece::Piece;

/// Makes the reading text of a draft.
///
/// The order of the steps matters: what is furniture or a note must be known before paragraphs are rejoined across it.
#[must_use]
pub fn compose(mut draft: Draft) -> Document {
    let blocks = std::mem::take(&mut draft.blocks);
    let recognised = recognised_pages(&draft.warnings);
    let mut pieces: Vec<Piece> = blocks
        .into_iter()
        .filter_map(|block| {
            let is_recognised = block.page.is_some_and(|page| recognised.contains(&page));
            let piece = Piece::from_draft(block)?;
            Some(if is_recognised { piece.recognised() } else { piece })
        })
        .collect();
    furniture::set_apart(&mut pieces);
    contents::set_apart(&mut pieces);
    note_list::gather(&mut pieces);
    captions::recognise(&mut pieces);
    chrome::set_apart(&mut pieces, &draft.media_type);
    repeats::set_apart(&mut pieces);
    headings::recognise(&mut pieces);
    rejoin::rejoin(&mut pieces);
    assemble::assemble(draft, pieces)
}
