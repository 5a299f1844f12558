//! Dates as texts give them: only as precise as written, never completed by guess.

mod bare;
pub(crate) mod calendar;
mod dated;
mod dateline;
mod expression;
mod find;
mod frame;
mod mention;
mod numeric;
mod partial;
mod points;
mod resolve;
#[cfg(test)]
mod tests;
mod undated;
mod whole;
mod words;

pub use find::{FoundDate, find_dates};
pub use mention::{DateBasis, DateMention, Interval};
pub use partial::PartialDate;
pub use resolve::resolve;
pub use words::Step;

pub(crate) use dateline::{Datelines, Stands as WrittenStands, dispatch_head};
pub(crate) use frame::stepped;
pub(crate) use resolve::resolve_table;
pub(crate) use whole::covered;
