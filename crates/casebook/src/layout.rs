//! Where everything lies in a folder with a vault and a ledger.

use std::path::{Path, PathBuf};

use crate::Sha256;

/// Names of the case's own files and folders at its top: what `add` never takes for evidence.
pub(crate) const OWN_NAMES: [&str; 8] =
    ["tickmark.json", "vault", "ledger.jsonl", "ledger.head", "projection", "staging", "unclaimed", "lock"];

/// What a torn end of the ledger is moved to: `ledger.torn-<time>`.
pub(crate) const TORN_PREFIX: &str = "ledger.torn-";

/// Whether a name at the top of a case is the case's own.
pub(crate) fn is_own(name: &std::ffi::OsStr) -> bool {
    name.to_str().is_some_and(|name| OWN_NAMES.contains(&name) || name.starts_with(TORN_PREFIX))
}

/// What such a folder is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// Evidence of a case.
    Case,
    /// Lists to screen against: no case, and never taken for one.
    Lists,
}

impl Purpose {
    /// The file that says so.
    pub(crate) const fn founding(self) -> &'static str {
        match self {
            Self::Case => "tickmark.json",
            Self::Lists => "lists.json",
        }
    }
}

/// The paths of one folder.
#[derive(Debug, Clone)]
pub(crate) struct Layout {
    pub(crate) root: PathBuf,
    pub(crate) purpose: Purpose,
}

impl Layout {
    pub(crate) fn of_case(root: &Path) -> Self {
        Self { root: root.to_owned(), purpose: Purpose::Case }
    }

    pub(crate) fn of_lists(root: &Path) -> Self {
        Self { root: root.to_owned(), purpose: Purpose::Lists }
    }

    pub(crate) fn founding(&self) -> PathBuf {
        self.root.join(self.purpose.founding())
    }

    pub(crate) fn vault(&self) -> PathBuf {
        self.root.join("vault")
    }

    pub(crate) fn shard(&self, exhibit: &Sha256) -> PathBuf {
        self.vault().join(&exhibit.to_string()[..2])
    }

    pub(crate) fn exhibit(&self, exhibit: &Sha256) -> PathBuf {
        self.shard(exhibit).join(&exhibit.to_string()[2..])
    }

    pub(crate) fn ledger(&self) -> PathBuf {
        self.root.join("ledger.jsonl")
    }

    pub(crate) fn head(&self) -> PathBuf {
        self.root.join("ledger.head")
    }

    pub(crate) fn staging(&self) -> PathBuf {
        self.root.join("staging")
    }

    pub(crate) fn unclaimed(&self) -> PathBuf {
        self.root.join("unclaimed")
    }

    pub(crate) fn lock(&self) -> PathBuf {
        self.root.join("lock")
    }

    pub(crate) fn projection(&self) -> PathBuf {
        self.root.join("projection")
    }

    pub(crate) fn database(&self) -> PathBuf {
        self.projection().join("case.sqlite")
    }

    pub(crate) fn fingerprint(&self) -> PathBuf {
        self.projection().join("fingerprint.json")
    }

    /// A path as findings show it.
    pub(crate) fn relative(&self, path: &Path) -> String {
        path.strip_prefix(&self.root).unwrap_or(path).to_string_lossy().into_owned()
    }
}
