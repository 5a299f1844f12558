//! `lists diff`: what changed from one snapshot to another.

use std::collections::BTreeMap;
use std::io::{self, Write};

use casebook::register::{Change, Snapshot};
use names::history::{By, Changed, Difference, Listing, diff};
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
    let before = register.listings(earlier).map_err(|error| explain(&error))?;
    let after = register.listings(later).map_err(|error| explain(&error))?;
    let difference = diff(&before, &after);
    let of = Of::these(earlier, later);
    notes(earlier, later, of, &difference).iter().for_each(|note| terminal.say(note));
    let mut out = terminal.results();
    match arguments.json {
        true => for_programs(&mut out, &difference, of)?,
        false => for_people(&mut out, &difference, [earlier, later], of)?,
    }
    out.flush()?;
    Ok(Exit::Clean)
}

/// What is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Of {
    /// Two snapshots of one list: what changed.
    OneList,
    /// Two lists: nothing was added or removed; each has whom it has.
    TwoLists,
}

impl Of {
    fn these(earlier: &Snapshot, later: &Snapshot) -> Self {
        if earlier.added.list == later.added.list { Self::OneList } else { Self::TwoLists }
    }

    /// Of whom only the second has, whom both have, whom only the first has; for programs.
    const fn words(self) -> [&'static str; 3] {
        match self {
            Self::OneList => ["added", "changed", "removed"],
            Self::TwoLists => ["only_in_second", "differs", "only_in_first"],
        }
    }

    /// The same before each entry, for people.
    const fn labels(self) -> [&'static str; 3] {
        match self {
            Self::OneList => ["added    ", "changed  ", "removed  "],
            Self::TwoLists => ["only in the second  ", "differs             ", "only in the first   "],
        }
    }
}

/// What must be known to read the answer rightly.
fn notes(earlier: &Snapshot, later: &Snapshot, of: Of, difference: &Difference<'_>) -> Vec<String> {
    let (one, other) = (shown(earlier), shown(later));
    let mut notes = Vec::new();
    if of == Of::TwoLists {
        notes.push(format!(
            "note: {one} and {other} are two lists, not two snapshots of one: this is who stands on which (told apart {}), not what changed. \
             `tickmark lists` shows the snapshots of each",
            by(difference.by)
        ));
    } else if earlier.added.date > later.added.date {
        notes.push(format!("note: {one} is later than {other}; what is told as added went away"));
    }
    let (format, later_format) = (earlier.added.format, later.added.format);
    if format != later_format {
        let (format, later_format) = (format.name(), later_format.name());
        notes.push(format!(
            "note: {one} ({format}) and {other} ({later_format}) are of two formats: what only one of them tells, and notes, are not compared"
        ));
    }
    notes
}

const fn by(by: By) -> &'static str {
    match by {
        By::Id => "by their ids",
        By::NameAndBirth => "by name and birth",
        By::Name => "by name alone",
    }
}

fn for_people(
    out: &mut impl Write,
    difference: &Difference<'_>,
    [earlier, later]: [&Snapshot; 2],
    of: Of,
) -> io::Result<()> {
    let [only_later, differs, only_earlier] = of.labels();
    let (added, removed, otherwise) = (style::HELP, style::ERROR, style::WARNING);
    let shown_as =
        |listing: &Listing| format!("{} ({})", escape::line(&listing.name), escape::line(&listing.id));
    for one in &difference.added {
        writeln!(out, "{added}{only_later}{added:#}{}", shown_as(one))?;
    }
    for one in &difference.changed {
        writeln!(out, "{otherwise}{differs}{otherwise:#}{}", shown_as(one.after))?;
        for change in changes(one) {
            writeln!(out, "           {}", escape::line(&words(&change)))?;
        }
    }
    for one in &difference.removed {
        writeln!(out, "{removed}{only_earlier}{removed:#}{}", shown_as(one))?;
    }
    let (one, other) = (shown(earlier), shown(later));
    let (one, other) = (escape::line(&one), escape::line(&other));
    let [come, otherwise, gone] =
        [difference.added.len(), difference.changed.len(), difference.removed.len()];
    match of {
        Of::OneList => writeln!(out, "{one} to {other}: {come} added, {otherwise} changed, {gone} removed"),
        Of::TwoLists => {
            writeln!(
                out,
                "{one} and {other}: {come} only in the second, {otherwise} in both that differ, {gone} only in the first"
            )
        }
    }
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

fn for_programs(out: &mut impl Write, difference: &Difference<'_>, of: Of) -> io::Result<()> {
    let [only_later, differs, only_earlier] = of.words();
    let row = |what: &str, listing: &Listing, changes: BTreeMap<&str, serde_json::Value>| json!({"change": what, "id": listing.id, "name": listing.name, "changes": changes});
    for one in &difference.added {
        writeln!(out, "{}", row(only_later, one, BTreeMap::new()))?;
    }
    for one in &difference.changed {
        let values = one
            .values
            .iter()
            .map(|(property, (gone, come))| (*property, json!({"added": come, "removed": gone})));
        writeln!(out, "{}", row(differs, one.after, values.collect()))?;
    }
    for one in &difference.removed {
        writeln!(out, "{}", row(only_earlier, one, BTreeMap::new()))?;
    }
    Ok(())
}
