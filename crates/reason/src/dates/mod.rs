//! Dates as texts give them: only as precise as written, never completed by guess.

mod partial;

pub use partial::PartialDate;
