//! What was worked out from vault and ledger: can be deleted and built again.

mod conclude;
mod conclusions;
mod database;
mod fingerprint;
mod join;
mod load;
mod load_all;
mod loaded;
mod silences;
mod store;
mod sync;

pub(crate) use database::{Database, Meta, delete, from_json};
pub(crate) use fingerprint::{Fingerprint, content};
pub(crate) use join::join;
pub(crate) use load::Stored;
pub use loaded::{Acquisition, Exhibit, Loaded, LoadedDocument};
pub(crate) use silences::Silences;
pub(crate) use store::{LostMember, Reading as StoredReading, reading_hash};
pub(crate) use sync::{Synced, sync};
