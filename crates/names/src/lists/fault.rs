//! What is wrong with a list, or strange about it.

use std::collections::HashMap;
use std::mem::{Discriminant, discriminant};

use super::place::Place;

/// A place and what is to be said of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// Where.
    pub place: Place,
    /// What.
    pub what: Fault,
}

/// What is to be said of a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// What is to be said of a line of `FollowTheMoney`.
    Line(ftm::Fault),
    /// Its bytes are no UTF-8.
    NotUtf8 {
        /// What they were taken as.
        taken_as: &'static str,
    },
    /// It is longer than a row, a line or an entry may be.
    TooLong {
        /// The most, in bytes.
        limit: usize,
    },
    /// A quotation mark opens and never closes.
    OpenQuote,
    /// A row has another number of fields than the table.
    Fields {
        /// Of the row.
        found: usize,
        /// Of the table.
        expected: usize,
    },
    /// Elements of XML do not fit together, or JSON is none.
    NotWellFormed {
        /// What the parser says.
        detail: String,
    },
    /// The file ends in the middle. What came before was taken.
    BreaksOff {
        /// The element that was being read, if it was an entry.
        within: Option<String>,
    },
    /// An entry has nothing that tells it from others.
    NoId,
    /// An entry has no name, or none with a letter or a digit.
    NoName {
        /// Its id.
        id: String,
    },
    /// What stands where a date should is none; it was kept as a note.
    NoDate {
        /// As written.
        text: String,
    },
    /// A country that the table of countries does not have; it was kept as written.
    NoCountry {
        /// As written.
        text: String,
    },
    /// A row of a companion belongs to an entry that the file does not have.
    NoEntry {
        /// The entry's number.
        number: String,
    },
    /// The file says how many entries it has, and has another number.
    Count {
        /// As it says.
        stated: usize,
        /// As read.
        read: usize,
    },
    /// An entry is said to be linked to somebody who is not, or not the only one, in the file under that name.
    NoLink {
        /// The name.
        name: String,
        /// How many bear it: none or several.
        bearers: usize,
    },
    /// The publisher took the entry off the list; it was not taken.
    Delisted {
        /// Its id.
        id: String,
        /// When, as written.
        since: String,
    },
    /// Rows of one entry stand far apart: it came out as several records of one id.
    Scattered {
        /// Its id.
        id: String,
    },
    /// A reference within the file leads nowhere.
    Dangling {
        /// What refers.
        what: &'static str,
        /// To which id.
        id: String,
    },
    /// A column that is mapped to nothing; its values were kept as notes.
    Unmapped {
        /// Its header.
        header: String,
    },
    /// A row has the id of an earlier one: they are one entry.
    IdAgain {
        /// Which.
        id: String,
        /// The line of the earlier one.
        before: u32,
    },
    /// Rows without an id agree with rows before in name, birth and kind: they were taken as one entry.
    RowAgain {
        /// The line of the first that this one agrees with.
        before: u32,
        /// How many, the first of them here.
        rows: usize,
    },
    /// Rows tell no id in a table whose others do.
    WithoutId {
        /// How many, the first of them here.
        rows: usize,
    },
    /// No entity can have that schema; the entry was taken as one that says none.
    NoSchema {
        /// As written.
        schema: String,
    },
}

impl Fault {
    /// Whether something is left out of what was read.
    #[must_use]
    pub const fn leaves_out(&self) -> bool {
        match self {
            Self::Line(fault) => fault.leaves_out(),
            Self::TooLong { .. }
            | Self::OpenQuote
            | Self::Fields { .. }
            | Self::NotWellFormed { .. }
            | Self::BreaksOff { .. }
            | Self::NoId
            | Self::NoName { .. }
            | Self::NoEntry { .. }
            | Self::Dangling { .. }
            | Self::Delisted { .. } => true,
            Self::NotUtf8 { .. }
            | Self::NoDate { .. }
            | Self::NoCountry { .. }
            | Self::Count { .. }
            | Self::NoLink { .. }
            | Self::Scattered { .. }
            | Self::Unmapped { .. }
            | Self::IdAgain { .. }
            | Self::RowAgain { .. }
            | Self::WithoutId { .. }
            | Self::NoSchema { .. } => false,
        }
    }

