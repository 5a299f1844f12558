//! Who says something, in the words of the documents.

use reason::document::Span;
use reason::incidents::{ClaimRef, table::Row};

use super::super::index::Index;

/// Characters of a passage in a list.
const SHORT: usize = 90;

/// Words of a span, without note marks; nothing where it is none of the document's.
pub fn words(index: &Index<'_>, document: usize, span: Span) -> String {
    let Some(source) = index.checked.sources.get(document) else {
        return String::new();
    };
    let inside = source.document.text.get(span.start..span.end).is_some();
    if inside { source.analysis.words(source.document, span) } else { String::new() }
}

/// The first words of the passage that makes a claim.
pub fn short_quote(index: &Index<'_>, of: ClaimRef) -> String {
    let source = index.checked.sources.get(of.document);
    let Some(claim) = source.and_then(|source| source.analysis.claims.get(of.claim)) else {
        return String::new();
    };
    let text = words(index, of.document, claim.span);
    match text.char_indices().nth(SHORT) {
        None => text,
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
    }
}

/// Who says it: the first speaker and those through whom it came, else the document.
pub fn speaker(index: &Index<'_>, row: &Row) -> String {
    let document = row.claim.document;
    let chain: Vec<String> = row.said_by.iter().map(|span| words(index, document, *span)).collect();
    match chain.as_slice() {
        [] => index.checked.sources.get(document).map_or_else(String::new, |source| source.name.to_owned()),
        [who] => who.clone(),
        [who, through @ ..] => format!("{who}, through {}", through.join(", ")),
    }
}
