//! Lists of notes under a heading of their own.

use std::ops::Range;

use crate::document::BlockKind;
use crate::languages::lexicon;

use super::super::join::breaks_off;
use super::super::piece::Piece;
use super::called::is_like_a_note;
use super::chain::{candidates, follow, may_be_note};
use super::{Role, chain::Candidate};

/// The stretches that a heading such as "Endnotes" opens. Each goes to the next such heading or the end.
pub(super) fn zones(pieces: &[Piece]) -> Vec<Range<usize>> {
    let starts: Vec<usize> = pieces
        .iter()
        .enumerate()
        .filter(|(_, piece)| {
            matches!(piece.kind, None | Some(BlockKind::Paragraph | BlockKind::Heading))
                && piece.text.len() < 60
        })
        .filter(|(_, piece)| lexicon().is_notes_heading(&piece.text))
        .map(|(index, _)| index + 1)
        .collect();
    let ends = starts.iter().skip(1).map(|next| next - 1).chain([pieces.len()]);
    starts.iter().copied().zip(ends).map(|(start, end)| start..end).collect()
}

/// Finds the chain in a zone; what stands between two of its notes belongs to the first.
pub(super) fn assign(pieces: &[Piece], zone: Range<usize>, roles: &mut [Role]) {
    let all: Vec<Candidate> = candidates(pieces, zone.clone())
        .filter(|candidate| roles[candidate.piece] == Role::Outside)
        .collect();
    let chain = follow(all);
    let Some(first) = chain.first() else { return };
    if first.piece > zone.start + 3 {
        return;
    }
    for candidate in &chain {
        roles[candidate.piece] = Role::Start;
    }
    for pair in chain.windows(2) {
        continue_between(pieces, pair[0].piece, pair[1].piece, roles);
    }
    if let Some(last) = chain.last() {
        continue_last(pieces, last.piece, zone.end, roles);
    }
}

fn continue_between(pieces: &[Piece], start: usize, next: usize, roles: &mut [Role]) {
    for index in start + 1..next {
        let heading = pieces[index].kind == Some(BlockKind::Heading)
            || (pieces[index].is_line()
                && !is_like_a_note(&pieces[index].text)
                && index + 1 == next
                && !breaks_off_note(pieces, start, index));
        if may_be_note(&pieces[index]) && !heading {
            roles[index] = Role::Continuation;
        }
    }
}

/// A line right before a restart may be a chapter's name; after an unfinished note it is its rest.
fn breaks_off_note(pieces: &[Piece], start: usize, index: usize) -> bool {
    breaks_off(&pieces[index - 1].text)
        || (index - 1 == start && pieces[start].text.trim_end().ends_with(':'))
        || pieces[index].text.contains(['/', '-'])
}

/// After the last label nothing tells where its note ends but the text itself.
fn continue_last(pieces: &[Piece], last: usize, end: usize, roles: &mut [Role]) {
    for index in last + 1..end {
        let piece = &pieces[index];
        if !may_be_note(piece) {
            if piece.kind == Some(BlockKind::Furniture) {
                continue;
            }
            return;
        }
        let before = &pieces[index - 1].text;
        let goes_on = breaks_off(before)
            || before.trim_end().ends_with(':')
            || piece.text.starts_with(char::is_lowercase)
            || is_like_a_note(&piece.text);
        if !goes_on {
            return;
        }
        roles[index] = Role::Continuation;
    }
}
