//! `POST /match/{dataset}`: a batch of entities, each looked for in the lists.

use std::collections::BTreeMap;

use hyper::Method;
use serde_json::Value;

use super::algorithms::OURS;
use super::asking::{Asking, day, party};
use super::{
    Access, Body, CHANGED_SINCE, Call, DATASET, EXCLUDE_DATASET, EXCLUDE_SCHEMA, Parameter, Route, Shape,
    TOPICS, features,
};
use crate::serve::http::{Place, Refusal, Reply};
use crate::serve::lists::Filter;
use crate::serve::model;
use crate::serve::shapes::matches::{Example, MatchRequest, MatchResponse, Matches};

/// Queries of one request at most, as in yente.
pub const MOST_QUERIES: usize = 100;
/// Values of one property of a query at most: a party with more names than this is none.
const MOST_VALUES: usize = 200;
/// The least score of a match where the request says nothing, as in yente.
pub const THRESHOLD: f64 = 0.7;
/// The least score that is shown where the request says nothing, as in yente.
const CUTOFF: f64 = 0.5;
/// The most results of a query, as in yente.
const MOST_RESULTS: usize = 500;

/// What yente calls its own. Clients name them as a matter of course, and are told that it made no difference.
const THEIRS: [&str; 9] = [
    "best",
    "default",
    "logic-v1",
    "logic-v2",
    "name-based",
    "name-qualified",
    "regression-v1",
    "regression-v2",
    "er-unstable",
];

pub const ROUTES: &[Route] = &[Route {
    method: Method::POST,
    path: "/match/{dataset}",
    summary: "Look for entities by example: name, birth, country, identifiers",
    tag: "Matching",
    parameters: &[
        DATASET,
        Parameter {
            name: "limit",
            what: "The most results of each query.",
            shape: Shape::Count { default: 5, most: MOST_RESULTS },
        },
        Parameter {
            name: "threshold",
            what: "The score from which a result has `match`.",
            shape: Shape::Share(THRESHOLD),
        },
        Parameter {
            name: "cutoff",
            what: "The score from which a result is shown.",
            shape: Shape::Share(CUTOFF),
        },
        Parameter {
            name: "algorithm",
            what: "`tickmark`. Names of yente's are taken and answered by it, with a notice.",
            shape: Shape::Text,
        },
        Parameter {
            name: "include_dataset",
            what: "Only entities of one of these datasets.",
            shape: Shape::Texts,
        },
        EXCLUDE_DATASET,
        EXCLUDE_SCHEMA,
        TOPICS,
        CHANGED_SINCE,
        Parameter {
            name: "as_of",
            what: "As of that day, by the snapshots around it; not in yente.",
            shape: Shape::Text,
        },
    ],
    body: Body::Json("EntityMatchQuery"),
    answers: "EntityMatchResponse",
    access: Access::Admitted,
    answer,
}];

fn answer(call: &Call<'_>) -> Result<Reply, Refusal> {
    let lists = &call.served.lists;
    let limit = call.count("limit")?;
    let (threshold, cutoff) = (call.share("threshold")?, call.share("cutoff")?);
    let filter = Filter {
        not_schemata: call.texts("exclude_schema"),
        datasets: call.texts("include_dataset"),
        not_datasets: call.texts("exclude_dataset"),
        topics: call.texts("topics"),
        changed_since: day(call, "changed_since")?,
        ..Filter::default()
    };
    let scope = lists.scope(call.part("dataset"))?;
    let as_of = day(call, "as_of")?;
    let request: MatchRequest = call.request.json()?;
    let notices = notices(call.text("algorithm"), &request)?;
    let queries: Vec<(&String, &Example)> =
        request.queries.iter().filter_map(|(name, query)| Some((name, query.as_ref()?))).collect();
    match queries.len() {
        0 => return Err(Refusal::bad("No queries provided.")),
        1..=MOST_QUERIES => {}
        _ => return Err(Refusal::bad(format!("Too many queries in one batch (limit: {MOST_QUERIES})"))),
    }
    let weights = request.weights.clone();
    let asking = Asking { lists, scope, filter, day: as_of, weights };
    let mut responses = BTreeMap::new();
    for (name, example) in queries {
        let (example, properties) = understood(name, example)?;
        let found =
            asking.ask(&party(&example.schema, &properties), &[&example.schema], cutoff, MOST_RESULTS);
        let results = found.iter().take(limit).map(|candidate| asking.scored(candidate, threshold)).collect();
        let matches = Matches { status: 200, results, total: found.len().into(), query: example };
        responses.insert(name.clone(), matches);
    }
    let batch = responses.len().to_string();
    let response = MatchResponse { responses, limit, lists: asking.searched(), notices };
    Ok(Reply::json(&response).with(hyper::header::HeaderName::from_static("x-batch-size"), &batch))
}

