//! Passages of items, for the ledger.

use reason::claims::Claim;
use reason::document::Span;

use crate::ledger::{Anchor, ClaimAnchor, Passage};
use crate::projection::LoadedDocument;

/// A passage of more characters is kept by its first ones: enough to find it, and a line of the ledger has an end.
const LONGEST: usize = 200;

/// The passage of a claim.
pub(crate) fn claim_anchor(of: &LoadedDocument, claim: usize) -> ClaimAnchor {
    let claim = &of.analysis.claims[claim];
    ClaimAnchor {
        exhibit: of.exhibit.sha256,
        passage: passage(&of.document.text, claim_key(claim)),
        what: claim.what,
    }
}

/// What finds a claim: its number, else the whole of it.
pub(super) fn claim_key(claim: &Claim) -> Span {
    claim.number.unwrap_or(claim.span)
}

/// The passage of a mention.
pub(crate) fn mention_anchor(of: &LoadedDocument, mention: usize) -> Anchor {
    anchor(of, of.analysis.mentions[mention].span)
}

/// The passage of a citation.
pub(crate) fn citation_anchor(of: &LoadedDocument, citation: usize) -> Anchor {
    anchor(of, of.analysis.citations[citation].span)
}

fn anchor(of: &LoadedDocument, span: Span) -> Anchor {
    Anchor { exhibit: of.exhibit.sha256, passage: Some(passage(&of.document.text, span)) }
}

/// A passage with a little text before and after it.
pub(crate) fn passage(text: &str, span: Span) -> Passage {
    let before: Vec<char> = text[..span.start].chars().rev().take(Passage::CONTEXT).collect();
    let start = text[..span.start].chars().count() as u64;
    let whole = &text[span.start..span.end];
    let end = whole.char_indices().nth(LONGEST).map_or(span.end, |(at, _)| span.start + at);
    let quote = &text[span.start..end];
    Passage {
        quote: quote.to_owned(),
        prefix: before.into_iter().rev().collect(),
        suffix: text[end..].chars().take(Passage::CONTEXT).collect(),
        start,
        end: start + quote.chars().count() as u64,
    }
}
