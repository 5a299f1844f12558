//! The rules that the workspace keeps: which crate may know which, and the shape of its files.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// Above this a file has more than one subject.
const LONGEST_FILE: usize = 600;

/// Each crate with those of ours that it may depend on.
const LAYERS: &[(&str, &[&str])] = &[
    ("ftm", &[]),
    ("reason", &["ftm"]),
    ("readers", &["reason"]),
    ("names", &["ftm"]),
    ("casebook", &["ftm", "reason", "names"]),
    ("publish", &["reason"]),
    ("tickmark", &["ftm", "reason", "readers", "names", "casebook", "publish"]),
];

/// What `reason` and `names` must not touch: the same text gives the same result, on any machine, at any time.
const IMPURE: &[&str] =
    &["std::fs", "std::net", "std::thread", "std::time", "std::env", "std::process", "rand::"];

/// How SQL begins. Only the casebook may speak it.
const SQL: &[&str] = &["SELECT ", "INSERT INTO", "CREATE TABLE", "DELETE FROM", "PRAGMA "];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn crates() -> Vec<Value> {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version=1", "--no-deps", "--offline"])
        .current_dir(root())
        .output()
        .expect("cargo runs");
    let metadata: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    metadata["packages"].as_array().expect("packages").clone()
}

/// Every Rust source of the workspace.
fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("read") {
        let path = entry.expect("read").path();
        if path.is_dir() && !path.ends_with("target") {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

fn sources_of(folder: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    sources(&root().join(folder), &mut found);
    let read = |path: PathBuf| (path.clone(), fs::read_to_string(path).expect("UTF-8"));
    found.into_iter().map(read).collect()
}

#[test]
fn dependencies_point_one_way() {
    let crates = crates();
    let ours: BTreeSet<_> = crates.iter().filter_map(|each| each["name"].as_str()).collect();
    let known: BTreeSet<_> = LAYERS.iter().map(|(name, _)| *name).collect();
    assert_eq!(ours, known, "a crate has no layer: decide on it in LAYERS");
    for each in &crates {
        let name = each["name"].as_str().expect("a name");
        let (_, allowed) = LAYERS.iter().find(|(known, _)| *known == name).expect("known");
        for dependency in each["dependencies"].as_array().expect("dependencies") {
            let dependency = dependency["name"].as_str().expect("a name");
            let fine = !ours.contains(dependency) || allowed.contains(&dependency);
            assert!(fine, "{name} must not depend on {dependency}");
        }
    }
}

#[test]
fn reason_and_names_are_pure() {
    for folder in ["reason", "names"] {
        for (path, text) in sources_of(&format!("crates/{folder}/src")) {
            for word in IMPURE {
                assert!(!has_word(&text, word), "{} uses {word}", path.display());
            }
        }
    }
}

/// Whether a word stands in a text, and not only as the end of a longer one (`Strand::` is no `rand::`).
fn has_word(text: &str, word: &str) -> bool {
    let letter = |c: char| c.is_alphanumeric() || c == '_';
    text.match_indices(word).any(|(at, _)| !text[..at].ends_with(letter))
}

#[test]
fn sql_is_spoken_in_one_place() {
    for folder in ["reason", "readers", "names", "publish", "tickmark"] {
        for (path, text) in sources_of(&format!("crates/{folder}/src")) {
            for words in SQL {
                assert!(!text.contains(words), "{} has {words}", path.display());
            }
        }
    }
}

#[test]
fn html_is_written_in_one_place() {
    for folder in ["reason", "readers", "names", "casebook", "tickmark"] {
        for (path, text) in sources_of(&format!("crates/{folder}/src")) {
            assert!(!has_word(&text, "maud::"), "{} writes HTML", path.display());
        }
    }
}

#[test]
fn every_dependency_has_its_reason() {
    for (name, _) in LAYERS {
        let path = root().join("crates").join(name).join("Cargo.toml");
        let manifest = fs::read_to_string(&path).expect("read");
        let mut section = "";
        let mut said = false;
        for line in manifest.lines().map(str::trim) {
            if line.starts_with('[') {
                section = line;
            } else if line.starts_with('#') {
                said = true;
                continue;
            } else if section.ends_with("dependencies]") && line.contains('=') {
                let reasoned = said || line.contains('#') || line.contains("workspace = true");
                assert!(reasoned, "{}: no reason beside `{line}`", path.display());
                // Dependencies that follow each other share the reason above the first.
                continue;
            }
            said = false;
        }
    }
}

#[test]
fn files_have_one_subject() {
    for (path, text) in sources_of("crates") {
        let lines = text.lines().count();
        assert!(lines <= LONGEST_FILE, "{} has {lines} lines", path.display());
    }
}

#[test]
fn nothing_refers_to_folders_outside() {
    let outside = concat!("/work", "/shared");
    for (path, text) in sources_of("crates") {
        assert!(!text.contains(outside), "{} refers to {outside}", path.display());
    }
}
