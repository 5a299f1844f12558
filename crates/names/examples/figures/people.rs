//! Duplicates among generated people: how many are found, how many that are found are none, what it takes.
//!
//! One in two people stands in the register more than once. What is known of them besides is spoilt as registers spoil it: letters
//! left out, added, changed and exchanged, short forms of given names, given name and family name exchanged, families joined by
//! marriage, slips in days of birth, removals, addresses of mail that were given up, fields that are empty.

use std::collections::HashMap;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use names::Party;
use names::pairs::{Described, Options, Paired, Pairing, Trait, clusters};
use names::party::{Kind, PartialDate};

use crate::chance::Chance;
use crate::measure::{peak_memory, processor_time, timed};
use crate::table::{Figure, at_least, at_most, plain, say};

/// The share of rows that each fault is in, the first of duplicates left as it was.
struct Faults {
    misspelt: f64,
    short: f64,
    exchanged: f64,
    other_family: f64,
    slip_in_birth: f64,
    moved: f64,
    other_mail: f64,
    empty: f64,
}

/// As registers are.
const FAULTS: Faults = Faults {
    misspelt: 0.15,
    short: 0.08,
    exchanged: 0.03,
    other_family: 0.02,
    slip_in_birth: 0.08,
    moved: 0.1,
    other_mail: 0.1,
    empty: 0.08,
};

/// Prints pairs that are held for one and are not, and the other way round.
pub fn wrong(count: usize) -> Result<(), String> {
    let file = std::env::temp_dir().join(format!("figures-people-{}.csv", std::process::id()));
    write(&file, count).map_err(|error| format!("{}: {error}", file.display()))?;
    let text = std::fs::read_to_string(&file).map_err(|error| error.to_string())?;
    let rows: Vec<&str> = text.lines().skip(1).collect();
    let found = find(&file)?;
    let _ = std::fs::remove_file(&file);
    let (mut false_ones, mut missed) = (0, 0);
    for pair in &found.paired.pairs {
        let (one, other) = (pair.one as usize, pair.other as usize);
        if found.truth[one] != found.truth[other] {
            false_ones += 1;
            if false_ones % 10 == 1 && false_ones < 400 {
                say(&format!(
                    "false {:.3} {:?}\n   {}\n   {}",
                    pair.score, pair.evidence, rows[one], rows[other]
                ));
            }
        }
    }
    let mut first: HashMap<u32, usize> = HashMap::new();
    for row in 0..rows.len() {
        let one = *first.entry(found.truth[row]).or_insert(row);
        if found.clusters[one] != found.clusters[row] {
            missed += 1;
            if missed % 10 == 1 && missed < 400 {
                say(&format!("missed\n   {}\n   {}", rows[one], rows[row]));
            }
        }
    }
    say(&format!("{false_ones} false pairs, {missed} rows apart from the first of their person"));
    Ok(())
}

