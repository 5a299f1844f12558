//! `judge`: what people decide, into the ledger and out of it.

mod doubts;
mod list;
mod words;

use std::io::Write;

use casebook::judgements::{Item, State, What};
use casebook::ledger::{Decided, Ruling, Subject};
use casebook::{Loaded, Writer};

pub use words::subject;

use super::case::{built, explain};
use super::findings::item;
use crate::cli::{Grounds, Judge, Judgement, One, Two, Undo};
use crate::exit::Exit;
use crate::explained::Explained;
use crate::terminal::{Terminal, escape};

/// Records or lists.
pub fn run(arguments: &Judge, terminal: Terminal) -> Result<Exit, Explained> {
    match &arguments.judgement {
        Judgement::Accept(on) => decide(Ruling::Accepted, &on.ids, &on.grounds, terminal),
        Judgement::Reject(on) => decide(Ruling::Rejected, &on.ids, &on.grounds, terminal),
        Judgement::Same(on) if !on.force => same(on, terminal),
        Judgement::Same(on) => decide(Ruling::Same, &on.ids, &on.grounds, terminal),
        Judgement::Different(on) => decide(Ruling::Different, &on.ids, &on.grounds, terminal),
        Judgement::Unsure(on) => decide(Ruling::Unsure, &on.ids, &on.grounds, terminal),
        Judgement::Silence(on) => silence(on, terminal),
        Judgement::Undo(undone) => undo(undone, terminal),
        Judgement::List(list) => list::run(list, terminal),
    }
}

/// Two things that can hardly be one are not joined by a slip of the hand.
fn same(on: &Two, terminal: Terminal) -> Result<Exit, Explained> {
    let writer = open(&on.grounds, terminal)?;
    let loaded = load(&writer)?;
    let items = on.ids.iter().map(|id| item(&loaded, id)).collect::<Result<Vec<_>, _>>()?;
    if let [one, other] = &*items
        && let Some(why) = doubts::against_one(&loaded, *one, *other)
    {
        return Err(Explained::new("these can hardly be one, and nothing was recorded")
            .because(escape::line(&why).into_owned())
            .hint("add --force if they are; --reason says why"));
    }
    record(Ruling::Same, &items, (writer, loaded), &on.grounds, terminal)
}

fn decide(ruling: Ruling, ids: &[String], grounds: &Grounds, terminal: Terminal) -> Result<Exit, Explained> {
    let writer = open(grounds, terminal)?;
    let loaded = load(&writer)?;
    let items = ids.iter().map(|id| item(&loaded, id)).collect::<Result<Vec<_>, _>>()?;
    record(ruling, &items, (writer, loaded), grounds, terminal)
}

fn record(
    ruling: Ruling,
    items: &[Item],
    (mut writer, loaded): (Writer, Loaded),
    grounds: &Grounds,
    terminal: Terminal,
) -> Result<Exit, Explained> {
    let on = fitting(&loaded, ruling, items)?;
    let decided = Decided { ruling, on, reason: grounds.reason.trim().to_owned() };
    writer.decide(decided).map_err(|error| explain(&error))?;
    // The conclusions follow at once, so that what the judgement comes to can be told.
    super::case::built_with(&mut writer, &grounds.reading, terminal)?;
    let exit = tell(&writer, terminal)?;
    if let (Ruling::Accepted, [from, to]) = (ruling, items) {
        tell_circle(&load(&writer)?, *from, *to, terminal)?;
    }
    Ok(exit)
}

/// A circle has no origin: whoever makes one should see it at once. Works keep their numbers, as no text was read anew.
fn tell_circle(loaded: &Loaded, from: Item, to: Item, terminal: Terminal) -> Result<(), Explained> {
    let around = doubts::circle(loaded, from, to);
    if !around.is_empty() {
        let mut out = terminal.results();
        writeln!(
            out,
            "note: {} now rest on each other in a circle, which has no origin and counts 0; `tickmark judge undo` takes a judgement back",
            escape::line(&around.join("; "))
        )?;
        out.flush()?;
    }
    Ok(())
}

