//! Spellings of one sound as one key.

mod rules;

use rules::{Place, Rule};

/// How much is taken for one sound.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Closeness {
    /// Conventions of writing: `kh` = `h`, `sh` = `sch` = `sz`, `tch` = `tsch` = `tj`, `ou` = `u`, `y` = `i` = `j`, `w` = `v`,
    /// `ie` = `e`, `-off` = `-ov`, doubled letters.
    Spelling,
    /// Also what languages and dialects trade: `a` = `e`, `o` = `u`, `g` = `k`, sibilants without their diacritics (`s` = `sh`,
    /// `z` = `zh`, `c` = `ch`), and the endings of Lithuanian and Latvian.
    Vowels,
    /// Consonants alone, and whether a vowel begins: for scripts without short vowels.
    Consonants,
}

/// The key of a Latin form (small ASCII letters, digits, spaces) word by word: what sounds the same has the same key. Made to be
/// compared with other keys of the same closeness, never to be shown. Give the whole name, since what `ch` is shows in its other
/// words (`Michajlovitj`). Capitals of a key are sounds (`S` for sh, `C` for ch).
///
/// ```
/// use names::scripts::{Closeness, sounds};
///
/// assert_eq!(sounds("yevgeniy", Closeness::Spelling), sounds("jewgenij", Closeness::Spelling));
/// assert_eq!(sounds("mohamed", Closeness::Consonants), sounds("muhammad", Closeness::Consonants));
/// ```
#[must_use]
pub fn sounds(latin: &str, closeness: Closeness) -> String {
    let mut keys = Vec::new();
    String::from_utf8_lossy(sounds_in(latin, closeness, &mut keys)).into_owned()
}

/// [`sounds`] in room that is used again.
pub(crate) fn sounds_in<'k>(latin: &str, closeness: Closeness, keys: &'k mut Vec<u8>) -> &'k [u8] {
    keys.clear();
    let spells_ch_as_h = spells_ch_as_h(latin);
    for word in latin.split(' ').filter(|word| !word.is_empty()) {
        if !keys.is_empty() {
            keys.push(b' ');
        }
        Key::behind(keys).of(word, spells_ch_as_h).loosen(closeness);
    }
    keys
}

/// What [`sounds_in`] gave by [`Closeness::Spelling`], by [`Closeness::Vowels`].
pub(crate) fn with_vowels_merged(keys: &mut Vec<u8>) -> &[u8] {
    if keys.contains(&b' ') {
        let mut merged = Vec::with_capacity(keys.len());
        for word in keys.split(|byte| *byte == b' ') {
            if !merged.is_empty() {
                merged.push(b' ');
            }
            let from = merged.len();
            merged.extend_from_slice(word);
            Key { all: &mut merged, from }.loosen(Closeness::Vowels);
        }
        *keys = merged;
    } else {
        Key { all: keys, from: 0 }.loosen(Closeness::Vowels);
    }
    keys
}

/// [`sounds`] of one word by [`Closeness::Vowels`] and by [`Closeness::Consonants`], for the price of one.
pub(crate) fn loose_sounds(word: &str) -> (String, String) {
    let mut vowels = Vec::new();
    Key::behind(&mut vowels).of(word, spells_ch_as_h(word));
    let mut bare = vowels.clone();
    Key { all: &mut vowels, from: 0 }.loosen(Closeness::Vowels);
    Key { all: &mut bare, from: 0 }.loosen(Closeness::Consonants);
    let text = |key: Vec<u8>| String::from_utf8_lossy(&key).into_owned();
    (text(vowels), text(bare))
}

fn spells_ch_as_h(latin: &str) -> bool {
    latin.as_bytes().windows(2).any(|pair| pair == b"ch") && CH_AS_H.iter().any(|mark| latin.contains(mark))
}

/// Marks of the spellings of German, Polish and the Nordic languages, in which `ch` is х and ч is something else.
const CH_AS_H: [&str; 8] = ["tsch", "tj", "sj", "cz", "sz", "ow ", "ew ", "jev"];

/// The key of a word, behind those of others.
struct Key<'k> {
    all: &'k mut Vec<u8>,
    from: usize,
}

impl<'k> Key<'k> {
    const fn behind(all: &'k mut Vec<u8>) -> Self {
        let from = all.len();
        Self { all, from }
    }

    /// The word in sounds: the rules from left to right, then what follows from neighbours.
    fn of(mut self, word: &str, spells_ch_as_h: bool) -> Self {
        self.hear(word.as_bytes(), spells_ch_as_h);
        self.join();
        self.end();
        self
    }

    fn loosen(mut self, closeness: Closeness) {
        match closeness {
            Closeness::Spelling => {}
            Closeness::Vowels => {
                self.merge();
                let kept = without_endings(&self.all[self.from..]).len();
                self.all.truncate(self.from + kept);
            }
            Closeness::Consonants => self.keep_consonants(),
        }
    }

    fn hear(&mut self, written: &[u8], spells_ch_as_h: bool) {
        let mut at = 0;
        while let Some(&letter) = written.get(at) {
            let fits = |rule: &&Rule| {
                begins(&written[at..], rule.written.as_bytes())
                    && is_place(rule.before, at.checked_sub(1).map(|at| written[at]))
                    && is_place(rule.after, written.get(at + rule.written.len()).copied())
            };
            match rules::rules(letter, written.get(at + 1).copied()).iter().find(fits) {
                Some(rule) => {
                    let is_h = rule.written == "ch" && spells_ch_as_h;
                    self.all.extend_from_slice(if is_h { b"h" } else { rule.sound.as_bytes() });
                    at += rule.written.len();
                }
                None => {
                    self.all.push(letter);
                    at += 1;
                }
            }
        }
    }

