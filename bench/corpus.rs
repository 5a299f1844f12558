//! Reports to measure with: invented sentences about invented places, and the test notes of
//! `crates/reason/tests/notes/dev.jsonl` with words that make each a work of its own. The same seed gives the same text.
//!
//! Benches and the example `generated_report` take this file in by path: one generator, so that their figures can be
//! compared. Reports rich in statements are made by `statements.rs` beside it.

use serde_json::Value;

/// Notes in 37 house styles.
const NOTES: &str = include_str!("../crates/reason/tests/notes/dev.jsonl");

/// One note in so many cites a work exactly as an earlier one did, as reports do.
const CITED_AGAIN: usize = 3;

/// Sentences for each note: with them a note has about 500 bytes of report, as in long reports of several hundred notes.
const SENTENCES_A_NOTE: usize = 3;

/// Sentences of a paragraph, and paragraphs under a heading.
const SENTENCES_A_PARAGRAPH: usize = 5;
const PARAGRAPHS_A_HEADING: usize = 9;

const SYLLABLES: [&str; 16] =
    ["ka", "bo", "ri", "tem", "sou", "la", "no", "gui", "dar", "mi", "fe", "zan", "hol", "ve", "ur", "pes"];

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

/// `{P}` is a place, `{N}` a person, `{n}` a number, `{d}` a date.
const SENTENCES: [&str; 12] = [
    "Fighters of the River Column entered {P} before dawn on {d}, and by noon {n} houses near the market were burning",
    "According to the district clerk, {N}, the levy on each boat rose to {n} crowns a month in {P}",
    "The company denied that its trucks had passed {P}, although three drivers described the same checkpoint on {d}",
    "A nurse at the clinic in {P} counted {n} wounded, most of them women who had come to sell fish",
    "{N}, who commanded the garrison until {d}, was promoted a week after the ferry sank off {P}",
    "Satellite pictures of {d} show {n} fresh pits to the north of {P} and two vehicles beside the school",
    "Officials in {P} said that nobody had been detained; families gave the names of {n} men",
    "The memorandum, dated {d}, grants the concession at {P} to a firm in which {N} holds {n} percent",
    "Traders from {P} paid in gold dust, in sacks of cement or, when the road was cut, in the labour of their sons",
    "Between {d} and the end of the rains the price of a passage from {P} doubled to {n} crowns",
    "“We were told to wait at {P} until the convoy came,” one of them said, “and then nobody came at all”",
    "In a letter of {d} the ministry promised {N} a reply within {n} days, which had not arrived by the time of writing",
];

/// SplitMix64 (Steele, Lea, Flood 2014): small, and the same on every machine.
pub struct Seeded(pub u64);

impl Seeded {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    pub fn below(&mut self, end: usize) -> usize {
        (self.next() % end as u64) as usize
    }

    pub fn name(&mut self) -> String {
        let count = 2 + self.below(3);
        let word: String = (0..count).map(|_| SYLLABLES[self.below(SYLLABLES.len())]).collect();
        word[..1].to_uppercase() + &word[1..]
    }

    fn sentence(&mut self) -> String {
        let mut text = String::new();
        let mut rest = SENTENCES[self.below(SENTENCES.len())];
        while let Some(at) = rest.find('{') {
            text.push_str(&rest[..at]);
            text.push_str(&match &rest[at..at + 3] {
                "{P}" => self.name(),
                "{N}" => format!("{} {}", self.name(), self.name()),
                "{n}" => (2 + self.below(900)).to_string(),
                _ => format!("{} {} 20{}", 1 + self.below(28), MONTHS[self.below(12)], 15 + self.below(10)),
            });
            rest = &rest[at + 3..];
        }
        text + rest + "."
    }
}

/// A footnoted report.
pub struct Report {
    /// Headings and paragraphs in reading order, with raised marks.
    pub blocks: Vec<Block>,
    /// Note n is at n − 1; without its label.
    pub notes: Vec<String>,
}

/// A block of the body.
pub enum Block {
    Heading(String),
    Paragraph(String),
}

impl Report {
    /// A report with so many notes, one chain of numbers.
    pub fn new(notes: usize, seed: u64) -> Self {
        let mut seeded = Seeded(seed);
        Self { blocks: body(notes, &mut seeded), notes: varied_notes(notes, &mut seeded) }
    }

    /// As plain text: blank lines between blocks, endnotes as `12. text`.
    pub fn text(&self) -> String {
        let mut text = String::from("The Ferries of the Lower Basin\n\n");
        for block in &self.blocks {
            match block {
                Block::Heading(block) | Block::Paragraph(block) => text.push_str(block),
            }
            text.push_str("\n\n");
        }
        text.push_str("Endnotes\n\n");
        for (index, note) in self.notes.iter().enumerate() {
            text.push_str(&format!("{}. {note}\n\n", index + 1));
        }
        text
    }
}

fn body(notes: usize, seeded: &mut Seeded) -> Vec<Block> {
    let mut blocks = Vec::new();
    let (mut paragraph, mut paragraphs) = (String::new(), 0);
    for number in 0..notes * SENTENCES_A_NOTE {
        if !paragraph.is_empty() {
            paragraph.push(' ');
        }
        paragraph.push_str(&seeded.sentence());
        if number % SENTENCES_A_NOTE == SENTENCES_A_NOTE - 1 {
            paragraph.push_str(&raised(number / SENTENCES_A_NOTE + 1));
        }
        let last = number + 1 == notes * SENTENCES_A_NOTE;
        if last || number % SENTENCES_A_PARAGRAPH == SENTENCES_A_PARAGRAPH - 1 {
            if paragraphs % PARAGRAPHS_A_HEADING == 0 {
                blocks.push(Block::Heading(format!("The Road to {}", seeded.name())));
            }
            paragraphs += 1;
            blocks.push(Block::Paragraph(std::mem::take(&mut paragraph)));
        }
    }
    blocks
}

fn raised(number: usize) -> String {
    const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let digits = number.to_string().into_bytes();
    digits.iter().map(|digit| RAISED[usize::from(digit - b'0')]).collect()
}

fn varied_notes(count: usize, seeded: &mut Seeded) -> Vec<String> {
    let rows: Vec<Value> =
        NOTES.lines().map(|line| serde_json::from_str(line).expect("a line of dev.jsonl is JSON")).collect();
    let first = seeded.below(rows.len());
    (0..count)
        .map(|number| {
            let row = &rows[(first + number) % rows.len()];
            if number % CITED_AGAIN == 0 {
                row["note"].as_str().expect("a note").to_owned()
            } else {
                varied(row, &seeded.name())
            }
        })
        .collect()
}

/// The note with a name within its titles and at the end of its addresses.
fn varied(row: &Value, name: &str) -> String {
    let mut note = row["note"].as_str().expect("a note").to_owned();
    for citation in row["citations"].as_array().expect("citations") {
        if let Some(title) = citation["title"].as_str()
            && let Some((first, rest)) = title.split_once(' ')
        {
            note = note.replacen(title, &format!("{first} {name} {rest}"), 1);
        }
        if let Some(url) = citation["url"].as_str()
            && !url.ends_with('/')
        {
            note = note.replacen(url, &format!("{url}-{}", name.to_lowercase()), 1);
        }
    }
    note
}
