//! A query against lists as of a day.
//!
//! [`Gathering`] makes of a list's records the parties that are compiled, each with what its sanctions and papers say of it. [`Versions`]
//! puts the snapshots of one list side by side: what each entry said from when until when. [`Screening`] asks a compiled set and says
//! of every hit whether it was listed on the day, by the rules of [`crate::history`].
//!
//! [`Query`] is what was asked, as runs and decisions keep it.

mod answer;
mod gathering;
mod parties;
mod query;
mod sanctioned;
mod standing;
mod told;
mod versions;

pub use answer::{Answer, Screening, Searched};
pub use gathering::{Gathering, MOST_TEXT};
pub use parties::Parties;
pub use query::{Difference, Query};
pub use sanctioned::is_sanctioned;
pub use standing::Unknown;
pub use told::Told;
pub use versions::{Kept, Version, Versions, content};
