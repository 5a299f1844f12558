//! A listed name, taken apart: what must stand in a text, in which order, and how much it tells.

use ftm::NameSort;

use super::tokens::{Token, cut};
use super::word::{Word, Words};
use crate::party::Kind;
use crate::reading::ship_prefix;
use crate::scripts::{folded, latin};
use crate::words::{is_of_calendar, is_of_people, legal_forms, org_words, particle, patronymic, titles};

/// A name that is looked for.
#[derive(Debug, Clone, Copy)]
pub struct ListedName<'a> {
    /// Whose: any number of the caller's.
    pub entry: u32,
    /// As written.
    pub text: &'a str,
    /// How it is borne.
    pub sort: NameSort,
    /// What bears it.
    pub kind: Kind,
}

/// What a word of a name must do in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Duty {
    /// It must stand there.
    Required,
    /// It may be left out: a legal form, a patronymic, "the".
    Optional,
}

/// A word of a name.
#[derive(Debug, Clone, Copy)]
pub(super) struct Part {
    pub(super) word: Word,
    pub(super) duty: Duty,
    /// First letter of it, small and in Latin letters: what an initial must be.
    pub(super) initial: u8,
}

/// How much a name tells by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Telling {
    /// It is a name of several words, or a rare one.
    Enough,
    /// One word, which may be an ordinary one: it counts where the text never writes it small.
    Lone,
    /// Too little to go by without another name of the same entry: one given name, words that all bear, a weak alias.
    Little,
}

/// A name taken apart.
#[derive(Debug, Clone)]
pub(super) struct Pattern {
    pub(super) entry: u32,
    /// Which of the names given, from 0.
    pub(super) name: u32,
    pub(super) kind: Kind,
    pub(super) parts: Vec<Part>,
    /// The first words are the family name: "PUTIN, Vladimir".
    pub(super) family: Option<usize>,
    pub(super) telling: Telling,
}

/// Names of more words are sentences.
const MOST_WORDS: usize = 24;

/// A single word of fewer letters is an abbreviation, or anything.
const SHORTEST_LONE: usize = 5;

impl Pattern {
    /// `None` where nothing of it can be looked for.
    pub(super) fn of(listed: &ListedName<'_>, name: u32, words: &mut Words) -> Option<Self> {
        let mut tokens = Vec::new();
        let text = listed.text;
        cut(text, &mut tokens);
        let plain: Vec<String> = tokens.iter().map(|token| folded(token.text(text))).collect();
        if tokens.len() > MOST_WORDS {
            return None;
        }
        let comma = text.find(',');
        let family_words =
            comma.map(|comma| tokens.iter().filter(|token| token.end as usize <= comma).count());
        let duties = duties(listed.kind, &plain, family_words);
        let mut parts = Vec::with_capacity(tokens.len());
        for (token, duty) in tokens.iter().zip(&duties) {
            let word = words.learn(token.text(text))?;
            parts.push(Part { word, duty: *duty, initial: initial(token.text(text)) });
        }
        // "I.A.C.": letters stand in any text.
        let words = tokens.iter().zip(&duties).filter(|(_, duty)| **duty == Duty::Required);
        if words.map(|(token, _)| token.text(text).chars().count()).all(|letters| letters < 2) {
            return None;
        }
        let person = listed.kind == Kind::Person;
        let telling = telling(listed, &tokens, &plain, &duties);
        let family = if person { family(text, &tokens, &duties, family_words) } else { None };
        Some(Self { entry: listed.entry, name, kind: listed.kind, parts, family, telling })
    }

    /// The words that must stand there.
    pub(super) fn required(&self) -> impl Iterator<Item = usize> {
        self.parts.iter().enumerate().filter(|(_, part)| part.duty == Duty::Required).map(|(at, _)| at)
    }

    /// Whether one word is all that must stand there.
    pub(super) fn is_one_word(&self) -> bool {
        self.required().nth(1).is_none()
    }

    /// Whether its words may stand in another order.
    pub(super) fn is_free(&self) -> bool {
        matches!(self.kind, Kind::Person | Kind::LegalEntity)
    }
}

