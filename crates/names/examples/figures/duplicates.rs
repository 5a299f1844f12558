//! Duplicates among the rows of a table: how many are found, how many that are found are none, what it takes.
//!
//! Column `cluster` says who is who; `name`, or `first_name` and `surname`, and `dob`, `city`, `email`, `phone`, `id`, `address` what is known.

use std::collections::HashMap;
use std::path::Path;

use names::Party;
use names::pairs::{Described, Options, Paired, Pairing, Trait, clusters};
use names::party::{Kind, PartialDate};

use crate::measure::{peak_memory, processor_time, timed};
use crate::table::{Figure, at_least, at_most, plain, say};

/// The columns that are traits.
const TRAITS: [(&str, Trait); 5] = [
    ("city", Trait::Place),
    ("address", Trait::Place),
    ("email", Trait::Mail),
    ("phone", Trait::Telephone),
    ("id", Trait::Telephone),
];

/// Of how many that went wrong one is printed.
const EVERY: usize = 10;

/// The most false pairs that are printed.
const MOST: usize = 400;

/// Figures of finding duplicates.
pub fn measure(file: &Path, options: Options) -> Result<Vec<Figure>, String> {
    let used = processor_time();
    let (done, taken) = timed(|| find(file, options));
    let found = done?;
    let used = (processor_time() - used).as_secs_f64();
    let (precision, recall) = agreement(&found.truth, &found.clusters);
    let what = |what: &str| format!("{} person records, {what}", found.truth.len());
    Ok(vec![
        at_most(&what("processor time"), used, 10.0, (2, " s", "10 s")),
        at_most(&what("memory"), peak_memory(), 500.0, (0, " MB", "500 MB")),
        at_least(&what("precision of pairs in clusters"), precision, 0.94, (4, "", "0.94")),
        at_least(&what("recall of pairs in clusters"), recall, 0.97, (4, "", "0.97")),
        plain(
            &what("pairs compared; passed over"),
            format!("{}; {}", found.paired.compared, found.paired.passed_over),
        ),
        plain(&what("time on the clock"), format!("{:.2} s", taken.as_secs_f64())),
    ])
}

/// Prints pairs that are held for one and are not, and the other way round, with the evidence where they were compared.
pub fn wrong(file: &Path) -> Result<(), String> {
    let text = std::fs::read_to_string(file).map_err(|error| error.to_string())?;
    let rows: Vec<&str> = text.lines().skip(1).collect();
    let all = find(file, Options { cutoff: 0.0 })?;
    let Found { truth, .. } = all;
    let cutoff = Options::default().cutoff;
    let (kept, low): (Vec<_>, Vec<_>) = all.paired.pairs.into_iter().partition(|pair| pair.score >= cutoff);
    let together = clusters(rows.len(), &kept);
    let is_true = |(one, other): (u32, u32)| truth[one as usize] == truth[other as usize];
    let show = |what: &str, (one, other): (u32, u32)| {
        say(&format!("{what}\n   {}\n   {}", rows[one as usize], rows[other as usize]));
    };
    let false_ones: Vec<_> = kept.iter().filter(|pair| !is_true((pair.one, pair.other))).collect();
    for pair in false_ones.iter().step_by(EVERY).take(MOST) {
        show(&format!("false {:.3} {:?}", pair.score, pair.evidence), (pair.one, pair.other));
    }
    let weighed: HashMap<(u32, u32), _> = low.iter().map(|pair| ((pair.one, pair.other), pair)).collect();
    let (mut too_low, mut unseen) = (0, 0);
    for (number, (one, other)) in true_pairs(&truth).into_iter().enumerate() {
        if together[one as usize] == together[other as usize] {
            continue;
        }
        let why = match weighed.get(&(one, other)) {
            Some(pair) => {
                too_low += 1;
                format!("missed {:.3} {:?}", pair.score, pair.evidence)
            }
            None => {
                unseen += 1;
                "missed, not compared".to_owned()
            }
        };
        if number % EVERY == 0 {
            show(&why, (one, other));
        }
    }
    say(&format!(
        "{} false pairs; true pairs apart: {too_low} weighed too low, {unseen} not compared",
        false_ones.len()
    ));
    Ok(())
}

/// Every pair of rows that are one, the earlier first.
fn true_pairs(truth: &[u32]) -> Vec<(u32, u32)> {
    let mut sorted: Vec<u32> = (0..truth.len() as u32).collect();
    sorted.sort_by_key(|row| truth[*row as usize]);
    let clusters = sorted.chunk_by(|one, other| truth[*one as usize] == truth[*other as usize]);
    let pairs = clusters.flat_map(|rows| {
        rows.iter()
            .enumerate()
            .flat_map(move |(at, one)| rows[at + 1..].iter().map(move |other| (*one, *other)))
    });
    pairs.collect()
}

/// Who is who.
struct Found {
    truth: Vec<u32>,
    clusters: Vec<u32>,
    paired: Paired,
}

/// Reads the rows one by one and finds who is who.
fn find(file: &Path, options: Options) -> Result<Found, String> {
    let mut rows = csv::Reader::from_path(file).map_err(|error| error.to_string())?;
    let headings = rows.headers().map_err(|error| error.to_string())?.clone();
    let place = |heading: &str| headings.iter().position(|known| known == heading);
    let names = ["name", "first_name", "surname"].map(place);
    let (cluster, birth) = (place("cluster"), place("dob"));
    let traits: Vec<(Trait, usize)> =
        TRAITS.iter().filter_map(|(heading, sort)| Some((*sort, place(heading)?))).collect();
    let mut pairing = Pairing::default();
    let mut truth = Vec::new();
    let mut row = csv::StringRecord::new();
    while rows.read_record(&mut row).map_err(|error| error.to_string())? {
        let field = |place: Option<usize>| place.and_then(|place| row.get(place)).unwrap_or_default();
        truth.push(field(cluster).parse().unwrap_or(u32::MAX));
        let name: Vec<&str> = names.iter().map(|place| field(*place).trim()).collect();
        let mut party = Party::named(Kind::Person, name.join(" ").trim());
        party.births = PartialDate::parse(field(birth)).into_iter().collect();
        let held: Vec<(Trait, &str)> =
            traits.iter().map(|(sort, place)| (*sort, field(Some(*place)))).collect();
        pairing.party(Described { party: &party, traits: &held });
    }
    let paired = pairing.pairs(options);
    Ok(Found { clusters: clusters(truth.len(), &paired.pairs), truth, paired })
}

/// Of the pairs of rows that clusters hold together, those that are one person; and of the pairs that are one person, those held together.
fn agreement(truth: &[u32], found: &[u32]) -> (f64, f64) {
    let pairs_of =
        |counts: HashMap<(u32, u32), u64>| counts.values().map(|count| count * (count - 1) / 2).sum::<u64>();
    let count = |key: &dyn Fn(usize) -> (u32, u32)| {
        let mut counts: HashMap<(u32, u32), u64> = HashMap::new();
        (0..truth.len()).for_each(|row| *counts.entry(key(row)).or_default() += 1);
        pairs_of(counts) as f64
    };
    let both = count(&|row| (truth[row], found[row]));
    (both / count(&|row| (0, found[row])).max(1.0), both / count(&|row| (truth[row], 0)).max(1.0))
}
