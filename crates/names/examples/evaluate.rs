//! How well two names or two parties are told to be one: `cargo run --release -p names --example evaluate -- FOLDER`.
//!
//! The folder holds labelled pairs in the files that `nomenklatura`, `watchman`, `rigour` and EU aliases gave; see BENCHMARKS.md. With
//! `--wrong` every pair is printed that falls on the wrong side of the cut-off.

use std::error::Error;
use std::path::Path;
use std::time::Instant;

use names::Party;
use names::matching::{Prepared, THRESHOLD, compare, score};
use names::party::{Kind, NamePart, kind};

type Outcome<T> = Result<T, Box<dyn Error>>;

/// A pair that people judged.
struct Pair {
    one: Party,
    other: Party,
    same: bool,
    quality: String,
}

struct Scored<'a> {
    pair: &'a Pair,
    score: f64,
}

fn main() -> Outcome<()> {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().ok_or("which folder?")?;
    let wrong = arguments.next().is_some_and(|argument| argument == "--wrong");
    let folder = Path::new(&folder);
    name_pairs(&folder.join("name_pairs_dev.csv"), wrong)?;
    entity_pairs(&folder.join("entity_pairs_dev.json"), wrong)?;
    cyrillic(&folder.join("cyrillic_latin_pairs_dev.csv"), wrong)?;
    cross_script(&folder.join("cross_script_pairs.csv"))?;
    every_with_every(&folder.join("putin_names.txt"), wrong)?;
    ranks(&folder.join("ofac_search_scores.csv"))?;
    speed(&folder.join("name_pairs_dev.csv"))
}

fn say(line: &str) {
    use std::io::Write as _;
    let _ = writeln!(std::io::stdout(), "{line}");
}

fn scored(pairs: &[Pair]) -> Vec<Scored<'_>> {
    pairs
        .iter()
        .map(|pair| Scored { pair, score: score(&Prepared::of(&pair.one), &Prepared::of(&pair.other)) })
        .collect()
}

fn labelled(path: &Path) -> Outcome<Vec<Pair>> {
    let mut pairs = Vec::new();
    for row in csv::Reader::from_path(path)?.records() {
        let row = row?;
        let kind = kind(&row[1]);
        let (one, other) = (Party::named(kind, &row[2]), Party::named(kind, &row[3]));
        pairs.push(Pair { one, other, same: &row[4] == "true", quality: row[5].to_owned() });
    }
    Ok(pairs)
}

fn name_pairs(path: &Path, wrong: bool) -> Outcome<()> {
    let pairs = labelled(path)?;
    let scored = scored(&pairs);
    let (best, at) = (1..100)
        .map(|cut| f64::from(cut) / 100.0)
        .map(|cut| (f1(&scored, cut), cut))
        .max_by(|one, other| one.0.total_cmp(&other.0))
        .unwrap_or_default();
    let strong: Vec<&Scored<'_>> = scored.iter().filter(|scored| scored.pair.quality == "STRONG").collect();
    let right = strong.iter().filter(|scored| is_right(scored)).count();
    let (halves, others): (Vec<_>, Vec<_>) = pairs.iter().enumerate().partition(|(at, _)| at % 2 == 0);
    let half = |half: Vec<(usize, &Pair)>| {
        let scored: Vec<Scored<'_>> = half
            .into_iter()
            .map(|(_, pair)| Scored {
                pair,
                score: score(&Prepared::of(&pair.one), &Prepared::of(&pair.other)),
            })
            .collect();
        format!("{:.3}/{:.3}", auc(&scored), f1(&scored, THRESHOLD))
    };
    say(&format!(
        "name pairs: AUC {:.3}, best F1 {best:.3} at {at:.2}, F1 at {THRESHOLD} {:.3}, STRONG {right} of {}; halves AUC/F1 {} {}",
        auc(&scored),
        f1(&scored, THRESHOLD),
        strong.len(),
        half(halves),
        half(others)
    ));
    strong.iter().filter(|scored| !is_right(scored)).for_each(|scored| show("STRONG", scored));
    if wrong {
        scored.iter().filter(|scored| !is_right(scored)).for_each(|scored| show("name", scored));
    }
    Ok(())
}

fn entity_pairs(path: &Path, wrong: bool) -> Outcome<()> {
    let pairs: Vec<serde_json::Value> = serde_json::from_reader(std::fs::File::open(path)?)?;
    let pairs: Vec<Pair> = pairs
        .iter()
        .map(|pair| {
            let kind = kind(pair["schema"].as_str().unwrap_or_default());
            let (one, other) = (party(kind, &pair["query"]), party(kind, &pair["candidate"]));
            Pair { one, other, same: pair["match"] == true, quality: String::new() }
        })
        .collect();
    let scored = scored(&pairs);
    let right = scored.iter().filter(|scored| is_right(scored)).count();
    say(&format!(
        "entity pairs: accuracy {:.3} ({right} of {})",
        right as f64 / pairs.len() as f64,
        pairs.len()
    ));
    if wrong {
        scored.iter().filter(|scored| !is_right(scored)).for_each(|scored| show("entity", scored));
    }
    Ok(())
}

