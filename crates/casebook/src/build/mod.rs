//! From exhibits to reading texts, analyses, works and diagnostics.

mod api;
mod jobs;
mod members;
mod pipeline;
mod places;
mod read;
mod run;

pub use api::{BuildEvent, BuildOptions, BuildSummary, Reading};
pub(crate) use run::{build, rebuild};
