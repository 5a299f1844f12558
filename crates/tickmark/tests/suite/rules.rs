//! Short reports with seeded errors, and traps beside them that look alike: what the rules about what reports say find in each.
//!
//! A file of `tests/rules` has its files behind `=== NAME`, and behind `=== expect` a line for each diagnostic: its code,
//! and words of its message or of a passage that it points to. Nothing else of these rules may be found.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::session::Session;

/// The rules that are tried.
const TRIED: [&str; 14] =
    ["T01", "T03", "F01", "F02", "F03", "F04", "F05", "F06", "F07", "F08", "E01", "E02", "E03", "R01"];

/// A file's name and text, or a code and the words that go with it.
type Pair<'t> = (&'t str, &'t str);

/// The files of a case and what is expected of it.
fn case(text: &str) -> (Vec<Pair<'_>>, Vec<Pair<'_>>) {
    let mut files = Vec::new();
    let mut expected = Vec::new();
    for part in text.split("\n=== ").skip(1) {
        let (name, body) = part.split_once('\n').expect("a name and a text");
        match name {
            "expect" => expected.extend(body.lines().filter_map(|line| line.split_once(' '))),
            name => files.push((name, body)),
        }
    }
    (files, expected)
}

fn says(row: &Value, words: &str) -> bool {
    let quotes = row["spans"].as_array().into_iter().flatten().filter_map(|span| span["quote"].as_str());
    row["message"].as_str().into_iter().chain(quotes).any(|text| text.contains(words))
}

/// What is wrong with what was found in a case; nothing where all is as expected.
fn faults(name: &str, text: &str) -> Vec<String> {
    let (files, expected) = case(text);
    let session = Session::new();
    for (file, body) in &files {
        session.file(file, body);
    }
    let names = files.iter().map(|(name, _)| *name);
    let output = session.output(["check", "--format", "json"].into_iter().chain(names), b"");
    let rows = String::from_utf8(output.stdout).expect("text");
    let mut rows: Vec<Value> = rows.lines().map(|row| serde_json::from_str(row).expect("JSON")).collect();
    rows.retain(|row| TRIED.contains(&row["code"].as_str().expect("a code")));
    let mut faults = Vec::new();
    for (code, words) in expected {
        match rows.iter().position(|row| row["code"] == code && says(row, words)) {
            Some(at) => drop(rows.remove(at)),
            None => faults.push(format!("{name}: missing {code} {words}")),
        }
    }
    faults.extend(rows.iter().map(|row| format!("{name}: wrong {} {}", row["code"], row["message"])));
    faults
}

#[test]
fn seeded_errors_are_found_and_traps_are_not() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rules");
    let mut paths: Vec<_> =
        fs::read_dir(folder).expect("the cases").map(|entry| entry.expect("a file").path()).collect();
    paths.sort();
    let faults: Vec<String> = paths
        .iter()
        .flat_map(|path| {
            let name = path.file_name().expect("a name").to_string_lossy().into_owned();
            faults(&name, &fs::read_to_string(path).expect("text"))
        })
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
