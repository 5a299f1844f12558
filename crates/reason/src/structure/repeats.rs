//! Blocks that repeat the text: paragraphs that a page shows twice, pull quotes.

use std::collections::HashMap;

use crate::document::BlockKind;
use crate::text::fold_words;

use super::piece::{Piece, ends_sentence};

/// A repeated block is set apart only near its first: a report's summary may rightly repeat a recommendation.
const NEAR: usize = 14;
/// Fewer words than this recur by chance.
const FEWEST_WORDS: usize = 8;
/// A pull quote is a sentence or two.
const LONGEST_PULL_QUOTE_WORDS: usize = 60;
/// Share of a pull quote's words that must stand, in order, in one paragraph nearby. Editors shorten; 0.85 leaves room
/// for a word in seven.
const PULL_QUOTE_SHARE: (usize, usize) = (85, 100);

pub(super) fn set_apart(pieces: &mut [Piece]) {
    let words: Vec<String> = pieces
        .iter()
        .map(|piece| if piece.is_body() { fold_words(&piece.text) } else { String::new() })
        .collect();
    let mut seen: HashMap<&str, usize> = HashMap::new();
    for index in 0..pieces.len() {
        let text = words[index].as_str();
        let count = text.split(' ').count();
        if count < FEWEST_WORDS || !pieces[index].is_body() {
            continue;
        }
        let earlier = seen.insert(text, index);
        let repeated = earlier
            .is_some_and(|earlier| index - earlier <= NEAR && pieces[earlier].kind == pieces[index].kind);
        if repeated || is_pull_quote(pieces, &words, index) {
            pieces[index].kind = Some(BlockKind::Duplicate);
        }
    }
}

fn is_pull_quote(pieces: &[Piece], words: &[String], index: usize) -> bool {
    let piece = &pieces[index];
    let quote: Vec<&str> = words[index].split(' ').collect();
    let candidate = matches!(piece.kind, None | Some(BlockKind::Paragraph | BlockKind::Quote))
        && quote.len() <= LONGEST_PULL_QUOTE_WORDS
        && !piece.text.contains(crate::text::is_raised)
        && piece.marks.is_empty()
        && ends_sentence(&piece.text);
    if !candidate {
        return false;
    }
    let near = index.saturating_sub(NEAR)..(index + NEAR + 1).min(pieces.len());
    near.filter(|other| *other != index && pieces[*other].is_body()).any(|other| {
        let longer = words[other].len() > words[index].len();
        longer
            && shares_opening(&words[other], &words[index])
            && gives_its_numbers(&words[other], &quote)
            && repeats_in_order(&words[other], &quote)
    })
}

/// A sentence with another number repeats nothing: a summary that was not corrected must stay to be seen.
fn gives_its_numbers(paragraph: &str, quote: &[&str]) -> bool {
    let is_number = |word: &&&str| word.bytes().any(|byte| byte.is_ascii_digit());
    quote.iter().filter(is_number).all(|number| paragraph.split(' ').any(|word| word == *number))
}

/// A cheap test before the exact one: three words in a row of the quote stand in the paragraph.
fn shares_opening(paragraph: &str, quote: &str) -> bool {
    let starts: Vec<usize> =
        std::iter::once(0).chain(quote.match_indices(' ').map(|(at, _)| at + 1)).collect();
    let ends = starts.iter().skip(3).map(|next| next - 1).chain([quote.len()]);
    let threes = starts.iter().zip(ends).map(|(start, end)| &quote[*start..end]);
    threes.step_by(2).filter(|three| paragraph.contains(three)).nth(1).is_some()
}

/// Whether enough of the quote's words stand in the paragraph in the same order, within a stretch at most three times
/// its length (longest common subsequence).
fn repeats_in_order(paragraph: &str, quote: &[&str]) -> bool {
    let text: Vec<&str> = paragraph.split(' ').collect();
    let window = (quote.len() * 3).min(text.len());
    let step = quote.len().max(1);
    let needed = quote.len() * PULL_QUOTE_SHARE.0 / PULL_QUOTE_SHARE.1;
    (0..text.len()).step_by(step).any(|start| {
        common_subsequence(&text[start..(start + window).min(text.len())], quote) >= needed.max(5)
    })
}

fn common_subsequence(a: &[&str], b: &[&str]) -> usize {
    let mut row = vec![0; b.len() + 1];
    for x in a {
        let mut diagonal = 0;
        for (at, y) in b.iter().enumerate() {
            let above = row[at + 1];
            row[at + 1] = if x == y { diagonal + 1 } else { above.max(row[at]) };
            diagonal = above;
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::DraftBlock;

    fn kinds(texts: &[&str]) -> Vec<bool> {
        let mut pieces: Vec<_> =
            texts.iter().filter_map(|text| Piece::from_draft(DraftBlock::new(None, *text, None))).collect();
        set_apart(&mut pieces);
        pieces.iter().map(|piece| piece.kind == Some(BlockKind::Duplicate)).collect()
    }

    #[test]
    fn a_shortened_sentence_set_large_is_a_pull_quote() {
        let body = "Despite some victories claimed by the column in the north—the killing of a leader being one—the \
                    strategy of the whole campaign has been marked by one failure after another.¹ Nobody disputes it.";
        let pull = "Despite some victories claimed by the column in the north, the strategy of the whole campaign has been \
                    marked by one failure after another.";
        assert_eq!(kinds(&[body, pull]), [false, true]);
        let other = "The ministry answered that the strategy of the campaign was never discussed with the column in question.";
        assert_eq!(kinds(&[body, other]), [false, false]);
    }

    #[test]
    fn a_sentence_with_another_number_repeats_nothing() {
        let body = "In 2021 the ministry of the river paid 460 million francs to a company for its ferry. It is closed.";
        let summary = "In 2021 the ministry of the river paid 640 million francs to a company for its ferry.";
        assert_eq!(kinds(&[summary, body]), [false, false]);
        assert_eq!(kinds(&[&summary.replace("640", "460"), body]), [true, false]);
    }

    #[test]
    fn a_paragraph_shown_twice_is_read_once() {
        let a = "On 27 July a convoy was ambushed near the border, and many were killed.";
        let b = "The regime struck a deal with the company four years ago, it said.";
        assert_eq!(kinds(&[a, b, b, a]), [false, false, true, true]);
    }
}
