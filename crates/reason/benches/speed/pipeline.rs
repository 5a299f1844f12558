//! Whole reports: composed, read, joined, checked. Target: 5 MB of text a second.

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use reason::checks::check;
use reason::decisions::Decisions;
use reason::document::{Document, Draft, DraftBlock};
use reason::structure::compose;
use reason::{Analysis, Source, analyse, conclude};

use crate::corpus::Report;

/// 5 MB in reports of the usual size (28 with 354 notes each), and in one of 9,900 notes: a step that looks at
/// everything for everything shows in the second.
const SHAPES: [Shape; 2] = [Shape { reports: 28, notes: 354 }, Shape { reports: 1, notes: 9_900 }];

#[derive(Debug, Clone, Copy)]
struct Shape {
    reports: u64,
    notes: usize,
}

impl std::fmt::Display for Shape {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} x {} notes", self.reports, self.notes)
    }
}

impl Shape {
    /// As the text reader drafts them: running text, nothing said of it.
    fn drafts(self) -> Vec<Draft> {
        (1..=self.reports).map(|seed| draft(&Report::new(self.notes, seed).text())).collect()
    }
}

fn draft(text: &str) -> Draft {
    let mut draft = Draft::new("text/plain", "bench", 1);
    let blocks = text.split("\n\n").map(|block| DraftBlock::new(None, block, None));
    draft.blocks = blocks.collect();
    draft
}

fn bytes(drafts: &[Draft]) -> BytesCount {
    let blocks = drafts.iter().flat_map(|draft| &draft.blocks);
    BytesCount::new(blocks.map(|block| block.text.len() + 2).sum::<usize>())
}

fn composed(shape: Shape) -> (BytesCount, Vec<Document>) {
    let drafts = shape.drafts();
    (bytes(&drafts), drafts.into_iter().map(compose).collect())
}

fn sources<'a>(documents: &'a [Document], analyses: &'a [Analysis]) -> Vec<Source<'a>> {
    documents
        .iter()
        .zip(analyses)
        .map(|(document, analysis)| Source { id: "bench", name: "bench.txt", document, analysis })
        .collect()
}

#[divan::bench(args = SHAPES, sample_count = 10, sample_size = 1)]
fn whole(bencher: Bencher, shape: Shape) {
    let drafts = shape.drafts();
    bencher.counter(bytes(&drafts)).with_inputs(|| drafts.clone()).bench_values(|drafts| {
        let documents: Vec<_> = drafts.into_iter().map(compose).collect();
        let analyses: Vec<_> = documents.iter().map(analyse).collect();
        let sources = sources(&documents, &analyses);
        let conclusions = conclude(&sources, &Decisions::default());
        check(&sources, &conclusions).len()
    });
}

#[divan::bench(args = SHAPES, sample_count = 10, sample_size = 1)]
fn part_compose(bencher: Bencher, shape: Shape) {
    let drafts = shape.drafts();
    bencher
        .counter(bytes(&drafts))
        .with_inputs(|| drafts.clone())
        .bench_values(|drafts| drafts.into_iter().map(compose).collect::<Vec<_>>());
}

#[divan::bench(args = SHAPES, sample_count = 10, sample_size = 1)]
fn part_analyse(bencher: Bencher, shape: Shape) {
    let (bytes, documents) = composed(shape);
    bencher.counter(bytes).bench(|| black_box(&documents).iter().map(analyse).collect::<Vec<_>>());
}

#[divan::bench(args = SHAPES, sample_count = 10, sample_size = 1)]
fn part_join_and_check(bencher: Bencher, shape: Shape) {
    let (bytes, documents) = composed(shape);
    let analyses: Vec<_> = documents.iter().map(analyse).collect();
    bencher.counter(bytes).bench(|| {
        let sources = sources(black_box(&documents), &analyses);
        let conclusions = conclude(&sources, &Decisions::default());
        check(&sources, &conclusions).len()
    });
}
