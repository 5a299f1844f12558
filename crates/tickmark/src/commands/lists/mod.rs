//! `lists`: the register of lists to screen against.

mod add;
mod diff;
mod remove;
mod show;
mod update;

pub use diff::words as diff_words;

use std::io::Write;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use casebook::register::{Contents, ListSet, Register, RegisterWriter, Snapshot};
use casebook::{Error, Severity};
use names::index::Unfinished;

use super::case::{WallClock, actor};
use crate::cli::{Author, Lists, ListsAct, ListsFolder};
use crate::exit::Exit;
use crate::explained::Explained;
use crate::terminal::Terminal;
use crate::terminal::progress::Progress;

/// Runs what was asked for; without that, shows the lists.
pub fn run(arguments: &Lists, terminal: Terminal) -> Result<Exit, Explained> {
    let folder = &arguments.folder;
    match &arguments.act {
        None => show::run(folder, arguments.json, terminal),
        Some(ListsAct::Add(add)) => add::run(folder, add, terminal),
        Some(ListsAct::Diff(diff)) => diff::run(folder, diff, terminal),
        Some(ListsAct::Remove(remove)) => remove::run(folder, remove, terminal),
        Some(ListsAct::Update(update)) => update::run(folder, update, terminal),
        Some(ListsAct::Verify) => verify(folder, terminal),
    }
}

/// The folder of lists: the one named, else that of the user's data.
pub fn folder(lists: &ListsFolder) -> Result<PathBuf, Explained> {
    if let Some(named) = &lists.lists {
        return Ok(named.clone());
    }
    let variable = |name| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let home = || variable("HOME");
    let data = match cfg!(target_os = "macos") {
        true => home().map(|home| home.join("Library/Application Support")),
        false => variable("XDG_DATA_HOME").or_else(|| Some(home()?.join(".local/share"))),
    };
    data.map(|data| data.join("tickmark/lists")).ok_or_else(|| {
        Explained::new("could not tell where your lists are")
            .because("neither XDG_DATA_HOME nor HOME is set")
            .hint("`--lists DIR` or TICKMARK_LISTS names a folder")
    })
}

/// Opens the register to read from. Nothing is made by looking.
pub fn open(lists: &ListsFolder) -> Result<Register, Explained> {
    Register::open(&folder(lists)?).map_err(|error| explain(&error))
}

/// Opens the register to write to, and begins one where there is none.
pub fn begin(lists: &ListsFolder, author: &Author) -> Result<RegisterWriter, Explained> {
    let actor = actor(author);
    let register =
        Register::open_or_begin(&folder(lists)?, &actor, &WallClock).map_err(|error| explain(&error))?;
    writer(&register, author)
}

/// How long another writer is waited for: a record takes a few milliseconds, so that many can screen at once.
const PATIENCE: Duration = Duration::from_secs(5);

/// How often it is tried.
const PAUSE: Duration = Duration::from_millis(20);

/// Opens a register that is there to write to; waits for a writer that is soon done.
pub fn writer(register: &Register, author: &Author) -> Result<RegisterWriter, Explained> {
    let begun = Instant::now();
    loop {
        match register.write(actor(author), Arc::new(WallClock)) {
            Err(Error::Locked { .. }) if begun.elapsed() < PATIENCE => std::thread::sleep(PAUSE),
            result => return result.map_err(|error| explain(&error)),
        }
    }
}

/// The lists in use, compiled; made now where they were not, which is told.
pub fn set(register: &Register, contents: &Contents, terminal: Terminal) -> Result<ListSet, Explained> {
    let progress = Progress::new(terminal, "compiling");
    let all = contents.snapshots().len() as u64;
    register
        .set(contents, &mut |snapshot| {
            progress.of(all);
            progress.done(&format!("{} of {}", snapshot.list, snapshot.date));
        })
        .map_err(|error| explain(&error))
}

/// The snapshot that somebody means by `LIST@DATE`; by `LIST` alone the latest.
pub fn snapshot<'a>(contents: &'a Contents, text: &str) -> Result<&'a Snapshot, Explained> {
    let (list, date) = text.rsplit_once('@').map_or((text, None), |(list, date)| (list, Some(date)));
    let snapshots = contents.list(list);
    let meant = match date {
        None => snapshots.last(),
        Some(date) => snapshots.iter().find(|snapshot| snapshot.added.date.to_string() == date),
    };
    meant.ok_or_else(|| {
        let known: Vec<String> = contents.snapshots().iter().map(shown).collect();
        Explained::new(format!("there is no snapshot `{text}`")).hint(match known.is_empty() {
            true => "`tickmark lists add FILE` adds one".to_owned(),
            false => format!("there are {}", known.join(", ")),
        })
    })
}

/// `un@2026-02-27`.
pub fn shown(snapshot: &Snapshot) -> String {
    format!("{}@{}", snapshot.added.list, snapshot.added.date)
}

/// Facts of the register, with what to do about them.
pub fn explain(error: &Error) -> Explained {
    let hint = match error {
        Error::NotARegister { .. } => "`tickmark lists add FILE` begins one; `--lists DIR` names another",
        Error::NoDay { .. } => "say so: `--date 2026-02-27`",
        Error::SnapshotThere { .. } => {
            "give the day that this one is of with --date, or take the other out of use: `tickmark lists remove LIST@DATE --reason WORDS`"
        }
        Error::OtherList { .. } => {
            "name it: `--list NAME`; with the name of that list it is taken as a snapshot of it"
        }
        Error::RemainsOfACase { .. } => {
            "restore lists.json from a backup, or begin the lists in another folder"
        }
        Error::CaseFileDamaged { .. } => "restore lists.json from a backup",
        Error::LedgerDamaged { .. } | Error::ExhibitMissing { .. } | Error::ExhibitDamaged { .. } => {
            "`tickmark lists verify` lists all damage; restore from a backup, nothing was changed"
        }
        Error::NoAct { what: "screening", .. } => "`tickmark runs` lists them",
        Error::NoAct { .. } => "`tickmark decisions` lists them",
        Error::Uncompiled(Unfinished::NoRoom(_)) => {
            "make room on the disk of the lists (`--lists DIR` names another) and look at them again: nothing is lost, they are compiled then"
        }
        Error::Uncompiled(Unfinished::TooMuch(_)) => {
            "take snapshots out of use that you do not need, or keep the largest list in a folder of its own (--lists DIR)"
        }
        other => return super::case::explain(other),
    };
    let mut explained = Explained::new(error.to_string()).hint(hint);
    if let Error::Uncompiled(why) = error {
        explained = Explained { what: "the lists cannot be compiled".to_owned(), ..explained }.because(why);
    }
    explained
}

fn verify(lists: &ListsFolder, terminal: Terminal) -> Result<Exit, Explained> {
    let register = open(lists)?;
    let progress = Progress::new(terminal, "verifying");
    let report = register
        .verify(&mut |at| {
            progress.of(at.of);
            progress.at(at.done);
        })
        .map_err(|error| explain(&error))?;
    drop(progress);
    let mut out = terminal.results();
    for finding in &report.findings {
        let grave = if finding.severity() == Severity::Damage { "damage" } else { "note" };
        writeln!(out, "{grave}: {finding}")?;
    }
    let sound = if report.is_sound() { "sound" } else { "damaged" };
    writeln!(out, "{} acts, {} files: {sound}", report.lines, report.exhibits)?;
    out.flush()?;
    Ok(if report.is_sound() { Exit::Clean } else { Exit::Findings })
}
