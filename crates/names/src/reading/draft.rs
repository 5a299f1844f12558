//! A name on its way to being read.

use crate::scripts::{Script, latin};

use super::written::Written;
use super::{Role, flags};

/// A word that is being read.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    pub start: usize,
    pub end: usize,
    /// As tables are asked: in its own script.
    pub folded: String,
    /// In small ASCII letters and digits.
    pub latin: String,
    pub role: Role,
    pub flags: u8,
    pub telling: u8,
    pub meaning: u32,
    pub dotted: bool,
    pub behind_comma: bool,
    pub capitals: bool,
}

/// Every Latin form of a name as words to be read.
pub(super) fn drafts(words: &[Written], text: &str) -> Vec<Vec<Draft>> {
    let spaced = spaced(words, text);
    let mut forms: Vec<Vec<Draft>> = Vec::new();
    for form in latin(&spaced) {
        let latin: Vec<&str> = form.split(' ').filter(|word| !word.is_empty()).collect();
        let form = if latin.len() == words.len() { each(words, &latin) } else { among(words, &latin) };
        if !form.is_empty() {
            forms.push(form);
        }
    }
    forms
}

/// The words with one space between, and no dots that would join letters.
fn spaced(words: &[Written], text: &str) -> String {
    let mut spaced = String::with_capacity(text.len());
    for word in words {
        if !spaced.is_empty() {
            spaced.push(' ');
        }
        match &text[word.start..word.end] {
            "&" | "%" => spaced.push_str(&word.folded),
            written => spaced.extend(written.chars().filter(|letter| *letter != '.')),
        }
    }
    spaced
}

fn each(words: &[Written], latin: &[&str]) -> Vec<Draft> {
    words.iter().zip(latin).map(|(word, latin)| draft(word, &word.folded, latin)).collect()
}

/// More or fewer words in Latin letters than were written: as many of them as can be are given to the word that they come from.
fn among(words: &[Written], latin: &[&str]) -> Vec<Draft> {
    let own: Vec<Vec<String>> = words.iter().map(|word| first_form(&word.folded)).collect();
    if own.iter().map(Vec::len).sum::<usize>() == latin.len() {
        let mut rest = latin.iter();
        let of = words.iter().zip(&own).flat_map(|(word, own)| std::iter::repeat_n(word, own.len()));
        return of.zip(&mut rest).map(|(word, latin)| draft(word, latin, latin)).collect();
    }
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return Vec::new() };
    let whole = Written { start: first.start, end: last.end, ..first.clone() };
    latin.iter().map(|latin| draft(&whole, latin, latin)).collect()
}

pub(super) fn first_form(word: &str) -> Vec<String> {
    latin(word).first().map(|form| form.split(' ').map(str::to_owned).collect()).unwrap_or_default()
}

/// Whether so many syllables are a name there; more are a foreign word.
fn is_of_name(latin: &str) -> bool {
    let is_vowel = |letter: &u8| b"aeiouy".contains(letter);
    latin
        .as_bytes()
        .chunk_by(|one, other| is_vowel(one) == is_vowel(other))
        .filter(|run| is_vowel(&run[0]))
        .count()
        <= 2
}

pub(super) fn draft(word: &Written, folded: &str, latin: &str) -> Draft {
    let mut marks = 0;
    let mut mark = |is: bool, flag: u8| marks |= if is { flag } else { 0 };
    mark(word.joined, flags::JOINED);
    mark(word.mixed, flags::LOOKALIKES);
    mark(matches!(word.script, Script::Arabic | Script::Hebrew), flags::NO_VOWELS);
    mark(!matches!(word.script, Script::Latin | Script::Common), flags::OTHER_SCRIPT);
    mark(matches!(word.script, Script::Han | Script::Hangul | Script::Kana), flags::SYLLABLES);
    mark(matches!(word.script, Script::Han | Script::Hangul) && is_of_name(latin), flags::NAME_SYLLABLES);
    Draft {
        start: word.start,
        end: word.end,
        folded: folded.to_owned(),
        latin: latin.to_owned(),
        role: Role::Name,
        flags: marks,
        telling: 100,
        meaning: 0,
        dotted: word.dotted,
        behind_comma: word.behind_comma,
        capitals: word.capitals,
    }
}
