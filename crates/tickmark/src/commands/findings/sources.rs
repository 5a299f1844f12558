//! `sources`: works by how many claims rest on them.

use std::io::Write;

use casebook::Loaded;
use reason::origins::{CitedWorks, Reach, roots};
use serde_json::json;

use super::{left_out, loaded, near_copies, nothing, phrases};
use crate::cli::Sources;
use crate::exit::Exit;
use crate::explained::Explained;
use crate::terminal::table::{Column, Table};
use crate::terminal::{Terminal, counted};

/// One work with what rests on it.
struct Source {
    work: usize,
    claims: usize,
    /// Where it leads, by confirmed edges; itself where it rests on nothing.
    origins: Vec<usize>,
}

/// Shows works, those on which most claims rest first.
pub fn run(arguments: &Sources, terminal: Terminal) -> Result<Exit, Explained> {
    let loaded = loaded(&arguments.look, terminal)?;
    let sources = sources(&loaded);
    let mut out = terminal.results();
    let exit = match (sources.is_empty(), arguments.look.json) {
        (true, true) => Exit::Findings,
        (true, false) => {
            let read = counted(loaded.documents.len(), "document", "documents");
            nothing(
                &mut out,
                &format!("no works are cited in {read}"),
                "`tickmark add FILE...` adds documents",
            )?
        }
        (false, true) => {
            sources.iter().try_for_each(|source| writeln!(out, "{}", row(&loaded, source)))?;
            Exit::Clean
        }
        (false, false) => {
            table(&loaded, &sources, arguments.limit).write(&mut out, terminal.room())?;
            left_out(&mut out, sources.len(), arguments.limit.min(sources.len()), "--limit shows more")?;
            near_copies(&mut out, &loaded)?;
            Exit::Clean
        }
    };
    out.flush()?;
    Ok(exit)
}

fn sources(loaded: &Loaded) -> Vec<Source> {
    let claims = claims_by_work(loaded);
    let origins = &loaded.conclusions.origins;
    let each = claims.into_iter().enumerate();
    let mut sources: Vec<Source> = each
        .map(|(work, claims)| Source { work, claims, origins: roots(origins, &[work], Reach::Confirmed) })
        .collect();
    let cited = |source: &Source| loaded.conclusions.works[source.work].cited_by.len();
    sources.sort_by_key(|source| std::cmp::Reverse((source.claims, cited(source))));
    sources
}

/// How many claims of all documents each work gives.
pub fn claims_by_work(loaded: &Loaded) -> Vec<usize> {
    let works = &loaded.conclusions.works;
    let cited = CitedWorks::new(works);
    let mut counts = vec![0; works.len()];
    for (document, of) in loaded.documents.iter().enumerate() {
        for claim in &of.analysis.claims {
            for work in cited.of_claim(&loaded.conclusions.origins, document, &of.analysis, claim) {
                if let Some(count) = counts.get_mut(work) {
                    *count += 1;
                }
            }
        }
    }
    counts
}

fn table(loaded: &Loaded, sources: &[Source], limit: usize) -> Table {
    let columns = [
        Column::Left("ID"),
        Column::Right("CLAIMS"),
        Column::Right("CITED"),
        Column::Left("KIND"),
        Column::Filling("WORK"),
        Column::Filling("RESTS ON"),
    ];
    let mut table = Table::new(columns, 0);
    for source in sources.iter().take(limit) {
        let work = &loaded.conclusions.works[source.work];
        let others = source.origins.iter().filter(|origin| **origin != source.work);
        let rests: Vec<_> = others.map(|origin| phrases::standing(loaded, *origin)).collect();
        table.row([
            work.id.clone(),
            source.claims.to_string(),
            work.cited_by.len().to_string(),
            work.kind.name().replace('_', " "),
            phrases::work(work),
            rests.join("; "),
        ]);
    }
    table
}

fn row(loaded: &Loaded, source: &Source) -> serde_json::Value {
    let work = &loaded.conclusions.works[source.work];
    let origins: Vec<_> = source.origins.iter().map(|origin| phrases::standing_id(loaded, *origin)).collect();
    json!({
        "work": work.id,
        "kind": work.kind.name(),
        "name": phrases::work(work),
        "claims": source.claims,
        "cited": work.cited_by.len(),
        "origins": origins,
    })
}
