use reason::checks::{Code, Diagnostic, Place, Severity};
use reason::decisions::{Decisions, Verdict};
use reason::document::{Document, Unread};
use reason::imports::ImportedFile;
use reason::incidents::ClaimRef;
use reason::money::Rates;
use reason::{Analysis, Conclusions, Source};

use super::conclude::conclude;
use crate::judgements::{State, passage};
use crate::ledger::Anchor;
use crate::{Sha256, Timestamp};

/// One exhibit with every way by which it came into the case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exhibit {
    /// Its name in the vault.
    pub sha256: Sha256,
    /// In bytes.
    pub size: u64,
    /// The name to show: the file name; with folders where two exhibits share it.
    pub label: String,
    /// At least one, in the order of the ledger.
    pub acquisitions: Vec<Acquisition>,
}

/// One way by which an exhibit came into the case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acquisition {
    /// The file name without folders.
    pub name: String,
    /// Path or URL as given; of an archive's member, `<archive>!/<path within it>`.
    pub origin: String,
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: String,
}

/// One document of the case with its reading text and analysis.
#[derive(Debug, Clone, PartialEq)]
pub struct LoadedDocument {
    /// What it was read from.
    pub exhibit: Exhibit,
    /// The first digits of the exhibit's SHA-256: ids of rows begin with it.
    pub id: String,
    /// Its reading text.
    pub document: Document,
    /// What was read out of it.
    pub analysis: Analysis,
}

/// Everything that was built, in the order in which it was added.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Loaded {
    /// What could be read.
    pub documents: Vec<LoadedDocument>,
    /// What could not be read, and why. Each has a D01 among the diagnostics.
    pub unread: Vec<(Exhibit, Unread)>,
    /// The files of parties in use, in the order in which they were taken into use.
    pub imports: Vec<ImportedFile>,
    /// What follows from all documents together: works, parties, incidents, origins. Indexes of documents count in
    /// `documents`.
    pub conclusions: Conclusions,
    /// Claims that people accepted or rejected.
    pub judged: Vec<(ClaimRef, Verdict)>,
    /// What became of people's decisions, by the number of their lines in the ledger.
    pub states: Vec<(u64, State)>,
    /// Over all documents, silenced ones left out; [`reason::checks::Place::document`] counts in `documents`, then
    /// goes on through `unread`.
    pub diagnostics: Vec<Diagnostic>,
    /// Ids of `diagnostics`, where some are left out; empty where they are numbered as they stand.
    pub diagnostic_ids: Vec<String>,
    /// The user's own exchange rates, where the case has some.
    pub rates: Option<Rates>,
    /// Acquisitions of the ledger that no build has seen yet.
    pub stale: u64,
}

impl Loaded {
    /// Joins the works and parties of documents, runs the rules over them, and adds a D01 for each that could not be read.
    #[must_use]
    pub fn assemble(
        documents: Vec<LoadedDocument>,
        unread: Vec<(Exhibit, Unread)>,
        imports: Vec<ImportedFile>,
        decisions: &Decisions,
    ) -> Self {
        let mut loaded = Self { documents, unread, imports, ..Self::default() };
        let sources = loaded.sources();
        let mut conclusions = conclude(&sources, &loaded.imports, decisions);
        // One entry a document, as the tables give it back.
        conclusions.origins.work_of_document.resize(sources.len(), None);
        conclusions.origins.cited = conclusions.works.len();
        let mut diagnostics = reason::checks::check(&sources, &conclusions);
        let numbered = loaded.unread.iter().zip(loaded.documents.len()..);
        diagnostics.extend(numbered.map(|((exhibit, why), place)| unread_file(exhibit, why, place)));
        loaded.conclusions = conclusions;
        loaded.diagnostics = diagnostics;
        loaded.judged = decisions.claims.iter().map(|(claim, verdict)| (*claim, *verdict)).collect();
        loaded.judged.sort_by_key(|(claim, _)| *claim);
        loaded
    }

    /// The documents as [`reason`] takes them.
    #[must_use]
    pub fn sources(&self) -> Vec<Source<'_>> {
        let documents = self.documents.iter().map(|loaded| Source {
            id: &loaded.id,
            name: &loaded.exhibit.label,
            document: &loaded.document,
            analysis: &loaded.analysis,
        });
        documents.collect()
    }

    /// The exhibit that a [`Place::document`] means.
    #[must_use]
    pub fn exhibit(&self, document: usize) -> Option<&Exhibit> {
        match document.checked_sub(self.documents.len()) {
            None => self.documents.get(document).map(|of| &of.exhibit),
            Some(unread) => self.unread.get(unread).map(|(exhibit, _)| exhibit),
        }
    }

    /// Leaves diagnostics out; the others keep their ids.
    pub fn retain_diagnostics(&mut self, keep: impl Fn(&Diagnostic) -> bool) {
        let ids: Vec<String> = crate::export::diagnostic_ids(self).collect();
        let all = std::mem::take(&mut self.diagnostics).into_iter().zip(ids);
        (self.diagnostics, self.diagnostic_ids) = all.filter(|(diagnostic, _)| keep(diagnostic)).unzip();
    }

    /// Where a diagnostic stands, for [`crate::Writer::silence`]: its first place. `None` where it has no place.
    #[must_use]
    pub fn anchor(&self, diagnostic: &Diagnostic) -> Option<Anchor> {
        let place = diagnostic.places.first()?;
        let passage = place.span.and_then(|span| {
            let document = &self.documents.get(place.document)?.document;
            Some(passage(&document.text, span))
        });
        Some(Anchor { exhibit: self.exhibit(place.document)?.sha256, passage })
    }
}

/// A file that is not read is a report that is not checked: graver than a page of one.
fn unread_file(exhibit: &Exhibit, why: &Unread, document: usize) -> Diagnostic {
    Diagnostic {
        code: Code::D01,
        severity: Severity::Error,
        message: format!("{} could not be read: {}", exhibit.label, why.sentence()),
        places: vec![Place { document, span: None, page: None, says: String::new() }],
        notes: Vec::new(),
        help: "read it by hand: nothing in it was checked".to_owned(),
    }
}
