//! Who and what is named, and stated ties between them.

use std::collections::BTreeMap;

use reason::dates::PartialDate;
use reason::entities::{EntityKind, MentionForm};
use reason::relations::RelationKind;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Number;

use super::SpanRow;

/// Somebody or something, over all documents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct EntityRow {
    /// Stable id.
    pub id: String,
    /// The document that names it first; where none does, the imported file.
    pub document: Option<String>,
    /// `FollowTheMoney`: Person, Organization, Company, Address, Thing; of an imported party the one that it has there.
    pub schema: String,
    /// person, organization, `armed_group`, company, place or other.
    #[schemars(with = "String")]
    pub kind: EntityKind,
    /// The fullest name.
    pub caption: String,
    /// Every form as written, each once.
    pub names: Vec<String>,
    /// Ranks and offices that stand beside the name.
    pub titles: Vec<String>,
    /// Of a place: what a gazetteer knows by that name.
    pub candidates: Vec<String>,
    /// Names of the documents that name it.
    pub documents: Vec<String>,
    /// How often all documents name it.
    pub mentions: usize,
    /// Where others wrote it down, in files that were imported. It is another party's only by judgement.
    #[serde(default)]
    pub imported: Vec<ImportedRow>,
}

/// A record of an imported file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ImportedRow {
    /// The file's name.
    pub file: String,
    /// Of its bytes.
    pub sha256: String,
    /// The first line that describes it, from 1.
    pub line: u32,
    /// Its id there.
    pub id: String,
    /// Its `FollowTheMoney` schema there.
    pub schema: String,
}

/// An entity of an imported file: a party, a tie or another thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ImportedEntityRow {
    /// Stable id.
    pub id: String,
    /// The file's name.
    pub document: String,
    /// Of its bytes.
    pub sha256: String,
    /// The first line that describes it, from 1.
    pub line: u32,
    /// Its id in the file.
    pub entity: String,
    /// Id of the party that it is, among those of `entities`; of a tie and other things none.
    pub party: Option<String>,
    /// `FollowTheMoney` schema.
    pub schema: String,
    /// What it is shown by.
    pub caption: String,
    /// The collections that the file names.
    pub datasets: Vec<String>,
    /// Every property with its values. Of ids: those of the file.
    pub properties: BTreeMap<String, Vec<ImportedValueRow>>,
}

/// A value and where it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ImportedValueRow {
    /// As written.
    pub text: String,
    /// Line of the file, from 1.
    pub line: u32,
}

/// A place where an entity is named.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct MentionRow {
    /// Stable id.
    pub id: String,
    /// The document's name.
    pub document: String,
    /// The name as written.
    pub span: SpanRow,
    /// Id of the entity.
    pub entity: Option<String>,
    /// The name, white space folded.
    pub text: String,
    /// How it names it: name, abbreviation, alias, short or metonym.
    #[schemars(with = "String")]
    pub form: MentionForm,
}

/// A range of percent; a side that the text leaves open is null ("at least 25 percent").
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ShareRow {
    /// So much at least.
    #[schemars(with = "Option<f64>")]
    pub low: Option<Number>,
    /// So much at most.
    #[schemars(with = "Option<f64>")]
    pub high: Option<Number>,
}

/// A stated tie between two entities.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RelationRow {
    /// Stable id.
    pub id: String,
    /// The document's name.
    pub document: String,
    /// The passage.
    pub span: SpanRow,
    /// Id of the entity that the tie is of.
    pub subject: Option<String>,
    /// leads, owns, `family_of`, `part_of`, `sanctioned_by` ...
    #[schemars(with = "String")]
    pub relation: RelationKind,
    /// Id of the entity that it is with.
    pub object: Option<String>,
    /// The subject as written here.
    pub subject_text: String,
    /// The object as written here.
    pub object_text: String,
    /// The words that say more.
    pub detail: Option<String>,
    /// Of who owns and of a subsidiary: how much, in percent, where the text says so.
    pub share: Option<ShareRow>,
    /// ISO 8601, as precise as the text.
    #[schemars(with = "Option<String>")]
    pub date: Option<PartialDate>,
    /// Words that make it less than certain.
    pub hedges: Vec<String>,
    /// Said not to be so.
    pub negated: bool,
}
