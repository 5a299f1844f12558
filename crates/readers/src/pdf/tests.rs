//! Goldens of the PDFs in `tests/pdf` (made by `make.py` there), and what must hold of any bytes.
//!
//! `BLESS=1 cargo test -p readers pdf` writes the goldens anew; read the difference before you commit it.

mod damage;
mod page;
mod visibility;

use std::fmt::Write as _;
use std::path::PathBuf;

use proptest::prelude::*;
use reason::document::{BlockKind, Draft, MetadatumKind, Unread, WarningKind};

use super::{page_image, read};
use crate::ReadOptions;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/pdf")
}

fn bytes(name: &str) -> Vec<u8> {
    std::fs::read(folder().join(format!("{name}.pdf"))).expect("a fixture of this folder")
}

fn draft(name: &str) -> Draft {
    read(&bytes(name), &ReadOptions::default()).expect("a readable fixture")
}

/// A draft as a person can check it: a line a block, its cells and marks indented below.
fn printed(draft: &Draft) -> String {
    let mut out = String::new();
    for metadatum in draft.metadata.iter().filter(|metadatum| metadatum.kind != MetadatumKind::Producer) {
        writeln!(out, "{}: {}", metadatum.kind.name(), metadatum.value).expect("a string grows");
    }
    for block in &draft.blocks {
        let kind = block.kind.map_or_else(|| "-".to_owned(), |kind| format!("{kind:?}"));
        let page = block.page.unwrap_or_default();
        writeln!(out, "[{page} {kind} {}] {}", block.level, block.text).expect("a string grows");
        for row in &block.rows {
            writeln!(out, "    | {}", row.join(" | ")).expect("a string grows");
        }
        for mark in &block.marks {
            let covered = &block.text[mark.span.start..mark.span.end];
            writeln!(out, "    {:?} {covered:?}", mark.kind).expect("a string grows");
        }
    }
    out
}

fn check(name: &str) {
    let path = folder().join(format!("{name}.golden"));
    let found = printed(&draft(name));
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, &found).expect("the folder can be written to");
    }
    let expected = std::fs::read_to_string(&path).expect("a golden beside every fixture");
    assert_eq!(found, expected, "{name}: see the module's head for how to accept a change");
}

#[test]
fn goldens() {
    for name in ["columns", "footnotes", "office", "arabic", "review"] {
        check(name);
    }
}

#[test]
fn every_note_is_called_and_there() {
    for (name, last) in [("columns", 12), ("footnotes", 7), ("office", 4)] {
        let draft = draft(name);
        let body: String = draft
            .blocks
            .iter()
            .filter(|block| block.kind != Some(BlockKind::Note))
            .map(|block| block.text.as_str())
            .collect();
        for number in (1..=last).filter(|number| (name, *number) != ("columns", 8)) {
            let mark: String = number.to_string().chars().map(super::words::superscript).collect();
            assert!(body.contains(&mark), "{name}: mark {mark}");
            let label = format!("{number} ");
            let found = draft.blocks.iter().any(|block| block.text.starts_with(&label));
            assert!(found, "{name}: note {number}");
        }
    }
}

#[test]
fn locked_files() {
    assert_eq!(read(&bytes("locked"), &ReadOptions::default()), Err(Unread::Encrypted));
    assert_eq!(draft("owner-locked").blocks[0].text, "Nobody may copy this page.");
}

#[test]
fn scanned_pages_are_named_and_give_their_picture() {
    let draft = draft("scan");
    let pages: Vec<_> = draft.warnings.iter().map(|warning| (warning.kind, warning.page)).collect();
    assert_eq!(pages, [(WarningKind::ImageOnlyPage, Some(2))]);
    let picture = page_image(&bytes("scan"), 2).expect("page 2 is a picture");
    assert!(picture.starts_with(b"\x89PNG") || picture.starts_with(b"\xFF\xD8"));
    assert_eq!(page_image(&bytes("scan"), 1), None);
    assert_eq!(page_image(&bytes("scan"), 0), None);
    assert_eq!(page_image(&bytes("scan"), 99), None);
}

#[test]
fn what_is_no_pdf_is_said_to_be_damaged() {
    for bytes in [&b""[..], b"%PDF-1.7", b"%PDF-1.7\n%%EOF", b"not a PDF at all"] {
        let outcome = read(bytes, &ReadOptions::default());
        assert!(matches!(outcome, Err(Unread::Damaged { .. })), "{outcome:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn never_panics_on_changed_bytes(
        name in prop::sample::select(vec!["columns", "review", "owner-locked", "arabic", "office"]),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..24),
        end in any::<prop::sample::Index>(),
        cut in any::<bool>(),
    ) {
        let mut bytes = bytes(name);
        for (at, value) in changes {
            let at = at.index(bytes.len());
            bytes[at] = value;
        }
        if cut {
            bytes.truncate(end.index(bytes.len()));
        }
        if let Ok(draft) = read(&bytes, &ReadOptions::default()) {
            for block in &draft.blocks {
                for mark in &block.marks {
                    prop_assert!(block.text.get(mark.span.start..mark.span.end).is_some());
                }
            }
        }
    }

    #[test]
    fn never_panics_on_any_page_content(content in "[0-9a-zA-Z .()\\[\\]<>/'\"*-]{0,400}") {
        let stream = format!("BT /F1 10 Tf 50 700 Td {content} ET");
        let file = format!(
            "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n\
            3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1<</Type/Font\
            /Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj\n4 0 obj<</Length {}>>stream\n{stream}\nendstream endobj\n\
            trailer<</Root 1 0 R>>\n%%EOF",
            stream.len()
        );
        let _ = read(file.as_bytes(), &ReadOptions::default());
    }
}
