//! What the documents of a case say, in tables.

mod claims;
mod imported;
mod incident;
mod incidents;
mod origins;
mod parties;
mod phrases;
mod sources;

use std::io::{self, Write};

use casebook::Loaded;
use casebook::judgements::{Item, Unknown};

pub use claims::run as claims;
pub use incident::run as incident;
pub use incidents::run as incidents;
pub use origins::run as origins;
pub use parties::run as parties;
pub use sources::run as sources;

use super::case::{built, explain};
use crate::cli::Look;
use crate::exit::Exit;
use crate::explained::Explained;
use crate::terminal::{Terminal, escape, style};

/// Behind a value that does not stand in the sentence of its claim.
const FROM_BEFORE: &str = "↑";
/// What that sign means.
const FROM_BEFORE_WORDS: &str =
    "does not stand in the passage itself, but in a sentence or heading before it";

/// What is called by a number in the count of origins.
pub fn standing_name(loaded: &Loaded, standing: usize) -> String {
    phrases::standing(loaded, standing)
}

/// Says which files are drafts or copies of one text: they count once.
fn near_copies(out: &mut impl Write, loaded: &Loaded) -> io::Result<()> {
    let origins = &loaded.conclusions.origins;
    for edge in origins.near_copies().take(MOST_COPIES) {
        let [later, earlier] = [edge.from, edge.to].map(|one| phrases::standing(loaded, one));
        let (later, earlier) = (escape::line(&later), escape::line(&earlier));
        writeln!(out, "note: {later} is a near copy of {earlier}; they count as one report")?;
    }
    left_out(out, origins.near_copies().count(), MOST_COPIES, "`tickmark origins ID` shows those of one file")
}

/// Near copies that are named; the others are counted.
const MOST_COPIES: usize = 5;

/// Everything in the case, with what is not read yet read first.
fn loaded(look: &Look, terminal: Terminal) -> Result<Loaded, Explained> {
    let writer = built(&look.case, &look.author, &look.reading, terminal)?;
    writer.case().load().map_err(|error| explain(&error))
}

/// What an id means, or why it means nothing.
pub fn item(loaded: &Loaded, id: &str) -> Result<Item, Explained> {
    loaded.item(id).map_err(|unknown| match unknown {
        Unknown::Nothing => Explained::new(format!("nothing in this case has the id `{id}`"))
            .hint("`tickmark claims`, `incidents`, `parties` and `sources` print ids; they change when files are added or read anew"),
        Unknown::Several(ids) => {
            Explained::new(format!("several ids begin with `{id}`")).because(ids.join(", ")).hint("type more of it")
        }
    })
}

/// Says that there is nothing, and what to do. Nothing found is status 1, as `search` has it.
fn nothing(out: &mut impl Write, what: &str, next: &str) -> io::Result<Exit> {
    let help = style::HELP;
    writeln!(out, "{what}")?;
    writeln!(out, "{help}next{help:#}: {next}")?;
    Ok(Exit::Findings)
}

/// How many are left out, where some are.
fn left_out(out: &mut impl Write, all: usize, shown: usize, how: &str) -> io::Result<()> {
    match all.saturating_sub(shown) {
        0 => Ok(()),
        more => writeln!(out, "… and {more} more ({how})"),
    }
}

/// Whether a text contains words, whatever their case.
fn contains(text: &str, words: &str) -> bool {
    text.to_lowercase().contains(&words.to_lowercase())
}
