//! Paragraphs that a page, a picture or a pull quote cut in two.

use crate::document::BlockKind;
use crate::languages::lexicon;

use super::join::{breaks_off, paragraph_glue};
use super::piece::{Piece, without_closing_marks};

/// How many pieces (captions, tables, lines of a picture) may stand between the two halves.
const FARTHEST: usize = 30;
/// Shorter than this, an unclosed block is a heading or a label, not half a paragraph.
const FEWEST_WORDS: usize = 6;

/// Joins the halves; the later one is emptied and dropped.
pub(super) fn rejoin(pieces: &mut Vec<Piece>) {
    let mut index = 0;
    while index < pieces.len() {
        if let Some(first) = first_half(pieces, index) {
            let second = pieces.remove(index);
            let glue = paragraph_glue(&pieces[first].text, &second.text);
            glue.trim(&mut pieces[first].text);
            pieces[first].append(glue.text(), second);
        } else {
            index += 1;
        }
    }
}

/// The piece that the one at `index` goes on with, if it is a second half.
fn first_half(pieces: &[Piece], index: usize) -> Option<usize> {
    let second = &pieces[index];
    if !is_running_text(second) {
        return None;
    }
    if begins_with_mark(second) {
        let nearest = index.saturating_sub(FARTHEST);
        return (nearest..index).rev().find(|at| is_running_text(&pieces[*at]) && !is_label(&pieces[*at]));
    }
    let nearest = index.saturating_sub(FARTHEST);
    let first = (nearest..index)
        .rev()
        .find(|at| is_running_text(&pieces[*at]) && !is_label(&pieces[*at]))
        .filter(|at| breaks_off(&pieces[*at].text))?;
    let between = &pieces[first + 1..index];
    let certain = second.text.starts_with(|c: char| c.is_lowercase());
    // Text that begins with a small letter was cut off from something; other text only where the first half cannot
    // be the end of anything and nothing but pictures and page ends stands between.
    let aside = between.iter().all(is_aside);
    let fits = if certain {
        between.iter().all(|piece| is_aside(piece) || piece.is_line() || piece.kind == Some(BlockKind::Table))
            && (aside || needs_more(&pieces[first].text) || second.words() >= FEWEST_WORDS)
    } else {
        aside
            && needs_more(&pieces[first].text)
            && second.kind != Some(BlockKind::ListItem)
            && !is_awaited_later(pieces, index)
    };
    fits.then_some(first)
}

fn is_running_text(piece: &Piece) -> bool {
    matches!(piece.kind, None | Some(BlockKind::Paragraph | BlockKind::ListItem | BlockKind::Quote))
        && piece.anchor.is_none()
}

/// A heading or a label rather than half a paragraph: short, and could be complete as it is.
fn is_label(piece: &Piece) -> bool {
    piece.words() < FEWEST_WORDS || (piece.is_line() && !ends_openly(&piece.text))
}

/// A raised mark at the start of a line belongs to the line before.
fn begins_with_mark(piece: &Piece) -> bool {
    piece.text.starts_with(crate::text::is_raised)
}

/// Whether a later block, soon, begins with a small letter and has no first half of its own: columns were read in
/// another order, and that block is the rest.
fn is_awaited_later(pieces: &[Piece], index: usize) -> bool {
    let near = index + 1..(index + 8).min(pieces.len());
    near.into_iter().any(|later| {
        let before = (index..later).rev().find(|at| is_running_text(&pieces[*at]));
        is_running_text(&pieces[later])
            && pieces[later].text.starts_with(char::is_lowercase)
            && before.is_some_and(|before| !breaks_off(&pieces[before].text))
    })
}

/// What may stand between two halves of one paragraph.
fn is_aside(piece: &Piece) -> bool {
    matches!(
        piece.kind,
        Some(
            BlockKind::Caption
                | BlockKind::Furniture
                | BlockKind::Duplicate
                | BlockKind::Note
                | BlockKind::Boilerplate
        )
    )
}

/// Whether the sentence cannot end here: a small word, a comma, a hyphen, or a second sentence that has just begun.
fn needs_more(text: &str) -> bool {
    let bare = without_closing_marks(text);
    let cut_sentence = bare.contains(". ") || bare.contains(".” ") || bare.len() > 200;
    ends_openly(text) || (cut_sentence && bare.len() > 80)
}

/// Ends in a word or sign that nothing ends with.
fn ends_openly(text: &str) -> bool {
    let bare = without_closing_marks(text);
    let last = bare.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    bare.ends_with([',', '-', '–', '—']) || lexicon().is_open_word(last) || lexicon().month(last).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::DraftBlock;

    fn check(blocks: &[(Option<BlockKind>, &str)], expected: &[&str]) {
        let mut pieces: Vec<_> = blocks
            .iter()
            .filter_map(|(kind, text)| Piece::from_draft(DraftBlock::new(*kind, *text, None)))
            .collect();
        rejoin(&mut pieces);
        let texts: Vec<_> = pieces.iter().map(|piece| piece.text.as_str()).collect();
        assert_eq!(texts, expected);
    }

    #[test]
    fn paragraphs_are_rejoined_across_what_is_no_text() {
        let caption = Some(BlockKind::Caption);
        check(
            &[
                (None, "They left early. In addition, photos of fighters with trophies taken from the dead"),
                (caption, "A truck. Photo: X."),
                (None, "Soldiers of the column were shared widely."),
            ],
            &[
                "They left early. In addition, photos of fighters with trophies taken from the dead Soldiers of the column were shared widely.",
                "A truck. Photo: X.",
            ],
        );
        check(
            &[
                (None, "Thirty people were held between the 3rd of May"),
                (caption, "Photo: X."),
                (None, "12 and the end of the month, they said."),
            ],
            &[
                "Thirty people were held between the 3rd of May 12 and the end of the month, they said.",
                "Photo: X.",
            ],
        );
        check(
            &[(None, "They do not consider themselves re-"), (None, "sponsible for the airport.")],
            &["They do not consider themselves responsible for the airport."],
        );
    }

    #[test]
    fn what_is_complete_stays() {
        check(
            &[(None, "A first paragraph ends here."), (None, "then another begins.")],
            &["A first paragraph ends here.", "then another begins."],
        );
        check(
            &[
                (None, "The following was found"),
                (Some(BlockKind::Heading), "Findings"),
                (None, "Nothing else was found."),
            ],
            &["The following was found", "Findings", "Nothing else was found."],
        );
    }
}
