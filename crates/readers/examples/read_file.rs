//! Prints the blocks that a reader makes of a file: `cargo run -p readers --example read_file -- FILE [--quiet]`.
#![allow(clippy::print_stdout, reason = "an example talks to its user")]

use readers::{ReadOptions, read};
use reason::document::{Document, ReadOutcome};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let path = arguments.first().ok_or("usage: read_file FILE [--quiet]")?;
    let bytes = std::fs::read(path)?;
    match read(path, &bytes, &ReadOptions::default()) {
        ReadOutcome::Document(document) if arguments.iter().any(|argument| argument == "--quiet") => {
            println!("{} blocks, {} characters", document.blocks.len(), document.text.chars().count());
        }
        ReadOutcome::Document(document) => print_blocks(&document),
        other => println!("{other:?}"),
    }
    Ok(())
}

fn print_blocks(document: &Document) {
    println!("title {:?}, language {:?}, pages {:?}", document.title, document.language, document.pages);
    for metadatum in &document.metadata {
        println!("{}: {}", metadatum.kind.name(), metadatum.value);
    }
    for warning in &document.warnings {
        println!("{:?} page {:?}: {}", warning.kind, warning.page, warning.detail);
    }
    for block in &document.blocks {
        let page = block.pages.first().map_or(0, |start| start.page);
        println!("[p{page} {:?} {}] {}", block.kind, block.level, document.quote(block.span));
        for mark in document.marks_in(block.span) {
            println!("    {:?} {:?}", mark.kind, document.quote(mark.span));
        }
    }
}
