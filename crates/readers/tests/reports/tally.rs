//! What was found, missed and made up.

use std::collections::BTreeSet;

use reason::claims::StandsIn;
use reason::document::Span;
use reason::replies::Outcome;
use serde_json::Value;

use crate::gold::{Gold, text};
use crate::likeness::{f1, overlap};
use crate::read::Read;

/// Two passages of which so many words agree are one.
const SAME_PASSAGE: f64 = 0.6;
/// Two names likewise.
const SAME_NAME: f64 = 0.5;

/// Counts of what was looked for.
#[derive(Debug, Clone, Copy, Default)]
pub struct Tally {
    found: usize,
    missed: usize,
    made_up: usize,
}

impl Tally {
    pub fn precision(self) -> f64 {
        self.found as f64 / (self.found + self.made_up).max(1) as f64
    }

    pub fn recall(self) -> f64 {
        self.found as f64 / (self.found + self.missed).max(1) as f64
    }

    pub fn f1(self) -> f64 {
        2.0 * self.found as f64 / (2 * self.found + self.missed + self.made_up).max(1) as f64
    }
}

/// Pairs rows of the gold with what was read. Rows that the gold is not sure of count neither way.
fn tally<Item>(
    gold: &Gold,
    rows: &[Value],
    items: &[(&Read, Item)],
    unsure: &str,
    same: impl Fn(&Value, &Read, &Item) -> bool,
) -> Tally {
    let mut tally = Tally::default();
    let mut used = BTreeSet::new();
    let (open, certain): (Vec<&Value>, Vec<&Value>) = rows.iter().partition(|row| row[unsure] == true);
    for row in &certain {
        let fits = |(read, item): &(&Read, Item)| read.file == gold.file(row) && same(row, read, item);
        match (0..items.len()).find(|at| !used.contains(at) && fits(&items[*at])) {
            Some(at) => {
                used.insert(at);
                tally.found += 1;
            }
            None => tally.missed += 1,
        }
    }
    let excused = |(read, item): &(&Read, Item)| {
        open.iter().any(|row| read.file == gold.file(row) && same(row, read, item))
    };
    tally.made_up = (0..items.len()).filter(|at| !used.contains(at) && !excused(&items[*at])).count();
    tally
}

fn items<'r, Item>(read: &'r [Read], of: impl Fn(&'r Read) -> &'r [Item]) -> Vec<(&'r Read, &'r Item)> {
    read.iter().flat_map(|one| of(one).iter().map(move |item| (one, item))).collect()
}

fn words(read: &Read, span: Span) -> String {
    read.analysis.words(&read.document, span)
}

/// Claims by passage and figure, as the scorer of the contract pairs them. Titles of cited works and figures only the gold calls
/// borderline are left out.
pub fn claims(gold: &Gold, read: &[Read]) -> Tally {
    let mut all = items(read, |one| &one.analysis.claims);
    all.retain(|(_, claim)| !matches!(claim.stands_in, StandsIn::CitedTitle(_)));
    let open: Vec<&Value> = gold.claims.iter().filter(|row| row["borderline"] == true).collect();
    let same_passage =
        |row: &Value, one: &Read, span: Span| overlap(&words(one, span), text(row, "quote")) >= SAME_PASSAGE;
    let mut tally = tally(gold, &gold.claims, &all, "borderline", |row, one, claim| {
        let figure = claim.figure;
        (figure.low, figure.high) == (row["low"].as_u64(), row["high"].as_u64())
            && same_passage(row, one, claim.span)
    });
    // What stands in a passage that the gold is unsure of counts neither way, whatever its figure.
    let excused = all.iter().filter(|(one, claim)| {
        let figure = claim.figure;
        let exact = |row: &&&Value| (figure.low, figure.high) == (row["low"].as_u64(), row["high"].as_u64());
        let here = |row: &&&Value| one.file == gold.file(row) && same_passage(row, one, claim.span);
        open.iter().any(|row| here(&row))
            && !gold.claims.iter().collect::<Vec<_>>().iter().any(|row| here(&row) && exact(&row))
    });
    tally.made_up = tally.made_up.saturating_sub(excused.count());
    tally
}

/// Amounts, by passage and amount.
pub fn money(gold: &Gold, read: &[Read]) -> Tally {
    let all = items(read, |one| &one.analysis.money);
    tally(gold, &gold.money, &all, "optional", |row, one, money| {
        row["amount"].as_f64().is_some_and(|amount| (amount - money.amount.units()).abs() < 0.005)
            && overlap(&words(one, money.span), text(row, "quote")) >= SAME_PASSAGE
    })
}

/// Designations, by target and authority.
pub fn designations(gold: &Gold, read: &[Read]) -> Tally {
    let all = items(read, |one| &one.analysis.designations);
    tally(gold, &gold.designations, &all, "optional", |row, one, found| {
        let authority = found.authority.map(|span| words(one, span)).unwrap_or_default();
        f1(&words(one, found.target), text(row, "target")) >= SAME_NAME
            && f1(&authority, text(row, "authority")) > 0.3
    })
}

/// Requests for comment, by addressee and outcome.
pub fn replies(gold: &Gold, read: &[Read]) -> Tally {
    let all = items(read, |one| &one.analysis.replies);
    tally(gold, &gold.replies, &all, "optional", |row, one, reply| {
        let outcome = match reply.outcome {
            Outcome::NoReply => "no_reply",
            Outcome::Replied => "replied",
            Outcome::Other => "other",
        };
        outcome == text(row, "outcome")
            && f1(&words(one, reply.addressee), text(row, "addressee")) >= SAME_NAME
    })
}

/// Recommendations, by how their text begins and whom they address.
pub fn recommendations(gold: &Gold, read: &[Read]) -> Tally {
    let all = items(read, |one| &one.analysis.recommendations);
    let head = |text: &str| text.chars().take(60).collect::<String>();
    tally(gold, &gold.recommendations, &all, "optional", |row, one, found| {
        let addressee = found.addressee.map(|span| words(one, span)).unwrap_or_default();
        f1(&head(&words(one, found.span)), &head(text(row, "text"))) > 0.9
            && f1(&addressee, text(row, "addressee")) >= SAME_NAME
    })
}

/// Share of the entities of which at least one form was found in their document.
pub fn entities(gold: &Gold, read: &[Read]) -> f64 {
    let bare =
        |name: &str| name.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase().replace('’', "'");
    let known: BTreeSet<(&str, String)> = read
        .iter()
        .flat_map(|one| {
            one.analysis.entities.iter().flat_map(|entity| &entity.names).map(|name| (&*one.file, bare(name)))
        })
        .collect();
    let found = gold.entities.iter().filter(|row| {
        let forms = row["aliases"].as_array().into_iter().flatten().filter_map(Value::as_str);
        forms.map(bare).any(|form| known.contains(&(gold.file(row), form)))
    });
    found.count() as f64 / gold.entities.len().max(1) as f64
}
