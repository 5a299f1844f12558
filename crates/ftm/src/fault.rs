//! What is wrong with a line, or strange about it.

/// A line and what is to be said of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// From 1.
    pub line: u32,
    /// What.
    pub what: Fault,
}

/// What is to be said of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// Its bytes are no UTF-8.
    NotUtf8,
    /// It is longer than a line may be.
    TooLong {
        /// The most that a line may have, in bytes.
        limit: usize,
    },
    /// It is no JSON.
    NotJson {
        /// What the parser says.
        detail: String,
    },
    /// It is JSON, but no object.
    NotAnObject,
    /// Something that an entity must have is not there, or no text.
    Without {
        /// `id`, `schema`.
        what: &'static str,
    },
    /// No entity can have that schema.
    UnknownSchema {
        /// As written.
        schema: String,
    },
    /// Another line says of the same id that it is something else.
    OtherSchema {
        /// The id.
        id: String,
        /// As written here.
        schema: String,
        /// As written there.
        other: String,
        /// That line.
        line: u32,
    },
    /// Taken, but another line has the id too: both are one entity.
    Again {
        /// The id.
        id: String,
        /// The first line that has it.
        line: u32,
    },
    /// Taken, but nothing can be compared with it.
    NoName {
        /// The id.
        id: String,
    },
    /// Taken without a value that is no text.
    NotText {
        /// The id.
        id: String,
        /// Where the value stands.
        property: String,
    },
    /// Taken, but an end of it is nowhere in the file.
    Dangling {
        /// Of the tie.
        id: String,
        /// Of the end that is not there.
        end: String,
    },
    /// There are more entities than can be held.
    TooMany {
        /// The most.
        limit: usize,
    },
}

impl Fault {
    /// Whether the line, or what it holds, is left out.
    #[must_use]
    pub const fn leaves_out(&self) -> bool {
        !matches!(
            self,
            Self::Again { .. } | Self::NoName { .. } | Self::NotText { .. } | Self::Dangling { .. }
        )
    }

    /// In words, to stand behind "line 3: ".
    #[must_use]
    pub fn sentence(&self) -> String {
        match self {
            Self::NotUtf8 => "left out: it is not UTF-8".to_owned(),
            Self::TooLong { limit } => {
                format!("left out: it is longer than {} MB", limit >> 20)
            }
            Self::NotJson { detail } => format!("left out: it is not JSON ({detail})"),
            Self::NotAnObject => "left out: it is no JSON object".to_owned(),
            Self::Without { what } => format!("left out: it has no {what}"),
            Self::UnknownSchema { schema } => {
                format!("left out: no entity of FollowTheMoney has the schema “{}”", short(schema))
            }
            Self::OtherSchema { id, schema, other, line } => format!(
                "left out: “{}” is of schema {} here, of {} in line {line}",
                short(id),
                short(schema),
                short(other)
            ),
            Self::Again { id, line } => {
                format!("“{}” stands in line {line} already; both are taken as one", short(id))
            }
            Self::NoName { id } => format!("“{}” has no name; it is shown by its id", short(id)),
            Self::NotText { id, property } => {
                format!(
                    "what “{}” of “{}” holds is not all text; the rest was left out",
                    short(property),
                    short(id)
                )
            }
            Self::Dangling { id, end } => {
                format!("“{}” ties “{}”, which is not in the file", short(id), short(end))
            }
            Self::TooMany { limit } => {
                format!("left out, with all behind it: more than {limit} entities are in the file")
            }
        }
    }
}

/// Characters of an id or a schema that are shown: a file may hold any.
const SHOWN: usize = 80;

fn short(text: &str) -> String {
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
