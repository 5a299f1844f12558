//! Who of those listed could be meant.

use super::candidates::candidates;
use super::entry::{Entry, ListedName};
use super::open::Index;
use super::vocabulary::Vocabulary;
use crate::Party;

/// What is asked for.
#[derive(Clone, Copy)]
pub struct Options<'a> {
    /// The least score that is returned, from 0 to 1.
    pub cutoff: f32,
    /// The most hits that are returned.
    pub limit: usize,
    /// Entries that come into question: of a list, as of a day.
    pub among: Option<&'a dyn Fn(Entry<'_>) -> bool>,
}

/// The score from which a hit is shown where the user says nothing else.
pub const CUTOFF: f32 = 0.7;

impl Default for Options<'_> {
    fn default() -> Self {
        Self { cutoff: CUTOFF, limit: 20, among: None }
    }
}

impl std::fmt::Debug for Options<'_> {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let among = self.among.map(|_| "..");
        out.debug_struct("Options")
            .field("cutoff", &self.cutoff)
            .field("limit", &self.limit)
            .field("among", &among)
            .finish()
    }
}

/// An entry that could be meant.
#[derive(Debug, Clone)]
pub struct Hit<'a> {
    /// The entry.
    pub entry: Entry<'a>,
    /// The name of it that comes closest; `None` where identifiers alone led to it.
    pub name: Option<ListedName<'a>>,
    /// How much the two look like one, from 0 to 1. Becomes `comparison: matching::Comparison` once that is there.
    pub score: f32,
}

/// Names that are compared in full.
const MOST_CANDIDATES: usize = 40;

impl<B: AsRef<[u8]>> Index<B> {
    /// The entries that could be meant, the likeliest first; of equal ones the earlier.
    #[must_use]
    pub fn search(&self, party: &Party, options: &Options<'_>) -> Vec<Hit<'_>> {
        let vocabulary = Vocabulary::of(self.view());
        let mut scratch = self.scratch();
        let mut hits: Vec<Hit<'_>> = Vec::new();
        for name in &party.names {
            for candidate in candidates(vocabulary, &name.text, MOST_CANDIDATES, &mut scratch) {
                let Some(listed) = self.name(candidate.name) else { continue };
                let Some(entry) = listed.entry() else { continue };
                hits.push(Hit { entry, name: Some(listed), score: candidate.likeness });
            }
        }
        self.put_back(scratch);
        hits.retain(|hit| hit.score >= options.cutoff);
        hits.sort_by(|one, other| {
            other.score.total_cmp(&one.score).then(one.entry.number().cmp(&other.entry.number()))
        });
        let mut seen = std::collections::HashSet::new();
        hits.retain(|hit| seen.insert(hit.entry.number()));
        hits.truncate(options.limit);
        hits
    }
}
