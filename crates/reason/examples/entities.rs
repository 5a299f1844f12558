//! Prints whom and what text files name: one JSON object a party and document; with `--mentions` one line a mention.
#![allow(clippy::unwrap_used, clippy::print_stdout)]
use reason::document::{BlockKind, Document, Draft, DraftBlock};
use reason::{Source, analyse, conclude};

/// As the reader of Markdown and of plain text do it, as far as names need it.
fn document(path: &str) -> Document {
    let text = std::fs::read_to_string(path).unwrap();
    let mut draft = Draft::new("text/plain", "example", 1);
    draft.blocks.extend(text.split("\n\n").map(|block| {
        let block = block.trim();
        match block.strip_prefix('#') {
            Some(heading) => DraftBlock::new(Some(BlockKind::Heading), heading.trim_start_matches('#').trim(), None),
            None => DraftBlock::new(None, block, None),
        }
    }));
    reason::structure::compose(draft)
}

fn main() {
    let (flags, paths): (Vec<_>, Vec<_>) = std::env::args().skip(1).partition(|argument| argument.starts_with("--"));
    let documents: Vec<_> = paths.iter().map(|path| document(path)).collect();
    let analyses: Vec<_> = documents.iter().map(analyse).collect();
    if flags.iter().any(|flag| flag == "--mentions") {
        for (document, analysis) in documents.iter().zip(&analyses) {
            for mention in &analysis.mentions {
                let entity = &analysis.entities[mention.entity];
                println!("{}\t{:?}\t{}\t{:?}", document.quote(mention.span), entity.kind, entity.caption, mention.form);
            }
        }
        return;
    }
    let names: Vec<_> = paths.iter().map(|path| path.rsplit('/').next().unwrap()).collect();
    let sources: Vec<Source<'_>> = (0..paths.len())
        .map(|at| Source { id: names[at], name: names[at], document: &documents[at], analysis: &analyses[at] })
        .collect();
    let conclusions = conclude(&sources, &Default::default());
    for party in &conclusions.parties {
        for member in &party.members {
            let entity = &analyses[member.document].entities[member.entity];
            println!("{}", serde_json::json!({"id": party.id, "document": names[member.document], "documents": [names[member.document]], "kind": party.kind, "caption": entity.caption, "names": entity.names, "titles": entity.titles, "candidates": entity.candidates}));
        }
    }
    if flags.iter().any(|flag| flag == "--suggestions") {
        for suggestion in &conclusions.suggestions {
            let [one, other] = suggestion.pair.map(|party| &conclusions.parties[party].caption);
            println!("# {one} | {other} | {}", suggestion.reasons.join(" "));
        }
    }
    if flags.iter().any(|flag| flag == "--checks") {
        for found in reason::checks::check(&sources, &conclusions) {
            if found.code.name().starts_with('E') {
                println!("# {} {}", found.code.name(), found.message);
            }
        }
    }
}
