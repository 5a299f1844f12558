//! One entity that others wrote down, each value with the line that it stands in.

use std::collections::{BTreeMap, HashSet};

use serde::{Deserialize, Serialize};

use crate::schema::{Role, Sort, role};

/// A value and where it stands.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Value {
    /// As written.
    pub text: String,
    /// Line of its file, from 1.
    pub line: u32,
}

/// One entity of a file. An entity that several lines describe is one record; its values keep their lines.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// As the file has it: unique there and nowhere else.
    pub id: String,
    /// `FollowTheMoney` schema. One that this version knows.
    pub schema: String,
    /// The name that the file shows it by, where it says so.
    pub caption: Option<String>,
    /// The collections that it was taken from, as the file has them.
    pub datasets: Vec<String>,
    /// The first line that describes it, from 1.
    pub line: u32,
    /// What is said of it. References are ids of records of the same file.
    pub properties: BTreeMap<String, Vec<Value>>,
}

/// How a record bears a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum NameSort {
    /// Its name.
    Name,
    /// Another name.
    Alias,
    /// A name that it had.
    Previous,
    /// Letters that stand for it.
    Abbreviation,
    /// A name that is too common or too doubtful to go by.
    Weak,
}

/// The properties that hold names, the surest first; `full` is that of an address.
const NAMES: [(&str, NameSort); 6] = [
    ("name", NameSort::Name),
    ("full", NameSort::Name),
    ("alias", NameSort::Alias),
    ("previousName", NameSort::Previous),
    ("abbreviation", NameSort::Abbreviation),
    ("weakAlias", NameSort::Weak),
];

impl Record {
    /// The values of a property, in the order in which they stand.
    #[must_use]
    pub fn values(&self, property: &str) -> &[Value] {
        self.properties.get(property).map_or(&[], Vec::as_slice)
    }

    /// What it is.
    #[must_use]
    pub fn role(&self) -> Role {
        role(&self.schema).unwrap_or(Role::Thing)
    }

    /// What it is as a party; `None` where it is none.
    #[must_use]
    pub fn sort(&self) -> Option<Sort> {
        match self.role() {
            Role::Party(sort) => Some(sort),
            Role::Tie(_) | Role::Thing => None,
        }
    }

    /// Every name that it bears, each once, the surest first.
    pub fn names(&self) -> impl Iterator<Item = (NameSort, &Value)> {
        let mut seen = HashSet::new();
        let all = NAMES
            .into_iter()
            .flat_map(|(property, sort)| self.values(property).iter().map(move |value| (sort, value)));
        all.filter(move |(_, value)| seen.insert(&*value.text))
    }

    /// What to show it by: as its file does, else its first name, else its id.
    #[must_use]
    pub fn shown(&self) -> &str {
        let named = || self.names().next().map(|(_, value)| &*value.text);
        self.caption.as_deref().or_else(named).unwrap_or(&self.id)
    }

    /// The ids that its ends hold; empty where it is no tie.
    #[must_use]
    pub fn ends(&self) -> [&[Value]; 2] {
        match self.role() {
            Role::Tie(ends) => ends.map(|end| self.values(end)),
            Role::Party(_) | Role::Thing => [&[], &[]],
        }
    }
}
