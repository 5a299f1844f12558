//! Whom and where notes cite: the publisher behind a title, the house that made a document, the town of an interview. A note
//! that only cites is no running text; what it names is told by its commas.

use std::collections::HashSet;

use super::EntityKind::{Organization, Place};
use super::candidate::Candidate;
use super::lexicon::{Role, lexicon};
use crate::document::{BlockKind, Span};
use crate::places::{FeatureClass, Gazetteer};
use crate::prose::Prose;
use crate::text::{Token, TokenKind, fold, fold_words, tokens};

/// Of a note no more tokens are looked at: a longer one is commentary.
const LONGEST_NOTE: usize = 300;
/// The name of a publisher has no more words.
const LONGEST_NAME: usize = 8;
const CERTAIN: u32 = 9;

/// The names in all notes that are no commentary.
pub(super) fn cited(prose: &Prose<'_>, gazetteer: &Gazetteer) -> Vec<Candidate> {
    let read: HashSet<usize> =
        prose.sentences.iter().filter(|one| one.note.is_some()).map(|one| one.block).collect();
    let mut found = Vec::new();
    for (number, block) in prose.document.blocks.iter().enumerate() {
        if block.kind == BlockKind::Note && !read.contains(&number) {
            in_note(prose.document.quote(block.span), number, block.span.start, gazetteer, &mut found);
        }
    }
    found
}

/// The names in the text of one note, which begins at a byte of the document.
pub(super) fn in_note(
    text: &str,
    block: usize,
    start: usize,
    gazetteer: &Gazetteer,
    found: &mut Vec<Candidate>,
) {
    let tokens = tokens(text);
    let tokens = &tokens[..tokens.len().min(LONGEST_NOTE)];
    let segments = segments(text, tokens);
    for (at, segment) in segments.iter().enumerate() {
        let dated = segments.get(at + 1).is_some_and(|next| is_day(text, tokens, next));
        let Some(kind) = kind_of(text, tokens, segment, dated, gazetteer) else { continue };
        let span = Span::new(tokens[segment.first].span.start, tokens[segment.last].span.end);
        let mut made = Candidate::named(
            block,
            (segment.first, segment.last),
            span.shifted(start),
            &text[span.start..span.end],
        );
        made.own.add(kind, CERTAIN);
        found.push(made);
    }
}

/// What stands between two commas.
struct Segment {
    first: usize,
    last: usize,
    /// A title in quotation marks stands before it.
    titled: bool,
}

fn segments(text: &str, tokens: &[Token]) -> Vec<Segment> {
    let mut all: Vec<Segment> = Vec::new();
    let mut first: Option<usize> = None;
    let mut quoted = false;
    let mut titled = false;
    for (at, token) in tokens.iter().enumerate() {
        let quote = token.is('"') || token.is('«') || token.is('»');
        let parts = quote
            || token.is(',')
            || token.is(';')
            || token.is('(')
            || token.is(')')
            || ends(text, tokens, at);
        if !parts {
            first = first.or(Some(at));
            continue;
        }
        if let Some(first) = first.take().filter(|_| !quoted) {
            all.push(Segment { first, last: at - 1, titled });
            titled = false;
        }
        if quote {
            titled = quoted;
            quoted = !quoted;
        }
    }
    if let Some(first) = first.filter(|_| !quoted) {
        all.push(Segment { first, last: tokens.len() - 1, titled });
    }
    all
}

/// A full stop that ends a sentence, not the one of "U.S.".
fn ends(text: &str, tokens: &[Token], at: usize) -> bool {
    let single = at > 0 && tokens[at - 1].text(text).chars().count() == 1;
    tokens[at].is('.') && !single && tokens.get(at + 1).is_none_or(|next| next.spaced)
}

fn is_day(text: &str, tokens: &[Token], segment: &Segment) -> bool {
    let words = &tokens[segment.first..=segment.last];
    words.iter().any(|token| token.kind == TokenKind::Number)
        && words.iter().any(|token| lexicon().roles(&fold(token.text(text))).has(Role::Calendar))
}

fn kind_of(
    text: &str,
    tokens: &[Token],
    segment: &Segment,
    dated: bool,
    gazetteer: &Gazetteer,
) -> Option<super::EntityKind> {
    let words = &tokens[segment.first..=segment.last];
    let capital = |token: &Token| token.text(text).starts_with(char::is_uppercase);
    let roles = |token: &Token| lexicon().roles(&fold(token.text(text)));
    let small = |token: &Token| {
        roles(token).any(&[Role::Of, Role::Article, Role::And, Role::Particle, Role::NameAdjective])
    };
    let named = words.len() <= LONGEST_NAME * 2
        && capital(&words[0])
        && words.iter().all(|token| match token.kind {
            TokenKind::Word => capital(token) || small(token),
            TokenKind::Mark(mark) => matches!(mark, '-' | '\'' | '.' | '&'),
            TokenKind::Number => false,
        });
    if !named {
        return None;
    }
    let key = fold_words(&text[words[0].span.start..words[words.len() - 1].span.end]);
    let town = gazetteer.of_folded(&key).any(|record| {
        matches!(record.class, FeatureClass::Town | FeatureClass::Capital | FeatureClass::Region)
    });
    if dated && town && !segment.titled {
        return Some(Place);
    }
    let several = key.contains(' ');
    let headed = words.iter().any(|token| capital(token) && roles(token).has(Role::OrgHead));
    let given = roles(&words[0]).has(Role::GivenName);
    (several && !given && (headed || segment.titled)).then_some(Organization)
}
