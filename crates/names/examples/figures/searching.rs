//! Searches in the list of 41,376 entities: who is found, who raises an alert, how fast.

use std::path::Path;
use std::time::{Duration, Instant};

use names::Party;
use names::index::{Compiling, Index, Listed, Options, Source};
use names::party::{Gender, Kind, PartialDate};

use crate::measure::{peak_memory, percentile, processor_time, this_program, timed};
use crate::table::{Figure, at_least, at_most, plain, say};

/// Where the list lies in the folder.
const LIST: &str = "lists/ftm/entities-41k.ftm.json";

/// Runs of a search of which the shortest counts.
const RUNS: usize = 5;

/// Searches before times are taken.
const WARM_UP: usize = 500;

pub fn measure(folder: &Path) -> Result<Vec<Figure>, String> {
    let (bytes, compiling) = timed(|| compile(&folder.join(LIST)));
    let bytes = bytes?;
    let mut figures = vec![
        plain("compiling the list", format!("{:.2} s", compiling.as_secs_f64())),
        plain("compiled list", format!("{:.1} MB", bytes.len() as f64 / 1e6)),
    ];
    let file = std::env::temp_dir().join(format!("figures-{}.names", std::process::id()));
    std::fs::write(&file, &bytes).map_err(|error| format!("{}: {error}", file.display()))?;
    figures.extend(opening(&file));
    let index = Index::open(bytes).map_err(|error| error.to_string())?;
    let _ = std::fs::remove_file(&file);
    let rows = |name: &str| people(&folder.join("names").join(name));
    let treated = rows("positives_un_treated_dev.csv")?;
    let untreated = rows("positives_un_untreated_dev.csv")?;
    let global = rows("negatives_global_dev.csv")?;
    let us = rows("negatives_us_dev.csv")?;
    for (known, of_row) in [("name alone", name_alone as fn(&Party) -> Party), ("whole row", Party::clone)] {
        let best =
            |of: &[Party]| of.iter().map(|party| best_score(&index, &of_row(party))).collect::<Vec<f64>>();
        let (treated, untreated) = (best(&treated), best(&untreated));
        let (global, us) = (best(&global), best(&us));
        // The recommended one, and the least with so few false alerts.
        let strict = (50..100)
            .map(|cut| f64::from(cut) / 100.0)
            .find(|cut| share(&global, *cut) <= 0.7 && share(&us, *cut) <= 0.2);
        for cut in [Some(Options::default().cutoff), strict].into_iter().flatten() {
            let what = |what: &str| format!("{what}, {known}, cut-off {cut}");
            let figure = |said: &str, of: &[f64], target, told| {
                at_least(&what(said), share(of, cut), target, (2, " %", told))
            };
            figures.push(figure("UN typo'd positives hit", &treated, 99.0, "99 %"));
            figures.push(figure("UN positives as listed hit", &untreated, 99.0, "99 %"));
            figures.push(at_most(
                &what("false alerts, global"),
                share(&global, cut),
                0.7,
                (2, " %", "0.7 %"),
            ));
            figures.push(at_most(&what("false alerts, US"), share(&us, cut), 0.2, (2, " %", "0.2 %")));
        }
    }
    let mut asked: Vec<&Party> = Vec::new();
    let longest = [&treated, &untreated, &global, &us].map(Vec::len).into_iter().max().unwrap_or(0);
    for place in 0..longest.min(3000) {
        // As counterparties are: of many names few are like a listed one. Those that are cost most.
        asked.extend([&global, &us].into_iter().filter_map(|rows| rows.get(place)));
        asked.extend([&treated, &untreated].into_iter().filter_map(|rows| rows.get(place)));
    }
    figures.extend(speed("names of all four sets", &index, &asked));
    let listed: Vec<Party> = index.entries().step_by(14).filter_map(|entry| entry.party()).collect();
    let listed: Vec<Party> = listed.iter().map(name_alone).collect();
    figures.extend(speed("listed names", &index, &listed.iter().collect::<Vec<_>>()));
    Ok(figures)
}

/// The score of the likeliest entry.
fn best_score<B: AsRef<[u8]>>(index: &Index<B>, party: &Party) -> f64 {
    let options = Options { cutoff: 0.3, limit: 1, among: None };
    index.search(party, &options).first().map_or(0.0, |hit| hit.comparison.score)
}

