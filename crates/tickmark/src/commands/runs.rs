//! `runs`: the screenings that were done.

use std::io::Write;

use casebook::ledger::{Screened, Screenee};
use casebook::register::Run;
use serde_json::json;

use super::lists;
use crate::cli::Runs;
use crate::exit::Exit;
use crate::explained::Explained;
use crate::terminal::table::{Column, Table};
use crate::terminal::{Terminal, counted};

/// A row a screening, in order.
pub fn run(arguments: &Runs, terminal: Terminal) -> Result<Exit, Explained> {
    let register = lists::open(&arguments.folder)?;
    let mut out = terminal.results();
    let runs = register.runs().map_err(|error| lists::explain(&error))?;
    let columns = [
        Column::Right("RUN"),
        Column::Left("WHEN"),
        Column::Left("BY"),
        Column::Filling("ASKED"),
        Column::Filling("LISTS"),
        Column::Right("HITS"),
    ];
    let mut table = Table::new(columns, 0);
    let mut number = 0;
    for run in runs {
        let run = run.map_err(|error| lists::explain(&error))?;
        number += 1;
        match arguments.json {
            true => writeln!(out, "{}", row(&run))?,
            false => table.row([
                run.act.to_string(),
                format!("{:.0}", run.at),
                run.by.clone(),
                asked(&run.screened),
                searched(&run.screened),
                run.screened.hits.to_string(),
            ]),
        }
    }
    if !arguments.json {
        match number {
            0 => writeln!(out, "nothing was screened yet")?,
            _ => table.write(&mut out, terminal.room())?,
        }
    }
    out.flush()?;
    if number > 0 && !arguments.json {
        terminal.say(
            "next: `tickmark screen --repeat RUN` does one again and says whether the result is the same",
        );
    }
    Ok(Exit::Clean)
}

/// `Jann Oste`, `clients.csv (5,000 rows)`.
pub fn asked(screened: &Screened) -> String {
    let asked = match &screened.subject {
        Screenee::Query(query) => query.shown().to_owned(),
        Screenee::Table(table) => format!("{} ({})", table.path, counted(table.rows, "row", "rows")),
    };
    match screened.as_of {
        Some(day) => format!("{asked}, as of {day}"),
        None => asked,
    }
}

/// `un of 2026-02-27`.
fn searched(screened: &Screened) -> String {
    let lists = screened.lists.iter().map(|list| {
        let days: Vec<String> = list.snapshots.iter().map(|snapshot| snapshot.date.to_string()).collect();
        format!("{} of {}", list.list, days.join(" and "))
    });
    lists.collect::<Vec<_>>().join("; ")
}

fn row(run: &Run) -> serde_json::Value {
    json!({
        "run": run.act,
        "at": run.at,
        "by": run.by,
        "program": run.program,
        "screened": run.screened,
    })
}
