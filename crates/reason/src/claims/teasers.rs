//! What only looks like a claim: questions, and the headlines of other stories below one.

use super::lexicon::{Word, begins_with};
use crate::document::BlockKind;
use crate::prose::{Prose, Sentence};
use crate::quantities::Unit;

/// A list of other stories has no more lines than this.
const MOST_TEASERS: usize = 12;

/// What heads such a list is no longer, in tokens.
const LONGEST_LABEL: usize = 7;

/// Whether a sentence asks.
pub(super) fn is_question(sentence: &Sentence) -> bool {
    sentence
        .text
        .trim_end()
        .trim_end_matches(['"', '”', '»', '*', '_', ' ', '\u{a0}', '\u{202f}'])
        .ends_with('?')
}

/// By sentence: it is the headline of another story ("MORE FROM THE REGION", « À lire aussi »).
pub(super) fn teasers(prose: &Prose<'_>) -> Vec<bool> {
    let mut found = vec![false; prose.sentences.len()];
    // The block that opens a list of teasers, and how many of its lines were passed.
    let mut list: Option<(usize, usize)> = None;
    for (at, sentence) in prose.sentences.iter().enumerate() {
        if opens(sentence) {
            // "More from the region" heads a list; behind "Read also: …" the story itself follows.
            let alone = sentence.tokens.len() <= LONGEST_LABEL;
            list = Some((sentence.block, if alone { 0 } else { MOST_TEASERS }));
            found[at] = true;
            continue;
        }
        let Some((block, lines)) = list else { continue };
        if sentence.block == block || (lines < MOST_TEASERS && is_headline(sentence)) {
            found[at] = true;
            list = Some((block, lines + usize::from(sentence.block != block)));
        } else {
            list = None;
        }
    }
    found
}

/// The words with which such a list begins.
fn opens(sentence: &Sentence) -> bool {
    sentence.note.is_none() && begins_with(&sentence.text, Word::Teaser)
}

/// A line without a full stop that is no heading of a section.
fn is_headline(sentence: &Sentence) -> bool {
    let label = !sentence.text.contains(char::is_alphabetic);
    let line = !sentence.text.trim_end().ends_with(['.', ':', ';', '!']);
    let list = matches!(sentence.kind, BlockKind::ListItem | BlockKind::Paragraph | BlockKind::Boilerplate);
    // The heading of a section counts nothing.
    label || line && (list || sentence.quantities.iter().any(|quantity| quantity.unit == Unit::Count))
}
