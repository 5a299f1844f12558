use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Who acts: kept with every act in the ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Actor {
    /// The person, as they call themselves. It stands in exports as `added_by`.
    pub name: String,
    /// The program and its version: `tickmark 0.1.0`.
    pub program: String,
}

/// Where time comes from. The binary gives the real one, tests a fixed one.
pub trait Clock: Send + Sync {
    /// Now.
    fn now(&self) -> Timestamp;
}
