//! `--clear` and `--match`: what somebody decides about a hit.

use std::io::Write;

use casebook::ledger::{Ruled, Verdict};
use casebook::register::mark;

use super::{Desk, Scope, asked, one};
use crate::cli::Screen;
use crate::commands::lists;
use crate::exit::Exit;
use crate::explained::Explained;
use crate::terminal::{Terminal, escape};

/// Records a decision about an entry that the query finds.
pub fn run(verdict: Verdict, entry: &str, arguments: &Screen, terminal: Terminal) -> Result<Exit, Explained> {
    let query = asked::query(arguments.name.as_deref().unwrap_or_default(), &arguments.known)?;
    let reason = arguments.ruling.reason.as_deref().unwrap_or_default();
    if reason.trim().is_empty() {
        return Err(Explained::new("a decision needs its reason").hint("--reason WORDS"));
    }
    let desk = Desk::open(&arguments.folder, terminal)?;
    let scope = Scope::of(&arguments.how, one::USUAL_LIMIT, &desk)?;
    let screening = desk.screening(&scope);
    let found = desk.ask(&screening, &query, &scope);
    let named =
        |list: &str, id: &str| entry.strip_prefix(list).and_then(|rest| rest.strip_prefix(':')) == Some(id);
    let hit = found.iter().find(|one| named(one.answer.list, &one.answer.record.id)).ok_or_else(|| {
        Explained::new(format!("`{entry}` is not among the hits of {}", query.shown()))
            .because(format!("{} found with a score of {:.2} or more", found.len(), scope.cutoff()))
            .hint("give the query as it was given when it was found, and LIST:ID as hits are printed")
    })?;
    let ruled = Ruled {
        verdict,
        query: query.clone(),
        entry: mark(hit.answer.list, &hit.answer.record),
        reason: reason.to_owned(),
    };
    let mut writer = lists::writer(&desk.register, &arguments.author)?;
    let act = writer.rule(ruled).map_err(|error| lists::explain(&error))?;
    let what = match verdict {
        Verdict::Clear => "cleared",
        Verdict::Match => "matched",
    };
    let mut out = terminal.results();
    let (asked, name) = (escape::line(query.shown()), escape::line(hit.answer.record.shown()));
    writeln!(out, "{what}: {asked} and {name} ({}); decision {act}", escape::line(entry))?;
    out.flush()?;
    terminal.say("it is told with every later hit, until the entry or the query changes");
    Ok(Exit::Clean)
}
