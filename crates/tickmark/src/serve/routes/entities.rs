//! `/entities/{id}`: an entity, and what stands around it.

use std::collections::BTreeMap;

use ftm::{Record, Role, holds_ids};
use hyper::{Method, StatusCode};
use names::history::Day;
use names::index::Entry;

use super::search::{FARTHEST, MOST_RESULTS};
use super::{Access, Body, Call, Parameter, Route, Shape};
use crate::serve::http::{Refusal, Reply};
use crate::serve::lists::{Around, Lists};
use crate::serve::model::{self, property_of};
use crate::serve::shapes::entity::{Entity, Value, moment};
use crate::serve::shapes::search::{AdjacentPage, AdjacentResponse};

const ID: Parameter = Parameter {
    name: "id",
    what: "The id that its list gives it. One that several lists give: of the first.",
    shape: Shape::Part,
};
const LIMIT: Parameter = Parameter {
    name: "limit",
    what: "The most of each property.",
    shape: Shape::Count { default: 10, most: MOST_RESULTS },
};
const OFFSET: Parameter = Parameter {
    name: "offset",
    what: "How many to leave out before them.",
    shape: Shape::Count { default: 0, most: FARTHEST },
};

pub const ROUTES: &[Route] = &[
    Route {
        method: Method::GET,
        path: "/entities/{id}",
        summary: "An entity, with those around it",
        tag: "Data access",
        parameters: &[
            ID,
            Parameter {
                name: "nested",
                what: "Whether those around it stand in it (default) or their ids.",
                shape: Shape::Truth,
            },
        ],
        body: Body::None,
        answers: "EntityResponse",
        access: Access::Admitted,
        answer: entity,
    },
    Route {
        method: Method::GET,
        path: "/entities/{id}/adjacent",
        summary: "Those around an entity, page by page",
        tag: "Data access",
        parameters: &[ID, LIMIT, OFFSET],
        body: Body::None,
        answers: "EntityAdjacentResponse",
        access: Access::Admitted,
        answer: adjacent,
    },
    Route {
        method: Method::GET,
        path: "/entities/{id}/adjacent/{property}",
        summary: "Those around an entity that stand to it in one way, page by page",
        tag: "Data access",
        parameters: &[
            ID,
            Parameter {
                name: "property",
                what: "How they stand to it: `sanctions`, `ownershipOwner`.",
                shape: Shape::Part,
            },
            LIMIT,
            OFFSET,
        ],
        body: Body::None,
        answers: "AdjacentResultsResponse",
        access: Access::Admitted,
        answer: adjacent_by_property,
    },
];

/// Whom an id means.
struct Meant {
    /// By its number in the index.
    list: u16,
    record: Record,
    shown: Entity,
}

fn entity(call: &Call<'_>) -> Result<Reply, Refusal> {
    let lists = &call.served.lists;
    let nested = call.truth("nested")?.unwrap_or(true);
    let Meant { list, record, mut shown } = meant(lists, call.part("id"))?;
    if nested {
        let around = around(lists)?;
        for (name, values) in nest(lists, around, list, &record) {
            shown.properties.insert(name, values);
        }
    }
    Ok(Reply::json(&shown))
}

fn adjacent(call: &Call<'_>) -> Result<Reply, Refusal> {
    let lists = &call.served.lists;
    let (limit, offset) = (call.count("limit")?, call.count("offset")?);
    let Meant { list, record, shown } = meant(lists, call.part("id"))?;
    let nested = nest(lists, around(lists)?, list, &record);
    let adjacent = nested.into_iter().map(|(name, values)| (name, page(values, limit, offset))).collect();
    Ok(Reply::json(&AdjacentResponse { entity: shown, adjacent }))
}

fn adjacent_by_property(call: &Call<'_>) -> Result<Reply, Refusal> {
    let lists = &call.served.lists;
    let (limit, offset) = (call.count("limit")?, call.count("offset")?);
    let Meant { list, record, .. } = meant(lists, call.part("id"))?;
    let property = call.part("property");
    let is_own = holds_ids(&record.schema, property);
    let is_reverse = model::properties().iter().any(|known| known.reverse == Some(property));
    if !is_own && !is_reverse {
        return Err(Refusal::not_found("No such property!"));
    }
    let values = nest(lists, around(lists)?, list, &record).remove(property).unwrap_or_default();
    Ok(Reply::json(&page(values, limit, offset)))
}

