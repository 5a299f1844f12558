//! Parties that documents name and imported records that may be one: called alike, in another order, another spelling, with
//! another legal form, or abbreviated alike. Two imported records are never compared here.

use std::collections::{BTreeMap, HashMap};

use super::Party;
use super::profile::{Profile, is_general};
use super::signs::{Seen, Sign, signs};
use super::suggest::{Found, MOST_SHARING};
use crate::entities::EntityKind;
use crate::imports::{self, ImportedFile, RecordRef};
use crate::text::fold_words;
use ftm::{NameSort, Record};

/// What speaks for a pair: the strongest sign of its names, and a shared abbreviation.
#[derive(Default)]
struct Speaks {
    names: Option<(u32, String)>,
    abbreviation: Option<(u32, String)>,
}

/// Pairs of a party that documents name and one that was imported.
pub(super) fn suggest(
    parties: &[Party],
    party_of: &[usize],
    profiles: &[Profile],
    imports: &[ImportedFile],
    open: impl Fn([usize; 2]) -> bool,
) -> Vec<Found> {
    let imported = || parties.iter().enumerate().filter(|(_, party)| !party.imported.is_empty());
    if imported().next().is_none() {
        return Vec::new();
    }
    let mut index = Index::of(parties, party_of, profiles);
    let mut found: BTreeMap<[usize; 2], Speaks> = BTreeMap::new();
    for (at, party) in imported() {
        for of in &party.imported {
            let record = &imports[of.file].records[of.record];
            for hit in index.hits(record) {
                let pair = [hit.party.min(at), hit.party.max(at)];
                if hit.party != at && open(pair) {
                    let told = said(&parties[hit.party], record, &hit, imports, *of);
                    found.entry(pair).or_default().hear(hit.theirs.sign, told);
                }
            }
        }
    }
    found.into_iter().filter_map(|(pair, speaks)| Some((pair, speaks.all()?))).collect()
}

impl Speaks {
    fn hear(&mut self, sign: Sign, told: (u32, String)) {
        let place = match sign {
            Sign::Abbreviation => &mut self.abbreviation,
            _ => &mut self.names,
        };
        if place.as_ref().is_none_or(|(weight, _)| *weight < told.0) {
            *place = Some(told);
        }
    }

    fn all(self) -> Option<(u32, Vec<String>)> {
        let all: Vec<_> = self.names.into_iter().chain(self.abbreviation).collect();
        let weight = all.iter().map(|(weight, _)| weight).sum();
        (!all.is_empty()).then(|| (weight, all.into_iter().map(|(_, reason)| reason).collect()))
    }
}

/// What documents name, by its signs.
struct Index<'p> {
    profiles: &'p [Profile],
    /// Fewer than records: a case names thousands of parties, a list has hundreds of thousands.
    named: HashMap<u64, Vec<Bearer>>,
    /// How many records bear a sign that a party bears, too: a sign of many tells nothing.
    met: HashMap<u64, usize>,
}

/// A party that bears a sign.
#[derive(Clone)]
struct Bearer {
    party: usize,
    kind: EntityKind,
    /// Index of its profile.
    entity: usize,
    seen: Seen,
}

struct Hit {
    party: usize,
    /// As the document has it.
    mine: Seen,
    /// As the record has it.
    theirs: Seen,
}

impl<'p> Index<'p> {
    fn of(parties: &[Party], party_of: &[usize], profiles: &'p [Profile]) -> Self {
        let mut named: HashMap<u64, Vec<Bearer>> = HashMap::new();
        for (entity, party) in party_of.iter().copied().enumerate() {
            let kind = parties[party].kind;
            // Every state has a ministry of defence.
            for seen in signs(&profiles[entity]).into_iter().filter(|seen| !is_general(&seen.text)) {
                let bearing = named.entry(seen.key).or_default();
                let known = |one: &Bearer| one.party == party && one.seen.text == seen.text;
                if bearing.len() <= MOST_SHARING && !bearing.iter().any(known) {
                    bearing.push(Bearer { party, kind, entity, seen });
                }
            }
        }
        named.retain(|_, bearing| bearing.len() <= MOST_SHARING);
        Self { profiles, named, met: HashMap::new() }
    }

    /// The parties that bear a sign of the record.
    fn hits(&mut self, record: &Record) -> Vec<Hit> {
        let Some(sort) = record.sort() else { return Vec::new() };
        let profile = Profile::of(&imports::entity(record));
        let mut hits = Vec::new();
        for theirs in signs(&profile) {
            let Some(bearing) = self.named.get(&theirs.key) else { continue };
            let fits = |one: &&Bearer| {
                imports::may_be(sort, one.kind)
                    && theirs.holds_for(&one.seen)
                    // Two full names that contradict each other are of two parties, however they are abbreviated.
                    && (theirs.sign != Sign::Abbreviation || profile.agrees_with(&self.profiles[one.entity]))
            };
            let fitting: Vec<_> = bearing.iter().filter(fits).collect();
            let met = self.met.entry(theirs.key).or_default();
            *met += usize::from(!fitting.is_empty());
            if *met <= MOST_SHARING {
                let hit =
                    |one: &Bearer| Hit { party: one.party, mine: one.seen.clone(), theirs: theirs.clone() };
                hits.extend(fitting.into_iter().map(hit));
            }
        }
        hits
    }
}

/// How much a sign weighs, and why in words.
fn said(named: &Party, record: &Record, hit: &Hit, imports: &[ImportedFile], of: RecordRef) -> (u32, String) {
    let seen = &hit.theirs;
    let theirs = record.names().find(|(_, value)| seen.is_of(&value.text));
    let (sort, text, line) = theirs.map_or((NameSort::Name, record.shown(), record.line), |(sort, value)| {
        (sort, &*value.text, value.line)
    });
    let mine = named.names.iter().find(|name| hit.mine.is_of(name)).unwrap_or(&named.caption);
    let place = format!("({}, line {line})", imports[of.file].name);
    let shown = record.shown();
    if fold_words(mine) == fold_words(text) && seen.sign != Sign::Abbreviation {
        return match other_name(sort) {
            None => (Sign::Name.weight(), format!("Both are called “{mine}” {place}.")),
            Some((less, words)) => {
                (Sign::Name.weight() - less, format!("“{mine}” is {words} of “{shown}” {place}."))
            }
        };
    }
    let less = other_name(sort).map_or(0, |(less, _)| less);
    let theirs = match other_name(sort) {
        Some((_, words)) if text != shown => format!("“{text}”, {words} of “{shown}” {place}"),
        _ => format!("“{text}” {place}"),
    };
    let reason = match seen.sign {
        Sign::Name | Sign::Known => format!("“{mine}” and {theirs} are known to be names of one party."),
        Sign::Words => format!("“{mine}” and {theirs} have the same words."),
        Sign::TradeName => format!("“{mine}” and {theirs} differ in the legal form only."),
        Sign::Sound => format!("“{mine}” and {theirs} may be one name in two spellings."),
        Sign::Abbreviation => format!("Both are abbreviated “{}” {place}.", seen.text),
    };
    (seen.sign.weight().saturating_sub(less).max(1), reason)
}

/// How much less a name tells that is not the name, and what it is.
const fn other_name(sort: NameSort) -> Option<(u32, &'static str)> {
    match sort {
        NameSort::Name => None,
        NameSort::Alias => Some((1, "another name")),
        NameSort::Previous => Some((2, "a former name")),
        NameSort::Abbreviation => Some((3, "an abbreviation")),
        NameSort::Weak => Some((5, "a weak alias")),
    }
}
