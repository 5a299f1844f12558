//! The record that a screening leaves.

use casebook::Sha256;
use casebook::ledger::{Screened, Screenee, SearchedList, SearchedSnapshot};
use casebook::register::SetBytes;
use names::screening::Screening;

use super::{Desk, Scope};
use crate::cli::Author;
use crate::commands::lists;
use crate::explained::Explained;

/// All that it takes to do a screening again, but for the act's own place in the ledger.
pub fn screened(
    desk: &Desk,
    screening: &Screening<'_, SetBytes>,
    scope: &Scope,
    subject: Screenee,
    hits: u64,
    results: Sha256,
) -> Screened {
    let lists = screening.searched().map(|searched| {
        let snapshots = desk.contents.list(&searched.list).iter();
        let snapshots =
            snapshots.filter(|snapshot| searched.snapshots.contains(&snapshot.added.date)).map(|snapshot| {
                SearchedSnapshot { date: snapshot.added.date, files: snapshot.added.files.clone() }
            });
        SearchedList { list: searched.list.clone(), snapshots: snapshots.collect() }
    });
    Screened {
        subject,
        lists: lists.collect(),
        as_of: scope.as_of,
        cutoff: scope.cutoff,
        limit: scope.limit as u64,
        hits,
        results,
    }
}

/// Appends it to the register's ledger; returns its number.
///
/// # Errors
/// Those of the ledger, with what to do where it cannot be written to.
pub fn keep(desk: &Desk, author: &Author, screened: Screened) -> Result<u64, Explained> {
    let mut writer = lists::writer(&desk.register, author).map_err(|error| Explained {
        what: format!("the screening was done, but could not be recorded: {}", error.what),
        hint: error.hint.or_else(|| Some("--no-record screens without a record".to_owned())),
        ..error
    })?;
    writer.record_screening(screened).map_err(|error| lists::explain(&error))
}
