//! `--repeat`: a screening done again, with the lists and decisions as they were then.

use std::io::Write;

use casebook::Sha256;
use casebook::ledger::{Screened, Screenee};
use casebook::register::Run;

use super::show::{self, Detail};
use super::{Desk, Scope, rows, table};
use crate::cli::Screen;
use crate::commands::lists;
use crate::commands::runs::asked;
use crate::exit::Exit;
use crate::explained::Explained;
use crate::terminal::{Terminal, escape};

/// Shows what was found then, if it is found now; says whether the result is the same. Another is something to look at.
pub fn run(act: u64, arguments: &Screen, terminal: Terminal) -> Result<Exit, Explained> {
    let register = lists::open(&arguments.folder)?;
    let run = register.run(act).map_err(|error| lists::explain(&error))?;
    let desk = Desk::before(&arguments.folder, act, terminal)?;
    let scope = scope(&run.screened);
    let mut out = terminal.results();
    let (results, hits) = match &run.screened.subject {
        Screenee::Table(then) => table::again(&desk, &scope, then, terminal)?,
        Screenee::Query(query) => {
            let screening = desk.screening(&scope);
            let found = desk.ask(&screening, query, &scope);
            let outcome = rows::outcome(&desk, query, &scope, &screening, &found);
            match arguments.json {
                true => writeln!(out, "{outcome}")?,
                false => {
                    let detail = if arguments.explain { Detail::Parts } else { Detail::Short };
                    show::outcome(&mut out, &desk, &scope, &screening, &found, detail)?;
                }
            }
            (Sha256::of(outcome.to_string().as_bytes()), found.len() as u64)
        }
    };
    out.flush()?;
    let same = results == run.screened.results;
    if arguments.json {
        terminal.say(&verdict(&run, same, hits));
    } else {
        writeln!(out, "{}", escape::line(&verdict(&run, same, hits)))?;
        out.flush()?;
    }
    Ok(if same { Exit::Clean } else { Exit::Findings })
}

fn scope(screened: &Screened) -> Scope {
    Scope {
        as_of: screened.as_of,
        only: screened.lists.iter().map(|list| list.list.clone()).collect(),
        cutoff: screened.cutoff,
        limit: usize::try_from(screened.limit).unwrap_or(usize::MAX),
    }
}

/// `the same as on 2026-11-27: screening 3 of Jann Oste by Awa Sarr`.
fn verdict(run: &Run, same: bool, hits: u64) -> String {
    let day = &run.at.to_string()[..10];
    let what = format!("screening {} of {} by {} on {day}", run.act, asked(&run.screened), run.by);
    if same {
        return format!("the same result as {what}");
    }
    let now = concat!("tickmark ", env!("CARGO_PKG_VERSION"));
    let version = match run.program == now {
        true => String::new(),
        false => format!("; that was {}, this is {now}", run.program),
    };
    format!("NOT the same result as {what}: {hits} hits, then {}{version}", run.screened.hits)
}
