//! What each entry is, at hand: a search asks it of every name that could be meant, and to read the record for it costs a fifth of the search.

use std::collections::HashMap;

use names::index::Entry;

/// The schema of every entry of an index.
#[derive(Debug, Default)]
pub struct Schemata {
    known: Vec<String>,
    /// By the number of the entry, which of those known.
    of: Vec<u32>,
}

impl Schemata {
    /// Of all entries of an index, in the order of their numbers.
    pub fn of<'a>(entries: impl Iterator<Item = Entry<'a>>) -> Self {
        let mut schemata = Self::default();
        let mut numbers: HashMap<&'a str, u32> = HashMap::new();
        for schema in entries.map(Entry::schema) {
            let number = *numbers.entry(schema).or_insert_with(|| {
                schemata.known.push(schema.to_owned());
                schemata.known.len() as u32 - 1
            });
            schemata.of.push(number);
        }
        schemata
    }

    /// Those entries whose schema passes a test, which is asked of each schema once.
    pub fn those(&self, test: impl Fn(&str) -> bool) -> Those<'_> {
        Those { of: &self.of, passes: self.known.iter().map(|schema| test(schema)).collect() }
    }
}

/// Entries of some schemata.
#[derive(Debug)]
pub struct Those<'a> {
    of: &'a [u32],
    /// By the number of the schema.
    passes: Vec<bool>,
}

impl Those<'_> {
    /// Whether an entry is one of them.
    pub fn has(&self, entry: Entry<'_>) -> bool {
        let schema = self.of.get(entry.number() as usize);
        schema.and_then(|schema| self.passes.get(*schema as usize)).is_some_and(|passes| *passes)
    }
}
