//! Acts of the register: lists, screenings, and what people decide about hits.

use std::collections::BTreeMap;

use names::history::Day;
use names::lists::{Format, Mapping};
use names::screening::Query;
use serde::{Deserialize, Serialize};

use crate::Sha256;

/// A snapshot of a list was taken into use. Its files were acquired by the acts before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ListAdded {
    /// The list's name: `ofac-sdn`. Snapshots of one list share it.
    pub list: String,
    /// The day that it is of.
    pub date: Day,
    /// How that is known.
    pub date_basis: DateBasis,
    /// What its files are.
    pub format: Format,
    /// On what terms it may be used, in a sentence.
    pub licence: String,
    /// Its files in the vault, the main one first.
    pub files: Vec<Sha256>,
    /// Which column is which property, of a table that is of no publisher.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mapping: Option<Mapping>,
    /// Parties in it.
    pub entries: u64,
    /// Rows and values that could not be taken.
    pub left_out: u64,
    /// Whether a file of it breaks off before its end: what it does not name may be listed all the same.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub breaks_off: bool,
}

/// How the day of a snapshot is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DateBasis {
    /// The file says it.
    Stated,
    /// Who added it said so.
    Given,
    /// Neither does; it was fetched from its publisher on that day.
    Fetched,
}

/// Somebody or a table was looked up in lists.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Screened {
    /// Who or what.
    pub subject: Screenee,
    /// In which lists, as they were then: with the acts before this one, this says all that it takes to do it again.
    pub lists: Vec<SearchedList>,
    /// Of which day; none: of the latest snapshot of each list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<Day>,
    /// The least score that was shown, in thousandths.
    pub cutoff: u32,
    /// The most hits that were shown of one query.
    pub limit: u64,
    /// How many were shown.
    pub hits: u64,
    /// Of what was found: the lines that `--json` prints, or the table that was written.
    pub results: Sha256,
}

/// What was screened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Screenee {
    /// One query.
    Query(Query),
    /// A table. It is not kept: who is in it is nobody's concern here.
    Table(ScreenedTable),
}

/// A table that was screened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScreenedTable {
    /// Its path as given.
    pub path: String,
    /// Of its bytes.
    pub sha256: Sha256,
    /// Rows without the header.
    pub rows: u64,
    /// Rows that could not be read or asked nothing.
    pub broken: u64,
    /// Which column is what: `name` to the header of that column.
    pub columns: BTreeMap<String, String>,
    /// What is asked for where a row does not say.
    pub kind: names::party::Kind,
}

/// A list that was searched.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SearchedList {
    /// Its name.
    pub list: String,
    /// The snapshots that answer: one, or those before and after the day that was asked about; none where none is of that time.
    pub snapshots: Vec<SearchedSnapshot>,
}

/// A snapshot that was searched.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SearchedSnapshot {
    /// The day that it is of.
    pub date: Day,
    /// Its files.
    pub files: Vec<Sha256>,
}

/// A person decided whether a listed party is the one that was asked about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ruled {
    /// What was decided.
    pub verdict: Verdict,
    /// What was asked.
    pub query: Query,
    /// Who was found.
    pub entry: EntryMark,
    /// Why.
    pub reason: String,
}

/// Whether a hit is the one that was asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// It is another.
    Clear,
    /// It is.
    Match,
}

impl Verdict {
    /// As the ledger has it: `clear`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Clear => "clear",
            Self::Match => "match",
        }
    }
}

/// An entry of a list as it was when something was decided about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EntryMark {
    /// The list.
    pub list: String,
    /// Its id there.
    pub id: String,
    /// What it was shown by.
    pub name: String,
    /// All that was said of it: of each property the marks of its values, the first eight hexadecimal digits of their SHA-256, sorted.
    pub content: BTreeMap<String, Vec<String>>,
}
