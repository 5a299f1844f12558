//! The words that `quantities/` knows, of all languages together: `languages/quantities/*.toml`.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Deserialize;

use crate::text::{
    LONGEST_PLAIN, Outlines, PhraseTable as Phrases, Token, TokenKind, WordMap, WordSet, phrase_key as key,
    plain_key, token_key,
};

/// What a number word does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NumberWord {
    /// `two`, `fifteen`, `ninety`.
    Value(u64),
    /// `thousand`: of the number before it. With `alone`, also without one: `mille`.
    Multiplier { by: u64, alone: bool },
    /// `dozen`, `centaine`: of the number or article before it.
    Collective { of: u64, exact: bool },
    /// `a`: perhaps a count.
    Article,
    /// `one`: perhaps a count, and part of numbers.
    One,
}

/// How a comparator changes a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Comparator {
    AtLeast,
    About,
    AtMost,
}

/// The small words of the grammar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Joint {
    And,
    Of,
    Half,
    Several,
    Between,
    From,
    To,
    Or,
    Percent,
    Times,
    Odd,
    Length,
    /// "rose", "passé": what goes from one number to another is no range.
    Change,
}

/// A bit a language.
pub(super) type Languages = u16;

/// Words of one meaning, with the languages that have them.
pub(super) type Table<T> = WordMap<String, (T, Languages)>;

#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    pub numbers: Table<NumberWord>,
    pub plurals: Table<u64>,
    pub fractions: Table<u64>,
    pub ordinals: Table<u64>,
    pub multiples: Table<u64>,
    pub short: Table<u64>,
    pub function_words: Table<()>,
    pub unsure: Table<()>,
    pub homely: Table<()>,
    pub labels: Table<()>,
    pub measures: Table<()>,
    pub suffix_ordinals: Table<()>,
    pub joints: BTreeMap<Joint, Phrases<()>>,
    pub before: Phrases<Comparator>,
    pub after: Phrases<Comparator>,
    pub decimal_marks: Vec<char>,
    /// The words that a number may begin with: each grammar of numbers asks first whether a word is one.
    first: WordSet<String>,
    outlines: Outlines,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(rename = "code")]
    _code: String,
    decimal_mark: char,
    function_words: Vec<String>,
    unsure: Vec<String>,
    homely: Vec<String>,
    articles: Vec<String>,
    one: Vec<String>,
    and: Vec<String>,
    of: Vec<String>,
    half: Vec<String>,
    several: Vec<String>,
    between: Vec<String>,
    from: Vec<String>,
    to: Vec<String>,
    or: Vec<String>,
    percent: Vec<String>,
    times: Vec<String>,
    odd: Vec<String>,
    lengths: Vec<String>,
    #[serde(default)]
    change: Vec<String>,
    suffix_ordinals: Vec<String>,
    labels: Vec<String>,
    measures: Vec<String>,
    numbers: BTreeMap<String, u64>,
    multipliers: BTreeMap<String, u64>,
    short: BTreeMap<String, u64>,
    #[serde(default)]
    collectives: BTreeMap<String, u64>,
    #[serde(default)]
    inexact: BTreeMap<String, u64>,
    plurals: BTreeMap<String, u64>,
    #[serde(default)]
    alone: BTreeMap<String, u64>,
    fractions: BTreeMap<String, u64>,
    ordinals: BTreeMap<String, u64>,
    multiples: BTreeMap<String, u64>,
    before: Comparators,
    after: Comparators,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Comparators {
    at_least: Vec<String>,
    about: Vec<String>,
    at_most: Vec<String>,
}

const SOURCES: &[&str] = include!(concat!(env!("OUT_DIR"), "/languages_quantities.rs"));

/// The vocabulary, made at first use.
pub(super) fn vocabulary() -> &'static Vocabulary {
    static VOCABULARY: OnceLock<Vocabulary> = OnceLock::new();
    VOCABULARY.get_or_init(|| {
        let mut vocabulary = Vocabulary::default();
        for (number, source) in SOURCES.iter().enumerate() {
            let file: File = toml::from_str(source).expect("the built-in language files are tested");
            vocabulary.learn(file, 1 << number);
        }
        vocabulary.index();
        vocabulary
    })
}

