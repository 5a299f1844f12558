//! Who owns, runs or is tied to whom, each tie with where it is said.

use std::collections::HashMap;

use super::interval::Interval;
use super::percent::Range;
use crate::party::Kind;

/// Somebody or something that owns or is owned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// What tells it from others in this graph.
    pub id: String,
    /// What to show it by.
    pub name: String,
    /// What it is. Nobody owns a person.
    pub kind: Kind,
}

/// Where a tie is said.
#[derive(Debug, Clone, PartialEq, Eq, Hash, serde::Serialize)]
pub enum Source {
    /// In a line of a list or register.
    Line {
        /// Its name.
        file: String,
        /// From 1.
        line: u32,
    },
    /// In a sentence of a document.
    Passage {
        /// Its name.
        document: String,
        /// Where known.
        page: Option<u32>,
        /// Verbatim.
        quote: String,
    },
}

/// How an owner is tied to what it owns or runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tie {
    /// Owns a share.
    Owns {
        /// As far as it is told; [`Range::UNKNOWN`] where nothing is.
        share: Range,
        /// As written, where anything is.
        written: Option<String>,
    },
    /// Directs, manages, heads.
    Directs {
        /// As what.
        role: Option<String>,
    },
    /// Is tied to, in a way that the source does not say: "Linked To".
    Linked {
        /// What the source says of it.
        role: Option<String>,
    },
}

/// How sure the source is of a tie.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Certainty {
    /// It says so.
    Stated,
    /// It says so of others, or with "allegedly", "is believed to".
    Hedged,
}

/// A tie, and where it is said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edge {
    /// Index of who owns or directs.
    pub owner: usize,
    /// Index of what is owned or directed.
    pub asset: usize,
    /// How.
    pub tie: Tie,
    /// When.
    pub when: Interval,
    /// How surely.
    pub certainty: Certainty,
    /// Where it is said.
    pub source: Source,
}

/// Parties and their ties.
#[derive(Debug, Clone, Default)]
pub struct Graph {
    nodes: Vec<Node>,
    edges: Vec<Edge>,
    /// Edges that lead to each node.
    into: Vec<Vec<usize>>,
    known: HashMap<String, usize>,
}

impl Graph {
    /// The parties.
    #[must_use]
    pub fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    /// The ties.
    #[must_use]
    pub fn edges(&self) -> &[Edge] {
        &self.edges
    }

    /// The ties that lead to a party.
    pub fn ties_to(&self, asset: usize) -> impl Iterator<Item = (usize, &Edge)> {
        self.into.get(asset).into_iter().flatten().map(|edge| (*edge, &self.edges[*edge]))
    }

    /// The index of a party by its id.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<usize> {
        self.known.get(id).copied()
    }

    /// The index of a party, which is added where its id is not known. What is known of it already stays, save a name
    /// that is but its id.
    pub fn node(&mut self, id: &str, name: &str, kind: Kind) -> usize {
        if let Some(at) = self.find(id) {
            let known = &mut self.nodes[at];
            if known.name == known.id && name != id {
                (known.name, known.kind) = (name.to_owned(), kind);
            }
            return at;
        }
        self.nodes.push(Node { id: id.to_owned(), name: name.to_owned(), kind });
        self.into.push(Vec::new());
        self.known.insert(id.to_owned(), self.nodes.len() - 1);
        self.nodes.len() - 1
    }

    /// Adds a tie between parties that are there.
    ///
    /// # Panics
    ///
    /// If an end is no index of a party.
    pub fn tie(&mut self, edge: Edge) {
        self.into[edge.asset].push(self.edges.len());
        self.edges.push(edge);
    }

    /// A party and all that own it, however far up, it first.
    #[must_use]
    pub fn above(&self, target: usize) -> Vec<usize> {
        let mut seen = vec![false; self.nodes.len()];
        let mut found = vec![target];
        seen[target] = true;
        let mut at = 0;
        while at < found.len() {
            for (_, edge) in self.ties_to(found[at]) {
                let owns = matches!(edge.tie, Tie::Owns { .. });
                if owns && !std::mem::replace(&mut seen[edge.owner], true) {
                    found.push(edge.owner);
                }
            }
            at += 1;
        }
        found
    }
}
