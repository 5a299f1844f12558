//! `names score`: a table of pairs, streamed; order kept, nothing lost.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;

use names::matching::{self, Comparison, Prepared};
use names::party::Kind;

use super::Side;
use crate::cli::ScoreNames;
use crate::commands::screen::asked;
use crate::commands::screen::table::{Row, Table, cells, said_kind};
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
    let mut rows = table.rows()?;
    let mut line = Vec::new();
    let header = table.header.iter().map(String::as_bytes).chain(ADDED.map(str::as_bytes));
    cells::row(&mut line, header, table.delimiter);
    out.write_all(&line)?;
    let mut tally = Tally::default();
    let mut told = 0;
    while let Some(row) = rows.next().map_err(|error| table.refused(&error))? {
        let (mut added, why) = match columns.compared(&row) {
            Ok(comparison) => {
                tally.scored += 1;
                (scored(&comparison), row.foreign.clone())
            }
            Err(why) => {
                tally.broken += 1;
                (Default::default(), Some(why))
            }
        };
        if let Some(why) = why {
            told += 1;
            if told <= MOST_TOLD {
                terminal.say(&format!("warning: {}, row {}: {why}", table.path, row.number));
            }
            added[ADDED.len() - 1] = why;
        }
        line.clear();
        let fields = row.fitted(table.header.len(), table.delimiter);
        let added = added.iter().map(String::as_bytes);
        cells::row(&mut line, fields.iter().map(|field| field.as_bytes()).chain(added), table.delimiter);
        out.write_all(&line)?;
    }
    if told > MOST_TOLD {
        let more = told - MOST_TOLD;
        terminal.say(&format!("note: {more} more rows; each says why in its column tickmark_error"));
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
        let text = |at: usize| row.fields.get(at).map_or("", String::as_str);
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
