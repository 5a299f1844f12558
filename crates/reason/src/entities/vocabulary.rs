//! The words of one document: how each is written where, so that a capital that only opens a sentence is told from a name.

use std::collections::HashMap;

use super::lexicon::{Role, Roles, lexicon};
use super::units::{Shape, is_nationality, shape};
use crate::document::BlockKind;
use crate::prose::Prose;
use crate::text::{TokenKind, fold};

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
}

/// The words of a document.
#[derive(Debug)]
pub(super) struct Vocabulary<'p> {
    ids: HashMap<&'p str, u32>,
    infos: Vec<WordInfo>,
    counts: HashMap<Box<str>, Counts>,
}

impl<'p> Vocabulary<'p> {
    /// Reads all words once.
    pub(super) fn of(prose: &'p Prose<'_>) -> Self {
        let mut made = Self { ids: HashMap::new(), infos: Vec::new(), counts: HashMap::new() };
        // How often each form stands within a sentence, where its capital tells.
        let mut within: Vec<u32> = Vec::new();
        for sentence in &prose.sentences {
            let telling = !matches!(sentence.kind, BlockKind::Heading | BlockKind::Title | BlockKind::Table);
            for (at, token) in sentence.tokens.iter().enumerate() {
                if matches!(token.kind, TokenKind::Mark(_)) {
                    continue;
                }
                let text = token.text(&sentence.text);
                let id = *made.ids.entry(text).or_insert_with(|| {
                    made.infos.push(info(text));
                    within.push(0);
                    made.infos.len() as u32 - 1
                });
                let opens =
                    at == 0 || matches!(sentence.tokens[at - 1].kind, TokenKind::Mark('"' | ':' | '«'));
                within[id as usize] += u32::from(telling && !opens);
            }
        }
        for (info, count) in made.infos.iter().zip(within) {
            let counts = made.counts.entry(info.folded.clone()).or_default();
            match info.shape {
                Shape::Lower => counts.lower += count,
                _ => counts.capital += count,
            }
        }
        made
    }

    /// What is known of a word as written.
    pub(super) fn info(&self, word: &str) -> Option<&WordInfo> {
        self.ids.get(word).map(|id| &self.infos[*id as usize])
    }

    /// How often a folded word is written in small letters.
    pub(super) fn small(&self, folded: &str) -> u32 {
        self.counts.get(folded).map_or(0, |counts| counts.lower)
    }

    /// How often it is written with a capital within a sentence.
    pub(super) fn capital(&self, folded: &str) -> u32 {
        self.counts.get(folded).map_or(0, |counts| counts.capital)
    }
}

fn info(text: &str) -> WordInfo {
    let folded = fold(text);
    let mut roles = lexicon().roles(&folded);
    if is_nationality(&folded) {
        roles = roles.with(Role::Nationality);
    }
    WordInfo { folded: folded.into(), roles, shape: shape(text) }
}
