//! What the words of names mean: tables of `data/`, each behind a module of its own.
//!
//! All look-ups take words as [`crate::scripts::folded`] or [`crate::scripts::latin`] give them: in the script of the name or
//! in Latin letters. Tables are read once, at the first look-up, in a few milliseconds.

pub mod abbreviations;
pub mod arabic;
pub mod calendar;
pub mod common;
mod countries;
pub mod given;
mod imo;
pub mod legal_forms;
pub mod numbers;
pub mod org_words;
pub mod particles;
pub mod patronymics;
pub mod syllabic;
pub mod titles;

mod lexicon;
pub(crate) mod rows;
#[cfg(test)]
mod tests;

pub use abbreviations::in_full;
pub use arabic::is_arabic_name;
pub use calendar::is_of_calendar;
pub use common::{Commonness, commonness, is_of_people};
pub use countries::country;
pub use given::{GivenName, Kinship, given_names, kinship};
pub(crate) use imo::{imo_number, imo_number_in};
pub use legal_forms::LegalForm;
pub use numbers::{Number, number};
pub use org_words::{Concept, OrgWord};
pub use particles::{Particle, particle};
pub use patronymics::{Patronymic, patronymic};
pub use syllabic::is_syllabic_family;
pub use titles::Title;

/// A word or a few words of a name that a table knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Known<T> {
    /// What it is.
    pub what: T,
    /// How many of the words asked about it takes; at least one.
    pub words: usize,
}
