//! What people decided: kept in the ledger by passages, resolved to the items that a reading has there now.

mod anchors;
mod items;
mod locate;
mod record;
mod resolve;
mod states;
mod subjects;
#[cfg(test)]
mod tests;

pub(crate) use anchors::{citation_anchor, claim_anchor, mention_anchor, passage};
pub(crate) use locate::{Folded, locate};
pub use record::{Recorded, State, What};
pub(crate) use record::{Rulings, name_state, parse_state};
pub(crate) use resolve::resolve;
pub use subjects::{Item, Unknown};
