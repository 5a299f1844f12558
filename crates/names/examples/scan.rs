//! How fast a text is looked through for listed names, and how many of those that stand in it are found.
//!
//! ```text
//! cargo run --release -p names --example scan -- LIST.ftm.json [MEGABYTES | TEXT]
//! cargo run --release -p names --example scan -- LIST.ftm.json --speed TEXT...
//! ```
//!
//! With a text file in place of the number, prints what is found in it; with `--speed`, how fast each file is looked through, cut into
//! documents of 200 KB, in a run for each document and in one run over all.
//!
//! LIST is a file of `FollowTheMoney` lines. The text is made of the list's own names, each in a sentence of invented words, so
//! that there is one name in every few hundred bytes: far more than in any report.

#![allow(clippy::print_stdout, reason = "a program that prints figures")]

use ftm::{Gathering, Record};
use names::party::kind;
use names::scan::{ListedName, Names};

fn main() -> Result<(), String> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let path = arguments.first().ok_or("say which list: scan LIST.ftm.json [MEGABYTES]")?;
    let megabytes = arguments.get(1).and_then(|text| text.parse().ok()).unwrap_or(50);
    let records = records(path)?;
    let listed = || {
        (0..).zip(&records).flat_map(|(entry, record)| {
            let names = record.names();
            names.map(move |(sort, value)| ListedName {
                entry,
                text: &value.text,
                sort,
                kind: kind(&record.schema),
            })
        })
    };
    let begun = cpu_seconds();
    let names = Names::of(listed());
    println!("{} names taken in {:.2} s", names.len(), cpu_seconds() - begun);
    if arguments.get(1).is_some_and(|argument| argument == "--speed") {
        return arguments[2..].iter().try_for_each(|path| speed(&names, path));
    }
    let texts: Vec<&str> = listed().map(|listed| listed.text).collect();
    if let Some(text) = arguments.get(1).and_then(|path| std::fs::read_to_string(path).ok()) {
        for one in names.scan(&text) {
            let quote = text[one.start..one.end].replace('\n', " ");
            println!("{quote:?}: {} ({})", texts[one.name as usize], one.told());
        }
        return Ok(());
    }
    let (text, put) = text(&texts, megabytes << 20);
    let begun = cpu_seconds();
    let found = names.scan(&text);
    let seconds = cpu_seconds() - begun;
    let speed = text.len() as f64 / 1_000_000.0 / seconds;
    println!(
        "{:.0} MB scanned in {seconds:.2} s of one core: {speed:.0} MB/s",
        text.len() as f64 / 1_000_000.0
    );
    println!("{} occurrences; {put} names stand in the text", found.len());
    for one in found.iter().step_by((found.len() / 8).max(1)) {
        let quote = &text[one.start..one.end];
        println!("  {quote:?}: {} ({})", texts[one.name as usize], one.told());
    }
    Ok(())
}

/// Bytes of a long report.
const DOCUMENT: usize = 200_000;

fn speed(names: &Names, path: &str) -> Result<(), String> {
    let text = std::fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))?;
    let mut documents = Vec::new();
    let mut rest = text.as_str();
    while !rest.is_empty() {
        let (document, behind) = rest.split_at(rest.floor_char_boundary(DOCUMENT));
        documents.push(document);
        rest = behind;
    }
    let megabytes = text.len() as f64 / 1_000_000.0;
    let begun = cpu_seconds();
    let anew: usize = documents.iter().map(|document| names.scan(document).len()).sum();
    let each = cpu_seconds() - begun;
    let begun = cpu_seconds();
    let mut scanning = names.scanning();
    let found: usize = documents.iter().map(|document| scanning.text(document).len()).sum();
    let one = cpu_seconds() - begun;
    println!(
        "{path}: {:.0} MB/s in a run for each document, {:.0} MB/s in one run; {anew} and {found} occurrences",
        megabytes / each,
        megabytes / one
    );
    Ok(())
}

/// Seconds of one core that this process has used: a machine that is busy with other things makes no difference. Linux only; in
/// hundredths.
fn cpu_seconds() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields: Vec<&str> = stat.rsplit(')').next().unwrap_or_default().split_whitespace().collect();
    let ticks = |at: usize| fields.get(at).and_then(|field| field.parse::<f64>().ok()).unwrap_or_default();
    (ticks(11) + ticks(12)) / 100.0
}

fn records(path: &str) -> Result<Vec<Record>, String> {
    let lines = std::fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))?;
    let mut gathering = Gathering::default();
    for (number, line) in (1..).zip(lines.lines()) {
        gathering.line(number, line);
    }
    Ok(gathering.finish().records)
}

/// Words that reports are made of; the text has the frequencies of no language, but as many words.
const WORDS: &str = "the of and to in a said that for on was by with from his they were who had it at which company \
    government according officials report during military group after before between people local security forces \
    weapons mine gold country president minister general region authorities control several million dollars contract";

/// A text of so many bytes and how many names stand in it. Always the same for the same list.
fn text(names: &[&str], bytes: usize) -> (String, usize) {
    let words: Vec<&str> = WORDS.split_whitespace().collect();
    let mut text = String::with_capacity(bytes + 1_000);
    let mut state = 0x2545_F491_4F6C_DD1D_u64;
    let mut next = move |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state % below as u64) as usize
    };
    let mut put = 0;
    while text.len() < bytes {
        text.push_str("The ");
        for _ in 0..next(60) + 20 {
            let word = words[next(words.len())];
            text.push_str(word);
            // Words that no list has, as most words of any text are.
            if next(4) == 0 {
                text.push_str(&format!(" {}{}", word, ["ing", "ed", "ation", "al"][next(4)]));
            }
            text.push(' ');
        }
        if next(4) == 0 {
            text.push_str("and ");
            text.push_str(names[next(names.len())]);
            put += 1;
        }
        text.push_str(if next(5) == 0 { " came.\n\n" } else { " came. " });
    }
    (text, put)
}
