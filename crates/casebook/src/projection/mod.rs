//! What was worked out from vault and ledger: can be deleted and built again.

mod loaded;

pub use loaded::{Acquisition, Exhibit, Loaded, LoadedDocument};
