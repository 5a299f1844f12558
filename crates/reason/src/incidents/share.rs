//! What a figure counts of an event: all, some of those told of before, or others beside them.

use crate::Source;
use crate::claims::{Claim, ClaimKind, StandsIn};
use crate::document::Span;
use crate::languages::lexicon;
use crate::quantities::Figure;
use crate::text::{Token, TokenKind, tokens};

use super::words::{Cue, CuesFound, Victims, words};

/// What a figure counts of those whom its event befell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Share {
    /// All of those whom its words name.
    All,
    /// "Including four children": a part of another figure that its sentence gives.
    Part,
    /// "Three of the dead": those at least.
    Some,
    /// "Nine more people", "three of the wounded died": beside those of another figure.
    Further,
}

/// Bytes around a number in which it is said what it is a part of, or what it is added to.
const AROUND: usize = 28;

/// Reads the share of a claim of a document.
pub(super) fn share(source: &Source<'_>, index: usize) -> Share {
    let claim = &source.analysis.claims[index];
    if claim.subset_of.is_some() {
        return Share::Part;
    }
    let in_text = claim.stands_in != StandsIn::Table;
    let Some(number) = claim.number.filter(|number| in_text && claim.span.contains(*number)) else {
        return Share::All;
    };
    let text = &source.document.text;
    let cut = |from: usize, to: usize| &text[text.floor_char_boundary(from)..text.floor_char_boundary(to)];
    let behind = words().cues(opening(cut(number.end, claim.span.end.min(number.end + AROUND))));
    let before =
        words().cues(ending(cut(claim.span.start.max(number.start.saturating_sub(AROUND)), number.start)));
    let died = matches!(claim.what, ClaimKind::Killed | ClaimKind::Executed);
    if behind.has(Cue::OfWounded) {
        return if died { Share::Further } else { Share::Some };
    }
    match adds(before) || adds(behind) {
        true if !is_beside_another_kind(source, index, claim) => Share::Further,
        _ if behind.has(Cue::PartOf) || is_one_of_them(claim, number) => Share::Some,
        _ => Share::All,
    }
}

/// "One died in custody": of those whom a noun before it names.
fn is_one_of_them(claim: &Claim, number: Span) -> bool {
    claim.figure == Figure::exactly(1) && claim.victims.is_some_and(|victims| victims.end <= number.start)
}

const fn adds(cues: CuesFound) -> bool {
    cues.has(Cue::Added)
}

/// "Killed 12 people and wounded 30 others": all of the wounded, beside the dead.
fn is_beside_another_kind(source: &Source<'_>, index: usize, claim: &Claim) -> bool {
    let sentences = &source.analysis.sentences;
    let at = sentences.partition_point(|sentence| sentence.span.start <= claim.span.start);
    let Some(sentence) = at.checked_sub(1).map(|at| sentences[at].span) else { return false };
    let told = source.analysis.claims[..index].iter().rev();
    let mut before = told.take_while(|told| sentence.contains(told.span)).peekable();
    before.peek().is_some() && before.all(|told| told.what != claim.what)
}

/// What stands behind a number and is said of it: up to the next number, comma or "and".
fn opening(text: &str) -> &str {
    let cut = tokens(text);
    let end = cut.iter().find(|token| parts(text, token)).map_or(text.len(), |token| token.span.start);
    &text[..end]
}

/// What stands before a number and is said of it.
fn ending(text: &str) -> &str {
    let cut = tokens(text);
    let last = cut.iter().rev().find(|token| parts(text, token) && !lexicon().is_and(token.text(text)));
    &text[last.map_or(0, |token| token.span.end)..]
}

fn parts(text: &str, token: &Token) -> bool {
    match token.kind {
        TokenKind::Number => true,
        TokenKind::Mark(mark) => !matches!(mark, '\'' | '-'),
        TokenKind::Word => lexicon().is_and(token.text(text)),
    }
}

/// Whether words around a number add it to what was told before: "another nine", "nine more".
pub(crate) fn adds_to(around: &str) -> bool {
    adds(words().cues(around))
}

/// Whether the words for victims count families or households: people are not part of them by number.
pub(crate) fn counts_households(victims: &str) -> bool {
    words().victims(victims) == Some(Victims::Families)
}

/// Whether what stands right behind a number makes it a part of others: "three of the wounded".
pub(crate) fn takes_a_part(behind: &str) -> bool {
    let cues = words().cues(behind);
    cues.has(Cue::PartOf) || cues.has(Cue::OfWounded)
}
