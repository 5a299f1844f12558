//! A query's hits, each with what its list says of the day.

use std::collections::BTreeMap;

use ftm::Record;

use super::Query;
use super::standing::{Around, Unknown};
use crate::Party;
use crate::history::{Day, Listing, Standing, course};
use crate::index::{Entry, Hit, Index, Listed, Options};
use crate::party::PartialDate;

/// Properties in which a list says since when somebody stands on it, the surest first.
const LISTED_ON: [&str; 2] = ["listingDate", "startDate"];

/// A list that is searched: which snapshots answer for the day that is asked about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Searched {
    /// Its name.
    pub list: String,
    /// One or two, the earlier first; none where there is none.
    pub snapshots: Vec<Day>,
    /// All that it has, the oldest first.
    pub(super) days: Vec<Day>,
    pub(super) around: Around,
}

/// A compiled set, a day, and which of its lists: ready to be asked any number of times.
#[derive(Debug)]
pub struct Screening<'a, B> {
    index: &'a Index<B>,
    pub(super) day: Option<Day>,
    /// By the number of the source; `None` where that list is not asked.
    pub(super) searched: Vec<Option<Searched>>,
}

/// Somebody who could be meant.
#[derive(Debug, Clone)]
pub struct Answer<'a> {
    /// The entry as the snapshot has it, and how much it looks like the one who was asked about.
    pub hit: Hit<'a>,
    /// All that its list says of it.
    pub record: Record,
    /// The list.
    pub list: &'a str,
    /// The snapshot that it is shown by.
    pub snapshot: Day,
    /// The first snapshot that has it.
    pub first_seen: Day,
    /// Since when its list says that it stands there.
    pub listed_on: Option<PartialDate>,
    /// Whether it stood there on the day; without a day, on that of the latest snapshot.
    pub standing: Standing,
    /// Why that is not known; `None` where it is.
    pub unknown: Option<Unknown>,
}

impl Answer<'_> {
    /// The programmes under which it is listed.
    pub fn programmes(&self) -> impl Iterator<Item = &str> {
        self.record.values("program").iter().map(|value| &*value.text)
    }
}

impl<'a, B: AsRef<[u8]>> Screening<'a, B> {
    /// Of the lists that `days` knows: it gives the days of a list's snapshots, the oldest first, or `None` for a list that is not asked.
    /// Without a day the latest snapshot of each list is asked.
    pub fn new(index: &'a Index<B>, day: Option<Day>, days: impl Fn(&str) -> Option<Vec<Day>>) -> Self {
        let searched = index.sources().iter().map(|source| {
            let days = days(&source.list)?;
            let around = Around::of(day, &days);
            let snapshots = around.days().collect();
            Some(Searched { list: source.list.clone(), snapshots, days, around })
        });
        Self { index, day, searched: searched.collect() }
    }

    /// The lists that are asked.
    pub fn searched(&self) -> impl Iterator<Item = &Searched> {
        self.searched.iter().flatten()
    }

    /// The day that is asked about.
    #[must_use]
    pub const fn day(&self) -> Option<Day> {
        self.day
    }

