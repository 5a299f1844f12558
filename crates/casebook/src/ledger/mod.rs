//! The ledger: every act, in order, chained.

mod act;
mod append;
mod chain;
mod decision;
mod head;
mod lists;
mod undone;

pub use act::{Acquired, Act, Anchor, Entry, Judgement, KnownAct, Passage, Role, Suggested, Via};
pub(crate) use append::{Ledger, replace};
pub(crate) use chain::{Chain, LINE_LIMIT, Link};
pub use decision::{ClaimAnchor, Decided, PartyAnchor, RecordAnchor, Ruling, Subject};
pub use head::Head;
pub use lists::{
    DateBasis, EntryMark, ListAdded, Ruled, Screened, ScreenedTable, Screenee, SearchedList,
    SearchedSnapshot, Verdict,
};
pub(crate) use undone::undone;
