//! Any text as the one note of a document: its citations stand where they say, in order, within the note.
#![no_main]

use libfuzzer_sys::fuzz_target;
use reason::document::{BlockKind, Draft, DraftBlock, NoteAnchor};

fuzz_target!(|text: &str| {
    let mut draft = Draft::new("text/plain", "fuzz", 1);
    draft.blocks.push(DraftBlock::new(Some(BlockKind::Paragraph), "It burned.¹", None));
    let mut note = DraftBlock::new(Some(BlockKind::Note), text, None);
    note.anchor = Some(NoteAnchor { id: "n1".to_owned(), label: "1".to_owned() });
    draft.blocks.push(note);
    let document = reason::structure::compose(draft);
    let analysis = reason::analyse(&document);
    for citation in &analysis.citations {
        let note = analysis.notes[citation.note].span();
        assert!(note.start <= citation.span.start && citation.span.end <= note.end);
        let _ = document.quote(citation.span);
    }
});
