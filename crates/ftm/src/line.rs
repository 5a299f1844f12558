//! One line: an entity, and those that it holds.

use std::collections::BTreeMap;

use serde_json::{Map, Value as Json};

use crate::fault::Fault;
use crate::record::{Record, Value};
use crate::schema::{Role, role};

/// Entities within entities: files of whole neighbourhoods have three or four levels.
const DEPTH_LIMIT: usize = 16;

/// What a line gives.
#[derive(Debug, Default)]
pub struct Line {
    /// The one that the line is about first, then those that it holds.
    pub records: Vec<Record>,
    /// What is to be said of it.
    pub faults: Vec<Fault>,
}

/// Reads a line; `line` is its number, from 1. Several lines may describe one entity: [`Gathering`](crate::Gathering) puts them together.
#[must_use]
pub fn read(text: &str, line: u32) -> Line {
    let mut read = Line::default();
    match serde_json::from_str(text) {
        Err(error) => read.faults.push(Fault::NotJson { detail: said(&error) }),
        Ok(Json::Object(object)) => {
            read.entity(object, line, 0);
        }
        Ok(_) => read.faults.push(Fault::NotAnObject),
    }
    read
}

/// What the parser says; its own count of lines would mislead, as it is handed one.
fn said(error: &serde_json::Error) -> String {
    let whole = error.to_string();
    let said = whole.split(" at line ").next().unwrap_or_default();
    format!("{said}, column {}", error.column())
}

impl Line {
    /// Takes an entity up; returns its id.
    fn entity(&mut self, mut object: Map<String, Json>, line: u32, depth: usize) -> Option<String> {
        let id = self.required(&mut object, "id")?;
        let schema = self.required(&mut object, "schema")?;
        let Some(own_role) = role(&schema) else {
            self.faults.push(Fault::UnknownSchema { schema });
            return None;
        };
        let place = self.records.len();
        self.records.push(Record {
            id: id.clone(),
            schema,
            caption: text(object.remove("caption")),
            datasets: texts(object.remove("datasets")),
            line,
            properties: BTreeMap::new(),
        });
        if let Some(Json::Object(properties)) = object.remove("properties") {
            for (property, values) in properties {
                let values = self.values(&id, own_role, &property, values, (line, depth));
                if !values.is_empty() {
                    self.records[place].properties.insert(property, values);
                }
            }
        }
        Some(id)
    }

    fn required(&mut self, object: &mut Map<String, Json>, what: &'static str) -> Option<String> {
        let found = text(object.remove(what));
        if found.is_none() {
            self.faults.push(Fault::Without { what });
        }
        found
    }

    fn values(
        &mut self,
        of: &str,
        own_role: Role,
        property: &str,
        values: Json,
        (line, depth): (u32, usize),
    ) -> Vec<Value> {
        let all = match values {
            Json::Array(all) => all,
            Json::Null => Vec::new(),
            one => vec![one],
        };
        let mut taken: Vec<Value> = Vec::with_capacity(all.len());
        let mut strange = false;
        for value in all {
            let text = match value {
                Json::String(text) => Some(text).filter(|text| !text.trim().is_empty()),
                Json::Number(number) => Some(number.to_string()),
                Json::Bool(truth) => Some(truth.to_string()),
                Json::Null => None,
                Json::Object(object) if depth < DEPTH_LIMIT && is_entity(&object) => {
                    self.held(of, own_role, object, (line, depth))
                }
                Json::Array(_) | Json::Object(_) => {
                    strange = true;
                    None
                }
            };
            taken.extend(text.map(|text| Value { text, line }));
        }
        if strange {
            self.faults.push(Fault::NotText { id: of.to_owned(), property: property.to_owned() });
        }
        taken
    }

    /// An entity that stands where its id would. A tie that names whom it stands in says all: the property that holds it is
    /// only the way to it.
    fn held(
        &mut self,
        of: &str,
        own_role: Role,
        object: Map<String, Json>,
        at: (u32, usize),
    ) -> Option<String> {
        let (line, depth) = at;
        let place = self.records.len();
        let id = self.entity(object, line, depth + 1)?;
        let held = self.records.get_mut(place)?;
        let is_way = !matches!(own_role, Role::Tie(_)) && names(held, of, line);
        (!is_way).then_some(id)
    }
}

/// Whether a tie that stands in an entity names it. Where it leaves that end out, its place says so.
fn names(tie: &mut Record, of: &str, line: u32) -> bool {
    let Role::Tie(ends) = tie.role() else { return false };
    if tie.ends().into_iter().flatten().any(|value| value.text == of) {
        return true;
    }
    let mut empty = ends.iter().filter(|end| !end.is_empty() && tie.values(end).is_empty());
    let (Some(end), None) = (empty.next(), empty.next()) else { return false };
    tie.properties.insert((*end).to_owned(), vec![Value { text: of.to_owned(), line }]);
    true
}

/// Whether it is one at all, or something else that stands where a text should.
fn is_entity(object: &Map<String, Json>) -> bool {
    ["id", "schema"].iter().all(|key| object.get(*key).is_some_and(Json::is_string))
}

fn text(value: Option<Json>) -> Option<String> {
    match value {
        Some(Json::String(text)) if !text.trim().is_empty() => Some(text),
        _ => None,
    }
}

fn texts(value: Option<Json>) -> Vec<String> {
    match value {
        Some(Json::Array(all)) => all.into_iter().filter_map(|one| text(Some(one))).collect(),
        _ => Vec::new(),
    }
}
