//! E06, where lists are given.

use std::path::PathBuf;

use reason::checks::in_order;

use super::Checked;
use crate::cli::values::day;
use crate::cli::{Check, ListsFolder};
use crate::commands::{case, lists};
use crate::explained::Explained;
use crate::terminal::Terminal;

/// Adds what E06 finds by these lists. What somebody silenced in the case stays silent.
pub(super) fn add(
    checked: &mut Checked,
    folder: &PathBuf,
    arguments: &Check,
    terminal: Terminal,
) -> Result<(), Explained> {
    let as_of = arguments.as_of.as_deref().map(|text| day("--as-of", text)).transpose()?;
    let set = lists::opened(&ListsFolder { lists: Some(folder.clone()) }, terminal)?;
    let loaded = &mut checked.loaded;
    let mut found = casebook::listed::check(loaded, &set, as_of);
    if let Some(of) = &checked.case {
        of.keep_unsilenced(loaded, &mut found).map_err(|error| case::explain(&error))?;
    }
    loaded.diagnostics.extend(found);
    in_order(&mut loaded.diagnostics);
    Ok(())
}