    /// Passes over the sounds and writes what becomes of each: nothing, or one sound, and never the sound that it follows.
    fn rewrite(&mut self, mut sound: impl FnMut(Heard<'_>) -> Option<u8>) {
        let key = &mut self.all[self.from..];
        let mut kept = 0;
        for at in 0..key.len() {
            let before = key[..kept].last().copied();
            let Some(sound) = sound(Heard { before, ahead: &key[at..], is_first: at == 0 }) else { continue };
            if before != Some(sound) {
                key[kept] = sound;
                kept += 1;
            }
        }
        self.all.truncate(self.from + kept);
    }

    /// Doubled sounds are one; `ie` is `e`; `io` within a word is `e` (Fyodor); `au` and `eu` end in v.
    fn join(&mut self) {
        let mut last = 0;
        self.rewrite(|Heard { before, ahead, .. }| {
            let sound = ahead[0];
            let behind_i = std::mem::replace(&mut last, sound) == b'i';
            let after = ahead.get(1).copied();
            if before == Some(sound) {
                return None;
            }
            match (before, sound, after) {
                (_, b'i', Some(b'e')) => None,
                (Some(before), b'i', Some(b'o')) if !is_vowel(before) && ahead.len() > 2 => None,
                (Some(b'i' | b'u'), b'o', _) => Some(b'o'),
                (Some(before), b'o', Some(after))
                    if (behind_i || is_behind_sibilant(before, ahead)) && !is_vowel(after) =>
                {
                    Some(b'e')
                }
                (Some(b'a' | b'e'), b'u', after) if after.is_none_or(|after| !is_vowel(after)) => Some(b'v'),
                (_, sound, _) => Some(sound),
            }
        });
    }

    /// Endings that one name takes in several languages.
    fn end(&mut self) {
        /// Each with its beginning, which is kept.
        const ENDINGS: [(&str, &str); 9] = [
            ("ovas", "ov"),
            ("evas", "ev"),
            ("ovs", "ov"),
            ("evs", "ev"),
            ("skis", "ski"),
            ("eis", "ei"),
            ("inas", "in"),
            ("ine", "in"),
            ("imirs", "imir"),
        ];
        let key = &self.all[self.from..];
        if key.len() > 4 && matches!(key.last(), Some(b's' | b'e')) {
            let known = ENDINGS.iter().find(|(ending, _)| key.ends_with(ending.as_bytes()));
            if let Some((ending, kept)) = known {
                self.all.truncate(self.all.len() - ending.len() + kept.len());
            }
        }
    }

    fn merge(&mut self) {
        self.rewrite(|Heard { ahead, .. }| {
            Some(match ahead[0] {
                b'e' => b'a',
                b'o' => b'u',
                b'S' => b's',
                b'Z' => b'z',
                b'T' => b'C',
                b'g' => b'k',
                other => other,
            })
        });
    }

    fn keep_consonants(&mut self) {
        self.rewrite(|Heard { ahead, is_first, .. }| match ahead[0] {
            vowel if is_vowel(vowel) => is_first.then_some(b'a'),
            b'f' => Some(b'v'),
            b'g' => Some(b'k'),
            b'Z' => Some(b'z'),
            other => Some(other),
        });
    }
}

/// A sound and those around it.
struct Heard<'k> {
    /// What became of those before it.
    before: Option<u8>,
    /// It, and those behind it.
    ahead: &'k [u8],
    is_first: bool,
}

/// Whether letters begin with these few: to compare them one by one is faster than to have memory compared.
pub(super) fn begins(letters: &[u8], with: &[u8]) -> bool {
    letters.len() >= with.len() && letters.iter().zip(with).all(|(letter, other)| letter == other)
}

fn is_place(place: Place, letter: Option<u8>) -> bool {
    match (place, letter) {
        (Place::Any, _) => true,
        (Place::Edge, letter) => letter.is_none(),
        (_, None) => false,
        (Place::Within, Some(_)) => true,
        (Place::Vowel, Some(letter)) => b"aeiouy".contains(&letter),
        (Place::Front, Some(letter)) => b"eiy".contains(&letter),
        (Place::Consonant, Some(letter)) => !b"aeiouyj".contains(&letter),
        (Place::Of(letters), Some(letter)) => letters.as_bytes().contains(&letter),
    }
}

const fn is_vowel(sound: u8) -> bool {
    matches!(sound, b'a' | b'e' | b'i' | b'o' | b'u')
}

/// Whether an `o` here is the Russian ё: behind a sibilant and before v at the end.
fn is_behind_sibilant(before: u8, ahead: &[u8]) -> bool {
    matches!(before, b'S' | b'C' | b'Z' | b'T') && matches!(ahead, b"ov" | b"ova")
}

/// Without the endings that Lithuanian and Latvian add to every man's name.
fn without_endings(key: &[u8]) -> &[u8] {
    let endings: [&[u8]; 3] = [b"as", b"is", b"s"];
    let stem = endings.iter().find_map(|ending| key.strip_suffix(*ending));
    stem.filter(|stem| stem.len() > 4).unwrap_or(key)
}
