//! Quotations that go on over several sentences.

use crate::prose::Sentence;

/// By sentence: the first and the last of those that one quotation holds together; itself where it holds none.
pub(super) fn quotations(sentences: &[Sentence]) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = (0..sentences.len()).map(|at| (at, at)).collect();
    let mut opened: Option<usize> = None;
    for (at, sentence) in sentences.iter().enumerate() {
        let before = at.checked_sub(1).map(|before| &sentences[before]);
        // A paragraph ends it: a mark may have been forgotten.
        if before.is_some_and(|before| before.block != sentence.block || before.note != sentence.note) {
            opened = None;
        }
        let goes_on = opened;
        for mark in sentence.text.chars() {
            opened = match mark {
                '“' | '«' => opened.or(Some(at)),
                '”' | '»' => None,
                '"' => {
                    if opened.is_some() {
                        None
                    } else {
                        Some(at)
                    }
                }
                _ => opened,
            };
        }
        if let Some(first) = goes_on.filter(|first| at - first < LONGEST) {
            found[first..=at].iter_mut().for_each(|extent| *extent = (first, at));
        }
    }
    found
}

/// In sentences: longer ones have lost a mark.
const LONGEST: usize = 8;
