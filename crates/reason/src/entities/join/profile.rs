use crate::entities::definitions::is_abbreviation;
use crate::entities::lexicon::lexicon;
use crate::entities::states::country_code;
use crate::entities::{Entity, EntityKind};
use crate::text::{fingerprint, fold_words};

/// What an entity is compared by.
#[derive(Debug)]
pub(super) struct Profile {
    pub kind: EntityKind,
    /// Fingerprints of the names that make two entities one.
    pub keys: Vec<u64>,
    /// Folded names of two words and more, or a single word that is no abbreviation.
    pub full: Vec<String>,
    /// As written, without full stops.
    pub abbreviations: Vec<String>,
    /// Folded ranks and offices.
    pub titles: Vec<String>,
    /// The one country whose adjective a name holds.
    country: Option<String>,
}

impl Profile {
    pub(super) fn of(entity: &Entity) -> Self {
        let mut made = Self {
            kind: entity.kind,
            keys: Vec::new(),
            full: Vec::new(),
            abbreviations: Vec::new(),
            titles: entity.titles.iter().map(|title| fold_words(title)).collect(),
            country: None,
        };
        for name in &entity.names {
            made.take(name);
        }
        if entity.kind == EntityKind::Place {
            if let [only] = &entity.candidates[..] {
                made.keys.push(fingerprint(only));
            }
        }
        made
    }

    fn take(&mut self, name: &str) {
        let folded = fold_words(name);
        let short = is_abbreviation(name);
        if short && !matches!(self.kind, EntityKind::Place | EntityKind::Person) {
            self.abbreviations.push(name.replace('.', ""));
        }
        if let Some(known) = lexicon().known(&folded).filter(|known| !known.capitals || short) {
            self.keys.push(fingerprint(&format!("known:{}", known.party)));
        }
        let words = folded.split(' ').count();
        let whole = words > 1 || (!short && self.kind != EntityKind::Person);
        if whole {
            self.keys.push(fingerprint(&folded));
            if self.country.is_none() && self.kind != EntityKind::Person {
                self.country = folded.split(' ').find_map(country_code);
            }
            self.full.push(folded);
        }
    }

    /// Whether a name in full is known.
    pub(super) fn is_full(&self) -> bool {
        self.full.iter().any(|name| name.contains(' '))
    }

    /// Whether no full name of both contradicts: one continues the other, or both are of one country.
    pub(super) fn agrees_with(&self, other: &Self) -> bool {
        if !self.is_full() || !other.is_full() {
            return true;
        }
        if self.country.is_some() && self.country == other.country {
            return true;
        }
        self.full
            .iter()
            .any(|mine| other.full.iter().any(|theirs| continues(mine, theirs) || continues(theirs, mine)))
    }
}

/// Whether a name is another with words behind it.
pub(super) fn continues(long: &str, short: &str) -> bool {
    long == short
        || (short.contains(' ') && long.strip_prefix(short).is_some_and(|rest| rest.starts_with(' ')))
}
