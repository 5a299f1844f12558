//! What can be told in a note before it is understood: quotations, addresses, brackets, document symbols.

mod groups;
mod quotes;
mod symbols;
mod urls;

pub(super) use groups::groups;
pub(super) use quotes::{Quote, quotes};
pub(super) use symbols::symbols;
pub(super) use urls::{FoundUrl, urls};
