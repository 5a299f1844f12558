//! `screen --csv`: every row of a table, streamed; order kept, nothing lost, gone on with after an interruption.

mod answer;
mod cells;
mod columns;
mod part;
mod rows;

use std::fs::File;
use std::io::{self, BufReader, Read, Seek, SeekFrom, Write};
use std::num::NonZeroUsize;
use std::path::Path;

use casebook::ledger::{ScreenedTable, Screenee};
use casebook::register::SetBytes;
use casebook::Sha256;
use names::party::Kind;
use names::screening::Screening;

use self::columns::Columns;
use self::part::{Part, Tally};
use self::rows::{Row, Rows};
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

/// A table that is open to be read.
struct Table {
    path: String,
    file: File,
    sha256: Sha256,
    /// About how many rows there are: a line in quotation marks is counted, too.
    about: u64,
    delimiter: u8,
    header: Vec<Vec<u8>>,
    /// Where the first row begins.
    begins: u64,
}

/// What is done with each row.
struct Work<'a> {
    desk: &'a Desk,
    screening: &'a Screening<'a, SetBytes>,
    scope: &'a Scope,
    columns: &'a Columns,
    delimiter: u8,
    width: usize,
}

/// Screens every row and writes all of them, each with what was found.
pub fn run(path: &Path, arguments: &Screen, terminal: Terminal) -> Result<Exit, Explained> {
    let Some(out) = &arguments.table.out else {
        return Err(Explained::new("--csv needs a file to write to").hint("--out FILE"));
    };
    let desk = Desk::open(&arguments.folder, terminal)?;
    let scope = Scope::of(&arguments.how, USUAL_LIMIT, &desk)?;
    let table = Table::open(path)?;
    let kind = asked::kind(arguments.known.kind);
    let columns = Columns::of(table.headers(), arguments.table.columns.as_deref(), kind)?;
    terminal.say(&format!("columns: {}", columns.words()));
    let screening = desk.screening(&scope);
    let work = Work::new(&desk, &screening, &scope, &columns, &table);
    let mut part = Part::open(out, &work.key(&table, kind))?;
    if part.mark().rows > 0 {
        terminal.say(&format!("going on after row {}", part.mark().rows));
    }
    let jobs = arguments.table.jobs.or_else(|| std::thread::available_parallelism().ok());
    let (rows, tally) = through(&work, table.try_clone()?, &mut part, jobs.unwrap_or(NonZeroUsize::MIN), terminal)?;
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

/// Does a screening of a table again and returns the hash of what comes of it.
///
/// # Errors
/// When the table is not what it was.
pub fn again(desk: &Desk, scope: &Scope, then: &ScreenedTable, terminal: Terminal) -> Result<(Sha256, u64), Explained> {
    let table = Table::open(Path::new(&then.path))?;
    if table.sha256 != then.sha256 {
        return Err(Explained::new(format!("{} is not the table that was screened", then.path))
            .because(format!("its SHA-256 is {}, that of the table was {}", table.sha256, then.sha256))
            .hint("put the table back that was screened then"));
    }
    let said: Vec<String> = then.columns.iter().map(|(what, header)| format!("{what}={header}")).collect();
    let columns = Columns::of(table.headers(), Some(&said.join(",")), then.kind)?;
    let screening = desk.screening(scope);
    let work = Work::new(desk, &screening, scope, &columns, &table);
    let folder = tempfile::tempdir().map_err(|error| Explained::new("could not make a temporary folder").because(error))?;
    let mut part = Part::open(&folder.path().join("again.csv"), "")?;
    let jobs = std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN);
    let (_, tally) = through(&work, table.try_clone()?, &mut part, jobs, terminal)?;
    Ok((part.hash()?, tally.hits))
}

