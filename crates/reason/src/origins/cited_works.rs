//! From a claim to the works that give it.

use std::collections::HashMap;

use crate::Analysis;
use crate::claims::{Claim, StandsIn};
use crate::works::{CitationRef, Work};

use super::Origins;

/// Which work each citation means.
#[derive(Debug, Clone, Default)]
pub struct CitedWorks {
    of: HashMap<CitationRef, usize>,
}

impl CitedWorks {
    /// Of all works of a case.
    #[must_use]
    pub fn new(works: &[Work]) -> Self {
        let each = works.iter().enumerate();
        Self {
            of: each
                .flat_map(|(work, of)| of.cited_by.iter().map(move |citation| (*citation, work)))
                .collect(),
        }
    }

    /// The work that a citation means.
    #[must_use]
    pub fn of_citation(&self, document: usize, citation: usize) -> Option<usize> {
        self.of.get(&CitationRef { document, citation }).copied()
    }

    /// The works that some notes of a document cite, each once, in the order of the notes.
    #[must_use]
    pub fn of_notes(&self, document: usize, analysis: &Analysis, notes: &[usize]) -> Vec<usize> {
        let mut works = Vec::new();
        for note in notes {
            let first = analysis.citations.partition_point(|citation| citation.note < *note);
            let count =
                analysis.citations[first..].iter().take_while(|citation| citation.note == *note).count();
            for work in (first..first + count).filter_map(|citation| self.of_citation(document, citation)) {
                if !works.contains(&work) {
                    works.push(work);
                }
            }
        }
        works
    }

    /// The reports of a claim: the work whose title it is, the works that its notes cite, or the document itself where it
    /// calls no note that cites anything.
    #[must_use]
    pub fn of_claim(
        &self,
        origins: &Origins,
        document: usize,
        analysis: &Analysis,
        claim: &Claim,
    ) -> Vec<usize> {
        if let StandsIn::CitedTitle(citation) = claim.stands_in {
            return self.of_citation(document, citation).into_iter().collect();
        }
        let cited = self.of_notes(document, analysis, &claim.notes);
        if cited.is_empty() { vec![origins.standing(document)] } else { cited }
    }
}

/// The reports of a claim, as [`CitedWorks::of_claim`] finds them; for many claims, make the index once.
#[must_use]
pub fn works_of_claim(
    origins: &Origins,
    works: &[Work],
    document: usize,
    analysis: &Analysis,
    claim: &Claim,
) -> Vec<usize> {
    CitedWorks::new(works).of_claim(origins, document, analysis, claim)
}