    /// The compiled set.
    #[must_use]
    pub const fn index(&self) -> &'a Index<B> {
        self.index
    }

    /// Those who could be meant, the likeliest first, each entry once.
    pub fn ask(&self, query: &Query, cutoff: f64, limit: usize) -> Vec<Answer<'a>> {
        self.ask_for(&query.party(), cutoff, limit)
    }

    /// Those who could be this party.
    pub fn ask_for(&self, party: &Party, cutoff: f64, limit: usize) -> Vec<Answer<'a>> {
        self.ask_among(party, cutoff, limit, &|_| true)
    }

    /// The same of those entries alone of which a test holds.
    pub fn ask_among(
        &self,
        party: &Party,
        cutoff: f64,
        limit: usize,
        test: &dyn Fn(Entry<'_>) -> bool,
    ) -> Vec<Answer<'a>> {
        let among = |entry: Entry<'_>| self.is_asked(entry) && test(entry);
        // Two versions of an entry may both be of the time: one of them is shown.
        let twice = if self.day.is_some() { limit.saturating_mul(2) } else { limit };
        let hits = self.index.search(party, &Options { cutoff, limit: twice, among: Some(&among) });
        let mut answers: Vec<Answer<'a>> = Vec::with_capacity(hits.len().min(limit));
        for hit in hits {
            let seen = answers
                .iter()
                .any(|answer| answer.hit.entry.id() == hit.entry.id() && source(&answer.hit) == source(&hit));
            if !seen && answers.len() < limit {
                answers.extend(self.answer(hit));
            }
        }
        answers
    }

    /// What its list says of an entry; `None` where its list is not asked or the bytes are not what was written.
    fn answer(&self, hit: Hit<'a>) -> Option<Answer<'a>> {
        let searched = self.searched.get(hit.entry.source_number().index())?.as_ref()?;
        let record = hit.entry.record()?;
        let listed_on = since(&record);
        let versions: Vec<Entry<'_>> = self.versions(hit.entry).collect();
        let standing = self.day.map_or(Standing::Listed, |day| on(day, searched, &versions));
        let unknown = (standing == Standing::NotKnown).then(|| searched.around.unknown());
        let own = hit.entry.listed();
        let snapshot = searched.snapshots.iter().copied().find(|day| covers(own, *day))?;
        let first_seen = versions.iter().filter_map(|version| Day::of(version.listed().from?)).min()?;
        let list = &*hit.entry.source()?.list;
        Some(Answer { hit, record, list, snapshot, first_seen, listed_on, standing, unknown })
    }

    /// All that an entry said over time: its versions stand together in the set.
    pub(super) fn versions(&self, entry: Entry<'a>) -> impl Iterator<Item = Entry<'a>> {
        let is_one = move |other: &Entry<'a>| {
            other.id() == entry.id() && other.source_number() == entry.source_number()
        };
        let before =
            (0..entry.number()).rev().map_while(|number| self.index.entry(number)).take_while(is_one);
        let from = (entry.number()..).map_while(|number| self.index.entry(number)).take_while(is_one);
        before.chain(from)
    }

    fn is_asked(&self, entry: Entry<'_>) -> bool {
        let searched = self.searched.get(entry.source_number().index()).and_then(Option::as_ref);
        let listed = entry.listed();
        searched.is_some_and(|searched| searched.snapshots.iter().any(|day| covers(listed, *day)))
    }
}

/// Since when its list says that somebody stands there.
pub(super) fn since(record: &Record) -> Option<PartialDate> {
    let texts = LISTED_ON.into_iter().flat_map(|property| record.values(property));
    texts.filter_map(|value| PartialDate::parse(&value.text)).min()
}

/// How an entry stood on a day, by the snapshots of its list and the days that it states itself.
pub(super) fn on(day: Day, searched: &Searched, versions: &[Entry<'_>]) -> Standing {
    let says = |snapshot: &Day| {
        let version = versions.iter().find(|version| covers(version.listed(), *snapshot))?;
        let record = version.record()?;
        let ended = record.values("endDate").iter().filter_map(|value| Day::parse(&value.text)).max();
        Some(Listing {
            id: String::new(),
            name: String::new(),
            listed: since(&record).and_then(Day::of),
            ended,
            says: BTreeMap::new(),
        })
    };
    let known: Vec<Option<Listing>> = searched.days.iter().map(says).collect();
    let course = course(&searched.days, &known);
    course.iter().find(|stretch| stretch.covers(day)).map_or(Standing::NotKnown, |stretch| stretch.standing)
}

fn source(hit: &Hit<'_>) -> usize {
    hit.entry.source_number().index()
}

/// Whether the snapshot of a day has it so.
pub(super) fn covers(listed: Listed, day: Day) -> bool {
    let day = PartialDate::from(day);
    listed.from.is_some_and(|from| from <= day) && listed.until.is_none_or(|until| day < until)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::{Compiling, Source};
    use crate::party::Kind;

    #[test]
    fn one_of_no_kind_may_be_anybody_and_anything() {
        let mut compiling = Compiling::in_memory().expect("begun");
        let source =
            compiling.source(Source { list: "kessa".to_owned(), ..Source::default() }).expect("room");
        let listed = Listed { from: PartialDate::parse("2024-01-01"), until: None };
        for (id, schema, name) in [
            ("p", "Person", "Tamba Halden"),
            ("c", "Company", "Tamba Halden Ltd"),
            ("v", "Vessel", "TAMBA HALDEN"),
        ] {
            let line = format!(r#"{{"id":"{id}","schema":"{schema}","properties":{{"name":["{name}"]}}}}"#);
            let record = ftm::read_line(&line, 1).records.remove(0);
            compiling.record(source, &record, listed).expect("room");
        }
        let index = Index::open(compiling.finish().expect("written")).expect("what was just compiled opens");
        let screening =
            Screening::new(&index, None, |_| Some(vec![Day::parse("2024-01-01").expect("a day")]));
        let check = |kind, expected: &[&str]| {
            let answers = screening.ask(&Query::named(kind, "Tamba Halden"), 0.7, 10);
            let ids: Vec<&str> = answers.iter().map(|answer| answer.hit.entry.id()).collect();
            assert_eq!(ids, expected, "{kind:?}");
        };
        check(Kind::Other, &["p", "c", "v"]);
        check(Kind::LegalEntity, &["p", "c"]);
        check(Kind::Vessel, &["v"]);
    }
}
