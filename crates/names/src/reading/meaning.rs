//! Meanings as numbers.

use crate::words::{Concept, LegalForm, Particle, Title};

/// The number of a concept: of its English name, so that it does not change with the order of the table.
pub(super) fn of_concept(concept: Concept) -> u32 {
    number(concept.name().as_bytes())
}

/// The number of a legal form. Those of companies are from 1 to 15, and tell in [`crate::matching`] which forms exclude each other.
pub(super) fn of_form(form: LegalForm) -> u32 {
    form as u32 + 1
}

/// The number of a small word of somebody's name: Abu is not Umm.
pub(crate) const fn of_particle(particle: Particle) -> u32 {
    particle as u32 + 1
}

/// The number of what is said of one's generation: junior is not senior.
pub(super) const fn of_generation(title: Title) -> u32 {
    title as u32 + 1
}

/// FNV-1a, and never so small that it could be a legal form.
fn number(bytes: &[u8]) -> u32 {
    let hash =
        bytes.iter().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193));
    hash | 0x100
}
