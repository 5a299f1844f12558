//! Requests and answers of `/match`, and what `/algorithms` says of them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::entity::Entity;
use super::{Searched, Total};

/// What is posted.
#[derive(Debug, Clone, Deserialize)]
pub struct MatchRequest {
    /// What each feature counts for; 1 where nothing is said.
    #[serde(default)]
    pub weights: BTreeMap<String, f64>,
    /// Settings of an algorithm of yente's. Ours has none.
    #[serde(default)]
    pub config: BTreeMap<String, Value>,
    /// By names that the client chooses.
    pub queries: BTreeMap<String, Option<Example>>,
}

/// An entity to look for.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Example {
    /// Whatever the client calls it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// A `FollowTheMoney` schema.
    pub schema: String,
    /// A value or several of each property.
    pub properties: BTreeMap<String, Value>,
}

/// What is answered.
#[derive(Debug, Clone, Serialize)]
pub struct MatchResponse {
    /// By the names of the queries.
    pub responses: BTreeMap<String, Matches>,
    /// The most results of a query.
    pub limit: usize,
    /// The snapshots that were searched.
    pub lists: Vec<Searched>,
    /// What of the request had no effect, and why.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notices: Vec<String>,
}

/// What is answered to one query.
#[derive(Debug, Clone, Serialize)]
pub struct Matches {
    /// 200.
    pub status: u16,
    /// The likeliest first.
    pub results: Vec<Scored>,
    /// How many reach the cut-off.
    pub total: Total,
    /// As it was understood.
    pub query: Example,
}

/// An entity that could be meant.
#[derive(Debug, Clone, Serialize)]
pub struct Scored {
    /// The entity.
    #[serde(flatten)]
    pub entity: Entity,
    /// From 0 to 1.
    pub score: f64,
    /// Whether the score reaches the threshold of the request. What is so is another matter: see `says`.
    #[serde(rename = "match")]
    pub is_match: bool,
    /// What each feature adds to the score or takes from it: their sum, kept between 0 and 1, is the score.
    pub features: BTreeMap<&'static str, f64>,
    /// The same with what was compared.
    pub explanations: BTreeMap<&'static str, Feature>,
    /// `same_party`, `same_name` or `neither`: what the comparison says, whatever the threshold.
    pub says: names::matching::Says,
    /// Why it says so.
    pub because: names::matching::Because,
    /// Where it stands, and on which days.
    pub listing: Listing,
}

/// What a feature of a comparison is about.
#[derive(Debug, Clone, Serialize)]
pub struct Feature {
    /// What it adds to the score or takes from it.
    pub score: f64,
    /// How the values stand to each other.
    pub detail: String,
    /// What the query has.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub query: Option<String>,
    /// What the list has.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub candidate: Option<String>,
}

/// Where an entity stands on its list.
#[derive(Debug, Clone, Serialize)]
pub struct Listing {
    /// The snapshot that it is shown by.
    #[serde(flatten)]
    pub snapshot: Searched,
    /// The first line of the file that describes it, from 1.
    pub line: u32,
    /// `listed`, `not_listed` or `not_known`, on the day that was asked about or that of the latest snapshot.
    pub standing: &'static str,
    /// Since when its list says that it stands there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub listed_on: Option<String>,
}

/// What `/algorithms` says.
#[derive(Debug, Clone, Serialize)]
pub struct Algorithms {
    /// Ours alone.
    pub algorithms: Vec<Algorithm>,
    /// Its name.
    pub default: &'static str,
    /// Its name.
    pub best: &'static str,
}

/// How names are compared.
#[derive(Debug, Clone, Serialize)]
pub struct Algorithm {
    /// `tickmark`.
    pub name: &'static str,
    /// What it does.
    pub description: &'static str,
    /// What it looks at.
    pub features: BTreeMap<&'static str, FeatureDoc>,
    /// The same in the newer shape.
    pub docs: AlgorithmDocs,
}

/// The newer shape of what an algorithm looks at.
#[derive(Debug, Clone, Serialize)]
pub struct AlgorithmDocs {
    /// `tickmark`.
    pub name: &'static str,
    /// What it does.
    pub description: &'static str,
    /// Settings: none.
    pub config: BTreeMap<&'static str, Value>,
    /// What it looks at.
    pub features: BTreeMap<&'static str, FeatureDoc>,
}

/// What a feature is.
#[derive(Debug, Clone, Serialize)]
pub struct FeatureDoc {
    /// What it is about.
    pub description: &'static str,
    /// What its points count for where a request gives no weight.
    pub coefficient: f64,
    /// Where it is described.
    pub url: String,
}
