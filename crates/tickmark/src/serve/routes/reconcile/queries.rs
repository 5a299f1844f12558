//! Batches of queries.

use std::collections::BTreeMap;

use ftm::Record;
use hyper::StatusCode;
use hyper::header::HeaderName;
use names::index::Entry;
use names::matching::Says;
use serde_json::Value;

use super::super::asking::{self, Asking};
use super::super::features;
use super::{Call, MOST_QUERIES};
use crate::serve::http::{Refusal, Reply};
use crate::serve::lists::{COUNTRIES, Filter, Lists};
use crate::serve::model;
use crate::serve::shapes::reconcile::{Candidate, CandidateFeature, Found, Query, Type};

/// Candidates of a query where it says nothing.
const USUAL_LIMIT: usize = 10;
/// Candidates of a query at most.
const MOST_CANDIDATES: usize = 100;
/// The least score that is shown: people choose among candidates, so more are shown than `/match` would.
const CUTOFF: f64 = 0.3;

/// What is answered to a batch.
///
/// # Errors
/// When it is no batch of queries, or too large a one.
pub fn answer(call: &Call<'_>, text: &str) -> Result<Reply, Refusal> {
    let queries: BTreeMap<String, Query> = serde_json::from_str(text).map_err(|error| {
        Refusal::bad(format!("Cannot decode query: `queries` is no batch of queries: {error}"))
    })?;
    if queries.len() > MOST_QUERIES {
        let why = format!("Too many queries in one batch (limit: {MOST_QUERIES})");
        return Err(Refusal::new(StatusCode::PAYLOAD_TOO_LARGE, why));
    }
    let lists = &call.served.lists;
    let scope = lists.scope(call.part("dataset"))?;
    let asking = Asking { lists, scope, filter: Filter::default(), day: None, weights: BTreeMap::new() };
    let found: Result<BTreeMap<String, Found>, Refusal> =
        queries.into_iter().map(|(name, query)| Ok((name, found(lists, &asking, &query)?))).collect();
    let found = found?;
    let batch = found.len().to_string();
    Ok(Reply::json(&found).with(HeaderName::from_static("x-batch-size"), &batch))
}

fn found(lists: &Lists, asking: &Asking<'_>, query: &Query) -> Result<Found, Refusal> {
    let name = query.query.as_deref().map(str::trim).filter(|name| !name.is_empty());
    let kinds: Vec<&str> = query.kinds.all().iter().map(String::as_str).collect();
    if let Some(unknown) = kinds.iter().find(|kind| !model::is_schema(kind)) {
        return Err(Refusal::bad(format!("no such type: {unknown}")));
    }
    // Tables have empty cells: the rest of the batch is answered all the same.
    if name.is_none() && query.properties.is_empty() {
        return Ok(Found { result: Vec::new() });
    }
    let limit = query.limit.map_or(USUAL_LIMIT, |limit| (limit.max(1.0) as usize).min(MOST_CANDIDATES));
    // Of several types, or none, it is asked for as anything; what it may be is told by the types.
    let schema = match kinds[..] {
        [kind] => kind,
        _ => "Thing",
    };
    let party = asking::party(schema, &properties(name, query));
    let mut result: Vec<Candidate> = of_id(lists, asking, name).into_iter().collect();
    let candidates = asking.ask(&party, &kinds, CUTOFF, MOST_CANDIDATES);
    let parties =
        candidates.iter().filter(|candidate| candidate.answer.hit.comparison.says == Says::SameParty).count();
    for candidate in candidates {
        if result.first().is_none_or(|first| first.id != candidate.answer.record.id) {
            result.push(shown(&candidate, parties == 1));
        }
    }
    result.truncate(limit);
    Ok(Found { result })
}

fn properties(name: Option<&str>, query: &Query) -> BTreeMap<String, Vec<String>> {
    let mut properties: BTreeMap<String, Vec<String>> = BTreeMap::new();
    if let Some(name) = name {
        properties.insert("name".to_owned(), vec![name.to_owned()]);
    }
    for known in &query.properties {
        let Some(property) = model::find(&known.pid) else { continue };
        let texts = known.v.all().iter().filter_map(text);
        properties.entry(property.name.to_owned()).or_default().extend(texts);
    }
    properties
}

/// A value; of one that was reconciled itself, its name, as columns hold names.
fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(truth) => Some(truth.to_string()),
        Value::Object(object) => object.get("name").or_else(|| object.get("id"))?.as_str().map(str::to_owned),
        Value::Null | Value::Array(_) => None,
    }
}

/// Who gives an id for a name means the entity of that id.
fn of_id(lists: &Lists, asking: &Asking<'_>, name: Option<&str>) -> Option<Candidate> {
    let of_scope = |entry: &Entry<'_>| {
        lists.of(*entry).is_some_and(|list| asking.filter.lets(&asking.scope, list, *entry))
    };
    let entry = lists.with_id(name?).find(of_scope)?;
    Some(Candidate {
        id: entry.id().to_owned(),
        name: entry.caption().to_owned(),
        description: described(&entry.record()?, &lists.of(entry)?.name),
        kinds: vec![kind(entry.schema())],
        score: 1.0,
        features: Vec::new(),
        is_match: true,
    })
}

fn shown(candidate: &asking::Candidate<'_>, is_only: bool) -> Candidate {
    let (answer, comparison) = (&candidate.answer, &candidate.answer.hit.comparison);
    let points = features::points(comparison, &BTreeMap::new());
    let mut features: Vec<CandidateFeature> =
        points.into_iter().map(|(id, points)| CandidateFeature { id, value: points.into() }).collect();
    let says = |id, is| CandidateFeature { id, value: Value::Bool(is) };
    features.push(says("same_name", comparison.says != Says::Neither));
    features.push(says("same_party", comparison.says == Says::SameParty));
    Candidate {
        id: answer.record.id.clone(),
        name: answer.record.shown().to_owned(),
        description: described(&answer.record, answer.list),
        kinds: vec![kind(&answer.record.schema)],
        score: candidate.score,
        features,
        is_match: is_only && comparison.says == Says::SameParty,
    }
}

/// What sets an entity apart from others of its name: `Person, born 1952-10-07, ru, on ofac`.
pub fn described(record: &Record, list: &str) -> String {
    let first = |property| record.values(property).first().map(|value| value.text.as_str());
    let birth = first("birthDate").map(|date| format!("born {date}"));
    let founded = first("incorporationDate").map(|date| format!("founded {date}"));
    let country = COUNTRIES.iter().find_map(|property| first(property)).map(str::to_owned);
    let parts = [
        Some(model::label(&record.schema).to_owned()),
        birth.or(founded),
        country,
        Some(format!("on {list}")),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// A schema as a type.
pub fn kind(schema: &str) -> Type {
    let known = model::schemata().iter().find(|known| known.name == schema);
    Type { id: schema.to_owned(), name: known.map_or("Entities", |known| known.plural) }
}
