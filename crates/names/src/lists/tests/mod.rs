//! Whole files, one small one of each format, all of it invented; and what must hold of any bytes.

mod broken;
mod formats;
mod ofac;
mod tables;

use reason::imports::Record;

use super::{Options, ReadList, read};

/// One file of each format.
const FILES: [&[u8]; 15] = [
    include_bytes!("data/sdn.csv"),
    include_bytes!("data/sdn.xml"),
    include_bytes!("data/advanced.xml"),
    include_bytes!("data/un.xml"),
    include_bytes!("data/eu.xml"),
    include_bytes!("data/eu.csv"),
    include_bytes!("data/conlist.csv"),
    include_bytes!("data/uk.csv"),
    include_bytes!("data/uk.xml"),
    include_bytes!("data/canada.xml"),
    include_bytes!("data/swiss.xml"),
    include_bytes!("data/ftm.json"),
    include_bytes!("data/targets.csv"),
    include_bytes!("data/table.csv"),
    include_bytes!("data/array.json"),
];

fn all(file: &[u8], options: &Options) -> (ReadList, Vec<Record>) {
    let mut records = Vec::new();
    let list = read(file, options, &mut |record| records.push(record)).expect("a format that is known");
    (list, records)
}

/// A record in a line: id, schema, and each property with its values, parted by `|`.
fn shown(record: &Record) -> String {
    let mut shown = format!("{} {}", record.id, record.schema);
    for (property, values) in &record.properties {
        let texts: Vec<&str> = values.iter().map(|value| &*value.text).collect();
        shown.push_str(&format!(" {property}={}", texts.join("|")));
    }
    shown
}

/// Every fault as its place and sentence.
fn told(list: &ReadList) -> Vec<String> {
    list.faults.told().iter().map(|told| format!("{}: {}", told.place.number(), told.what.sentence())).collect()
}

/// Compares what a file gives with what it should, line by line.
#[track_caller]
fn check(file: &[u8], options: &Options, date: Option<&str>, records: &[&str], faults: &[&str]) {
    let (list, read) = all(file, options);
    assert_eq!(list.date.map(|day| day.to_string()).as_deref(), date);
    let read: Vec<String> = read.iter().map(shown).collect();
    for (at, line) in read.iter().enumerate() {
        assert_eq!(line, records.get(at).unwrap_or(&"nothing"), "record {at}");
    }
    assert_eq!(read.len(), records.len(), "records");
    assert_eq!(told(&list), faults);
}
