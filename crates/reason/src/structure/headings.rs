//! Headings and the title, where the format does not mark them.

use crate::document::BlockKind;

use super::piece::Piece;

pub(super) fn recognise(pieces: &mut [Piece]) {
    let next_is_text: Vec<bool> = (0..pieces.len()).map(|index| leads_to_text(pieces, index)).collect();
    let mut titled = pieces.iter().any(|piece| piece.kind == Some(BlockKind::Title));
    for (piece, next_is_text) in pieces.iter_mut().zip(next_is_text) {
        if piece.kind.is_some() || !looks_like_heading(piece) {
            continue;
        }
        if !titled && piece.words() >= 2 && !is_masthead(piece) {
            piece.kind = Some(BlockKind::Title);
            titled = true;
        } else if next_is_text {
            piece.kind = Some(BlockKind::Heading);
            piece.level = 1;
        }
    }
}

/// The next piece that is anything but furniture or a caption is text or another heading.
fn leads_to_text(pieces: &[Piece], index: usize) -> bool {
    pieces[index + 1..]
        .iter()
        .find(|piece| {
            !matches!(piece.kind, Some(BlockKind::Furniture | BlockKind::Caption | BlockKind::Boilerplate))
        })
        .is_some_and(|next| {
            next.is_body() || next.kind == Some(BlockKind::Table) || next.kind == Some(BlockKind::Note)
        })
}

/// A short line in capitals only above the title names the publisher, not the report.
fn is_masthead(piece: &Piece) -> bool {
    let letters = |c: &char| c.is_alphabetic();
    piece.words() <= 3 && piece.text.chars().filter(letters).all(char::is_uppercase)
}

fn looks_like_heading(piece: &Piece) -> bool {
    let text = piece.text.trim_end_matches(['*', '†', '‡']);
    let question = text.ends_with('?') && piece.words() <= 14 && !text.contains(". ");
    (piece.is_line() || question)
        && text.len() <= 120
        && !text.ends_with([',', '-', '–'])
        && !text.contains("://")
        && text.starts_with(|c: char| {
            c.is_uppercase() || c.is_ascii_digit() || matches!(c, '“' | '"' | '«' | '¿' | '(' | '‘')
        })
        && text.chars().any(char::is_alphabetic)
}
