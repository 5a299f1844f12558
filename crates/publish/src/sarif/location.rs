use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use reason::Source;
use reason::checks::Place;
use reason::document::{CharacterIndex, Span};
use serde_json::{Value, json};

use super::ABOUT_PLACES;

/// What stays as it is in a URI reference: the unreserved characters of RFC 3986 and the slash between folders.
const KEPT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');

/// Characters of context on each side of a place.
const CONTEXT: usize = 60;

/// Turns places into SARIF locations.
pub struct Locator<'a> {
    sources: &'a [Source<'a>],
    indexes: Vec<CharacterIndex>,
}

impl<'a> Locator<'a> {
    pub fn new(sources: &'a [Source<'a>]) -> Self {
        let index = |source: &Source<'_>| CharacterIndex::new(&source.document.text);
        Self { sources, indexes: sources.iter().map(index).collect() }
    }

    /// The files, in the order that `artifactLocation.index` counts in.
    pub fn artifacts(&self) -> Vec<Value> {
        let artifact = |source: &Source<'_>| {
            json!({
                "location": {"uri": uri(source.name)},
                "mimeType": source.document.media_type,
                "description": {"text": ABOUT_PLACES},
                "properties": {"sha256Prefix": source.id},
            })
        };
        self.sources.iter().map(artifact).collect()
    }

    /// A `location` (SARIF 3.28); `None` where the place names a document that was not given.
    pub fn location(&self, place: &Place) -> Option<Value> {
        let source = self.sources.get(place.document)?;
        let mut physical = json!({
            "artifactLocation": {"uri": uri(source.name), "index": place.document},
        });
        let text = &source.document.text;
        if let Some(span) = place.span.filter(|span| text.get(span.start..span.end).is_some()) {
            physical["region"] = self.region(place.document, span);
            physical["contextRegion"] = self.region(place.document, around(text, span));
        }
        let mut location = json!({"physicalLocation": physical});
        if !place.says.is_empty() {
            location["message"] = json!({"text": place.says});
        }
        if let Some(page) = place.page {
            let name = format!("page {page}");
            location["logicalLocations"] = json!([{"name": name, "kind": "page"}]);
        }
        Some(location)
    }

    fn region(&self, document: usize, span: Span) -> Value {
        let text = &self.sources[document].document.text;
        let index = &self.indexes[document];
        let start = index.characters(text, span.start);
        json!({
            "charOffset": start,
            "charLength": index.characters(text, span.end) - start,
            "snippet": {"text": &text[span.start..span.end]},
        })
    }
}

fn around(text: &str, span: Span) -> Span {
    let before = text[..span.start].char_indices().rev().take(CONTEXT).last();
    let after = text[span.end..].char_indices().nth(CONTEXT);
    Span::new(before.map_or(span.start, |(at, _)| at), after.map_or(text.len(), |(at, _)| span.end + at))
}

/// A URI reference relative to where the check ran.
///
/// A first segment with a colon would be read as a scheme: encoding leaves none.
fn uri(name: &str) -> String {
    utf8_percent_encode(&name.replace('\\', "/"), KEPT).to_string()
}
