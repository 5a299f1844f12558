//! The examples of `explain`, typed as they stand and checked.

use std::collections::BTreeMap;

use reason::checks::Code;
use serde_json::Value;

use crate::session::Session;

/// The files of one example, by name, as `explain` prints them.
type Files = BTreeMap<String, String>;

/// What is reported and what is not, read back from what `explain` prints: indented as it stands, as whoever copies it from a
/// terminal gets it.
fn printed(session: &Session, code: Code) -> [Files; 2] {
    let told = session.run(&format!("explain {}", code.name()));
    let mut examples = [Files::new(), Files::new()];
    let mut open: Option<(usize, String)> = None;
    let mut at = 0;
    for line in told.lines() {
        let heading = ["Reported in ", "Not reported in ", "together with "]
            .iter()
            .position(|title| line.starts_with(title));
        if let Some(which) = heading {
            at = if which < 2 { which } else { at };
            let name = line.rsplit(' ').next().expect("a name").to_owned();
            open = Some((at, name));
        } else if line == "To silence it" {
            open = None;
        } else if let Some((which, name)) = &open {
            let text = examples[*which].entry(name.clone()).or_default();
            text.push_str(line);
            text.push('\n');
        }
    }
    examples
}

/// The codes of what is found in some files that are checked together.
fn found_in(session: &Session, folder: &str, files: &Files) -> Vec<String> {
    let mut line = "check --format json".to_owned();
    for (name, text) in files {
        session.file(&format!("{folder}/{name}"), text);
        // A list is no report: it is added as the rule tells, and asked.
        if name.ends_with(".jsonl") {
            let lists = format!("--lists {folder}/lists");
            session.run(&format!("lists add {folder}/{name} --date 2024-05-03 {lists}"));
            line.push_str(&format!(" {lists}"));
        } else {
            line.push_str(&format!(" {folder}/{name}"));
        }
    }
    let output = session.output(line.split(' '), b"");
    let rows = String::from_utf8(output.stdout).expect("text");
    rows.lines()
        .map(|row| serde_json::from_str::<Value>(row).expect("JSON"))
        .map(|row| row["code"].as_str().expect("a code").to_owned())
        .collect()
}

#[test]
fn every_example_is_what_it_says() {
    let session = Session::new();
    for code in Code::ALL {
        let name = code.name();
        let [wrong, right] = printed(&session, *code);
        assert!(!wrong.is_empty() && !right.is_empty(), "{name}");
        let found = found_in(&session, &format!("{name}/wrong"), &wrong);
        assert!(found.iter().any(|code| code == name), "{name} is silent: {found:?} in {wrong:#?}");
        let found = found_in(&session, &format!("{name}/right"), &right);
        assert_eq!(found, Vec::<String>::new(), "{name}: the mended example is not clean: {right:#?}");
    }
}
