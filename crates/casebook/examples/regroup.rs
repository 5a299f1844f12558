//! How long a large case takes to draw its conclusions anew after one document is added, and where the time goes.
//!
//!     cargo run --release -p casebook --example regroup [DOCUMENTS]...
//!
//! Documents are invented: about 3 kB each, ten claims, a note in each third. `TMPDIR` says which disk. Target: under 5 s for
//! 10,000 documents, and no more than n log n.

#![allow(clippy::print_stdout, reason = "it is a report")]

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use casebook::export::{Format, Request, What};
use casebook::{Actor, AddOptions, AddSource, BuildOptions, Case, Clock, Reading, Timestamp};
use reason::decisions::Decisions;
use reason::document::{Draft, DraftBlock, ReadOutcome};

struct Stopped;

impl Clock for Stopped {
    fn now(&self) -> Timestamp {
        Timestamp::UNIX_EPOCH
    }
}

struct Paragraphs;

impl Reading for Paragraphs {
    fn version(&self) -> String {
        "paragraphs 1".to_owned()
    }

    fn read(&self, _name: &str, bytes: &[u8]) -> ReadOutcome {
        let text = String::from_utf8_lossy(bytes);
        let mut draft = Draft::new("text/plain", "paragraphs", 1);
        draft.blocks = text.split("\n\n").map(|paragraph| DraftBlock::new(None, paragraph, None)).collect();
        ReadOutcome::Document(reason::structure::compose(draft))
    }
}

struct Seeded(u64);

impl Seeded {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit
    }
}

fn name(number: usize) -> String {
    const SYLLABLES: [&str; 16] = [
        "ka", "bo", "ri", "tem", "sou", "la", "no", "gui", "dar", "mi", "fe", "zan", "hol", "ve", "ur", "pes",
    ];
    let mut name: String = (0..4).map(|at| SYLLABLES[(number >> (4 * at)) % 16]).collect();
    name[..1].make_ascii_uppercase();
    name
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// One news story about five events; places grow with the case, as they do.
fn story(number: usize, documents: usize) -> String {
    let mut seeded = Seeded(number as u64 + 7);
    let mut text = format!("What is known of story {number}\n\n");
    for _ in 0..5 {
        let (place, actor) = (name(seeded.below(documents / 20 + 1)), name(seeded.below(60) * 977));
        let (day, month, year) = (1 + seeded.below(28), MONTHS[seeded.below(12)], 2022 + seeded.below(3));
        let (killed, hurt) = (1 + seeded.below(120), 2 + seeded.below(120));
        text.push_str(&format!(
            "On {day} {month} {year}, fighters of the {actor} Front entered {place} and killed {killed} people, officials \
             said. A clerk of the district told Radio Riverbend that at least {hurt} people were injured. The market, which \
             had been closed since the rains, burned for two days, and the road to the river was cut. Traders spoke of \
             trucks that had passed before dawn without lights; nobody could say whose they were.\n\n"
        ));
    }
    if number.is_multiple_of(3) {
        let (cited, year) = (name(seeded.below(documents / 10 + 1)), 2022 + seeded.below(3));
        text.push_str("The figures were repeated by others.[1]\n\n");
        text.push_str(&format!("[1] “Attack at {cited},” Riverbend Courier, 3 May {year}.\n"));
    }
    text
}

fn actor() -> Actor {
    Actor { name: "bench".to_owned(), program: "bench".to_owned() }
}

fn add(case: &Case, files: &Path) {
    let mut writer = case.write(actor(), Arc::new(Stopped)).expect("the only writer");
    let sources = vec![AddSource::Path(files.to_owned())];
    writer.add(sources, AddOptions::default(), &mut |_| {}).expect("added");
}

fn build(case: &Case) {
    let mut writer = case.write(actor(), Arc::new(Stopped)).expect("the only writer");
    let threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    writer.build(&Paragraphs, BuildOptions { threads }, &mut |_| {}).expect("built");
}

fn timed<T>(what: &str, act: impl FnOnce() -> T) -> T {
    let (began, worked) = (Instant::now(), cpu());
    let made = act();
    let (took, worked) = (began.elapsed(), cpu().saturating_sub(worked));
    println!("  {:>8.2} s  {:>8.2} s of cores  {what}", took.as_secs_f64(), worked.as_secs_f64());
    made
}

/// What all threads of this process worked so far: on a machine that others use, the clock on the wall says little. Linux
/// only; elsewhere 0.
fn cpu() -> Duration {
    let status = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields = status.rsplit(')').next().unwrap_or_default().split_whitespace();
    let ticks: u64 = fields.skip(11).take(2).filter_map(|field| field.parse::<u64>().ok()).sum();
    Duration::from_millis(ticks * 10)
}

fn measure(documents: usize) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let files = folder.path().join("files");
    let mut size = 0;
    for number in 0..documents {
        let folder = files.join(format!("{:02}", number % 100));
        fs::create_dir_all(&folder).expect("a writable folder");
        let text = story(number, documents);
        size += text.len();
        fs::write(folder.join(format!("{number}.txt")), text).expect("a writable folder");
    }
    println!("{documents} documents, {:.1} MB", size as f64 / 1e6);
    let case = Case::init(&folder.path().join("case"), &actor(), &Stopped).expect("a new case");
    timed("all added", || add(&case, &files));
    timed("all built", || build(&case));
    let more = files.join("one-more.txt");
    fs::write(&more, story(documents, documents)).expect("a writable folder");
    add(&case, &more);
    timed("built after one more", || build(&case));
    timed("built with nothing new", || build(&case));
    parts(&case);
}

/// Where the time goes.
fn parts(case: &Case) {
    let loaded = timed("loaded", || case.load().expect("built"));
    let sources = loaded.sources();
    let concluded = timed("concluded", || reason::conclude(&sources, &Decisions::default()));
    let works = timed("  works joined", || reason::works::join(&sources));
    timed("  parties joined", || reason::entities::join(&sources, &Decisions::default()));
    timed("  origins traced", || reason::origins::trace(&sources, &works, &Decisions::default()));
    timed("  incidents grouped", || {
        reason::incidents::group(&sources, &concluded.parties, &Decisions::default())
    });
    timed("checked", || reason::checks::check(&sources, &concluded));
    let claims: usize = loaded.documents.iter().map(|of| of.analysis.claims.len()).sum();
    let (works, parties, incidents) =
        (concluded.works.len(), concluded.parties.len(), concluded.incidents.len());
    println!(
        "            {claims} claims, {incidents} incidents, {parties} parties, {works} works, {} diagnostics",
        loaded.diagnostics.len()
    );
    for what in [What::Claims, What::Incidents, What::Entities, What::Diagnostics] {
        let request = Request { what, format: Format::Jsonl };
        timed(&format!("exported {}", what.name()), || {
            case.export(&request, &mut std::io::sink()).expect("exported")
        });
    }
}

fn main() {
    let asked: Vec<usize> = std::env::args().skip(1).filter_map(|word| word.parse().ok()).collect();
    let sizes = if asked.is_empty() { vec![2_500, 5_000, 10_000] } else { asked };
    sizes.into_iter().for_each(measure);
}
