//! Generated people.
//!
//! One in two people stands in the register more than once. What is known of them besides is spoilt as registers spoil it: letters
//! left out, added, changed and exchanged, short forms of given names, given name and family name exchanged, families joined by
//! marriage, slips in days of birth, removals, addresses of mail that were given up, fields that are empty.

use std::io::{BufWriter, Write};
use std::path::Path;

use crate::chance::Chance;

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

#[derive(Clone)]
struct Person {
    given: String,
    family: String,
    birth: String,
    town: String,
    mail: String,
}

/// Writes so many rows in an order that says nothing of who is who.
pub fn write(file: &Path, count: usize) -> std::io::Result<()> {
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
