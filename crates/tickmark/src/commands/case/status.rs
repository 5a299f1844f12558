//! `status`: what the case holds.

use std::io::{self, Write};

use casebook::{Status, UnreadExhibit};
use serde_json::json;

use super::{explain, open};
use crate::cli;
use crate::exit::Exit;
use crate::explained::Explained;
use crate::reading::advice;
use crate::terminal::{Terminal, counted, escape, style};
use crate::worker::limits::MEGABYTE;

/// Counts, and what could not be read.
pub fn run(arguments: &cli::Status, terminal: Terminal) -> Result<Exit, Explained> {
    let case = open(&arguments.case)?;
    let status = case.status().map_err(|error| explain(&error))?;
    let mut out = terminal.results();
    match arguments.json {
        true => writeln!(out, "{}", row(&status))?,
        false => for_people(&mut out, &status)?,
    }
    out.flush()?;
    Ok(Exit::Clean)
}

fn for_people(out: &mut impl Write, status: &Status) -> io::Result<()> {
    #[expect(clippy::cast_precision_loss, reason = "shown with one decimal")]
    let megabytes = status.size as f64 / MEGABYTE as f64;
    let (exhibits, ways) = (status.exhibits, status.acquisitions);
    writeln!(out, "exhibits     {exhibits} ({megabytes:.1} MB), obtained in {ways} ways")?;
    writeln!(out, "documents    {}, archives {}", status.documents, status.archives)?;
    writeln!(out, "notes        {}, markers {}", status.notes, status.markers)?;
    writeln!(out, "citations    {}, of {} works", status.citations, status.works)?;
    writeln!(out, "incidents    {}, of {}", status.incidents, counted(status.claims, "claim", "claims"))?;
    writeln!(out, "entities     {}", status.entities)?;
    writeln!(out, "diagnostics  {}", status.diagnostics)?;
    if status.decisions > 0 {
        writeln!(out, "judgements   {}", status.decisions)?;
    }
    writeln!(out, "acts         {}", status.acts)?;
    for unread in &status.unread {
        let warning = style::WARNING;
        let (name, why) = (name(unread), unread.why.sentence());
        writeln!(out, "{warning}not read{warning:#}     {}: {}", escape::line(&name), escape::line(&why))?;
        writeln!(out, "             {}", advice(&unread.why))?;
    }
    let open = [
        (status.lost_decisions, "lost: what they are about is not found any more"),
        (status.contradicted_decisions, "contradicted by others taken together"),
    ];
    for (number, what) in open.into_iter().filter(|(number, _)| *number > 0) {
        let warning = style::WARNING;
        let judgements = counted(number, "judgement", "judgements");
        writeln!(
            out,
            "{warning}warning{warning:#}      {judgements} {what}; `tickmark judge list` shows them"
        )?;
    }
    if status.stale > 0 {
        let help = style::HELP;
        writeln!(out, "{help}next{help:#}: `tickmark build`: {} acts are not read yet", status.stale)?;
    }
    Ok(())
}

fn name(unread: &UnreadExhibit) -> String {
    match &unread.member {
        Some(member) => format!("{}!/{member}", unread.exhibit.label),
        None => unread.exhibit.label.clone(),
    }
}

fn row(status: &Status) -> serde_json::Value {
    let unread: Vec<_> = status
        .unread
        .iter()
        .map(|unread| {
            json!({
                "document": name(unread),
                "sha256": unread.exhibit.sha256,
                "why": unread.why,
                "sentence": unread.why.sentence(),
            })
        })
        .collect();
    json!({
        "acts": status.acts,
        "exhibits": status.exhibits,
        "acquisitions": status.acquisitions,
        "size": status.size,
        "documents": status.documents,
        "archives": status.archives,
        "unread": unread,
        "notes": status.notes,
        "markers": status.markers,
        "citations": status.citations,
        "works": status.works,
        "claims": status.claims,
        "incidents": status.incidents,
        "entities": status.entities,
        "decisions": status.decisions,
        "lost_decisions": status.lost_decisions,
        "contradicted_decisions": status.contradicted_decisions,
        "diagnostics": status.diagnostics,
        "stale": status.stale,
    })
}
