//! Prints the claims of texts as rows of the export contract, one JSON object a line: for measuring the grammar. Takes plain
//! text, or a document as JSON (`.json`, what a case keeps of each exhibit).
#![allow(clippy::unwrap_used, clippy::print_stdout)]
use reason::document::{CharacterIndex, Document, Draft, DraftBlock, Span};
use serde_json::json;

fn main() {
    for path in std::env::args().skip(1) {
        let text = std::fs::read_to_string(&path).unwrap();
        let name = path.rsplit('/').next().unwrap();
        let document = document(name, &text);
        let name = name.trim_end_matches(".json");
        let analysis = reason::analyse(&document);
        if std::env::var_os("DATES").is_some() {
            let (sentences, notes, markers) = reason::notes::read(&document);
            for sentence in reason::prose::read(&document, &sentences, &notes, &markers).sentences {
                for date in &sentence.dates {
                    println!("{} {:?} {:?}", sentence.words(date.span), date.interval, date.basis);
                }
            }
        }
        let index = CharacterIndex::new(&document.text);
        let words = |span: Span| words(&document, span);
        for claim in &analysis.claims {
            let span = |at| index.characters(&document.text, at);
            let when = claim.when;
            let row = json!({
                "document": name,
                "span": {"start": span(claim.span.start), "end": span(claim.span.end)},
                "quote": document.quote(claim.span),
                "notes": claim.notes.iter().map(|note| analysis.notes[*note].label.clone()).collect::<Vec<_>>(),
                "what": claim.what, "combined": claim.combined,
                "victims": claim.victims.map(words), "perpetrators": claim.perpetrators.map(words),
                "low": claim.figure.low, "high": claim.figure.high, "approximate": claim.figure.approximate,
                "number_as_written": claim.number.map(words),
                "place": claim.place.map(words),
                "date_from": when.and_then(|when| when.interval.from), "date_to": when.and_then(|when| when.interval.to),
                "attributed_to": claim.said_by.first().map(|span| words(*span)),
                "chain": claim.said_by.iter().map(|span| words(*span)).collect::<Vec<_>>(),
                "hedges": claim.hedges.iter().map(|span| words(*span)).collect::<Vec<_>>(),
                "negated": claim.negated, "subset_of": claim.subset_of, "cumulative": claim.cumulative,
                "stands_in": claim.stands_in,
            });
            println!("{row}");
        }
    }
}

fn document(name: &str, text: &str) -> Document {
    if name.ends_with(".json") {
        return serde_json::from_str(text).unwrap();
    }
    let mut draft = Draft::new("text/plain", "example", 1);
    draft.blocks.extend(text.split("\n\n").map(|block| DraftBlock::new(None, block.trim(), None)));
    reason::structure::compose(draft)
}

fn words(document: &Document, span: Span) -> String {
    document.quote(span).split_whitespace().collect::<Vec<_>>().join(" ")
}