    /// In words, to stand behind "line 3: ".
    #[must_use]
    pub fn sentence(&self) -> String {
        match self {
            Self::Line(fault) => fault.sentence(),
            Self::NotUtf8 { taken_as } => {
                format!("has bytes that are no UTF-8; they were taken as {taken_as}")
            }
            Self::TooLong { limit } => format!("left out: it is longer than {} MB", limit >> 20),
            Self::OpenQuote => "left out: a quotation mark opens and never closes".to_owned(),
            Self::Fields { found, expected } => {
                format!("left out: {found} fields, where the table has {expected}")
            }
            Self::NotWellFormed { detail } => format!("left out: not well formed ({})", short(detail)),
            Self::BreaksOff { within: Some(name) } => {
                format!("the file breaks off within <{}>; what came before was taken", short(name))
            }
            Self::BreaksOff { within: None } => "the file breaks off; what came before was taken".to_owned(),
            Self::NoId => "left out: the entry has no number of its own".to_owned(),
            Self::NoName { id } => format!("left out: “{}” has no name", short(id)),
            Self::NoDate { text } => format!("“{}” is no date; kept as a note", short(text)),
            Self::NoCountry { text } => {
                format!("“{}” is no country that is known; kept as written", short(text))
            }
            Self::NoEntry { number } => format!("left out: the list has no entry {}", short(number)),
            Self::Count { stated, read } => {
                format!("the file says that it has {stated} entries; {read} were read")
            }
            Self::NoLink { name, bearers: 0 } => {
                format!("“{}”, to whom it is linked, is not in the list; the name was kept", short(name))
            }
            Self::NoLink { name, bearers } => {
                format!(
                    "“{}”, to whom it is linked, is the name of {bearers} in the list; the name was kept",
                    short(name)
                )
            }
            Self::Delisted { id, since } => {
                format!("left out: “{}” was taken off the list ({})", short(id), short(since))
            }
            Self::Scattered { id } => {
                format!("rows of “{}” stand far apart; it is several records of one id", short(id))
            }
            Self::Dangling { what, id } => format!("left out: {what} {} is not in the file", short(id)),
            Self::Unmapped { header } => {
                format!("the column “{}” is mapped to nothing; its values were kept as notes", short(header))
            }
            Self::IdAgain { id, before } => {
                format!("“{}” is the id of line {before}, too; they were taken as one entry", short(id))
            }
            Self::RowAgain { before, rows } => {
                let more = such(*rows);
                format!(
                    "no id, and the name, birth and kind of line {before}{more}: taken as one entry; a column of ids would tell them apart"
                )
            }
            Self::WithoutId { rows } => {
                format!("no id, where other rows have one{}: known by name, birth and kind", such(*rows))
            }
            Self::NoSchema { schema } => {
                format!(
                    "no entity of FollowTheMoney has the schema “{}”; taken as one that says none",
                    short(schema)
                )
            }
        }
    }
}

fn such(rows: usize) -> String {
    if rows > 1 { format!(" ({rows} such rows)") } else { String::new() }
}

/// Characters of a text of the file that are shown: it may be any.
const SHOWN: usize = 80;

fn short(text: &str) -> String {
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// Faults of one kind that are told; the others are counted.
const TOLD_OF_A_KIND: usize = 20;

/// All that is to be said of a file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Faults {
    told: Vec<Told>,
    untold: usize,
    left_out: usize,
    kinds: HashMap<Discriminant<Fault>, usize>,
}

impl Faults {
    /// As they were found; of each kind the first few.
    #[must_use]
    pub fn told(&self) -> &[Told] {
        &self.told
    }

    /// How many more there are to be said.
    #[must_use]
    pub const fn untold(&self) -> usize {
        self.untold
    }

    /// How many of all leave something out.
    #[must_use]
    pub const fn left_out(&self) -> usize {
        self.left_out
    }

    /// How many are of the kind of one.
    #[must_use]
    pub fn of_kind(&self, one: &Fault) -> usize {
        self.kinds.get(&discriminant(one)).copied().unwrap_or(0)
    }

    pub(super) fn tell(&mut self, place: Place, what: Fault) {
        self.left_out += usize::from(what.leaves_out());
        let of_kind = self.kinds.entry(discriminant(&what)).or_default();
        *of_kind += 1;
        match *of_kind > TOLD_OF_A_KIND {
            true => self.untold += 1,
            false => self.told.push(Told { place, what }),
        }
    }
}
