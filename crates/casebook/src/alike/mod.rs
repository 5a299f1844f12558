//! Parties of a case that may be one, by the comparison of names that screening uses.
//!
//! [`reason::entities::join`] finds candidates by rules of its own (spelling, order, legal form, abbreviation, office) and says why.
//! Here each is compared as a hit of a list is, pairs that only another script or transcription hides are added, and all are put in order.
//! Nothing is joined: a person judges.

mod candidates;
mod described;

use std::collections::{HashMap, HashSet};

use names::matching::{Comparison, Says, compare};
use reason::decisions::Decisions;
use reason::entities::{Compared, Party, PartyRef, Suggestion};
use reason::imports::ImportedFile;

use candidates::candidates;
use described::{Described, describe};

/// More suggestions than this nobody looks through.
const MOST: usize = 2000;

/// Suggestions with what a comparison of the two says, and further ones that it alone finds; the likeliest first.
pub(crate) fn compared(
    parties: &[Party],
    imports: &[ImportedFile],
    decisions: &Decisions,
    suggestions: Vec<Suggestion>,
) -> Vec<Suggestion> {
    let described: Vec<Option<Described>> = parties.iter().map(|party| describe(party, imports)).collect();
    let judged = judged(parties, decisions);
    let known: HashSet<[usize; 2]> = suggestions.iter().map(|one| one.pair).collect();
    let mut all: Vec<(Suggestion, Option<Comparison>)> = suggestions
        .into_iter()
        .map(|one| {
            let comparison = comparison(&described, one.pair);
            (one, comparison)
        })
        .collect();
    for pair in candidates(parties, &described) {
        if known.contains(&pair) || judged.contains(&pair) {
            continue;
        }
        let found = comparison(&described, pair).filter(|found| found.says != Says::Neither);
        if let Some(found) = found {
            let reason = reason(&found);
            all.push((Suggestion { pair, reasons: vec![reason], compared: None }, Some(found)));
        }
    }
    // Those of one rank stay in the order that the rules gave them.
    all.sort_by(|(_, one), (_, other)| {
        rank(one.as_ref())
            .cmp(&rank(other.as_ref()))
            .then(score(other.as_ref()).total_cmp(&score(one.as_ref())))
    });
    all.truncate(MOST);
    all.into_iter().map(|(one, found)| Suggestion { compared: found.map(values), ..one }).collect()
}

fn comparison(described: &[Option<Described>], pair: [usize; 2]) -> Option<Comparison> {
    let [one, other] = pair.map(|party| described.get(party)?.as_ref());
    Some(compare(&one?.prepared, &other?.prepared))
}

/// The same party before the same name before what rules alone suggest.
fn rank(found: Option<&Comparison>) -> u8 {
    match found.map(|found| found.says) {
        Some(Says::SameParty) => 0,
        Some(Says::SameName) => 1,
        Some(Says::Neither) | None => 2,
    }
}

fn score(found: Option<&Comparison>) -> f64 {
    found.filter(|found| found.says != Says::Neither).map_or(0.0, |found| found.score)
}

fn reason(found: &Comparison) -> String {
    match &found.names {
        Some((one, other)) => format!("“{one}” and “{other}” may be one name."),
        None => "They share an identifier.".to_owned(),
    }
}

fn values(found: Comparison) -> Compared {
    Compared {
        score: (found.score.clamp(0.0, 1.0) * 1000.0).round() as u16,
        says: match found.says {
            Says::SameParty => "same party",
            Says::SameName => "same name",
            Says::Neither => "another name",
        }
        .to_owned(),
        parts: found.parts.iter().map(ToString::to_string).collect(),
    }
}

/// Pairs of parties that a person has looked at, the smaller first.
fn judged(parties: &[Party], decisions: &Decisions) -> HashSet<[usize; 2]> {
    let mut party_of: HashMap<PartyRef, usize> = HashMap::new();
    for (number, party) in parties.iter().enumerate() {
        party_of.extend(party.members.iter().map(|member| (PartyRef::Named(*member), number)));
        party_of.extend(party.imported.iter().map(|record| (PartyRef::Imported(*record), number)));
    }
    let pairs = decisions.parties.keys();
    let pairs = pairs.filter_map(|(one, other)| Some((*party_of.get(one)?, *party_of.get(other)?)));
    pairs.map(|(one, other)| [one.min(other), one.max(other)]).collect()
}
