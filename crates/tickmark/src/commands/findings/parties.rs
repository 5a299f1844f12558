//! `parties`: who and what is named, and which names may be one.

use std::io::{self, Write};

use casebook::Loaded;
use casebook::export::entity_rows;
use casebook::export::rows::EntityRow;
use reason::entities::{Compared, EntityKind, Suggestion};
use serde_json::json;

use super::imported::Imported;
use super::{contains, left_out, loaded, nothing};
use crate::cli::{Parties, PartiesAct};
use crate::commands::case::imports;
use crate::exit::Exit;
use crate::explained::Explained;
use crate::terminal::table::{Column, Table};
use crate::terminal::{Terminal, counted, escape, style};

/// Shows parties, the most named first, then suggestions, the best first; or imports parties.
pub fn run(arguments: &Parties, terminal: Terminal) -> Result<Exit, Explained> {
    match &arguments.act {
        None => show(arguments, terminal),
        Some(PartiesAct::Import(import)) => imports::import(import, terminal),
        Some(PartiesAct::Imports(tables)) => imports::imports(tables, terminal),
        Some(PartiesAct::Remove(name)) => imports::remove(name, terminal),
    }
}

fn show(arguments: &Parties, terminal: Terminal) -> Result<Exit, Explained> {
    let loaded = loaded(&arguments.look, terminal)?;
    let mut rows: Vec<(usize, EntityRow)> = entity_rows(&loaded)
        .enumerate()
        .filter(|(_, row)| {
            let named =
                |words: &String| row.names.iter().chain([&row.caption]).any(|name| contains(name, words));
            arguments.name.as_ref().is_none_or(named)
                && (!arguments.imported || !row.imported.is_empty())
                && arguments.kind.as_ref().is_none_or(|kind| kind_name(row) == *kind)
        })
        .collect();
    rows.sort_by_key(|(_, row)| std::cmp::Reverse(row.mentions));
    let mut out = terminal.results();
    let exit = match (rows.is_empty(), arguments.look.json) {
        (false, true) => {
            rows.iter().try_for_each(|(_, row)| writeln!(out, "{}", json!(row)))?;
            Exit::Clean
        }
        (false, false) => {
            table(&mut out, &rows, arguments.limit, terminal.room())?;
            let mut imported = Imported::of(&loaded);
            if arguments.name.is_some() {
                details(&mut out, &loaded, &rows, &mut imported)?;
            }
            suggestions(&mut out, &loaded, &rows, arguments.limit, &mut imported)?;
            Exit::Clean
        }
        (true, true) => Exit::Findings,
        (true, false) => {
            let all = counted(loaded.conclusions.parties.len(), "party", "parties");
            let what = if arguments.imported { "was imported, or none is called so" } else { "is called so" };
            nothing(&mut out, &format!("none of {all} {what}"), "`tickmark parties` shows all")?
        }
    };
    out.flush()?;
    Ok(exit)
}

fn kind_name(row: &EntityRow) -> String {
    let kind = serde_json::to_value(row.kind).unwrap_or_default();
    kind.as_str().unwrap_or_default().to_owned()
}

/// Of something imported that is no kind of the contract, its schema: a ship, a person or body.
fn kind_word(row: &EntityRow) -> String {
    match row.kind {
        EntityKind::Other if !row.imported.is_empty() => row.schema.clone(),
        _ => kind_name(row).replace('_', " "),
    }
}

fn table(out: &mut impl Write, rows: &[(usize, EntityRow)], limit: usize, width: usize) -> io::Result<()> {
    let columns = [
        Column::Left("ID"),
        Column::Left("KIND"),
        Column::Right("NAMED"),
        Column::Right("IN"),
        Column::Filling("NAME"),
        Column::Filling("ALSO"),
        Column::Left("IMPORTED FROM"),
    ];
    let mut table = Table::new(columns, 0);
    for (_, row) in rows.iter().take(limit) {
        let others: Vec<_> =
            row.names.iter().filter(|name| **name != row.caption).map(|name| &**name).collect();
        table.row([
            row.id.clone(),
            kind_word(row),
            row.mentions.to_string(),
            row.documents.len().to_string(),
            row.caption.clone(),
            others.join("; "),
            row.imported.iter().map(|of| format!("{}:{}", of.file, of.line)).collect::<Vec<_>>().join("; "),
        ]);
    }
    table.write(out, width)?;
    left_out(out, rows.len(), limit.min(rows.len()), "--limit shows more")
}

/// What the files say of those that somebody asks for by name.
fn details(
    out: &mut impl Write,
    loaded: &Loaded,
    rows: &[(usize, EntityRow)],
    imported: &mut Imported<'_>,
) -> io::Result<()> {
    let strong = style::STRONG;
    let asked = rows.iter().filter(|(_, row)| !row.imported.is_empty());
    for (index, row) in asked.take(MOST_DETAILED) {
        writeln!(out, "\n{strong}{}{strong:#} ({}) in imported files", escape::line(&row.caption), row.id)?;
        for of in &loaded.conclusions.parties[*index].imported {
            lines(out, &imported.lines(*of))?;
        }
    }
    Ok(())
}

/// Parties of which the files are quoted, asked for by one name.
const MOST_DETAILED: usize = 10;

fn lines(out: &mut impl Write, lines: &[String]) -> io::Result<()> {
    lines.iter().try_for_each(|line| writeln!(out, "      {}", escape::line(line)))
}

/// What a comparison of the two says, where it says that they may be one.
fn compared(out: &mut impl Write, suggestion: &Suggestion) -> io::Result<()> {
    let Some(compared) = suggestion.compared.as_ref().filter(|compared| compared.says != "another name")
    else {
        return Ok(());
    };
    let Compared { score, says, parts } = compared;
    writeln!(out, "      {}.{:03} {says}", score / 1000, score % 1000)?;
    parts.iter().try_for_each(|part| writeln!(out, "        {}", escape::line(part)))
}

/// Pairs of which at least one is shown.
fn suggestions(
    out: &mut impl Write,
    loaded: &Loaded,
    rows: &[(usize, EntityRow)],
    limit: usize,
    imported: &mut Imported<'_>,
) -> io::Result<()> {
    let shown: std::collections::HashSet<usize> = rows.iter().map(|(index, _)| *index).collect();
    let suggested = &loaded.conclusions.suggestions;
    let suggested: Vec<_> =
        suggested.iter().filter(|one| one.pair.iter().any(|party| shown.contains(party))).collect();
    if suggested.is_empty() {
        return Ok(());
    }
    let (strong, help) = (style::STRONG, style::HELP);
    writeln!(out, "\n{strong}May be one{strong:#}, the likeliest first")?;
    for suggestion in suggested.iter().take(limit) {
        let [one, other] = suggestion.pair.map(|party| &loaded.conclusions.parties[party]);
        let (first, second) = (escape::line(&one.caption), escape::line(&other.caption));
        writeln!(out, "  {first} ({}) and {second} ({})", one.id, other.id)?;
        for reason in &suggestion.reasons {
            writeln!(out, "      {}", escape::line(reason))?;
        }
        compared(out, suggestion)?;
        for of in [one, other].into_iter().flat_map(|party| &party.imported) {
            lines(out, &imported.lines(*of))?;
        }
    }
    left_out(out, suggested.len(), limit.min(suggested.len()), "--limit shows more")?;
    writeln!(
        out,
        "{help}next{help:#}: `tickmark judge same ID ID --reason WORDS`, or `different`, or `unsure`"
    )
}
