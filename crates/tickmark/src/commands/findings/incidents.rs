//! `incidents`: what happened, with the figures that are given.

use std::io::{self, Write};

use casebook::Loaded;
use casebook::export::incident_rows;
use reason::Source;
use reason::incidents::Incident;
use reason::incidents::table::{Row, Tables, count};
use serde_json::json;

use super::{contains, loaded, near_copies, nothing};
use crate::cli::Incidents;
use crate::exit::Exit;
use crate::explained::Explained;
use crate::terminal::table::cut;
use crate::terminal::{Terminal, counted, escape, style};

/// Shows incidents in the order of their dates, undated ones last.
pub fn run(arguments: &Incidents, terminal: Terminal) -> Result<Exit, Explained> {
    let loaded = loaded(&arguments.look, terminal)?;
    let all = &loaded.conclusions.incidents;
    let mut wanted: Vec<usize> = (0..all.len()).filter(|index| is_wanted(arguments, &all[*index])).collect();
    wanted.sort_by_key(|index| {
        let from = all[*index].when.from;
        (from.is_none(), from)
    });
    let mut out = terminal.results();
    let exit = match (wanted.is_empty(), arguments.look.json) {
        (true, true) => Exit::Findings,
        (true, false) => none(&mut out, &loaded)?,
        (false, true) => {
            let rows: Vec<_> = incident_rows(&loaded).collect();
            wanted.iter().try_for_each(|index| writeln!(out, "{}", json!(rows[*index])))?;
            Exit::Clean
        }
        (false, false) => {
            for_people(&mut out, &loaded, &wanted, terminal.room())?;
            Exit::Clean
        }
    };
    out.flush()?;
    Ok(exit)
}

fn is_wanted(arguments: &Incidents, incident: &Incident) -> bool {
    let place = |words: &String| incident.place.as_ref().is_some_and(|place| contains(place, words));
    (!arguments.contested || !incident.contested.is_empty()) && arguments.place.as_ref().is_none_or(place)
}

fn none(out: &mut impl Write, loaded: &Loaded) -> io::Result<Exit> {
    match loaded.conclusions.incidents.len() {
        0 => {
            let read = counted(loaded.documents.len(), "document", "documents");
            nothing(out, &format!("no incidents in {read}"), "`tickmark claims` shows what they say")
        }
        all => {
            let all = counted(all, "incident", "incidents");
            nothing(out, &format!("none of {all} is so"), "`tickmark incidents` shows all")
        }
    }
}

fn for_people(out: &mut impl Write, loaded: &Loaded, wanted: &[usize], width: usize) -> io::Result<()> {
    let sources = loaded.sources();
    let mut tables = Tables::new(&sources, &loaded.conclusions);
    let (strong, warning) = (style::STRONG, style::WARNING);
    for index in wanted {
        let incident = &loaded.conclusions.incidents[*index];
        let name = cut(&escape::line(&incident.name), width.saturating_sub(incident.id.len() + 14));
        write!(out, "{}  {strong}{name}{strong:#}", incident.id)?;
        match incident.contested.is_empty() {
            true => writeln!(out)?,
            false => writeln!(out, "  {warning}disputed{warning:#}")?,
        }
        let rows = tables.rows(incident);
        for quantity in quantities(&rows) {
            let line = quantity_line(loaded, &sources, &quantity);
            writeln!(out, "    {}", cut(&escape::line(&line), width.saturating_sub(4)))?;
        }
    }
    let disputed =
        wanted.iter().filter(|index| !loaded.conclusions.incidents[**index].contested.is_empty()).count();
    let shown = counted(wanted.len(), "incident", "incidents");
    match disputed {
        0 => writeln!(out, "{shown}, none with disputed figures"),
        some => writeln!(out, "{shown}, {some} with disputed figures"),
    }?;
    near_copies(out, loaded)?;
    let help = style::HELP;
    writeln!(out, "{help}next{help:#}: `tickmark incident ID` shows who says what")
}

/// Rows that count the same people, in the order of their first.
pub fn quantities(rows: &[Row]) -> Vec<Vec<&Row>> {
    let mut found: Vec<(usize, Vec<&Row>)> = Vec::new();
    for row in rows {
        match found.iter_mut().find(|(quantity, _)| *quantity == row.quantity) {
            Some((_, rows)) => rows.push(row),
            None => found.push((row.quantity, vec![row])),
        }
    }
    found.into_iter().map(|(_, rows)| rows).collect()
}

/// `killed, miners: 12 to 84; 4 reports, 2 to 3 origins`.
fn quantity_line(loaded: &Loaded, sources: &[Source<'_>], rows: &[&Row]) -> String {
    let extent = extent_words(rows);
    let separator = if extent.is_empty() { "" } else { ": " };
    format!("{}{separator}{extent}; {}", title(sources, rows), origin_words(loaded, rows))
}

/// What is counted: `killed, miners`.
pub fn title(sources: &[Source<'_>], rows: &[&Row]) -> String {
    let Some(first) = rows.first() else { return String::new() };
    let source = &sources[first.claim.document];
    let claim = &source.analysis.claims[first.claim.claim];
    let what = match &*claim.combined {
        [] => claim.what.name().replace('_', " "),
        kinds => kinds.iter().map(|kind| kind.name().replace('_', " ")).collect::<Vec<_>>().join(" or "),
    };
    let denied = if claim.negated { "not " } else { "" };
    let victims = rows.iter().find_map(|row| {
        let source = &sources[row.claim.document];
        Some(source.analysis.words(source.document, row.victims?))
    });
    let part = if first.is_part { " (part of another figure)" } else { "" };
    match victims {
        Some(victims) => format!("{denied}{what}, {victims}{part}"),
        None => format!("{denied}{what}{part}"),
    }
}

/// `12 to 84`, `12`, `12 or more`; nothing where no number is said.
pub fn extent_words(rows: &[&Row]) -> String {
    let Some(extent) = reason::incidents::table::extent(rows) else { return String::new() };
    let end = if extent.open { " or more" } else { "" };
    match extent.low == extent.high {
        true => format!("{}{end}", extent.low),
        false => format!("{} to {}{end}", extent.low, extent.high),
    }
}

/// `4 reports, 2 to 3 origins`.
pub fn origin_words(loaded: &Loaded, rows: &[&Row]) -> String {
    count(&loaded.conclusions.origins, rows).to_string()
}
