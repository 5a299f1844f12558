use casebook::export::rows::{
    CitationRow, DiagnosticRow, DocumentRow, MarkerRow, NoteRow, SpanRow, TextRow, WorkRow,
};
use casebook::export::{Format, Request, SCHEMA_VERSION, What, schema};
use casebook::{Error, Sha256};
use reason::checks::{Code, Severity};
use reason::citations::WorkKind;
use reason::document::BlockKind;
use serde::Serialize;

use crate::support::Desk;

fn csv(desk: &Desk, what: What) -> String {
    let mut out = Vec::new();
    let request = Request { what, format: Format::Csv };
    let exported = desk.case.export(&request, &mut out).unwrap();
    assert_eq!(exported.sha256, Sha256::of(&out));
    String::from_utf8(out).unwrap()
}

#[test]
fn a_table_is_safe_to_open_in_a_spreadsheet() {
    let desk = Desk::new();
    desk.add(&desk.file("=cmd.txt", "=1+1\n\n@sum, \"quoted\"\n\nplain"));
    desk.build();
    let text = csv(&desk, What::Text);
    let lines: Vec<_> = text.lines().collect();
    assert_eq!(lines[0], What::Text.columns().join(","));
    assert!(lines[1].contains(",'=cmd.txt,"), "{}", lines[1]);
    assert!(lines[1].contains(",'=1+1,"), "{}", lines[1]);
    assert!(lines[2].contains("\"'@sum, \"\"quoted\"\"\""), "{}", lines[2]);
    assert!(lines[3].contains(",plain,"), "{}", lines[3]);
}

#[test]
fn a_table_without_rows_has_its_header() {
    let desk = Desk::new();
    desk.build();
    for what in What::ALL {
        assert_eq!(csv(&desk, what).trim_end(), what.columns().join(","));
        assert_eq!(desk.export(what), "");
    }
}

#[test]
fn unknown_rows_are_an_error_that_lists_the_known() {
    let error = What::parse("rumours").unwrap_err();
    assert!(matches!(&error, Error::UnknownRows { known, .. } if known.len() == What::ALL.len()));
    assert!(error.to_string().contains("documents, text, notes"));
    for what in What::ALL {
        assert_eq!(What::parse(what.name()).unwrap(), what);
    }
}

#[test]
fn rows_of_acquisitions_that_no_build_has_seen_are_counted() {
    let desk = Desk::new();
    desk.build();
    desk.add(&desk.file("a.txt", "a"));
    let request = Request { what: What::Documents, format: Format::Jsonl };
    let exported = desk.case.export(&request, &mut Vec::new()).unwrap();
    assert_eq!((exported.rows, exported.stale), (0, 1));
}

/// The fields of a row as they are written, the header of its table, and its schema are one list.
#[track_caller]
fn check(what: What, row: &impl Serialize) {
    let line = serde_json::to_string(row).unwrap();
    let mut from = 0;
    for column in what.columns() {
        let key = format!("\"{column}\":");
        let at = line[from..].find(&key).unwrap_or_else(|| panic!("{column} in {line}"));
        from += at + key.len();
    }
    let fields = serde_json::to_value(row).unwrap();
    assert_eq!(fields.as_object().unwrap().len(), what.columns().len());
    let schema = schema();
    let properties = schema["rows"][what.name()]["properties"].as_object().unwrap();
    assert_eq!(properties.len(), what.columns().len());
    assert!(what.columns().iter().all(|column| properties.contains_key(*column)));
}

fn span() -> SpanRow {
    SpanRow { start: 0, end: 0, page: None, quote: String::new() }
}

#[test]
fn documents_texts_notes_and_markers_have_the_fields_that_are_declared() {
    let none = String::new;
    let document = DocumentRow {
        id: none(),
        document: none(),
        sha256: none(),
        media_type: None,
        title: None,
        language: None,
        pages: None,
        characters: None,
        added_at: None,
        added_by: None,
        origin: None,
        acquisitions: Vec::new(),
        unread: None,
    };
    check(What::Documents, &document);
    let text = TextRow {
        id: none(),
        document: none(),
        span: span(),
        kind: BlockKind::Title,
        level: 0,
        text: none(),
        rows: Vec::new(),
    };
    check(What::Text, &text);
    let note = NoteRow {
        id: none(),
        document: none(),
        span: span(),
        note: none(),
        text: none(),
        commentary: None,
        cited_by: Vec::new(),
    };
    check(What::Notes, &note);
    let marker = MarkerRow {
        id: none(),
        document: none(),
        span: span(),
        note: none(),
        note_id: None,
        sentence: none(),
        sentence_id: none(),
    };
    check(What::Markers, &marker);
}

#[test]
fn citations_works_and_diagnostics_have_the_fields_that_are_declared() {
    let none = String::new;
    let citation = CitationRow {
        id: none(),
        document: none(),
        span: span(),
        note: none(),
        note_id: none(),
        index: 0,
        kind: WorkKind::News,
        authors: Vec::new(),
        title: None,
        title_translated: None,
        container: None,
        date: None,
        url: None,
        accessed: None,
        place: None,
        interviewee: None,
        confidential: false,
        locator: None,
        identifier: None,
        archived_url: None,
        work: None,
    };
    check(What::Citations, &citation);
    let work = WorkRow {
        id: none(),
        document: None,
        kind: WorkKind::News,
        authors: Vec::new(),
        title: None,
        title_translated: None,
        container: None,
        date: None,
        url: None,
        identifier: None,
        place: None,
        interviewee: None,
        confidential: false,
        csl: serde_json::json!({}),
        cited_by: Vec::new(),
        origin_of: Vec::new(),
        derived_from: Vec::new(),
    };
    check(What::Works, &work);
    let diagnostic = DiagnosticRow {
        id: none(),
        document: None,
        code: Code::N01,
        severity: Severity::Error,
        message: none(),
        spans: Vec::new(),
        notes: Vec::new(),
        help: none(),
    };
    check(What::Diagnostics, &diagnostic);
    assert_eq!(schema()["version"], SCHEMA_VERSION);
}
