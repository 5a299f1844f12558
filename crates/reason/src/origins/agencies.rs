//! Wire agencies: those that the list of publishers knows, and those that the case names as such.

use std::collections::HashMap;

use crate::publishers::{PublisherKind, publishers};
use crate::text::fold_words;
use crate::works::Work;

use super::words::words;

/// An agency, by a number of this run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Agency(usize);

/// The agencies of a case.
#[derive(Debug, Default)]
pub(super) struct Agencies {
    names: Vec<String>,
    by_words: HashMap<String, Agency>,
}

/// Names are short: a longer text is none, and folding it would cost.
const LONGEST_NAME: usize = 80;

impl Agencies {
    /// Learns those that works name as author or outlet.
    pub fn of(works: &[Work]) -> Self {
        let mut agencies = Self::default();
        for work in works {
            for name in work.authors.iter().chain(&work.container) {
                agencies.learn(name);
            }
        }
        agencies
    }

    fn learn(&mut self, name: &str) {
        let folded = fold_words(name);
        if self.by_words.contains_key(&folded) || !is_agency(name, &folded) {
            return;
        }
        let name = publishers().listed_name(name).unwrap_or(name);
        let known = self.names.iter().position(|other| other == name);
        let agency = Agency(known.unwrap_or(self.names.len()));
        if known.is_none() {
            self.names.push(name.to_owned());
        }
        // "Taravia Press Agency (TPA)" is credited as "TPA".
        if let Some(initials) = initials(name) {
            self.by_words.entry(initials).or_insert(agency);
        }
        self.by_words.insert(folded, agency);
    }

    /// The agency of that name, if it is one.
    pub fn find(&mut self, name: &str) -> Option<Agency> {
        if name.len() > LONGEST_NAME {
            return None;
        }
        let folded = fold_words(name);
        if let Some(agency) = self.by_words.get(&folded) {
            return Some(*agency);
        }
        if publishers().by_name(name) != Some(PublisherKind::Agency) {
            return None;
        }
        self.learn(name);
        self.by_words.get(&folded).copied()
    }

    /// As the list of publishers has it, else as the case first names it.
    pub fn name(&self, agency: Agency) -> &str {
        &self.names[agency.0]
    }
}

fn is_agency(name: &str, folded: &str) -> bool {
    name.len() <= LONGEST_NAME
        && (publishers().by_name(name) == Some(PublisherKind::Agency)
            || words().agency_words.in_words(folded))
}

/// The first letters of a name of three words or more that begin with capitals.
fn initials(name: &str) -> Option<String> {
    let letters: Vec<char> = name
        .split_whitespace()
        .filter_map(|word| word.chars().next())
        .filter(|first| first.is_uppercase())
        .collect();
    (3..=6)
        .contains(&letters.len())
        .then(|| letters.iter().flat_map(|letter| letter.to_lowercase()).collect())
}
