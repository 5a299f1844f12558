//! From the ids that rows and tables print to what the ledger keeps.

use reason::incidents::ClaimRef;

use super::{citation_anchor, claim_anchor, mention_anchor};
use crate::Sha256;
use crate::export::{claim_id, ids};
use crate::ledger::{Anchor, ClaimAnchor, PartyAnchor, RecordAnchor, Subject};
use crate::projection::Loaded;

/// Something that has an id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Item {
    /// A claim.
    Claim(ClaimRef),
    /// Index of an incident.
    Incident(usize),
    /// Index of a party.
    Party(usize),
    /// Index of a document and of a mention in it.
    Mention(usize, usize),
    /// Index of a work.
    Work(usize),
    /// Index of a document that nothing cites.
    Document(usize),
    /// Index of a diagnostic among those of [`Loaded::diagnostics`].
    Diagnostic(usize),
}

/// Why an id says nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unknown {
    /// Nothing has it.
    Nothing,
    /// Several things have ids that begin so: some of them.
    Several(Vec<String>),
}

/// How many of several are told.
const TOLD: usize = 5;

impl Loaded {
    /// What an id, or an unmistakable beginning of one, means.
    ///
    /// # Errors
    /// [`Unknown`].
    pub fn item(&self, id: &str) -> Result<Item, Unknown> {
        let mut begins = Vec::new();
        for (known, item) in self.ids() {
            if known == id {
                return Ok(item);
            }
            if !id.is_empty() && known.starts_with(id) {
                begins.push((known, item));
            }
        }
        match &*begins {
            [] => Err(Unknown::Nothing),
            [(_, item)] => Ok(*item),
            several => Err(Unknown::Several(several.iter().take(TOLD).map(|(id, _)| id.clone()).collect())),
        }
    }

    fn ids(&self) -> impl Iterator<Item = (String, Item)> + '_ {
        let concluded = &self.conclusions;
        let works =
            concluded.works.iter().enumerate().map(|(index, work)| (work.id.clone(), Item::Work(index)));
        let parties =
            concluded.parties.iter().enumerate().map(|(index, party)| (party.id.clone(), Item::Party(index)));
        let incidents = concluded.incidents.iter().enumerate();
        let incidents = incidents.map(|(index, incident)| (incident.id.clone(), Item::Incident(index)));
        let diagnostics = crate::export::diagnostic_ids(self).enumerate();
        let diagnostics = diagnostics.map(|(index, id)| (id, Item::Diagnostic(index)));
        works.chain(parties).chain(incidents).chain(diagnostics).chain(self.ids_in_documents())
    }

    fn ids_in_documents(&self) -> impl Iterator<Item = (String, Item)> + '_ {
        self.documents.iter().enumerate().flat_map(move |(document, of)| {
            let own = std::iter::once((format!("d{}", of.id), Item::Document(document)));
            let claims = (0..of.analysis.claims.len()).map(move |claim| {
                let claim = ClaimRef { document, claim };
                (claim_id(self, claim), Item::Claim(claim))
            });
            let mentions = (0..of.analysis.mentions.len())
                .map(move |mention| (ids::mention(&of.id, mention), Item::Mention(document, mention)));
            own.chain(claims).chain(mentions)
        })
    }

    /// One item as the subject of a decision; `None` where nothing can be decided about it alone.
    #[must_use]
    pub fn subject(&self, item: Item) -> Option<Subject> {
        Some(Subject::Claim(self.claim_anchor(item)?))
    }

    /// Two items as the subject of a decision; `None` where they are not of one kind, or one and the same.
    #[must_use]
    pub fn subject_of_two(&self, one: Item, other: Item) -> Option<Subject> {
        if one == other {
            return None;
        }
        if let (Some(one), Some(other)) = (self.claim_anchor(one), self.claim_anchor(other)) {
            return Some(Subject::Claims([one, other]));
        }
        if let (Some(one), Some(other)) = (self.party_anchor(one), self.party_anchor(other)) {
            return Some(Subject::Entities([one, other]));
        }
        Some(Subject::Works([self.work_anchor(one)?, self.work_anchor(other)?]))
    }

    fn claim_anchor(&self, item: Item) -> Option<ClaimAnchor> {
        match item {
            Item::Claim(claim) => Some(claim_anchor(self.documents.get(claim.document)?, claim.claim)),
            _ => None,
        }
    }

    /// Of a party that no document names: its first record.
    fn party_anchor(&self, item: Item) -> Option<PartyAnchor> {
        if let Some(anchor) = self.entity_anchor(item) {
            return Some(PartyAnchor::Named(anchor));
        }
        let Item::Party(party) = item else { return None };
        let of = self.conclusions.parties.get(party)?.imported.first()?;
        let file = self.imports.get(of.file)?;
        let record = file.records.get(of.record)?;
        Some(PartyAnchor::Record(RecordAnchor {
            exhibit: Sha256::parse(&file.sha256)?,
            record: record.id.clone(),
            name: record.shown().to_owned(),
        }))
    }

    /// Of a party: the first mention of its first member.
    fn entity_anchor(&self, item: Item) -> Option<Anchor> {
        let (document, mention) = match item {
            Item::Mention(document, mention) => (document, mention),
            Item::Party(party) => {
                let member = self.conclusions.parties.get(party)?.members.first()?;
                let mentions = &self.documents.get(member.document)?.analysis.mentions;
                (member.document, mentions.iter().position(|mention| mention.entity == member.entity)?)
            }
            _ => return None,
        };
        Some(mention_anchor(self.documents.get(document)?, mention))
    }

    /// Its first citation; a document itself.
    fn work_anchor(&self, item: Item) -> Option<Anchor> {
        let work = match item {
            Item::Work(work) => work,
            Item::Document(document) => {
                return Some(Anchor { exhibit: self.documents.get(document)?.exhibit.sha256, passage: None });
            }
            _ => return None,
        };
        let cited = self.conclusions.works.get(work)?.cited_by.first()?;
        Some(citation_anchor(self.documents.get(cited.document)?, cited.citation))
    }
}
