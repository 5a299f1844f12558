//! What names are compared by across documents and imported files.

use super::profile::Profile;
use super::sounds::{sound, sound_alike};
use super::suggest::SHORTEST_SKELETON;
use crate::entities::EntityKind;
use crate::text::{fingerprint, fold_words};

/// A sign that two names are of one party.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Sign {
    /// The same name.
    Name,
    /// Two names that everybody in the field knows to be of one party.
    Known,
    /// The same words in another order: lists put the surname first.
    Words,
    /// The same without the legal form.
    TradeName,
    /// The same sounds, spelled differently.
    Sound,
    /// The same letters.
    Abbreviation,
}

impl Sign {
    /// How much it speaks for one party, beside the reasons of other suggestions.
    pub(super) const fn weight(self) -> u32 {
        match self {
            Self::Name => 8,
            Self::Known | Self::Words => 6,
            Self::TradeName => 5,
            Self::Sound => 3,
            Self::Abbreviation => 2,
        }
    }
}

/// A sign of a name.
#[derive(Debug, Clone)]
pub(super) struct Seen {
    pub(super) sign: Sign,
    /// What equal signs share.
    pub(super) key: u64,
    /// The folded name, or the abbreviation, that it is a sign of.
    pub(super) text: String,
    /// Of a trade name: the legal form. Two different ones are of two companies.
    pub(super) form: String,
}

impl Seen {
    fn new(sign: Sign, shared: &str, text: &str) -> Self {
        let key = fingerprint(&format!("{sign:?}/{shared}"));
        Self { sign, key, text: text.to_owned(), form: String::new() }
    }

    /// Whether it is a sign of this name.
    pub(super) fn is_of(&self, name: &str) -> bool {
        match self.sign {
            Sign::Abbreviation => name.replace('.', "") == self.text,
            _ => fold_words(name) == self.text,
        }
    }

    /// Whether it holds against another of the same key, beyond what the key tells.
    pub(super) fn holds_for(&self, other: &Self) -> bool {
        match self.sign {
            Sign::TradeName => self.form.is_empty() || other.form.is_empty() || self.form == other.form,
            Sign::Sound => sound_alike(&self.text, &other.text),
            Sign::Name | Sign::Known | Sign::Words | Sign::Abbreviation => true,
        }
    }
}

/// Every sign of a party's names.
pub(super) fn signs(profile: &Profile) -> Vec<Seen> {
    let mut all = Vec::new();
    for name in &profile.full {
        all.push(Seen::new(Sign::Name, name, name));
        if name.contains(' ') {
            all.push(Seen::new(Sign::Words, &in_order(name), name));
        }
        let sound = sound(name);
        if sound.len() >= SHORTEST_SKELETON {
            all.push(Seen::new(Sign::Sound, &sound, name));
        }
        if matches!(profile.kind, EntityKind::Organization | EntityKind::ArmedGroup | EntityKind::Other) {
            all.push(Seen::new(Sign::TradeName, name, name));
        }
    }
    for (name, form) in &profile.trade_names {
        let whole = format!("{name} {form}");
        all.push(Seen { form: form.clone(), ..Seen::new(Sign::TradeName, name, whole.trim_end()) });
    }
    all.extend(profile.known.iter().map(|(party, name)| Seen::new(Sign::Known, &party.to_string(), name)));
    all.extend(profile.abbreviations.iter().map(|short| Seen::new(Sign::Abbreviation, short, short)));
    all
}

/// The words of a folded name, sorted.
fn in_order(folded: &str) -> String {
    let mut words: Vec<_> = folded.split(' ').collect();
    words.sort_unstable();
    words.join(" ")
}
