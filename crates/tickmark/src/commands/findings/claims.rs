//! `claims`: who says that what happened to how many.

use std::io::{self, Write};

use casebook::Loaded;
use casebook::export::claim_rows;
use casebook::export::rows::ClaimRow;
use reason::Inherited;
use reason::claims::ClaimKind;
use reason::quantities::Figure;

use super::{FROM_BEFORE, FROM_BEFORE_WORDS, contains, loaded, nothing, phrases};
use crate::cli::Claims;
use crate::exit::Exit;
use crate::explained::Explained;
use crate::terminal::table::cut;
use crate::terminal::{Terminal, counted, escape, style};

/// Columns before the second and third line of a claim.
const INDENT: usize = 6;

/// Shows claims by document, in reading order.
pub fn run(arguments: &Claims, terminal: Terminal) -> Result<Exit, Explained> {
    let kinds = arguments.what.iter().map(|name| kind(name)).collect::<Result<Vec<_>, _>>()?;
    let loaded = loaded(&arguments.look, terminal)?;
    let wanted = |row: &ClaimRow| {
        let is_kind = |kind: &ClaimKind| row.what == *kind || row.combined.contains(kind);
        let place = |words: &String| row.place.as_ref().is_some_and(|place| contains(place, words));
        (kinds.is_empty() || kinds.iter().any(is_kind))
            && arguments.document.as_ref().is_none_or(|name| contains(&row.document, name))
            && arguments.place.as_ref().is_none_or(place)
    };
    let rows: Vec<_> = claim_rows(&loaded).filter(wanted).collect();
    let mut out = terminal.results();
    if arguments.look.json {
        rows.iter().try_for_each(|row| writeln!(out, "{}", serde_json::json!(row)))?;
    } else if !rows.is_empty() {
        for_people(&mut out, &loaded, &rows, terminal.room())?;
    }
    let exit = match (rows.is_empty(), arguments.look.json) {
        (false, _) => Exit::Clean,
        (true, true) => Exit::Findings,
        (true, false) => none(&mut out, &loaded)?,
    };
    out.flush()?;
    Ok(exit)
}

fn kind(name: &str) -> Result<ClaimKind, Explained> {
    ClaimKind::ALL.into_iter().find(|kind| kind.name().eq_ignore_ascii_case(name)).ok_or_else(|| {
        let known = ClaimKind::ALL.map(ClaimKind::name);
        Explained::new(format!("no claim is of kind `{name}`"))
            .hint(format!("known are {}", known.join(", ")))
    })
}

fn none(out: &mut impl Write, loaded: &Loaded) -> io::Result<Exit> {
    let all: usize = loaded.documents.iter().map(|of| of.analysis.claims.len()).sum();
    match all {
        0 => {
            let read = counted(loaded.documents.len(), "document", "documents");
            nothing(out, &format!("no claims in {read}"), "`tickmark add FILE...` adds documents")
        }
        _ => {
            let all = counted(all, "claim", "claims");
            nothing(out, &format!("none of {all} is of this kind"), "`tickmark claims` shows all")
        }
    }
}

fn for_people(out: &mut impl Write, loaded: &Loaded, rows: &[ClaimRow], width: usize) -> io::Result<()> {
    let strong = style::STRONG;
    let mut document = "";
    for row in rows {
        if row.document != document {
            document = &row.document;
            writeln!(out, "{strong}{}{strong:#}", escape::line(document))?;
        }
        claim(out, row, width)?;
    }
    let documents =
        loaded.documents.iter().filter(|of| rows.iter().any(|row| row.document == of.exhibit.label));
    let documents = counted(documents.count(), "document", "documents");
    writeln!(out, "{} in {documents}", counted(rows.len(), "claim", "claims"))?;
    match rows.iter().all(|row| row.inherited.is_empty()) {
        true => Ok(()),
        false => writeln!(out, "{FROM_BEFORE} {FROM_BEFORE_WORDS}"),
    }
}

fn claim(out: &mut impl Write, row: &ClaimRow, width: usize) -> io::Result<()> {
    let indent = " ".repeat(INDENT);
    let room = width.saturating_sub(INDENT);
    let strong = style::STRONG;
    let said = headline(row);
    writeln!(
        out,
        "  {}  {strong}{}{strong:#}",
        row.id,
        cut(&escape::line(&said), width.saturating_sub(row.id.len() + 4))
    )?;
    let facts = facts(row);
    if !facts.is_empty() {
        writeln!(out, "{indent}{}", cut(&escape::line(&facts), room))?;
    }
    let page = row.span.page.map_or_else(String::new, |page| format!("page {page}: "));
    let quote = escape::line(&row.quote).split_whitespace().collect::<Vec<_>>().join(" ");
    writeln!(out, "{indent}{}", cut(&format!("{page}“{quote}”"), room))
}

/// `not killed: 84 miners, by the Halden Front`.
fn headline(row: &ClaimRow) -> String {
    let kinds = match &*row.combined {
        [] => row.what.name().replace('_', " "),
        several => several.iter().map(|kind| kind.name().replace('_', " ")).collect::<Vec<_>>().join(" or "),
    };
    let denied = if row.negated { "not " } else { "" };
    let figure = Figure { low: row.low, high: row.high, approximate: row.approximate };
    let counted = [figure.words(), marked(row, Inherited::Victims, row.victims.clone().unwrap_or_default())];
    let counted: Vec<_> = counted.into_iter().filter(|part| !part.is_empty()).collect();
    let by = row
        .perpetrators
        .as_ref()
        .map_or_else(String::new, |by| format!(", by {}", marked(row, Inherited::Perpetrators, by.clone())));
    let of = if counted.is_empty() { "" } else { ": " };
    format!("{denied}{kinds}{of}{}{by}", counted.join(" "))
}

/// With a sign where it does not stand in the sentence of the claim.
fn marked(row: &ClaimRow, what: Inherited, value: String) -> String {
    let inherited = !value.is_empty() && row.inherited.iter().any(|name| name == what.name());
    if inherited { format!("{value} {FROM_BEFORE}") } else { value }
}

/// Where, when, who says so, what supports it, and what a person decided.
fn facts(row: &ClaimRow) -> String {
    let when = phrases::interval(reason::dates::Interval { from: row.date_from, to: row.date_to });
    let who = match &*row.attributed_chain {
        [] => String::new(),
        chain => marked(row, Inherited::Speaker, format!("said by {}", chain.join(", through "))),
    };
    let hedges = match &*row.hedges {
        [] => String::new(),
        hedges => format!("hedged: {}", hedges.join(", ")),
    };
    let notes = match &*row.notes {
        [] => String::new(),
        [one] => format!("note {one}"),
        several => format!("notes {}", several.join(", ")),
    };
    let part = row.subset_of.as_ref().map_or_else(String::new, |whole| format!("part of {whole}"));
    let stands = match &*row.stands_in {
        "body" => String::new(),
        "title" => "in the title of a cited work".to_owned(),
        other => format!("in a {other}"),
    };
    let judged = row.judged.clone().unwrap_or_default();
    let place = marked(row, Inherited::Place, row.place.clone().unwrap_or_default());
    let when = marked(row, Inherited::Date, when);
    let facts = [place, when, who, hedges, notes, part, stands, judged];
    facts.into_iter().filter(|fact| !fact.is_empty()).collect::<Vec<_>>().join(" · ")
}
