//! The documents that are checked together, with the indexes that the rules share.

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::citations::{Citation, CitationForm};
use crate::document::{Document, Span};
use crate::incidents::{Reviewed, review};
use crate::listings::Listings;
use crate::prose::blanked;
use crate::works::{CitationRef, Work};
use crate::{Analysis, Conclusions, Source};

use super::Place;

static NO_LISTINGS: Listings = Listings { listed: Vec::new(), unlisted: Vec::new() };

/// All documents, and the works that they cite.
pub(super) struct Corpus<'a> {
    pub readings: Vec<Reading<'a>>,
    pub sources: Vec<Source<'a>>,
    pub works: &'a [Work],
    pub conclusions: &'a Conclusions,
    /// What lists say; nothing where none were searched.
    pub listings: &'a Listings,
    pub(super) reviewed: OnceLock<Vec<Reviewed>>,
}

impl<'a> Corpus<'a> {
    pub fn new(sources: &[Source<'a>], conclusions: &'a Conclusions) -> Self {
        let works = &conclusions.works;
        let mut work_of: HashMap<CitationRef, usize> = HashMap::new();
        for (index, work) in works.iter().enumerate() {
            work_of.extend(work.cited_by.iter().map(|citation| (*citation, index)));
        }
        let readings =
            sources.iter().enumerate().map(|(index, source)| Reading::new(index, source, &work_of)).collect();
        Self {
            readings,
            sources: sources.to_vec(),
            works,
            conclusions,
            listings: &NO_LISTINGS,
            reviewed: OnceLock::new(),
        }
    }

    /// By incident: what its claims say against each other. Made once, for all rules.
    pub fn reviewed(&self) -> &[Reviewed] {
        let conclusions = self.conclusions;
        self.reviewed.get_or_init(|| review(&self.sources, &conclusions.parties, &conclusions.incidents))
    }

    /// The document and the citation that a reference means.
    pub fn citation(&self, of: CitationRef) -> (&Reading<'a>, &'a Citation) {
        let reading = &self.readings[of.document];
        (reading, &reading.analysis.citations[of.citation])
    }

    /// The citations of a work that print its fields themselves.
    pub fn full_citations(&self, work: &'a Work) -> impl Iterator<Item = (&Reading<'a>, &'a Citation)> {
        work.cited_by
            .iter()
            .map(|of| self.citation(*of))
            .filter(|(_, citation)| citation.form == CitationForm::Full)
    }
}

/// One document as the rules see it.
pub(super) struct Reading<'a> {
    /// Its number among the documents.
    pub index: usize,
    /// The name that people know it by.
    pub name: &'a str,
    pub document: &'a Document,
    pub analysis: &'a Analysis,
    /// By citation: the number of its work.
    works: Vec<Option<usize>>,
    /// By note: the markers that call it.
    callers: Vec<Vec<usize>>,
    /// By sentence: the markers in it.
    marks: Vec<Vec<usize>>,
}

impl<'a> Reading<'a> {
    /// One document as rules see it, its citations being those of these works.
    pub(super) fn new(index: usize, source: &Source<'a>, work_of: &HashMap<CitationRef, usize>) -> Self {
        let analysis = source.analysis;
        let mut callers = vec![Vec::new(); analysis.notes.len()];
        let mut marks = vec![Vec::new(); analysis.sentences.len()];
        for (number, marker) in analysis.markers.iter().enumerate() {
            marks[marker.sentence].push(number);
            if let Some(note) = marker.note {
                callers[note].push(number);
            }
        }
        let works = (0..analysis.citations.len())
            .map(|citation| {
                let of = CitationRef { document: index, citation };
                work_of.get(&of).copied()
            })
            .collect();
        Self { index, name: source.name, document: source.document, analysis, works, callers, marks }
    }

    /// The number of the work that a citation means.
    pub fn work_of(&self, citation: &Citation) -> Option<usize> {
        self.works[self.number_of(citation)]
    }

    fn number_of(&self, citation: &Citation) -> usize {
        let first = self.analysis.citations.partition_point(|other| other.note < citation.note);
        first + citation.index
    }

    /// The markers that call a note.
    pub fn callers(&self, note: usize) -> &[usize] {
        &self.callers[note]
    }

    /// The markers in a sentence.
    pub fn markers_in(&self, sentence: usize) -> &[usize] {
        &self.marks[sentence]
    }

    /// The label of a note, as printed.
    pub fn label(&self, note: usize) -> &'a str {
        &self.analysis.notes[note].label
    }

    pub fn quote(&self, span: Span) -> &'a str {
        self.document.quote(span)
    }

    /// A place in this document.
    pub fn place(&self, span: Span, says: impl Into<String>) -> Place {
        Place {
            document: self.index,
            span: Some(span),
            page: self.document.page_at(span.start),
            says: says.into(),
        }
    }

    /// A place without text: the file itself, or one of its pages.
    pub fn outside_text(&self, page: Option<u32>, says: impl Into<String>) -> Place {
        Place { document: self.index, span: None, page, says: says.into() }
    }

    /// The text of a sentence with its markers blanked out: every byte keeps its place.
    pub fn without_markers(&self, sentence: usize) -> String {
        let span = self.analysis.sentences[sentence].span;
        let called = self.marks[sentence].iter().map(|marker| &self.analysis.markers[*marker]);
        blanked(self.quote(span), span, called)
    }
}
