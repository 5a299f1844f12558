//! Words of which names of companies and bodies are made, across languages (`data/org_words.tsv`).

use std::sync::OnceLock;

use super::lexicon::Lexicon;
use super::{Known, rows};
use crate::hashed::ByWord;
use crate::scripts::{Script, folded, latin, script_of};

/// What a word means, whatever its language: `mining`, `minière`, `горная` are one concept. Numbers hold for one build of this
/// crate: never store them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Concept(u16);

impl Concept {
    /// The English word that the table has for it.
    #[must_use]
    pub fn name(self) -> &'static str {
        table().names.get(usize::from(self.0)).copied().unwrap_or_default()
    }
}

/// A word of an organisation.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OrgWord {
    /// What it means.
    pub concept: Concept,
    /// How much it tells of which organisation is meant: from 0 (`company`) to 1 (as much as a name of its own).
    pub telling: f32,
}

#[derive(Debug)]
struct Table {
    names: Vec<&'static str>,
    phrases: Lexicon<OrgWord>,
    /// Beginnings of inflected words: `нефтян-`.
    stems: ByWord<String, OrgWord>,
    /// Words of scripts without spaces, and the most characters that one has.
    unspaced: ByWord<String, OrgWord>,
    longest: usize,
}

/// What a stem ends in, in the table.
const STEM: char = '*';
/// Letters of the shortest stem.
const SHORTEST_STEM: usize = 4;

fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut names = Vec::new();
        let mut phrases = Vec::new();
        let mut stems = ByWord::default();
        let mut unspaced = ByWord::default();
        for [name, telling, forms] in rows::fields(include_str!("../../data/org_words.tsv")) {
            let Ok(number) = u16::try_from(names.len()) else { break };
            let word = OrgWord { concept: Concept(number), telling: telling.parse().unwrap_or(1.0) };
            names.push(name);
            for form in std::iter::once(name).chain(forms.split('|')) {
                if let Some(stem) = form.strip_suffix(STEM) {
                    let stem = folded(stem);
                    if !stem.is_ascii() {
                        stems.entry(latin(&stem).swap_remove(0)).or_insert(word);
                    }
                    stems.entry(stem).or_insert(word);
                } else {
                    if is_unspaced(form) {
                        unspaced.entry(folded(form)).or_insert(word);
                    }
                    phrases.push((form, word));
                }
            }
        }
        let longest = unspaced.keys().map(|word: &String| word.chars().count()).max().unwrap_or_default();
        Table { names, phrases: Lexicon::new(phrases), stems, unspaced, longest }
    })
}

fn is_unspaced(word: &str) -> bool {
    word.chars().all(|letter| {
        matches!(script_of(letter), Script::Han | Script::Kana | Script::Hangul | Script::Thai)
            || letter == 'ー'
    })
}

/// The longest word or phrase of organisations that these folded words begin with; inflected words too.
///
/// ```
/// use names::words::org_words;
///
/// let concept = |word: &str| org_words::starting(&[word]).unwrap().what.concept;
/// assert_eq!(concept("mining"), concept("горная"));
/// ```
#[must_use]
pub fn starting(words: &[&str]) -> Option<Known<OrgWord>> {
    let table = table();
    table.phrases.starting(words).or_else(|| {
        let first = words.first()?;
        let shortest = first.char_indices().nth(SHORTEST_STEM).map_or(first.len(), |(at, _)| at);
        let mut beginnings = (shortest..=first.len()).rev().filter_map(|end| first.get(..end));
        let what = beginnings.find_map(|beginning| table.stems.get(beginning))?;
        Some(Known { what: *what, words: 1 })
    })
}

/// A folded word that is written without spaces (Han, kana, Hangul, Thai), cut into words of organisations and what stands between.
///
/// ```
/// use names::words::org_words;
///
/// let parts = org_words::cut("中国石油公司");
/// let texts: Vec<_> = parts.iter().map(|(text, _)| *text).collect();
/// assert_eq!(texts, ["中国", "石油", "公司"]);
/// ```
#[must_use]
pub fn cut(word: &str) -> Vec<(&str, Option<OrgWord>)> {
    let table = table();
    let mut parts = Vec::new();
    let mut unknown = 0;
    let mut at = 0;
    while at < word.len() {
        let ends: Vec<usize> = word[at..]
            .char_indices()
            .map(|(end, letter)| at + end + letter.len_utf8())
            .take(table.longest)
            .collect();
        let known =
            ends.iter().rev().find_map(|&end| table.unspaced.get(&word[at..end]).map(|&what| (end, what)));
        let Some((end, what)) = known else {
            at = ends.first().copied().unwrap_or(word.len());
            continue;
        };
        if unknown < at {
            parts.push((&word[unknown..at], None));
        }
        parts.push((&word[at..end], Some(what)));
        at = end;
        unknown = end;
    }
    if unknown < word.len() {
        parts.push((&word[unknown..], None));
    }
    parts
}
