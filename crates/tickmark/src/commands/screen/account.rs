//! What a hit's score is made of, as values and as words.

use names::matching::{Because, Comparison, Part, PartKind};
use serde_json::{Value, json};

/// The score as it is printed, in thousandths.
pub fn score(comparison: &Comparison) -> f64 {
    rounded(comparison.score)
}

fn rounded(points: f64) -> f64 {
    (points * 1000.0).round() / 1000.0
}

/// Which of two things it says, and why: `same party (an identifier is the same)`.
pub fn says(comparison: &Comparison) -> String {
    let (says, because) = (comparison.says, comparison.because);
    match because {
        Because::NameDiffers => "alike".to_owned(),
        Because::NameAlone => says.to_string(),
        _ => format!("{says} ({because})"),
    }
}

/// For programs.
pub fn parts(comparison: &Comparison) -> Value {
    let part = |part: &Part| {
        json!({
            "what": part.what,
            "points": rounded(part.points),
            "one": part.one,
            "other": part.other,
            "how": part.how,
        })
    };
    comparison.parts.iter().map(part).collect()
}

/// For people, a line each.
pub fn lines(comparison: &Comparison) -> Vec<String> {
    comparison.parts.iter().map(Part::to_string).collect()
}

/// What the score is made of, in a line: `family name 0.42, given name 0.31, birth +0.10`. Parts of one sort are added up.
pub fn in_short(comparison: &Comparison) -> String {
    let mut sums: Vec<(PartKind, f64)> = Vec::new();
    for part in comparison.parts.iter().filter(|part| part.points != 0.0) {
        match sums.iter_mut().find(|(what, _)| *what == part.what) {
            Some((_, sum)) => *sum += part.points,
            None => sums.push((part.what, part.points)),
        }
    }
    let words = sums.iter().map(|(what, points)| format!("{what} {points:+.2}"));
    words.collect::<Vec<_>>().join(", ")
}
