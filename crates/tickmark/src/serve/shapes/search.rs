//! Answers of `/search` and `/entities/{id}/adjacent`.

use std::collections::BTreeMap;

use serde::Serialize;

use super::entity::{Entity, Value};
use super::{Searched, Total};

/// What is found by a text.
#[derive(Debug, Clone, Serialize)]
pub struct SearchResponse {
    /// The most that are shown.
    pub limit: usize,
    /// How many before are not.
    pub offset: usize,
    /// How many there are.
    pub total: Total,
    /// A page of them.
    pub results: Vec<Entity>,
    /// How often each value of a few properties is found.
    pub facets: BTreeMap<&'static str, Facet>,
    /// The snapshots that were searched.
    pub lists: Vec<Searched>,
    /// What of the request had no effect, and why.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notices: Vec<String>,
}

/// The values of a property over all that was found.
#[derive(Debug, Clone, Serialize)]
pub struct Facet {
    /// What to call it.
    pub label: &'static str,
    /// The most frequent first.
    pub values: Vec<FacetValue>,
}

/// A value and how often it is found.
#[derive(Debug, Clone, Serialize)]
pub struct FacetValue {
    /// As written.
    pub name: String,
    /// What to call it: as written, where we know no other.
    pub label: String,
    /// How many entities have it.
    pub count: usize,
}

/// An entity and those around it, page by page.
#[derive(Debug, Clone, Serialize)]
pub struct AdjacentResponse {
    /// The entity.
    pub entity: Entity,
    /// Those around it, by how they stand to it.
    pub adjacent: BTreeMap<String, AdjacentPage>,
}

/// Some of those that stand to an entity in one way.
#[derive(Debug, Clone, Serialize)]
pub struct AdjacentPage {
    /// The most that are shown.
    pub limit: usize,
    /// How many before are not.
    pub offset: usize,
    /// How many there are.
    pub total: Total,
    /// A page of them.
    pub results: Vec<Value>,
}
