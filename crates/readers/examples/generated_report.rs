//! Writes a generated report to standard output, the one that the benches measure with:
//! `cargo run --release -p readers --example generated_report -- text|markdown|html|docx|pdf NOTES [SEED]`.

use std::io::Write;

#[path = "../../../bench/corpus.rs"]
mod corpus;
#[path = "../benches/speed/files.rs"]
mod files;

const USAGE: &str = "usage: generated_report text|markdown|html|docx|pdf NOTES [SEED]";

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let format = arguments.next().ok_or(USAGE)?;
    let notes = arguments.next().ok_or(USAGE)?.parse()?;
    let seed = arguments.next().map_or(Ok(1), |seed| seed.parse())?;
    let report = corpus::Report::new(notes, seed);
    let bytes = match format.as_str() {
        "text" => report.text().into_bytes(),
        "markdown" => files::markdown(&report),
        "html" => files::html(&report),
        "docx" => files::docx(&report),
        "pdf" => files::pdf(&report),
        _ => return Err(USAGE.into()),
    };
    std::io::stdout().write_all(&bytes)?;
    Ok(())
}
