//! What surrounds the article on a web page, in files that have lost the page's own structure.
//!
//! A page saved as text has menus, share bars and teasers of other stories in line with the story. They are known by
//! their phrases, and teasers by what closes them ("keep reading").

use crate::document::BlockKind;
use crate::languages::{Cue, lexicon};
use crate::text::{fold, tokens};

use super::piece::Piece;

/// Fewer phrases than this and the file is no web page: a report may have a heading "Related".
const FEWEST_PHRASES: usize = 2;
/// Words of a phrase with which a whole short block is navigation ("Subscribe now to our weekly round-up").
const TELLING_PHRASE_WORDS: usize = 2;
/// Longer than this is a paragraph, whatever it begins with.
const LONGEST_PROMOTION_WORDS: usize = 40;
/// A title has fewer words, a paragraph seldom.
const FEWEST_PROSE_WORDS: usize = 10;
/// Paragraphs that a teaser shows before it breaks off.
const TEASER_PARAGRAPHS: usize = 4;

pub(super) fn set_apart(pieces: &mut [Piece], media_type: &str) {
    let has_notes = pieces.iter().any(|piece| piece.kind == Some(BlockKind::Note));
    if has_notes || !media_type.starts_with("text/") {
        return;
    }
    let telling: Vec<bool> = pieces.iter().map(is_navigation).collect();
    if telling.iter().filter(|telling| **telling).count() < FEWEST_PHRASES {
        return;
    }
    let ends: Vec<usize> = (0..pieces.len()).filter(|index| is_teaser_end(&pieces[*index].text)).collect();
    for (piece, _) in pieces.iter_mut().zip(&telling).filter(|(_, telling)| **telling) {
        set(piece);
    }
    let mut floor = 0;
    for end in ends {
        let start = teaser_start(pieces, floor, end);
        for piece in &mut pieces[start..=end] {
            set(piece);
        }
        floor = end + 1;
    }
    set_lines_beside(pieces);
}

fn set(piece: &mut Piece) {
    if piece.is_body() {
        piece.kind = Some(BlockKind::Boilerplate);
    }
}

fn is_navigation(piece: &Piece) -> bool {
    if !piece.is_body() || piece.words() > LONGEST_PROMOTION_WORDS {
        return false;
    }
    let text = piece.text.trim();
    if !text.chars().any(char::is_alphanumeric) || is_file_name(text) || is_teaser_end(text) {
        return true;
    }
    let Some(hit) = lexicon().leading(text).filter(|hit| hit.cues.has(Cue::Boilerplate)) else {
        return false;
    };
    let whole = !text[hit.span.end..].chars().any(char::is_alphanumeric);
    let phrase_words = text[hit.span.start..hit.span.end].split_whitespace().count();
    whole || (phrase_words >= TELLING_PHRASE_WORDS)
}

/// `2023-01-02t101112z_123456_ferry-scaled`: what a picture is called on the server.
fn is_file_name(text: &str) -> bool {
    let joints = text.matches(['_', '-']).count();
    text.len() >= 16
        && !text.contains(char::is_whitespace)
        && !text.contains("://")
        && joints >= 2
        && text.contains(|c: char| c.is_ascii_digit())
}

fn is_teaser_end(text: &str) -> bool {
    let plain = fold(text);
    let plain = plain.trim_matches(|c: char| !c.is_alphanumeric());
    if plain.is_empty() || plain.len() > 60 {
        return false;
    }
    let tokens = tokens(plain);
    let hits = lexicon().cues(plain, &tokens);
    let covered: usize =
        hits.iter().filter(|hit| hit.cues.has(Cue::TeaserEnd)).map(|hit| hit.last - hit.first).sum();
    covered > 0 && covered == tokens.len()
}

/// Back from its closing phrase: its paragraphs, then its title and labels, up to the last paragraph of the story.
fn teaser_start(pieces: &[Piece], floor: usize, end: usize) -> usize {
    let mut start = end;
    let mut paragraphs = 0;
    while start > floor && paragraphs < TEASER_PARAGRAPHS && is_prose(&pieces[start - 1]) {
        start -= 1;
        paragraphs += 1;
    }
    let prose = start;
    while start > floor && !is_prose(&pieces[start - 1]) {
        start -= 1;
    }
    // Without a title above its text it is the story itself that breaks off.
    if start == prose { end } else { start }
}

/// A paragraph of a story. Titles may close like sentences ("But what's next?"), but are shorter.
fn is_prose(piece: &Piece) -> bool {
    piece.is_body()
        && !piece.is_line()
        && piece.words() >= FEWEST_PROSE_WORDS
        && piece.kind != Some(BlockKind::Caption)
}

/// Short lines between navigation, and all that follows the last paragraph of the story.
fn set_lines_beside(pieces: &mut [Piece]) {
    let is_set = |piece: &Piece| matches!(piece.kind, Some(BlockKind::Boilerplate | BlockKind::Furniture));
    let last_prose = pieces.iter().rposition(is_prose).map_or(0, |index| index + 1);
    let tail_is_chrome = pieces[last_prose..].iter().any(is_set);
    for index in 0..pieces.len() {
        if !pieces[index].is_body() || is_prose(&pieces[index]) {
            continue;
        }
        let before = index.checked_sub(1).is_some_and(|before| is_set(&pieces[before]));
        let after = pieces.get(index + 1).is_some_and(is_set);
        let label = pieces[index].words() <= 6 && pieces[index].text.contains(['|', '•', '·']);
        if (index >= last_prose && tail_is_chrome) || (before && after) || (label && (before || after)) {
            set(&mut pieces[index]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::DraftBlock;

    #[test]
    fn teasers_and_menus_go_the_story_stays() {
        let blocks = [
            ("Follow us on social", false),
            ("Will the new law change anything?", true),
            ("The law was passed in May, and nobody has yet read it in full.", true),
            ("It has ninety articles, of which four are about mines.", true),
            ("Africa | Analysis", false),
            ("The other story of the day", false),
            ("In another country, something else happened yesterday evening.", false),
            ("Keep reading", false),
            ("Newsletter", false),
            ("Subscribe now to our weekly round-up and never miss a story.", false),
        ];
        let mut pieces: Vec<_> = blocks
            .iter()
            .filter_map(|(text, _)| Piece::from_draft(DraftBlock::new(None, *text, None)))
            .collect();
        set_apart(&mut pieces, "text/plain");
        for (piece, (text, stays)) in pieces.iter().zip(blocks) {
            assert_eq!(piece.is_body(), stays, "{text}");
        }
    }

    #[test]
    fn a_report_with_a_heading_share_is_no_web_page() {
        let mut pieces: Vec<_> = ["Share", "The state holds a fifth of the mine, and may buy more of it."]
            .iter()
            .filter_map(|text| Piece::from_draft(DraftBlock::new(None, *text, None)))
            .collect();
        set_apart(&mut pieces, "text/plain");
        assert!(pieces.iter().all(Piece::is_body));
    }
}
