//! Events, each with its claims and what is disputed of it.

use reason::claims::ClaimKind;
use reason::dates::PartialDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Claims about one real event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct IncidentRow {
    /// Stable id.
    pub id: String,
    /// The document of its first claim.
    pub document: Option<String>,
    /// What it is called.
    pub name: String,
    /// Where, as most claims name it.
    pub place: Option<String>,
    /// From the earliest date of its claims: ISO 8601, as precise as the text.
    #[schemars(with = "Option<String>")]
    pub date_from: Option<PartialDate>,
    /// To the latest.
    #[schemars(with = "Option<String>")]
    pub date_to: Option<PartialDate>,
    /// Ids of its claims.
    pub claims: Vec<String>,
    /// Names of the documents that claim it.
    pub documents: Vec<String>,
    /// Quantities whose figures cannot all hold.
    pub contested: Vec<ContestRow>,
    /// Why each claim after the first belongs to it.
    pub joins: Vec<JoinRow>,
}

/// One quantity whose figures cannot all hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ContestRow {
    /// What happened.
    #[schemars(with = "String")]
    pub what: ClaimKind,
    /// To whom.
    pub victims: Option<String>,
    /// The sides.
    pub figures: Vec<SideRow>,
}

/// One figure, with who says it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SideRow {
    /// The least.
    pub low: Option<u64>,
    /// The most.
    pub high: Option<u64>,
    /// Not meant exactly.
    pub approximate: bool,
    /// Who says so; null: the document itself.
    pub attributed_to: Option<String>,
    /// Ids of the claims that give it.
    pub claims: Vec<String>,
    /// Ids of the works from which it comes, as far as is known.
    pub origins: Vec<String>,
}

/// Why two claims are held to be about one event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct JoinRow {
    /// Id of the claim that was joined.
    pub claim: String,
    /// Id of the claim that it was joined to.
    pub to: String,
    /// In words.
    pub reason: String,
}