fn page(values: Vec<Value>, limit: usize, offset: usize) -> AdjacentPage {
    let total = values.len().into();
    AdjacentPage { limit, offset, total, results: values.into_iter().skip(offset).take(limit).collect() }
}

fn meant(lists: &Lists, id: &str) -> Result<Meant, Refusal> {
    if let Some(entry) = lists.with_id(id).next()
        && let (Some(record), Some(shown)) = (entry.record(), shown(lists, entry))
    {
        return Ok(Meant { list: entry.source_number().index() as u16, record, shown });
    }
    // Sanctions, ties and addresses have ids, too.
    let around = around(lists)?;
    let other = (0..).zip(lists.all()).find_map(|(number, list)| {
        let record = around.record(number, id)?;
        Some(Meant { list: number, shown: Entity::of(&record, &list.name), record })
    });
    other.ok_or_else(|| Refusal::not_found("No such entity!"))
}

fn around(lists: &Lists) -> Result<&Around, Refusal> {
    let failed = |why: &str| {
        let detail =
            format!("the files of a list could not be read: {why}; `nested=false` does without them");
        Refusal::new(StatusCode::INTERNAL_SERVER_ERROR, detail)
    };
    lists.around().map_err(failed)
}

/// An entry with the days on which it was seen; `None` only where the compiled set is not what was written.
pub fn shown(lists: &Lists, entry: Entry<'_>) -> Option<Entity> {
    let list = lists.of(entry)?;
    let mut entity = Entity::of(&entry.record()?, &list.name);
    entity.first_seen = lists.first_seen(entry).map(moment);
    entity.last_seen = Some(moment(list.latest().added.date));
    entity.last_change = entry.listed().from.and_then(Day::of).map(moment);
    Some(entity)
}

/// Those around an entity, by how they stand to it: whom it names, who names it, and of a tie the other end, too.
fn nest(lists: &Lists, around: &Around, list: u16, record: &Record) -> BTreeMap<String, Vec<Value>> {
    let mut nested: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    let own = record.properties.iter().filter(|(name, _)| holds_ids(&record.schema, name));
    for (name, values) in own {
        let values = values.iter().map(|value| named(lists, around, list, &value.text));
        nested.insert(name.clone(), values.collect());
    }
    for neighbour in around.of(list, &record.id) {
        let tied = property_of(&neighbour.record.schema, &neighbour.property);
        let Some(reverse) = tied.and_then(|property| property.reverse) else { continue };
        let entity = with_other_end(lists, around, list, &neighbour.record, &record.id);
        nested.entry(reverse.to_owned()).or_default().push(Value::Entity(Box::new(entity)));
    }
    nested
}

/// One who names an entity; where that is a tie, whom else it names stands in it.
fn with_other_end(lists: &Lists, around: &Around, list: u16, record: &Record, from: &str) -> Entity {
    let mut entity = Entity::of(record, name_of(lists, list));
    if let Role::Tie(ends) = record.role() {
        for end in ends.into_iter().filter(|end| !end.is_empty()) {
            let others = record.values(end).iter().filter(|value| value.text != from);
            let others: Vec<Value> = others.map(|value| named(lists, around, list, &value.text)).collect();
            if !others.is_empty() {
                entity.properties.insert(end.to_owned(), others);
            }
        }
    }
    entity
}

/// The entity of an id on a list; the id, where the list has none.
fn named(lists: &Lists, around: &Around, list: u16, id: &str) -> Value {
    let of_list = |entry: &Entry<'_>| entry.source_number().index() == usize::from(list);
    let party = || lists.with_id(id).find(of_list).and_then(|entry| entry.record());
    let record = party().or_else(|| around.record(list, id));
    match record {
        Some(record) => Value::Entity(Box::new(Entity::of(&record, name_of(lists, list)))),
        None => Value::Text(id.to_owned()),
    }
}

fn name_of(lists: &Lists, list: u16) -> &str {
    lists.all().get(usize::from(list)).map_or("", |list| &list.name)
}
