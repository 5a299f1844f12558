//! `search`: words in all texts of the case.

use std::io::{self, Write};

use casebook::search::{Hit, Hits};
use serde_json::json;

use super::{explain, open};
use crate::cli::Search;
use crate::exit::Exit;
use crate::explained::Explained;
use crate::terminal::{Terminal, escape, style};

/// Shows the best passages first. Nothing found is status 1, as `grep` has it.
pub fn run(arguments: &Search, terminal: Terminal) -> Result<Exit, Explained> {
    let case = open(&arguments.case)?;
    let hits = case.search(&arguments.words.join(" "), arguments.limit).map_err(|error| explain(&error))?;
    let mut out = terminal.results();
    match arguments.json {
        true => hits.hits.iter().try_for_each(|hit| writeln!(out, "{}", row(hit)))?,
        false => for_people(&mut out, &hits)?,
    }
    out.flush()?;
    Ok(match hits.total {
        0 => Exit::Findings,
        _ => Exit::Clean,
    })
}

fn for_people(out: &mut impl Write, hits: &Hits) -> io::Result<()> {
    for hit in &hits.hits {
        let strong = style::STRONG;
        let page = hit.page.map_or_else(String::new, |page| format!(", page {page}"));
        let note =
            hit.note.as_ref().map_or_else(String::new, |label| format!(", note {}", escape::line(label)));
        let claims = match &*hit.claims {
            [] => String::new(),
            [one] => format!(", claim {one}"),
            several => format!(", claims {}", several.join(" ")),
        };
        writeln!(out, "{strong}{}{strong:#}{page}{note}{claims}", escape::line(&hit.document))?;
        writeln!(out, "  {}", snippet(hit))?;
    }
    let shown = hits.hits.len() as u64;
    match hits.total {
        0 => writeln!(out, "nothing found"),
        total if total > shown => writeln!(out, "{shown} of {total} passages (--limit shows more)"),
        1 => writeln!(out, "1 passage"),
        total => writeln!(out, "{total} passages"),
    }
}

/// The snippet with its matches in colour. Matches are counted in characters.
fn snippet(hit: &Hit) -> String {
    let characters: Vec<_> = hit.snippet.chars().collect();
    let part = |from: usize, to: usize| {
        let part = characters.get(from..to).unwrap_or_default();
        escape::line(&part.iter().collect::<String>()).into_owned()
    };
    let paint = style::ERROR;
    let mut shown = String::new();
    let mut at = 0;
    for (from, to) in &hit.marks {
        let matched = part(*from, *to);
        shown.push_str(&format!("{}{paint}{matched}{paint:#}", part(at, *from)));
        at = *to;
    }
    shown.push_str(&part(at, characters.len()));
    shown
}

fn row(hit: &Hit) -> serde_json::Value {
    json!({
        "document": hit.document,
        "id": hit.id,
        "kind": hit.kind,
        "note": hit.note,
        "claims": hit.claims,
        "span": {"start": hit.start, "end": hit.end, "page": hit.page},
        "snippet": hit.snippet,
        "marks": hit.marks,
    })
}
