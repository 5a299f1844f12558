//! Texts as sets of overlapping runs of words: what two texts have in common, however they are cut.

use crate::document::{Document, Span};
use crate::text::straight;

/// Words of a run. Six in a row are seldom shared by chance.
pub(super) const RUN: usize = 6;
/// Words looked at of one document: a book. What is behind is not compared.
const MOST_WORDS: usize = 200_000;

/// A word: its hash, and where it stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word {
    pub hash: u32,
    pub span: Span,
}

/// The words of the body.
pub(super) fn words(document: &Document) -> Vec<Word> {
    let mut found = Vec::new();
    for block in document.blocks.iter().filter(|block| block.kind.is_body()) {
        words_of(document.quote(block.span), block.span.start, &mut found);
        if found.len() >= MOST_WORDS {
            found.truncate(MOST_WORDS);
            break;
        }
    }
    found
}

fn words_of(text: &str, offset: usize, found: &mut Vec<Word>) {
    let mut word: Option<(usize, u32)> = None;
    for (at, c) in text.char_indices() {
        if c.is_alphanumeric() {
            let (start, hash) = word.unwrap_or((at, 0x811c_9dc5));
            word = Some((start, mixed(hash, c)));
        } else if let Some((start, hash)) = word.take() {
            found.push(Word { hash, span: Span::new(offset + start, offset + at) });
        }
    }
    if let Some((start, hash)) = word {
        found.push(Word { hash, span: Span::new(offset + start, offset + text.len()) });
    }
}

/// FNV-1a over lower-case characters.
fn mixed(hash: u32, c: char) -> u32 {
    let add = |hash: u32, c: char| (hash ^ c as u32).wrapping_mul(0x0100_0193);
    if c.is_ascii() {
        return add(hash, c.to_ascii_lowercase());
    }
    straight(c).to_lowercase().fold(hash, add)
}

/// The hash of each run, by its first word.
pub(super) fn runs(words: &[Word]) -> impl Iterator<Item = u64> + '_ {
    words.windows(RUN).map(|run| {
        run.iter().fold(0xcbf2_9ce4_8422_2325, |hash: u64, word| {
            let mixed = (hash ^ u64::from(word.hash)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
            mixed ^ (mixed >> 29)
        })
    })
}

/// The set of runs: sorted, each once.
pub(super) fn set(words: &[Word]) -> Vec<u64> {
    let mut runs: Vec<u64> = runs(words).collect();
    runs.sort_unstable();
    runs.dedup();
    runs
}

/// How many members two sorted sets share.
pub(super) fn common(a: &[u64], b: &[u64]) -> usize {
    let (mut at, mut count) = (0, 0);
    for run in a {
        while b.get(at).is_some_and(|other| other < run) {
            at += 1;
        }
        count += usize::from(b.get(at) == Some(run));
    }
    count
}

/// How many words of a text stand in runs that a set has.
pub(super) fn covered(words: &[Word], set: &[u64]) -> usize {
    let (mut count, mut end) = (0, 0);
    for (at, run) in runs(words).enumerate() {
        if set.binary_search(&run).is_ok() {
            count += at + RUN - end.max(at);
            end = at + RUN;
        }
    }
    count
}

/// The longest stretch of a text whose runs all stand in a set.
pub(super) fn longest_shared(words: &[Word], set: &[u64]) -> Option<Span> {
    let (mut best, mut open): (Option<(usize, usize)>, Option<usize>) = (None, None);
    for (at, run) in runs(words).enumerate() {
        if set.binary_search(&run).is_err() {
            open = None;
            continue;
        }
        let start = *open.get_or_insert(at);
        if best.is_none_or(|(first, last)| at - start > last - first) {
            best = Some((start, at));
        }
    }
    let (first, last) = best?;
    Some(Span::new(words[first].span.start, words[last + RUN - 1].span.end))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<Word> {
        let mut found = Vec::new();
        words_of(text, 0, &mut found);
        found
    }

    #[test]
    fn what_two_texts_share() {
        let a = "In the night a patrol was fired upon by a column near the ferry landing of Kessa, said the Army.";
        let b =
            "KESSA — In the night a patrol was fired upon by a column near the ferry landing; stalls burned.";
        let (a_words, b_words) = (read(a), read(b));
        let (a_set, b_set) = (set(&a_words), set(&b_words));
        assert_eq!(common(&a_set, &b_set), 10);
        let span = longest_shared(&a_words, &b_set).map(|span| &a[span.start..span.end]);
        assert_eq!(span, Some("In the night a patrol was fired upon by a column near the ferry landing"));
        assert!(set(&read("too few words")).is_empty());
        assert_eq!(longest_shared(&read("nothing of it stands in the other text"), &b_set), None);
    }
}
