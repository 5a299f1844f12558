//! Any text as a document: everything that is found points into it, and every rule can be run.
#![no_main]

use libfuzzer_sys::fuzz_target;
use readers::{ReadOptions, read};
use reason::Source;
use reason::document::ReadOutcome;

fuzz_target!(|text: &str| {
    let ReadOutcome::Document(document) = read("report.txt", text.as_bytes(), &ReadOptions::default()) else {
        return;
    };
    let analysis = reason::analyse(&document);
    for sentence in 0..analysis.sentences.len() {
        let _ = analysis.sentence_text(&document, sentence);
    }
    for note in 0..analysis.notes.len() {
        let _ = analysis.note_text(&document, note);
    }
    let sources = [Source { id: "000000000000", name: "report.txt", document: &document, analysis: &analysis }];
    let conclusions = reason::conclude(&sources, &reason::decisions::Decisions::default());
    for diagnostic in reason::checks::check(&sources, &conclusions) {
        for place in &diagnostic.places {
            let _ = place.span.map(|span| document.quote(span));
        }
    }
});
