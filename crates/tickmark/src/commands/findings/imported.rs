//! What imported files say of a party, in lines: what somebody needs to judge whether it is another.

use std::collections::{HashMap, HashSet};

use casebook::Loaded;
use ftm::{Record, Role};
use reason::imports::{ImportedFile, RecordRef};

/// Ties of one record that are shown; the others are counted.
const MOST_TIES: usize = 5;

/// What tells people and bodies apart, as a reader calls it.
const FACTS: [(&str, &str); 14] = [
    ("birthDate", "born"),
    ("deathDate", "died"),
    ("incorporationDate", "founded"),
    ("gender", ""),
    ("nationality", "nationality"),
    ("country", "country"),
    ("jurisdiction", "jurisdiction"),
    ("position", ""),
    ("topics", "topics"),
    ("registrationNumber", "registration"),
    ("imoNumber", "IMO"),
    ("idNumber", "id"),
    ("passportNumber", "passport"),
    ("address", "address"),
];

/// What tells of a tie.
const OF_TIES: [&str; 9] = [
    "role",
    "relationship",
    "percentage",
    "status",
    "authority",
    "program",
    "reason",
    "startDate",
    "endDate",
];

/// Characters of one value that are shown.
const SHOWN: usize = 60;
/// Values of one property that are shown.
const MOST_VALUES: usize = 3;

/// Looks ties up; made once for all parties that are shown.
pub struct Imported<'a> {
    files: &'a [ImportedFile],
    /// By file: the ties that name an id.
    ties: Vec<HashMap<&'a str, Vec<usize>>>,
    names: Vec<HashMap<&'a str, &'a str>>,
    told: HashSet<RecordRef>,
}

impl<'a> Imported<'a> {
    /// Of all files in use.
    pub fn of(loaded: &'a Loaded) -> Self {
        let ties = loaded.imports.iter().map(|file| {
            let mut ties: HashMap<&str, Vec<usize>> = HashMap::new();
            for (at, record) in file.records.iter().enumerate() {
                for end in record.ends().into_iter().flatten() {
                    ties.entry(&end.text).or_default().push(at);
                }
            }
            ties
        });
        let names = loaded.imports.iter().map(|file| {
            file.records.iter().map(|record| (&*record.id, record.shown())).collect::<HashMap<_, _>>()
        });
        Self { files: &loaded.imports, ties: ties.collect(), names: names.collect(), told: HashSet::new() }
    }

    /// A line for the record and one for each of its ties, each with where it stands. Nothing the second time.
    pub fn lines(&mut self, of: RecordRef) -> Vec<String> {
        if !self.told.insert(of) {
            return Vec::new();
        }
        let Some(record) = self.files.get(of.file).and_then(|file| file.records.get(of.record)) else {
            return Vec::new();
        };
        let mut lines = vec![self.placed(of.file, record, &about(record))];
        let ties = self.ties[of.file].get(&*record.id).map_or(&[][..], Vec::as_slice);
        for tie in ties.iter().take(MOST_TIES) {
            let tie = &self.files[of.file].records[*tie];
            lines.push(self.placed(of.file, tie, &self.tie(of.file, tie)));
        }
        if ties.len() > MOST_TIES {
            lines.push(format!("… and {} more ties", ties.len() - MOST_TIES));
        }
        lines
    }

    fn placed(&self, file: usize, record: &Record, said: &str) -> String {
        format!("{}, line {}: {said}", self.files[file].name, record.line)
    }

    fn tie(&self, file: usize, tie: &Record) -> String {
        let Role::Tie(ends) = tie.role() else { return tie.schema.clone() };
        let named = ends.iter().filter(|end| !end.is_empty()).map(|end| {
            let ids = tie.values(end).iter().map(|value| &*value.text);
            let names = ids.map(|id| short(self.names[file].get(id).copied().unwrap_or(id)));
            format!("{end} {}", names.collect::<Vec<_>>().join(", "))
        });
        let told =
            OF_TIES.iter().filter_map(|property| Some(format!("{property} {}", values(tie, property)?)));
        let all: Vec<_> = named.chain(told).collect();
        format!("{}: {}", tie.schema, all.join("; "))
    }
}

fn about(record: &Record) -> String {
    let facts = FACTS.iter().filter_map(|(property, word)| {
        let told = values(record, property)?;
        Some(if word.is_empty() { told } else { format!("{word} {told}") })
    });
    std::iter::once(record.schema.clone()).chain(facts).collect::<Vec<_>>().join("; ")
}

fn values(record: &Record, property: &str) -> Option<String> {
    let all = record.values(property);
    let told: Vec<_> = all.iter().take(MOST_VALUES).map(|value| short(&value.text)).collect();
    match all.len().saturating_sub(MOST_VALUES) {
        _ if told.is_empty() => None,
        0 => Some(told.join(", ")),
        more => Some(format!("{} and {more} more", told.join(", "))),
    }
}

fn short(text: &str) -> String {
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
