//! Printed notes: found by their chain of labels, put together again where pages cut them.
//!
//! Notes that the file itself keeps (with an anchor) need none of this. Of printed ones there are three sorts: a list
//! under a heading, foot-of-page notes that a reader knew by their place, and notes among the text of a file that has
//! no places. A label counts only where it fits the chain: a line may begin with "2024" and be the rest of a date.

mod called;
mod chain;
mod inline;
mod zone;

use crate::document::BlockKind;

use std::collections::HashSet;

use super::join::note_glue;
use super::label::leading_label;
use super::piece::Piece;

/// What a piece is to the notes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    /// A note begins.
    Start,
    /// The note before goes on.
    Continuation,
    /// Nothing.
    Outside,
}

/// Makes each printed note one piece of kind [`BlockKind::Note`] that begins with its label.
pub(super) fn gather(pieces: &mut Vec<Piece>) {
    chain::split_lines(pieces);
    let mut roles = vec![Role::Outside; pieces.len()];
    for zone in zone::zones(pieces) {
        zone::assign(pieces, zone, &mut roles);
    }
    release_body_lines(pieces, &roles);
    printed_at_foot(pieces, &mut roles);
    inline::assign(pieces, &mut roles);
    merge(pieces, &roles);
}

/// A line of text that begins with its marker looks like a note at the foot of a column. Where a list of endnotes has
/// that number, and the block does not read like a note, it is text again, its mark raised.
fn release_body_lines(pieces: &mut [Piece], roles: &[Role]) {
    let listed: HashSet<u32> = pieces
        .iter()
        .zip(roles)
        .filter(|(_, role)| **role == Role::Start)
        .filter_map(|(piece, _)| leading_label(&piece.text)?.number)
        .collect();
    for (piece, role) in pieces.iter_mut().zip(roles) {
        let printed = piece.kind == Some(BlockKind::Note) && piece.anchor.is_none() && *role == Role::Outside;
        let Some(label) = leading_label(&piece.text).filter(|_| printed) else { continue };
        let doubled = label.number.is_some_and(|number| listed.contains(&number));
        if doubled && !called::is_like_a_note(&piece.text) {
            piece.kind = None;
            piece.raise(label.length);
        }
    }
}

/// Notes that a reader placed at the foot of a page: with a label they begin, without one they go on.
fn printed_at_foot(pieces: &[Piece], roles: &mut [Role]) {
    let mut last: Option<u32> = None;
    for (piece, role) in pieces.iter().zip(roles) {
        if piece.kind != Some(BlockKind::Note) || piece.anchor.is_some() || *role != Role::Outside {
            continue;
        }
        let label = leading_label(&piece.text);
        let number = label.as_ref().and_then(|label| label.number);
        let fits = match (number, last) {
            (Some(1), _) | (Some(_), None) => true,
            (Some(number), Some(last)) => number > last && number - last <= 9,
            (None, _) => label.is_some(),
        };
        *role = if fits || last.is_none() { Role::Start } else { Role::Continuation };
        if *role == Role::Start {
            last = number.or(last);
        }
    }
}

/// Sets the kinds and appends each continuation to its note.
fn merge(pieces: &mut Vec<Piece>, roles: &[Role]) {
    let mut merged: Vec<Piece> = Vec::with_capacity(pieces.len());
    let mut note: Option<usize> = None;
    for (mut piece, role) in std::mem::take(pieces).into_iter().zip(roles) {
        match (role, note) {
            (Role::Continuation, Some(owner)) => {
                let glue = note_glue(&merged[owner].text, &piece.text);
                glue.trim(&mut merged[owner].text);
                merged[owner].append(glue.text(), piece);
                continue;
            }
            (Role::Start, _) => {
                piece.kind = Some(BlockKind::Note);
                note = Some(merged.len());
            }
            _ => {}
        }
        merged.push(piece);
    }
    *pieces = merged;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::DraftBlock;

    fn check(blocks: &[&str], expected: &[&str]) {
        let mut pieces: Vec<_> =
            blocks.iter().filter_map(|text| Piece::from_draft(DraftBlock::new(None, *text, None))).collect();
        gather(&mut pieces);
        let notes: Vec<_> = pieces
            .iter()
            .filter(|piece| piece.kind == Some(BlockKind::Note))
            .map(|piece| piece.text.as_str())
            .collect();
        assert_eq!(notes, expected);
    }

    #[test]
    fn a_list_under_its_heading_is_followed_by_its_chain() {
        check(
            &[
                "They came at dawn.¹ They left.², ³",
                "Endnotes",
                "1 Ana Moro, “The Road,” The Daily, September 13,",
                "2024, available at: https://daily.org/a-",
                "road-in-the-north",
                "2 The Institute interview with a trader, Tamer, May 2024.",
                "3 A remark. See:",
                "Ana Moro, “The Road,” The Daily, September 13, 2024.",
            ],
            &[
                "1 Ana Moro, “The Road,” The Daily, September 13, 2024, available at: https://daily.org/a-road-in-the-north",
                "2 The Institute interview with a trader, Tamer, May 2024.",
                "3 A remark. See: Ana Moro, “The Road,” The Daily, September 13, 2024.",
            ],
        );
    }

    #[test]
    fn what_follows_the_last_note_is_text_again() {
        check(
            &[
                "It burned.[1]",
                "Notes",
                "[1] Ibid., p. 3.",
                "About the institute",
                "We are grateful to those who spoke to us in spite of the risk.",
            ],
            &["[1] Ibid., p. 3."],
        );
    }

    #[test]
    fn notes_of_one_block_are_parted() {
        check(
            &["It burned.¹ It fell.²", "Notes", "1. Ana Moro, “The Road,” 2024.\n2. Ibid., p. 4."],
            &["1. Ana Moro, “The Road,” 2024.", "2. Ibid., p. 4."],
        );
    }

    #[test]
    fn notes_among_the_text_need_a_marker() {
        check(
            &[
                "They came at dawn.¹ They left.²",
                "¹ Ana Moro, “The Road,” The Daily, 2024.",
                "² Ibid.",
                "Nobody was seen again.",
            ],
            &["¹ Ana Moro, “The Road,” The Daily, 2024.", "² Ibid."],
        );
        check(
            &[
                "We ask for three things.",
                "1. Open an inquiry.",
                "2. Publish the list.",
                "3. Pay the families.",
            ],
            &[],
        );
    }

    #[test]
    fn a_starred_note_belongs_to_a_star() {
        check(
            &["The defeat at Tamer*", "They came at dawn.", "*This report is based on interviews."],
            &["*This report is based on interviews."],
        );
        check(&["The defeat at Tamer", "*This report is based on interviews."], &[]);
    }
}
