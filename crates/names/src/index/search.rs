//! Who of those listed could be meant.

use super::entry::{Entry, ListedName};
use super::open::Index;
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

impl<B: AsRef<[u8]>> Index<B> {
    /// The entries that could be meant, the likeliest first; of equal ones the earlier.
    #[must_use]
    pub fn search(&self, party: &Party, options: &Options<'_>) -> Vec<Hit<'_>> {
        let _ = (party, options);
        Vec::new()
    }
}
