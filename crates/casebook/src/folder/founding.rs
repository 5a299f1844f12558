//! `tickmark.json` of a case, `lists.json` of a register: what the folder is. Written once; the ledger's first line carries its
//! hash.

use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::error::At;
use crate::layout::Layout;
use crate::{Error, Finding, Result, Sha256, Timestamp, canonical};

/// The format of such folders that this version writes and the highest that it reads.
pub(crate) const FORMAT: u64 = 1;

/// What it says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Founding {
    pub(crate) created: Timestamp,
    pub(crate) format: u64,
    /// 32 hexadecimal digits: of no meaning but to tell folders apart.
    pub(crate) id: String,
}

impl Founding {
    /// Of a new folder. Its id comes from what tells it apart: where, when, by which process it was made.
    pub(crate) fn new(root: &Path, created: Timestamp) -> Self {
        let apart = format!("{created} {} {}", std::process::id(), root.display());
        Self { created, format: FORMAT, id: Sha256::of(apart.as_bytes()).to_string()[..32].to_owned() }
    }

    pub(crate) fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = canonical::to_bytes(self);
        bytes.push(b'\n');
        bytes
    }

    /// The file's facts and the hash of its bytes, which the ledger's first line carries.
    pub(crate) fn read(path: &Path) -> Result<(Self, Sha256)> {
        let bytes = std::fs::read(path).at("read", path)?;
        let damaged = |detail: String| Error::CaseFileDamaged { path: path.to_owned(), detail };
        let value: serde_json::Value =
            serde_json::from_slice(&bytes).map_err(|error| damaged(error.to_string()))?;
        match value.get("format").and_then(serde_json::Value::as_u64) {
            Some(found) if found > FORMAT => {
                return Err(Error::UnknownFormat { path: path.to_owned(), found, known: FORMAT });
            }
            _ => {}
        }
        let file: Self = serde_json::from_value(value).map_err(|error| damaged(error.to_string()))?;
        Ok((file, Sha256::of(&bytes)))
    }
}

/// For `verify`: the hash of a founding file that is exactly what was written, in a format that this version knows.
pub(crate) fn sound(layout: &Layout) -> Result<Sha256, Finding> {
    let finding = |detail| Finding::CaseFile { name: layout.purpose.founding(), detail };
    let (file, hash) = Founding::read(&layout.founding()).map_err(|error| finding(error.to_string()))?;
    match Sha256::of(&file.to_bytes()) == hash {
        true => Ok(hash),
        false => Err(finding("not in canonical form".to_owned())),
    }
}
