//! Writes a generated report to standard output, the text that the benches measure with:
//! `cargo run --release -p reason --example generated_report -- NOTES [SEED]`.

use std::io::Write;

#[path = "../../../bench/corpus.rs"]
mod corpus;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let notes = arguments.next().ok_or("usage: generated_report NOTES [SEED]")?.parse()?;
    let seed = arguments.next().map_or(Ok(1), |seed| seed.parse())?;
    let text = corpus::Report::new(notes, seed).text();
    std::io::stdout().write_all(text.as_bytes())?;
    Ok(())
}
