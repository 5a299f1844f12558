use reason::claims::ClaimKind;
use serde::{Deserialize, Serialize};

use super::{Anchor, Passage};
use crate::Sha256;

/// What a person decided about claims, entities or works. Appended, never overwritten; the last one about a thing counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decided {
    /// What was decided.
    pub ruling: Ruling,
    /// About what.
    pub on: Subject,
    /// Why.
    pub reason: String,
}

/// What may be decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ruling {
    /// It stands as it was read; one work does rest on the other.
    Accepted,
    /// It is none, or is wrong; the one work does not rest on the other.
    Rejected,
    /// Both are about one event, or are one party.
    Same,
    /// They are not.
    Different,
    /// Looked at, and left open.
    Unsure,
}

impl Ruling {
    /// As the ledger has it: `accepted`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::Rejected => "rejected",
            Self::Same => "same",
            Self::Different => "different",
            Self::Unsure => "unsure",
        }
    }
}

/// What was decided about, by its passages: ids change when a text is read anew, passages are found again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// One claim.
    Claim(ClaimAnchor),
    /// Whether two claims are about one event.
    Claims([ClaimAnchor; 2]),
    /// Whether two entities are one party: a passage that names each, or the record of an imported file.
    Entities([PartyAnchor; 2]),
    /// Whether the first work rests on the second: a passage that cites each.
    Works([Anchor; 2]),
}

/// One side of a judgement about parties.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum PartyAnchor {
    /// A passage of a document that names it.
    Named(Anchor),
    /// A record of an imported file.
    Record(RecordAnchor),
}

/// A record by its id, which its file keeps unique.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordAnchor {
    /// The imported file.
    pub exhibit: Sha256,
    /// The id that the file gives it.
    pub record: String,
    /// What it was shown by when it was judged.
    pub name: String,
}

/// A claim by its passage.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClaimAnchor {
    /// Which exhibit.
    pub exhibit: Sha256,
    /// Its number; of a claim without a number, its first words. Several claims share a sentence, but not a number.
    pub passage: Passage,
    /// What it says happened: tells apart two claims of one number.
    pub what: ClaimKind,
}
