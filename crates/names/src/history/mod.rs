//! Snapshots of one list side by side: who was listed when, as far as they tell.

mod day;

pub use day::Day;
