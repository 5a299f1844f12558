//! Prints the ties, designations, replies and recommendations of files as rows of JSON:
//! `cargo run -p readers --example ties -- FOLDER FILE...`
#![allow(clippy::print_stdout, reason = "an example talks to its user")]

use std::fs;
use std::path::Path;

use readers::{ReadOptions, read};
use reason::document::{Document, ReadOutcome, Span};
use serde_json::{Value, json};

type Failure = Box<dyn std::error::Error>;

fn main() -> Result<(), Failure> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (folder, files) = arguments.split_first().ok_or("usage: ties FOLDER FILE...")?;
    let mut rows: [Vec<String>; 4] = Default::default();
    for path in files {
        let name = Path::new(path).file_name().unwrap_or_default().to_string_lossy().into_owned();
        let ReadOutcome::Document(document) = read(path, &fs::read(path)?, &ReadOptions::default()) else {
            continue;
        };
        for (rows, more) in rows.iter_mut().zip(rows_of(&name, &document)) {
            rows.extend(more.iter().map(Value::to_string));
        }
    }
    fs::create_dir_all(folder)?;
    for (name, rows) in ["designations", "replies", "recommendations", "relations"].iter().zip(rows) {
        println!("{name}: {}", rows.len());
        fs::write(Path::new(folder).join(format!("{name}.jsonl")), rows.join("\n") + "\n")?;
    }
    Ok(())
}

fn rows_of(name: &str, document: &Document) -> [Vec<Value>; 4] {
    let analysis = reason::analyse(document);
    let said = |span: Option<Span>| span.map(|span| document.quote(span));
    let date = |date: Option<reason::dates::PartialDate>| date.map(|date| date.to_string());
    let place = |span: Span| json!({"start": span.start, "end": span.end, "quote": document.quote(span)});
    let designations = analysis.designations.iter().map(|row| {
        json!({"document": name, "target": document.quote(row.target), "authority": said(row.authority),
            "program": said(row.program), "date": date(row.date), "span": place(row.span)})
    });
    let replies = analysis.replies.iter().map(|row| {
        json!({"document": name, "addressee": document.quote(row.addressee), "outcome": row.outcome,
            "span": place(row.span)})
    });
    let recommendations = analysis.recommendations.iter().map(|row| {
        json!({"document": name, "addressee": said(row.addressee), "text": document.quote(row.span),
            "section": said(row.section), "span": place(row.span)})
    });
    let relations = analysis.relations.iter().map(|row| {
        json!({"document": name, "subject": analysis.entities[row.subject].caption, "relation": row.kind,
            "object": analysis.entities[row.object].caption, "subject_text": document.quote(row.subject_span),
            "object_text": document.quote(row.object_span), "detail": said(row.detail), "date": date(row.date),
            "hedges": row.hedges.iter().map(|span| document.quote(*span)).collect::<Vec<_>>(),
            "negated": row.negated, "span": place(row.span)})
    });
    [designations.collect(), replies.collect(), recommendations.collect(), relations.collect()]
}
