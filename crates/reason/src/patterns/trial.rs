//! Whatever stands in a sentence, the grammars read it without a panic.

use proptest::prelude::*;

use crate::document::{BlockKind, Draft, DraftBlock};

const WORDS: &[&str] = &[
    "The",
    "the",
    "of",
    "and",
    "neither",
    "nor",
    ",",
    ",",
    ".",
    ";",
    ":",
    "(",
    ")",
    "\"",
    "'",
    "'s",
    "-",
    "&",
    "Moor",
    "Ada",
    "Kessa",
    "Ministry",
    "was",
    "sanctioned",
    "by",
    "UN",
    "did",
    "not",
    "reply",
    "to",
    "comment",
    "he",
    "they",
    "should",
    "recommends",
    "that",
    "who",
    "leads",
    "brother",
    "1",
    "2021",
    "in",
    "May",
    "on",
    "l'",
    "n'",
    "a",
    "pas",
    "répondu",
    "à",
    "de",
    "d'",
    "liste",
    "sanctions",
    "est",
    "inscrit",
    "sur",
    "la",
    "$",
    "—",
    "?",
    "followed",
    "These men are",
    "Recommendations",
];

proptest! {
    #[test]
    fn no_text_makes_them_panic(words in prop::collection::vec(0..WORDS.len(), 0..40), breaks in prop::collection::vec(0..40usize, 0..3)) {
        let mut draft = Draft::new("text/plain", "test", 1);
        let mut text = String::new();
        for (index, word) in words.iter().enumerate() {
            text.push_str(WORDS[*word]);
            if breaks.contains(&index) {
                draft.blocks.push(DraftBlock::new(Some(BlockKind::Paragraph), std::mem::take(&mut text), None));
            } else if word % 7 != 3 {
                text.push(' ');
            }
        }
        draft.blocks.push(DraftBlock::new(Some(BlockKind::ListItem), text, None));
        let document = crate::structure::compose(draft);
        let analysis = crate::analyse(&document);
        for designation in &analysis.designations {
            prop_assert!(document.text.get(designation.target.start..designation.target.end).is_some());
        }
        for reply in &analysis.replies {
            prop_assert!(reply.addressee.start < reply.addressee.end);
        }
    }
}
