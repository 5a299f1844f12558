//! Bibliographies, read back by other readers than their writer.

use proptest::prelude::*;
use publish::bibliography::{Format, write};
use reason::citations::WorkKind;
use reason::dates::PartialDate;
use reason::works::Work;

use crate::sample::kessa;

fn work(kind: WorkKind) -> Work {
    Work {
        id: format!("w-{}", kind.name()),
        kind,
        authors: vec!["Lina Orsk".to_owned(), "The Watchhouse".to_owned()],
        title: Some("The Road to Kessa: 50% of É & Co_".to_owned()),
        title_translated: Some("La route".to_owned()),
        container: Some("Daily Ledger".to_owned()),
        date: PartialDate::parse("2031-08-13"),
        url: Some("https://ledger.example/a_b?c=%20{d}".to_owned()),
        identifier: Some("S/2031/14".to_owned()),
        interviewee: None,
        place: Some("Kessa".to_owned()),
        confidential: false,
        cited_by: vec![],
    }
}

fn one_of_each_kind() -> Vec<Work> {
    WorkKind::ALL.into_iter().map(work).collect()
}

fn parse(text: &str) -> biblatex::Bibliography {
    biblatex::Bibliography::parse(text).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

/// A reader of RIS: records of tags and values.
fn read_ris(text: &str) -> Vec<Vec<(String, String)>> {
    let mut records = vec![vec![]];
    for line in text.split("\r\n").filter(|line| !line.is_empty()) {
        let (tag, value) = line.split_once("  - ").unwrap_or_else(|| panic!("no tag: {line}"));
        assert!(tag.len() == 2 && !value.contains(['\r', '\n']), "{line}");
        if tag == "ER" {
            records.push(vec![]);
        } else {
            records.last_mut().unwrap().push((tag.to_owned(), value.to_owned()));
        }
    }
    assert_eq!(records.pop(), Some(vec![]), "the last record is not closed");
    records
}

fn value<'r>(record: &'r [(String, String)], tag: &str) -> Option<&'r str> {
    record.iter().find(|(name, _)| name == tag).map(|(_, value)| value.as_str())
}

#[test]
fn bibtex_is_read_back() {
    use biblatex::ChunksExt;
    let text = write(Format::Bibtex, &one_of_each_kind(), &[]);
    let read = parse(&text);
    assert_eq!(read.len(), WorkKind::ALL.len());
    for entry in read.iter() {
        assert_eq!(
            entry.title().unwrap().format_verbatim(),
            "The Road to Kessa: 50% of É & Co_",
            "{}",
            entry.key
        );
        assert_eq!(entry.url().unwrap(), "https://ledger.example/a_b?c=%20%7Bd%7D");
        assert_eq!(entry.get("year").unwrap().format_verbatim(), "2031");
        assert_eq!(entry.get("date").unwrap().format_verbatim(), "2031-08-13");
    }
    let article = read.iter().find(|entry| entry.entry_type == biblatex::EntryType::Article).unwrap();
    let authors = article.author().unwrap();
    assert_eq!((authors[0].name.as_str(), authors[0].given_name.as_str()), ("Orsk", "Lina"));
    assert_eq!(authors[1].name, "The Watchhouse");
}

#[test]
fn bibtex_types_and_keys() {
    let text = write(Format::Bibtex, &one_of_each_kind(), &[]);
    for start in ["@article{orsk2031road,", "@techreport{orsk2031roadb,", "@book{", "@misc{", "@online{"] {
        assert!(text.contains(start), "{start}\n{text}");
    }
}

#[test]
fn bibtex_of_the_sample() {
    let sample = kessa();
    insta::assert_snapshot!(write(Format::Bibtex, &sample.conclusions.works, &sample.sources()));
}

#[test]
fn ris_is_read_back() {
    let records = read_ris(&write(Format::Ris, &one_of_each_kind(), &[]));
    assert_eq!(records.len(), WorkKind::ALL.len());
    for record in &records {
        assert_eq!(record[0].0, "TY", "a record begins with its type");
        assert_eq!(value(record, "TI"), Some("The Road to Kessa: 50% of É & Co_"));
        assert_eq!(value(record, "DA"), Some("2031/08/13/"));
        assert_eq!(value(record, "PY"), Some("2031"));
    }
    assert_eq!(value(&records[0], "AU"), Some("Orsk, Lina"));
}

#[test]
fn csl_json_has_what_the_schema_requires() {
    let sample = kessa();
    let items: Vec<serde_json::Value> =
        serde_json::from_str(&write(Format::CslJson, &sample.conclusions.works, &sample.sources())).unwrap();
    assert_eq!(items.len(), sample.conclusions.works.len());
    for item in &items {
        assert!(item["id"].is_string() && item["type"].is_string());
        for name in item["author"].as_array().into_iter().flatten() {
            assert!(name["literal"].is_string() || (name["family"].is_string() && name["given"].is_string()));
        }
    }
    assert_eq!(items[0]["issued"]["date-parts"][0], serde_json::json!([2031, 8, 13]));
}

#[test]
fn the_last_access_date_is_kept() {
    let mut sample = kessa();
    sample.documents[0].1.citations[0].accessed = PartialDate::parse("2031-09-01");
    sample.documents[0].1.citations[2].accessed = PartialDate::parse("2031-10-02");
    let (works, sources) = (&sample.conclusions.works, sample.sources());
    assert!(write(Format::Ris, works, &sources).contains("Y2  - 2031/10/02/"));
    assert!(write(Format::Bibtex, works, &sources).contains("urldate = {2031-10-02}"));
    assert!(!write(Format::Ris, works, &[]).contains("Y2"));
}

#[test]
fn impossible_and_partial_dates_are_kept_as_printed() {
    let cases = [("2023-02-30", "Date as printed: 2023-02-30"), ("--07-27", "Date as printed: --07-27")];
    for (date, expected) in cases {
        let mut book = work(WorkKind::Book);
        book.date = PartialDate::parse(date);
        let books = [book];
        assert!(write(Format::Bibtex, &books, &[]).contains(expected), "{date}");
        assert!(write(Format::Ris, &books, &[]).contains(expected), "{date}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_words_can_be_read_back(title in "[\\PC]{1,40}", author in "[\\PC]{1,20}", url in "[\\PC]{1,30}") {
        let mut works = one_of_each_kind();
        for work in &mut works {
            work.title = Some(title.clone());
            work.authors = vec![author.clone()];
            work.url = Some(url.clone());
        }
        prop_assert_eq!(parse(&write(Format::Bibtex, &works, &[])).len(), works.len());
        prop_assert_eq!(read_ris(&write(Format::Ris, &works, &[])).len(), works.len());
    }
}
