use reason::document::{Unread, WarningKind};

use super::fixtures::{docx, zip};
use super::{draft, lines, unread, warned};

#[track_caller]
fn check_unsupported(bytes: &[u8], media_type: &str) {
    assert_eq!(unread("report.docx", bytes), Unread::Unsupported { media_type: media_type.to_owned() });
}

#[test]
fn nothing_at_all() {
    assert_eq!(unread("a.txt", b""), Unread::Empty);
    assert!(lines(&draft("a.txt", b" \n \n")).is_empty());
}

#[test]
fn the_bytes_tell_not_the_name() {
    assert_eq!(draft("a.pdf", b"Just text.").media_type, "text/plain");
    assert_eq!(draft("a.txt", b"<!-- saved --><!DOCTYPE html><p>Page").media_type, "text/html");
    assert!(draft("a.html", &docx("<w:p/>", &[])).media_type.ends_with("wordprocessingml.document"));
    check_unsupported(b"\x89PNG\r\n\x1A\n....", "image/png");
    check_unsupported(b"{\\rtf1 text}", "application/rtf");
    check_unsupported(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1....", "application/msword");
    check_unsupported(b"\x00\x01\x02\x03\x00\x00\x00\x05", "application/octet-stream");
    check_unsupported(b"<?xml version='1.0'?><feed/>", "application/xml");
    check_unsupported(
        &zip(&[("[Content_Types].xml", b"<Types/>".as_slice()), ("xl/workbook.xml", b"<x/>")]),
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    );
    assert_eq!(draft("a.txt", b"MZ was the name of the group.").media_type, "text/plain");
}

#[test]
fn locked_office_files_are_said_to_be() {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let file = [b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".as_slice(), &name].concat();
    assert_eq!(unread("a.docx", &file), Unread::Encrypted);
}

#[test]
fn characters_that_reorder_text_are_kept_and_told() {
    let text = "Paid to \u{202E}elpmaxe\u{202C} on Monday.";
    let crate::ReadOptions { .. } = crate::ReadOptions::default();
    let outcome = crate::read("a.txt", text.as_bytes(), &crate::ReadOptions::default());
    let reason::document::ReadOutcome::Document(document) = outcome else { panic!("text is a document") };
    assert!(document.text.contains('\u{202E}'));
    let warning = document.warnings.iter().find(|warning| warning.kind == WarningKind::BidiControl);
    assert!(warning.is_some_and(|warning| warning.detail.contains("\\u{202e}elpmaxe")));
}

#[test]
fn a_document_that_stops_in_the_middle() {
    let body = "<w:p><w:r><w:t>One</w:t></w:r></w:p>".repeat(3);
    let document = format!("<w:document><w:body>{body}<w:p><w:r><w:t>Two");
    let file =
        zip(&[("[Content_Types].xml", b"<Types/>".as_slice()), ("word/document.xml", document.as_bytes())]);
    let draft = draft("a.docx", &file);
    assert_eq!(lines(&draft), ["paragraph: One", "paragraph: One", "paragraph: One", "paragraph: Two"]);
    assert!(warned(&draft, WarningKind::Damaged));
}

#[test]
fn xml_too_deep_is_cut_and_said() {
    let deep = format!(
        "{}<w:p><w:r><w:t>x</w:t></w:r></w:p>{}",
        "<w:sdt>".repeat(100_000),
        "</w:sdt>".repeat(100_000)
    );
    let draft = draft("a.docx", &docx(&(deep + "<w:p><w:r><w:t>After</w:t></w:r></w:p>"), &[]));
    assert_eq!(lines(&draft), ["paragraph: After"]);
    assert!(warned(&draft, WarningKind::Damaged));
}

#[test]
fn entities_that_a_file_declares_are_not_expanded() {
    let document = r#"<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><w:document><w:body><w:p><w:r><w:t>&b;&amp;&#233;</w:t></w:r></w:p></w:body></w:document>"#;
    let file =
        zip(&[("[Content_Types].xml", b"<Types/>".as_slice()), ("word/document.xml", document.as_bytes())]);
    assert_eq!(lines(&draft("a.docx", &file)), ["paragraph: &b;&é"]);
}
