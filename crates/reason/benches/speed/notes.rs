//! Notes alone: found, cut, parsed, joined. Target: 10,000 a second.

use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use reason::document::{BlockKind, Document, Draft, DraftBlock, NoteAnchor};
use reason::{Source, analyse, works};

use crate::corpus::Report;

const NOTES: usize = 10_000;

/// 10,000 notes as a word processor gives them: each with its anchor, one sentence calling none.
fn document() -> Document {
    let mut draft = Draft::new("text/plain", "bench", 1);
    let sentence = "The notes of the report follow.";
    draft.blocks.push(DraftBlock::new(Some(BlockKind::Paragraph), sentence, None));
    for (index, note) in Report::new(NOTES, 1).notes.iter().enumerate() {
        let label = (index + 1).to_string();
        let mut block = DraftBlock::new(Some(BlockKind::Note), note, None);
        block.anchor = Some(NoteAnchor { id: label.clone(), label });
        draft.blocks.push(block);
    }
    reason::structure::compose(draft)
}

#[divan::bench(sample_count = 10, sample_size = 1)]
fn split_parse_join(bencher: Bencher) {
    let document = document();
    bencher.counter(ItemsCount::new(NOTES)).bench(|| {
        let analysis = analyse(black_box(&document));
        let source = Source { id: "bench", name: "bench.txt", document: &document, analysis: &analysis };
        works::join(&[source]).len()
    });
}

#[divan::bench(sample_count = 10, sample_size = 1)]
fn join(bencher: Bencher) {
    let document = document();
    let analysis = analyse(&document);
    let source = Source { id: "bench", name: "bench.txt", document: &document, analysis: &analysis };
    let count = ItemsCount::new(analysis.citations.len());
    bencher.counter(count).bench(|| works::join(black_box(&[source])).len());
}
