//! Who of those listed could be meant.

use std::collections::HashSet;

use super::candidates::{MOST_SAME, Wanted, candidates};
use super::entry::{Entry, ListedName};
use super::identifiers;
use super::open::Index;
use super::vocabulary::Vocabulary;
use crate::Party;
use crate::matching::{Comparison, Likely, Prepared, THRESHOLD, compare};

/// What is asked for.
#[derive(Clone, Copy)]
pub struct Options<'a> {
    /// The least score that is returned, from 0 to 1.
    pub cutoff: f64,
    /// The most hits that are returned.
    pub limit: usize,
    /// Entries that come into question: of a list, as of a day.
    pub among: Option<&'a dyn Fn(Entry<'_>) -> bool>,
}

impl Default for Options<'_> {
    fn default() -> Self {
        Self { cutoff: THRESHOLD, limit: 20, among: None }
    }
}

impl std::fmt::Debug for Options<'_> {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let among = self.among.map(|_| "..");
        out.debug_struct("Options")
            .field("cutoff", &self.cutoff)
            .field("limit", &self.limit)
            .field("among", &among)
            .finish()
    }
}

/// An entry that could be meant.
#[derive(Debug, Clone)]
pub struct Hit<'a> {
    /// The entry.
    pub entry: Entry<'a>,
    /// The name of it that comes closest; `None` where identifiers alone led to it.
    pub name: Option<ListedName<'a>>,
    /// How much the two look like one, why, and what that says; the party that was asked for is the first.
    pub comparison: Comparison,
}

/// Names that are compared in full. Of those who are found at all, nearly every one is among the first ten; but many may bear one name: where all
/// of the first are hits, [`MOST_SAME`] are compared.
const MOST_CANDIDATES: usize = 24;

impl<B: AsRef<[u8]>> Index<B> {
    /// The entries that could be meant: first those of which more than the name says that they are the party, then by score; of equal ones
    /// those for which more speaks besides, then the earlier.
    #[must_use]
    pub fn search(&self, party: &Party, options: &Options<'_>) -> Vec<Hit<'_>> {
        self.search_prepared(&Prepared::of(party), &identifiers::of(party), options)
    }

    fn search_prepared(&self, party: &Prepared, numbers: &[String], options: &Options<'_>) -> Vec<Hit<'_>> {
        let mut listed = Prepared::default();
        let mut promising = self.promising(party, numbers, options, MOST_CANDIDATES);
        let mut scored = self.scored(party, &promising, options, &mut listed);
        let is_hit = |(likely, _): &(Likely, Entry<'_>)| likely.score() >= THRESHOLD;
        let are_all_hits = scored.len() == promising.len() && scored.iter().all(is_hit);
        if are_all_hits && (MOST_CANDIDATES / 2..options.limit).contains(&scored.len()) {
            promising = self.promising(party, numbers, options, MOST_SAME);
            scored = self.scored(party, &promising, options, &mut listed);
        }
        scored.sort_by(|one, other| other.0.cmp(&one.0).then(one.1.number().cmp(&other.1.number())));
        scored.truncate(options.limit);
        scored.into_iter().filter_map(|(_, entry)| explained(party, entry, &mut listed)).collect()
    }

    /// Those that reach the cut-off.
    fn scored(
        &self,
        party: &Prepared,
        promising: &[Promising],
        options: &Options<'_>,
        listed: &mut Prepared,
    ) -> Vec<(Likely, Entry<'_>)> {
        let mut scored = Vec::new();
        for promising in promising {
            let Some(entry) = self.entry(promising.entry) else { continue };
            let is_wanted = |name| promising.names.is_empty() || promising.names.contains(&name);
            if entry.prepared(listed, is_wanted).is_none() {
                continue;
            }
            let likely = Likely::of(party, listed);
            if likely.score() >= options.cutoff {
                scored.push((likely, entry));
            }
        }
        scored
    }

    /// The entries that are worth comparing, each once.
    fn promising(
        &self,
        party: &Prepared,
        numbers: &[String],
        options: &Options<'_>,
        most: usize,
    ) -> Vec<Promising> {
        let view = self.view();
        let is_among = |number| options.among.is_none_or(|among| self.entry(number).is_some_and(among));
        let is_name_among = |name| self.name(name).is_some_and(|name| is_among(name.entry_number()));
        let wanted = Wanted { most, among: &is_name_among };
        let mut scratch = self.scratch();
        let mut names = candidates(Vocabulary::of(view), party, wanted, &mut scratch);
        self.put_back(scratch);
        let entry_of = |name| self.name(name).map(ListedName::entry_number);
        if let Some((first, further)) = names.split_at_checked(most) {
            // Of one entry a few names are enough.
            let mut known: HashSet<Option<u32>> = first.iter().map(|one| entry_of(one.name)).collect();
            let mut kept = first.to_vec();
            kept.extend(further.iter().filter(|one| known.insert(entry_of(one.name))));
            names = kept;
        }
        names.sort_by_key(|candidate| candidate.name);
        let mut all: Vec<Promising> = Vec::new();
        for name in names.iter().filter_map(|candidate| self.name(candidate.name)) {
            let entry = name.entry_number();
            if all.last().is_none_or(|last| last.entry != entry) {
                all.push(Promising { entry, names: Vec::new() });
            }
            if let (Some(last), Some(place)) = (all.last_mut(), name.place()) {
                last.names.push(place);
            }
        }
        for entry in identifiers::entries(view, numbers).into_iter().filter(|entry| is_among(*entry)) {
            match all.iter_mut().find(|known| known.entry == entry) {
                Some(known) => known.names.clear(),
                None => all.push(Promising { entry, names: Vec::new() }),
            }
        }
        all
    }
}

/// An entry that is worth comparing.
struct Promising {
    entry: u32,
    /// Places of the names that could be meant, among all that it bears; all where there is none.
    names: Vec<u16>,
}

/// An entry compared with all that is known of it.
fn explained<'a>(party: &Prepared, entry: Entry<'a>, listed: &mut Prepared) -> Option<Hit<'a>> {
    entry.prepared(listed, |_| true)?;
    let comparison = compare(party, listed);
    let text = comparison.names.as_ref().map(|(_, listed)| listed.as_str());
    let name = text.and_then(|text| entry.names().find(|name| name.text() == text));
    Some(Hit { entry, name, comparison })
}
