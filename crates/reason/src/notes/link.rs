//! Which note each marker calls, and which sentence it stands in.

use std::collections::HashMap;

use crate::document::Document;
use crate::text::label_number;

use super::markers::{Group, Label};
use super::{Marker, Note, Sentence};

pub(super) fn link(
    document: &Document,
    sentences: &[Sentence],
    notes: &[Note],
    groups: Vec<Group>,
) -> Vec<Marker> {
    let by_anchor: HashMap<&str, usize> = anchors(document, notes);
    let by_label = ByLabel::new(notes);
    let chains = by_label.chains;
    let mut chain = Chain::default();
    let labels: Vec<u32> =
        groups.iter().flat_map(|group| &group.labels).filter_map(|label| label_number(&label.text)).collect();
    let restarts = labels.windows(2).filter(|pair| pair[1] == 1).count() + 1;
    let in_step = restarts == chains;
    let mut markers = Vec::new();
    for group in groups {
        let Some(sentence) = sentence_at(sentences, group.span.start) else {
            continue;
        };
        for label in group.labels {
            chain.step(&label.text);
            let note = label
                .target
                .as_deref()
                .and_then(|target| by_anchor.get(target).copied())
                .or_else(|| by_label.find(&label, if in_step { Some(chain.index) } else { None }, notes));
            // What the link leads to knows its label better than the mark that shows it ("ⁱᵛ", "note 3").
            let named = label
                .target
                .is_some()
                .then(|| note.map(|note| notes[note].label.clone()))
                .flatten()
                .filter(|text| !text.is_empty());
            let label = Label { text: named.unwrap_or(label.text), ..label };
            markers.push(Marker { label: label.text, span: label.span, group: group.span, note, sentence });
        }
    }
    markers
}

fn anchors<'d>(document: &'d Document, notes: &[Note]) -> HashMap<&'d str, usize> {
    let mut found = HashMap::new();
    for (index, note) in notes.iter().enumerate() {
        let block = document.block_at(note.span().start);
        if let Some(anchor) = block.and_then(|block| block.anchor.as_ref()) {
            found.entry(anchor.id.as_str()).or_insert(index);
        }
    }
    found
}

/// Counts chapters as the markers do: each return to 1 opens one.
#[derive(Default)]
struct Chain {
    index: usize,
    last: Option<u32>,
}

impl Chain {
    fn step(&mut self, label: &str) {
        if let Some(number) = label_number(label) {
            if number == 1 && self.last.is_some() {
                self.index += 1;
            }
            self.last = Some(number);
        }
    }
}

/// Notes by label; where numbering restarts, several have one.
struct ByLabel<'n> {
    notes: HashMap<&'n str, Vec<usize>>,
    chains: usize,
}

impl<'n> ByLabel<'n> {
    fn new(notes: &'n [Note]) -> Self {
        let mut found: HashMap<&str, Vec<usize>> = HashMap::new();
        for (index, note) in notes.iter().enumerate() {
            found.entry(note.label.as_str()).or_default().push(index);
        }
        Self { notes: found, chains: notes.last().map_or(0, |note| note.chain + 1) }
    }

    /// In step with the chapters, the note of the same chapter; else the next note of that label after the marker
    /// (foot of the page, end of the chapter); else the last one (end of the book).
    fn find(&self, label: &Label, chain: Option<usize>, notes: &[Note]) -> Option<usize> {
        let all = self.notes.get(label.text.as_str())?;
        if let Some(chain) = chain
            && let Some(same) = all.iter().find(|index| notes[**index].chain == chain)
        {
            return Some(*same);
        }
        let after = all.iter().find(|index| notes[**index].span().start > label.span.start);
        after.or(all.last()).copied()
    }
}

fn sentence_at(sentences: &[Sentence], at: usize) -> Option<usize> {
    let next = sentences.partition_point(|sentence| sentence.span.start <= at);
    next.checked_sub(1).filter(|index| at <= sentences[*index].span.end)
}
