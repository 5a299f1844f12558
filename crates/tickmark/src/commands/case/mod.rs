//! Commands over a case.

mod add;
mod build;
mod export;
pub mod imports;
mod init;
mod log;
mod search;
mod status;
mod suggest;
mod tables;
mod verify;

use std::path::PathBuf;
use std::sync::Arc;

use casebook::{Actor, Case, Clock, Error, Timestamp, Writer};

use crate::cli::{Author, CaseFolder};
use crate::explained::{Explained, Kind};

pub use add::run as add;
pub use build::{build, built, built_with, rebuild};
pub use export::run as export;
pub use init::run as init;
pub use log::run as log;
pub use search::run as search;
pub use status::run as status;
pub use tables::{gazetteer, rates};
pub use verify::run as verify;

/// The clock on the wall: the one place where the program reads the time.
#[derive(Debug, Clone, Copy)]
pub struct WallClock;

impl Clock for WallClock {
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }
}

/// The case's folder: the one named, else the one that the current folder lies in.
pub fn folder(case: &CaseFolder) -> Result<PathBuf, Explained> {
    if let Some(named) = &case.case {
        return Ok(named.clone());
    }
    let here = std::env::current_dir()
        .map_err(|error| Explained::new("could not tell the current folder").because(error))?;
    Case::find(&here).ok_or_else(|| {
        Explained::new("there is no case here")
            .because(format!("neither {} nor a folder above it is one", here.display()))
            .hint("`tickmark init DIR` begins one; `--case DIR` names one")
    })
}

/// Opens the case to read from.
pub fn open(case: &CaseFolder) -> Result<Case, Explained> {
    Case::open(&folder(case)?).map_err(|error| explain(&error))
}

/// Opens the case to write to.
pub fn writer(case: &Case, author: &Author) -> casebook::Result<Writer> {
    case.write(actor(author), Arc::new(WallClock))
}

/// Opens the case to write to, and tells what an interrupted run left.
pub fn write(case: &Case, author: &Author, terminal: crate::terminal::Terminal) -> Result<Writer, Explained> {
    let writer = writer(case, author).map_err(|error| explain(&error))?;
    let mended = writer.recovery();
    let left = [
        (mended.adopted_lines, "acts on the disk but not acknowledged: taken on"),
        (mended.staged_removed, "half-copied files: removed"),
        (mended.unclaimed, "exhibits never acknowledged: moved to unclaimed/"),
    ];
    for (number, what) in left.into_iter().filter(|(number, _)| *number > 0) {
        terminal.say(&format!("note: an earlier run was interrupted; {number} {what}"));
    }
    if let Some(torn) = &mended.torn {
        terminal.say(&format!("note: an unfinished line of the log was moved to {}", torn.display()));
    }
    Ok(writer)
}

/// Who acts, as the log shall keep it.
pub fn actor(author: &Author) -> Actor {
    let user = || std::env::var("USER").or_else(|_| std::env::var("LOGNAME")).ok();
    let named = author.by.clone().or_else(user).or_else(account);
    Actor {
        name: named.filter(|name| !name.trim().is_empty()).unwrap_or_else(|| "unknown".to_owned()),
        program: format!("tickmark {}", env!("CARGO_PKG_VERSION")),
    }
}

/// The name of the account that runs the program, where the environment does not tell (services, containers).
fn account() -> Option<String> {
    let own = rustix::process::getuid().as_raw().to_string();
    let accounts = std::fs::read_to_string("/etc/passwd").ok()?;
    let entry = accounts.lines().find(|line| line.split(':').nth(2) == Some(own.as_str()))?;
    entry.split(':').next().map(str::to_owned)
}

/// Facts of the case folder, with what to do about them.
pub fn explain(error: &Error) -> Explained {
    if let Error::Output(source) = error
        && source.kind() == std::io::ErrorKind::BrokenPipe
    {
        return Explained { kind: Kind::BrokenPipe, ..Explained::new("the output was closed") };
    }
    let explained = Explained::new(error.to_string());
    match hint(error) {
        Some(hint) => explained.hint(hint),
        None => explained,
    }
}

fn hint(error: &Error) -> Option<&'static str> {
    Some(match error {
        Error::DiskFull { .. } => "free some space and run it again; everything told as added before is safe",
        Error::NotACase { .. } => "`tickmark init DIR` begins a case",
        Error::AlreadyACase { .. } => "go on with it: `tickmark add --case DIR FILE...`",
        Error::RemainsOfACase { .. } => {
            "restore tickmark.json from a backup, or begin the case in another folder"
        }
        Error::UnknownFormat { .. } => "use the version of tickmark that made the case, or a later one",
        Error::Locked { .. } => "wait until it is done, then run this again",
        Error::LedgerDamaged { .. } | Error::ExhibitMissing { .. } | Error::ExhibitDamaged { .. } => {
            "`tickmark verify` lists all damage; restore from a backup, nothing was changed"
        }
        Error::CaseFileDamaged { .. } => "restore tickmark.json from a backup",
        Error::ChangedWhileRead { .. } => "add it again when nobody writes to it",
        Error::NotBuilt { .. } => "`tickmark build` reads what was added",
        Error::ProjectionUnusable { .. } | Error::Sqlite(_) => {
            "`tickmark rebuild` makes it anew from the evidence"
        }
        Error::EmptyQuery { .. } => "give a word of at least one letter",
        _ => return None,
    })
}
