//! What a word may be, as a word of a listed name.

use std::borrow::Cow;

use super::endings::{bases, has_cases};
use crate::hashed::{Hashed, Sieve, hash};
use crate::scripts::{Closeness, Script, folded, latin_of_folded, script_of, sounds_in, with_vowels_merged};

/// A word as names are compared by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Word {
    /// Words that can be one have one.
    pub(super) class: u32,
    /// Of its letters in its own script, folded.
    pub(super) spelled: u64,
    /// Of its sound in Latin letters.
    pub(super) sound: u64,
    pub(super) script: Script,
}

/// How a word of a text is one of a name. The better the earlier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Likeness {
    /// The same, but for capitals and accents.
    Same,
    /// A case of it.
    Inflected,
    /// The same in another script.
    Transliterated,
    /// Another spelling of its sound.
    Spelling,
}

/// What a word of a text may be.
#[derive(Debug, Clone, Copy)]
pub(super) struct Candidate {
    pub(super) word: Word,
    inflected: bool,
}

impl Candidate {
    /// How it is that word of a name; `None` where it is not.
    pub(super) fn likeness(&self, of: &Word) -> Option<Likeness> {
        if self.word.class != of.class {
            return None;
        }
        if self.word.spelled == of.spelled {
            return Some(if self.inflected { Likeness::Inflected } else { Likeness::Same });
        }
        let vowelless = |script| matches!(script, Script::Arabic | Script::Hebrew);
        if self.word.script != of.script {
            let close = vowelless(self.word.script) || vowelless(of.script) || self.word.sound == of.sound;
            return close.then_some(Likeness::Transliterated);
        }
        // An ending taken off and another spelling besides: too much at once.
        (self.word.sound == of.sound && !self.inflected).then_some(Likeness::Spelling)
    }
}

/// The words of all listed names, by sound.
#[derive(Debug, Default)]
pub(super) struct Words {
    classes: Hashed<u32>,
    /// By the letters of each word in its own script.
    spelled: Hashed<()>,
    /// Of both.
    sieve: Sieve,
    /// Every beginning of the sound of a class, with what the shortest such sound has behind it: what begins like none is a case of
    /// none.
    begun: Hashed<u8>,
}

/// What one word may be, behind what others may be.
struct Found<'a> {
    all: &'a mut Vec<Candidate>,
    from: usize,
    /// Room for sounds.
    key: Vec<u8>,
}

/// A sound of fewer bytes begins too many words.
const SHORTEST_BEGINNING: usize = 3;
/// A case ending, as it sounds, has no more bytes.
const LONGEST_ENDING: usize = 4;

/// A word is shorter than its case by a few letters, or longer by no more than this, as it sounds.
const LONGEST_GROWTH: usize = 3;

/// Words of more bytes are none.
pub(super) const LONGEST: usize = 60;

/// Han letters in a row are words of a sentence if they are more than this: they are no listed word, unless one is spelled so.
const LONGEST_HAN: usize = 6;

impl Words {
    /// A word of a listed name, which is learned.
    pub(super) fn learn(&mut self, word: &str) -> Option<Word> {
        let script = script(word)?;
        let plain = folded(word);
        let form = latin_of_folded(&plain).into_iter().next()?;
        let mut key = Vec::new();
        let sounded = sounds_in(&form, Closeness::Vowels, &mut key);
        let next = self.classes.len() as u32;
        let class = *self.classes.entry(hash(sounded)).or_insert(next);
        if class == next {
            self.sieve.add(hash(sounded));
            for end in SHORTEST_BEGINNING..=sounded.len() {
                let behind = (sounded.len() - end).min(usize::from(u8::MAX)) as u8;
                let known = self.begun.entry(hash(&sounded[..end])).or_insert(behind);
                *known = behind.min(*known);
            }
        }
        let sound = hash(sounds_in(&form, Closeness::Spelling, &mut key));
        let spelled = hash(plain.as_bytes());
        self.spelled.insert(spelled, ());
        self.sieve.add(spelled);
        Some(Word { class, spelled, sound, script })
    }

    /// How many classes of words there are.
    pub(super) fn len(&self) -> usize {
        self.classes.len()
    }

