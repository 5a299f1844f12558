//! How figures, dates, works and claims are said in tables.

use casebook::Loaded;
use reason::dates::{Interval, PartialDate};
use reason::incidents::ClaimRef;
use reason::origins::{Origins, Standing};
use reason::works::Work;

/// `2024-07-25`, `2024-07-25 to 2024-07-27`.
pub fn interval(interval: Interval) -> String {
    let said = |date: Option<PartialDate>| date.map(|date| date.to_string());
    match (said(interval.from), said(interval.to)) {
        (None, None) => String::new(),
        (Some(from), Some(to)) if from == to => from,
        (Some(from), Some(to)) => format!("{from} to {to}"),
        (Some(from), None) => format!("from {from}"),
        (None, Some(to)) => format!("until {to}"),
    }
}

/// A work in a few words: container, “title”, date. Of a source that is not named, no more than its kind.
pub fn work(work: &Work) -> String {
    let mut parts = Vec::new();
    let kind = work.kind.name().replace('_', " ");
    match (&work.title, &work.interviewee) {
        _ if work.confidential => parts.push(format!("{kind}, source not named")),
        (Some(title), _) => {
            parts.extend(work.container.clone().or_else(|| work.authors.first().cloned()));
            parts.push(format!("“{title}”"));
        }
        (None, Some(interviewee)) => parts.push(format!("{kind} with {interviewee}")),
        (None, None) => {
            let known = [&work.container, &work.identifier, &work.url];
            let known = known.into_iter().flatten().next().or(work.authors.first());
            parts.push(known.cloned().unwrap_or(kind));
        }
    }
    parts.extend(work.date.map(|date| date.to_string()));
    parts.join(", ")
}

/// What takes part in the count of origins: a work, or a document that nothing cites.
pub fn standing(loaded: &Loaded, standing: usize) -> String {
    match origins(loaded).meaning(standing) {
        Standing::Work(index) => loaded.conclusions.works.get(index).map(work).unwrap_or_default(),
        Standing::Document(document) => {
            loaded.documents.get(document).map(|of| of.exhibit.label.clone()).unwrap_or_default()
        }
    }
}

/// The id of what takes part.
pub fn standing_id(loaded: &Loaded, standing: usize) -> String {
    let documents: Vec<_> = loaded.documents.iter().map(|of| &*of.id).collect();
    reason::origins::name(origins(loaded), &loaded.conclusions.works, &documents, standing)
}

fn origins(loaded: &Loaded) -> &Origins {
    &loaded.conclusions.origins
}

/// `report.pdf, note 12, note 14`.
pub fn notes(loaded: &Loaded, claim: ClaimRef) -> String {
    let of = &loaded.documents[claim.document];
    let notes = of.analysis.claims[claim.claim].notes.iter();
    let labels: Vec<_> = notes.filter_map(|note| Some(of.analysis.notes.get(*note)?.label.clone())).collect();
    match labels.len() {
        0 => String::new(),
        1 => format!("note {}", labels[0]),
        _ => format!("notes {}", labels.join(", ")),
    }
}
