//! The notes that cite a work, as messages name them.

use crate::citations::Citation;

use super::corpus::Reading;
use super::wording::{listed, notes};

/// A citation and the document in which it stands.
pub(super) type Cited<'c, 'a> = (&'c Reading<'a>, &'a Citation);

/// Some notes, of one document or of several.
pub(super) struct Citing<'a> {
    /// `notes 5 and 6`; of several documents `note 5 of memo.docx and note 6 of report.pdf`.
    pub names: String,
    pub labels: Vec<&'a str>,
    count: usize,
}

/// Whether the names of documents are needed to tell notes apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Naming {
    LabelsOnly,
    WithDocument,
}

impl Naming {
    /// As the citations of one diagnostic need it.
    pub fn among(citations: &[Cited<'_, '_>]) -> Self {
        let first = citations.first().map(|(reading, _)| reading.index);
        let same = citations.iter().all(|(reading, _)| Some(reading.index) == first);
        if same { Self::LabelsOnly } else { Self::WithDocument }
    }
}

impl<'a> Citing<'a> {
    pub fn of(citations: &[Cited<'_, 'a>]) -> Self {
        Self::named(citations, Naming::among(citations))
    }

    /// Some of a diagnostic's citations, named as all of them are.
    pub fn named(citations: &[Cited<'_, 'a>], naming: Naming) -> Self {
        let mut by_document: Vec<(usize, &'a str, Vec<&'a str>)> = Vec::new();
        for (reading, citation) in citations {
            let label = reading.label(citation.note);
            match by_document.iter_mut().find(|(index, ..)| *index == reading.index) {
                Some((.., labels)) if labels.contains(&label) => {}
                Some((.., labels)) => labels.push(label),
                None => by_document.push((reading.index, reading.name, vec![label])),
            }
        }
        let each: Vec<String> = by_document
            .iter()
            .map(|(_, name, labels)| match naming {
                Naming::LabelsOnly => notes(labels),
                Naming::WithDocument => format!("{} of {name}", notes(labels)),
            })
            .collect();
        let labels: Vec<&str> = by_document.into_iter().flat_map(|(.., labels)| labels).collect();
        Self { names: listed(&each), count: labels.len(), labels }
    }

    /// The verb that agrees with the number of notes.
    pub fn verb<'v>(&self, one: &'v str, several: &'v str) -> &'v str {
        if self.count == 1 { one } else { several }
    }
}
