//! `names score`: a table of pairs, streamed; order kept, nothing lost.

use std::fs::File;
use std::io::{self, BufReader, BufWriter, Seek, SeekFrom, Write};
use std::path::Path;

use names::matching::{self, Comparison, Prepared};
use names::party::Kind;

use super::Side;
use crate::cli::ScoreNames;
use crate::commands::screen::asked;
use crate::commands::screen::table::{Row, Rows, Table, cells, said_kind};
use crate::exit::Exit;
use crate::explained::Explained;
use crate::terminal::{Terminal, counted};

/// The columns that are added.
const ADDED: [&str; 5] =
    ["tickmark_score", "tickmark_says", "tickmark_because", "tickmark_parts", "tickmark_error"];

/// Broken rows that are told; the others are counted. All have their word in the table.
const MOST_TOLD: u64 = 20;

/// Scores every row.
pub fn run(arguments: &ScoreNames, terminal: Terminal) -> Result<Exit, Explained> {
    let table = Table::open(&arguments.file)?;
    let columns = Columns::of(&table.headers(), asked::kind(arguments.schema))?;
    let Some(out) = &arguments.out else {
        let tally = through(&table, &columns, &mut terminal.results(), terminal)?;
        return Ok(tally.exit());
    };
    let part = out.with_added_extension("part");
    let refused =
        |error: io::Error| Explained::new(format!("could not write {}", out.display())).because(error);
    let mut file = BufWriter::new(File::create(&part).map_err(refused)?);
    let tally = through(&table, &columns, &mut file, terminal)?;
    file.into_inner().map_err(io::Error::from).and_then(|file| file.sync_all()).map_err(refused)?;
    std::fs::rename(&part, out).map_err(refused)?;
    tell(tally, out, terminal)?;
    Ok(tally.exit())
}

fn tell(tally: Tally, out: &Path, terminal: Terminal) -> io::Result<()> {
    let broken = match tally.broken {
        0 => String::new(),
        number => format!(", {} not", counted(number, "row", "rows")),
    };
    let mut results = terminal.results();
    writeln!(results, "scored {}{broken}: wrote {}", counted(tally.scored, "row", "rows"), out.display())?;
    results.flush()
}

/// How many rows were scored and how many not.
#[derive(Debug, Clone, Copy, Default)]
struct Tally {
    scored: u64,
    broken: u64,
}

impl Tally {
    const fn exit(self) -> Exit {
        if self.broken > 0 { Exit::Findings } else { Exit::Clean }
    }
}

fn through(
    table: &Table,
    columns: &Columns,
    out: &mut impl Write,
    terminal: Terminal,
) -> Result<Tally, Explained> {
    let refused = |error: io::Error| Explained::new(format!("could not read {}", table.path)).because(error);
    let width = table.header.len();
    let mut file = &table.file;
    file.seek(SeekFrom::Start(table.begins)).map_err(refused)?;
    let mut rows = Rows::new(BufReader::new(file), table.delimiter, Some(width), table.number, table.begins);
    let mut line = Vec::new();
    let header = table.header.iter().map(Vec::as_slice).chain(ADDED.map(str::as_bytes));
    cells::row(&mut line, header, table.delimiter);
    out.write_all(&line)?;
    let mut tally = Tally::default();
    while let Some(row) = rows.next().map_err(refused)? {
        let added = match columns.compared(&row) {
            Ok(comparison) => {
                tally.scored += 1;
                scored(&comparison)
            }
            Err(why) => {
                tally.broken += 1;
                if tally.broken <= MOST_TOLD {
                    terminal.say(&format!("warning: {}, row {}: {why}", table.path, row.number));
                }
                [String::new(), String::new(), String::new(), String::new(), why]
            }
        };
        line.clear();
        // A row with too few or too many fields keeps its own, and the added ones stand under their headers.
        let fields =
            (0..width.max(row.fields.len())).map(|at| row.fields.get(at).map_or(&b""[..], Vec::as_slice));
        cells::row(&mut line, fields.take(width).chain(added.iter().map(String::as_bytes)), table.delimiter);
        out.write_all(&line)?;
    }
    if tally.broken > MOST_TOLD {
        terminal.say(&format!(
            "note: {} more rows; each says why in its column tickmark_error",
            tally.broken - MOST_TOLD
        ));
    }
    out.flush()?;
    Ok(tally)
}

fn scored(comparison: &Comparison) -> [String; ADDED.len()] {
    let parts: Vec<String> = comparison.parts.iter().map(ToString::to_string).collect();
    let score = format!("{:.3}", comparison.score);
    [score, comparison.says.to_string(), comparison.because.to_string(), parts.join("; "), String::new()]
}

/// Where the columns stand that are compared.
struct Columns {
    names: [usize; 2],
    births: [Option<usize>; 2],
    countries: [Option<usize>; 2],
    schema: Option<usize>,
    kind: Kind,
}

impl Columns {
    fn of(headers: &[String], kind: Kind) -> Result<Self, Explained> {
        let bare = |header: &String| {
            header
                .chars()
                .filter(|letter| letter.is_alphanumeric())
                .flat_map(char::to_lowercase)
                .collect::<String>()
        };
        let bare: Vec<String> = headers.iter().map(bare).collect();
        let find = |known: &str| bare.iter().position(|header| header == known);
        let name = |header: &str| {
            find(header).ok_or_else(|| {
                Explained::new(format!("there is no column {header}"))
                    .because(format!("the header has {}", headers.join(", ")))
                    .hint("call the columns name1 and name2; schema, birth1, birth2, country1, country2 are read too")
            })
        };
        Ok(Self {
            names: [name("name1")?, name("name2")?],
            births: [find("birth1"), find("birth2")],
            countries: [find("country1"), find("country2")],
            schema: find("schema"),
            kind,
        })
    }

    /// The two sides of a row compared, or why they cannot be.
    fn compared(&self, row: &Row) -> Result<Comparison, String> {
        if let Some(broken) = row.broken {
            return Err(broken.words());
        }
        let text = |at: usize| {
            row.fields.get(at).and_then(|field| std::str::from_utf8(field).ok()).unwrap_or_default()
        };
        let schema = self.schema.map_or("", text).trim();
        let kind = match schema {
            "" => self.kind,
            schema => said_kind(schema).ok_or_else(|| format!("“{schema}” is no schema"))?,
        };
        let listed = |at: Option<usize>| {
            let text = at.map_or("", text);
            text.split(';').map(str::trim).filter(|text| !text.is_empty()).collect::<Vec<_>>()
        };
        let side = |which: usize| Side {
            kind,
            name: text(self.names[which]),
            births: listed(self.births[which]),
            countries: listed(self.countries[which]),
            identifiers: Vec::new(),
        };
        let prepared = |which: usize| {
            let party = side(which).party().map_err(|why| format!("name{}: {why}", which + 1));
            party.map(|party| Prepared::of(&party))
        };
        Ok(matching::compare(&prepared(0)?, &prepared(1)?))
    }
}
