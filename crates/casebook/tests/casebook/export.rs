use casebook::export::{Format, Request, SCHEMA_VERSION, What, schema};
use casebook::{Error, Sha256};

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

#[test]
fn the_schema_has_its_version() {
    assert_eq!(schema()["version"], SCHEMA_VERSION);
}
