//! What people decided about hits, and whether it still holds.

use std::collections::{BTreeMap, HashMap};

use ftm::Record;
use names::party::Kind;
use names::screening::{Difference, Query};

use crate::ledger::{EntryMark, Ruled};
use crate::{Sha256, Timestamp};

/// Hexadecimal digits of a value's mark. Two values of one property share them once in 4 billion.
const DIGITS: usize = 8;

/// A decision as the ledger has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ruling {
    /// `seq` of its line: what it is taken back by.
    pub act: u64,
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: String,
    /// What was decided.
    pub ruled: Ruled,
    /// Whether it was taken back.
    pub undone: bool,
}

/// All decisions of a register, in the order of the ledger.
#[derive(Debug, Clone, Default)]
pub struct Rulings {
    all: Vec<Ruling>,
    /// Those that were not taken back, by list, id and the key of their query.
    found_by: HashMap<(String, String, String), Vec<usize>>,
}

/// What became of a decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// Query and entry are what they were.
    Holds,
    /// They are not: it must be decided anew.
    Reopened {
        /// What the query says otherwise.
        query: Vec<Difference>,
        /// What the list says otherwise.
        entry: Vec<Change>,
    },
}

/// What a list says otherwise of a property than when a decision was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Which.
    pub property: String,
    /// Values that were not there.
    pub added: Vec<String>,
    /// How many are not there any more.
    pub removed: usize,
}

impl Rulings {
    pub(super) fn learn(&mut self, act: u64, at: Timestamp, by: String, ruled: Ruled, undone: bool) {
        if !undone {
            let key = (ruled.entry.list.clone(), ruled.entry.id.clone(), ruled.query.key());
            self.found_by.entry(key).or_default().push(self.all.len());
        }
        self.all.push(Ruling { act, at, by, ruled, undone });
    }

    /// Every decision, in order.
    pub fn all(&self) -> impl Iterator<Item = &Ruling> {
        self.all.iter()
    }

    /// Whether a later decision about the same query and entry counts instead.
    #[must_use]
    pub fn is_overridden(&self, ruling: &Ruling) -> bool {
        self.about(&ruling.ruled.query, &ruling.ruled.entry.list, &ruling.ruled.entry.id).any(|other| {
            other.act > ruling.act && other.ruled.query.differences(&ruling.ruled.query).is_empty()
        })
    }

    /// The decision about a hit, and whether it still holds. Of several the last about this very query counts, else the last about its name.
    #[must_use]
    pub fn of(&self, query: &Query, list: &str, record: &Record) -> Option<(&Ruling, State)> {
        let differs = |ruling: &&Ruling| ruling.ruled.query.differences(query);
        let of_this_query =
            self.about(query, list, &record.id).filter(|ruling| differs(ruling).is_empty()).last();
        let ruling = of_this_query.or_else(|| self.about(query, list, &record.id).last())?;
        let (of_query, of_entry) = (differs(&ruling), changes(&ruling.ruled.entry.content, record));
        let state = match of_query.is_empty() && of_entry.is_empty() {
            true => State::Holds,
            false => State::Reopened { query: of_query, entry: of_entry },
        };
        Some((ruling, state))
    }

    /// The last decision about an entry and a party of which only names are known, as documents name them: one that somebody made about one of those
    /// names alone. Decisions about somebody of that name whose birth, country or number was known say nothing of another.
    #[must_use]
    pub fn of_names(
        &self,
        kind: Kind,
        names: &[&str],
        list: &str,
        record: &Record,
    ) -> Option<(&Ruling, State)> {
        let of_name = |name: &&str| {
            let query = Query::named(kind, name);
            self.about(&query, list, &record.id)
                .filter(|ruling| is_of_a_name(&ruling.ruled.query, kind))
                .last()
        };
        let ruling = names.iter().filter_map(of_name).max_by_key(|ruling| ruling.act)?;
        let entry = changes(&ruling.ruled.entry.content, record);
        let state = match entry.is_empty() {
            true => State::Holds,
            false => State::Reopened { query: Vec::new(), entry },
        };
        Some((ruling, state))
    }

    fn about(&self, query: &Query, list: &str, id: &str) -> impl Iterator<Item = &Ruling> {
        let found = match self.found_by.is_empty() {
            true => None,
            false => self.found_by.get(&(list.to_owned(), id.to_owned(), query.key())),
        };
        found.into_iter().flatten().filter_map(|index| self.all.get(*index))
    }
}

/// Whether a query asks for a name and nothing else, and for what a party may be.
fn is_of_a_name(query: &Query, kind: Kind) -> bool {
    let is_body = |kind: Kind| matches!(kind, Kind::Company | Kind::Organization | Kind::LegalEntity);
    let fits = query.kind == kind || query.kind == Kind::Other || is_body(query.kind) && is_body(kind);
    fits && query.names.len() == 1
        && query.births.is_empty()
        && query.countries.is_empty()
        && query.genders.is_empty()
        && query.identifiers.is_empty()
}

