//! Figures, one a line.

use std::io::Write;

/// What was measured.
pub struct Figure {
    pub order: u8,
    pub what: String,
    pub measured: String,
    pub target: &'static str,
    pub met: Option<bool>,
}

/// A figure that has no target.
pub fn plain(what: &str, measured: String) -> Figure {
    Figure { order: 9, what: what.to_owned(), measured, target: "", met: None }
}

/// A figure that should be so much or more.
pub fn at_least(
    what: &str,
    value: f64,
    target: f64,
    (digits, unit, said): (usize, &str, &'static str),
) -> Figure {
    let measured = format!("{value:.digits$}{unit}");
    Figure { order: 1, what: what.to_owned(), measured, target: said, met: Some(value >= target) }
}

/// A figure that should be so much or less.
pub fn at_most(
    what: &str,
    value: f64,
    target: f64,
    (digits, unit, said): (usize, &str, &'static str),
) -> Figure {
    let measured = format!("{value:.digits$}{unit}");
    Figure { order: 1, what: what.to_owned(), measured, target: said, met: Some(value <= target) }
}

/// Prints a line.
pub fn say(line: &str) {
    let _ = writeln!(std::io::stdout(), "{line}");
}

/// Rows of a Markdown table.
pub fn print(figures: &[Figure]) {
    for Figure { what, measured, target, met, .. } in figures {
        let met = met.map_or("", |met| if met { "yes" } else { "**no**" });
        say(&format!("| {what} | {measured} | {target} | {met} |"));
    }
}
