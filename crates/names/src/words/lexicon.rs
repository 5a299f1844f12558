//! A table from phrases to what they are.

use super::Known;
use crate::hashed::ByWord;
use crate::scripts::{Script, folded, latin, script_of};

/// Phrases of one or more folded words.
#[derive(Debug)]
pub(super) struct Lexicon<T> {
    phrases: ByWord<String, T>,
    /// The most words that a phrase with this first word has.
    longest: ByWord<String, usize>,
}

impl<T: Copy> Lexicon<T> {
    /// Of phrases as written. Each is found by its folded form, with its initialisms in one or letter by letter, and, unless it is
    /// Latin, by its best Latin form. The first of two that are written alike holds.
    pub fn new(entries: impl IntoIterator<Item = (&'static str, T)>) -> Self {
        let mut lexicon = Self { phrases: ByWord::default(), longest: ByWord::default() };
        for (phrase, what) in entries {
            for key in spellings(phrase) {
                lexicon.add(key, what);
            }
        }
        lexicon
    }

    fn add(&mut self, phrase: String, what: T) {
        let Some(first) = phrase.split(' ').next().filter(|first| !first.is_empty()) else { return };
        let words = phrase.split(' ').count();
        match self.longest.get_mut(first) {
            Some(longest) => *longest = words.max(*longest),
            None => {
                self.longest.insert(first.to_owned(), words);
            }
        }
        self.phrases.entry(phrase).or_insert(what);
    }

    /// What one word is.
    pub fn word(&self, word: &str) -> Option<T> {
        self.phrases.get(word).copied()
    }

    /// The longest phrase that the words begin with.
    pub fn starting(&self, words: &[&str]) -> Option<Known<T>> {
        let longest = *self.longest.get(*words.first()?)?;
        (1..=longest.min(words.len())).rev().find_map(|count| {
            let what = match count {
                1 => self.phrases.get(words[0]),
                _ => self.phrases.get(&words[..count].join(" ")),
            };
            what.map(|&what| Known { what, words: count })
        })
    }
}

/// The most letters of an initialism whose letters may stand apart: with dots in the table, and without.
const LONGEST_INITIALISM: usize = 5;
const LONGEST_WITHOUT_DOTS: usize = 4;

fn spellings(phrase: &str) -> Vec<String> {
    let folded_phrase = folded(phrase);
    let mut all = Vec::with_capacity(4);
    // `S.A.` is `sa` in one register and `s a` in another, and `a/s` is `as`.
    let has_marks = phrase.bytes().any(|byte| matches!(byte, b'.' | b'/'));
    let without_marks = has_marks.then(|| folded(&phrase.replace(['.', '/'], "")));
    let joined = without_marks.as_ref().unwrap_or(&folded_phrase);
    let longest = if has_marks { LONGEST_INITIALISM } else { LONGEST_WITHOUT_DOTS };
    let letters = joined.chars().take(longest + 1).count();
    if (2..=longest).contains(&letters) && !joined.contains(' ') {
        let apart: Vec<String> = joined.chars().map(String::from).collect();
        all.push(apart.join(" "));
    }
    if folded_phrase.chars().next().is_some_and(is_romanised) && !is_bare(&folded_phrase) {
        all.extend(latin(&folded_phrase).into_iter().next());
    }
    all.extend(without_marks);
    all.push(folded_phrase);
    all
}

/// Whether a phrase is a few consonants whose vowels are not written: in Latin letters it would be many other words (دو is `du`).
fn is_bare(phrase: &str) -> bool {
    let writes_no_vowels = |letter: char| matches!(script_of(letter), Script::Arabic | Script::Hebrew);
    phrase.chars().all(writes_no_vowels) && phrase.chars().count() <= 3
}

/// Whether words of a letter's script are met in Latin letters as well, by rule: those of Han, kana, Hangul and Thai stand in the tables
/// themselves where they are.
fn is_romanised(letter: char) -> bool {
    !matches!(
        script_of(letter),
        Script::Latin | Script::Common | Script::Han | Script::Kana | Script::Hangul | Script::Thai
    )
}
