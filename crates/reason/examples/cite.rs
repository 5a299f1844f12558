//! Prints what the citation grammar reads in each line of standard input.
#![allow(clippy::unwrap_used, clippy::print_stdout)]
use reason::document::{BlockKind, Draft, DraftBlock, NoteAnchor};
use std::io::BufRead;

fn main() {
    for line in std::io::stdin().lock().lines() {
        let line = line.unwrap();
        let mut draft = Draft::new("text/plain", "example", 1);
        let mut block = DraftBlock::new(Some(BlockKind::Note), line.clone(), None);
        block.anchor = Some(NoteAnchor { id: "1".into(), label: "1".into() });
        draft.blocks.push(block);
        let document = reason::structure::compose(draft);
        let analysis = reason::analyse(&document);
        println!("# {line}");
        for c in &analysis.citations {
            println!(
                "   {}{} by {:?} title {:?} ({}) in {:?} on {} at {:?} who {:?} url {:?} loc {:?} id {:?} {:?}",
                c.kind.name(),
                if c.confidential { " CONF" } else { "" },
                c.authors,
                c.title.as_deref().unwrap_or("-"),
                c.title_translated.as_deref().unwrap_or("-"),
                c.container.as_deref().unwrap_or("-"),
                c.date.map_or("-".into(), |d| d.to_string()),
                c.place.as_deref().unwrap_or("-"),
                c.interviewee.as_deref().unwrap_or("-"),
                c.url.as_deref().unwrap_or("-"),
                c.locator.as_deref().unwrap_or("-"),
                c.identifier.as_deref().unwrap_or("-"),
                c.form,
            );
        }
        if let Some(text) = &analysis.notes[0].commentary {
            println!("   commentary: {text}");
        }
    }
}
