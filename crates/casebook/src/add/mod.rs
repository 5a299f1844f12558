//! Keeping bytes, before anything parses them.

mod batch;
mod events;
mod known;
mod run;
mod stable;
mod walk;

pub use events::{AddEvent, AddOptions, AddSource, AddSummary, FolderLinks, Skipped};
pub(crate) use known::Known;
pub(crate) use run::{Intake, Provenance};
pub(crate) use stable::stage_file;
