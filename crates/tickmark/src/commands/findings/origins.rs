//! `origins`: what a work rests on, what rests on it, and what shows it.

use std::io::{self, Write};

use casebook::Loaded;
use casebook::judgements::Item;
use reason::origins::{Certainty, Edge, Reach, roots};
use serde_json::json;

use super::{item, loaded, phrases};
use crate::cli::Origins;
use crate::exit::Exit;
use crate::explained::Explained;
use crate::terminal::table::cut;
use crate::terminal::{Terminal, counted, escape, style};

/// Shows one work, or one document of the case, among what rests on what.
pub fn run(arguments: &Origins, terminal: Terminal) -> Result<Exit, Explained> {
    let loaded = loaded(&arguments.look, terminal)?;
    let standing = match item(&loaded, &arguments.work)? {
        Item::Work(work) => work,
        Item::Document(document) => loaded.conclusions.origins.standing(document),
        _ => {
            return Err(Explained::new(format!("`{}` is no work", arguments.work))
                .hint("`tickmark sources` prints the ids of works"));
        }
    };
    let mut out = terminal.results();
    match arguments.look.json {
        true => writeln!(out, "{}", row(&loaded, standing))?,
        false => for_people(&mut out, &loaded, standing, terminal.room())?,
    }
    out.flush()?;
    Ok(Exit::Clean)
}

fn edges_from(loaded: &Loaded, standing: usize) -> Vec<&Edge> {
    loaded.conclusions.origins.edges.iter().filter(|edge| edge.from == standing).collect()
}

fn edges_to(loaded: &Loaded, standing: usize) -> Vec<&Edge> {
    loaded.conclusions.origins.edges.iter().filter(|edge| edge.to == standing).collect()
}

fn for_people(out: &mut impl Write, loaded: &Loaded, standing: usize, width: usize) -> io::Result<()> {
    let (strong, help) = (style::STRONG, style::HELP);
    let name = phrases::standing(loaded, standing);
    writeln!(out, "{strong}{}{strong:#} ({})", escape::line(&name), phrases::standing_id(loaded, standing))?;
    if let Some(work) = loaded.conclusions.works.get(standing) {
        let claims = super::sources::claims_by_work(loaded)[standing];
        let (cited, claims) =
            (counted(work.cited_by.len(), "time", "times"), counted(claims, "claim", "claims"));
        writeln!(out, "{}, cited {cited}; {claims} rest on it", work.kind.name().replace('_', " "))?;
    }
    let (from, to) = (edges_from(loaded, standing), edges_to(loaded, standing));
    writeln!(out, "\n{strong}It rests on{strong:#}")?;
    if from.is_empty() {
        writeln!(out, "  nothing, as far as is known")?;
    }
    from.iter().try_for_each(|edge| tie(out, loaded, edge, edge.to, width))?;
    if !to.is_empty() {
        writeln!(out, "\n{strong}On it rests{strong:#}")?;
        to.iter().try_for_each(|edge| tie(out, loaded, edge, edge.from, width))?;
    }
    writeln!(out, "\n{}", leads_to(loaded, standing))?;
    match from.is_empty() && to.is_empty() {
        true => Ok(()),
        false => {
            writeln!(out, "{help}next{help:#}: `tickmark judge accept FROM TO --reason WORDS`, or `reject`")
        }
    }
}

fn tie(out: &mut impl Write, loaded: &Loaded, edge: &Edge, other: usize, width: usize) -> io::Result<()> {
    let (basis, certainty) = (edge.basis.name(), certainty(edge.certainty));
    let name = phrases::standing(loaded, other);
    writeln!(
        out,
        "  {certainty:<9}  {basis}: {} ({})",
        escape::line(&name),
        phrases::standing_id(loaded, other)
    )?;
    if !edge.reason.is_empty() {
        writeln!(out, "             {}", escape::line(&edge.reason))?;
    }
    for (document, span) in &edge.evidence {
        let Some(of) = loaded.documents.get(*document) else { continue };
        let page = of.document.page_at(span.start).map_or_else(String::new, |page| format!(", page {page}"));
        let words = of.analysis.words(&of.document, *span);
        let line = format!("{}{page}: “{words}”", of.exhibit.label);
        writeln!(out, "             {}", cut(&escape::line(&line), width.saturating_sub(13)))?;
    }
    Ok(())
}

const fn certainty(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Confirmed => "confirmed",
        Certainty::Suspected => "suspected",
    }
}

/// To which origins it leads, by confirmed edges; and if all that is suspected holds.
fn leads_to(loaded: &Loaded, standing: usize) -> String {
    let names = |reach| -> Vec<String> {
        let found = roots(&loaded.conclusions.origins, &[standing], reach);
        found
            .into_iter()
            .map(|origin| escape::line(&phrases::standing(loaded, origin)).into_owned())
            .collect()
    };
    let (confirmed, suspected) = (names(Reach::Confirmed), names(Reach::Suspected));
    let said = |names: &[String]| match names {
        [] => "no origin: the works cite each other in a circle".to_owned(),
        names => format!("{} ({})", counted(names.len(), "origin", "origins"), names.join("; ")),
    };
    match confirmed == suspected {
        true => format!("it leads to {}", said(&confirmed)),
        false => format!(
            "it leads to {}; if all that is suspected holds, to {}",
            said(&confirmed),
            said(&suspected)
        ),
    }
}

fn row(loaded: &Loaded, standing: usize) -> serde_json::Value {
    let edge = |edge: &Edge, other: usize| {
        let evidence = edge.evidence.iter().filter_map(|(document, span)| {
            let of = loaded.documents.get(*document)?;
            Some(json!({"document": of.exhibit.label, "quote": of.document.quote(*span)}))
        });
        json!({
            "work": phrases::standing_id(loaded, other),
            "basis": edge.basis,
            "certainty": edge.certainty,
            "reason": edge.reason,
            "evidence": evidence.collect::<Vec<_>>(),
        })
    };
    let ids = |reach| -> Vec<String> {
        let found = roots(&loaded.conclusions.origins, &[standing], reach);
        found.into_iter().map(|origin| phrases::standing_id(loaded, origin)).collect()
    };
    json!({
        "work": phrases::standing_id(loaded, standing),
        "name": phrases::standing(loaded, standing),
        "derived_from": edges_from(loaded, standing).iter().map(|one| edge(one, one.to)).collect::<Vec<_>>(),
        "origin_of": edges_to(loaded, standing).iter().map(|one| edge(one, one.from)).collect::<Vec<_>>(),
        "origins": ids(Reach::Confirmed),
        "origins_if_suspected_hold": ids(Reach::Suspected),
    })
}
