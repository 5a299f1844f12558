//! Exported offsets count characters and quote verbatim, whatever the text.

use casebook::export::{Format, Request, What, export_loaded};
use casebook::{Exhibit, Loaded, LoadedDocument, Sha256};
use proptest::prelude::*;
use reason::Analysis;
use reason::document::{Document, Draft, DraftBlock, Span};
use reason::notes::{Marker, Note, Sentence};
use serde_json::Value;

/// A document of these paragraphs in which every word is a sentence, a marker and a note.
fn loaded(paragraphs: &[String]) -> Loaded {
    let mut draft = Draft::new("text/plain", "invented", 1);
    let blocks = paragraphs.iter().zip(1..);
    draft.blocks = blocks.map(|(text, page)| DraftBlock::new(None, text.clone(), Some(page))).collect();
    let document = reason::structure::compose(draft);
    let analysis = words(&document);
    let sha256 = Sha256::of(document.text.as_bytes());
    let exhibit = Exhibit { sha256, size: 0, label: "invented.txt".to_owned(), acquisitions: Vec::new() };
    Loaded {
        documents: vec![LoadedDocument { id: sha256.short(), exhibit, document, analysis }],
        ..Loaded::default()
    }
}

fn words(document: &Document) -> Analysis {
    let mut analysis = Analysis::default();
    let text = &document.text;
    for word in text.split_whitespace() {
        let start = word.as_ptr() as usize - text.as_ptr() as usize;
        let span = Span::new(start, start + word.len());
        analysis.sentences.push(Sentence { span, block: 0 });
        analysis.markers.push(Marker {
            label: word.to_owned(),
            span,
            group: span,
            note: Some(analysis.notes.len()),
            sentence: analysis.sentences.len() - 1,
        });
        analysis.notes.push(Note {
            label: word.to_owned(),
            chain: 0,
            spans: vec![span],
            label_span: Span::new(start, start),
            commentary: None,
        });
    }
    analysis
}

fn rows(what: What, loaded: &Loaded) -> Vec<Value> {
    let mut out = Vec::new();
    let request = Request { what, format: Format::Jsonl };
    let exported = export_loaded(&request, loaded, &mut out).unwrap();
    let rows: Vec<Value> = out
        .split(|byte| *byte == b'\n')
        .filter(|line| !line.is_empty())
        .map(|line| serde_json::from_slice(line).unwrap())
        .collect();
    assert_eq!(rows.len() as u64, exported.rows);
    assert_eq!(exported.sha256, Sha256::of(&out));
    rows
}

proptest! {
    #[test]
    fn every_span_quotes_verbatim(paragraphs in prop::collection::vec("\\PC{0,40}", 0..8)) {
        let loaded = loaded(&paragraphs);
        let text: Vec<char> = loaded.documents[0].document.text.chars().collect();
        for what in [What::Text, What::Notes, What::Markers] {
            for row in rows(what, &loaded) {
                let at = |field: &str| row["span"][field].as_u64().unwrap() as usize;
                let quote: String = text[at("start")..at("end")].iter().collect();
                prop_assert_eq!(row["span"]["quote"].as_str(), Some(&*quote));
            }
        }
    }
}

#[test]
fn ids_tie_markers_to_notes() {
    let loaded = loaded(&["one two".to_owned()]);
    let notes = rows(What::Notes, &loaded);
    let markers = rows(What::Markers, &loaded);
    assert_eq!(markers[1]["note_id"], notes[1]["id"]);
    assert_eq!(notes[1]["cited_by"][0], markers[1]["id"]);
    assert_eq!(markers[1]["span"]["page"], 1);
}
