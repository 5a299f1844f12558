//! Who and what is named: people, organisations, armed groups, companies, places; in one document, then across documents.

mod appositions;
mod candidate;
mod cluster;
mod cues;
mod definitions;
mod expansions;
mod find;
mod ftm;
mod grow;
mod heads;
#[cfg(test)]
mod house_tests;
mod initials;
mod join;
mod leads;
mod lexicon;
mod lists;
mod make;
mod metonyms;
mod people;
mod persons;
mod quoted;
mod read;
mod resolve;
mod shortened;
mod sources;
mod states;
#[cfg(test)]
mod tests;
mod titles;
mod units;
mod vocabulary;
mod whereabouts;
mod within;

pub use ftm::schema;
pub use join::{Compared, EntityRef, Party, PartyRef, Suggestion, join, join_with};
pub use lexicon::is_common_abbreviation;
pub use read::read;

use serde::{Deserialize, Serialize};

use crate::document::Span;

/// What an entity is. The names are those of the export contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EntityKind {
    /// Somebody.
    Person,
    /// A ministry, an NGO, an outlet, an international body.
    Organization,
    /// An army, a militia, a rebel group, a unit of one.
    ArmedGroup,
    /// A company.
    Company,
    /// A town, a region, a country, a mine, a base.
    Place,
    /// An ethnic group, an agreement, an operation, a law, a weapon.
    Other,
}

/// Somebody or something that one document names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entity {
    /// What it is.
    pub kind: EntityKind,
    /// The fullest name.
    pub caption: String,
    /// Every form as written, each once, in the order in which the document has them; no ranks, no articles, save where a
    /// form with its rank is all there is.
    pub names: Vec<String>,
    /// Ranks and offices that stand before or behind the name: `Colonel`, `Minister of Defense`.
    pub titles: Vec<String>,
    /// Of a place: what the gazetteer knows by that name, as identifiers of it. Several stay several.
    pub candidates: Vec<String>,
}

/// A place where an entity is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mention {
    /// The name as written, in bytes of the reading text.
    pub span: Span,
    /// Index of the entity in its document.
    pub entity: usize,
    /// How it names it.
    pub form: MentionForm,
}

/// How a mention names its entity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MentionForm {
    /// In full.
    Name,
    /// An abbreviation that the document defines, or that everybody knows.
    Abbreviation,
    /// Another name that the document equates: a translation, a nickname.
    Alias,
    /// A bare surname or a shortened name.
    Short,
    /// A capital for its government, "the Kremlin".
    Metonym,
}
