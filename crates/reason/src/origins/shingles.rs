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

/// A text cut for comparison with several others.
#[derive(Debug)]
pub(super) struct Cut {
    spans: Vec<Span>,
    set: Vec<u64>,
    /// By the first word of each run: its place in the set.
    rank: Vec<u32>,
}

impl Cut {
    pub fn of(words: &[Word]) -> Self {
        let in_order: Vec<u64> = runs(words).collect();
        let mut numbered: Vec<(u64, u32)> = in_order.iter().copied().zip(0..).collect();
        numbered.sort_unstable();
        let mut set: Vec<u64> = Vec::with_capacity(numbered.len());
        let mut rank = vec![0; in_order.len()];
        for (run, at) in numbered {
            if set.last() != Some(&run) {
                set.push(run);
            }
            rank[at as usize] = (set.len() - 1) as u32;
        }
        Self { spans: words.iter().map(|word| word.span).collect(), set, rank }
    }

    /// How many words it has.
    pub const fn len(&self) -> usize {
        self.spans.len()
    }

    /// The longest stretch of each of two texts whose runs all stand in the other.
    pub fn longest_shared(&self, other: &Self) -> (Option<Span>, Option<Span>) {
        let (mut mine, mut theirs) = (vec![false; self.set.len()], vec![false; other.set.len()]);
        let mut at = 0;
        for (index, run) in self.set.iter().enumerate() {
            while other.set.get(at).is_some_and(|known| known < run) {
                at += 1;
            }
            if other.set.get(at) == Some(run) {
                mine[index] = true;
                theirs[at] = true;
            }
        }
        (self.longest(&mine), other.longest(&theirs))
    }

    /// The longest stretch of runs that are marked in the set.
    fn longest(&self, marked: &[bool]) -> Option<Span> {
        let (mut best, mut open): (Option<(usize, usize)>, Option<usize>) = (None, None);
        for (at, rank) in self.rank.iter().enumerate() {
            if !marked[*rank as usize] {
                open = None;
                continue;
            }
            let start = *open.get_or_insert(at);
            if best.is_none_or(|(first, last)| at - start > last - first) {
                best = Some((start, at));
            }
        }
        let (first, last) = best?;
        Some(Span::new(self.spans[first].start, self.spans[last + RUN - 1].end))
    }
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
        let (here, there) = Cut::of(&a_words).longest_shared(&Cut::of(&b_words));
        let shared = Some("In the night a patrol was fired upon by a column near the ferry landing");
        assert_eq!(here.map(|span| &a[span.start..span.end]), shared);
        assert_eq!(there.map(|span| &b[span.start..span.end]), shared);
        assert!(set(&read("too few words")).is_empty());
        let other = Cut::of(&read("nothing of it stands in the other text"));
        assert_eq!(other.longest_shared(&Cut::of(&b_words)), (None, None));
    }

    #[test]
    fn a_run_that_comes_twice_is_one_member() {
        let twice = read("one two three four five six, one two three four five six, seven");
        let cut = Cut::of(&twice);
        assert_eq!(cut.set, set(&twice));
        assert_eq!(cut.rank.len(), twice.len() - RUN + 1);
        assert_eq!(cut.rank[0], cut.rank[6]);
        assert_eq!(cut.longest_shared(&cut).0, Some(Span::new(0, 63)));
    }
}
