//! Prints whom and what texts name: one JSON object a party and document. Takes plain text files, or rows of `tickmark export
//! text` (`.jsonl`). With `--mentions` one line a mention; with `--suggestions`, `--checks` those, too.
#![allow(clippy::unwrap_used, clippy::print_stdout)]
use std::collections::BTreeMap;

use reason::document::{BlockKind, Document, Draft, DraftBlock, NoteAnchor};
use reason::{Source, analyse, conclude};

fn main() {
    let (flags, paths): (Vec<_>, Vec<_>) =
        std::env::args().skip(1).partition(|argument| argument.starts_with("--"));
    let has = |flag: &str| flags.iter().any(|given| given == flag);
    let read: Vec<(String, Document)> = paths.iter().flat_map(|path| documents(path)).collect();
    let analyses: Vec<_> = read.iter().map(|(_, document)| analyse(document)).collect();
    if has("--mentions") {
        for ((_, document), analysis) in read.iter().zip(&analyses) {
            for mention in &analysis.mentions {
                let entity = &analysis.entities[mention.entity];
                println!(
                    "{}\t{:?}\t{}\t{:?}",
                    document.quote(mention.span),
                    entity.kind,
                    entity.caption,
                    mention.form
                );
            }
        }
        return;
    }
    let sources: Vec<Source<'_>> = read
        .iter()
        .zip(&analyses)
        .map(|((name, document), analysis)| Source { id: name, name, document, analysis })
        .collect();
    let conclusions = conclude(&sources, &Default::default());
    for party in &conclusions.parties {
        for member in &party.members {
            let entity = &analyses[member.document].entities[member.entity];
            let name = sources[member.document].name;
            println!(
                "{}",
                serde_json::json!({"id": party.id, "document": name, "documents": [name], "kind": party.kind, "caption": entity.caption, "names": entity.names, "titles": entity.titles, "candidates": entity.candidates})
            );
        }
    }
    if has("--suggestions") {
        for suggestion in &conclusions.suggestions {
            let [one, other] = suggestion.pair.map(|party| &conclusions.parties[party].caption);
            println!("# {one} | {other} | {}", suggestion.reasons.join(" "));
        }
    }
    if has("--checks") {
        for found in reason::checks::check(&sources, &conclusions) {
            if found.code.name().starts_with('E') {
                println!(
                    "# {} {} [{}]",
                    found.code.name(),
                    found.message,
                    sources[found.places[0].document].name
                );
            }
        }
    }
}

fn documents(path: &str) -> Vec<(String, Document)> {
    let text = std::fs::read_to_string(path).unwrap();
    if path.ends_with(".jsonl") {
        rows(&text)
    } else {
        vec![(path.rsplit('/').next().unwrap().to_owned(), plain(&text))]
    }
}

fn plain(text: &str) -> Document {
    let mut draft = Draft::new("text/plain", "example", 1);
    draft.blocks.extend(text.split("\n\n").map(|block| DraftBlock::new(None, block.trim(), None)));
    reason::structure::compose(draft)
}

/// Blocks as another run exported them, by document.
fn rows(text: &str) -> Vec<(String, Document)> {
    let mut drafts: BTreeMap<String, Draft> = BTreeMap::new();
    for line in text.lines() {
        let row: serde_json::Value = serde_json::from_str(line).unwrap();
        let kind: BlockKind = serde_json::from_value(row["kind"].clone()).unwrap();
        let draft = drafts
            .entry(row["document"].as_str().unwrap().to_owned())
            .or_insert_with(|| Draft::new("text/plain", "example", 1));
        let mut text = row["text"].as_str().unwrap();
        let mut block = DraftBlock::new(Some(kind), text, None);
        if kind == BlockKind::Note {
            let label = text
                .split_whitespace()
                .next()
                .unwrap_or("*")
                .trim_matches(['[', ']', '(', ')', '.', '^', '{', '}']);
            text = text.split_once(' ').map_or(text, |(_, rest)| rest);
            block.text = text.to_owned();
            block.anchor =
                Some(NoteAnchor { id: format!("n{}", draft.blocks.len()), label: label.to_owned() });
        }
        if kind == BlockKind::Table {
            block.rows = serde_json::from_value(row["rows"].clone()).unwrap();
            block.text.clear();
        }
        draft.blocks.push(block);
    }
    drafts.into_iter().map(|(name, draft)| (name, reason::structure::compose(draft))).collect()
}
