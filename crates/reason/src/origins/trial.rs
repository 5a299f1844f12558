//! One way to try the finders on small cases, for their tests.

use crate::document::{BlockKind, Document, Draft, DraftBlock, NoteAnchor};
use crate::{Analysis, Conclusions, Source};

use super::Edge;

/// A document of our own making.
pub(super) struct Paper<'t> {
    pub name: &'t str,
    pub body: &'t [&'t str],
    pub notes: &'t [(&'t str, &'t str)],
}

/// Documents with what was read out of them.
pub(super) struct Read {
    pub documents: Vec<Document>,
    pub analyses: Vec<Analysis>,
    pub names: Vec<String>,
}

impl Read {
    pub fn of(papers: &[Paper<'_>]) -> Self {
        let documents: Vec<_> =
            papers.iter().map(|paper| crate::structure::compose(draft(paper.body, paper.notes))).collect();
        let analyses = documents.iter().map(crate::analyse).collect();
        Self { documents, analyses, names: papers.iter().map(|paper| paper.name.to_owned()).collect() }
    }

    pub fn sources(&self) -> Vec<Source<'_>> {
        let each = self.documents.iter().zip(&self.analyses).zip(&self.names);
        each.map(|((document, analysis), name)| Source { id: name, name, document, analysis }).collect()
    }
}

pub(super) fn draft(body: &[&str], notes: &[(&str, &str)]) -> Draft {
    let mut draft = Draft::new("text/plain", "test", 1);
    draft.blocks.extend(body.iter().map(|text| DraftBlock::new(Some(BlockKind::Paragraph), *text, None)));
    draft.blocks.extend(notes.iter().enumerate().map(|(index, (label, text))| {
        let mut block = DraftBlock::new(Some(BlockKind::Note), *text, None);
        block.anchor = Some(NoteAnchor { id: format!("n{index}"), label: (*label).to_owned() });
        block
    }));
    draft
}

/// Reads some documents and draws the conclusions.
pub(super) fn case(papers: &[Paper<'_>]) -> (Read, Conclusions) {
    let read = Read::of(papers);
    let conclusions = crate::conclude(&read.sources(), &crate::decisions::Decisions::default());
    (read, conclusions)
}

/// Every edge as `from > to (basis, certainty)`, by the names of documents or the titles of works.
pub(super) fn told(read: &Read, conclusions: &Conclusions, edges: &[Edge]) -> Vec<String> {
    let name = |standing: usize| match conclusions.works.get(standing) {
        Some(work) => {
            work.title.clone().or_else(|| work.container.clone()).unwrap_or_else(|| work.id.clone())
        }
        None => read.names[standing - conclusions.works.len()].clone(),
    };
    edges
        .iter()
        .map(|edge| {
            format!("{} > {} ({}, {:?})", name(edge.from), name(edge.to), edge.basis.name(), edge.certainty)
        })
        .collect()
}
