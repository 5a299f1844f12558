//! What the documents of a case say, in tables.

mod claims;
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
use crate::terminal::{Terminal, style};

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
