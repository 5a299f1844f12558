use std::fs;
use std::path::Path;

use rusqlite::types::ValueRef;
use serde::{Deserialize, Serialize};

use super::database::Database;
use crate::digest::Hasher;
use crate::disk::Disk;
use crate::error::At;
use crate::layout::Layout;
use crate::ledger::{Head, replace};
use crate::{Result, Sha256, canonical};

/// What `projection/fingerprint.json` says: from what it was built, and what the tables then held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Fingerprint {
    /// SHA-256 over the rows of all tables but those that follow from them.
    pub(crate) content: Sha256,
    /// The end of the ledger that was taken up.
    pub(crate) ledger: Head,
}

impl Fingerprint {
    /// `None` where a build was not finished.
    pub(crate) fn read(path: &Path) -> Result<Option<Self>> {
        if !path.exists() {
            return Ok(None);
        }
        let bytes = fs::read(path).at("read", path)?;
        Ok(serde_json::from_slice::<Self>(&bytes).ok().filter(|fingerprint| fingerprint.to_bytes() == bytes))
    }

    pub(crate) fn write(&self, layout: &Layout, disk: &dyn Disk) -> Result<()> {
        let next = layout.staging().join("fingerprint.json");
        replace(disk, layout, &next, &layout.fingerprint(), &self.to_bytes())
    }

    fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = canonical::to_bytes(self);
        bytes.push(b'\n');
        bytes
    }
}

/// The rows that the content hash is over, in an order that does not depend on how they came there. Of a reading its own
/// hash stands for its texts; `verify` checks that one too.
const QUERIES: [&str; 16] = [
    "SELECT ordinal, sha256, size, name, origin, label, depth, role FROM exhibit ORDER BY ordinal",
    "SELECT seq, exhibit, name, origin, at, by FROM acquisition ORDER BY seq",
    "SELECT exhibit, notes, markers, citations, hash FROM reading ORDER BY exhibit",
    "SELECT exhibit, citation, work FROM cited ORDER BY exhibit, citation",
    "SELECT ordinal, body, row FROM work ORDER BY ordinal",
    "SELECT exhibit, claim, incident FROM claimed ORDER BY exhibit, claim",
    "SELECT exhibit, entity, party FROM named ORDER BY exhibit, entity",
    "SELECT exhibit, claim, verdict FROM judged ORDER BY exhibit, claim",
    "SELECT ordinal, body, row FROM party ORDER BY ordinal",
    "SELECT ordinal, body, row FROM incident ORDER BY ordinal",
    "SELECT ordinal, body FROM suggestion ORDER BY ordinal",
    "SELECT ordinal, body FROM contradiction ORDER BY ordinal",
    "SELECT ordinal, body FROM edge ORDER BY ordinal",
    "SELECT exhibit, work FROM same_as_work ORDER BY exhibit",
    "SELECT seq, state, by FROM decision ORDER BY seq",
    "SELECT ordinal, body, row, anchor FROM diagnostic ORDER BY ordinal",
];

/// SHA-256 over what the tables hold.
pub(crate) fn content(database: &Database) -> Result<Sha256> {
    let mut hasher = Hasher::default();
    for query in QUERIES {
        hasher.update(query.as_bytes());
        let mut statement = database.connection.prepare(query)?;
        let columns = statement.column_count();
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            for column in 0..columns {
                hash_value(&mut hasher, row.get_ref(column)?);
            }
        }
    }
    Ok(hasher.finish())
}

/// With its type and length before it, so that no two rows run into one.
fn hash_value(hasher: &mut Hasher, value: ValueRef<'_>) {
    let (kind, bytes) = match value {
        ValueRef::Null => (b'0', Vec::new()),
        ValueRef::Integer(number) => (b'i', number.to_be_bytes().to_vec()),
        ValueRef::Real(number) => (b'r', number.to_be_bytes().to_vec()),
        ValueRef::Text(text) => (b't', text.to_vec()),
        ValueRef::Blob(bytes) => (b'b', bytes.to_vec()),
    };
    hasher.update(&[kind]);
    hasher.update(&(bytes.len() as u64).to_be_bytes());
    hasher.update(&bytes);
}
