//! `FollowTheMoney`, the form in which entities are exchanged.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

/// One entity as the `followthemoney` tools read it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FtmRow {
    /// Stable id.
    pub id: String,
    /// `FollowTheMoney` schema: Person, Ownership, Event ...
    pub schema: String,
    /// Every property with its values.
    pub properties: BTreeMap<String, Vec<String>>,
    /// Of an imported entity: the collections that its file names.
    pub datasets: Vec<String>,
}
