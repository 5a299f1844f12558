//! Names in cells, which no grammar of sentences has read.

use std::collections::HashMap;

use crate::document::Span;
use crate::entities::{Entity, EntityKind};
use crate::places::Gazetteer;
use crate::text::{TokenKind, fold_words, tokens};

/// What the document names anywhere, by its folded names.
pub(super) struct Names {
    kinds: HashMap<String, EntityKind>,
}

/// Names of more tokens are cut.
const LONGEST: usize = 6;

/// Longer cells tell a story: their first words are read.
const MOST_TOKENS: usize = 80;

impl Names {
    pub fn of(entities: &[Entity]) -> Self {
        let mut kinds = HashMap::new();
        for entity in entities {
            for name in entity.names.iter().chain([&entity.caption]) {
                kinds.entry(fold_words(name)).or_insert(entity.kind);
            }
        }
        Self { kinds }
    }

    /// The places that a cell names, and the groups and persons; none overlap.
    pub fn within(&self, text: &str) -> (Vec<Span>, Vec<Span>) {
        let cut = tokens(text);
        let cut = &cut[..cut.len().min(MOST_TOKENS)];
        let (mut places, mut parties) = (Vec::new(), Vec::new());
        let mut at = 0;
        while at < cut.len() {
            let longest = (at..cut.len().min(at + LONGEST)).rev().find_map(|last| {
                let span = Span::new(cut[at].span.start, cut[last].span.end);
                let words = &text[span.start..span.end];
                let ends = [at, last].iter().all(|token| !matches!(cut[*token].kind, TokenKind::Mark(_)));
                let named = ends && words.starts_with(char::is_uppercase) && !is_glued(text, span);
                let kind = named.then(|| self.kinds.get(&fold_words(words)).copied()).flatten()?;
                Some((last, span, kind))
            });
            match longest {
                Some((last, span, kind)) => {
                    match kind {
                        EntityKind::Place => places.push(span),
                        EntityKind::Other => {}
                        _ => parties.push(span),
                    }
                    at = last + 1;
                }
                None => at += 1,
            }
        }
        if places.is_empty() {
            let hits = Gazetteer::bundled().scan(text, cut).into_iter().map(|hit| hit.span);
            let hits = hits.filter(|hit| !is_glued(text, *hit));
            places.extend(hits.filter(|hit| !parties.iter().any(|party: &Span| party.overlaps(*hit))));
        }
        (places, parties)
    }

    /// The one place that a cell names: of "Kessa, Riverbend province" the narrower, which stands first.
    pub fn place(&self, text: &str) -> Option<Span> {
        let (places, _) = self.within(text);
        let listed = places.windows(2).all(|pair| {
            let between = text[pair[0].end..pair[1].start].trim();
            between == "," || between == "("
        });
        places.first().copied().filter(|_| listed)
    }

    /// The party that a cell names right behind the word at which it is looked for.
    pub fn party_from(&self, text: &str, from: usize) -> Option<Span> {
        const NEAR: usize = 8;
        let (_, parties) = self.within(text);
        parties.into_iter().find(|party| party.start >= from && party.start <= from + NEAR)
    }
}

/// "Viejo" in "Marro-Viejo": part of another name.
fn is_glued(text: &str, span: Span) -> bool {
    text[..span.start].ends_with('-') || text[span.end..].starts_with('-')
}
