//! Who is meant by a name.
//!
//! Publishers' lists are read into records of `FollowTheMoney` ([`ftm::Record`]), every value with the line that it
//! stands in. What is compared is a [`Party`]: names and what else is known of somebody or something, of a list, of a query, or of
//! a case. A comparison says how much two parties look like one, as a sum of named parts, and which of two things
//! it says: that they bear the *same name*, or that they are the *same party*.
//!
//! Pure: no file, clock, network, thread or randomness. Whoever reads a compiled list hands its bytes.

mod hashed;
pub mod history;
pub mod index;
pub mod lists;
pub mod matching;
pub mod ownership;
pub mod pairs;
pub mod party;
pub mod reading;
pub mod scan;
pub mod screening;
pub mod scripts;
pub mod words;

pub use party::Party;
