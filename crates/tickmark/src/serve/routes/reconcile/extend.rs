//! Properties of entities.

use std::collections::BTreeMap;

use ftm::{Record, holds_ids};
use hyper::StatusCode;
use names::index::Entry;
use serde_json::Value;

use super::{Call, MOST_QUERIES};
use crate::serve::http::{Refusal, Reply};
use crate::serve::lists::{Filter, Lists};
use crate::serve::model;
use crate::serve::shapes::reconcile::{
    ExtendProperty, ExtendRequest, ExtendResponse, ExtendValue, Proposed, Type,
};

/// What is said of entities.
///
/// # Errors
/// When it is no request for properties, or too large a one.
pub fn answer(call: &Call<'_>, text: &str) -> Result<Reply, Refusal> {
    let asked: ExtendRequest = serde_json::from_str(text)
        .map_err(|error| Refusal::bad(format!("Cannot decode extension request: {error}")))?;
    if asked.ids.len() > MOST_QUERIES {
        let why = format!("Too many queries in one batch (limit: {MOST_QUERIES})");
        return Err(Refusal::new(StatusCode::PAYLOAD_TOO_LARGE, why));
    }
    let lists = &call.served.lists;
    let scope = lists.scope(call.part("dataset"))?;
    let filter = Filter::default();
    let mut rows = BTreeMap::new();
    for id in asked.ids {
        let of_scope =
            |entry: &Entry<'_>| lists.of(*entry).is_some_and(|list| filter.lets(&scope, list, *entry));
        let record = lists.with_id(&id).find(of_scope).and_then(|entry| entry.record());
        let row = record.map(|record| row(lists, &record, &asked.properties)).unwrap_or_default();
        rows.insert(id, row);
    }
    let meta = asked.properties.iter().map(|property| Type {
        id: property.id.clone(),
        name: model::find(&property.id).map_or("", |known| known.label),
    });
    Ok(Reply::json(&ExtendResponse { meta: meta.filter(|meta| !meta.name.is_empty()).collect(), rows }))
}

fn row(lists: &Lists, record: &Record, properties: &[ExtendProperty]) -> BTreeMap<String, Vec<ExtendValue>> {
    let mut row = BTreeMap::new();
    for asked in properties {
        let Some(property) = model::find(&asked.id) else { continue };
        let most =
            asked.settings.limit.as_ref().and_then(number).filter(|most| *most > 0).unwrap_or(usize::MAX);
        let are_ids = holds_ids(&record.schema, property.name);
        let values = record.values(property.name).iter().take(most).map(|value| value.text.clone());
        let shown = values.map(|text| match are_ids.then(|| lists.with_id(&text).next()).flatten() {
            Some(entry) => ExtendValue::Entity { id: text, name: entry.caption().to_owned() },
            None => ExtendValue::Text { str: text },
        });
        row.insert(asked.id.clone(), shown.collect());
    }
    row
}

/// A whole number, also as a form writes it.
fn number(value: &Value) -> Option<usize> {
    match value {
        Value::String(text) => text.parse().ok(),
        other => other.as_u64().map(|number| number as usize),
    }
}

/// Properties that entities of a type can have.
///
/// # Errors
/// When there is no such type.
pub fn propose(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.served.lists.scope(call.part("dataset"))?;
    let kind = call.text("type").unwrap_or("LegalEntity");
    if !model::is_schema(kind) {
        return Err(Refusal::bad("Invalid type"));
    }
    let limit = Some(call.count("limit")?).filter(|limit| *limit > 0);
    let properties = model::properties_of(kind).filter(|property| property.reverse.is_none());
    let properties = properties.map(|property| Type { id: property.name.to_owned(), name: property.label });
    let properties = properties.take(limit.unwrap_or(usize::MAX)).collect();
    Ok(Reply::json(&Proposed { kind: kind.to_owned(), properties, limit }))
}
