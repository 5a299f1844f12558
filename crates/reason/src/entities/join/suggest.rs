//! Parties that may be one: spelled alike, abbreviated alike, or of one surname and office.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::profile::{Profile, continues};
use super::{Party, Suggestion};
use crate::entities::EntityKind;
use crate::text::{fingerprint, fold_words};

/// A spelling, abbreviation or surname that more parties share tells nothing, and comparing them all would take long.
pub(super) const MOST_SHARING: usize = 30;
/// More suggestions than this nobody looks through.
const MOST: usize = 2000;

/// Two parties, what speaks for it that they are one, and how much.
pub(super) type Found = ([usize; 2], (u32, Vec<String>));

/// The best of all, best first.
pub(super) fn best(mut all: Vec<Found>) -> Vec<Suggestion> {
    all.sort_by_key(|(pair, (weight, _))| (std::cmp::Reverse(*weight), *pair));
    all.into_iter()
        .take(MOST)
        .map(|(pair, (_, reasons))| Suggestion { pair, reasons, compared: None })
        .collect()
}

/// The entities of each party.
pub(super) fn by_party(parties: usize, party_of: &[usize]) -> Vec<Vec<usize>> {
    let mut entities: Vec<Vec<usize>> = vec![Vec::new(); parties];
    for (entity, party) in party_of.iter().enumerate() {
        entities[*party].push(entity);
    }
    entities
}

/// Parties that documents name.
pub(super) fn suggest(
    parties: &[Party],
    party_of: &[usize],
    profiles: &[Profile],
    open: impl Fn([usize; 2]) -> bool,
) -> Vec<Found> {
    let entities = by_party(parties.len(), party_of);
    let mut blocks: HashMap<u64, Vec<usize>> = HashMap::new();
    for (party, of) in entities.iter().enumerate() {
        let mut keys = HashSet::new();
        for profile in of.iter().map(|entity| &profiles[*entity]) {
            blocking_keys(profile, &mut keys);
        }
        for key in keys {
            blocks.entry(key).or_default().push(party);
        }
    }
    let view =
        |party: usize| Seen::of(&parties[party], entities[party].iter().map(|entity| &profiles[*entity]));
    let mut found: BTreeMap<[usize; 2], (u32, Vec<String>)> = BTreeMap::new();
    for sharing in blocks.values().filter(|sharing| (2..=MOST_SHARING).contains(&sharing.len())) {
        let seen: Vec<Seen> = sharing.iter().map(|party| view(*party)).collect();
        for (index, one) in seen.iter().enumerate() {
            for (other, party) in seen.iter().zip(sharing).skip(index + 1) {
                let pair = [sharing[index].min(*party), sharing[index].max(*party)];
                if found.contains_key(&pair) || !may_be_one(parties, pair, &open) {
                    continue;
                }
                let (weight, reasons) = one.reasons(other);
                if !reasons.is_empty() {
                    found.insert(pair, (weight, reasons));
                }
            }
        }
    }
    found.into_iter().collect()
}

/// Of one kind, and not where a person has looked.
fn may_be_one(parties: &[Party], pair: [usize; 2], open: &impl Fn([usize; 2]) -> bool) -> bool {
    let [one, other] = pair.map(|party| &parties[party]);
    one.kind == other.kind && open(pair)
}

fn blocking_keys(profile: &Profile, keys: &mut HashSet<u64>) {
    let key = |text: &str| fingerprint(&format!("{:?}/{text}", profile.kind));
    for name in &profile.full {
        let sound = skeleton(name);
        if sound.len() >= SHORTEST_SKELETON {
            keys.insert(key(&sound));
        }
    }
    for short in &profile.abbreviations {
        let stem = short.split('-').next().unwrap_or(short);
        keys.insert(key(&format!("abbreviation {stem}")));
    }
    if profile.kind == EntityKind::Person {
        for name in &profile.full {
            if let Some(surname) = name.rsplit(' ').next() {
                profile.titles.iter().for_each(|title| {
                    keys.insert(key(&format!("{title} {surname}")));
                });
            }
        }
    }
}

/// Fewer sounds than this are those of too many names.
pub(super) const SHORTEST_SKELETON: usize = 4;

