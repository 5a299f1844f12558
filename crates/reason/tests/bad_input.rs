//! Damaged and hostile documents: one sentence as long as a book, tables of a hundred thousand numbers, names and dates without
//! end, nesting, circles. All of it is read in time that grows with the text, and what is found is right.
//!
//! The sizes here keep a debug build quick. `SCALE=50 cargo test --release -p reason --test bad_input -- --nocapture
//! --test-threads=1` runs the full ones that BENCHMARKS.md gives times for, and prints how long each phase took.

#![allow(missing_docs, clippy::print_stderr)]

use std::fmt::Write as _;
use std::time::Instant;

use reason::claims::ClaimKind;
use reason::decisions::{Decisions, Likeness};
use reason::document::{BlockKind, Document, Draft, DraftBlock};
use reason::incidents::ClaimRef;
use reason::origins::{Basis, Certainty, Edge, Origins, Reach, roots};
use reason::{Analysis, Conclusions, Source, analyse, checks, conclude, structure};

/// What the sizes are multiplied with.
fn scale() -> usize {
    std::env::var("SCALE").ok().and_then(|scale| scale.parse().ok()).unwrap_or(1)
}

/// The `n`th of as many invented names as are wanted.
fn name(number: usize) -> String {
    const SYLLABLES: [&str; 16] =
        ["ka", "bo", "ri", "tem", "sou", "la", "no", "gui", "dar", "mi", "fe", "zan", "hol", "ve", "ur", "pes"];
    let mut name: String = (0..5).map(|at| SYLLABLES[(number >> (4 * at)) % 16]).collect();
    name[..1].make_ascii_uppercase();
    name
}

fn drafted(blocks: impl IntoIterator<Item = (BlockKind, String)>) -> Document {
    let mut draft = Draft::new("text/plain", "test", 1);
    draft.blocks.extend(blocks.into_iter().map(|(kind, text)| DraftBlock::new(Some(kind), &text, None)));
    structure::compose(draft)
}

fn paragraph(text: String) -> Document {
    drafted([(BlockKind::Paragraph, text)])
}

/// Everything that follows from documents, with the time that each phase took.
fn run(what: &str, documents: &[Document], decisions: &Decisions) -> (Vec<Analysis>, Conclusions) {
    let begun = Instant::now();
    let analyses: Vec<Analysis> = documents.iter().map(analyse).collect();
    let read = begun.elapsed();
    let ids: Vec<String> = (0..documents.len()).map(|number| format!("{number:012}")).collect();
    let sources: Vec<Source<'_>> = documents
        .iter()
        .zip(&analyses)
        .zip(&ids)
        .map(|((document, analysis), id)| Source { id, name: "test.txt", document, analysis })
        .collect();
    let conclusions = conclude(&sources, decisions);
    let concluded = begun.elapsed();
    let diagnostics = checks::check(&sources, &conclusions);
    let bytes: usize = documents.iter().map(|document| document.text.len()).sum();
    eprintln!(
        "{what}: {bytes} bytes; analyse {read:.2?}, conclude {:.2?}, check {:.2?}; {} diagnostics",
        concluded - read,
        begun.elapsed() - concluded,
        diagnostics.len()
    );
    (analyses, conclusions)
}

fn one(what: &str, document: Document) -> Analysis {
    let (mut analyses, _) = run(what, &[document], &Decisions::default());
    analyses.remove(0)
}

/// Clauses that grammars of all kinds look into, joined without a full stop.
fn clauses(bytes: usize, joint: &str) -> String {
    let mut text = String::with_capacity(bytes + 400);
    let mut number = 0;
    while text.len() < bytes {
        number += 1;
        let _ = write!(
            text,
            "General {} {} of the {} Front said that at least {} people were killed near {} on {} May 2021 when Halden Logistics paid \
             {} euros to “{}” (also known as {}), which should not reply to the Ministry of Mines{joint}",
            name(number),
            name(number / 3),
            name(number % 97),
            number % 80 + 2,
            name(number % 311),
            number % 28 + 1,
            number * 1000,
            name(number + 7),
            name(number % 5),
        );
    }
    text
}

#[test]
fn one_sentence_without_end() {
    let analysis = one("one sentence of clauses", paragraph(clauses(100_000 * scale(), ", and ")));
    assert!(!analysis.claims.is_empty() && !analysis.mentions.is_empty());
}

#[test]
fn one_paragraph_without_end() {
    let analysis = one("one paragraph", paragraph(clauses(100_000 * scale(), ". ")));
    assert!(analysis.claims.len() > 300 * scale());
}

/// What is looked for before a claim that has no day and no place of its own is not there, however far one looks.
#[test]
fn claims_that_nothing_before_them_completes() {
    let mut text = String::new();
    for number in 0..1_000 * scale() {
        let _ = write!(text, "They killed {} people. ", number + 2);
    }
    let analysis = one("claims without day or place, one paragraph", paragraph(text));
    assert_eq!(analysis.claims.len(), 1_000 * scale());
    let blocks =
        (0..1_000 * scale()).map(|number| (BlockKind::Paragraph, format!("They killed {} people.", number + 2)));
    let analysis = one("claims without day or place, a paragraph each", drafted(blocks));
    assert_eq!(analysis.claims.len(), 1_000 * scale());
}

#[test]
fn a_hundred_thousand_numbers_in_a_table() {
    let mut text = String::from("Region\tKilled\tWounded\tTotal");
    for row in 0..667 * scale() {
        let _ = write!(text, "\n{}\t{}\t{}\t{}", name(row), row, row + 1, 2 * row + 1);
    }
    let analysis = one("a table", drafted([(BlockKind::Table, text)]));
    assert_eq!(analysis.cells.len(), 3 * 667 * scale());
    let wide: String = (0..2_000 * scale()).map(|number| format!("{number}\t")).collect();
    one("a table of one row", drafted([(BlockKind::Table, format!("{wide}\n{wide}"))]));
    let words: String = (0..2_000 * scale()).map(|number| format!("{number} people, ")).collect();
    one("numbers in one sentence", paragraph(words));
}

