//! An entity of a list.

use std::collections::BTreeMap;

use ftm::Record;
use names::history::Day;
use serde::Serialize;

/// An entity as yente shows it.
#[derive(Debug, Clone, Serialize)]
pub struct Entity {
    /// As its list has it.
    pub id: String,
    /// What to show it by.
    pub caption: String,
    /// Its `FollowTheMoney` schema.
    pub schema: String,
    /// What its list says of it.
    pub properties: BTreeMap<String, Vec<Value>>,
    /// Its list, and the collections that the list says that it took it from.
    pub datasets: Vec<String>,
    /// The first snapshot that has it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_seen: Option<String>,
    /// The latest snapshot that has it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_seen: Option<String>,
    /// The first snapshot that has it as it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_change: Option<String>,
}

/// A value of a property.
#[derive(Debug, Clone, Serialize)]
#[serde(untagged)]
pub enum Value {
    /// As written; also the id of an entity that is not shown here.
    Text(String),
    /// An entity that stands where its id would.
    Entity(Box<Entity>),
}

impl Entity {
    /// What a record of a list says, without when it was seen.
    pub fn of(record: &Record, list: &str) -> Self {
        let texts =
            |values: &Vec<ftm::Value>| values.iter().map(|value| Value::Text(value.text.clone())).collect();
        let mut datasets = vec![list.to_owned()];
        datasets.extend(record.datasets.iter().filter(|name| *name != list).cloned());
        Self {
            id: record.id.clone(),
            caption: record.shown().to_owned(),
            schema: record.schema.clone(),
            properties: record
                .properties
                .iter()
                .map(|(name, values)| (name.clone(), texts(values)))
                .collect(),
            datasets,
            first_seen: None,
            last_seen: None,
            last_change: None,
        }
    }
}

/// A day as yente writes moments: without a time zone, to the second. A snapshot is known to the day.
pub fn moment(day: Day) -> String {
    format!("{day}T00:00:00")
}
