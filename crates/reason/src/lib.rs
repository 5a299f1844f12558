//! What a text says and what follows from it.
//!
//! Pure: no file, clock, network, thread or randomness is touched here, so that the same reading text always
//! gives the same result. The phases, in the order in which a document passes through them:
//!
//! 1. [`structure`]: what a reader drafted becomes a [`Document`] with one reading text
//!    (furniture, contents and page chrome set apart, paragraphs rejoined).
//! 2. [`notes`]: notes, their markers, and the sentence that each marker closes.
//! 3. [`citations`]: what each note cites.
//! 4. [`works`]: which citations mean one work.
//! 5. [`checks`]: what is unsupported, contradictory or wrong, as diagnostics with their places.
//!
//! [`Document`]: document::Document

mod analysis;
pub mod checks;
pub mod citations;
pub mod claims;
mod conclusions;
pub mod dates;
pub mod decisions;
pub mod designations;
pub mod document;
pub mod entities;
pub mod imports;
pub mod incidents;
pub mod languages;
pub mod listings;
pub mod money;
pub mod notes;
pub mod origins;
mod patterns;
pub mod phrases;
pub mod places;
pub mod prose;
pub mod publishers;
pub mod quantities;
pub mod recommendations;
pub mod relations;
pub mod replies;
pub mod structure;
pub mod suggestions;
pub mod tables;
pub mod text;
pub mod works;

pub use analysis::{Analysis, Inherited, Source, analyse, analyse_with};
pub use conclusions::{Conclusions, conclude, conclude_with};
