//! Chains of labels: 1, 2, 3 … with a restart now and then.

use crate::document::BlockKind;

use super::super::label::{Label, LabelStyle, leading_label};
use super::super::piece::{Letters, Piece};

/// A label may be lost by a converter; more than this many in a row is no gap but another list.
const LONGEST_GAP: u32 = 3;
/// How far ahead a better candidate is looked for, in candidates.
const LOOKAHEAD: usize = 6;

/// A piece that may begin a note.
#[derive(Debug, Clone)]
pub(super) struct Candidate {
    pub piece: usize,
    pub label: Label,
}

/// The pieces that begin with a label and may be notes.
pub(super) fn candidates<'a>(
    pieces: &'a [Piece],
    range: std::ops::Range<usize>,
) -> impl Iterator<Item = Candidate> + 'a {
    range
        .filter(|index| may_be_note(&pieces[*index]))
        .filter_map(|piece| Some(Candidate { piece, label: leading_label(&pieces[piece].text)? }))
}

pub(super) fn may_be_note(piece: &Piece) -> bool {
    piece.anchor.is_none()
        && piece.letters == Letters::Kept
        && matches!(piece.kind, None | Some(BlockKind::Paragraph | BlockKind::ListItem | BlockKind::Note))
}

/// Those of the candidates that form chains, each label one more than the one before.
pub(super) fn follow(candidates: Vec<Candidate>) -> Vec<Candidate> {
    let numbers: Vec<Option<u32>> = candidates.iter().map(|candidate| candidate.label.number).collect();
    let mut expected: Option<u32> = None;
    let mut chained = Vec::new();
    for (index, candidate) in candidates.into_iter().enumerate() {
        let Some(number) = candidate.label.number else {
            chained.push(candidate);
            continue;
        };
        if fits(&numbers, index, number, expected, candidate.label.style) {
            expected = Some(number + 1);
            chained.push(candidate);
        }
    }
    chained
}

fn fits(
    numbers: &[Option<u32>],
    index: usize,
    number: u32,
    expected: Option<u32>,
    style: LabelStyle,
) -> bool {
    let ahead = &numbers[index + 1..(index + 1 + LOOKAHEAD).min(numbers.len())];
    let goes_on = ahead.contains(&Some(number + 1));
    match expected {
        None => number == 1 || goes_on,
        Some(expected) if number == expected => true,
        // A new chapter begins again.
        Some(_) if number == 1 => goes_on && style != LabelStyle::Glued,
        Some(expected) => {
            number > expected
                && number - expected <= LONGEST_GAP
                && goes_on
                && !ahead.contains(&Some(expected))
        }
    }
}

/// Parts pieces in which several notes stand on lines of their own.
pub(super) fn split_lines(pieces: &mut Vec<Piece>) {
    let mut parted = Vec::with_capacity(pieces.len());
    for mut piece in std::mem::take(pieces) {
        let cuts = if may_be_note(&piece) { label_lines(&piece.text) } else { Vec::new() };
        // From the end, so that no text is moved more than once.
        let mut tails: Vec<Piece> = cuts.into_iter().rev().map(|at| piece.split_off(at)).collect();
        parted.push(piece);
        parted.extend(tails.drain(..).rev());
    }
    *pieces = parted;
}

/// Where further lines begin whose labels go on from that of the text, each one more.
fn label_lines(text: &str) -> Vec<usize> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = next_label_line(&text[from..]) {
        from += at;
        found.push(from);
    }
    found
}

/// Where the first further line begins whose label is one more than that of the piece.
fn next_label_line(text: &str) -> Option<usize> {
    let first = leading_label(text)?;
    let number = first.number?;
    text.match_indices('\n').map(|(at, _)| at + 1).find(|at| {
        leading_label(&text[*at..])
            .is_some_and(|label| label.number == Some(number + 1) && label.style == first.style)
    })
}
