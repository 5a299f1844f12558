//! Judgements in words.

use casebook::judgements::What;
use casebook::ledger::{Anchor, ClaimAnchor, Judgement, PartyAnchor, Passage, Subject};

/// Characters of context that are shown on each side.
const SHOWN: usize = 24;

/// What was judged, in a line.
pub fn judgement(what: &What) -> String {
    match what {
        What::Decided(decided) => format!("{}: {}", decided.ruling.name(), subject(&decided.on)),
        What::Diagnostic(Judgement::Silenced { code, anchor, .. }) => {
            format!("silenced: {} at {}", code.name(), place(anchor))
        }
        What::Diagnostic(Judgement::Restored { code, anchor, .. }) => {
            format!("restored: {} at {}", code.name(), place(anchor))
        }
    }
}

/// What a decision is about.
pub fn subject(subject: &Subject) -> String {
    match subject {
        Subject::Claim(one) => claim(one),
        Subject::Claims([one, other]) => format!("{} and {}", claim(one), claim(other)),
        Subject::Entities([one, other]) => format!("{} and {}", party(one), party(other)),
        Subject::Works([from, to]) => format!("{} rests on {}", named(from), named(to)),
    }
}

fn claim(anchor: &ClaimAnchor) -> String {
    format!("{} {}", anchor.what.name().replace('_', " "), quote(&anchor.passage))
}

fn place(anchor: &Anchor) -> String {
    anchor.passage.as_ref().map_or_else(|| format!("file {}", anchor.exhibit.short()), quote)
}

fn party(anchor: &PartyAnchor) -> String {
    match anchor {
        PartyAnchor::Named(anchor) => named(anchor),
        PartyAnchor::Record(record) => {
            format!("“{}” ({} of {})", record.name, record.record, record.exhibit.short())
        }
    }
}

/// A name or citation stands for itself.
fn named(anchor: &Anchor) -> String {
    match &anchor.passage {
        Some(passage) => format!("“{}”", passage.quote.split_whitespace().collect::<Vec<_>>().join(" ")),
        None => format!("file {}", anchor.exhibit.short()),
    }
}

/// A passage among the words around it: `“… claimed that [84] miners were …”`.
fn quote(passage: &Passage) -> String {
    let before: Vec<char> = passage.prefix.chars().rev().take(SHOWN).collect();
    let before: String = before.into_iter().rev().collect();
    let after: String = passage.suffix.chars().take(SHOWN).collect();
    let told = format!("“…{before}[{}]{after}…”", passage.quote);
    told.split_whitespace().collect::<Vec<_>>().join(" ")
}
