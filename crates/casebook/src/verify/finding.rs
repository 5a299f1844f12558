use crate::Sha256;

/// How grave a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing is lost or changed: an interrupted run left something, or the projection is older than the ledger.
    Note,
    /// Something is not what was written.
    Damage,
}

/// Something that `verify` found. Paths are relative to the case.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Finding {
    /// `tickmark.json` of a case or `lists.json` of a register is missing, not canonical, or of an unknown shape.
    #[error("{name}: {detail}")]
    CaseFile {
        /// Which of them.
        name: &'static str,
        /// What was expected and what was found.
        detail: String,
    },
    /// The ledger cannot be read, or a line is not what was written.
    #[error("ledger.jsonl, line {line}: {detail}")]
    Ledger {
        /// Counted from 1.
        line: u64,
        /// What was expected and what was found.
        detail: String,
    },
    /// The head file does not agree with the ledger.
    #[error("ledger.head: {detail}")]
    Head {
        /// What was expected and what was found.
        detail: String,
    },
    /// Bytes after the acknowledged lines: an interrupted run, mended by the next one.
    #[error("ledger.jsonl: {bytes} bytes after the last acknowledged line")]
    UnacknowledgedTail {
        /// How many.
        bytes: u64,
    },
    /// An exhibit of the ledger is not in the vault.
    #[error("exhibit {sha256} is missing")]
    Missing {
        /// Which.
        sha256: Sha256,
    },
    /// An exhibit's bytes are not those of its name.
    #[error("exhibit {expected} is damaged: its bytes have SHA-256 {found}")]
    Damaged {
        /// Its name.
        expected: Sha256,
        /// Of the bytes found.
        found: Sha256,
    },
    /// An exhibit cannot be read.
    #[error("{path} cannot be read: {detail}")]
    Unreadable {
        /// Relative to the case.
        path: String,
        /// The system's answer.
        detail: String,
    },
    /// An exhibit may be written to.
    #[error("{path} may be written to (mode {mode:o}); exhibits are read-only")]
    Writable {
        /// Relative to the case.
        path: String,
        /// Permission bits.
        mode: u32,
    },
    /// A file in the vault that the ledger does not vouch for.
    #[error("{path} is in the vault but not in the ledger")]
    Extra {
        /// Relative to the case.
        path: String,
    },
    /// An exhibit that an interrupted run kept but never acknowledged.
    #[error("{path} is in the vault but not in the ledger: a run was interrupted or is going on")]
    Unclaimed {
        /// Relative to the case.
        path: String,
    },
    /// What an interrupted run left on its way; swept by the next one.
    #[error("{path} was left by an interrupted run, or one is going on")]
    Leftover {
        /// Relative to the case.
        path: String,
    },
    /// The projection is not what was built. Evidence is not touched by it.
    #[error("projection: {detail}")]
    Projection {
        /// What was expected and what was found.
        detail: String,
    },
    /// The projection is older than the ledger, not finished, or not there.
    #[error("projection: {detail}")]
    ProjectionBehind {
        /// How.
        detail: String,
    },
}

impl Finding {
    /// How grave it is.
    #[must_use]
    pub const fn severity(&self) -> Severity {
        match self {
            Self::UnacknowledgedTail { .. }
            | Self::Unclaimed { .. }
            | Self::Leftover { .. }
            | Self::ProjectionBehind { .. } => Severity::Note,
            _ => Severity::Damage,
        }
    }
}

/// What `verify` looked at and found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Verification {
    /// Lines of the ledger.
    pub lines: u64,
    /// Exhibits hashed.
    pub exhibits: u64,
    /// Bytes hashed.
    pub bytes: u64,
    /// In the order: case file, ledger, vault, projection.
    pub findings: Vec<Finding>,
}

impl Verification {
    /// Whether everything is what was written.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.findings.iter().all(|finding| finding.severity() == Severity::Note)
    }
}

/// How far `verify` is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VerifyProgress {
    /// Exhibits hashed so far.
    pub done: u64,
    /// Exhibits of the ledger.
    pub of: u64,
}
