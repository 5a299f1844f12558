//! Notes among the text, without a heading and without a place on the page.

use std::collections::HashMap;

use super::super::join::breaks_off;
use super::super::label::{LabelStyle, leading_label};
use super::super::piece::Piece;
use super::Role;
use super::called::{called_numbers, is_like_a_note};
use super::chain::{Candidate, candidates, follow, may_be_note};

/// Without any marker that can be seen (flattened ones cannot), a list must be this long to be taken for notes.
const FEWEST_UNCALLED: usize = 3;

pub(super) fn assign(pieces: &[Piece], roles: &mut [Role]) {
    let called = called_numbers(pieces);
    let mut by_style: HashMap<LabelStyle, Vec<Candidate>> = HashMap::new();
    for candidate in candidates(pieces, 0..pieces.len()) {
        if roles[candidate.piece] == Role::Outside && candidate.label.style != LabelStyle::Glued {
            by_style.entry(candidate.label.style).or_default().push(candidate);
        }
    }
    for (style, all) in by_style {
        let chain = match style {
            LabelStyle::Symbol => starred(pieces, all),
            _ => called_chain(pieces, all, style, &called),
        };
        for candidate in chain {
            roles[candidate.piece] = Role::Start;
        }
    }
    continue_broken(pieces, roles);
}

/// The chain of one style of label, where markers call it or its blocks read like notes.
fn called_chain(
    pieces: &[Piece],
    all: Vec<Candidate>,
    style: LabelStyle,
    called: &HashMap<u32, usize>,
) -> Vec<Candidate> {
    let is_called = |candidate: &Candidate| {
        candidate.label.number.and_then(|number| called.get(&number)).is_some_and(|by| *by <= candidate.piece)
    };
    let answered: Vec<Candidate> = all.iter().filter(|candidate| is_called(candidate)).cloned().collect();
    // A marker that was lost on the way must not end the chain.
    let mostly = answered.len() * 2 >= all.len();
    let chain = follow(if answered.is_empty() || mostly { all } else { answered });
    let like = chain.iter().filter(|candidate| is_like_a_note(&pieces[candidate.piece].text)).count();
    let enough = match style {
        LabelStyle::Raised => chain.iter().any(is_called),
        LabelStyle::Bracketed if chain.iter().any(is_called) => like * 3 >= chain.len(),
        _ if chain.iter().any(is_called) => like * 2 >= chain.len(),
        _ => chain.len() >= FEWEST_UNCALLED && like * 3 >= chain.len() * 2,
    };
    if enough { chain } else { Vec::new() }
}

/// Those whose sign stands behind a word elsewhere in the text. Lists are bulleted with the same signs, by thousands: the
/// text is looked through once for each sign.
fn starred(pieces: &[Piece], all: Vec<Candidate>) -> Vec<Candidate> {
    let mut callers: HashMap<String, Vec<usize>> = HashMap::new();
    let mut is_called = |candidate: &Candidate| {
        let sign = &candidate.label.text;
        let callers = callers.entry(sign.clone()).or_insert_with(|| callers_of(pieces, sign));
        callers.iter().any(|caller| *caller != candidate.piece)
    };
    all.into_iter().filter(|candidate| is_called(candidate)).collect()
}

/// Two pieces in which a sign stands behind a word: one of them is not the note itself.
fn callers_of(pieces: &[Piece], sign: &str) -> Vec<usize> {
    let calls = |piece: &Piece| {
        piece.text.match_indices(sign).any(|(at, _)| {
            let before = piece.text[..at].chars().next_back();
            let after = piece.text[at + sign.len()..].chars().next();
            before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | ',' | '”' | '"' | ')' | '’'))
                && after.is_none_or(|c| !c.is_alphanumeric() && !sign.starts_with(c))
        })
    };
    (0..pieces.len()).filter(|index| calls(&pieces[*index])).take(2).collect()
}

/// A note that breaks off goes on in the next block, unless that begins another.
fn continue_broken(pieces: &[Piece], roles: &mut [Role]) {
    for index in 1..pieces.len() {
        let owned = roles[index - 1] != Role::Outside;
        if !owned || roles[index] != Role::Outside || !may_be_note(&pieces[index]) {
            continue;
        }
        let before = &pieces[index - 1].text;
        let unfinished = breaks_off(before) || before.trim_end().ends_with(':');
        let fits = pieces[index].text.starts_with(char::is_lowercase) || is_like_a_note(&pieces[index].text);
        if unfinished && fits && leading_label(&pieces[index].text).is_none_or(|label| label.number.is_none())
        {
            roles[index] = Role::Continuation;
        }
    }
}
