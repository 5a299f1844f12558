//! One query.

use std::io::Write;

use casebook::Sha256;
use casebook::ledger::Screenee;

use super::show::{self, Detail};
use super::{Desk, Scope, asked, record, rows};
use crate::cli::Screen;
use crate::exit::Exit;
use crate::explained::Explained;
use crate::terminal::Terminal;

/// Hits that are shown where nobody says how many.
pub const USUAL_LIMIT: usize = 20;

/// Shows who could be meant. Somebody who is not cleared is something to look at.
pub fn run(arguments: &Screen, terminal: Terminal) -> Result<Exit, Explained> {
    let query = asked::query(arguments.name.as_deref().unwrap_or_default(), &arguments.known)?;
    let desk = Desk::open(&arguments.folder, terminal)?;
    let scope = Scope::of(&arguments.how, USUAL_LIMIT, &desk)?;
    let screening = desk.screening(&scope);
    let found = desk.ask(&screening, &query, &scope);
    let mut outcome = rows::outcome(&desk, &query, &scope, &screening, &found);
    let results = Sha256::of(outcome.to_string().as_bytes());
    let mut out = terminal.results();
    if !arguments.json {
        let detail = if arguments.explain { Detail::Parts } else { Detail::Short };
        show::outcome(&mut out, &desk, &scope, &screening, &found, detail)?;
        out.flush()?;
    }
    let run = match arguments.no_record {
        true => None,
        false => {
            let subject = Screenee::Query(query);
            let screened = record::screened(&desk, &screening, &scope, subject, found.len() as u64, results);
            Some(record::keep(&desk, &arguments.author, screened)?)
        }
    };
    if arguments.json {
        outcome["run"] = run.into();
        writeln!(out, "{outcome}")?;
        out.flush()?;
    } else if let Some(run) = run {
        terminal.say(&format!("recorded as screening {run}"));
    }
    Ok(if found.iter().any(super::Found::is_open) { Exit::Findings } else { Exit::Clean })
}
