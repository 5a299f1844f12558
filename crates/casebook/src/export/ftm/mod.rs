//! `FollowTheMoney` entities, made of rows. That model has no passage, speaker or polarity: what is denied is left out,
//! the passage goes into `description`, the document into `proof`. Things that it has no schema for (an agreement, an
//! ethnic group) are left out with their ties.

mod imported;
mod nodes;
mod ties;

use std::collections::{BTreeMap, HashMap};

use reason::dates::PartialDate;
use reason::entities::EntityKind;

pub(super) use imported::Imports;
pub(super) use nodes::{document, event};

use super::rows::{EntityRow, FtmRow};

/// What the ties need to know of the parties.
#[derive(Debug, Default)]
pub(super) struct Parties {
    kinds: HashMap<String, EntityKind>,
}

impl Parties {
    /// Takes up a party.
    pub(super) fn learn(&mut self, row: &EntityRow) {
        self.kinds.insert(row.id.clone(), row.kind);
    }

    /// The schema of a party; `None` where there is none for it, or no such party.
    fn kind(&self, id: Option<&String>) -> Option<EntityKind> {
        self.kinds.get(id?).copied().filter(|kind| has_schema(*kind))
    }
}

const fn has_schema(kind: EntityKind) -> bool {
    !matches!(kind, EntityKind::Other)
}

/// An entity whose properties are put together one by one; empty values are none.
struct Building(FtmRow);

impl Building {
    fn new(id: &str, schema: &str) -> Self {
        Self(FtmRow {
            id: id.to_owned(),
            schema: schema.to_owned(),
            properties: BTreeMap::new(),
            datasets: Vec::new(),
        })
    }

    fn with(mut self, property: &str, values: impl IntoIterator<Item = impl Into<String>>) -> Self {
        let values = values.into_iter().map(Into::into).filter(|value: &String| !value.trim().is_empty());
        let mut values = values.peekable();
        if values.peek().is_some() {
            self.0.properties.entry(property.to_owned()).or_default().extend(values);
        }
        self
    }

    /// A date without a year is none there.
    fn dated(self, property: &str, date: Option<PartialDate>) -> Self {
        let date = date.filter(|date| date.year.is_some() && date.is_possible());
        self.with(property, date.map(|date| date.to_string()))
    }
}
