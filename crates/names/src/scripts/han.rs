//! Han in Latin letters. A text does not say whose it is: the Mandarin, Japanese, Korean and Cantonese readings are given, in the
//! order in which they are likely, each only where the tables know every sign (`data/han.tsv`, `data/han_family_names.tsv`,
//! `data/japanese_names.tsv`). Mandarin alone reads any text.

mod japanese;
mod tables;

use super::forms::Forms;
use super::usual::usual;
use tables::{families, sign};

pub(super) use japanese::japanese_word;

/// A word of a body's name that is known to be of Japan, in Latin letters: as its families and given names are read.
pub(crate) fn japanese(word: &str) -> Option<String> {
    let read = super::kana::latin(word);
    read.into_vec().into_iter().next().map(|form| form.replace(' ', ""))
}

pub(super) fn latin(run: &str) -> Forms {
    let words: Vec<&str> = run.split(' ').collect();
    let read = |read: &dyn Fn(&str) -> Forms| {
        words.iter().fold(Forms::default(), |forms, word| forms.then(&read(word), " "))
    };
    let forms = read(&|word| self::word(word, words.len() == 1));
    if words.len() == 1 || !words.iter().any(|word| japanese::is_family(word)) {
        return forms;
    }
    let japanese = read(&japanese_word);
    Forms::of(japanese.iter().take(2).chain(forms.iter()))
}

/// More signs than a person's name has: the name of a body.
const LONGEST_NAME: usize = 4;
/// 佐々木健太郎: three for the family and three for the given name.
const LONGEST_JAPANESE_NAME: usize = 6;

fn word(word: &str, alone: bool) -> Forms {
    if let Some(mut known) = usual(word) {
        known.add(by_sign(word, ""));
        return known;
    }
    let signs = word.chars().count();
    let japanese = if signs > LONGEST_JAPANESE_NAME { None } else { japanese::full_name(word) };
    let is_likely_japanese = japanese.as_ref().is_some_and(|name| name.family_signs > 1);
    if signs > LONGEST_NAME && !is_likely_japanese {
        return Forms::of([by_sign(word, " ")]);
    }
    let mut forms = Forms::default();
    let chinese = chinese(word, alone);
    match japanese {
        Some(name) if is_likely_japanese => {
            name.forms.iter().take(2).for_each(|form| forms.add(form.to_owned()));
            chinese.iter().take(1).for_each(|form| forms.add(form.to_owned()));
        }
        other => {
            chinese.iter().take(1).for_each(|form| forms.add(form.to_owned()));
            korean(word, alone).into_iter().for_each(|form| forms.add(form));
            chinese.iter().skip(1).for_each(|form| forms.add(form.to_owned()));
            other.iter().flat_map(|name| name.forms.iter()).for_each(|form| forms.add(form.to_owned()));
        }
    }
    forms
}

/// The family name that a word begins with, if something is left or the word stands beside others: bytes, and its row.
fn family(word: &str, alone: bool) -> Option<(usize, &'static tables::Family)> {
    let ends = word.char_indices().map(|(at, letter)| at + letter.len_utf8()).take(2);
    let ends: Vec<usize> = ends.collect();
    ends.into_iter().rev().find_map(|end| {
        let is_whole = end == word.len();
        if is_whole && alone {
            return None;
        }
        families().get(&word[..end]).map(|family| (end, family))
    })
}

/// Mandarin, then Cantonese and what the south-east writes.
fn chinese(word: &str, alone: bool) -> Forms {
    let Some((end, family)) = family(word, alone) else {
        let first = word.chars().next().map_or(0, char::len_utf8);
        // Two or three signs alone are a person's name more often than not, though the table lacks the family.
        let is_name = alone && (2..=3).contains(&word.chars().count());
        let split = is_name.then(|| spaced(&by_sign(&word[..first], ""), &by_sign(&word[first..], "")));
        return Forms::of(split.into_iter().chain([by_sign(word, "")]));
    };
    let given = &word[end..];
    let mandarin = spaced(family.mandarin, &by_sign(given, ""));
    let mut forms = Forms::of([mandarin]);
    let southern: Option<Vec<&str>> = given.chars().map(|letter| sign(letter)?.cantonese).collect();
    if let Some((first, southern)) = family.southern.first().zip(southern) {
        forms.add(spaced(first, &southern.join(" ")));
    }
    forms
}

fn spaced(family: &str, given: &str) -> String {
    if given.is_empty() { family.to_owned() } else { format!("{family} {given}") }
}

/// Mandarin, sign by sign.
fn by_sign(word: &str, between: &str) -> String {
    let syllables: Vec<String> = word.chars().map(mandarin).collect();
    syllables.join(between)
}

fn mandarin(letter: char) -> String {
    if let Some(pinyin) = sign(letter).and_then(|sign| sign.mandarin) {
        return pinyin.to_owned();
    }
    any_ascii::any_ascii_char(letter)
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .collect::<String>()
        .to_lowercase()
}

/// Korean, if the family name is one of Korea and every other sign has a reading there.
fn korean(word: &str, alone: bool) -> Vec<String> {
    let read = || {
        let (end, family) = family(word, alone)?;
        let mut hangul = family.korean?.to_owned();
        for letter in word[end..].chars() {
            hangul.push_str(sign(letter)?.korean?);
        }
        Some(hangul)
    };
    let Some(hangul) = read() else { return Vec::new() };
    // The north's spelling first: names in Han that lists have are most of the north.
    let forms = super::hangul::latin(&hangul).into_vec();
    let order = [1, 0];
    order.into_iter().filter_map(|rank| forms.get(rank).cloned()).collect()
}
