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

impl<'a> Citing<'a> {
    pub fn of(citations: &[Cited<'_, 'a>]) -> Self {
        let mut by_document: Vec<(usize, &'a str, Vec<&'a str>)> = Vec::new();
        for (reading, citation) in citations {
            let label = reading.label(citation.note);
            match by_document.iter_mut().find(|(index, ..)| *index == reading.index) {
                Some((.., labels)) if labels.contains(&label) => {}
                Some((.., labels)) => labels.push(label),
                None => by_document.push((reading.index, reading.name, vec![label])),
            }
        }
        let names = match by_document.as_slice() {
            [(.., labels)] => notes(labels),
            several => {
                let each: Vec<String> =
                    several.iter().map(|(_, name, labels)| format!("{} of {name}", notes(labels))).collect();
                listed(&each)
            }
        };
        let labels: Vec<&str> = by_document.into_iter().flat_map(|(.., labels)| labels).collect();
        Self { names, count: labels.len(), labels }
    }

    /// The verb that agrees with the number of notes.
    pub fn verb<'v>(&self, one: &'v str, several: &'v str) -> &'v str {
        if self.count == 1 { one } else { several }
    }
}