pub fn measure(count: usize) -> Result<Vec<Figure>, String> {
    let file = std::env::temp_dir().join(format!("figures-people-{}.csv", std::process::id()));
    write(&file, count).map_err(|error| format!("{}: {error}", file.display()))?;
    let used = processor_time();
    let (done, taken) = timed(|| find(&file));
    let found = done?;
    let used = (processor_time() - used).as_secs_f64();
    let _ = std::fs::remove_file(&file);
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

/// Who is who.
struct Found {
    truth: Vec<u32>,
    clusters: Vec<u32>,
    paired: Paired,
}

/// Reads the rows one by one and finds who is who.
fn find(file: &Path) -> Result<Found, String> {
    let mut rows = csv::Reader::from_path(file).map_err(|error| error.to_string())?;
    let mut pairing = Pairing::default();
    let mut truth = Vec::new();
    let mut row = csv::StringRecord::new();
    while rows.read_record(&mut row).map_err(|error| error.to_string())? {
        let field = |place| row.get(place).unwrap_or_default();
        truth.push(field(0).parse().unwrap_or(u32::MAX));
        let mut party = Party::named(Kind::Person, format!("{} {}", field(1), field(2)).trim());
        party.births = PartialDate::parse(field(3)).into_iter().collect();
        pairing
            .party(Described { party: &party, traits: &[(Trait::Place, field(4)), (Trait::Mail, field(5))] });
    }
    let paired = pairing.pairs(Options::default());
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

#[derive(Clone)]
struct Person {
    given: String,
    family: String,
    birth: String,
    town: String,
    mail: String,
}

/// Writes so many rows in an order that says nothing of who is who.
fn write(file: &PathBuf, count: usize) -> std::io::Result<()> {
    let mut chance = Chance::new(7);
    let mut rows: Vec<(usize, Person)> = Vec::with_capacity(count);
    while rows.len() < count {
        let person = Person::any(&mut chance);
        let number = rows.len();
        // One, two, up to six times: half of all stand there once.
        let mut again = 0.5;
        rows.push((number, person.clone()));
        while rows.len() < count && chance.is(again) {
            let other = person.clone().spoilt(&FAULTS, &mut chance);
            rows.push((number, other));
            again *= 0.8;
        }
    }
    chance.shuffle(&mut rows);
    let mut out = BufWriter::new(std::fs::File::create(file)?);
    writeln!(out, "cluster,first_name,surname,dob,city,email")?;
    for (number, person) in rows {
        let Person { given, family, birth, town, mail } = person;
        writeln!(out, "{number},{given},{family},{birth},{town},{mail}")?;
    }
    out.flush()
}

impl Person {
    fn any(chance: &mut Chance) -> Self {
        let given = GIVEN[chance.usual(GIVEN.len())].split(' ').next().unwrap_or_default().to_owned();
        let family = chance.family();
        let birth =
            format!("{:04}-{:02}-{:02}", 1930 + chance.below(78), 1 + chance.below(12), 1 + chance.below(28));
        let town = TOWNS[chance.usual(TOWNS.len())].to_owned();
        let mail = mail(&given, &family, chance);
        Self { given, family, birth, town, mail }
    }

    fn spoilt(mut self, faults: &Faults, chance: &mut Chance) -> Self {
        if chance.is(faults.short) {
            let forms = GIVEN.iter().find(|forms| forms.split(' ').next() == Some(&self.given));
            let forms: Vec<&str> = forms.map(|forms| forms.split(' ').collect()).unwrap_or_default();
            self.given =
                forms.get(chance.below(forms.len().max(1))).map_or(self.given, |form| (*form).to_owned());
        }
        if chance.is(faults.other_family) {
            self.family = chance.family();
        }
        for text in [&mut self.given, &mut self.family] {
            if chance.is(faults.misspelt) {
                chance.misspell(text);
            }
        }
        if chance.is(faults.exchanged) {
            std::mem::swap(&mut self.given, &mut self.family);
        }
        if chance.is(faults.slip_in_birth) {
            self.birth = slip(&self.birth, chance);
        }
        match chance.is(faults.moved) {
            true => self.town = TOWNS[chance.usual(TOWNS.len())].to_owned(),
            false if chance.is(faults.misspelt / 2.0) => chance.misspell(&mut self.town),
            false => {}
        }
        match chance.is(faults.other_mail) {
            true => self.mail = mail(&self.given, &self.family, chance),
            false if chance.is(faults.misspelt / 2.0) => chance.misspell(&mut self.mail),
            false => {}
        }
        for text in [&mut self.given, &mut self.birth, &mut self.town, &mut self.mail] {
            if chance.is(faults.empty) {
                text.clear();
            }
        }
        if chance.is(faults.empty / 4.0) {
            self.family.clear();
        }
        self
    }
}

fn mail(given: &str, family: &str, chance: &mut Chance) -> String {
    let host = ["example.org", "example.com", "example.net", "mail.example"][chance.below(4)];
    let local = match chance.below(3) {
        0 => format!("{given}.{family}"),
        1 => format!("{}{family}{}", &given[..1], chance.below(100)),
        _ => format!("{given}{}", 1930 + chance.below(78)),
    };
    format!("{}@{host}", local.to_lowercase())
}

/// A day with a digit changed, day and month exchanged, or a year beside it.
fn slip(birth: &str, chance: &mut Chance) -> String {
    let fields: Vec<u16> = birth.split('-').filter_map(|field| field.parse().ok()).collect();
    let [year, month, day] = fields[..] else { return birth.to_owned() };
    let (year, month, day) = match chance.below(5) {
        0 if day <= 12 => (year, day, month),
        1 => (year + 1, month, day),
        2 => (year, month, 1 + chance.below(28) as u16),
        3 => (year, 1 + chance.below(12) as u16, day),
        // Only the year was known.
        _ => (year, 1, 1),
    };
    format!("{year:04}-{month:02}-{day:02}")
}

/// Given names, the usual ones first, each with its short forms.
const GIVEN: [&str; 120] = [
    "James Jim Jimmy",
    "Mary Molly",
    "John Jack Johnny",
    "Patricia Pat Patty",
    "Robert Bob Rob",
    "Jennifer Jenny Jen",
    "Michael Mike Mick",
    "Linda Lyn",
    "William Bill Will",
    "Elizabeth Liz Beth",
    "David Dave",
    "Barbara Barb",
    "Richard Dick Rick",
    "Susan Sue",
    "Joseph Joe",
    "Jessica Jess",
    "Thomas Tom",
    "Sarah Sally",
    "Charles Charlie Chuck",
    "Karen",
    "Christopher Chris Kit",
    "Nancy",
    "Daniel Dan Danny",
    "Margaret Peggy Maggie",
    "Matthew Matt",
    "Lisa",
    "Anthony Tony",
    "Betty",
    "Mark",
    "Dorothy Dot",
    "Donald Don",
    "Sandra Sandy",
    "Steven Steve",
    "Ashley",
    "Paul",
    "Kimberly Kim",
    "Andrew Andy Drew",
    "Donna",
    "Joshua Josh",
    "Emily Em",
    "Kenneth Ken",
    "Carol",
    "Kevin Kev",
    "Michelle Shelly",
    "Brian",
    "Amanda Mandy",
    "George",
    "Melissa Mel",
    "Edward Ed Ted",
    "Deborah Debbie",
    "Ronald Ron",
    "Stephanie Steph",
    "Timothy Tim",
    "Rebecca Becky",
    "Jason Jay",
    "Laura Laurie",
    "Jeffrey Jeff",
    "Helen Nell",
    "Ryan",
    "Sharon",
    "Jacob Jake",
    "Cynthia Cindy",
    "Gary",
    "Kathleen Kathy",
    "Nicholas Nick",
    "Amy",
    "Eric",
    "Angela Angie",
    "Jonathan Jon",
    "Shirley",
    "Stephen Steve",
    "Anna Annie",
    "Larry",
    "Ruth",
    "Justin",
    "Brenda",
    "Scott",
    "Pamela Pam",
    "Brandon",
    "Nicole Nicky",
    "Benjamin Ben",
    "Katherine Kate Katie",
    "Samuel Sam",
    "Samantha Sam",
    "Gregory Greg",
    "Christine Chris Tina",
    "Frank",
    "Emma",
    "Alexander Alex Sandy",
    "Catherine Cathy Kate",
    "Raymond Ray",
    "Virginia Ginny",
    "Patrick Pat Paddy",
    "Rachel",
    "Jack",
    "Carolyn",
    "Dennis",
    "Janet Jan",
    "Jerry",
    "Maria",
    "Tyler",
    "Heather",
    "Aaron",
    "Diane Di",
    "Jose Pepe",
    "Julie",
    "Henry Harry Hank",
    "Joyce",
    "Adam",
    "Victoria Vicky Tori",
    "Douglas Doug",
    "Kelly",
    "Nathan Nate",
    "Christina Tina Chris",
    "Peter Pete",
    "Joan",
    "Zachary Zach",
    "Evelyn Eve",
    "Kyle",
    "Olivia Liv",
];

/// Towns, the largest first.
const TOWNS: [&str; 60] = [
    "London",
    "Birmingham",
    "Manchester",
    "Leeds",
    "Glasgow",
    "Sheffield",
    "Liverpool",
    "Bristol",
    "Edinburgh",
    "Leicester",
    "Coventry",
    "Bradford",
    "Cardiff",
    "Belfast",
    "Nottingham",
    "Hull",
    "Newcastle",
    "Stoke",
    "Southampton",
    "Derby",
    "Portsmouth",
    "Brighton",
    "Plymouth",
    "Northampton",
    "Reading",
    "Luton",
    "Wolverhampton",
    "Bolton",
    "Bournemouth",
    "Norwich",
    "Swindon",
    "Swansea",
    "Southend",
    "Middlesbrough",
    "Peterborough",
    "Cambridge",
    "Doncaster",
    "York",
    "Poole",
    "Gloucester",
    "Burnley",
    "Huddersfield",
    "Telford",
    "Dundee",
    "Blackpool",
    "Ipswich",
    "Oxford",
    "Preston",
    "Exeter",
    "Warrington",
    "Slough",
    "Sunderland",
    "Aberdeen",
    "Crawley",
    "Colchester",
    "Chelmsford",
    "Lincoln",
    "Bath",
    "Carlisle",
    "Worcester",
];
