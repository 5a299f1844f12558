//! From paths to reading texts: what `check` does without a case, and how a case reads through the workers.

mod advice;
mod case;
mod exhibit;
mod gather;
mod load;
pub mod parallel;

pub use advice::advice;
pub use case::CaseReading;
pub use gather::gather;
pub use load::{Labels, load};