/// What is decided about, where such a thing can be decided about it.
fn fitting(loaded: &Loaded, ruling: Ruling, items: &[Item]) -> Result<Subject, Explained> {
    let is_alone = matches!(ruling, Ruling::Accepted | Ruling::Rejected);
    let subject = match items {
        [one] => loaded.subject(*one),
        [one, other] => loaded.subject_of_two(*one, *other),
        _ => None,
    };
    let fits = |subject: &Subject| match subject {
        Subject::Claim(_) | Subject::Works(_) => is_alone,
        Subject::Claims(_) | Subject::Entities(_) => !is_alone,
    };
    subject.filter(fits).ok_or_else(|| {
        let name = ruling.name();
        Explained::new(format!("nothing can be judged `{name}` about these")).hint(match is_alone {
            true => "accept and reject take one claim, or two works of which the first rests on the second",
            false => "same, different and unsure take two different claims, or two different entities",
        })
    })
}

/// Says what was recorded, and what it overrides or contradicts.
fn tell(writer: &Writer, terminal: Terminal) -> Result<Exit, Explained> {
    let all = writer.case().judgements().map_err(|error| explain(&error))?;
    let Some(last) = all.iter().rev().find(|one| matches!(one.what, What::Decided(_))) else {
        return Ok(Exit::Clean);
    };
    let mut out = terminal.results();
    writeln!(out, "recorded {}: {}", last.act, escape::line(&words::judgement(&last.what)))?;
    for earlier in all.iter().filter(|one| one.state == State::Overridden { by: last.act }) {
        let said = words::judgement(&earlier.what);
        writeln!(
            out,
            "it overrides {} by {}: {}",
            earlier.act,
            escape::line(&earlier.by),
            escape::line(&said)
        )?;
    }
    for one in all.iter().filter(|one| one.state == State::Contradicted) {
        let said = escape::line(&words::judgement(&one.what)).into_owned();
        writeln!(out, "note: {}, {said}, contradicts what others say together", one.act)?;
    }
    out.flush()?;
    Ok(Exit::Clean)
}

fn silence(on: &One, terminal: Terminal) -> Result<Exit, Explained> {
    let mut writer = open(&on.grounds, terminal)?;
    let loaded = load(&writer)?;
    let Item::Diagnostic(index) = item(&loaded, &on.id)? else {
        return Err(Explained::new(format!("`{}` is no diagnostic", on.id))
            .hint("`tickmark check --format json` prints the ids of diagnostics"));
    };
    let diagnostic = &loaded.diagnostics[index];
    let Some(anchor) = loaded.anchor(diagnostic) else {
        return Err(Explained::new("this diagnostic stands nowhere, so that it could not be found again")
            .hint("`--allow CODE` on the command line leaves out a whole rule"));
    };
    writer.silence(diagnostic.code, anchor, on.grounds.reason.trim()).map_err(|error| explain(&error))?;
    let mut out = terminal.results();
    let (code, message) = (diagnostic.code.name(), escape::line(&diagnostic.message));
    writeln!(out, "silenced {code}: {message}")?;
    out.flush()?;
    Ok(Exit::Clean)
}

fn undo(undone: &Undo, terminal: Terminal) -> Result<Exit, Explained> {
    let mut writer = open(&undone.grounds, terminal)?;
    writer.undo(undone.act, undone.grounds.reason.trim()).map_err(|error| match error {
        casebook::Error::NoJudgement { .. } => {
            explain(&error).hint("`tickmark judge list` prints the numbers of judgements")
        }
        casebook::Error::AlreadyUndone { .. } => explain(&error)
            .hint("there is nothing more to undo of it; `tickmark judge list` shows what counts"),
        error => explain(&error),
    })?;
    super::case::built_with(&mut writer, &undone.grounds.reading, terminal)?;
    let mut out = terminal.results();
    writeln!(out, "took back {}", undone.act)?;
    out.flush()?;
    Ok(Exit::Clean)
}

fn open(grounds: &Grounds, terminal: Terminal) -> Result<Writer, Explained> {
    if grounds.reason.trim().is_empty() {
        return Err(
            Explained::new("a judgement needs a reason").hint("--reason says why, for whoever asks later")
        );
    }
    built(&grounds.case, &grounds.author, &grounds.reading, terminal)
}

fn load(writer: &Writer) -> Result<Loaded, Explained> {
    writer.case().load().map_err(|error| explain(&error))
}