/// Takes all rows through, from the part's mark on; returns how many there are, and what was found.
fn through(
    work: &Work<'_>,
    table: Table,
    part: &mut Part,
    jobs: NonZeroUsize,
    terminal: Terminal,
) -> Result<(u64, Tally), Explained> {
    let progress = Progress::new(terminal, "screening");
    progress.of(table.about);
    let refused = |error: io::Error| Explained::new(format!("could not read {}", table.path)).because(error);
    let (mut number, mut tally) = (part.mark().rows, part.mark().tally);
    if part.mark().written == 0 {
        part.append(&work.header(&table), 0, table.begins, tally)?;
    }
    let mut file = &table.file;
    file.seek(SeekFrom::Start(part.mark().read)).map_err(refused)?;
    let from = BufReader::with_capacity(1 << 18, file);
    let mut rows = Rows::new(from, table.delimiter, Some(work.width), number, part.mark().read);
    let mut told = 0;
    loop {
        let mut slab = Vec::with_capacity(SLAB);
        while slab.len() < SLAB {
            let Some(row) = rows.next().map_err(refused)? else { break };
            slab.push(row);
        }
        let Some(last) = slab.last() else { break };
        number = last.number;
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
        part.append(&bytes, number, rows.offset(), tally)?;
        progress.at(number);
    }
    if told > MOST_TOLD {
        progress.say(terminal, &format!("note: {} more rows; each says why in its column tickmark_error", told - MOST_TOLD));
    }
    Ok((number, tally))
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

/// Rows that were done.
struct Done {
    bytes: Vec<u8>,
    tally: Tally,
    broken: Vec<(u64, String)>,
}

impl<'a> Work<'a> {
    fn new(
        desk: &'a Desk,
        screening: &'a Screening<'a, SetBytes>,
        scope: &'a Scope,
        columns: &'a Columns,
        table: &Table,
    ) -> Self {
        Self { desk, screening, scope, columns, delimiter: table.delimiter, width: table.header.len() }
    }

    /// Of what the output is made: two runs with one key write the same bytes.
    fn key(&self, table: &Table, kind: Kind) -> String {
        let snapshots: Vec<u64> = self.desk.contents.snapshots().iter().map(|snapshot| snapshot.act).collect();
        let rulings: Vec<(u64, bool)> =
            self.desk.contents.rulings().all().map(|ruling| (ruling.act, ruling.undone)).collect();
        let made_of = serde_json::json!({
            "table": table.sha256,
            "register": self.desk.register.root(),
            "snapshots": snapshots,
            "rulings": rulings,
            "as_of": self.scope.as_of,
            "only": self.scope.only,
            "cutoff": self.scope.cutoff,
            "limit": self.scope.limit,
            "columns": self.columns.used(),
            "kind": kind,
            "version": env!("CARGO_PKG_VERSION"),
        });
        Sha256::of(made_of.to_string().as_bytes()).to_string()
    }

    fn header(&self, table: &Table) -> Vec<u8> {
        let mut bytes = Vec::new();
        let added = answer::ADDED.iter().map(|column| column.as_bytes());
        cells::row(&mut bytes, table.header.iter().map(Vec::as_slice).chain(added), self.delimiter);
        bytes
    }

    fn rows(&self, rows: &[Row]) -> Done {
        let mut done = Done { bytes: Vec::new(), tally: Tally::default(), broken: Vec::new() };
        for row in rows {
            self.row(row, &mut done);
        }
        done
    }

    fn row(&self, row: &Row, done: &mut Done) {
        let asked = match row.broken {
            Some(broken) => Err(broken.words()),
            None => self.columns.query(&row.fields),
        };
        let (added, tally) = match asked {
            Ok((query, strange)) => {
                let strange = strange.join("; ");
                if !strange.is_empty() {
                    done.broken.push((row.number, strange.clone()));
                }
                answer::cells(self.desk, self.screening, self.scope, &query, strange)
            }
            Err(why) => {
                done.broken.push((row.number, why.clone()));
                answer::broken(why)
            }
        };
        done.tally = done.tally.and(tally);
        // As many cells as the header has, so that what is added stands in its columns; what is too much is kept in the last of them.
        let missing = self.width.saturating_sub(row.fields.len());
        let own = row.fields.iter().take(self.width.saturating_sub(1)).map(Vec::as_slice);
        let rest = row.fields.get(self.width.saturating_sub(1)..).unwrap_or_default();
        let rest = rest.join(&self.delimiter);
        let last = (missing == 0).then_some(&*rest);
        let empty = std::iter::repeat_n(&b""[..], missing);
        let added = added.iter().map(String::as_bytes);
        cells::row(&mut done.bytes, own.chain(last).chain(empty).chain(added), self.delimiter);
    }
}

impl Table {
    fn open(path: &Path) -> Result<Self, Explained> {
        let shown = path.to_string_lossy().into_owned();
        let refused = |error: io::Error| Explained::new(format!("could not read {shown}")).because(error);
        let facts = std::fs::metadata(path).map_err(refused)?;
        if !facts.is_file() {
            return Err(Explained::new(format!("{shown} is no file"))
                .hint("a table is read twice and gone on with after an interruption: save it to a file"));
        }
        let mut file = File::open(path).map_err(refused)?;
        let (sha256, lines) = part::hash(&mut file).map_err(refused)?;
        let begins = beginning(&file, &shown)?;
        file.seek(SeekFrom::Start(begins)).map_err(refused)?;
        let delimiter = delimiter(&file).map_err(refused)?;
        file.seek(SeekFrom::Start(begins)).map_err(refused)?;
        let mut rows = Rows::new(BufReader::new(&file), delimiter, None, 0, begins);
        let header = rows.header().map_err(refused)?;
        let begins = rows.offset();
        let Some(header) = header.filter(|header| header.broken.is_none()) else {
            return Err(Explained::new(format!("{shown} has no header"))
                .because("its first line should name the columns, parted by commas, semicolons or tabs"));
        };
        let about = lines.saturating_sub(1).max(1);
        Ok(Self { path: shown, file, sha256, about, delimiter, header: header.fields, begins })
    }

    fn headers(&self) -> Vec<String> {
        self.header.iter().map(|header| String::from_utf8_lossy(header).trim().to_owned()).collect()
    }

    fn try_clone(&self) -> Result<Self, Explained> {
        let file = self.file.try_clone();
        let file = file.map_err(|error| Explained::new(format!("could not read {}", self.path)).because(error))?;
        Ok(Self {
            path: self.path.clone(),
            file,
            sha256: self.sha256,
            about: self.about,
            delimiter: self.delimiter,
            header: self.header.clone(),
            begins: self.begins,
        })
    }
}

/// Where the text begins, behind a mark of its encoding.
fn beginning(mut file: &File, shown: &str) -> Result<u64, Explained> {
    let mut first = Vec::new();
    let read = file.seek(SeekFrom::Start(0)).and_then(|_| file.take(3).read_to_end(&mut first));
    read.map_err(|error| Explained::new(format!("could not read {shown}")).because(error))?;
    match &*first {
        [0xef, 0xbb, 0xbf] => Ok(3),
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => Err(Explained::new(format!("{shown} is UTF-16"))
            .hint("save it as “CSV UTF-8”")),
        [b'P', b'K', ..] => Err(Explained::new(format!("{shown} is a workbook or an archive, no CSV"))
            .hint("save its sheet as “CSV UTF-8”")),
        _ => Ok(0),
    }
}

/// What parts the fields of the first line: the commonest of comma, semicolon and tab.
fn delimiter(file: &File) -> io::Result<u8> {
    let mut first = Vec::new();
    let mut head = file.take(1 << 16);
    head.read_to_end(&mut first)?;
    let line = first.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let number = |delimiter: u8| line.iter().filter(|byte| **byte == delimiter).count();
    let best = [b'\t', b';', b','].into_iter().max_by_key(|delimiter| number(*delimiter));
    Ok(best.unwrap_or(b','))
}
