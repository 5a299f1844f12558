use std::io::Read;
use std::path::PathBuf;

use crate::{Error, Sha256};

/// Something to add.
pub enum AddSource<'a> {
    /// A file, or a folder with everything in it.
    Path(PathBuf),
    /// Bytes that are in no file, such as standard input.
    Stream {
        /// The name to know them by.
        name: String,
        /// Where they are from, as it shall stand in the ledger: `-`, a URL.
        origin: String,
        /// The bytes, up to the end.
        bytes: &'a mut dyn Read,
    },
}

/// What the caller may choose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct AddOptions {
    /// What to do with links to folders met on the way.
    pub folder_links: FolderLinks,
}

/// Links to folders met while walking. A link given by the user is followed in any case, and so are links to files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum FolderLinks {
    /// Not entered, and said: what lies outside the given folder was not asked for.
    #[default]
    Skip,
    /// Entered, except where it leads back to a folder that it lies in.
    Follow,
}

/// The outcome of one file, told when it is final: an exhibit is told as added only once it is on the disk.
#[derive(Debug)]
pub enum AddEvent<'a> {
    /// A new exhibit, or new bytes by a known path.
    Added {
        /// Path or URL as given.
        origin: &'a str,
        /// Its name in the vault.
        sha256: Sha256,
        /// In bytes.
        size: u64,
    },
    /// Bytes that the case already has, by another way: one exhibit, one more acquisition.
    AddedAgain {
        /// Path or URL as given.
        origin: &'a str,
        /// Its name in the vault.
        sha256: Sha256,
        /// In bytes.
        size: u64,
    },
    /// The same bytes by the same way: nothing was done.
    AlreadyThere {
        /// Path or URL as given.
        origin: &'a str,
        /// Its name in the vault.
        sha256: Sha256,
    },
    /// Not something that can be added.
    Skipped {
        /// Where.
        path: &'a str,
        /// Why.
        why: Skipped,
    },
    /// Could not be added.
    Failed {
        /// Where.
        path: &'a str,
        /// Why.
        error: &'a Error,
    },
}

/// Why something was passed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Skipped {
    /// A link to a folder.
    FolderLink,
    /// A link to a folder that it lies in.
    LinkLoop,
    /// A named pipe.
    Fifo,
    /// A socket.
    Socket,
    /// A device.
    Device,
    /// The case's own files.
    OwnCase,
}

/// How many of each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct AddSummary {
    /// New exhibits.
    pub added: u64,
    /// Known bytes by a new way.
    pub added_again: u64,
    /// Known bytes by a known way.
    pub already_there: u64,
    /// Passed over.
    pub skipped: u64,
    /// Failed.
    pub failed: u64,
    /// Bytes of the new exhibits.
    pub bytes: u64,
}
