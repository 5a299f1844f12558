//! Answers of `/catalog`.

use serde::Serialize;

use super::Searched;

/// What is served.
#[derive(Debug, Clone, Serialize)]
pub struct Catalog {
    /// All lists together, then each.
    pub datasets: Vec<Dataset>,
    /// The names of those that are up to date: all, since a server serves what it opened.
    pub current: Vec<String>,
    /// None.
    pub outdated: Vec<String>,
    /// False.
    pub index_stale: bool,
}

/// A list, or all together.
#[derive(Debug, Clone, Serialize)]
pub struct Dataset {
    /// What it is called in addresses.
    pub name: String,
    /// What to show.
    pub title: String,
    /// On what terms it may be used.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    /// Whether it is served: true.
    pub load: bool,
    /// The day of the latest snapshot; of all together, the latest of all.
    pub version: String,
    /// The same.
    pub index_version: String,
    /// True.
    pub index_current: bool,
    /// Of all together, the lists; of a list, the collections that its records say that they were taken from.
    pub children: Vec<String>,
    /// Entities on the latest snapshot.
    pub entity_count: usize,
    /// Every snapshot, the oldest first.
    pub snapshots: Vec<Searched>,
}