/// An entry as it is now, for a decision to remember.
#[must_use]
pub fn mark(list: &str, record: &Record) -> EntryMark {
    EntryMark {
        list: list.to_owned(),
        id: record.id.clone(),
        name: record.shown().to_owned(),
        content: content(record)
            .into_iter()
            .map(|(property, values)| (property, values.into_keys().collect()))
            .collect(),
    }
}

/// Of each property the values by their marks.
fn content(record: &Record) -> BTreeMap<String, BTreeMap<String, &str>> {
    let mut content: BTreeMap<String, BTreeMap<String, &str>> = BTreeMap::new();
    for (property, texts) in names::screening::content(record) {
        let marked = texts.into_iter().map(|text| (of_value(text), text));
        content.insert(property.to_owned(), marked.collect());
    }
    content.insert("schema".to_owned(), BTreeMap::from([(of_value(&record.schema), &*record.schema)]));
    content
}

fn of_value(text: &str) -> String {
    Sha256::of(text.as_bytes()).to_string()[..DIGITS].to_owned()
}

/// What a record says otherwise than when it was marked, by property.
#[must_use]
pub fn changes(then: &BTreeMap<String, Vec<String>>, record: &Record) -> Vec<Change> {
    let now = content(record);
    let mut changes = Vec::new();
    let empty = BTreeMap::new();
    let gone = then.keys().filter(|property| !now.contains_key(*property)).map(|property| (property, &empty));
    for (property, values) in now.iter().chain(gone) {
        let before = then.get(property).map_or(&[][..], Vec::as_slice);
        let added: Vec<String> = values
            .iter()
            .filter(|(mark, _)| !before.contains(mark))
            .map(|(_, text)| (*text).to_owned())
            .collect();
        let removed = before.iter().filter(|mark| !values.contains_key(*mark)).count();
        if !added.is_empty() || removed > 0 {
            changes.push(Change { property: property.clone(), added, removed });
        }
    }
    changes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::Verdict;
    use ftm::read_line;

    fn record(properties: &str) -> Record {
        let line = format!(r#"{{"id":"a","schema":"Person","properties":{{{properties}}}}}"#);
        read_line(&line, 1).records.remove(0)
    }

    fn rulings(query: &Query, record: &Record) -> Rulings {
        let ruled = Ruled {
            verdict: Verdict::Clear,
            query: query.clone(),
            entry: mark("kessa", record),
            reason: "another".to_owned(),
        };
        let mut rulings = Rulings::default();
        rulings.learn(7, Timestamp::UNIX_EPOCH, "Awa".to_owned(), ruled, false);
        rulings
    }

    #[test]
    fn a_decision_holds_until_entry_or_query_says_something_else() {
        let query = Query::named(Kind::Person, "Jann Oste");
        let then = record(r#""name":["Jann Oste"],"alias":["J. Oste"]"#);
        let rulings = rulings(&query, &then);
        let check = |query: &Query, now: &Record, expected: Option<State>| {
            assert_eq!(rulings.of(query, "kessa", now).map(|(_, state)| state), expected);
        };
        check(&query, &then, Some(State::Holds));
        check(
            &query,
            &record(r#""alias":["J. Oste"],"name":["Jann Oste"],"modifiedAt":["2024"]"#),
            Some(State::Holds),
        );
        check(&Query::named(Kind::Person, "OSTE"), &then, None);
        let alias = Change { property: "alias".to_owned(), added: vec!["The Miller".to_owned()], removed: 1 };
        check(
            &query,
            &record(r#""name":["Jann Oste"],"alias":["The Miller"]"#),
            Some(State::Reopened { query: Vec::new(), entry: vec![alias] }),
        );
        let born = Query { births: vec!["1970".to_owned()], ..query.clone() };
        check(&born, &then, Some(State::Reopened { query: vec![Difference::Birth], entry: Vec::new() }));
        assert_eq!(rulings.of(&query, "another list", &then), None);
    }

    #[test]
    fn a_party_of_which_a_name_is_known_is_decided_by_that_name_alone() {
        let then = record(r#""name":["Jann Oste"]"#);
        let alone = Query::named(Kind::Other, "Jann Oste");
        let born = Query { births: vec!["1970".to_owned()], ..alone.clone() };
        let changed = record(r#""name":["Jann Oste"],"alias":["The Miller"]"#);
        for (decided, kind, names, now, expected) in [
            (&alone, Kind::Person, &["Oste", "JANN OSTE"][..], &then, Some(true)),
            (&alone, Kind::Person, &["Jann Oste"], &changed, Some(false)),
            (&alone, Kind::Person, &["Mira Oste"], &then, None),
            (&born, Kind::Person, &["Jann Oste"], &then, None),
            (
                &Query::named(Kind::Company, "Jann Oste"),
                Kind::Organization,
                &["Jann Oste"],
                &then,
                Some(true),
            ),
            (&Query::named(Kind::Company, "Jann Oste"), Kind::Person, &["Jann Oste"], &then, None),
        ] {
            let rulings = rulings(decided, &then);
            let state = rulings.of_names(kind, names, "kessa", now).map(|(_, state)| state == State::Holds);
            assert_eq!(state, expected, "{decided:?} {names:?}");
        }
    }
}
