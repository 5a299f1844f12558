//! What a header or caption says that is counted, and of whom.

use super::super::ClaimKind;
use super::super::lexicon::{CueWord, Role, Word, lexicons};
use super::line;
use crate::dates::find_dates;
use crate::document::{BlockKind, Document, Span};
use crate::phrases::{Tag, Words};
use crate::places::Gazetteer;
use crate::text::{Token, tokens};

/// What a header says that the numbers below it count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Told {
    pub kind: ClaimKind,
    /// Several kinds in one figure.
    pub combined: Vec<ClaimKind>,
    /// The header's words.
    pub span: Span,
    /// "Killed", not "deaths": somebody's deed.
    pub is_done: bool,
}

impl Told {
    /// What happened to people: no number of attacks or operations.
    pub fn is_of_people(&self) -> bool {
        !matches!(self.kind, ClaimKind::Attacks | ClaimKind::Operations | ClaimKind::Deployed)
    }
}

/// Headers of more tokens are paragraphs.
const MOST_TOKENS: usize = 60;

/// A word of an event: its first token, its last, what it says.
type Cue = (usize, usize, CueWord);

/// What the columns beside one count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Beside {
    People,
    Unknown,
}

/// What a header says is counted; nothing where it has words of several kinds that are not one count.
pub(super) fn told(document: &Document, span: Span, beside: Beside) -> Option<Told> {
    let text = document.quote(span);
    let cut = tokens(text);
    let small = small(text, &cut);
    let mut cues = cues(&small);
    // "Seized" beside "killed" counts those who were taken, if it says of nothing else that it was.
    let alone =
        beside == Beside::People && matches!(cues[..], [cue] if cue.0 == 0 && cue.1 + 1 == small.len());
    let taken = |kind: ClaimKind| matches!(kind, ClaimKind::Abducted | ClaimKind::Detained);
    let people = (0..small.len()).any(|at| is_person(&small, at));
    cues.retain(|cue| !cue.2.needs_people || people || alone && taken(cue.2.kind));
    let first = cues.first()?;
    let mut kinds = vec![first.2.kind];
    // "Civilians killed in air strikes" counts civilians, "attacks with people killed" attacks.
    let thing = |kind: ClaimKind| matches!(kind, ClaimKind::Attacks | ClaimKind::Operations);
    if !thing(first.2.kind) {
        kinds.extend(cues[1..].iter().map(|cue| cue.2.kind).filter(|kind| !thing(*kind)));
    }
    kinds.sort_unstable();
    kinds.dedup();
    let is_done = cues.iter().any(|cue| cue.2.role == Role::Acts);
    let made = |kind, combined| Some(Told { kind, combined, span, is_done });
    match kinds[..] {
        [ClaimKind::Other] if first.2.role == Role::Counted => {
            made(ClaimKind::Other, vec![ClaimKind::Killed, ClaimKind::Injured])
        }
        [kind] => made(kind, Vec::new()),
        [one, two]
            if (one, two) == (ClaimKind::Killed, ClaimKind::Injured) || joined_by_or(&small, &cues) =>
        {
            made(ClaimKind::Other, kinds)
        }
        _ => None,
    }
}

fn small(text: &str, cut: &[Token]) -> Vec<String> {
    cut.iter().take(MOST_TOKENS).map(|token| token.text(text).to_lowercase()).collect()
}

fn cues(small: &[String]) -> Vec<Cue> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < small.len() {
        let here = lexicons().iter().flat_map(|lexicon| lexicon.cues.at(small, at));
        let usable = here.filter(|(_, cue)| !matches!(cue.role, Role::Of | Role::Around(_)));
        match usable.max_by_key(|(length, cue)| (*length, !cue.needs_people, cue.role == Role::Acts)) {
            Some((length, cue)) => {
                found.push((at, at + length - 1, *cue));
                at += length;
            }
            None => at += 1,
        }
    }
    found
}

fn joined_by_or(small: &[String], cues: &[Cue]) -> bool {
    cues.windows(2).all(|pair| {
        let between = pair[0].1 + 1;
        between + 1 == pair[1].0 && is(small, between, Word::Or)
    })
}

fn is(small: &[String], at: usize, class: Word) -> bool {
    lexicons().iter().any(|lexicon| lexicon.words.at(small, at).any(|(_, word)| *word == class))
}

/// Whether a word alone says what happened.
fn tells(small: &[String], at: usize) -> bool {
    lexicons().iter().any(|lexicon| lexicon.cues.at(small, at).any(|(length, _)| length == 1))
}

fn is_person(small: &[String], at: usize) -> bool {
    [Word::People, Word::Minors, Word::Victims].iter().any(|class| is(small, at, *class))
}

/// The people whom a header or caption names, without the words for what happened to them: "civilian" of "civilian deaths".
pub(super) fn people(document: &Document, span: Span) -> Option<Span> {
    let header = line(document, span, (BlockKind::Table, 0));
    let words = Words::in_document(&header, &[], document.language.as_deref());
    let small = small(&header.text, &header.tokens);
    let cues = cues(&small);
    let free = |at: usize| {
        let told =
            matches!(words.tag(at), Tag::Noun | Tag::Name | Tag::Adjective | Tag::Participle | Tag::Verb);
        // "Victimes civiles", "personnes enlevées" are cues as a whole: the word that is one alone is none of the people.
        let in_cue = cues
            .iter()
            .any(|cue| cue.0 == cue.1 && cue.0 == at || (cue.0..=cue.1).contains(&at) && tells(&small, at));
        told && !in_cue && !is(&small, at, Word::NumberOf)
    };
    let at = (0..small.len()).find(|at| free(*at) && is_person(&small, *at))?;
    let first = (0..=at).rev().take_while(|at| free(*at)).last()?;
    let last = (at..small.len()).take_while(|at| free(*at)).last()?;
    Some(header.place(header.span_of(first, last)))
}

/// Whether a line is about victims: it counts them, or says "victims".
pub(super) fn is_of_victims(document: &Document, span: Span) -> bool {
    let text = document.quote(span);
    let small = small(text, &tokens(text));
    !cues(&small).is_empty() || (0..small.len()).any(|at| is(&small, at, Word::Victims))
}

/// Whether a text says until when it counts: "as of 5 May".
pub(super) fn is_standing(text: &str) -> bool {
    let small = small(text, &tokens(text));
    let as_of = |at: usize| {
        let here = lexicons().iter().flat_map(|lexicon| lexicon.words.at(&small, at));
        // "By" and "au" alone say much else.
        here.into_iter().any(|(length, word)| *word == Word::AsOf && length > 1)
    };
    (0..small.len()).any(|at| as_of(at) || is(&small, at, Word::Standing))
}

/// Whether a header names a time, a place or people: one of the columns that a count is broken down by.
pub(super) fn names_a_column(document: &Document, span: Span) -> bool {
    let text = document.quote(span);
    let cut = tokens(text);
    let dated = !find_dates(text, &cut).is_empty();
    let capital = text.starts_with(char::is_uppercase);
    dated || people(document, span).is_some() || capital && !Gazetteer::bundled().lookup(text).is_empty()
}
