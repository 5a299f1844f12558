//! `judge list`: every judgement, and whether it counts.

use std::io::{self, Write};

use casebook::judgements::{Recorded, State};
use serde_json::json;

use super::words::judgement;
use crate::cli::List;
use crate::commands::case::{built, explain};
use crate::exit::Exit;
use crate::explained::Explained;
use crate::terminal::{Terminal, escape, style};

/// One judgement after another, in the order in which they were made. A lost one is something to look at.
pub fn run(arguments: &List, terminal: Terminal) -> Result<Exit, Explained> {
    let writer = built(&arguments.case, &arguments.author, &arguments.reading, terminal)?;
    let all = writer.case().judgements().map_err(|error| explain(&error))?;
    let mut out = terminal.results();
    match arguments.json {
        true => all.iter().try_for_each(|one| writeln!(out, "{}", row(one)))?,
        false => for_people(&mut out, &all)?,
    }
    out.flush()?;
    let open = |one: &Recorded| matches!(one.state, State::Lost | State::Contradicted);
    Ok(if all.iter().any(open) { Exit::Findings } else { Exit::Clean })
}

fn for_people(out: &mut impl Write, all: &[Recorded]) -> io::Result<()> {
    if all.is_empty() {
        let help = style::HELP;
        writeln!(out, "nothing is judged yet")?;
        return writeln!(
            out,
            "{help}next{help:#}: `tickmark judge same CLAIM CLAIM --reason WORDS`, and so on"
        );
    }
    for one in all {
        let said = judgement(&one.what);
        writeln!(out, "{}  {:.0}  {}  {}", one.act, one.at, escape::line(&one.by), escape::line(&said))?;
        writeln!(out, "   because {}", escape::line(one.what.reason()))?;
        if one.state != State::Counts {
            let warning = style::WARNING;
            writeln!(out, "   {warning}{}{warning:#}", state(one.state))?;
        }
    }
    Ok(())
}

fn state(state: State) -> String {
    match state {
        State::Counts => "counts".to_owned(),
        State::Overridden { by } => format!("overridden by {by}"),
        State::Contradicted => {
            "contradicted: others, taken together, say that these are one; the later counts".to_owned()
        }
        State::Undone => "taken back".to_owned(),
        State::Lost => "lost: its words are not found any more; it has no effect until they are".to_owned(),
        State::Pending => "not taken up yet: `tickmark build` does".to_owned(),
    }
}

fn row(one: &Recorded) -> serde_json::Value {
    let name = match one.state {
        State::Counts => "counts",
        State::Overridden { .. } => "overridden",
        State::Contradicted => "contradicted",
        State::Undone => "undone",
        State::Lost => "lost",
        State::Pending => "pending",
    };
    let by = match one.state {
        State::Overridden { by } => Some(by),
        _ => None,
    };
    json!({
        "act": one.act,
        "at": one.at,
        "by": one.by,
        "judgement": judgement(&one.what),
        "reason": one.what.reason(),
        "state": name,
        "overridden_by": by,
    })
}
