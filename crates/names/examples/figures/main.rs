//! Prints every figure of names: accuracy over labelled pairs and searches, speed and memory.
//!
//! ```text
//! cargo run --release -p names --example figures -- FOLDER
//! ```
//!
//! `figures answers FOLDER` prints every answer in full: what two versions print is the same where a change was to change no result.
//!
//! FOLDER holds `lists/ftm/entities-41k.ftm.json` and `names/*.csv` as described in BENCHMARKS.md; nothing of it lies in this
//! repository. Figures that a target stands beside say whether it is met.

mod chance;
mod duplicates;
mod measure;
mod people;
mod searching;
mod table;

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use names::pairs::Options;

/// Records among which duplicates are found.
const PEOPLE: usize = 200_000;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match arguments[..] {
        ["open", index, query] => searching::open(Path::new(index), query),
        ["people", count, file] => people::write(Path::new(file), count.parse().unwrap_or(200_000))
            .map_err(|error| format!("{file}: {error}")),
        ["duplicates", file] => {
            duplicates::measure(Path::new(file), Options::default()).map(|figures| table::print(&figures))
        }
        ["duplicates", file, "--cutoff", cutoff] => {
            let cutoff = cutoff.parse().unwrap_or(Options::default().cutoff);
            duplicates::measure(Path::new(file), Options { cutoff }).map(|figures| table::print(&figures))
        }
        ["duplicates", file, "--wrong"] => duplicates::wrong(Path::new(file)),
        ["alerts", folder] => searching::alerts(Path::new(folder)),
        ["answers", folder] => searching::answers(Path::new(folder)),
        ["search", folder] => searching::measure(Path::new(folder)).map(|figures| table::print(&figures)),
        [folder] => all(Path::new(folder)),
        _ => Err("say which folder holds lists/ and names/: figures FOLDER".to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            let _ = writeln!(std::io::stderr(), "{why}");
            ExitCode::FAILURE
        }
    }
}

fn all(folder: &Path) -> Result<(), String> {
    let mut figures = searching::measure(folder)?;
    // In a process of its own, so that its peak of memory is its own.
    let file = std::env::temp_dir().join(format!("figures-people-{}.csv", std::process::id()));
    people::write(&file, PEOPLE).map_err(|error| format!("{}: {error}", file.display()))?;
    let people = measure::this_program(&["duplicates", &file.to_string_lossy()]);
    let _ = std::fs::remove_file(&file);
    let people = people?;
    figures.sort_by_key(|figure| figure.order);
    table::say("| figure | measured | target | met |\n| --- | --- | --- | --- |");
    table::print(&figures);
    table::say(people.trim_end());
    Ok(())
}
