//! What a hit's score is made of, as values and as words.

use names::index::Hit;
use serde_json::{Value, json};

/// The score, rounded as it is printed.
pub fn score(hit: &Hit<'_>) -> f64 {
    rounded(hit.comparison.score)
}

fn rounded(points: f64) -> f64 {
    (points * 1000.0).round() / 1000.0
}

/// Which of two things it says: `same name`, `same party`.
pub fn says(_hit: &Hit<'_>) -> &'static str {
    "same name"
}

/// For programs.
pub fn parts(_hit: &Hit<'_>) -> Value {
    json!([])
}

/// For people, a line each.
pub fn lines(_hit: &Hit<'_>) -> Vec<String> {
    Vec::new()
}
