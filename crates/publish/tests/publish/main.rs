//! The pages and files that the crate writes, from values built by hand.
#![expect(clippy::unwrap_used, reason = "a test may fail by panic")]

mod bibliography;
mod html;
mod incidents;
mod markup_safety;
mod sample;
mod sarif;
