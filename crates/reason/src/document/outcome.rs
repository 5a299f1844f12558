use serde::{Deserialize, Serialize};

use super::Document;

/// What reading one exhibit came to. It crosses the pipe between the program and its worker.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReadOutcome {
    /// A document.
    Document(Document),
    /// A container: its members, to be kept as exhibits of their own.
    Container(Vec<Member>),
    /// Nothing could be read.
    Unread(Unread),
}

/// A file within an archive.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Member {
    /// Its path within the archive, as written there: a name to show, never one to write to.
    pub path: String,
    /// Its bytes, or why they could not be had.
    pub bytes: Result<Vec<u8>, Unread>,
}

/// Why an exhibit has no reading text: facts, to which the binary adds advice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "why")]
pub enum Unread {
    /// No bytes at all.
    Empty,
    /// A kind of file that no reader knows.
    Unsupported {
        /// What it looks like: `image/png`, `application/octet-stream`.
        media_type: String,
    },
    /// Locked with a password.
    Encrypted,
    /// Broken beyond reading.
    Damaged {
        /// What was expected and what was found.
        detail: String,
    },
    /// A limit was reached: size, depth, memory, time.
    Limit {
        /// Which, with its value.
        detail: String,
    },
    /// The worker died: a panic, a signal.
    Crashed {
        /// What is known of it.
        detail: String,
    },
}

impl Unread {
    /// One sentence for a person, without advice.
    #[must_use]
    pub fn sentence(&self) -> String {
        match self {
            Self::Empty => "the file is empty (0 bytes)".to_owned(),
            Self::Unsupported { media_type } => {
                format!("no reader for this kind of file ({media_type})")
            }
            Self::Encrypted => "the file is locked with a password".to_owned(),
            Self::Damaged { detail } => format!("the file is damaged: {detail}"),
            Self::Limit { detail } => format!("a limit was reached: {detail}"),
            Self::Crashed { detail } => format!("the reader crashed on it: {detail}"),
        }
    }
}
