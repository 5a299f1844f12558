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
    let mut keys = String::with_capacity(latin.len());
    let spells_ch_as_h = spells_ch_as_h(latin);
    for word in latin.split(' ').filter(|word| !word.is_empty()) {
        if !keys.is_empty() {
            keys.push(' ');
        }
        let spelling = spelling(word, spells_ch_as_h);
        match closeness {
            Closeness::Spelling => keys.push_str(&spelling),
            Closeness::Vowels => keys.push_str(without_endings(&merged(&spelling))),
            Closeness::Consonants => consonants(&spelling, &mut keys),
        }
    }
    keys
}

/// [`sounds`] of one word by [`Closeness::Vowels`] and by [`Closeness::Consonants`], for the price of one.
pub(crate) fn loose_sounds(word: &str) -> (String, String) {
    let spelling = spelling(word, spells_ch_as_h(word));
    let mut vowels = merged(&spelling);
    vowels.truncate(without_endings(&vowels).len());
    let mut bare = String::with_capacity(spelling.len());
    consonants(&spelling, &mut bare);
    (vowels, bare)
}

fn spells_ch_as_h(latin: &str) -> bool {
    latin.as_bytes().windows(2).any(|pair| pair == b"ch") && CH_AS_H.iter().any(|mark| latin.contains(mark))
}

/// Marks of the spellings of German, Polish and the Nordic languages, in which `ch` is х and ч is something else.
const CH_AS_H: [&str; 8] = ["tsch", "tj", "sj", "cz", "sz", "ow ", "ew ", "jev"];

/// A word in sounds: the rules from left to right, then what follows from neighbours.
fn spelling(word: &str, spells_ch_as_h: bool) -> String {
    let heard = heard(word, spells_ch_as_h);
    let joined = joined(&heard);
    ended(joined)
}

fn heard(word: &str, spells_ch_as_h: bool) -> String {
    let written = word.as_bytes();
    let mut out = String::with_capacity(word.len());
    let mut at = 0;
    while at < written.len() {
        let fits = |rule: &&Rule| {
            begins(&written[at..], rule.written.as_bytes())
                && is_place(rule.before, at.checked_sub(1).map(|at| written[at]))
                && is_place(rule.after, written.get(at + rule.written.len()).copied())
        };
        match rules::rules(written[at]).iter().find(fits) {
            Some(rule) => {
                let is_h = rule.written == "ch" && spells_ch_as_h;
                out.push_str(if is_h { "h" } else { rule.sound });
                at += rule.written.len();
            }
            None => {
                out.push(char::from(written[at]));
                at += 1;
                // Keys are of any text: what is not ASCII stays as it is, byte for byte of a character.
                while at < written.len() && !word.is_char_boundary(at) {
                    at += 1;
                }
            }
        }
    }
    out
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

fn is_vowel(sound: char) -> bool {
    matches!(sound, 'a' | 'e' | 'i' | 'o' | 'u')
}

/// Doubled sounds are one; `ie` is `e`; `io` within a word is `e` (Fyodor); `au` and `eu` end in v.
fn joined(heard: &str) -> String {
    let mut out = String::with_capacity(heard.len());
    let sounds = heard.as_bytes();
    for (at, sound) in heard.char_indices() {
        let before = out.chars().next_back();
        let after = sounds.get(at + 1).copied().map(char::from);
        if before == Some(sound) {
            continue;
        }
        let sound = match (before, sound, after) {
            (_, 'i', Some('e')) => continue,
            (Some(before), 'i', Some('o')) if !is_vowel(before) && at + 2 < sounds.len() => continue,
            (Some('i' | 'u'), 'o', _) => 'o',
            (Some(before), 'o', Some(after)) if was_softened(heard, at, before) && !is_vowel(after) => 'e',
            (Some('a' | 'e'), 'u', after) if after.is_none_or(|after| !is_vowel(after)) => 'v',
            (_, sound, _) => sound,
        };
        if !out.ends_with(sound) {
            out.push(sound);
        }
    }
    out
}

/// Whether an `o` here is the Russian ё: behind an `i` that a consonant softens, or behind a sibilant and before v at the end.
fn was_softened(heard: &str, at: usize, before: char) -> bool {
    let behind_i = heard[..at].ends_with('i');
    let behind_sibilant = matches!(before, 'S' | 'C' | 'Z' | 'T') && matches!(&heard[at..], "ov" | "ova");
    behind_i || behind_sibilant
}

/// Endings that one name takes in several languages.
fn ended(mut key: String) -> String {
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
    if key.len() > 4 && key.ends_with(['s', 'e']) {
        for (ending, kept) in ENDINGS {
            if key.ends_with(ending) {
                key.truncate(key.len() - ending.len() + kept.len());
                break;
            }
        }
    }
    key
}

fn merged(spelling: &str) -> String {
    let mut out = String::with_capacity(spelling.len());
    for sound in spelling.chars() {
        let sound = match sound {
            'e' => 'a',
            'o' => 'u',
            'S' => 's',
            'Z' => 'z',
            'T' => 'C',
            'g' => 'k',
            other => other,
        };
        if !out.ends_with(sound) {
            out.push(sound);
        }
    }
    out
}

/// Without the endings that Lithuanian and Latvian add to every man's name.
fn without_endings(key: &str) -> &str {
    if !key.ends_with('s') {
        return key;
    }
    let stem = key.strip_suffix("as").or_else(|| key.strip_suffix("is")).or_else(|| key.strip_suffix('s'));
    stem.filter(|stem| stem.len() > 4).unwrap_or(key)
}

fn consonants(spelling: &str, keys: &mut String) {
    let start = keys.len();
    for (at, sound) in spelling.char_indices() {
        let sound = match sound {
            vowel if is_vowel(vowel) => {
                if at == 0 {
                    keys.push('a');
                }
                continue;
            }
            'f' => 'v',
            'g' => 'k',
            'Z' => 'z',
            other => other,
        };
        if !keys[start..].ends_with(sound) {
            keys.push(sound);
        }
    }
}