impl Vocabulary {
    fn learn(&mut self, file: File, language: Languages) {
        self.decimal_marks.push(file.decimal_mark);
        self.learn_numbers(&file, language);
        add_all(&mut self.plurals, &file.plurals, language);
        add_all(&mut self.fractions, &file.fractions, language);
        add_all(&mut self.ordinals, &file.ordinals, language);
        add_all(&mut self.multiples, &file.multiples, language);
        add_all(&mut self.short, &file.short, language);
        for (table, words) in [
            (&mut self.function_words, &file.function_words),
            (&mut self.unsure, &file.unsure),
            (&mut self.homely, &file.homely),
            (&mut self.labels, &file.labels),
            (&mut self.measures, &file.measures),
            (&mut self.suffix_ordinals, &file.suffix_ordinals),
        ] {
            words.iter().for_each(|word| add(table, word, (), language));
        }
        for (joint, phrases) in [
            (Joint::And, &file.and),
            (Joint::Of, &file.of),
            (Joint::Half, &file.half),
            (Joint::Several, &file.several),
            (Joint::Between, &file.between),
            (Joint::From, &file.from),
            (Joint::To, &file.to),
            (Joint::Or, &file.or),
            (Joint::Percent, &file.percent),
            (Joint::Times, &file.times),
            (Joint::Odd, &file.odd),
            (Joint::Length, &file.lengths),
            (Joint::Change, &file.change),
        ] {
            let known = self.joints.entry(joint).or_default();
            phrases.iter().for_each(|phrase| known.learn(phrase, ()));
        }
        for (known, comparators) in [(&mut self.before, &file.before), (&mut self.after, &file.after)] {
            comparators.at_least.iter().for_each(|phrase| known.learn(phrase, Comparator::AtLeast));
            comparators.about.iter().for_each(|phrase| known.learn(phrase, Comparator::About));
            comparators.at_most.iter().for_each(|phrase| known.learn(phrase, Comparator::AtMost));
        }
    }

    fn learn_numbers(&mut self, file: &File, language: Languages) {
        let numbers = &mut self.numbers;
        for (word, value) in &file.numbers {
            add(numbers, word, NumberWord::Value(*value), language);
        }
        for (word, by) in &file.multipliers {
            let alone = file.alone.contains_key(word);
            add(numbers, word, NumberWord::Multiplier { by: *by, alone }, language);
        }
        for (words, exact) in [(&file.collectives, true), (&file.inexact, false)] {
            for (word, of) in words {
                add(numbers, word, NumberWord::Collective { of: *of, exact }, language);
            }
        }
        file.articles.iter().for_each(|word| add(numbers, word, NumberWord::Article, language));
        file.one.iter().for_each(|word| add(numbers, word, NumberWord::One, language));
    }

    fn index(&mut self) {
        let words = self.numbers.keys();
        let words = words.chain(self.plurals.keys()).chain(self.ordinals.keys()).chain(self.multiples.keys());
        let words = words.chain(self.fractions.keys());
        let several = self.joints.get(&Joint::Several).map(|known| known.first_words());
        let half = self.joints.get(&Joint::Half).map(|known| known.first_words());
        let words = words.chain(several.into_iter().flatten()).chain(half.into_iter().flatten());
        self.first = words.cloned().collect();
        self.first.iter().for_each(|word| self.outlines.learn(word));
    }

    /// Whether a number may begin with a token of a text.
    pub(super) fn may_count(&self, text: &str, token: &Token) -> bool {
        if !self.outlines.may_have_one(token.outline) {
            return false;
        }
        let word = token.text(text);
        let mut buffer = [0; LONGEST_PLAIN];
        match plain_key(word, &mut buffer) {
            Some(word) => self.first.contains(word),
            None => {
                (word.len() <= LONGEST_ACCENTED || word.is_ascii())
                    && self.first.contains(token_key(text, token).as_ref())
            }
        }
    }
}

/// Bytes of the longest number word with accents.
const LONGEST_ACCENTED: usize = 24;

fn add_all(table: &mut Table<u64>, words: &BTreeMap<String, u64>, language: Languages) {
    words.iter().for_each(|(word, value)| add(table, word, *value, language));
}

/// A word that two languages share keeps the meaning of the first; where they differ, the languages must not be mixed.
fn add<T: Copy + PartialEq>(table: &mut Table<T>, word: &str, meaning: T, language: Languages) {
    let known = table.entry(key(word, TokenKind::Word)).or_insert((meaning, 0));
    if known.0 == meaning {
        known.1 |= language;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_read() {
        assert_eq!(vocabulary().decimal_marks.len(), SOURCES.len());
        assert!(vocabulary().numbers.len() > 80);
    }
}
