//! A party looked for in the lists: what `/match` and the Reconciliation API share.

use std::collections::BTreeMap;

use ftm::{NameSort, Record, Value, is_a};
use names::Party;
use names::history::{Day, Standing};
use names::index::Entry;
use names::party::{Name, NamePart};
use names::screening::Answer;

use super::Call;
use super::features::{self, Weights};
use crate::serve::http::Refusal;
use crate::serve::lists::{Filter, List, Lists, Scope};
use crate::serve::shapes::Searched;
use crate::serve::shapes::entity::{Entity, moment};
use crate::serve::shapes::matches::{Listing, Scored};

/// Where is looked, and for what kind of entry.
#[derive(Debug)]
pub struct Asking<'a> {
    pub lists: &'a Lists,
    pub scope: Scope,
    pub filter: Filter,
    /// The day that is asked about; none: that of the latest snapshot of each list.
    pub day: Option<Day>,
    pub weights: Weights,
}

/// Somebody who could be meant.
#[derive(Debug)]
pub struct Candidate<'a> {
    pub answer: Answer<'a>,
    /// With the weights of the request.
    pub score: f64,
}

impl<'a> Asking<'a> {
    /// The candidates that reach a score, the likeliest first.
    pub fn ask(&self, party: &Party, schemata: &[&str], cutoff: f64, most: usize) -> Vec<Candidate<'a>> {
        let fits = |listed: &str| schemata.is_empty() || schemata.iter().any(|asked| may_be(asked, listed));
        let fitting = self.lists.schemata().those(fits);
        let test = |entry: Entry<'_>| {
            fitting.has(entry)
                && self.lists.of(entry).is_some_and(|list| self.filter.lets(&self.scope, list, entry))
        };
        // Weights may raise what would be cut off without them.
        let least = if self.weights.is_empty() { cutoff } else { 0.0 };
        let screening = self.lists.set().screening(self.day, &[]);
        let answers = screening.ask_among(party, least, most, &test);
        let candidates = answers.into_iter().map(|answer| {
            let score = features::rounded(features::score(&answer.hit.comparison, &self.weights));
            Candidate { answer, score }
        });
        let mut candidates: Vec<Candidate<'a>> = candidates.collect();
        candidates.retain(|candidate| candidate.score >= cutoff);
        candidates.sort_by(|one, other| other.score.total_cmp(&one.score));
        candidates
    }

    /// The snapshots that are searched.
    pub fn searched(&self) -> Vec<Searched> {
        self.lists.within(&self.scope).flat_map(|list| asked(list, self.day)).collect()
    }

    /// A candidate as yente shows it.
    pub fn scored(&self, candidate: &Candidate<'a>, threshold: f64) -> Scored {
        let Candidate { answer, score } = candidate;
        let comparison = &answer.hit.comparison;
        let mut entity = Entity::of(&answer.record, answer.list);
        entity.first_seen = Some(moment(answer.first_seen));
        entity.last_seen = Some(moment(answer.snapshot));
        entity.last_change = answer.hit.entry.listed().from.and_then(Day::of).map(moment);
        Scored {
            entity,
            score: *score,
            is_match: *score >= threshold,
            features: features::points(comparison, &self.weights),
            explanations: features::explanations(comparison, &self.weights),
            says: comparison.says,
            because: comparison.because,
            listing: self.listing(answer),
        }
    }

    fn listing(&self, answer: &Answer<'a>) -> Listing {
        let list = self.lists.of(answer.hit.entry);
        let snapshot = list.and_then(|list| list.of_day(answer.snapshot)).map(Searched::from);
        let unknown = || Searched {
            list: answer.list.to_owned(),
            date: answer.snapshot.to_string(),
            sha256: Vec::new(),
            breaks_off: false,
        };
        Listing {
            snapshot: snapshot.unwrap_or_else(unknown),
            line: answer.hit.entry.line(),
            standing: match answer.standing {
                Standing::Listed => "listed",
                Standing::NotListed => "not_listed",
                Standing::NotKnown => "not_known",
            },
            listed_on: answer.listed_on.map(|date| date.to_string()),
        }
    }
}

/// The snapshots of a list that answer for a day: the latest before it and, unless that is of the very day, the first after.
fn asked(list: &List, day: Option<Day>) -> Vec<Searched> {
    let Some(day) = day else { return vec![Searched::from(list.latest())] };
    let at = list.snapshots.partition_point(|snapshot| snapshot.added.date <= day);
    let before = at.checked_sub(1).and_then(|at| list.snapshots.get(at));
    let is_of_the_day = before.is_some_and(|snapshot| snapshot.added.date == day);
    let after = list.snapshots.get(at).filter(|_| !is_of_the_day);
    before.into_iter().chain(after).map(Searched::from).collect()
}

/// Whether what is asked for as one may stand on a list as another: the one is the narrower of the two.
pub fn may_be(asked: &str, listed: &str) -> bool {
    is_a(listed, asked) || is_a(asked, listed)
}

/// A party of a schema and of values of properties. Without a name, the parts of one are put together in the order in which forms have them.
pub fn party(schema: &str, properties: &BTreeMap<String, Vec<String>>) -> Party {
    let values =
        |texts: &Vec<String>| texts.iter().map(|text| Value { text: text.clone(), line: 0 }).collect();
    let record = Record {
        id: String::new(),
        schema: schema.to_owned(),
        caption: None,
        datasets: Vec::new(),
        line: 0,
        properties: properties.iter().map(|(name, texts)| (name.clone(), values(texts))).collect(),
    };
    let mut party = Party::of_record(&record);
    if party.names.is_empty() {
        party.names.extend(of_parts(&party.parts));
    }
    party
}

/// Given, middle, father's and family name.
fn of_parts(parts: &[(NamePart, String)]) -> Option<Name> {
    let order = [NamePart::Given, NamePart::Middle, NamePart::Patronymic, NamePart::Family];
    let first =
        |wanted: NamePart| parts.iter().find(|(part, _)| *part == wanted).map(|(_, text)| text.as_str());
    let words: Vec<&str> = order.into_iter().filter_map(first).collect();
    (!words.is_empty()).then(|| Name { text: words.join(" "), sort: NameSort::Name })
}

/// A day of an address.
///
/// # Errors
/// When it is none.
pub fn day(call: &Call<'_>, name: &str) -> Result<Option<Day>, Refusal> {
    let text = call.text(name);
    text.map(|text| Day::parse(text).ok_or_else(|| call.invalid(name, "should be a day as 2024-03-01")))
        .transpose()
}
