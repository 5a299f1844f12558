//! What parent and worker say to each other, as headers of frames.

use std::collections::BTreeMap;

use reason::document::{Document, Member, ReadOutcome, Unread};
use serde::{Deserialize, Serialize};

use super::probe::{Attempt, Refusal};
use super::sandbox::Level;

/// From the parent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Request {
    /// Read the exhibit in the one attachment.
    Read {
        /// Its file name.
        name: String,
        /// What text recognition saw on its pages.
        recognised: BTreeMap<u32, String>,
    },
    /// Give the picture of a page of the exhibit in the one attachment.
    Picture {
        /// Counted from 1.
        page: u32,
    },
    /// Try something that the sandbox should refuse.
    Probe(Attempt),
    /// Which protections are in force?
    Level,
}

/// From the worker, one per request.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// To [`Request::Read`].
    Read(Box<Outcome>),
    /// To [`Request::Picture`]: it is the one attachment, if the page has one.
    Picture,
    /// To [`Request::Probe`].
    Probe(Refusal),
    /// To [`Request::Level`].
    Level(Level),
}

/// A [`ReadOutcome`] whose members' bytes travel as attachments, in order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// A document.
    Document(Document),
    /// A container.
    Container(Vec<MemberHeader>),
    /// Nothing.
    Unread(Unread),
}

/// An archive member without its bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MemberHeader {
    /// As written in the archive.
    pub path: String,
    /// `None`: its bytes are the next attachment.
    pub unread: Option<Unread>,
}

impl Outcome {
    /// Parts an outcome into its header and its attachments.
    pub fn split(outcome: ReadOutcome) -> (Self, Vec<Vec<u8>>) {
        match outcome {
            ReadOutcome::Document(document) => (Self::Document(document), Vec::new()),
            ReadOutcome::Unread(unread) => (Self::Unread(unread), Vec::new()),
            ReadOutcome::Container(members) => {
                let mut attachments = Vec::new();
                let headers = members
                    .into_iter()
                    .map(|member| MemberHeader {
                        path: member.path,
                        unread: member.bytes.map(|bytes| attachments.push(bytes)).err(),
                    })
                    .collect();
                (Self::Container(headers), attachments)
            }
        }
    }

    /// Puts header and attachments together again; `None` when they do not fit each other.
    pub fn join(self, attachments: Vec<Vec<u8>>) -> Option<ReadOutcome> {
        let mut attachments = attachments.into_iter();
        let outcome = match self {
            Self::Document(document) => ReadOutcome::Document(document),
            Self::Unread(unread) => ReadOutcome::Unread(unread),
            Self::Container(headers) => ReadOutcome::Container(
                headers
                    .into_iter()
                    .map(|header| {
                        Some(Member {
                            path: header.path,
                            bytes: match header.unread {
                                Some(unread) => Err(unread),
                                None => Ok(attachments.next()?),
                            },
                        })
                    })
                    .collect::<Option<_>>()?,
            ),
        };
        attachments.next().is_none().then_some(outcome)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_keep_their_bytes_and_their_order() {
        let members = vec![
            Member { path: "a".into(), bytes: Ok(vec![1]) },
            Member { path: "b".into(), bytes: Err(Unread::Encrypted) },
            Member { path: "c".into(), bytes: Ok(vec![]) },
        ];
        let container = ReadOutcome::Container(members);
        let (header, attachments) = Outcome::split(container.clone());
        assert_eq!(header.clone().join(attachments.clone()), Some(container));
        assert_eq!(header.clone().join(attachments[..1].to_vec()), None);
        assert_eq!(Outcome::Unread(Unread::Empty).join(attachments), None);
    }
}