/// Prints the likeliest entry for every row: of people who are on no list (false alerts) and of those who are (missed ones score low), and why.
pub fn alerts(folder: &Path) -> Result<(), String> {
    let index = Index::open(compile(&folder.join(LIST))?).map_err(|error| error.to_string())?;
    let files = ["positives_un_treated_dev.csv", "negatives_global_dev.csv", "negatives_us_dev.csv"];
    for file in files {
        for party in people(&folder.join("names").join(file))? {
            for (known, asked) in [("name", name_alone(&party)), ("row", party)] {
                for hit in index.search(&asked, &Options { limit: 1, ..Options::default() }) {
                    let names = hit.comparison.names.clone().unwrap_or_default();
                    say(&format!("{:.3} {file} {known} {} | {}", hit.comparison.score, names.0, names.1));
                    hit.comparison.parts.iter().for_each(|part| say(&format!("      {part}")));
                }
            }
        }
    }
    Ok(())
}

/// Prints every answer in full, over all four sets and listed names, by name alone and with all that is known.
pub fn answers(folder: &Path) -> Result<(), String> {
    let index = Index::open(compile(&folder.join(LIST))?).map_err(|error| error.to_string())?;
    let files = [
        "positives_un_treated_dev",
        "positives_un_untreated_dev",
        "negatives_global_dev",
        "negatives_us_dev",
    ];
    let mut asked: Vec<Party> = Vec::new();
    for file in files {
        asked.extend(people(&folder.join("names").join(file).with_extension("csv"))?);
    }
    asked.extend(index.entries().step_by(7).filter_map(|entry| entry.party()));
    let options = Options { cutoff: 0.3, ..Options::default() };
    for party in asked.iter().flat_map(|party| [name_alone(party), party.clone()]) {
        say(&format!("{:?} {:?}", party.kind, party.names.first().map(|name| &name.text)));
        for hit in index.search(&party, &options) {
            let name = hit.name.map(|name| name.text());
            say(&format!(" {} {:?} {:?}", hit.entry.id(), name, hit.comparison));
        }
    }
    Ok(())
}

/// How many of a hundred reach a cut-off.
fn share(scores: &[f64], cut: f64) -> f64 {
    let hit = scores.iter().filter(|score| **score >= cut).count();
    100.0 * hit as f64 / scores.len().max(1) as f64
}

/// Only what a row calls somebody.
fn name_alone(party: &Party) -> Party {
    let mut alone = Party::named(party.kind, "");
    alone.names = party.names.iter().take(1).cloned().collect();
    alone
}

fn speed<B: AsRef<[u8]>>(what: &str, index: &Index<B>, asked: &[&Party]) -> Vec<Figure> {
    let options = Options::default();
    asked.iter().take(WARM_UP).for_each(|party| drop(index.search(party, &options)));
    let used = processor_time();
    for party in asked {
        std::hint::black_box(index.search(party, &options));
    }
    let used = processor_time() - used;
    // Of several runs the shortest: what else the machine does is not to be measured. All others are asked before one is asked again, so
    // that no answer is still at hand.
    let mut times = vec![Duration::MAX; asked.len()];
    for _ in 0..RUNS {
        for (party, shortest) in asked.iter().zip(&mut times) {
            let taken = timed(|| std::hint::black_box(index.search(party, &options)).len()).1;
            *shortest = taken.min(*shortest);
        }
    }
    times.sort_unstable();
    let rate = asked.len() as f64 / used.as_secs_f64().max(1e-9);
    let milliseconds = |part| percentile(&times, part).as_secs_f64() * 1e3;
    let is_main = what.starts_with("names");
    let told = format!("searches a second of processor time, explained, {what} ({})", asked.len());
    let mut figures = vec![
        at_least(&told, rate, 5000.0, (0, "", "5,000")),
        at_most(
            &format!("99th percentile of one search (best of {RUNS} runs), {what}"),
            milliseconds(0.99),
            2.0,
            (2, " ms", "2 ms"),
        ),
    ];
    let spread = [0.5, 0.9, 0.999].map(milliseconds);
    let spread = format!("{:.2}, {:.2}, {:.2} ms", spread[0], spread[1], spread[2]);
    figures.push(plain(&format!("50th, 90th, 99.9th percentile, {what}"), spread));
    figures.iter_mut().for_each(|figure| figure.order += u8::from(!is_main));
    figures
}

