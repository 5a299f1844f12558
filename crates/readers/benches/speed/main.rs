//! `cargo bench -p readers`: bytes to reading text, on one core, without the worker process around it.

#![allow(missing_docs, reason = "benches document themselves")]

#[path = "../../../../bench/corpus.rs"]
mod corpus;
mod files;

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use readers::{ReadOptions, read};
use reason::document::{Document, ReadOutcome};

use corpus::Report;

/// As many notes as a long report has; its text is 180 KB.
const NOTES: usize = 354;

fn main() {
    divan::main();
}

fn document(name: &str, bytes: &[u8]) -> Document {
    match read(name, bytes, &ReadOptions::default()) {
        ReadOutcome::Document(document) => document,
        other => panic!("{name} is not read: {other:?}"),
    }
}

/// Bytes counted are those of the reading text, so that formats can be compared.
fn measure(bencher: Bencher<'_, '_>, name: &str, bytes: &[u8]) {
    let text = document(name, bytes).text.len();
    bencher.counter(BytesCount::new(text)).bench(|| document(name, black_box(bytes)));
}

#[divan::bench(sample_count = 20, sample_size = 1)]
fn text(bencher: Bencher) {
    measure(bencher, "report.txt", Report::new(NOTES, 1).text().as_bytes());
}

#[divan::bench(sample_count = 20, sample_size = 1)]
fn markdown(bencher: Bencher) {
    measure(bencher, "report.md", &files::markdown(&Report::new(NOTES, 1)));
}

#[divan::bench(sample_count = 20, sample_size = 1)]
fn html(bencher: Bencher) {
    measure(bencher, "report.html", &files::html(&Report::new(NOTES, 1)));
}

#[divan::bench(sample_count = 20, sample_size = 1)]
fn docx(bencher: Bencher) {
    measure(bencher, "report.docx", &files::docx(&Report::new(NOTES, 1)));
}

#[divan::bench(sample_count = 20, sample_size = 1)]
fn pdf(bencher: Bencher) {
    measure(bencher, "report.pdf", &files::pdf(&Report::new(NOTES, 1)));
}

/// A page made by an office program, tagged, with embedded fonts.
#[divan::bench(sample_count = 20, sample_size = 1)]
fn pdf_of_an_office_program(bencher: Bencher) {
    measure(bencher, "office.pdf", include_bytes!("../../tests/pdf/office.pdf"));
}
