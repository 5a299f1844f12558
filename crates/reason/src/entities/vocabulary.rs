//! The words of one document: how each is written where, so that a capital that only opens a sentence is told from a name.

use super::lexicon::{Role, Roles, lexicon};
use super::units::{Shape, is_nationality, shape};
use crate::document::BlockKind;
use crate::prose::Prose;
use crate::text::{TextMap, Token, TokenKind, fold};

/// What is known of a word as written.
#[derive(Debug)]
pub(super) struct WordInfo {
    pub folded: Box<str>,
    pub roles: Roles,
    pub shape: Shape,
}

#[derive(Debug, Clone, Copy, Default)]
struct Counts {
    lower: u32,
    capital: u32,
    alone: u32,
}

/// The words of a document.
#[derive(Debug)]
pub(super) struct Vocabulary<'p> {
    ids: TextMap<&'p str, u32>,
    infos: Vec<WordInfo>,
    counts: TextMap<Box<str>, Counts>,
    /// The words of all sentences, token by token; [`NO_WORD`] for a mark.
    order: Vec<u32>,
    /// By sentence: where its tokens begin in the order.
    starts: Vec<usize>,
}

/// In place of a word, a mark.
const NO_WORD: u32 = u32::MAX;

impl<'p> Vocabulary<'p> {
    /// Reads all words once.
    pub(super) fn of(prose: &'p Prose<'_>) -> Self {
        let mut made = Self {
            ids: TextMap::default(),
            infos: Vec::new(),
            counts: TextMap::default(),
            order: Vec::new(),
            starts: Vec::with_capacity(prose.sentences.len()),
        };
        // How often each form stands within a sentence, where its capital tells; and how often not behind a hyphen.
        let mut within: Vec<[u32; 2]> = Vec::new();
        for sentence in &prose.sentences {
            let telling = !matches!(sentence.kind, BlockKind::Heading | BlockKind::Title | BlockKind::Table);
            made.starts.push(made.order.len());
            for at in 0..sentence.tokens.len() {
                if is_mark(&sentence.tokens[at]) {
                    made.order.push(NO_WORD);
                    continue;
                }
                let text = sentence.tokens[at].text(&sentence.text);
                let id = *made.ids.entry(text).or_insert_with(|| {
                    made.infos.push(info(text));
                    within.push([0, 0]);
                    made.infos.len() as u32 - 1
                });
                made.order.push(id);
                let counts = &mut within[id as usize];
                counts[0] += u32::from(telling && !opens(&sentence.tokens, at));
                counts[1] += u32::from(telling && is_alone(&sentence.tokens, at));
            }
        }
        made.count(&within);
        made
    }

    fn count(&mut self, within: &[[u32; 2]]) {
        for (info, [count, alone]) in self.infos.iter().zip(within) {
            let counts = self.counts.entry(info.folded.clone()).or_default();
            if info.shape == Shape::Lower {
                counts.lower += count;
            } else {
                counts.capital += count;
                counts.alone += alone;
            }
        }
    }

    /// The words of a sentence, token by token.
    pub(super) fn sentence(&self, number: usize) -> &[u32] {
        let end = self.starts.get(number + 1).copied().unwrap_or(self.order.len());
        self.starts.get(number).map_or(&[], |start| &self.order[*start..end])
    }

    /// What is known of a word; `None` of a mark.
    pub(super) fn info(&self, word: u32) -> Option<&WordInfo> {
        self.infos.get(word as usize)
    }

    /// How often a folded word is written in small letters.
    pub(super) fn small(&self, folded: &str) -> u32 {
        self.counts.get(folded).map_or(0, |counts| counts.lower)
    }

    /// Whether a folded word is a name by itself, too: joined to another by a hyphen, both are meant ("Kessa-Halden alliance").
    pub(super) fn stands_alone(&self, folded: &str) -> bool {
        self.counts.get(folded).is_some_and(|counts| counts.alone >= 2)
    }

    /// How often it is written with a capital within a sentence.
    pub(super) fn capital(&self, folded: &str) -> u32 {
        self.counts.get(folded).map_or(0, |counts| counts.capital)
    }
}

fn is_mark(token: &Token) -> bool {
    matches!(token.kind, TokenKind::Mark(_))
}

fn opens(tokens: &[Token], at: usize) -> bool {
    at == 0 || matches!(tokens[at - 1].kind, TokenKind::Mark('"' | ':' | '«'))
}

/// No hyphen joins it to another word.
fn is_alone(tokens: &[Token], at: usize) -> bool {
    let hyphen = |at: usize| tokens.get(at).is_some_and(|token| token.is('-') && !token.spaced);
    !hyphen(at + 1) && (at == 0 || tokens[at].spaced || !hyphen(at - 1))
}

fn info(text: &str) -> WordInfo {
    let folded = fold(text);
    let mut roles = lexicon().roles(&folded);
    if is_nationality(&folded) {
        roles = roles.with(Role::Nationality);
    }
    let shape = shape(text);
    if roles.has(Role::CompanyCapitals) && shape == Shape::Upper {
        roles = roles.with(Role::CompanyForm);
        if roles.has(Role::Particle) {
            roles = roles.without(Role::Particle);
        }
    }
    let numeral = shape == Shape::Upper && text.chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
    if numeral {
        roles = roles.with(Role::NoName);
    }
    WordInfo { folded: folded.into(), roles, shape }
}