/// What of a request has no effect.
fn notices(algorithm: Option<&str>, request: &MatchRequest) -> Result<Vec<String>, Refusal> {
    let mut notices = Vec::new();
    match algorithm {
        None | Some(OURS) => {}
        Some(theirs) if THEIRS.contains(&theirs) => {
            notices.push(format!("algorithm={theirs} is yente's: answered by `{OURS}`, whose scores differ"));
        }
        Some(other) => return Err(Refusal::bad(format!("Unknown algorithm: {other}"))),
    }
    for feature in request.weights.keys().filter(|feature| !features::is_known(feature)) {
        notices
            .push(format!("weights: there is no feature `{feature}`; /algorithms has those that there are"));
    }
    for setting in request.config.keys() {
        notices.push(format!("config: there is no setting `{setting}`"));
    }
    if request.weights.values().any(|weight| !weight.is_finite()) {
        return Err(Refusal::invalid(Place::Body, &["weights"], "should be numbers"));
    }
    Ok(notices)
}

/// A query as it is understood: what its schema does not have is left out of it, as yente does, so that clients see it.
fn understood(name: &str, example: &Example) -> Result<(Example, BTreeMap<String, Vec<String>>), Refusal> {
    if !model::is_schema(&example.schema) {
        return Err(Refusal::bad(format!("Cannot parse example entity: no such schema: {}", example.schema)));
    }
    let mut properties: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (property, value) in &example.properties {
        let texts = texts(value).ok_or_else(|| {
            Refusal::invalid(
                Place::Body,
                &["queries", name, "properties", property],
                "should be a text or a list of texts",
            )
        })?;
        if texts.len() > MOST_VALUES {
            let why = format!("`{property}` has more than {MOST_VALUES} values");
            return Err(Refusal::bad(format!("Cannot parse example entity: {why}")));
        }
        if model::property_of(&example.schema, property).is_some() && !texts.is_empty() {
            properties.insert(property.clone(), texts);
        }
    }
    let shown = properties.iter().map(|(name, texts)| (name.clone(), Value::from(texts.clone()))).collect();
    Ok((Example { id: example.id.clone(), schema: example.schema.clone(), properties: shown }, properties))
}

/// A value or several; `None` where it is neither.
fn texts(value: &Value) -> Option<Vec<String>> {
    let text = |value: &Value| match value {
        Value::String(text) => Some(Some(text.trim().to_owned()).filter(|text| !text.is_empty())),
        Value::Number(number) => Some(Some(number.to_string())),
        Value::Bool(truth) => Some(Some(truth.to_string())),
        Value::Null => Some(None),
        Value::Array(_) | Value::Object(_) => None,
    };
    match value {
        Value::Array(many) => many
            .iter()
            .map(text)
            .collect::<Option<Vec<_>>>()
            .map(|texts| texts.into_iter().flatten().collect()),
        Value::Null => Some(Vec::new()),
        one => text(one).map(|text| text.into_iter().collect()),
    }
}