/// Which words must stand in a text.
fn duties(kind: Kind, plain: &[String], family_words: Option<usize>) -> Vec<Duty> {
    let words: Vec<&str> = plain.iter().map(String::as_str).collect();
    let mut duties = vec![Duty::Required; words.len()];
    let person = kind == Kind::Person;
    let mut at = if kind == Kind::Vessel { before_ship(plain) } else { 0 };
    duties[..at].fill(Duty::Optional);
    while at < words.len() {
        let rest = &words[at..];
        let known = if person {
            titles::starting(rest).map(|known| known.words)
        } else {
            legal_forms::starting(rest).map(|known| known.words)
        };
        let length = known.filter(|length| person || at > 0 || *length < words.len()).unwrap_or(1).max(1);
        let small = words[at].is_empty() || particle(words[at]).is_some();
        if known.is_some() || small {
            let end = (at + length).min(words.len());
            duties[at..end].fill(Duty::Optional);
        }
        at += length;
    }
    let content = duties.iter().filter(|duty| **duty == Duty::Required).count();
    if person && content > 2 {
        let of_father = |at: usize| {
            let form = latin(words[at]).into_iter().next().unwrap_or_default();
            patronymic(&form).is_some() && at > 0 && family_words.is_none_or(|family| at >= family)
        };
        // Where it is left out, given name and family name remain.
        let last = words.len() - 1;
        let inner =
            (0..words.len()).filter(|at| *at < last || family_words.is_some()).find(|at| of_father(*at));
        if let Some(at) = inner {
            duties[at] = Duty::Optional;
        }
    }
    if content == 0 {
        duties.fill(Duty::Required);
    }
    duties
}

/// How many words say what a ship is: "MV Sea Heron" is also "the vessel Sea Heron".
fn before_ship(plain: &[String]) -> usize {
    let forms: Vec<String> = plain.iter().filter_map(|word| latin(word).into_iter().next()).collect();
    ship_prefix(forms.iter().map(String::as_str)).min(plain.len())
}

/// Where the family name stands: before the comma; in capitals; the last word.
fn family(text: &str, tokens: &[Token], duties: &[Duty], family_words: Option<usize>) -> Option<usize> {
    let required = || (0..tokens.len()).filter(|at| duties[*at] == Duty::Required);
    if required().count() < 2 {
        return None;
    }
    if family_words.is_some_and(|words| words > 0) {
        return required().next();
    }
    let upper = |at: &usize| {
        let word = tokens[*at].text(text);
        word.chars().count() > 1 && !word.chars().any(char::is_lowercase)
    };
    let capitals: Vec<usize> = required().filter(upper).collect();
    match capitals[..] {
        [only] => Some(only),
        _ => required().next_back(),
    }
}

fn telling(listed: &ListedName<'_>, tokens: &[Token], plain: &[String], duties: &[Duty]) -> Telling {
    let required: Vec<usize> = (0..tokens.len()).filter(|at| duties[*at] == Duty::Required).collect();
    if listed.sort == NameSort::Weak {
        return Telling::Little;
    }
    let person = listed.kind == Kind::Person;
    let of_bodies = |at: &usize| !person && is_word_of_bodies(&plain[*at]);
    let of_persons = |at: &usize| !person && is_name_of_persons(&plain[*at]);
    match required[..] {
        [only] => {
            let letters = plain[only].chars().count();
            let abbreviation = listed.sort == NameSort::Abbreviation;
            // With its legal form beside it, one word is a name in full; without, it is looked at as a word.
            if person
                || abbreviation
                || letters < SHORTEST_LONE
                || of_bodies(&only)
                || of_persons(&only)
                || is_of_calendar(&plain[only])
            {
                Telling::Little
            } else {
                Telling::Lone
            }
        }
        // "Central Bank", or a body that has a person's name; but "Maria Bank" is a name, and so is a person's of whom no list says that it is one.
        _ if required.iter().all(of_bodies) => Telling::Little,
        _ if listed.kind != Kind::LegalEntity && required.iter().all(of_persons) => Telling::Little,
        _ => Telling::Enough,
    }
}

/// Whether a word of a body's name says little of which it is: what bodies are called, and numbers.
fn is_word_of_bodies(plain: &str) -> bool {
    /// A word of organisations that tells more than this is nearly a name.
    const TELLING: f32 = 0.6;
    plain.chars().all(|c| c.is_ascii_digit())
        || org_words::starting(&[plain]).is_some_and(|known| known.what.telling < TELLING)
}

/// Whether many persons are called so.
fn is_name_of_persons(plain: &str) -> bool {
    latin(plain).first().is_some_and(|form| is_of_people(form))
}

fn initial(word: &str) -> u8 {
    latin(&folded(word)).first().and_then(|form| form.bytes().next()).unwrap_or_default()
}
