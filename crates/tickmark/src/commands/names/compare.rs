//! `names compare`: one pair, explained.

use std::io::Write;

use names::matching::{self, Comparison, Prepared};

use super::Side;
use crate::cli::CompareNames;
use crate::commands::screen::asked;
use crate::exit::Exit;
use crate::explained::Explained;
use crate::terminal::{Terminal, escape, style};

/// Prints the score, what it says, and every part of it.
pub fn run(arguments: &CompareNames, terminal: Terminal) -> Result<Exit, Explained> {
    let kind = asked::kind(arguments.schema);
    let side = |name, births, countries, identifiers| Side {
        kind,
        name,
        births: texts(births),
        countries: texts(countries),
        identifiers: texts(identifiers),
    };
    let one = side(&arguments.one, &arguments.birth1, &arguments.country1, &arguments.id1);
    let other = side(&arguments.other, &arguments.birth2, &arguments.country2, &arguments.id2);
    let prepared = |side: Side<'_>, which: &str| {
        let party = side
            .party()
            .map_err(|why| Explained::new(format!("the {which} cannot be compared")).because(why));
        party.map(|party| Prepared::of(&party))
    };
    let comparison = matching::compare(&prepared(one, "first")?, &prepared(other, "other")?);
    let mut out = terminal.results();
    match arguments.json {
        true => writeln!(out, "{}", serde_json::json!(comparison))?,
        false => show(&mut out, &comparison)?,
    }
    out.flush()?;
    Ok(Exit::Clean)
}

fn texts(texts: &[String]) -> Vec<&str> {
    texts.iter().map(String::as_str).collect()
}

fn show(out: &mut impl Write, comparison: &Comparison) -> std::io::Result<()> {
    let strong = style::STRONG;
    let (says, because) = (comparison.says, comparison.because);
    writeln!(out, "{strong}{:.3}  {says}{strong:#}: {because}", comparison.score)?;
    for part in &comparison.parts {
        writeln!(out, "  {}", escape::lines(&part.to_string()))?;
    }
    Ok(())
}
