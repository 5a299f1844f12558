//! Any bytes as a file of any kind: no reader panics, and what it makes can be analysed and pointed into.
//!
//! Parsers of other people may panic on hostile files; the program lives with that (a worker dies). Whatever this finds
//! in our own code is a fault.
#![no_main]

use libfuzzer_sys::fuzz_target;
use readers::{ReadOptions, read};
use reason::document::ReadOutcome;

fuzz_target!(|bytes: &[u8]| {
    // The name only decides between kinds that look alike.
    let (name, bytes) = match bytes.split_first() {
        Some((0, rest)) => ("note.md", rest),
        _ => ("note.txt", bytes),
    };
    if let ReadOutcome::Document(document) = read(name, bytes, &ReadOptions::default()) {
        for block in &document.blocks {
            let _ = document.quote(block.span);
        }
        for mark in &document.marks {
            let _ = document.quote(mark.span);
        }
        let _ = reason::analyse(&document);
    }
});
