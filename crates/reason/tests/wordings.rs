//! How houses of many kinds word that somebody was put on a list, was asked for comment or shall do something: small
//! texts in `wordings/SUBJECT-HOUSES.LANGUAGE.txt`, each with all that must come out of it.
//!
//! A block begins with `>` (paragraph), `> #` (heading), `> -` (list item) or `|` (row of a table, cells parted by `|`);
//! what must come out with `=`, fields parted by `|`: target, authority, date, programme; addressee, outcome; addressee,
//! text. `-` is nothing, a field left out is not looked at. An empty line ends a text; `;` begins a remark.

#![allow(missing_docs, reason = "tests document themselves")]
#![allow(clippy::print_stderr, reason = "a failure prints what came out")]

use std::path::Path;

use reason::document::{BlockKind, Document, Draft, DraftBlock, Span};
use reason::replies::Outcome;
use reason::structure::compose;
use reason::{Analysis, analyse};

/// Its fields, as written in the file.
type Row = Vec<String>;

#[derive(Default)]
struct Case {
    blocks: Vec<DraftBlock>,
    expected: Vec<Row>,
}

fn block(text: &str) -> DraftBlock {
    let (kind, text) = match text.split_once(' ') {
        Some((hashes, rest)) if hashes.chars().all(|c| c == '#') => {
            let mut block = DraftBlock::new(Some(BlockKind::Heading), rest, None);
            block.level = u8::try_from(hashes.len()).expect("a few marks");
            return block;
        }
        Some(("-", rest)) => (BlockKind::ListItem, rest),
        _ => (BlockKind::Paragraph, text),
    };
    DraftBlock::new(Some(kind), text, None)
}

fn fields(text: &str) -> Row {
    text.split(" | ").map(|field| field.trim().to_owned()).collect()
}

fn add(blocks: &mut Vec<DraftBlock>, row: Row) {
    match blocks.last_mut().filter(|block| block.kind == Some(BlockKind::Table)) {
        Some(table) => table.rows.push(row),
        None => {
            let mut table = DraftBlock::new(Some(BlockKind::Table), "", None);
            table.rows.push(row);
            blocks.push(table);
        }
    }
}

fn cases(text: &str) -> Vec<Case> {
    let mut cases = vec![Case::default()];
    for line in text.lines().chain([""]).filter(|line| !line.starts_with(';')) {
        let last = cases.len() - 1;
        let case = &mut cases[last];
        match (line.get(..2), line.get(2..)) {
            (Some("> "), Some(text)) => case.blocks.push(block(text)),
            (Some("| "), Some(text)) => add(&mut case.blocks, fields(text)),
            (Some("= "), Some(text)) => case.expected.push(fields(text)),
            _ if !case.blocks.is_empty() => cases.push(Case::default()),
            _ => {}
        }
    }
    cases.pop();
    cases
}

fn quote(document: &Document, span: Option<Span>) -> String {
    span.map_or_else(|| "-".to_owned(), |span| document.quote(span).replace('\n', " "))
}

fn rows(subject: &str, document: &Document, analysis: &Analysis) -> Vec<Row> {
    match subject {
        "designations" => analysis
            .designations
            .iter()
            .map(|row| {
                let date = row.date.map_or_else(|| "-".to_owned(), |date| date.to_string());
                let quote = |span| quote(document, span);
                vec![quote(Some(row.target)), quote(row.authority), date, quote(row.program)]
            })
            .collect(),
        "replies" => {
            let outcome = |outcome| match outcome {
                Outcome::NoReply => "no_reply",
                Outcome::Replied => "replied",
                Outcome::Other => "other",
            };
            let row = |row: &reason::replies::Reply| {
                vec![quote(document, Some(row.addressee)), outcome(row.outcome).to_owned()]
            };
            analysis.replies.iter().map(row).collect()
        }
        _ => {
            let row = |row: &reason::recommendations::Recommendation| {
                vec![quote(document, row.addressee), quote(document, Some(row.span))]
            };
            analysis.recommendations.iter().map(row).collect()
        }
    }
}

/// Without an article, which is neither here nor there.
fn bare(field: &str) -> String {
    let lower = field.to_lowercase().replace('’', "'");
    let articles = ["the ", "a ", "an ", "le ", "la ", "les ", "l'"];
    articles.iter().find_map(|article| lower.strip_prefix(article)).unwrap_or(&lower).to_owned()
}

fn is_same(expected: &Row, found: &Row) -> bool {
    expected.iter().zip(found).all(|(expected, found)| bare(expected) == bare(found))
}

/// Runs one file; how many of its texts gave something else.
fn failures(path: &Path) -> usize {
    let name = path.file_name().and_then(|name| name.to_str()).expect("a name");
    let subject = name.split('-').next().expect("a subject");
    let text = std::fs::read_to_string(path).expect("the cases are part of the repository");
    let cases = cases(&text);
    let (mut wrong, mut right_rows, mut expected_rows, mut found_rows) = (0, 0, 0, 0);
    let count = cases.len();
    for case in cases {
        let mut draft = Draft::new("text/plain", "test", 1);
        draft.blocks = case.blocks;
        let document = compose(draft);
        let found = rows(subject, &document, &analyse(&document));
        expected_rows += case.expected.len();
        found_rows += found.len();
        let same = case.expected.len() == found.len()
            && case.expected.iter().zip(&found).all(|(expected, found)| is_same(expected, found));
        right_rows +=
            case.expected.iter().filter(|row| found.iter().any(|found| is_same(row, found))).count();
        if !same {
            wrong += 1;
            eprintln!("{name}: {}", document.text.replace('\n', " / "));
            let show = |rows: &[Row]| rows.iter().map(|row| row.join(" | ")).collect::<Vec<_>>().join(" ; ");
            eprintln!("   expected: {}\n   found:    {}", show(&case.expected), show(&found));
        }
    }
    let rows = format!("rows: {right_rows} of {expected_rows} right, {found_rows} found");
    eprintln!("{name}: {} of {count} texts as expected; {rows}", count - wrong);
    wrong
}

#[test]
fn wordings() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/wordings");
    // Another folder to measure on, or the beginning of the names of some files.
    let folder = std::env::var("WORDINGS").map_or(here, Into::into);
    let only = std::env::var("ONLY").unwrap_or_default();
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .expect("the folder is there")
        .map(|entry| entry.expect("readable").path())
        .filter(|path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(&only)))
        .collect();
    files.sort();
    let wrong: usize = files.iter().map(|path| failures(path)).sum();
    assert_eq!(wrong, 0, "texts gave something else than expected");
}
