//! Writes the report of the sample that the tests use to standard output, to be looked at in a browser:
//!
//! ```text
//! cargo run -p publish --example sample_report > /tmp/report.html
//! cargo run -p publish --example sample_report -- report.txt > /tmp/report.html
//! ```
//!
//! Given a text file, it is read as one block a paragraph, analysed and checked.
#![allow(clippy::unwrap_used, dead_code, reason = "a tool for whoever works on the page")]

use std::io::Write;

use publish::Checked;
use publish::html::{ReportHeading, report};
use reason::decisions::Decisions;
use reason::document::{Draft, DraftBlock};
use reason::{Source, analyse, checks, conclude, structure};

#[path = "../tests/publish/sample.rs"]
mod sample;

fn main() {
    let page = match std::env::args().nth(1) {
        Some(path) => of_file(&path),
        None => of_sample(),
    };
    std::io::stdout().write_all(page.as_bytes()).unwrap();
}

fn heading(title: &str) -> ReportHeading {
    ReportHeading {
        title: title.to_owned(),
        made_with: format!("tickmark {}", env!("CARGO_PKG_VERSION")),
        made_at: Some("20 November 2026, 09:30".to_owned()),
    }
}

fn of_sample() -> String {
    let sample = sample::kessa();
    let checked = Checked {
        sources: &sample.sources(),
        conclusions: &sample.conclusions,
        diagnostics: &sample.diagnostics,
    };
    report(&heading("Night over Kessa"), checked)
}

fn of_file(path: &str) -> String {
    let text = std::fs::read_to_string(path).unwrap();
    let mut draft = Draft::new("text/plain", "text", 1);
    let paragraphs = text.split("\n\n").filter(|block| !block.trim().is_empty());
    draft.blocks = paragraphs.map(|block| DraftBlock::new(None, block.trim(), None)).collect();
    let document = structure::compose(draft);
    let analysis = analyse(&document);
    let sources = [Source { id: "00000000", name: path, document: &document, analysis: &analysis }];
    let conclusions = conclude(&sources, &Decisions::default());
    let diagnostics = checks::check(&sources, &conclusions);
    let checked = Checked { sources: &sources, conclusions: &conclusions, diagnostics: &diagnostics };
    report(&heading(path), checked)
}
