use reason::document::{ReadOutcome, Unread};

use crate::Sha256;

/// What reads files: the binary's worker processes, or a function in tests.
pub trait Reading: Sync {
    /// Everything that may change what is read: the program's version, those of its readers, whether text recognition
    /// is at hand. Exhibits read under another version are read again.
    fn version(&self) -> String;

    /// Reads one exhibit. A crash or timeout is an outcome, not a panic. Called from several threads.
    fn read(&self, name: &str, bytes: &[u8]) -> ReadOutcome;
}

/// What the caller may choose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BuildOptions {
    /// How many exhibits to read at a time; at least 1.
    pub threads: usize,
}

/// What happened to one exhibit.
#[derive(Debug)]
pub enum BuildEvent<'a> {
    /// How many exhibits are to be read. Members of archives met on the way raise it: told again.
    Planned {
        /// Exhibits to read, those already done included.
        exhibits: u64,
    },
    /// An exhibit was read.
    Read {
        /// Its name.
        name: &'a str,
        /// Which.
        sha256: Sha256,
        /// How many warnings its reader gave.
        warnings: usize,
    },
    /// An archive was opened.
    Opened {
        /// Its name.
        name: &'a str,
        /// Which.
        sha256: Sha256,
        /// Members kept as exhibits.
        members: usize,
    },
    /// A member of an archive could not be had.
    MemberUnread {
        /// The archive's name.
        archive: &'a str,
        /// The member's path as written in the archive.
        path: &'a str,
        /// Why.
        unread: &'a Unread,
    },
    /// An exhibit could not be read.
    Unread {
        /// Its name.
        name: &'a str,
        /// Which.
        sha256: Sha256,
        /// Why.
        unread: &'a Unread,
    },
    /// Works are being joined and rules run over all documents.
    Joining,
}

/// How many of each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct BuildSummary {
    /// Documents read now.
    pub read: u64,
    /// Archives opened now.
    pub opened: u64,
    /// Exhibits that could not be read now.
    pub unread: u64,
    /// Exhibits that an earlier build had read.
    pub unchanged: u64,
    /// Works cited by all documents of the case.
    pub works: u64,
    /// Diagnostics over all documents, silenced ones left out.
    pub diagnostics: u64,
}
