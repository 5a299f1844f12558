use jiff::Timestamp;
use reason::checks::Code;
use reason::suggestions::Suggestion;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;

use super::{Decided, ListAdded, Ruled, Screened};
use crate::{Actor, Sha256};

/// One line of the ledger.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// Its number, from 0, without a gap.
    pub seq: u64,
    /// SHA-256 of the line before (without its line end); of the first line, that of `tickmark.json`.
    pub prev: Sha256,
    /// When.
    pub at: Timestamp,
    /// Who.
    pub by: Actor,
    /// What was done.
    pub act: Act,
}

impl Entry {
    /// The acquisition, if the act is one.
    #[must_use]
    pub const fn acquired(&self) -> Option<&Acquired> {
        match &self.act {
            Act::Known(KnownAct::Acquired(acquired)) => Some(acquired),
            _ => None,
        }
    }

    /// Whether conclusions may change by it although no text does.
    #[must_use]
    pub const fn changes_conclusions(&self) -> bool {
        let parties = matches!(
            self.act,
            Act::Known(
                KnownAct::Used { role: Role::Parties, .. } | KnownAct::Unused { role: Role::Parties, .. }
            )
        );
        parties || self.is_decision()
    }

    /// Whether it decides something about claims, entities or works, or takes a decision back.
    #[must_use]
    pub const fn is_decision(&self) -> bool {
        matches!(self.act, Act::Known(KnownAct::Decided(_) | KnownAct::Undone { .. }))
    }

    /// The suggestion, if the act is one.
    #[must_use]
    pub const fn suggested(&self) -> Option<&Suggested> {
        match &self.act {
            Act::Known(KnownAct::Suggested(suggested)) => Some(suggested),
            _ => None,
        }
    }

    /// The judgement, if the act is one.
    #[must_use]
    pub const fn judgement(&self) -> Option<&Judgement> {
        match &self.act {
            Act::Known(KnownAct::Judged(judgement)) => Some(judgement),
            _ => None,
        }
    }
}

/// What was done. An act of a kind that this version does not know is kept and verified all the same.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
#[expect(clippy::large_enum_variant, reason = "one a line of the ledger, and nearly all are of a known kind")]
pub enum Act {
    /// A kind that this version knows.
    Known(KnownAct),
    /// A kind of a later version, as it stands.
    Unknown(Value),
}

/// An act of a known kind in an unknown shape is an error, not an unknown act: an acquisition must not be overlooked.
impl<'de> Deserialize<'de> for Act {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = Value::deserialize(deserializer)?;
        let kind = value
            .get("kind")
            .and_then(Value::as_str)
            .ok_or_else(|| D::Error::custom("an act without a kind"))?;
        if KnownAct::KINDS.contains(&kind) {
            serde_json::from_value(value).map(Self::Known).map_err(D::Error::custom)
        } else {
            Ok(Self::Unknown(value))
        }
    }
}

impl From<KnownAct> for Act {
    fn from(act: KnownAct) -> Self {
        Self::Known(act)
    }
}

/// The kinds of acts, told apart by `kind`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind", deny_unknown_fields)]
pub enum KnownAct {
    /// The case began. Always the first line.
    CaseCreated {
        /// The case's id, as in `tickmark.json`.
        case: String,
    },
    /// A register of lists began. Always the first line of its ledger.
    RegisterCreated {
        /// Its id, as in `lists.json`.
        register: String,
    },
    /// A snapshot of a list was taken into use.
    ListAdded(ListAdded),
    /// Somebody or a table was looked up in lists.
    Screened(Screened),
    /// A person decided whether a listed party is the one that was asked about.
    Ruled(Ruled),
    /// Bytes were obtained. Two ways to the same bytes are two acquisitions of one exhibit.
    Acquired(Acquired),
    /// A person judged a diagnostic.
    Judged(Judgement),
    /// A person decided about claims, entities or works.
    Decided(Decided),
    /// Passages were sent to a model of the user's own: that they left the machine, or this process, is an act.
    Asked {
        /// The address that was asked.
        endpoint: String,
        /// The model's name as the user gave it.
        model: String,
        /// How many passages were sent.
        passages: u64,
        /// How many suggestions were kept.
        kept: u64,
        /// The first digits of the SHA-256 of each passage that was answered: none of them is sent to that model again.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        about: Vec<String>,
    },
    /// A model of the user's own suggested a claim.
    Suggested(Suggested),
    /// A person took something back: what was decided before it counts again.
    Undone {
        /// `seq` of the act that is taken back: a `judged`, a `decided` or another `undone`; of a register, a `list_added` or a
        /// `ruled`, too.
        act: u64,
        /// Why.
        reason: String,
    },
    /// An exhibit was taken into use as a table, not as evidence.
    Used {
        /// As what.
        role: Role,
        /// Which.
        exhibit: Sha256,
    },
    /// It was taken out of use. It is kept.
    Unused {
        /// As what.
        role: Role,
        /// Which.
        exhibit: Sha256,
    },
    /// Something left the case.
    Exported {
        /// What was exported, in what format: `citations`, `csv`.
        what: String,
        /// `jsonl`, `csv`.
        format: String,
        /// Of the exported bytes: which file it was can be told later.
        sha256: Sha256,
    },
}

