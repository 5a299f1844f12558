//! Who says that what happened to how many: the claims of a document, each with the passage that makes it.

mod beside;
mod combine;
mod context;
mod episodes;
mod fields;
mod lexicon;
mod link;
mod people;
mod phrasebook;
mod place;
mod quotes;
mod read;
mod scene;
mod speakers;
mod tabled;
mod teasers;
#[cfg(test)]
mod tests;
mod time;
mod told;
mod truth;
mod victims;

pub use read::{Reading, read};

use serde::{Deserialize, Serialize};

use crate::dates::{DateBasis, Interval};
use crate::document::Span;
use crate::quantities::Figure;

/// What a claim says happened. The names are those of the export contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClaimKind {
    /// Died by violence.
    Killed,
    /// Hurt.
    Injured,
    /// Killed in custody or after capture.
    Executed,
    /// Taken by a group.
    Abducted,
    /// Arrested, held.
    Detained,
    /// Missing.
    Disappeared,
    /// Driven from home.
    Displaced,
    /// Sent as fighters or troops.
    Deployed,
    /// Rape and the like.
    SexualViolence,
    /// A number of attacks, strikes, incidents.
    Attacks,
    /// A number of military operations or patrols.
    Operations,
    /// "Killed or wounded" and whatever else is counted of people.
    Other,
}

impl ClaimKind {
    /// All, in the order of the contract.
    pub const ALL: [Self; 12] = [
        Self::Killed,
        Self::Injured,
        Self::Executed,
        Self::Abducted,
        Self::Detained,
        Self::Disappeared,
        Self::Displaced,
        Self::Deployed,
        Self::SexualViolence,
        Self::Attacks,
        Self::Operations,
        Self::Other,
    ];

    /// The contract's name: `sexual_violence`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Killed => "killed",
            Self::Injured => "injured",
            Self::Executed => "executed",
            Self::Abducted => "abducted",
            Self::Detained => "detained",
            Self::Disappeared => "disappeared",
            Self::Displaced => "displaced",
            Self::Deployed => "deployed",
            Self::SexualViolence => "sexual_violence",
            Self::Attacks => "attacks",
            Self::Operations => "operations",
            Self::Other => "other",
        }
    }
}

/// One claim. Every span is of the document's reading text; a field that the text does not give is `None` or empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    /// The passage that makes it, verbatim: a sentence or a clause of one.
    pub span: Span,
    /// What kind of text it stands in.
    pub stands_in: StandsIn,
    /// Indexes of the notes that support it.
    pub notes: Vec<usize>,
    /// What happened.
    pub what: ClaimKind,
    /// Several kinds in one figure ("killed or wounded"): all of them. Otherwise empty.
    pub combined: Vec<ClaimKind>,
    /// To whom, without the number.
    pub victims: Option<Span>,
    /// By whom.
    pub perpetrators: Option<Span>,
    /// How many.
    pub figure: Figure,
    /// The number as written, with its comparator.
    pub number: Option<Span>,
    /// Where.
    pub place: Option<Span>,
    /// When.
    pub when: Option<When>,
    /// Who says so: the first speaker first, then those through whom it came ("a doctor told AFP": the doctor, AFP).
    pub said_by: Vec<Span>,
    /// Words that make it less than certain: `reportedly`, `claimed`.
    pub hedges: Vec<Span>,
    /// Said not to have happened.
    pub negated: bool,
    /// A part of another claim's figure ("including four children"): index of that claim in the document.
    pub subset_of: Option<usize>,
    /// Whether it counts over a span of time or many places ("between May 2020 and March 2022"), not one event.
    pub cumulative: bool,
    /// The event of which the text tells there, numbered within the document: claims of one number are told of as one event,
    /// as far as their own days and places agree. `None` in tables, titles of cited works and suggestions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub episode: Option<usize>,
    /// The model of the user's own that suggested it; `None`: it was read by the grammar. Until a person accepts it, a
    /// suggested claim takes no part in incidents and checks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub suggested_by: Option<String>,
}

impl Claim {
    /// What a passage of the running text says happened; nothing else is known of it yet.
    #[must_use]
    pub const fn new(span: Span, what: ClaimKind) -> Self {
        Self {
            span,
            stands_in: StandsIn::Body,
            notes: Vec::new(),
            what,
            combined: Vec::new(),
            victims: None,
            perpetrators: None,
            figure: Figure { low: None, high: None, approximate: false },
            number: None,
            place: None,
            when: None,
            said_by: Vec::new(),
            hedges: Vec::new(),
            negated: false,
            subset_of: None,
            cumulative: false,
            episode: None,
            suggested_by: None,
        }
    }
}

/// When something is claimed to have happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct When {
    /// From when to when.
    pub interval: Interval,
    /// The words that say so.
    pub span: Span,
    /// How the time is known from them.
    pub basis: DateBasis,
}

/// Where in a document a claim stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StandsIn {
    /// Running text, headings, quotations.
    Body,
    /// What is said of a picture.
    Caption,
    /// A cell of a table.
    Table,
    /// The authors' own words in a note.
    Note,
    /// The title of a work that the document cites: the index of the citation. It is that work's claim.
    CitedTitle(usize),
}
