//! Whole files, one small one of each format, all of it invented; and what must hold of any bytes.

mod broken;
mod formats;

use std::fmt::Write;

use ftm::Record;

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

/// A record: id, schema and line, then each property with its values and their lines.
fn shown(record: &Record) -> String {
    let mut shown = format!("{} {} ({})\n", record.id, record.schema, record.line);
    for (property, values) in &record.properties {
        let texts: Vec<String> =
            values.iter().map(|value| format!("{}@{}", value.text, value.line)).collect();
        let _ = writeln!(shown, "    {property}: {}", texts.join(" | "));
    }
    shown
}

/// All that a file gives: its records, its format, date and number of entries, its faults.
fn report(file: &[u8], options: &Options) -> String {
    let (list, records) = all(file, options);
    let mut report: String = records.iter().map(shown).collect();
    let date = list.date.map_or("?".to_owned(), |day| day.to_string());
    let _ = writeln!(report, "{:?} of {date}: {} entries", list.format, list.entries);
    for told in list.faults.told() {
        let _ = writeln!(report, "{:?} {}: {}", told.place.part, told.place.line, told.what.sentence());
    }
    report
}
