//! One document, read: its sentences, notes, markers and citations.

use serde::{Deserialize, Serialize};

use crate::citations::Citation;
use crate::claims::{Claim, StandsIn};
use crate::designations::Designation;
use crate::document::{Document, Span};
use crate::entities::{Entity, Mention};
use crate::money::Money;
use crate::notes::{Marker, Note, Sentence};
use crate::places::Gazetteer;
use crate::recommendations::Recommendation;
use crate::relations::Relation;
use crate::replies::Reply;
use crate::tables::Cell;
use crate::{claims, designations, entities, money, prose, recommendations, relations, replies, tables};

/// What was read out of one document. Pure function of the reading text; everything points into it by [`Span`].
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Analysis {
    /// Of the body, in reading order.
    pub sentences: Vec<Sentence>,
    /// In the order of the file.
    pub notes: Vec<Note>,
    /// In reading order.
    pub markers: Vec<Marker>,
    /// By note, then by index.
    pub citations: Vec<Citation>,
    /// Who and what is named, in the order of first mention.
    pub entities: Vec<Entity>,
    /// Where, in reading order.
    pub mentions: Vec<Mention>,
    /// Cells of tables that hold a number.
    pub cells: Vec<Cell>,
    /// In reading order.
    pub claims: Vec<Claim>,
    /// In reading order.
    pub money: Vec<Money>,
    /// In reading order.
    pub relations: Vec<Relation>,
    /// In reading order.
    pub designations: Vec<Designation>,
    /// In reading order.
    pub replies: Vec<Reply>,
    /// In reading order.
    pub recommendations: Vec<Recommendation>,
}

impl Analysis {
    /// The text of a sentence: markers taken out, white space folded.
    #[must_use]
    pub fn sentence_text(&self, document: &Document, sentence: usize) -> String {
        self.words(document, self.sentences[sentence].span)
    }

    /// The words of a span: markers taken out, white space folded.
    #[must_use]
    pub fn words(&self, document: &Document, span: Span) -> String {
        let mut kept = String::with_capacity(span.len());
        let mut at = span.start;
        let first = self.markers.partition_point(|marker| marker.group.start < span.start);
        for marker in &self.markers[first..] {
            if marker.group.start >= span.end {
                break;
            }
            if marker.group.start >= at {
                kept.push_str(&document.text[at..marker.group.start]);
                at = marker.group.end.min(span.end);
            }
        }
        kept.push_str(&document.text[at..span.end]);
        fold_white_space(&kept)
    }

    /// What a claim has from other sentences than its own: from a heading, the sentence or the paragraph before it. What a
    /// cell of a table has from its row and column is its own.
    #[must_use]
    pub fn inherited(&self, claim: &Claim) -> Vec<(Inherited, Span)> {
        if claim.stands_in == StandsIn::Table {
            return Vec::new();
        }
        let first = self.sentences.partition_point(|sentence| sentence.span.end <= claim.span.start);
        let own = self.sentences[first..].iter().take_while(|sentence| sentence.span.start < claim.span.end);
        let own: Vec<Span> = own.map(|sentence| sentence.span).chain([claim.span]).collect();
        let values = [
            (Inherited::Victims, claim.victims),
            (Inherited::Perpetrators, claim.perpetrators),
            (Inherited::Place, claim.place),
            (Inherited::Date, claim.when.map(|when| when.span)),
            (Inherited::Speaker, claim.said_by.first().copied()),
        ];
        let given = values.into_iter().filter_map(|(what, span)| Some((what, span?)));
        given.filter(|(_, span)| !own.iter().any(|own| own.contains(*span))).collect()
    }

    /// The text of a note: its parts joined by single spaces.
    #[must_use]
    pub fn note_text(&self, document: &Document, note: usize) -> String {
        let parts: Vec<_> = self.notes[note].spans.iter().map(|span| document.quote(*span)).collect();
        fold_white_space(&parts.join(" "))
    }

    /// The citations of a note.
    pub fn citations_of(&self, note: usize) -> impl Iterator<Item = &Citation> {
        let first = self.citations.partition_point(|citation| citation.note < note);
        self.citations[first..].iter().take_while(move |citation| citation.note == note)
    }

    /// The markers that call a note, as indexes.
    pub fn markers_of(&self, note: usize) -> impl Iterator<Item = usize> + '_ {
        (0..self.markers.len()).filter(move |index| self.markers[*index].note == Some(note))
    }

    /// Where a diagnostic about a citation points.
    #[must_use]
    pub fn citation_span(&self, citation: usize) -> Span {
        self.citations[citation].span
    }
}

/// A value that a claim may have from before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Inherited {
    /// To whom.
    Victims,
    /// By whom.
    Perpetrators,
    /// Where.
    Place,
    /// When.
    Date,
    /// Who says so.
    Speaker,
}

impl Inherited {
    /// As exports name the field.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Victims => "victims",
            Self::Perpetrators => "perpetrators",
            Self::Place => "place",
            Self::Date => "date",
            Self::Speaker => "attributed_to",
        }
    }
}

fn fold_white_space(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(word);
    }
    folded
}

/// One document among those looked at together.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// A stable name of its bytes (the first digits of their SHA-256): ids are made from it.
    pub id: &'a str,
    /// The name that people know it by: its file name.
    pub name: &'a str,
    /// Its reading text.
    pub document: &'a Document,
    /// What was read out of it.
    pub analysis: &'a Analysis,
}

/// Reads a document: sentences, notes, markers, citations; then who is named and what is claimed. Places are those of the
/// bundled gazetteer.
#[must_use]
pub fn analyse(document: &Document) -> Analysis {
    analyse_with(document, Gazetteer::bundled())
}

/// As [`analyse`], with the user's own gazetteer.
#[must_use]
pub fn analyse_with(document: &Document, gazetteer: &Gazetteer) -> Analysis {
    let (sentences, mut notes, markers) = crate::notes::read(document);
    let citations = crate::citations::read(document, &mut notes);
    let prose = prose::read(document, &sentences, &notes, &markers);
    let (entities, mentions) = entities::read(&prose, gazetteer);
    let cells = tables::read(document);
    let claims = claims::read(claims::Reading {
        prose: &prose,
        cells: &cells,
        entities: &entities,
        mentions: &mentions,
        citations: &citations,
    });
    let designations = designations::read(&prose, &entities, &mentions);
    Analysis {
        money: money::read(&prose, &entities, &mentions),
        relations: relations::read(&prose, &entities, &mentions, &designations),
        designations,
        replies: replies::read(&prose, &entities, &mentions),
        recommendations: recommendations::read(&prose, &entities, &mentions),
        claims,
        cells,
        entities,
        mentions,
        sentences,
        notes,
        markers,
        citations,
    }
}
