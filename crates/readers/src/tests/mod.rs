//! What the readers make of files that are written here.

mod archives;
mod docx;
mod fixtures;
mod formats;
mod hostile;
mod html;
mod markdown;
mod odt;
mod properties;
mod report;
mod same_report;
mod text;

use reason::document::{BlockKind, Draft, DraftBlock, MarkKind, MetadatumKind, Unread, WarningKind};

use crate::{Content, ReadOptions, draft_or_members};

/// The draft of a file that is a document.
fn draft(name: &str, bytes: &[u8]) -> Draft {
    match draft_or_members(name, bytes, &ReadOptions::default()) {
        Ok(Content::Draft(draft)) => draft,
        Ok(Content::Members(_)) => panic!("{name} was read as an archive"),
        Err(unread) => panic!("{name}: {}", unread.sentence()),
    }
}

/// Why a file is not read.
fn unread(name: &str, bytes: &[u8]) -> Unread {
    match draft_or_members(name, bytes, &ReadOptions::default()) {
        Ok(_) => panic!("{name} was read"),
        Err(unread) => unread,
    }
}

/// One line a block: `kind: text`, tables with `|` between cells and `/` between rows, notes with their label.
fn lines(draft: &Draft) -> Vec<String> {
    draft.blocks.iter().map(line).collect()
}

fn line(block: &DraftBlock) -> String {
    let kind = match block.kind {
        None => "text".to_owned(),
        Some(BlockKind::Heading) => format!("heading {}", block.level),
        Some(BlockKind::Note) => {
            let label = block.anchor.as_ref().map_or("?", |anchor| anchor.label.as_str());
            format!("note {label}")
        }
        Some(kind) => format!("{kind:?}").to_lowercase(),
    };
    let rows: Vec<String> = block.rows.iter().map(|row| row.join("|")).collect();
    format!("{kind}: {}{}", block.text.replace('\n', "⏎"), rows.join("/"))
}

/// The marks of all blocks: `12 -> fn12`, `text => address`, `/emphasis/`.
fn marks(draft: &Draft) -> Vec<String> {
    let of_block = |block: &DraftBlock| -> Vec<String> {
        let cells: Vec<String> = block.rows.iter().map(|row| row.join("\t")).collect();
        let text = if block.rows.is_empty() { block.text.clone() } else { cells.join("\n") };
        let marks = block.marks.iter().map(|mark| {
            let covered = &text[mark.span.start..mark.span.end];
            match &mark.kind {
                MarkKind::NoteReference(id) => format!("{covered} -> {id}"),
                MarkKind::Link(target) => format!("{covered} => {target}"),
                MarkKind::Emphasis => format!("/{covered}/"),
            }
        });
        marks.collect()
    };
    draft.blocks.iter().flat_map(of_block).collect()
}

/// The metadata of one kind.
fn metadata(draft: &Draft, kind: MetadatumKind) -> Vec<&str> {
    draft.metadata.iter().filter(|m| m.kind == kind).map(|m| m.value.as_str()).collect()
}

fn warned(draft: &Draft, kind: WarningKind) -> bool {
    draft.warnings.iter().any(|warning| warning.kind == kind)
}

/// Reads and compares all blocks.
#[track_caller]
fn check(name: &str, bytes: &[u8], expected: &[&str]) -> Draft {
    let draft = draft(name, bytes);
    assert_eq!(lines(&draft), expected, "{name}");
    draft
}
