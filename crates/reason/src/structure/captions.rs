//! What is said of pictures, tables and charts, known by its credit.

use crate::document::BlockKind;
use crate::languages::{Cue, lexicon};
use crate::text::tokens;

use super::piece::Piece;

/// Longer than this is a paragraph that mentions a photograph.
const LONGEST_CAPTION_WORDS: usize = 130;
/// Where a credit stands: within the last words.
const CREDIT_BYTES: usize = 110;

pub(super) fn recognise(pieces: &mut [Piece]) {
    for piece in pieces.iter_mut().filter(|piece| piece.is_open()) {
        if piece.words() <= LONGEST_CAPTION_WORDS
            && (opens_as_caption(&piece.text) || closes_with_credit(&piece.text))
        {
            piece.kind = Some(BlockKind::Caption);
        }
    }
}

/// `Photo: X`, `Figure 3. The road`, `Source: ministry`.
fn opens_as_caption(text: &str) -> bool {
    let Some(hit) = lexicon().leading(text).filter(|hit| hit.cues.has(Cue::Caption)) else {
        return false;
    };
    let rest = text[hit.span.end..].trim_start();
    let numbered = rest.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '°'));
    let number = &rest[..rest.len() - numbered.len()];
    let is_number = !number.is_empty()
        && number.len() <= 5
        && (number.starts_with(|c: char| c.is_ascii_digit())
            || number.chars().all(|c| matches!(c, 'I' | 'V' | 'X') || c.is_ascii_uppercase()));
    if is_number {
        return numbered.is_empty()
            || numbered.trim_start().starts_with([':', '.', '–', '—', '-', '|'])
            || text.split_whitespace().count() < 25;
    }
    rest.starts_with(':') && (text.split_whitespace().count() < 60)
}

/// `… in Tamer. Photo: X.`, `REUTERS/A. Keita`, `© Name`.
fn closes_with_credit(text: &str) -> bool {
    let cut = text.len().saturating_sub(CREDIT_BYTES);
    let tail_start = (cut..text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let tail = &text[tail_start..];
    if let Some((_, owner)) = tail.rsplit_once('©') {
        return owner.split_whitespace().count() <= 8;
    }
    let tokens = tokens(tail);
    lexicon().cues(tail, &tokens).iter().any(|hit| {
        let next = tokens.get(hit.last);
        let before = hit.first.checked_sub(1).and_then(|index| tokens.get(index));
        let opens_credit = before.is_none_or(|token| {
            token.is('.') || token.is('(') || token.is('?') || token.is('!') || token.is('"') || token.is('|')
        });
        let credit = hit.cues.has(Cue::Caption) && next.is_some_and(|token| token.is(':')) && opens_credit;
        let named = hit.cues.has(Cue::Caption) && before.is_some_and(|token| token.is('('));
        let agency = hit.cues.has(Cue::Agency)
            && tail[hit.span.start..].starts_with(char::is_uppercase)
            && (next.is_some_and(|token| token.is('/')) || before.is_some_and(|token| token.is('/')));
        credit || named || agency
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn captions_are_known_by_their_credit() {
        for text in [
            "Fighters in front of a truck. Photo: X.",
            "Figure 3. Deaths by month",
            "Map 2: The road to Tamer",
            "The colonel at the ceremony, June 7. REUTERS/Ama Keto",
            "A market, 2021. (Photo by Ada Moro/AFP)",
            "Carte 1 : La région",
            "The mine seen from the air © Planet Labs",
            "Source: ministry of finance",
        ] {
            assert!(opens_as_caption(text) || closes_with_credit(text), "{text}");
        }
        for text in [
            "The source said that nobody came.",
            "Photos of the attack were shared widely, according to residents.",
            "He told Reuters that the road was closed.",
            "The table was set for nine.",
        ] {
            assert!(!(opens_as_caption(text) || closes_with_credit(text)), "{text}");
        }
    }
}
