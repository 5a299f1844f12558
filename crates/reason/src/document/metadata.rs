use serde::{Deserialize, Serialize};

/// Something that a file says about itself or carries out of sight.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Metadatum {
    /// What it is.
    pub kind: MetadatumKind,
    /// As the file has it.
    pub value: String,
}

/// Kinds of metadata. Those that can name a person are read by check S02.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MetadatumKind {
    /// Who wrote it, as the program that saved it believes.
    Author,
    /// Who saved it last.
    LastModifiedBy,
    /// Company or organisation of the program's licence.
    Company,
    /// Manager, as Office keeps it.
    Manager,
    /// When it was made (as written in the file).
    Created,
    /// When it was changed last.
    Modified,
    /// The program that made it.
    Producer,
    /// Key words.
    Keywords,
    /// Subject.
    Subject,
    /// A remark in the margin, with its author before a colon: `R. Diallo: is this Moussa?`
    Comment,
    /// Text that was inserted or deleted with change tracking on, with its author before a colon.
    TrackedChange,
    /// Text that the page does not show: hidden, white on white, behind a picture.
    HiddenText,
    /// A path or address of the author's machine (templates, linked files).
    Path,
}

impl MetadatumKind {
    /// What the kind is called in a message.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Author => "author",
            Self::LastModifiedBy => "last modified by",
            Self::Company => "company",
            Self::Manager => "manager",
            Self::Created => "created",
            Self::Modified => "modified",
            Self::Producer => "program",
            Self::Keywords => "keywords",
            Self::Subject => "subject",
            Self::Comment => "comment",
            Self::TrackedChange => "tracked change",
            Self::HiddenText => "hidden text",
            Self::Path => "path",
        }
    }
}

/// A part that could not be read, or not with certainty. Becomes diagnostic D01.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Warning {
    /// What happened.
    pub kind: WarningKind,
    /// Where, where the file has pages.
    pub page: Option<u32>,
    /// One sentence for a person.
    pub detail: String,
}

/// Why a part is missing or uncertain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WarningKind {
    /// A page that is only a picture, and no text recognition was at hand.
    ImageOnlyPage,
    /// The text was recognised from a picture: note marks are often lost.
    Recognised,
    /// A damaged object, stream or part.
    Damaged,
    /// Bytes that the encoding does not allow; U+FFFD stands in their place.
    Encoding,
    /// A named limit was reached; the detail says which and what was dropped.
    Truncated,
    /// A member or part of a kind that is not read.
    Skipped,
    /// Characters that reorder text on screen stand in it: what is seen and what is stored differ.
    BidiControl,
    /// Two ways of reading disagree.
    Disagreement,
}
