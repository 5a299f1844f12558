//! The ledger: every act, in order, chained.

mod act;

pub use act::{Acquired, Act, Anchor, Entry, Judgement, KnownAct, Passage, Via};
