//! The names of a document, each once, and which are held to be one.

use super::EntityKind;
use super::candidate::{Candidate, Votes};
use crate::text::TextMap;

/// "the Kess Halden": what speaks for a person is worth this fraction behind an article.
const ARTICLE: u32 = 8;

/// A name, with all that was seen of it.
#[derive(Debug, Clone)]
pub(super) struct Cluster {
    pub key: String,
    pub own: Votes,
    pub votes: Votes,
    pub kind: EntityKind,
    pub abbreviation: bool,
    pub country: Option<String>,
    pub mentions: u32,
    /// So many of them stand behind an article.
    pub articles: u32,
    /// Bytes of its first mention.
    pub first: usize,
}

impl Cluster {
    /// All that speaks for its kind.
    pub(super) fn all(&self) -> Votes {
        self.own.and(self.votes)
    }
}

/// All names.
#[derive(Debug, Default)]
pub(super) struct Clusters {
    pub all: Vec<Cluster>,
    by_key: TextMap<String, usize>,
    parents: Vec<usize>,
}

impl Clusters {
    /// The name that a candidate is a mention of.
    pub(super) fn take(&mut self, candidate: &Candidate) -> usize {
        let known = self.by_key.get(&candidate.key).copied();
        let at = known.unwrap_or_else(|| {
            self.parents.push(self.all.len());
            self.by_key.insert(candidate.key.clone(), self.all.len());
            self.all.push(Cluster {
                key: candidate.key.clone(),
                own: candidate.own,
                votes: Votes::default(),
                kind: EntityKind::Other,
                abbreviation: candidate.abbreviation,
                country: None,
                mentions: 0,
                articles: 0,
                first: candidate.span.start,
            });
            self.all.len() - 1
        });
        let cluster = &mut self.all[at];
        cluster.own.raise(candidate.own);
        cluster.votes.join(candidate.votes);
        cluster.mentions += 1;
        cluster.articles += u32::from(candidate.article);
        if cluster.country.is_none() {
            cluster.country.clone_from(&candidate.country);
        }
        at
    }

    pub(super) fn root(&self, mut at: usize) -> usize {
        while self.parents[at] != at {
            at = self.parents[at];
        }
        at
    }

    /// Holds two names to be one; the fuller one stands for both.
    pub(super) fn equate(&mut self, one: usize, other: usize) {
        let (one, other) = (self.root(one), self.root(other));
        if one == other {
            return;
        }
        let words = |at: usize| self.all[at].key.split(' ').count();
        let (keep, lose) = if words(one) >= words(other) { (one, other) } else { (other, one) };
        self.parents[lose] = keep;
        let lost = &self.all[lose];
        let (own, votes, mentions, first) = (lost.own, lost.votes, lost.mentions, lost.first);
        let articles = lost.articles;
        let country = if self.all[keep].country.is_none() { lost.country.clone() } else { None };
        let kept = &mut self.all[keep];
        kept.own.raise(own);
        kept.votes.join(votes);
        kept.mentions += mentions;
        kept.articles += articles;
        kept.first = kept.first.min(first);
        kept.country = kept.country.take().or(country);
    }

    /// Gives every name its kind.
    pub(super) fn decide(&mut self) {
        for at in 0..self.all.len() {
            let cluster = &mut self.all[at];
            let mut votes = cluster.all();
            if cluster.articles * 2 > cluster.mentions {
                votes.doubt(EntityKind::Person, ARTICLE);
            }
            cluster.kind = votes.best().unwrap_or(EntityKind::Other);
        }
    }

    /// Names that stand for themselves.
    pub(super) fn roots(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.all.len()).filter(|at| self.parents[*at] == *at)
    }

    /// The number of a key.
    pub(super) fn by_key(&self, key: &str) -> Option<usize> {
        self.by_key.get(key).copied()
    }
}
