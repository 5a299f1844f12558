mod events;

pub use events::{AddEvent, AddOptions, AddSource, AddSummary, FolderLinks, Skipped};
