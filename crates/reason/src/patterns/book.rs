//! The patterns of one subject, of all languages, indexed by the words they are found by.

use std::collections::BTreeMap;
use std::sync::Arc;

use aho_corasick::{AhoCorasick, MatchKind};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::text::{Outlines, WordMap, fold, tokens};

use super::lists::Phrase;
use super::matcher::{Way, run};
use super::prints::print;
use super::syntax::{Classes, Pattern, Wording, Wordings, parse};
use super::view::{Tongue, View};

/// A language file of patterns.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound = "K: DeserializeOwned + Ord")]
struct PatternFile<K> {
    code: String,
    #[serde(default)]
    classes: BTreeMap<String, Vec<String>>,
    patterns: BTreeMap<K, Vec<String>>,
    /// Classes that code asks for by name, not through a pattern.
    #[serde(default)]
    words: BTreeMap<String, Vec<String>>,
}

/// All patterns of a subject.
#[derive(Debug)]
pub(crate) struct Book<K> {
    patterns: Vec<(K, Pattern)>,
    slots: Vec<String>,
    /// By language and the fingerprint of their first word.
    anchors: WordMap<(Tongue, u32), Vec<Anchor>>,
    /// Of the first words of anchors.
    outlines: Outlines,
    words: WordMap<String, Wordings>,
    quick: AhoCorasick,
}

/// Words that a pattern is found by.
#[derive(Debug)]
struct Anchor {
    words: Vec<String>,
    /// Of the second: dozens of anchors begin with "was".
    second: Option<u32>,
    /// Index of the pattern.
    pattern: usize,
}

/// A pattern found in a sentence.
#[derive(Debug, Clone)]
pub(crate) struct Found<K> {
    pub key: K,
    /// First and last token of all that it took.
    pub first: usize,
    pub last: usize,
    /// First and last token of its anchor.
    pub anchor: (usize, usize),
    slots: Vec<(usize, Phrase)>,
}

impl<K> Found<K> {
    /// How many slots it filled: of two patterns the one that says more is better.
    pub const fn taken(&self) -> usize {
        self.slots.len()
    }
}

impl<K: DeserializeOwned + Ord + Copy> Book<K> {
    /// Reads the language files of a subject.
    ///
    /// # Panics
    /// If one is wrong: they are built in, and a test reads each.
    pub fn new(sources: &[&str]) -> Self {
        let mut book = Self {
            patterns: Vec::new(),
            slots: Vec::new(),
            anchors: WordMap::default(),
            outlines: Outlines::default(),
            words: WordMap::default(),
            quick: AhoCorasick::new(["\u{0}"]).expect("one pattern"),
        };
        let mut prefixes = Vec::new();
        for source in sources {
            let file: PatternFile<K> =
                toml::from_str(source).expect("the built-in language files are tested");
            book.learn(file, &mut prefixes);
        }
        prefixes.sort_unstable();
        prefixes.dedup();
        book.quick = AhoCorasick::builder()
            .ascii_case_insensitive(true)
            .match_kind(MatchKind::Standard)
            .build(&prefixes)
            .expect("a few hundred short words");
        book
    }

    fn learn(&mut self, file: PatternFile<K>, prefixes: &mut Vec<String>) {
        let tongue = Tongue::named(&file.code).expect("a language of patterns has its file of small words");
        for (name, phrases) in file.words {
            let known = self.words.entry(name).or_default();
            let phrases = phrases.iter().map(|phrase| Wording::new(phrase));
            *known = Wordings::new(known.iter().cloned().chain(phrases).collect());
        }
        let class = |(name, phrases): (String, Vec<String>)| {
            let phrases = phrases.iter().map(|phrase| Wording::new(phrase)).collect();
            (name, Arc::new(Wordings::new(phrases)))
        };
        let classes: Classes = file.classes.into_iter().map(class).collect();
        for (key, patterns) in file.patterns {
            for text in patterns {
                let pattern = parse(&text, &classes, &mut self.slots)
                    .unwrap_or_else(|wrong| unreachable!("the built-in language files are tested: {wrong}"));
                for anchor in &pattern.anchor {
                    prefixes.push(anchor.telling.clone());
                    self.outlines.learn(&anchor.words[0]);
                    let known = self.anchors.entry((tongue, print(&anchor.words[0]))).or_default();
                    let second = anchor.words.get(1).map(|word| print(word));
                    known.push(Anchor { words: anchor.words.clone(), second, pattern: self.patterns.len() });
                }
                self.patterns.push((key, pattern));
            }
        }
    }

