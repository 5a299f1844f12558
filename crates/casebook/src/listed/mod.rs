//! Lists read against documents: whose listed names stand in them, which of the parties that they name may be listed, and what
//! check E06 makes of it.

mod findings;
mod parties;
mod sanctioned;
mod texts;

pub use findings::{Cleared, add};
pub use parties::{matches, party_of};
pub use sanctioned::Sanctioned;
pub use texts::{ListedEntry, Passage, Texts};