fn party(kind: Kind, properties: &serde_json::Value) -> Party {
    let text = |property: &str| properties[property].as_str();
    let mut party = Party::named(kind, text("name").unwrap_or_default());
    if text("name").is_none() {
        party.names.clear();
    }
    let parts = [
        ("firstName", NamePart::Given),
        ("middleName", NamePart::Middle),
        ("fatherName", NamePart::Patronymic),
        ("lastName", NamePart::Family),
    ];
    party.parts =
        parts.iter().filter_map(|(property, part)| Some((*part, text(property)?.to_owned()))).collect();
    party
}

fn cyrillic(path: &Path, wrong: bool) -> Outcome<()> {
    let pairs = labelled(path)?;
    let scored = scored(&pairs);
    let mut others: Vec<f64> =
        scored.iter().filter(|scored| !scored.pair.same).map(|scored| scored.score).collect();
    others.sort_by(|one, other| other.total_cmp(one));
    let allowed = others.len() / 1000;
    let cut = others.get(allowed).copied().unwrap_or_default();
    let same: Vec<&Scored<'_>> = scored.iter().filter(|scored| scored.pair.same).collect();
    let found = same.iter().filter(|scored| scored.score > cut).count();
    let recall = found as f64 / same.len() as f64;
    let at_ours = same.iter().filter(|scored| scored.score >= THRESHOLD).count() as f64 / same.len() as f64;
    let false_at_ours = others.iter().filter(|score| **score >= THRESHOLD).count();
    say(&format!(
        "Cyrillic-Latin: AUC {:.3}, recall {recall:.3} over {cut:.3} ({allowed} of {} others over it); recall {at_ours:.3} at {THRESHOLD}, {false_at_ours} false",
        auc(&scored),
        others.len()
    ));
    if wrong {
        scored
            .iter()
            .filter(|scored| scored.pair.same && scored.score <= cut.max(THRESHOLD))
            .for_each(|scored| show("cyrillic", scored));
        scored
            .iter()
            .filter(|scored| !scored.pair.same && scored.score >= cut - 0.05)
            .for_each(|scored| show("cyrillic", scored));
    }
    Ok(())
}

fn cross_script(path: &Path) -> Outcome<()> {
    let text = std::fs::read_to_string(path)?;
    let rows = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let (mut right, mut all) = (0, 0);
    for row in rows {
        let fields: Vec<&str> = row.split(',').collect();
        let (one, other) = (Party::named(Kind::Person, fields[0]), Party::named(Kind::Person, fields[1]));
        let pair = Pair { one, other, same: true, quality: String::new() };
        let scored =
            Scored { score: score(&Prepared::of(&pair.one), &Prepared::of(&pair.other)), pair: &pair };
        all += 1;
        if is_right(&scored) {
            right += 1;
        } else {
            show("cross-script", &scored);
        }
    }
    say(&format!("cross-script pairs: {right} of {all}"));
    Ok(())
}

fn every_with_every(path: &Path, wrong: bool) -> Outcome<()> {
    let text = std::fs::read_to_string(path)?;
    let names: Vec<(&str, Prepared)> = text
        .lines()
        .filter(|line| !line.is_empty())
        .map(|line| (line, Prepared::of(&Party::named(Kind::Person, line))))
        .collect();
    let (mut right, mut all) = (0, 0);
    let mut misses: Vec<(usize, &str)> = names.iter().map(|(name, _)| (0, *name)).collect();
    for (at, (_, one)) in names.iter().enumerate() {
        for (to, (_, other)) in names.iter().enumerate().skip(at + 1) {
            all += 1;
            if score(one, other) >= THRESHOLD {
                right += 1;
            } else {
                misses[at].0 += 1;
                if wrong {
                    let named = |at: usize| Party::named(Kind::Person, names[at].0);
                    let pair = Pair { one: named(at), other: named(to), same: true, quality: String::new() };
                    show("one man", &Scored { score: score(one, other), pair: &pair });
                }
                misses[to].0 += 1;
            }
        }
    }
    misses.retain(|(count, _)| *count > 0);
    misses.sort_by(|one, other| other.cmp(one));
    say(&format!(
        "one man's name in many languages: {right} of {all} pairs; most missed {:?}",
        &misses[..misses.len().min(8)]
    ));
    Ok(())
}

