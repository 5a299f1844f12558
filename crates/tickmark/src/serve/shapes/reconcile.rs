//! The Reconciliation Service API 0.2, <https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/>.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// What the service can do.
#[derive(Debug, Clone, Serialize)]
pub struct Manifest {
    /// `0.2`.
    pub versions: [&'static str; 1],
    /// What to call the service.
    pub name: String,
    /// What ids are ids of.
    #[serde(rename = "identifierSpace")]
    pub identifier_space: String,
    /// What types are types of.
    #[serde(rename = "schemaSpace")]
    pub schema_space: &'static str,
    /// Types to choose among.
    #[serde(rename = "defaultTypes")]
    pub default_types: Vec<Type>,
    /// The program's version.
    #[serde(rename = "serviceVersion")]
    pub service_version: &'static str,
    /// Where an entity is shown.
    pub view: Template,
    /// Where a little page about an entity is.
    pub preview: Preview,
    /// Where beginnings of words are completed.
    pub suggest: Suggest,
    /// How properties of entities are fetched.
    pub extend: Extend,
    /// Queries of one request at most.
    #[serde(rename = "batchSize")]
    pub batch_size: usize,
    /// How the token is brought, where one is needed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub authentication: Option<Value>,
}

/// An address with `{{id}}` in it.
#[derive(Debug, Clone, Serialize)]
pub struct Template {
    /// The address.
    pub url: String,
}

/// A page about an entity, to be shown in a frame.
#[derive(Debug, Clone, Serialize)]
pub struct Preview {
    /// The address, with `{{id}}` in it.
    pub url: String,
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
}

/// Where beginnings of words are completed.
#[derive(Debug, Clone, Serialize)]
pub struct Suggest {
    /// To entities.
    pub entity: Service,
    /// To properties.
    pub property: Service,
    /// To types.
    #[serde(rename = "type")]
    pub kind: Service,
}

/// An address in two parts.
#[derive(Debug, Clone, Serialize)]
pub struct Service {
    /// The first.
    pub service_url: String,
    /// The second.
    pub service_path: String,
}

/// How properties of entities are fetched.
#[derive(Debug, Clone, Serialize)]
pub struct Extend {
    /// Where properties are proposed.
    pub propose_properties: Service,
    /// What can be set about a property.
    pub property_settings: Vec<Value>,
}

/// A type or a property.
#[derive(Debug, Clone, Serialize)]
pub struct Type {
    /// `Person`; `Person:birthDate`.
    pub id: String,
    /// What to call it.
    pub name: &'static str,
}

/// An entity that is looked for.
#[derive(Debug, Clone, Deserialize)]
pub struct Query {
    /// Its name.
    pub query: Option<String>,
    /// Its type, or several.
    #[serde(rename = "type", default)]
    pub kinds: OneOrMany<String>,
    /// The most candidates.
    pub limit: Option<f64>,
    /// What else is known of it.
    #[serde(default)]
    pub properties: Vec<Known>,
}

/// What is known of an entity that is looked for.
#[derive(Debug, Clone, Deserialize)]
pub struct Known {
    /// The property.
    pub pid: String,
    /// Its value, or several.
    pub v: OneOrMany<Value>,
}

/// One or several of something, as clients write it.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
pub enum OneOrMany<T> {
    /// Several.
    Many(Vec<T>),
    /// One.
    One(T),
}

impl<T> Default for OneOrMany<T> {
    fn default() -> Self {
        Self::Many(Vec::new())
    }
}

impl<T> OneOrMany<T> {
    /// All of them.
    pub fn all(&self) -> &[T] {
        match self {
            Self::Many(many) => many,
            Self::One(one) => std::slice::from_ref(one),
        }
    }
}

/// What is answered to a query.
#[derive(Debug, Clone, Serialize)]
pub struct Found {
    /// The likeliest first.
    pub result: Vec<Candidate>,
}

/// An entity that could be meant.
#[derive(Debug, Clone, Serialize)]
pub struct Candidate {
    /// Its id.
    pub id: String,
    /// What to show it by.
    pub name: String,
    /// What sets it apart from those of the same name.
    pub description: String,
    /// What it is.
    #[serde(rename = "type")]
    pub kinds: Vec<Type>,
    /// From 0 to 100, as clients expect.
    pub score: f64,
    /// What adds to it or takes from it.
    pub features: Vec<CandidateFeature>,
    /// Whether it is sure enough to be taken without a look.
    #[serde(rename = "match")]
    pub is_match: bool,
}

/// What adds to a score or takes from it.
#[derive(Debug, Clone, Serialize)]
pub struct CandidateFeature {
    /// What it is about.
    pub id: &'static str,
    /// How much.
    pub value: Value,
}

/// What a beginning may become.
#[derive(Debug, Clone, Serialize)]
pub struct Suggested {
    /// The beginning.
    pub prefix: String,
    /// What it may become.
    pub result: Vec<Suggestion>,
}

/// What a beginning may become.
#[derive(Debug, Clone, Serialize)]
pub struct Suggestion {
    /// The id of an entity, a property or a type.
    pub id: String,
    /// What to show it by.
    pub name: String,
    /// What sets it apart.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Of an entity: what it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notable: Option<Vec<Type>>,
}

/// Which properties of which entities are asked for.
#[derive(Debug, Clone, Deserialize)]
pub struct ExtendRequest {
    /// Of which entities.
    pub ids: Vec<String>,
    /// Which properties.
    pub properties: Vec<ExtendProperty>,
}

/// A property that is asked for.
#[derive(Debug, Clone, Deserialize)]
pub struct ExtendProperty {
    /// The property.
    pub id: String,
    /// What was set about it.
    #[serde(default)]
    pub settings: ExtendSettings,
}

/// What is set about a property.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct ExtendSettings {
    /// The most values; 0, all. Forms send it as a text.
    #[serde(default)]
    pub limit: Option<Value>,
}

/// What is said of entities.
#[derive(Debug, Clone, Serialize)]
pub struct ExtendResponse {
    /// The properties.
    pub meta: Vec<Type>,
    /// The values, by entity and property.
    pub rows: BTreeMap<String, BTreeMap<String, Vec<ExtendValue>>>,
}

/// A value.
#[derive(Debug, Clone, Serialize)]
#[serde(untagged)]
pub enum ExtendValue {
    /// A text.
    Text {
        /// As written.
        str: String,
    },
    /// An entity.
    Entity {
        /// Its id.
        id: String,
        /// What to show it by.
        name: String,
    },
}

/// Properties that could be asked for.
#[derive(Debug, Clone, Serialize)]
pub struct Proposed {
    /// Of which type.
    #[serde(rename = "type")]
    pub kind: String,
    /// Which.
    pub properties: Vec<Type>,
    /// The most that were asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<usize>,
}
