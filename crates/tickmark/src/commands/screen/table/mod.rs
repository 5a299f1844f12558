//! `screen --csv`: every row of a table, streamed; order kept, nothing lost, gone on with after an interruption.

mod answer;
pub mod cells;
mod columns;
mod part;
mod rows;
mod source;
mod work;

use std::io::Write;
use std::num::NonZeroUsize;
use std::path::Path;

use casebook::Sha256;
use casebook::ledger::{ScreenedTable, Screenee};

use self::columns::Columns;
pub use self::columns::said_kind;
use self::part::{Done, Part, Tally};
pub use self::rows::Row;
pub use self::source::Table;
use self::work::Work;
use super::{Desk, Scope, asked, record};
use crate::cli::Screen;
use crate::exit::Exit;
use crate::explained::Explained;
use crate::reading::parallel;
use crate::terminal::progress::Progress;
use crate::terminal::{Terminal, counted};

/// Rows between two marks: half a second of work or more, so that the two flushes of a mark cost nothing that is felt.
const SLAB: usize = 4096;

/// Rows that a thread takes at once.
const HANDFUL: usize = 64;

/// Hits that are shown of a row where nobody says how many.
const USUAL_LIMIT: usize = 5;

/// Broken rows that are told; the others are counted. All have their word in the table.
const MOST_TOLD: u64 = 20;

/// Screens every row and writes all of them, each with what was found.
pub fn run(path: &Path, arguments: &Screen, terminal: Terminal) -> Result<Exit, Explained> {
    let Some(out) = &arguments.table.out else {
        return Err(Explained::new("--csv needs a file to write to").hint("--out FILE"));
    };
    if are_one_file(path, out) {
        return Err(Explained::new(format!("--out {} is the table that is screened", out.display()))
            .because("it would be written over")
            .hint("give another file to write to"));
    }
    let desk = Desk::open(&arguments.folder, terminal)?;
    let scope = Scope::of(&arguments.how, USUAL_LIMIT, &desk)?;
    let table = Table::open(path)?;
    let kind = asked::kind(arguments.known.kind);
    let columns = Columns::of(table.headers(), arguments.table.columns.as_deref(), kind)?;
    terminal.say(&format!("columns: {}", columns.words()));
    let screening = desk.screening(&scope);
    for list in screening.searched().filter(|list| desk.breaks_off(list)) {
        terminal.say(&format!(
            "warning: the file of list {} breaks off: who is not found may stand on it",
            list.list
        ));
    }
    let work = Work::new(&desk, &screening, &scope, &columns, &table);
    let mut part = Part::open(out, &work.key(&table, kind))?;
    if part.mark().rows > 0 {
        terminal.say(&format!("going on after row {}", part.mark().rows));
    }
    let jobs = arguments.table.jobs.or_else(|| std::thread::available_parallelism().ok());
    let (rows, tally) = through(&work, &table, &mut part, jobs.unwrap_or(NonZeroUsize::MIN), terminal)?;
    let results = part.hash()?;
    if !arguments.no_record {
        let subject = Screenee::Table(ScreenedTable {
            path: table.path.clone(),
            sha256: table.sha256,
            rows,
            broken: tally.broken,
            columns: columns.used(),
            kind,
        });
        let screened = record::screened(&desk, &screening, &scope, subject, tally.hits, results);
        let run = record::keep(&desk, &arguments.author, screened)?;
        terminal.say(&format!("recorded as screening {run}"));
    }
    part.finish()?;
    let mut results = terminal.results();
    writeln!(results, "{}: wrote {}", sentence(rows, tally), out.display())?;
    results.flush()?;
    Ok(if tally.open + tally.broken > 0 { Exit::Findings } else { Exit::Clean })
}

fn are_one_file(one: &Path, other: &Path) -> bool {
    one.canonicalize().ok().zip(other.canonicalize().ok()).is_some_and(|(one, other)| one == other)
}

/// Does a screening of a table again and returns the hash of what comes of it.
///
/// # Errors
/// When the table is not what it was.
pub fn again(
    desk: &Desk,
    scope: &Scope,
    then: &ScreenedTable,
    terminal: Terminal,
) -> Result<(Sha256, u64), Explained> {
    let table = Table::open(Path::new(&then.path))?;
    if table.sha256 != then.sha256 {
        return Err(Explained::new(format!("{} is not the table that was screened", then.path))
            .because(format!("its SHA-256 is {}, that of the table was {}", table.sha256, then.sha256))
            .hint("put the table back that was screened then"));
    }
    let columns = Columns::named(table.headers(), &then.columns, then.kind)?;
    let screening = desk.screening(scope);
    let work = Work::new(desk, &screening, scope, &columns, &table);
    let folder = tempfile::tempdir()
        .map_err(|error| Explained::new("could not make a temporary folder").because(error))?;
    let mut part = Part::open(&folder.path().join("again.csv"), "")?;
    let jobs = std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN);
    let (_, tally) = through(&work, &table, &mut part, jobs, terminal)?;
    Ok((part.hash()?, tally.hits))
}

/// Takes all rows through, from the part's mark on; returns how many there are, and what was found.
fn through(
    work: &Work<'_>,
    table: &Table,
    part: &mut Part,
    jobs: NonZeroUsize,
    terminal: Terminal,
) -> Result<(u64, Tally), Explained> {
    let progress = Progress::new(terminal, "screening");
    progress.of(table.about);
    let refused = |error| table.refused(&error);
    let mut rows = table.rows()?;
    if part.mark().written == 0 {
        let header = Done { rows: 0, number: rows.number(), read: rows.offset(), tally: Tally::default() };
        part.append(&work.header(table), header)?;
    }
    rows.go_on_after(part.mark().number, part.mark().read).map_err(refused)?;
    let mut told = 0;
    loop {
        let mut slab = Vec::with_capacity(SLAB);
        while slab.len() < SLAB {
            let Some(row) = rows.next().map_err(refused)? else { break };
            slab.push(row);
        }
        if slab.is_empty() {
            break;
        }
        let mut tally = Tally::default();
        let handfuls: Vec<&[Row]> = slab.chunks(HANDFUL).collect();
        let mut bytes = Vec::new();
        for done in parallel::map(&handfuls, jobs, |rows| work.rows(rows)) {
            bytes.extend_from_slice(&done.bytes);
            tally = tally.and(done.tally);
            for (row, why) in done.broken {
                told += 1;
                if told <= MOST_TOLD {
                    progress.say(terminal, &format!("warning: {}, row {row}: {why}", table.path));
                }
            }
        }
        let done = Done { rows: slab.len() as u64, number: rows.number(), read: rows.offset(), tally };
        part.append(&bytes, done)?;
        progress.at(part.mark().rows);
    }
    if told > MOST_TOLD {
        progress.say(
            terminal,
            &format!("note: {} more rows; each says why in its column tickmark_error", told - MOST_TOLD),
        );
    }
    Ok((part.mark().rows, part.mark().tally))
}

fn sentence(rows: u64, tally: Tally) -> String {
    let broken = match tally.broken {
        0 => String::new(),
        number => format!(", {} not looked up", counted(number, "row", "rows")),
    };
    format!(
        "screened {}: somebody found in {}, to look at in {}{broken}",
        counted(rows, "row", "rows"),
        tally.found,
        tally.open
    )
}
