//! Who and what a document names, as the rules about names see it.

use crate::document::{BlockKind, Span};
use crate::entities::{Entity, Mention};

use super::Place;
use super::corpus::Reading;

/// The mentions of each entity of a document.
pub(super) struct Named<'r, 'a> {
    pub reading: &'r Reading<'a>,
    mentions: Vec<Vec<&'a Mention>>,
}

impl<'r, 'a> Named<'r, 'a> {
    pub fn of(reading: &'r Reading<'a>) -> Self {
        let mut mentions = vec![Vec::new(); reading.analysis.entities.len()];
        for mention in &reading.analysis.mentions {
            mentions[mention.entity].push(mention);
        }
        Self { reading, mentions }
    }

    /// All entities with their numbers.
    pub fn entities(&self) -> impl Iterator<Item = (usize, &'a Entity)> + use<'a> {
        self.reading.analysis.entities.iter().enumerate()
    }

    /// The mentions of an entity, in reading order.
    pub fn mentions(&self, entity: usize) -> &[&'a Mention] {
        &self.mentions[entity]
    }

    /// What a mention is written like.
    pub fn text(&self, mention: &Mention) -> &'a str {
        self.reading.quote(mention.span)
    }

    /// Whether a place is in the running text, and not in a heading, a table, a caption or a note.
    pub fn is_running(&self, span: Span) -> bool {
        self.reading.document.block_at(span.start).is_some_and(|block| {
            matches!(block.kind, BlockKind::Paragraph | BlockKind::ListItem | BlockKind::Quote)
        })
    }

    pub fn place(&self, mention: &Mention, says: impl Into<String>) -> Place {
        self.reading.place(mention.span, says)
    }
}

/// "once", "twice", "5 times".
pub(super) fn times(count: usize) -> String {
    match count {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        _ => format!("{count} times"),
    }
}
