//! `lists diff`: what changed from one snapshot to another.

use std::collections::BTreeMap;
use std::io::{self, Write};

use casebook::register::{Change, Snapshot};
use names::history::{Changed, Difference, Listing, diff};
use serde_json::json;

use super::{explain, open, shown, snapshot};
use crate::cli::{DiffLists, ListsFolder};
use crate::exit::Exit;
use crate::explained::Explained;
use crate::terminal::{Terminal, counted, escape, style};

/// Added, changed, removed: each in the order of the file that it is of.
pub fn run(folder: &ListsFolder, arguments: &DiffLists, terminal: Terminal) -> Result<Exit, Explained> {
    let register = open(folder)?;
    let contents = register.contents().map_err(|error| explain(&error))?;
    let (earlier, later) = (snapshot(&contents, &arguments.earlier)?, snapshot(&contents, &arguments.later)?);
    if earlier.added.list == later.added.list && earlier.added.date > later.added.date {
        let (one, other) = (shown(earlier), shown(later));
        terminal.say(&format!("note: {one} is later than {other}; what is told as added went away"));
    }
    let before = register.listings(earlier).map_err(|error| explain(&error))?;
    let after = register.listings(later).map_err(|error| explain(&error))?;
    let difference = diff(&before, &after);
    let mut out = terminal.results();
    match arguments.json {
        true => for_programs(&mut out, &difference)?,
        false => for_people(&mut out, &difference, earlier, later)?,
    }
    out.flush()?;
    Ok(Exit::Clean)
}

fn for_people(
    out: &mut impl Write,
    difference: &Difference<'_>,
    earlier: &Snapshot,
    later: &Snapshot,
) -> io::Result<()> {
    let (added, removed, otherwise) = (style::HELP, style::ERROR, style::WARNING);
    let shown_as =
        |listing: &Listing| format!("{} ({})", escape::line(&listing.name), escape::line(&listing.id));
    for one in &difference.added {
        writeln!(out, "{added}added{added:#}    {}", shown_as(one))?;
    }
    for one in &difference.changed {
        writeln!(out, "{otherwise}changed{otherwise:#}  {}", shown_as(one.after))?;
        for change in changes(one) {
            writeln!(out, "           {}", escape::line(&words(&change)))?;
        }
    }
    for one in &difference.removed {
        writeln!(out, "{removed}removed{removed:#}  {}", shown_as(one))?;
    }
    writeln!(
        out,
        "{} to {}: {} added, {} changed, {} removed",
        escape::line(&shown(earlier)),
        escape::line(&shown(later)),
        difference.added.len(),
        difference.changed.len(),
        difference.removed.len(),
    )
}

fn changes(changed: &Changed<'_>) -> Vec<Change> {
    let change = |(property, (gone, come)): (&&str, &(Vec<&str>, Vec<&str>))| Change {
        property: (*property).to_owned(),
        added: come.iter().map(|value| (*value).to_owned()).collect(),
        removed: gone.len(),
    };
    changed.values.iter().map(change).collect()
}

/// `alias added: “The Miller”`, `1 value of address removed`.
pub fn words(change: &Change) -> String {
    let quoted: Vec<String> = change.added.iter().map(|value| format!("“{value}”")).collect();
    let removed = || format!("{} of {} removed", counted(change.removed, "value", "values"), change.property);
    match (quoted.is_empty(), change.removed) {
        (true, _) => removed(),
        (false, 0) => format!("{} added: {}", change.property, quoted.join(", ")),
        (false, _) => format!("{} added: {}; {}", change.property, quoted.join(", "), removed()),
    }
}

fn for_programs(out: &mut impl Write, difference: &Difference<'_>) -> io::Result<()> {
    let row = |what: &str, listing: &Listing, changes: BTreeMap<&str, serde_json::Value>| json!({"change": what, "id": listing.id, "name": listing.name, "changes": changes});
    for one in &difference.added {
        writeln!(out, "{}", row("added", one, BTreeMap::new()))?;
    }
    for one in &difference.changed {
        let values = one
            .values
            .iter()
            .map(|(property, (gone, come))| (*property, json!({"added": come, "removed": gone})));
        writeln!(out, "{}", row("changed", one.after, values.collect()))?;
    }
    for one in &difference.removed {
        writeln!(out, "{}", row("removed", one, BTreeMap::new()))?;
    }
    Ok(())
}