fn ranks(path: &Path) -> Outcome<()> {
    let text = std::fs::read_to_string(path)?;
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for row in reader.records() {
        let row = row?;
        // Whether the result is somebody or a body is not said: the likelier reading counts.
        let scores = [Kind::Person, Kind::LegalEntity].map(|kind| {
            score(&Prepared::of(&Party::named(kind, &row[0])), &Prepared::of(&Party::named(kind, &row[1])))
        });
        ours.push(scores[0].max(scores[1]));
        theirs.push(row[2].trim().parse::<f64>()?);
    }
    say(&format!(
        "US Treasury's scores: rank correlation {:.3} over {} rows",
        correlation(&ranked(&ours), &ranked(&theirs)),
        ours.len()
    ));
    Ok(())
}

fn ranked(values: &[f64]) -> Vec<f64> {
    let rank = |value: f64| {
        let under = values.iter().filter(|other| **other < value).count() as f64;
        let same = values.iter().filter(|other| **other == value).count() as f64;
        under + (same - 1.0) / 2.0
    };
    values.iter().map(|value| rank(*value)).collect()
}

fn correlation(one: &[f64], other: &[f64]) -> f64 {
    let mean = |values: &[f64]| values.iter().sum::<f64>() / values.len() as f64;
    let (mean_one, mean_other) = (mean(one), mean(other));
    let sum = |f: &dyn Fn(f64, f64) -> f64| {
        one.iter().zip(other).map(|(one, other)| f(one - mean_one, other - mean_other)).sum::<f64>()
    };
    sum(&|one, other| one * other) / (sum(&|one, _| one * one) * sum(&|_, other| other * other)).sqrt()
}

/// What one comparison of names takes: every name of one column with every of the other.
fn speed(path: &Path) -> Outcome<()> {
    let pairs = labelled(path)?;
    let start = Instant::now();
    let ones: Vec<Prepared> = pairs.iter().map(|pair| Prepared::of(&pair.one)).collect();
    let others: Vec<Prepared> = pairs.iter().map(|pair| Prepared::of(&pair.other)).collect();
    let reading = start.elapsed() / (2 * pairs.len() as u32);
    let start = Instant::now();
    let pairs = ones.iter().zip(&others).cycle().take(20_000);
    let sum: f64 = pairs.map(|(one, other)| score(one, other)).sum();
    let close = start.elapsed() / 20_000;
    let start = Instant::now();
    let far: f64 = ones.iter().flat_map(|one| others.iter().map(move |other| score(one, other))).sum();
    let count = (ones.len() * others.len()) as u32;
    let far_time = start.elapsed() / count;
    say(&format!(
        "speed: {reading:?} to read a name, {close:?} to compare two alike, {far_time:?} any two ({:.0})",
        sum + far
    ));
    Ok(())
}

fn is_right(scored: &Scored<'_>) -> bool {
    (scored.score >= THRESHOLD) == scored.pair.same
}

fn show(of: &str, scored: &Scored<'_>) {
    let comparison = compare(&Prepared::of(&scored.pair.one), &Prepared::of(&scored.pair.other));
    let name = |party: &Party| {
        let parts = || party.parts.iter().map(|(_, text)| text.clone()).collect::<Vec<_>>().join("+");
        party.names.first().map_or_else(parts, |name| name.text.clone())
    };
    let label = if scored.pair.same { "same" } else { "other" };
    say(&format!(
        "  {of} {label} {:.3} {:?}: {} | {}",
        scored.score,
        scored.pair.one.kind,
        name(&scored.pair.one),
        name(&scored.pair.other)
    ));
    let parts: Vec<String> = comparison.parts.iter().map(ToString::to_string).collect();
    say(&format!("      {}", parts.join("; ")));
}

/// The chance that a pair of the same has a higher score than one of others.
fn auc(scored: &[Scored<'_>]) -> f64 {
    let scores =
        |same: bool| scored.iter().filter(move |scored| scored.pair.same == same).map(|scored| scored.score);
    let wins: f64 = scores(true)
        .flat_map(|one| {
            scores(false).map(move |other| {
                if one > other {
                    1.0
                } else if one == other {
                    0.5
                } else {
                    0.0
                }
            })
        })
        .sum();
    wins / (scores(true).count() * scores(false).count()) as f64
}

fn f1(scored: &[Scored<'_>], cut: f64) -> f64 {
    let found = scored.iter().filter(|scored| scored.score >= cut);
    let (found, right) =
        found.fold((0, 0), |(found, right), scored| (found + 1, right + usize::from(scored.pair.same)));
    let same = scored.iter().filter(|scored| scored.pair.same).count();
    2.0 * right as f64 / (found + same) as f64
}
