//! A name on its way to being read.

use crate::scripts::{Script, latin, script_of};

use super::written::{MARIA, Written};
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
    if is_name_of_syllables(text) {
        forms
            .iter_mut()
            .flatten()
            .filter(|word| word.flags & flags::SYLLABLES != 0)
            .for_each(|word| word.flags |= flags::NAME_SYLLABLES);
    }
    forms
}

/// Whether a text is written in so few signs of Han or Hangul that it is a name of those languages; foreign names have more.
fn is_name_of_syllables(text: &str) -> bool {
    const MOST: usize = 5;
    let signs = text.chars().filter(|sign| matches!(script_of(*sign), Script::Han | Script::Hangul)).count();
    (1..=MOST).contains(&signs)
}

/// The words with one space between, and no dots that would join letters.
fn spaced(words: &[Written], text: &str) -> String {
    let mut spaced = String::with_capacity(text.len());
    for word in words {
        if !spaced.is_empty() {
            spaced.push(' ');
        }
        match &text[word.start..word.end] {
            "&" | "%" | MARIA => spaced.push_str(&word.folded),
            written => spaced.extend(written.chars().filter(|letter| !matches!(letter, '.' | '/'))),
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
        let parts = words
            .iter()
            .zip(&own)
            .flat_map(|(word, own)| (0..own.len()).map(move |at| (word, own.len(), at)));
        return parts.zip(&mut rest).map(|((word, of, at), latin)| part(word, of, at, latin)).collect();
    }
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return Vec::new() };
    let whole = Written { start: first.start, end: last.end, ..first.clone() };
    latin.iter().map(|latin| draft(&whole, latin, latin)).collect()
}

/// One of the Latin words that a word gave: tables are asked in the own script of one that is alone or stands behind its article.
fn part(word: &Written, of: usize, at: usize, latin: &str) -> Draft {
    let own = match (of, at) {
        (1, _) => Some(word.folded.as_str()),
        (2, 1) => word.folded.strip_prefix("ال"),
        _ => None,
    };
    draft(word, own.unwrap_or(latin), latin)
}

pub(super) fn first_form(word: &str) -> Vec<String> {
    latin(word).first().map(|form| form.split(' ').map(str::to_owned).collect()).unwrap_or_default()
}

pub(super) fn draft(word: &Written, folded: &str, latin: &str) -> Draft {
    let mut marks = 0;
    let mut mark = |is: bool, flag: u8| marks |= if is { flag } else { 0 };
    mark(word.joined, flags::JOINED);
    mark(word.mixed, flags::LOOKALIKES);
    mark(matches!(word.script, Script::Arabic | Script::Hebrew), flags::NO_VOWELS);
    mark(!matches!(word.script, Script::Latin | Script::Common), flags::OTHER_SCRIPT);
    mark(matches!(word.script, Script::Han | Script::Hangul | Script::Kana), flags::SYLLABLES);
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
