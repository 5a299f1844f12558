use std::collections::HashSet;

use reason::checks::Diagnostic;
use reason::document::Span;
use reason::{Analysis, Source};

use super::anchors::Anchor;
use super::index::{DocumentIndex, Index, PlaceAt};

/// One document and everything that is known of it.
#[derive(Clone, Copy)]
pub struct View<'a> {
    pub all: &'a Index<'a>,
    /// Index of the document.
    pub number: usize,
    pub source: Source<'a>,
}

impl<'a> View<'a> {
    pub fn each(all: &'a Index<'a>) -> impl Iterator<Item = Self> {
        let sources = all.checked.sources.iter().enumerate();
        sources.map(move |(number, source)| Self { all, number, source: *source })
    }

    /// The language for the attribute that voices and hyphenation go by. A file may declare anything: only what has
    /// the form of a language tag is passed on.
    pub fn language(self) -> Option<&'a str> {
        let declared = self.source.document.language.as_deref()?;
        let fits = |c: char| c.is_ascii_alphanumeric() || c == '-';
        (!declared.is_empty() && declared.chars().all(fits)).then_some(declared)
    }

    pub fn index(self) -> &'a DocumentIndex {
        &self.all.documents[self.number]
    }

    pub fn analysis(self) -> &'a Analysis {
        self.source.analysis
    }

    pub fn diagnostic(self, number: usize) -> &'a Diagnostic {
        &self.all.checked.diagnostics[number]
    }

    /// The text of a span; nothing where the span is none of this document's.
    pub fn text(self, span: Span) -> &'a str {
        let text = &self.source.document.text;
        text.get(span.start..span.end).unwrap_or_default()
    }

    /// The places that share a byte with a span, ordered by start.
    pub fn places_in(self, span: Span) -> impl Iterator<Item = PlaceAt> {
        let places = &self.index().places;
        let end = places.partition_point(|place| place.span.start < span.end);
        let overlaps = move |place: &&PlaceAt| place.span.overlaps(span);
        places[..end].iter().filter(overlaps).copied()
    }
}

/// Which anchors the page has so far: an id may stand in it once, and a link must lead somewhere.
#[derive(Default)]
pub struct Drawn(HashSet<Anchor>);

impl Drawn {
    /// The anchor to write, where it was not written before.
    pub fn once(&mut self, anchor: Anchor) -> Option<Anchor> {
        self.0.insert(anchor).then_some(anchor)
    }

    /// Whether the page has it.
    pub fn has(&self, anchor: Anchor) -> bool {
        self.0.contains(&anchor)
    }
}