impl KnownAct {
    /// What `kind` may be for this version to know it.
    const KINDS: [&'static str; 14] = [
        "case_created",
        "register_created",
        "list_added",
        "screened",
        "ruled",
        "acquired",
        "judged",
        "decided",
        "undone",
        "asked",
        "suggested",
        "used",
        "unused",
        "exported",
    ];
}

/// What an exhibit that is no evidence is used as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Names of places. Several are used together, beside the one that is built in.
    Gazetteer,
    /// Exchange rates. The last one is used, instead of the one that is built in.
    Rates,
    /// Parties that others wrote down. Several are used together, beside those that documents name.
    Parties,
}

impl Role {
    /// As the ledger has it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Gazetteer => "gazetteer",
            Self::Rates => "rates",
            Self::Parties => "parties",
        }
    }
}

/// How an exhibit came into the case. When and by whom is in its [`Entry`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Acquired {
    /// Of the bytes: the exhibit's name in the vault.
    pub sha256: Sha256,
    /// In bytes.
    pub size: u64,
    /// The file name without folders.
    pub name: String,
    /// Path or URL as given; of an archive's member, its path within the archive.
    pub origin: String,
    /// The path's bytes in hexadecimal, where they are not UTF-8 and `origin` shows U+FFFD in their place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin_bytes: Option<String>,
    /// When the file was last changed, as its file system says. It proves nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub modified: Option<Timestamp>,
    /// Directly, or out of another exhibit.
    pub via: Via,
}

/// The way of an acquisition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Via {
    /// Given by a person.
    Direct,
    /// A member of the archive with this SHA-256, which is an exhibit of the case.
    MemberOf(Sha256),
}

/// A claim that a model of the user's own suggested. Its figure was read by our own grammar; all else are words of the passage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Suggested {
    /// The words that make the claim.
    pub anchor: Anchor,
    /// The model's name as the user gave it.
    pub model: String,
    /// The address that was asked.
    pub endpoint: String,
    /// What it says; spans in bytes of the anchor's quote.
    pub claim: Suggestion,
}

/// What a person decided. Judgements are appended, never overwritten; the last one about a place counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "verdict", deny_unknown_fields)]
pub enum Judgement {
    /// A diagnostic shall not be shown again.
    Silenced {
        /// Its rule.
        code: Code,
        /// Its place.
        anchor: Anchor,
        /// Why it is no defect.
        reason: String,
    },
    /// A silenced diagnostic shall be shown again.
    Restored {
        /// Its rule.
        code: Code,
        /// Its place.
        anchor: Anchor,
        /// Why.
        reason: String,
    },
}

/// A place that can be found again after the exhibit was read anew (W3C Web Annotation: quote and position together).
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Anchor {
    /// Which exhibit.
    pub exhibit: Sha256,
    /// Where in its reading text; `None` where the place is the file itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub passage: Option<Passage>,
}

/// A passage by its words and its position.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Passage {
    /// Verbatim.
    pub quote: String,
    /// Up to [`Passage::CONTEXT`] characters before it.
    pub prefix: String,
    /// Up to [`Passage::CONTEXT`] characters after it.
    pub suffix: String,
    /// First character, in Unicode scalar values of the reading text at the time.
    pub start: u64,
    /// One past the last character.
    pub end: u64,
}

impl Passage {
    /// Characters of context on each side: enough to tell two equal quotes of a report apart, short enough for a log.
    pub const CONTEXT: usize = 32;
}
