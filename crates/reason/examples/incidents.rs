//! Groups the claims of texts and writes `claims.jsonl` and `incidents.jsonl` as the export contract has them, for measuring;
//! prints the incidents with their joins, and what the rules say: `cargo run -p reason --example incidents -- FOLDER FILE...`
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "an example talks to its user")]

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use reason::checks::{Code, check};
use reason::decisions::Decisions;
use reason::document::{Document, Draft, DraftBlock, Span};
use reason::incidents::{ClaimRef, Incident};
use reason::{Analysis, Source, analyse, conclude};
use serde_json::{Value, json};

const RULES: [Code; 8] =
    [Code::T01, Code::T03, Code::F01, Code::F02, Code::F03, Code::F04, Code::F05, Code::F08];

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (folder, files) = arguments.split_first().expect("a folder and files");
    let names: Vec<String> = files
        .iter()
        .map(|path| path.rsplit('/').next().unwrap().trim_end_matches(".json").to_owned())
        .collect();
    let documents: Vec<Document> = files.iter().map(|path| document(path)).collect();
    let analyses: Vec<Analysis> = documents.iter().map(analyse).collect();
    let sources: Vec<Source<'_>> = names
        .iter()
        .zip(documents.iter().zip(&analyses))
        .map(|(name, (document, analysis))| Source { id: name, name, document, analysis })
        .collect();
    let conclusions = conclude(&sources, &Decisions::default());
    let incident_of: HashMap<ClaimRef, &str> = conclusions
        .incidents
        .iter()
        .flat_map(|incident| incident.claims.iter().map(|of| (*of, incident.id.as_str())))
        .collect();
    let mut rows: Vec<String> = Vec::new();
    for (document, source) in sources.iter().enumerate() {
        for claim in 0..source.analysis.claims.len() {
            let of = ClaimRef { document, claim };
            rows.push(row(source, of, incident_of.get(&of).copied()).to_string());
        }
    }
    fs::create_dir_all(folder).unwrap();
    fs::write(Path::new(folder).join("claims.jsonl"), rows.join("\n") + "\n").unwrap();
    let incidents: Vec<String> =
        conclusions.incidents.iter().map(|incident| exported(incident).to_string()).collect();
    fs::write(Path::new(folder).join("incidents.jsonl"), incidents.join("\n") + "\n").unwrap();
    conclusions.incidents.iter().for_each(|incident| show(&sources, incident));
    for found in check(&sources, &conclusions).iter().filter(|found| RULES.contains(&found.code)) {
        println!("{} {}", found.code.name(), found.message);
        for place in &found.places {
            let source = &sources[place.document];
            let text = place.span.map(|span| words(source.document, span)).unwrap_or_default();
            println!("    {}: {text} [{}]", source.name, place.says);
        }
    }
}

fn document(path: &str) -> Document {
    let text = fs::read_to_string(path).unwrap();
    if path.ends_with(".json") {
        return serde_json::from_str(&text).unwrap();
    }
    let mut draft = Draft::new("text/plain", "example", 1);
    draft.blocks.extend(text.split("\n\n").map(|block| DraftBlock::new(None, block.trim(), None)));
    reason::structure::compose(draft)
}

fn words(document: &Document, span: Span) -> String {
    document.quote(span).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn row(source: &Source<'_>, of: ClaimRef, incident: Option<&str>) -> Value {
    let claim = &source.analysis.claims[of.claim];
    let words = |span: Span| words(source.document, span);
    let labels: Vec<&str> =
        claim.notes.iter().map(|note| source.analysis.notes[*note].label.as_str()).collect();
    json!({
        "document": source.name, "quote": source.document.quote(claim.span), "notes": labels, "incident": incident,
        "what": claim.what, "victims": claim.victims.map(words), "perpetrators": claim.perpetrators.map(words),
        "low": claim.figure.low, "high": claim.figure.high, "approximate": claim.figure.approximate,
        "place": claim.place.map(words), "attributed_to": claim.said_by.first().map(|span| words(*span)),
        "date_from": claim.when.and_then(|when| when.interval.from),
        "date_to": claim.when.and_then(|when| when.interval.to),
        "cumulative": claim.cumulative, "negated": claim.negated, "subset_of": claim.subset_of,
    })
}

fn exported(incident: &Incident) -> Value {
    json!({"id": incident.id, "name": incident.name, "place": incident.place, "contested": incident.contested})
}

fn show(sources: &[Source<'_>], incident: &Incident) {
    println!("{} [{}]", incident.name, incident.id);
    let said = |of: ClaimRef| {
        let source = &sources[of.document];
        let claim = &source.analysis.claims[of.claim];
        let number = claim.number.map(|span| words(source.document, span)).unwrap_or_default();
        format!("{}#{} {} {number}", source.name, of.claim, claim.what.name())
    };
    let joined: HashMap<ClaimRef, (ClaimRef, &str)> =
        incident.joins.iter().map(|join| (join.claim, (join.to, join.reason.as_str()))).collect();
    for of in &incident.claims {
        let why =
            joined.get(of).map(|(to, reason)| format!("  <- {}: {reason}", said(*to))).unwrap_or_default();
        println!("    {}{why}", said(*of));
    }
    for contest in &incident.contested {
        println!("    contested: {} {:?}", contest.what.name(), contest.victims);
        for side in &contest.figures {
            println!("        {:?}-{:?} {:?}", side.figure.low, side.figure.high, side.attributed_to);
        }
    }
}
