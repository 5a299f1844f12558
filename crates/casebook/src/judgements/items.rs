//! Which item of a reading stands at a passage now.

use std::collections::HashMap;

use reason::document::Span;
use reason::entities::{EntityRef, PartyRef};
use reason::imports::RecordRef;
use reason::incidents::ClaimRef;
use reason::works::{CitationRef, Work};

use super::anchors::claim_key;
use super::{Folded, locate};
use crate::Sha256;
use crate::ledger::{Anchor, ClaimAnchor, PartyAnchor, Passage, RecordAnchor};
use crate::projection::{Loaded, LoadedDocument};

/// Finds items by their passages. Texts are folded once each, works joined only if somebody judged them.
pub(super) struct Items<'a> {
    loaded: &'a Loaded,
    documents: HashMap<Sha256, usize>,
    folded: HashMap<usize, Folded<'a>>,
    works: Option<HashMap<CitationRef, String>>,
}

impl<'a> Items<'a> {
    pub(super) fn new(loaded: &'a Loaded) -> Self {
        let documents = loaded.documents.iter().enumerate();
        Self {
            loaded,
            documents: documents.map(|(index, of)| (of.exhibit.sha256, index)).collect(),
            folded: HashMap::new(),
            works: None,
        }
    }

    /// Of several claims at the place, the one of its kind.
    pub(super) fn claim(&mut self, anchor: &ClaimAnchor) -> Option<ClaimRef> {
        let (document, span) = self.place(anchor.exhibit, &anchor.passage)?;
        let claims = self.of(document).analysis.claims.iter().enumerate();
        let there: Vec<_> = claims.filter(|(_, claim)| claim_key(claim).overlaps(span)).collect();
        let mut of_kind = there.iter().filter(|(_, claim)| claim.what == anchor.what);
        let found = match (of_kind.next(), of_kind.next(), &*there) {
            (Some((index, _)), None, _) | (None, _, [(index, _)]) => *index,
            // Two claims of one kind whose whole passage is the key: only the very same place tells.
            (Some(_), Some(_), _) => {
                let mut exact = there.iter().filter(|(_, claim)| claim_key(claim).start == span.start);
                let first = exact.next()?.0;
                exact.next().is_none().then_some(first)?
            }
            _ => return None,
        };
        Some(ClaimRef { document, claim: found })
    }

    /// The entity or the record.
    pub(super) fn party(&mut self, anchor: &PartyAnchor) -> Option<PartyRef> {
        match anchor {
            PartyAnchor::Named(anchor) => self.entity(anchor).map(PartyRef::Named),
            PartyAnchor::Record(anchor) => self.record(anchor).map(PartyRef::Imported),
        }
    }

    /// The party that the file in use gives that id.
    fn record(&self, anchor: &RecordAnchor) -> Option<RecordRef> {
        let sha256 = anchor.exhibit.to_string();
        let file = self.loaded.imports.iter().position(|file| file.sha256 == sha256)?;
        let mut records = self.loaded.imports[file].records.iter();
        let record = records.position(|record| record.id == anchor.record && record.sort().is_some())?;
        Some(RecordRef { file, record })
    }

    /// The entity that is named at the place.
    fn entity(&mut self, anchor: &Anchor) -> Option<EntityRef> {
        let (document, span) = self.place(anchor.exhibit, anchor.passage.as_ref()?)?;
        let mentions = &self.of(document).analysis.mentions;
        let there = mentions.iter().find(|mention| mention.span.overlaps(span))?;
        Some(EntityRef { document, entity: there.entity })
    }

    /// Name of the work that is cited at the place; without a passage, of the document itself.
    pub(super) fn work(&mut self, anchor: &Anchor) -> Option<String> {
        let Some(passage) = &anchor.passage else {
            let document = *self.documents.get(&anchor.exhibit)?;
            return Some(format!("d{}", self.of(document).id));
        };
        let (document, span) = self.place(anchor.exhibit, passage)?;
        let citations = &self.of(document).analysis.citations;
        let citation = citations.iter().position(|citation| citation.span.overlaps(span))?;
        let loaded = self.loaded;
        let works = self.works.get_or_insert_with(|| by_citation(&reason::works::join(&loaded.sources())));
        works.get(&CitationRef { document, citation }).cloned()
    }

    fn of(&self, document: usize) -> &'a LoadedDocument {
        &self.loaded.documents[document]
    }

    fn place(&mut self, exhibit: Sha256, passage: &Passage) -> Option<(usize, Span)> {
        let document = *self.documents.get(&exhibit)?;
        let loaded = self.loaded;
        let text = self
            .folded
            .entry(document)
            .or_insert_with(|| Folded::new(&loaded.documents[document].document.text));
        Some((document, locate(text, passage)?))
    }
}

fn by_citation(works: &[Work]) -> HashMap<CitationRef, String> {
    works.iter().flat_map(|work| work.cited_by.iter().map(|cited| (*cited, work.id.clone()))).collect()
}
