mod api;

pub use api::{BuildEvent, BuildOptions, BuildSummary, Reading};
