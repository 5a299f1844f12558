//! Nothing of a page is lost without a word.

use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use reason::document::WarningKind;

use super::page::{page, page_of, stream};
use super::{bytes, draft};
use crate::ReadOptions;
use crate::pdf::read;

const TEXT: &str = "BT /F1 10 Tf 50 700 Td (The convoy left at dawn.) Tj ET ";

/// What a page is warned of: the beginning of the only warning.
#[track_caller]
fn check(file: &[u8], text: &str, told: &str) {
    let draft = read(file, &ReadOptions::default()).expect("a readable file");
    let found: Vec<&str> = draft.blocks.iter().map(|block| block.text.as_str()).collect();
    assert_eq!(found.join("|"), text);
    let [warning] = draft.warnings.as_slice() else {
        panic!("{told}: {:?}", draft.warnings);
    };
    assert_eq!((warning.kind, warning.page), (WarningKind::Damaged, Some(1)));
    assert!(warning.detail.starts_with(told), "{told}: {}", warning.detail);
}

#[test]
fn content_that_is_noise() {
    check(&page(b"\x93\x11\xfe\x80 hq \x07\xf1 Qw", "", &[]), "", "content of a page is not understood");
}

#[test]
fn content_that_is_not_there() {
    let file = page_of(b"[10 0 R 11 0 R]", "", &[&stream("/Length 60", TEXT.as_bytes())]);
    check(&file, "The convoy left at dawn.", "content of a page cannot be read: it is missing");
}

#[test]
fn content_that_is_damaged() {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    let filler: String = (0..900).map(|n| format!("{n} {} m ", n * 7 % 13)).collect();
    encoder.write_all(format!("{TEXT}{filler}").as_bytes()).expect("in memory");
    let mut packed = encoder.finish().expect("in memory");
    packed.truncate(packed.len() * 3 / 4);
    let head = format!("/Filter/FlateDecode/Length {}", packed.len());
    let file = page_of(&stream(&head, &packed), "", &[]);
    check(&file, "The convoy left at dawn.", "content of a page is not wholly read: its bytes are damaged");
}

#[test]
fn parts_and_fonts_that_are_not_there() {
    let lost = format!("{TEXT} /Fm1 Do");
    check(
        &page(lost.as_bytes(), "/XObject<</Fm1 10 0 R>>", &[]),
        "The convoy left at dawn.",
        "a part of a page (/Fm1) is missing",
    );
    let unset = format!("{TEXT} BT /F9 10 Tf (lost) Tj ET");
    check(&page(unset.as_bytes(), "", &[]), "The convoy left at dawn.", "a font (/F9) cannot be read");
}

#[test]
fn a_part_that_cannot_be_unpacked() {
    let form = stream("/Type/XObject/Subtype/Form/Filter/ASCII85Decode/Length 3", b"\xff\xfe\xfd");
    let content = format!("{TEXT} /Fm1 Do");
    let file = page(content.as_bytes(), "/XObject<</Fm1 10 0 R>>", &[&form]);
    check(&file, "The convoy left at dawn.", "a part of a page (/Fm1) is not wholly read");
}

#[test]
fn parts_of_locked_files_are_read() {
    let draft = draft("locked-forms");
    let text: Vec<&str> = draft.blocks.iter().map(|block| block.text.as_str()).collect();
    assert_eq!(text, ["Nobody may copy this page.", "Nor this part of it."]);
    assert_eq!(draft.warnings, []);
    assert!(!bytes("locked-forms").windows(4).any(|window| window == b"Nor "));
}
