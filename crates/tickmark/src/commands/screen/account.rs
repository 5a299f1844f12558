//! What a hit's score is made of, as values and as words.

use names::matching::{Comparison, Says};
use serde_json::{Value, json};

/// The score, rounded as it is printed.
pub fn score(comparison: &Comparison) -> f64 {
    rounded(comparison.score)
}

fn rounded(points: f64) -> f64 {
    (points * 1000.0).round() / 1000.0
}

/// Which of two things it says: `same name`, `same party`.
pub const fn says(comparison: &Comparison) -> &'static str {
    match comparison.says {
        Says::SameParty => "same party",
        Says::SameName => "same name",
        Says::Neither => "another name",
    }
}

/// For programs.
pub fn parts(comparison: &Comparison) -> Value {
    let parts = comparison.parts.iter().map(|part| {
        json!({
            "what": part.what,
            "one": part.one,
            "other": part.other,
            "how": part.how,
            "points": rounded(part.points),
        })
    });
    parts.collect()
}

/// For people, a line each.
pub fn lines(comparison: &Comparison) -> Vec<String> {
    comparison.parts.iter().map(ToString::to_string).collect()
}
