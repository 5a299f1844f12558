//! What people decided: kept in the ledger by passages, resolved to the items that a reading has there now.

mod anchors;
mod items;
mod locate;
mod record;
mod resolve;
mod states;
mod subjects;

pub use record::{Recorded, State, What};
pub use subjects::{Item, Unknown};
pub(crate) use anchors::{citation_anchor, claim_anchor, mention_anchor, passage};
pub(crate) use locate::{Folded, locate};
pub(crate) use record::{Rulings, name_state, parse_state};
pub(crate) use resolve::resolve;
