//! Whether a text is a name, by its form: capitals, particles, words of bodies.

use crate::citations::note_text::NoteText;
use crate::document::Span;
use crate::languages::{WordClass, lexicon};
use crate::publishers::publishers;

use super::roles::{without_and, without_roles};

/// Bytes of the longest list of authors; a longer stretch is a sentence.
const LONGEST_LIST: usize = 400;

/// Bytes of the longest name of a body.
const LONGEST_NAME: usize = 160;

/// Words of the longest name of a body, and of one that goes on in small letters.
const MOST_WORDS: usize = 22;
const MOST_SMALL_WORDS: usize = 14;

/// Whether a text can be a list of authors: names of people or bodies and nothing else.
pub(in crate::citations) fn is_name_list(note: &NoteText<'_>, span: Span) -> bool {
    let text = note.get(span).trim_end_matches([',', ':', '.', ' ', '/']);
    if text.is_empty() || text.len() > LONGEST_LIST {
        return false;
    }
    if publishers().by_name(text).is_some() || text.starts_with('@') {
        return true;
    }
    without_roles(text)
        .split([',', ';', '/'])
        .map(str::trim)
        .filter(|name| !name.is_empty())
        .all(|name| is_name(without_and(name)))
}

/// A name: its words begin with capitals, but for particles and joining words.
pub(in crate::citations::parse) fn is_name(text: &str) -> bool {
    let text = without_roles(text);
    if text.is_empty() || text.len() > LONGEST_NAME {
        return false;
    }
    if publishers().by_name(text).is_some() {
        return true;
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    is_body_in_small_letters(&words)
        || opens_name(&words)
            && words.len() <= MOST_WORDS
            && words[1..].iter().all(|word| is_capital(word) || is_joining(word))
}

/// A capital, or a particle of a name that goes on: `al-Ghabass`, `de la Cruz`.
fn opens_name(words: &[&str]) -> bool {
    words.first().is_some_and(|word| {
        is_capital(word) || (words.len() > 1 && is_particle(word)) || has_arabic_article(word)
    })
}

/// `al-Ghabass`, `el-Fasher`: the article that all transliterations join to the name.
pub(super) fn has_arabic_article(word: &str) -> bool {
    word.starts_with("al-") || word.starts_with("el-")
}

fn is_capital(word: &str) -> bool {
    let bare = word.trim_start_matches(['(', '[', '“', '"', '‘', '\'', '’', '@']);
    bare.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) || is_elided(bare)
}

/// `d'État`, `l’Azawad`, `al-Ghabass`: the capital stands behind the elision.
pub(super) fn is_elided(word: &str) -> bool {
    let mut parts = word.splitn(2, ['\'', '’', '-']);
    match (parts.next(), parts.next()) {
        (Some(head), Some(rest)) => head.chars().count() <= 3 && rest.starts_with(char::is_uppercase),
        _ => false,
    }
}

/// Small words within names: `Joana de Deus Pereira`, `Ahmed ag Bibi`.
pub(super) fn is_particle(word: &str) -> bool {
    lexicon().is(WordClass::Particles, word)
}

/// A particle, "and", or a small word within the name of a body.
pub(in crate::citations::parse) fn is_joining(word: &str) -> bool {
    let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
    bare.is_empty() || is_particle(bare) || lexicon().is_and(bare) || lexicon().is(WordClass::Joining, bare)
}

/// A body whose name goes on in small letters: `État-major général des armées`, `Defensoría del pueblo`.
fn is_body_in_small_letters(words: &[&str]) -> bool {
    let opens = words.first().is_some_and(|word| {
        word.starts_with(char::is_uppercase) && lexicon().is(WordClass::BodyOpenings, word)
    });
    let is_clause =
        |word: &&str| word.starts_with(char::is_lowercase) && lexicon().is(WordClass::ClauseWords, word);
    opens && words.len() <= MOST_SMALL_WORDS && !words.iter().any(is_clause)
}

/// A person's name, as far as its form tells: two to six words, none of a body.
pub(in crate::citations) fn is_person(text: &str) -> bool {
    let text = text.trim();
    if publishers().by_name(text).is_some() || text.contains(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let of_body = |word: &&str| {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let joins = word.starts_with(char::is_lowercase) || *word == "&";
        lexicon().is(WordClass::BodyWords, bare) || joins && lexicon().is(WordClass::NotInPersons, word)
    };
    (2..=6).contains(&words.len()) && is_name(text) && !words.iter().any(of_body)
}
