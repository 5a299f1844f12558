//! Prints whom and what a text file names: one JSON object an entity, or with `--mentions` one line a mention.
#![allow(clippy::unwrap_used, clippy::print_stdout)]
use reason::document::{Draft, DraftBlock};

fn main() {
    let path = std::env::args().nth(1).unwrap();
    let text = std::fs::read_to_string(&path).unwrap();
    let mut draft = Draft::new("text/plain", "example", 1);
    draft.blocks.extend(text.split("\n\n").map(|block| DraftBlock::new(None, block.trim(), None)));
    let document = reason::structure::compose(draft);
    let analysis = reason::analyse(&document);
    if std::env::args().nth(2).is_some() {
        for mention in &analysis.mentions {
            let entity = &analysis.entities[mention.entity];
            println!("{}\t{:?}\t{}\t{:?}", document.quote(mention.span), entity.kind, entity.caption, mention.form);
        }
        return;
    }
    for (index, entity) in analysis.entities.iter().enumerate() {
        let count = analysis.mentions.iter().filter(|mention| mention.entity == index).count();
        println!("{}", serde_json::json!({"id": index, "kind": entity.kind, "caption": entity.caption, "names": entity.names, "titles": entity.titles, "candidates": entity.candidates, "mentions": count}));
    }
}
