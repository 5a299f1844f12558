//! The citation grammar against test notes in the house styles that reports use (`tests/notes/README.md`).
//!
//! `TICKMARK_SHOW=dev cargo test -p reason --test house_styles -- --nocapture` prints every field that differs.

#![allow(clippy::unwrap_used, clippy::print_stdout, missing_docs)]

use std::collections::BTreeMap;

use reason::analyse;
use reason::document::{BlockKind, Draft, DraftBlock};
use serde_json::Value;

const FIELDS: [&str; 10] = [
    "authors",
    "title",
    "title_translated",
    "container",
    "date",
    "url",
    "accessed",
    "place",
    "interviewee",
    "archived",
];

#[derive(Default)]
struct Tally {
    right: usize,
    wrong: usize,
    missed: usize,
    kinds: usize,
    confidential: usize,
    found: usize,
    gold: usize,
    spurious: usize,
}

impl Tally {
    fn f1(&self) -> f64 {
        let precision = self.right as f64 / (self.right + self.wrong).max(1) as f64;
        let recall = self.right as f64 / (self.right + self.missed).max(1) as f64;
        if precision + recall == 0.0 { 0.0 } else { 2.0 * precision * recall / (precision + recall) }
    }
    fn split(&self) -> f64 {
        self.found as f64 / (self.gold + self.spurious).max(1) as f64
    }
}

fn text(value: Option<&Value>) -> Option<String> {
    match value? {
        Value::String(text) => Some(plain(text)).filter(|text| !text.is_empty()),
        Value::Array(list) if list.is_empty() => None,
        Value::Array(list) => {
            Some(list.iter().filter_map(Value::as_str).map(plain).collect::<Vec<_>>().join(" | "))
        }
        _ => None,
    }
}

fn plain(text: &str) -> String {
    let folded: String = text
        .chars()
        .map(|c| match c {
            '“' | '”' | '„' => '"',
            '’' | '‘' => '\'',
            '–' | '—' => '-',
            '\u{a0}' | '\u{202f}' => ' ',
            c => c,
        })
        .collect();
    let words = folded.split_whitespace().collect::<Vec<_>>().join(" ");
    words.trim_matches([' ', ',', '.', ';', ':']).trim_matches(['"', '\'']).to_owned()
}

fn read(note: &str) -> Vec<Value> {
    let mut draft = Draft::new("text/plain", "test", 1);
    draft.blocks.push(DraftBlock::new(Some(BlockKind::Paragraph), "A sentence.¹", None));
    let mut block = DraftBlock::new(Some(BlockKind::Note), note, None);
    block.anchor = Some(reason::document::NoteAnchor { id: "1".into(), label: "1".into() });
    draft.blocks.push(block);
    let document = reason::structure::compose(draft);
    let analysis = analyse(&document);
    analysis.citations.iter().map(|citation| serde_json::to_value(citation).unwrap()).collect()
}

fn alternatives<'v>(gold: &'v Value, field: &str) -> Vec<&'v Value> {
    match gold.get(format!("{field}_alt")) {
        Some(Value::Array(list)) => list.iter().collect(),
        Some(one) => vec![one],
        None => Vec::new(),
    }
}

