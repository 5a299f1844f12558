//! Parties whose names are near to one that nobody bears.

use std::cmp::Reverse;
use std::collections::HashMap;

use names::Party;
use names::matching::{Prepared, score};
use names::party::Kind;
use reason::text::fold_words;

use super::Owners;

/// Names that score less have little in common.
const NEAR: f64 = 0.6;

impl Owners {
    /// Whom somebody may mean by a name that nobody bears: those in whose name all its words begin one, then those whose name is spelt nearly so; the
    /// nearest first, `most` of them.
    #[must_use]
    pub fn nearest(&self, text: &str, most: usize) -> Vec<usize> {
        let wanted = fold_words(text);
        let mut asked: HashMap<Kind, Prepared> = HashMap::new();
        let nodes = self.graph.nodes().iter().enumerate();
        let near = nodes.filter_map(|(node, of)| {
            let asked = asked.entry(of.kind).or_insert_with(|| Prepared::of(&Party::named(of.kind, text)));
            let known = self
                .known
                .get(&node)
                .map_or_else(|| Prepared::of(&Party::named(of.kind, &of.name)), Prepared::of);
            let (has_all, score) = (self.has_words(node, &wanted), score(asked, &known));
            // In thousandths, so that they can be put in order.
            (has_all || score >= NEAR).then_some((Reverse((has_all, (score * 1000.0) as u32)), node))
        });
        let mut near: Vec<_> = near.collect();
        near.sort_unstable();
        near.into_iter().take(most).map(|(_, node)| node).collect()
    }

    /// Whether each word begins a word of one of its names.
    fn has_words(&self, node: usize, wanted: &str) -> bool {
        let begins = |name: &str, word: &str| name.split(' ').any(|known| known.starts_with(word));
        let has_all = |name: &str| wanted.split(' ').all(|word| begins(name, word));
        !wanted.is_empty() && self.names(node).any(|name| has_all(&fold_words(name)))
    }
}
