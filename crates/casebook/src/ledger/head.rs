use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::error::At;
use crate::{Error, Result, Sha256, canonical};

/// What `ledger.head` says: the end of the acknowledged ledger. Without it, the last line would have no successor whose
/// `prev` protects it, and a cut-off end could not be seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Head {
    /// SHA-256 of the last acknowledged line, without its line end.
    pub hash: Sha256,
    /// Bytes of the ledger up to and with that line's end.
    pub length: u64,
    /// How many lines.
    pub lines: u64,
}

impl Head {
    /// The file's exact bytes: canonical JSON and a line end.
    pub(crate) fn to_bytes(self) -> Vec<u8> {
        let mut bytes = canonical::to_bytes(&self);
        bytes.push(b'\n');
        bytes
    }

    /// Reads the head file; any other spelling of the same facts is damage.
    pub(crate) fn read(path: &Path) -> Result<Self> {
        let bytes = std::fs::read(path).at("read", path)?;
        serde_json::from_slice::<Self>(&bytes).ok().filter(|head| head.to_bytes() == bytes).ok_or_else(|| {
            Error::LedgerDamaged { path: path.to_owned(), line: 1, detail: "not what was written".to_owned() }
        })
    }
}
