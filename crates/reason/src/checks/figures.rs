//! How messages put figures and claims.

use crate::claims::{Claim, ClaimKind};
use crate::incidents::ClaimRef;

use super::Place;
use super::corpus::{Corpus, Reading};

/// `killed`, `sexual violence`.
pub(super) fn spoken_kind(kind: ClaimKind) -> String {
    match kind {
        ClaimKind::Other => "affected".to_owned(),
        kind => kind.name().replace('_', " "),
    }
}

/// The number of a claim as written, else as it is counted.
pub(super) fn number(reading: &Reading<'_>, claim: &Claim) -> String {
    claim.number.map_or_else(|| claim.figure.words(), |span| reading.quote(span).to_owned())
}

/// The claim that a reference means, and its document.
pub(super) fn claim<'c, 'a>(corpus: &'c Corpus<'a>, of: ClaimRef) -> (&'c Reading<'a>, &'a Claim) {
    let reading = &corpus.readings[of.document];
    (reading, &reading.analysis.claims[of.claim])
}

/// Where a claim stands, with its number and who says so.
pub(super) fn claim_place(corpus: &Corpus<'_>, of: ClaimRef) -> Place {
    let (reading, claim) = claim(corpus, of);
    let who = claim.said_by.first().map(|span| format!(", says {}", reading.quote(*span)));
    reading.place(claim.span, format!("{}{}", number(reading, claim), who.unwrap_or_default()))
}

/// The labels of the notes of a claim.
pub(super) fn note_labels<'a>(reading: &Reading<'a>, claim: &Claim) -> Vec<&'a str> {
    claim.notes.iter().map(|note| reading.label(*note)).collect()
}
