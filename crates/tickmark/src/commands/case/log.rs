//! `log`: every act on the case.

use std::io::{self, Write};

use casebook::ledger::{Act, Entry, Judgement, KnownAct, Via};

use super::{explain, open};
use crate::cli::Log;
use crate::exit::Exit;
use crate::explained::Explained;
use crate::terminal::{Terminal, escape};

/// One line an act, each checked against the chain before it is shown.
pub fn run(arguments: &Log, terminal: Terminal) -> Result<Exit, Explained> {
    let case = open(&arguments.case)?;
    let mut out = terminal.results();
    for entry in case.log().map_err(|error| explain(&error))? {
        let entry = entry.map_err(|error| explain(&error))?;
        match arguments.json {
            true => as_json(&mut out, &entry)?,
            false => line(&mut out, &entry)?,
        }
    }
    out.flush()?;
    Ok(Exit::Clean)
}

fn as_json(out: &mut impl Write, entry: &Entry) -> io::Result<()> {
    serde_json::to_writer(&mut *out, entry)?;
    writeln!(out)
}

fn line(out: &mut impl Write, entry: &Entry) -> io::Result<()> {
    let by = escape::line(&entry.by.name);
    let act = describe(&entry.act);
    writeln!(out, "{}  {:.0}  {by}  {}", entry.seq, entry.at, escape::line(&act))
}

fn describe(act: &Act) -> String {
    match act {
        Act::Known(known) => describe_known(known),
        Act::Unknown(value) => {
            let kind = value.get("kind").and_then(serde_json::Value::as_str);
            format!("an act of a later version: {}", kind.unwrap_or("without a kind"))
        }
    }
}

fn describe_known(act: &KnownAct) -> String {
    match act {
        KnownAct::CaseCreated { case } => format!("began case {case}"),
        KnownAct::RegisterCreated { register } => format!("began register {register}"),
        KnownAct::ListAdded(added) => format!("took {} of {} into use", added.list, added.date),
        KnownAct::Screened(screened) => format!("screened; {} hits", screened.hits),
        KnownAct::Ruled(ruled) => {
            let (verdict, asked, entry) = (ruled.verdict.name(), ruled.query.shown(), &ruled.entry);
            format!("decided {verdict}: {asked} and {}:{}: {}", entry.list, entry.id, ruled.reason)
        }
        KnownAct::Acquired(acquired) => {
            let sha256 = acquired.sha256.short();
            let (origin, size) = (&acquired.origin, acquired.size);
            match acquired.via {
                Via::Direct => format!("added {origin} ({size} bytes, {sha256})"),
                Via::MemberOf(archive) => {
                    format!("took {origin} out of {} ({size} bytes, {sha256})", archive.short())
                }
            }
        }
        KnownAct::Judged(Judgement::Silenced { code, reason, .. }) => {
            format!("silenced a {}: {reason}", code.name())
        }
        KnownAct::Judged(Judgement::Restored { code, reason, .. }) => {
            format!("restored a {}: {reason}", code.name())
        }
        KnownAct::Decided(decided) => {
            let (ruling, subject) = (decided.ruling.name(), crate::commands::judge::subject(&decided.on));
            format!("decided {ruling}: {subject}: {}", decided.reason)
        }
        KnownAct::Undone { act, reason } => format!("took back act {act}: {reason}"),
        KnownAct::Asked { endpoint, model, passages, kept, .. } => {
            format!("asked {model} at {endpoint} about {passages} passages; {kept} suggestions kept")
        }
        KnownAct::Suggested(suggested) => {
            let quote = suggested.anchor.passage.as_ref().map_or("", |passage| &*passage.quote);
            format!("{} suggested a claim: {quote}", suggested.model)
        }
        KnownAct::Used { role, exhibit } => format!("took {} into use as {}", exhibit.short(), role.name()),
        KnownAct::Unused { role, exhibit } => {
            format!("took {} out of use as {}", exhibit.short(), role.name())
        }
        KnownAct::Exported { what, format, sha256 } => {
            format!("exported {what} as {format} ({})", sha256.short())
        }
    }
}
