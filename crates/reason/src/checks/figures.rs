//! How messages put figures and claims.

use crate::claims::{Claim, ClaimKind};
use crate::incidents::ClaimRef;
use crate::quantities::Figure;

use super::Place;
use super::corpus::{Corpus, Reading};

/// `84`, `at least 24`, `20 to 80`, `up to 20`.
pub(super) fn spoken_figure(figure: Figure) -> String {
    match (figure.low, figure.high) {
        (Some(low), Some(high)) if low == high => low.to_string(),
        (Some(low), Some(high)) => format!("{low} to {high}"),
        (Some(low), None) => format!("{low} or more"),
        (None, Some(high)) => format!("up to {high}"),
        (None, None) => "no number".to_owned(),
    }
}

/// `killed`, `sexual violence`.
pub(super) fn spoken_kind(kind: ClaimKind) -> String {
    match kind {
        ClaimKind::Other => "affected".to_owned(),
        kind => kind.name().replace('_', " "),
    }
}

/// The number of a claim as written, else as it is counted.
pub(super) fn number(reading: &Reading<'_>, claim: &Claim) -> String {
    claim.number.map_or_else(|| spoken_figure(claim.figure), |span| reading.quote(span).to_owned())
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
