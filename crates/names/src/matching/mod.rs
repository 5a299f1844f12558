//! Whether two parties look like one: a sum of named parts, and what it says.
//!
//! A party is [`Prepared`] once and compared often: [`score`] gives the sum alone and sets no memory aside, [`compare`] also gives
//! its parts, to be printed. Both give the same sum.

mod comparison;
mod prepared;

pub use comparison::{Because, Comparison, How, Part, PartKind, Says};
pub use prepared::Prepared;

/// From this score on two names are the same name for most purposes: the one cut-off that the figures in BENCHMARKS.md are
/// measured at. What is shown is the user's to say.
pub const THRESHOLD: f64 = 0.7;

/// How much two parties look like one, from 0 to 1: the score of [`compare`], without its parts.
#[must_use]
pub fn score(one: &Prepared, other: &Prepared) -> f64 {
    compare(one, other).score
}

/// How much two parties look like one, why, and what that says.
#[must_use]
pub fn compare(one: &Prepared, other: &Prepared) -> Comparison {
    let same = one.names().any(|one| other.names().any(|other| one.text() == other.text()));
    let score = if same { 1.0 } else { 0.0 };
    Comparison { score, parts: Vec::new(), names: None, says: Says::Neither, because: Because::NameDiffers }
}