/// Opens a compiled list in a process of its own.
fn opening(file: &Path) -> Vec<Figure> {
    let told =
        this_program(&["open", &file.display().to_string(), "Abdul Rahmann Al Harzi"]).unwrap_or_default();
    let mut numbers = told.split_whitespace().filter_map(|number| number.parse::<f64>().ok());
    let mut next = || numbers.next().unwrap_or(f64::INFINITY);
    vec![
        at_most("opening bytes that are in memory (best of 5)", next(), 50.0, (1, " ms", "50 ms")),
        at_most("reading the file, opening, first answer", next(), 500.0, (1, " ms", "500 ms")),
        at_most("memory after a thousand answers", next(), 120.0, (1, " MB", "120 MB")),
    ]
}

/// Prints how long opening takes, how long until the first answer, both in ms, and the peak of memory in MB.
pub fn open(index: &Path, query: &str) -> Result<(), String> {
    let start = Instant::now();
    let bytes = std::fs::read(index).map_err(|error| error.to_string())?;
    let read = start.elapsed();
    // Of several runs the shortest: what else the machine does is not to be measured.
    let opened = (0..RUNS).map(|_| timed(|| Index::open(&bytes).is_ok()).1).min().unwrap_or_default();
    let start = Instant::now();
    let index = Index::open(bytes).map_err(|error| error.to_string())?;
    let options = Options { cutoff: 0.0, ..Options::default() };
    std::hint::black_box(index.search(&Party::named(Kind::Person, query), &options));
    let answered = read + start.elapsed();
    for entry in index.entries().step_by(41) {
        std::hint::black_box(index.search(&Party::named(entry.kind(), entry.caption()), &options));
    }
    say(&format!(
        "{:.2} {:.2} {:.1}",
        opened.as_secs_f64() * 1e3,
        answered.as_secs_f64() * 1e3,
        peak_memory()
    ));
    Ok(())
}

/// The list, compiled.
fn compile(list: &Path) -> Result<Vec<u8>, String> {
    let text = std::fs::read_to_string(list).map_err(|error| format!("{}: {error}", list.display()))?;
    let mut gathering = ftm::Gathering::default();
    (1..).zip(text.lines()).for_each(|(number, line)| gathering.line(number, line));
    let mut compiling = Compiling::in_memory().map_err(|error| error.to_string())?;
    let source = Source { list: "figures".to_owned(), ..Source::default() };
    let source = compiling.source(source).map_err(|error| error.to_string())?;
    for record in gathering.finish().records {
        compiling.record(source, &record, Listed::default()).map_err(|error| error.to_string())?;
    }
    compiling.finish().map_err(|error| error.to_string())
}

/// Rows of people: `full_name`, `gender`, `date_of_birth`, `nationality`.
fn people(file: &Path) -> Result<Vec<Party>, String> {
    let told = |error: csv::Error| format!("{}: {error}", file.display());
    let mut rows = csv::Reader::from_path(file).map_err(told)?;
    let columns = rows.headers().map_err(told)?.clone();
    let field = |row: &csv::StringRecord, column: &str| {
        let place = columns.iter().position(|name| name == column)?;
        row.get(place).filter(|text| !text.is_empty()).map(str::to_owned)
    };
    let mut people = Vec::new();
    for row in rows.records() {
        let row = row.map_err(told)?;
        let mut party = Party::named(Kind::Person, &field(&row, "full_name").unwrap_or_default());
        party.births =
            field(&row, "date_of_birth").and_then(|text| PartialDate::parse(&text)).into_iter().collect();
        party.countries = field(&row, "nationality").into_iter().collect();
        party.genders = field(&row, "gender").as_deref().and_then(gender).into_iter().collect();
        people.push(party);
    }
    Ok(people)
}

fn gender(text: &str) -> Option<Gender> {
    match text {
        "male" => Some(Gender::Male),
        "female" => Some(Gender::Female),
        _ => None,
    }
}