#[test]
fn a_hundred_thousand_names() {
    let text: String =
        (0..2_000 * scale()).map(|number| format!("We met {} {} there. ", name(number), name(number * 7))).collect();
    let analysis = one("names, a sentence each", paragraph(text));
    assert!(analysis.mentions.len() > 1_900 * scale());
    let text: String = (0..2_000 * scale()).map(|number| format!("{} {}, ", name(number), name(number * 7))).collect();
    one("names in one sentence", paragraph(format!("We met {text} there.")));
    let text: String = (0..2_000 * scale()).map(|number| format!("{} ", name(number))).collect();
    one("one name without end", paragraph(format!("We met {text} there.")));
    let text: String = (0..2_000 * scale())
        .map(|number| format!("The {} Trading Company (also known as {}Co) is part of {}. ", name(number), name(number), name(number / 2)))
        .collect();
    one("names that are each other's", paragraph(text));
}

#[test]
fn fifty_thousand_dates() {
    let days: String =
        (0..1_000 * scale()).map(|number| format!("On {} May {} it rained. Two days later it did not. ", number % 28 + 1, 1900 + number % 120)).collect();
    one("dates, a sentence each", paragraph(days));
    let days: String = (0..1_000 * scale()).map(|number| format!("{} May {}, ", number % 28 + 1, 1900 + number % 120)).collect();
    one("dates in one sentence", paragraph(format!("It rained on {days} and then not.")));
}

#[test]
fn brackets_and_quotes_within_each_other() {
    let deep = 2_000 * scale();
    for (open, close) in [("(", ")"), ("[", "]"), ("“", "”"), ("« ", " »"), ("(“", "”)"), ("\"", "\""), ("'", "'"), ("‘", "’"), ("(a) ", "")] {
        let text = format!("{} 12 men of Halden Logistics were killed in Kessa {}.", open.repeat(deep), close.repeat(deep));
        one(&format!("nested {open}"), paragraph(text));
        let text = format!("{open}Ada Moor killed 3 men{close}, ").repeat(deep / 4);
        one(&format!("repeated {open}"), paragraph(text));
    }
    for piece in ["12-", "1,", "1.", "of the ", "and ", "de l’", "A. ", "$", "3 May ", "killed ", "who ", ". ", "’s ", "-", "…", "[1]", "¹", "General "] {
        one(&format!("only {piece:?}"), paragraph(piece.repeat(deep * 2)));
    }
}

#[test]
fn a_hundred_thousand_claims_of_one_event() {
    let told = |number: usize| {
        format!(
            "On 3 May 2021 fighters of the Kessa Front attacked Riverbend and killed {} people, {} {} said.",
            20 + number % 7,
            name(number),
            name(number * 3)
        )
    };
    let documents: Vec<Document> = (0..20)
        .map(|document| drafted((0..100 * scale()).map(|number| (BlockKind::Paragraph, told(number * 20 + document)))))
        .collect();
    let (analyses, conclusions) = run("claims of one event", &documents, &Decisions::default());
    let claims: usize = analyses.iter().map(|analysis| analysis.claims.len()).sum();
    assert_eq!(claims, 2_000 * scale());
    let largest = conclusions.incidents.iter().map(|incident| incident.claims.len()).max();
    assert_eq!(largest, Some(claims));
}

#[test]
fn a_circle_of_a_hundred_thousand_works() {
    let works = 2_000 * scale();
    let edge = |from: usize, to: usize| Edge {
        from,
        to,
        basis: Basis::Cites,
        certainty: Certainty::Confirmed,
        reason: String::new(),
        evidence: Vec::new(),
    };
    let edges = (0..works).map(|work| edge(work, (work + 1) % works)).collect();
    let origins = Origins { edges, cited: works, ..Origins::default() };
    assert!(roots(&origins, &[0], Reach::Confirmed).len() <= works);
    let documents: Vec<Document> = (0..works / 50)
        .map(|number| {
            let cites = format!("1. Ada Moor, “The Road to {}”, The Courier, 3 May 2021.", name((number + 1) % (works / 50)));
            drafted([
                (BlockKind::Title, format!("The Road to {}", name(number))),
                (BlockKind::Paragraph, "Twelve people were killed in Riverbend on 3 May 2021.¹".to_owned()),
                (BlockKind::Note, cites),
            ])
        })
        .collect();
    run("documents that cite each other in a circle", &documents, &Decisions::default());
}

#[test]
fn judgements_that_contradict_each_other() {
    let count = 1_000 * scale();
    let texts = (0..count).map(|number| {
        (BlockKind::Paragraph, format!("On {} May 2021 fighters killed {} people in {}.", number % 28 + 1, number % 50 + 2, name(number)))
    });
    let documents = [drafted(texts)];
    let pair = |one: usize, two: usize| {
        let of = |claim| ClaimRef { document: 0, claim };
        (of(one.min(two)), of(one.max(two)))
    };
    let mut decisions = Decisions::default();
    for at in 0..count - 2 {
        for (two, likeness) in [(at + 1, Likeness::Same), (at + 2, Likeness::Different)] {
            decisions.incidents.insert(pair(at, two), likeness);
            decisions.incident_order.push(pair(at, two));
        }
    }
    let (analyses, conclusions) = run("judgements", &documents, &decisions);
    assert!(analyses[0].claims.iter().all(|claim| claim.what == ClaimKind::Killed));
    assert!(!conclusions.contradictions.is_empty());
}
