//! Pairs whose names have the same sounds in Latin letters, in any order, without small words and legal forms.

use std::collections::{BTreeSet, HashMap};

use names::party::{Kind, NameSort};
use names::scripts::{Closeness, folded, latin, sounds};
use names::words::{legal_forms, particle, patronymic, titles};
use reason::entities::Party;

use super::described::Described;

/// A name that more parties bear tells nothing.
const MOST_SHARING: usize = 30;

/// Pairs that are worth comparing, the smaller first; never two of one file that no document names.
pub(super) fn candidates(parties: &[Party], described: &[Option<Described>]) -> BTreeSet<[usize; 2]> {
    let mut bearing: HashMap<String, Vec<usize>> = HashMap::new();
    for (number, party) in described.iter().enumerate() {
        let Some(party) = party else { continue };
        let named = party.party.names.iter().filter(|name| name.sort != NameSort::Weak);
        let keys: BTreeSet<String> = named.filter_map(|name| key(party.party.kind, &name.text)).collect();
        for key in keys {
            bearing.entry(key).or_default().push(number);
        }
    }
    let mut pairs = BTreeSet::new();
    for sharing in bearing.into_values().filter(|sharing| (2..=MOST_SHARING).contains(&sharing.len())) {
        for (at, one) in sharing.iter().enumerate() {
            let others =
                sharing[at + 1..].iter().filter(|other| may_be_one(&parties[*one], &parties[**other]));
            pairs.extend(others.map(|other| [*one.min(other), *one.max(other)]));
        }
    }
    pairs
}

/// What a file has as two is two.
fn may_be_one(one: &Party, other: &Party) -> bool {
    let file =
        |party: &Party| party.members.is_empty().then(|| party.imported.first().map(|of| of.file)).flatten();
    file(one).is_none() || file(one) != file(other)
}

fn key(kind: Kind, name: &str) -> Option<String> {
    let form = latin(name).into_iter().next()?;
    let person = kind == Kind::Person;
    let words: Vec<&str> = form.split(' ').collect();
    let mut kept: Vec<String> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let rest = &words[at..];
        let known = match person {
            true => titles::starting(rest).map(|known| known.words),
            false => legal_forms::starting(rest).map(|known| known.words),
        };
        let word = words[at];
        let father = person && at > 0 && words.len() > 2 && patronymic(word).is_some();
        if known.is_none() && particle(&folded(word)).is_none() && !father {
            kept.push(sounds(word, Closeness::Vowels));
        }
        at += known.unwrap_or(1).max(1);
    }
    let letters: usize = kept.iter().map(String::len).sum();
    kept.sort_unstable();
    let enough = if person { kept.len() > 1 } else { letters > 3 };
    enough.then(|| format!("{person}/{}", kept.join(" ")))
}
