//! What was found, for programs: one JSON object an occurrence, then one a party, then one a list that was asked.

use std::io::{self, Write};

use casebook::Loaded;
use casebook::listed::Passage;
use names::screening::{Answer, Searched};
use reason::entities::Party;
use serde_json::{Value, json};

use super::Scanned;
use crate::commands::screen::{account, standing};

pub(super) fn write(out: &mut impl Write, loaded: &Loaded, scanned: &Scanned<'_>) -> io::Result<()> {
    for (document, passage) in &scanned.passages {
        writeln!(out, "{}", occurrence(loaded, *document, passage))?;
    }
    for (party, found) in &scanned.parties {
        writeln!(out, "{}", of_party(loaded, party, found))?;
    }
    for list in scanned.screening.searched() {
        writeln!(out, "{}", searched(list, scanned))?;
    }
    Ok(())
}

/// Offsets count characters, as in all exports.
fn occurrence(loaded: &Loaded, document: usize, passage: &Passage<'_>) -> Value {
    let of = &loaded.documents[document];
    let text = &of.document.text;
    let span = passage.span;
    let characters = |bytes: usize| text[..bytes].chars().count();
    let told = &passage.entry.told;
    json!({
        "what": "occurrence",
        "document": of.exhibit.label,
        "page": passage.page,
        "start": characters(span.start),
        "end": characters(span.end),
        "quote": &text[span.start..span.end],
        "sentence": of.analysis.words(&of.document, passage.sentence),
        "notes": passage.notes,
        "list": told.list,
        "id": passage.entry.entry.id(),
        "schema": passage.entry.entry.schema(),
        "name": passage.entry.entry.caption(),
        "matched": passage.listed,
        "words": passage.occurrence.words,
        "order": passage.occurrence.order,
        "strength": passage.occurrence.strength,
        "first_seen": told.first_seen,
        "gone": told.gone,
        "listed_on": told.listed_on.map(|date| date.to_string()),
        "standing": standing(told.standing),
        "not_known_because": told.unknown.map(|why| why.to_string()),
    })
}

fn of_party(loaded: &Loaded, party: &Party, found: &[Answer<'_>]) -> Value {
    let documents: Vec<&str> = party
        .members
        .iter()
        .filter_map(|member| Some(&*loaded.documents.get(member.document)?.exhibit.label))
        .collect();
    json!({
        "what": "party",
        "id": party.id,
        "kind": party.kind,
        "name": party.caption,
        "documents": documents,
        "hits": found.iter().map(hit).collect::<Vec<_>>(),
    })
}

/// Who is not found may stand on a list that breaks off.
fn searched(list: &Searched, scanned: &Scanned<'_>) -> Value {
    json!({
        "what": "searched",
        "list": list.list,
        "snapshots": list.snapshots,
        "breaks_off": scanned.desk.breaks_off(list),
    })
}

fn hit(answer: &Answer<'_>) -> Value {
    let comparison = &answer.hit.comparison;
    json!({
        "list": answer.list,
        "id": answer.record.id,
        "schema": answer.record.schema,
        "name": answer.record.shown(),
        "line": answer.record.line,
        "snapshot": answer.snapshot,
        "first_seen": answer.first_seen,
        "listed_on": answer.listed_on.map(|date| date.to_string()),
        "standing": standing(answer.standing),
        "not_known_because": answer.unknown.map(|why| why.to_string()),
        "score": account::score(&answer.hit.comparison),
        "says": comparison.says,
        "because": comparison.because,
        "parts": account::parts(&answer.hit.comparison),
    })
}