    /// Adds what a word of a text may be, given also folded; nothing where no listed name has the like.
    pub(super) fn candidates(&self, word: &str, plain: &str, found: &mut Vec<Candidate>) {
        let Some(script) = script(word) else { return };
        // Beyond this, Han letters in a row are words of a sentence.
        if script == Script::Han && plain.chars().nth(LONGEST_HAN).is_some() && !self.spells(plain) {
            return;
        }
        let from = found.len();
        let mut found = Found { all: found, from, key: Vec::new() };
        if has_cases(script) {
            self.cases(word, plain, script, &mut found);
        } else {
            self.add(plain, script, false, &mut found);
            let (stem, tail) = possessive(word);
            if !tail.is_empty() {
                self.add(&folded(stem), script, tail != "s", &mut found);
            }
        }
    }

    fn cases(&self, word: &str, plain: &str, script: Script, found: &mut Found<'_>) {
        let (own, tail) = possessive(word);
        // In Latin letters to ask for the beginning is no less work than to ask for the word.
        if tail.is_empty() && script != Script::Latin && !self.begins(plain, &mut found.key) {
            return;
        }
        self.add(plain, script, false, found);
        let lower = own.to_lowercase();
        if !tail.is_empty() {
            self.add(&folded(&lower), script, tail != "s", found);
        }
        let mut base = String::with_capacity(lower.len() + 4);
        for (stem, end) in bases(&lower, script) {
            base.clear();
            base.push_str(stem);
            base.push_str(end);
            self.base(&base, script, found);
        }
    }

    fn base(&self, base: &str, script: Script, found: &mut Found<'_>) {
        let is_plain = base.chars().all(|letter| matches!(letter, 'a'..='z' | 'а'..='я'));
        let plain = if is_plain { Cow::Borrowed(base) } else { Cow::Owned(folded(base)) };
        // In Latin letters nearly every word has an ending that could be one: only what is spelled as a listed word is asked about.
        if script != Script::Latin || self.spells(&plain) {
            self.add(&plain, script, true, found);
        }
    }

    fn spells(&self, plain: &str) -> bool {
        let hash = hash(plain.as_bytes());
        self.sieve.may_have(hash) && self.spelled.contains_key(&hash)
    }

    /// The class of a sound.
    fn class(&self, sounded: &[u8]) -> Option<u32> {
        let hash = hash(sounded);
        if self.sieve.may_have(hash) { self.classes.get(&hash).copied() } else { None }
    }

    /// Whether a listed word begins as this does. Spares nearly all words of a text the dozens of look-ups that their cases take.
    fn begins(&self, plain: &str, key: &mut Vec<u8>) -> bool {
        any_form(plain, |form| {
            let sounded = sounds_in(form, Closeness::Vowels, key);
            let end = sounded.len().saturating_sub(LONGEST_ENDING).max(SHORTEST_BEGINNING);
            let Some(beginning) = sounded.get(..end) else { return true };
            let most = sounded.len() - end + LONGEST_GROWTH;
            self.begun.get(&hash(beginning)).is_some_and(|shortest| usize::from(*shortest) <= most)
        })
    }

    fn add(&self, plain: &str, script: Script, inflected: bool, found: &mut Found<'_>) {
        let spelled = hash(plain.as_bytes());
        any_form(plain, |form| {
            let sound = hash(sounds_in(form, Closeness::Spelling, &mut found.key));
            if let Some(class) = self.class(with_vowels_merged(&mut found.key)) {
                let word = Word { class, spelled, sound, script };
                if !found.all[found.from..].iter().any(|known| known.word == word) {
                    found.all.push(Candidate { word, inflected });
                }
            }
            false
        });
    }
}

/// Whether one of the Latin forms of a folded word is so.
fn any_form(plain: &str, mut is_so: impl FnMut(&str) -> bool) -> bool {
    if plain.is_ascii() {
        return !plain.is_empty() && is_so(plain);
    }
    latin_of_folded(plain).iter().any(|form| is_so(form))
}

/// The script of its first letter.
fn script(word: &str) -> Option<Script> {
    word.chars().next().map(script_of)
}

const APOSTROPHES: [char; 5] = ['\'', '’', '‘', 'ʼ', 'ʻ'];

/// "Putin’s", "Putin'in": the name and what is put to it. What is before the apostrophe of "d'Ivoire" or "O'Brien" is no name.
fn possessive(word: &str) -> (&str, &str) {
    match word.rsplit_once(APOSTROPHES) {
        Some((stem, tail)) if stem.chars().count() > 2 && tail.chars().all(char::is_lowercase) => {
            (stem, tail)
        }
        _ => (word, ""),
    }
}
