//! `cargo bench -p reason`: notes, and whole reports, through the pipeline on one core.

#![allow(missing_docs, reason = "benches document themselves")]

#[path = "../../../../bench/corpus.rs"]
mod corpus;
mod incidents;
mod notes;
mod pipeline;
#[path = "../../../../bench/statements.rs"]
mod statement_reports;
mod statements;

fn main() {
    divan::main();
}
