//! Dates as texts give them: only as precise as written, never completed by guess.

mod find;
mod numeric;
mod partial;

pub use find::{FoundDate, find_dates};
pub use partial::PartialDate;
