//! What a reader sees of notes that are named in the source.

use std::collections::HashMap;

use pulldown_cmark::{Event, Parser};

/// The printed label of each note.
#[derive(Debug, Default)]
pub(super) struct Labels {
    labels: HashMap<String, String>,
}

impl Labels {
    /// Notes that are all named by numbers keep them; others are numbered in the order in which they are first called,
    /// as renderers do.
    pub(super) fn of(events: Parser<'_>) -> Self {
        let mut order: Vec<String> = Vec::new();
        let mut seen = std::collections::HashSet::new();
        for event in events {
            if let Event::FootnoteReference(name) = event
                && seen.insert(name.to_string())
            {
                order.push(name.to_string());
            }
        }
        let numbers = order.iter().all(|name| name.bytes().all(|b| b.is_ascii_digit()));
        let labels = order.into_iter().enumerate().map(|(index, name)| {
            let label = if numbers { name.clone() } else { (index + 1).to_string() };
            (name, label)
        });
        Self { labels: labels.collect() }
    }

    /// Whether the file keeps no notes as such: those that it has are printed, and look like any paragraph or list.
    pub(super) fn is_empty(&self) -> bool {
        self.labels.is_empty()
    }

    /// The label of a note; of one that nothing calls, its own name if that is a number.
    pub(super) fn label<'l>(&'l self, name: &'l str) -> &'l str {
        match self.labels.get(name) {
            Some(label) => label,
            None if name.bytes().all(|b| b.is_ascii_digit()) => name,
            None => "",
        }
    }
}