fn measure(file: &str, show: bool) -> (Tally, BTreeMap<String, Tally>) {
    let mut all = Tally::default();
    let mut styles: BTreeMap<String, Tally> = BTreeMap::new();
    for line in file.lines().filter(|line| !line.trim().is_empty()) {
        let row: Value = serde_json::from_str(line).unwrap();
        let style = styles.entry(row["style"].as_str().unwrap().to_owned()).or_default();
        let mut found = read(row["note"].as_str().unwrap());
        let golds = row["citations"].as_array().unwrap();
        let mut wrongs = Vec::new();
        for gold in golds {
            let same = |candidate: &Value| {
                FIELDS
                    .iter()
                    .filter(|field| {
                        text(gold.get(**field)).is_some()
                            && text(gold.get(**field)) == text(candidate.get(**field))
                    })
                    .count()
            };
            let best = (0..found.len()).max_by_key(|index| (same(&found[*index]), std::cmp::Reverse(*index)));
            let got = best.map(|index| found.remove(index));
            for tally in [&mut all, style] {
                tally.gold += 1;
                tally.found += usize::from(got.is_some());
            }
            let got = got.unwrap_or(Value::Null);
            for field in FIELDS.iter().filter(|field| **field != "archived") {
                let want = text(gold.get(*field));
                let have = text(got.get(*field));
                let also = alternatives(gold, field)
                    .into_iter()
                    .any(|other| have.is_some() && text(Some(other)) == have);
                let implied = *field == "container"
                    && want.is_none()
                    && have.is_some()
                    && text(gold.get("authors")).is_some_and(|authors| Some(authors) == have);
                if implied {
                    continue;
                }
                for tally in [&mut all, style] {
                    if want == have || also {
                        tally.right += usize::from(want.is_some() || have.is_some());
                    } else {
                        tally.wrong += usize::from(have.is_some());
                        tally.missed += usize::from(want.is_some());
                    }
                }
                if want != have && !also {
                    wrongs.push(format!("{field}: want {want:?} got {have:?}"));
                }
            }
            let kinds: Vec<&str> = std::iter::once(&gold["kind"])
                .chain(alternatives(gold, "kind"))
                .filter_map(Value::as_str)
                .collect();
            let short = gold["short"] == Value::Bool(true);
            let kind = short || got["kind"].as_str().is_some_and(|kind| kinds.contains(&kind));
            let confidential = short || got["confidential"] == gold["confidential"] && !got.is_null();
            for tally in [&mut all, style] {
                tally.kinds += usize::from(kind);
                tally.confidential += usize::from(confidential);
            }
            if !kind {
                wrongs.push(format!("kind: want {kinds:?} got {}", got["kind"]));
            }
            if !confidential {
                wrongs
                    .push(format!("confidential: want {} got {}", gold["confidential"], got["confidential"]));
            }
        }
        for tally in [&mut all, style] {
            tally.spurious += found.len();
        }
        if !found.is_empty() {
            wrongs.push(format!(
                "spurious: {:?}",
                found
                    .iter()
                    .map(|c| (
                        c["kind"].as_str(),
                        c["title"].as_str(),
                        c["authors"].to_string(),
                        c["interviewee"].as_str(),
                        c["form"].to_string()
                    ))
                    .collect::<Vec<_>>()
            ));
        }
        if show && !wrongs.is_empty() {
            println!(
                "[{}] {}\n      {}",
                row["style"].as_str().unwrap(),
                row["note"].as_str().unwrap(),
                wrongs.join("\n      ")
            );
        }
    }
    (all, styles)
}

fn check(name: &str, file: &str, least: [f64; 4]) {
    let show = std::env::var("TICKMARK_SHOW").is_ok_and(|value| value == name);
    let (all, styles) = measure(file, show);
    let kind = all.kinds as f64 / all.gold as f64;
    let confidential = all.confidential as f64 / all.gold as f64;
    println!(
        "{name}: fields F1 {:.3}, split {:.3}, kind {kind:.3}, confidential {confidential:.3} over {} citations",
        all.f1(),
        all.split(),
        all.gold
    );
    for (style, tally) in &styles {
        println!(
            "   {style:32} F1 {:.2} split {:.2} kind {:.2}",
            tally.f1(),
            tally.split(),
            tally.kinds as f64 / tally.gold.max(1) as f64
        );
    }
    let measured = [all.f1(), all.split(), kind, confidential];
    for ((what, measured), least) in
        ["fields F1", "split", "kind", "confidential"].iter().zip(measured).zip(least)
    {
        assert!(measured >= least, "{name}: {what} {measured:.3} < {least}");
    }
}

#[test]
fn notes_that_the_grammar_was_built_on() {
    check("dev", include_str!("notes/dev.jsonl"), [0.965, 0.965, 0.945, 0.975]);
}

/// Nobody who works on the grammar reads these notes; only the figure is looked at.
#[test]
fn notes_that_the_grammar_has_not_seen() {
    check("unseen", include_str!("notes/unseen.jsonl"), [0.88, 0.95, 0.865, 0.955]);
}
