//! Reports rich in statements: each phase that reads statements alone, all of them, and the whole pipeline. Target: 3 MB of text
//! a second for all statement phases together.

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use reason::checks::check;
use reason::decisions::Decisions;
use reason::document::{Document, Draft, DraftBlock};
use reason::places::Gazetteer;
use reason::prose::{self, Prose};
use reason::structure::compose;
use reason::{Analysis, Source, analyse, conclude};
use reason::{claims, designations, entities, money, notes, recommendations, relations, replies, tables};

use crate::statement_reports;

/// 2 MB in reports of the usual size, half of them in French.
const REPORTS: u64 = 10;
const BYTES: usize = 200_000;

fn drafts() -> Vec<Draft> {
    (1..=REPORTS).map(|seed| draft(&statement_reports::text(BYTES, seed))).collect()
}

fn draft(text: &str) -> Draft {
    let mut draft = Draft::new("text/plain", "bench", 1);
    draft.blocks = text.split("\n\n").map(|block| DraftBlock::new(None, block, None)).collect();
    draft
}

fn documents() -> Vec<Document> {
    // Lexicons are made once a process: none of the figures is to hold that.
    let documents: Vec<_> = drafts().into_iter().map(compose).collect();
    black_box(analyse(&documents[0]));
    documents
}

fn bytes(documents: &[Document]) -> BytesCount {
    BytesCount::new(documents.iter().map(|document| document.text.len()).sum::<usize>())
}

fn sources<'a>(documents: &'a [Document], analyses: &'a [Analysis]) -> Vec<Source<'a>> {
    documents
        .iter()
        .zip(analyses)
        .map(|(document, analysis)| Source { id: "bench", name: "bench.txt", document, analysis })
        .collect()
}

/// A document with what was read of it before the phase that is measured.
struct Read<'d> {
    prose: Prose<'d>,
    analysis: Analysis,
}

fn read(documents: &[Document]) -> Vec<Read<'_>> {
    let read = |document| {
        let analysis = analyse(document);
        let prose = prose::read(document, &analysis.sentences, &analysis.notes, &analysis.markers);
        Read { prose, analysis }
    };
    documents.iter().map(read).collect()
}

/// Measures one phase over all reports.
fn phase<T>(bencher: Bencher, run: impl Fn(&Read<'_>) -> T + Sync) {
    let documents = documents();
    let read = read(&documents);
    bencher.counter(bytes(&documents)).bench(|| black_box(&read).iter().map(&run).collect::<Vec<_>>());
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn a_whole(bencher: Bencher) {
    let bytes = bytes(&documents());
    bencher.counter(bytes).with_inputs(drafts).bench_values(|drafts| {
        let documents: Vec<_> = drafts.into_iter().map(compose).collect();
        let analyses: Vec<_> = documents.iter().map(analyse).collect();
        let sources = sources(&documents, &analyses);
        let conclusions = conclude(&sources, &Decisions::default());
        check(&sources, &conclusions).len()
    });
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn b_analyse(bencher: Bencher) {
    let documents = documents();
    bencher
        .counter(bytes(&documents))
        .bench(|| black_box(&documents).iter().map(analyse).collect::<Vec<_>>());
}

/// What the target is about: prose, names, tables, claims and all other statements, without notes and citations.
#[divan::bench(sample_count = 5, sample_size = 1)]
fn c_statements(bencher: Bencher) {
    phase(bencher, |read| {
        let (document, analysis) = (read.prose.document, &read.analysis);
        let prose = prose::read(document, &analysis.sentences, &analysis.notes, &analysis.markers);
        let (entities, mentions) = entities::read(&prose, Gazetteer::bundled());
        let cells = tables::read(document);
        let claims = claims::read(claims::Reading {
            prose: &prose,
            cells: &cells,
            entities: &entities,
            mentions: &mentions,
            citations: &analysis.citations,
        });
        let designations = designations::read(&prose, &entities, &mentions);
        let money = money::read(&prose, &entities, &mentions);
        let relations = relations::read(&prose, &entities, &mentions, &designations);
        let replies = replies::read(&prose, &entities, &mentions);
        let recommendations = recommendations::read(&prose, &entities, &mentions);
        (claims.len(), designations.len(), money.len(), relations.len(), replies.len(), recommendations.len())
    });
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn d_conclude(bencher: Bencher) {
    let documents = documents();
    let analyses: Vec<_> = documents.iter().map(analyse).collect();
    bencher
        .counter(bytes(&documents))
        .bench(|| conclude(&sources(black_box(&documents), &analyses), &Decisions::default()));
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn d_conclude_check(bencher: Bencher) {
    let documents = documents();
    let analyses: Vec<_> = documents.iter().map(analyse).collect();
    let sources = sources(&documents, &analyses);
    let conclusions = conclude(&sources, &Decisions::default());
    bencher.counter(bytes(&documents)).bench(|| check(black_box(&sources), &conclusions));
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn phase_0_notes(bencher: Bencher) {
    phase(bencher, |read| notes::read(read.prose.document));
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn phase_1_prose(bencher: Bencher) {
    phase(bencher, |read| {
        let Analysis { sentences, notes, markers, .. } = &read.analysis;
        prose::read(read.prose.document, sentences, notes, markers).sentences.len()
    });
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn phase_2_entities(bencher: Bencher) {
    phase(bencher, |read| entities::read(&read.prose, Gazetteer::bundled()));
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn phase_3_tables(bencher: Bencher) {
    phase(bencher, |read| tables::read(read.prose.document));
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn phase_4_claims(bencher: Bencher) {
    phase(bencher, |read| {
        let Analysis { cells, entities, mentions, citations, .. } = &read.analysis;
        claims::read(claims::Reading { prose: &read.prose, cells, entities, mentions, citations })
    });
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn phase_5_designations(bencher: Bencher) {
    phase(bencher, |Read { prose, analysis }| {
        designations::read(prose, &analysis.entities, &analysis.mentions)
    });
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn phase_6_money(bencher: Bencher) {
    phase(bencher, |Read { prose, analysis }| money::read(prose, &analysis.entities, &analysis.mentions));
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn phase_7_relations(bencher: Bencher) {
    phase(bencher, |Read { prose, analysis }| {
        relations::read(prose, &analysis.entities, &analysis.mentions, &analysis.designations)
    });
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn phase_8_replies(bencher: Bencher) {
    phase(bencher, |Read { prose, analysis }| replies::read(prose, &analysis.entities, &analysis.mentions));
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn phase_9_recommendations(bencher: Bencher) {
    phase(bencher, |Read { prose, analysis }| {
        recommendations::read(prose, &analysis.entities, &analysis.mentions)
    });
}