/// The consonants of a name as the languages of transliteration agree on them: "Tinzaouatène" and "Tin Zawaten" are one.
pub(super) fn skeleton(folded: &str) -> String {
    let plain = folded
        .replace("dj", "j")
        .replace("kh", "k")
        .replace("gh", "g")
        .replace("ph", "f")
        .replace("tch", "c")
        .replace("ch", "c")
        .replace("sh", "c")
        .replace("ou", "u")
        .replace("qu", "k");
    let mut sound = String::with_capacity(plain.len());
    for (at, c) in plain.char_indices() {
        let c = match c {
            'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'w' | 'h' | ' ' if at > 0 => continue,
            'q' => 'k',
            'z' => 's',
            'v' => 'f',
            c => c,
        };
        if !sound.ends_with(c) {
            sound.push(c);
        }
    }
    sound
}

/// All that is known of a party.
struct Seen<'p> {
    party: &'p Party,
    full: Vec<&'p str>,
    abbreviations: Vec<&'p str>,
    titles: Vec<&'p str>,
}

impl<'p> Seen<'p> {
    fn of(party: &'p Party, profiles: impl Iterator<Item = &'p Profile>) -> Self {
        let mut seen = Self { party, full: Vec::new(), abbreviations: Vec::new(), titles: Vec::new() };
        for profile in profiles {
            seen.full.extend(profile.full.iter().map(String::as_str));
            seen.abbreviations.extend(profile.abbreviations.iter().map(String::as_str));
            seen.titles.extend(profile.titles.iter().map(String::as_str));
        }
        seen
    }

    fn reasons(&self, other: &Self) -> (u32, Vec<String>) {
        let mut weight = 0;
        let mut reasons = Vec::new();
        for (more, reason) in
            [self.spelling(other), self.abbreviation(other), self.office(other)].into_iter().flatten()
        {
            weight += more;
            reasons.push(reason);
        }
        (weight, reasons)
    }

    fn spelling(&self, other: &Self) -> Option<(u32, String)> {
        let (mine, theirs) = self.full.iter().find_map(|mine| {
            let sound = skeleton(mine);
            let like = |theirs: &&&str| {
                mine != *theirs && sound.len() >= SHORTEST_SKELETON && skeleton(theirs) == sound
            };
            other.full.iter().find(like).map(|theirs| (mine, theirs))
        })?;
        let (mine, theirs) = (self.as_written(mine), other.as_written(theirs));
        Some((3, format!("“{mine}” and “{theirs}” may be one name in two spellings.")))
    }

    fn abbreviation(&self, other: &Self) -> Option<(u32, String)> {
        for mine in &self.abbreviations {
            for theirs in &other.abbreviations {
                if mine == theirs {
                    return Some((2, format!("Both are abbreviated “{mine}”.")));
                }
                let (short, long) = if mine.len() < theirs.len() { (mine, theirs) } else { (theirs, mine) };
                let suffixed = long.strip_prefix(short).is_some_and(|rest| rest.starts_with('-'));
                let leads = self
                    .full
                    .iter()
                    .any(|one| other.full.iter().any(|two| continues(one, two) || continues(two, one)));
                if suffixed && leads {
                    return Some((
                        4,
                        format!("“{long}” is “{short}” with a further part, and so are their full names."),
                    ));
                }
            }
        }
        None
    }

    fn office(&self, other: &Self) -> Option<(u32, String)> {
        if self.party.kind != EntityKind::Person {
            return None;
        }
        let title = self.titles.iter().find(|title| other.titles.contains(title))?;
        let surname = |name: &&str| name.rsplit(' ').next().map(str::to_owned);
        let mine: Vec<String> = self.full.iter().filter_map(surname).collect();
        let shared = other.full.iter().filter_map(surname).find(|name| mine.contains(name))?;
        let initials =
            |names: &[&str]| names.iter().filter_map(|name| name.chars().next()).collect::<HashSet<_>>();
        // Two given names that begin differently are two people's.
        if initials(&self.full).is_disjoint(&initials(&other.full)) {
            return None;
        }
        Some((1, format!("Both are called “{shared}” and bear the title “{title}”.")))
    }

    fn as_written<'a>(&'a self, folded: &'a str) -> &'a str {
        self.party.names.iter().find(|name| fold_words(name) == folded).map_or(folded, String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_sound_alike() {
        for (one, other, alike) in [
            ("tinkessaouatene", "tin kessawaten", true),
            ("mohammed", "muhamad", true),
            ("khaled", "kaled", true),
            ("riverbend", "riverside", false),
        ] {
            assert_eq!(
                skeleton(one) == skeleton(other),
                alike,
                "{one} {other}: {} {}",
                skeleton(one),
                skeleton(other)
            );
        }
    }
}