    /// Whether a text may hold one of the patterns: a quick look that misses none.
    pub fn may_hold(&self, text: &str) -> bool {
        self.quick.is_match(text)
    }

    /// Whether a phrase of a class of words stands at a token; how many tokens it takes.
    pub fn word_at(&self, class: &str, view: &View<'_>, at: usize) -> Option<usize> {
        longest_at(self.words.get(class)?, view, at)
    }

    /// Whether folded words are a phrase of a class.
    pub fn is_word(&self, class: &str, words: &str) -> bool {
        let mut phrases = self.words.get(class).into_iter().flat_map(Wordings::iter);
        phrases.any(|phrase| phrase.words.iter().map(String::as_str).eq(words.split(' ')))
    }

    /// Whether a phrase of a class stands among folded words.
    pub fn is_word_within(&self, class: &str, words: &str) -> bool {
        let words: Vec<&str> = words.split(' ').collect();
        let mut phrases = self.words.get(class).into_iter().flat_map(Wordings::iter);
        phrases.any(|phrase| {
            words.windows(phrase.words.len().max(1)).any(|there| there == phrase.words.as_slice())
        })
    }

    /// How many bytes the longest phrase of a class takes at the start of a text, where a space follows it.
    pub fn leads(&self, class: &str, text: &str) -> Option<usize> {
        let head = text.char_indices().nth(60).map_or(text, |(at, _)| &text[..at]);
        let tokens = tokens(head);
        let phrases = self.words.get(class)?.iter().map(|phrase| &phrase.words);
        let fits = |phrase: &&Vec<String>| {
            tokens.len() > phrase.len()
                && tokens[phrase.len()].spaced
                && phrase.iter().zip(&tokens).all(|(word, token)| *word == fold(token.text(head)))
        };
        let longest = phrases.filter(fits).map(Vec::len).max()?;
        Some(tokens[longest - 1].span.end)
    }

    /// Where the single word of a class begins that ends a text.
    pub fn trails(&self, class: &str, text: &str) -> Option<usize> {
        let text = text.trim_end();
        let start = text.rfind(' ')? + 1;
        self.is_word(class, &fold(&text[start..])).then_some(start)
    }

    /// Whether a phrase of a class of words stands anywhere within tokens `from..to`.
    pub fn has_word(&self, class: &str, view: &View<'_>, from: usize, to: usize) -> bool {
        let Some(phrases) = self.words.get(class) else { return false };
        (from..to.min(view.len()))
            .any(|at| longest_at(phrases, view, at).is_some_and(|length| at + length <= to))
    }

    /// The patterns in a sentence, by place; several may lie over each other.
    pub fn find(&self, view: &View<'_>) -> Vec<Found<K>> {
        let mut found = Vec::new();
        for at in 0..view.len() {
            let Some(print) = view.print(at).filter(|_| self.outlines.may_have_one(view.outline(at))) else {
                continue;
            };
            let next = view.print(at + 1);
            let near = self.anchors.get(&(view.tongue, print)).into_iter().flatten();
            for anchor in near.filter(|anchor| anchor.second.is_none() || anchor.second == next) {
                if view.reads(&anchor.words, at) {
                    found.extend(self.attempt(view, anchor.pattern, at, at + anchor.words.len()));
                }
            }
        }
        found
    }

    fn attempt(&self, view: &View<'_>, pattern: usize, start: usize, end: usize) -> Option<Found<K>> {
        let (key, pattern) = &self.patterns[pattern];
        if !pattern.needs.iter().all(|words| view.may_hold(words)) {
            return None;
        }
        let after = run(view, &pattern.after, Way::On, end)?;
        let mut before = run(view, &pattern.before, Way::Back, start)?;
        before.slots.extend(after.slots);
        Some(Found {
            key: *key,
            first: before.at,
            last: after.at.max(1) - 1,
            anchor: (start, end - 1),
            slots: before.slots,
        })
    }

    /// The phrase that a pattern took for a slot.
    pub fn slot<'f>(&self, found: &'f Found<K>, name: &str) -> Option<&'f Phrase> {
        let number = self.slots.iter().position(|slot| slot == name)?;
        found.slots.iter().find(|(slot, _)| *slot == number).map(|(_, phrase)| phrase)
    }
}

/// How many tokens the longest of some phrases takes that stands at a token.
fn longest_at(phrases: &Wordings, view: &View<'_>, at: usize) -> Option<usize> {
    let mut near = phrases.starting(view.print(at)?);
    near.find(|phrase| view.reads(&phrase.words, at)).map(|phrase| phrase.words.len())
}
