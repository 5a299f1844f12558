//! Beginnings of words, completed to entities, types and properties.

use hyper::Method;
use names::index::Entry;
use names::scripts::folded;

use super::super::search::by_text;
use super::super::{Access, Body, Call, DATASET, Parameter, Route, Shape};
use super::queries::{described, kind};
use crate::serve::http::{Refusal, Reply};
use crate::serve::lists::Filter;
use crate::serve::model;
use crate::serve::shapes::reconcile::{Suggested, Suggestion};

const PREFIX: Parameter = Parameter { name: "prefix", what: "What was typed so far.", shape: Shape::Text };
const CURSOR: Parameter = Parameter {
    name: "cursor",
    what: "How many suggestions to leave out before those shown.",
    shape: Shape::Count { default: 0, most: 9_499 },
};
const LIMIT: Parameter = Parameter {
    name: "limit",
    what: "The most suggestions.",
    shape: Shape::Count { default: 10, most: 100 },
};

pub const ROUTES: &[Route] = &[
    route("/reconcile/{dataset}/suggest/entity", "Entities whose names have words that begin so", entity),
    route("/reconcile/{dataset}/suggest/property", "Properties that are called so", property),
    route("/reconcile/{dataset}/suggest/type", "Types that are called so", schema),
];

const fn route(
    path: &'static str,
    summary: &'static str,
    answer: fn(&Call<'_>) -> Result<Reply, Refusal>,
) -> Route {
    Route {
        method: Method::GET,
        path,
        summary,
        tag: "Reconciliation",
        parameters: &[DATASET, PREFIX, CURSOR, LIMIT],
        body: Body::None,
        answers: "ReconciliationSuggestions",
        access: Access::Admitted,
        answer,
    }
}

fn entity(call: &Call<'_>) -> Result<Reply, Refusal> {
    let lists = &call.served.lists;
    let scope = lists.scope(call.part("dataset"))?;
    let filter = Filter::default();
    suggested(call, |prefix| {
        let mut found = by_text(lists, prefix, "Thing");
        let begun = folded(prefix);
        // Whoever types a beginning means it for one; what has it further on, or is only like it, comes after.
        found.sort_by_cached_key(|entry| !begins(*entry, &begun));
        found.into_iter().filter_map(|entry| {
            let list = lists.of(entry).filter(|list| filter.lets(&scope, list, entry))?;
            let record = entry.record()?;
            Some(Suggestion {
                id: record.id.clone(),
                name: record.shown().to_owned(),
                description: Some(described(&record, &list.name)),
                notable: Some(vec![kind(&record.schema)]),
            })
        })
    })
}

/// Whether a name of an entry begins so.
fn begins(entry: Entry<'_>, begun: &str) -> bool {
    entry.names().any(|name| folded(name.text()).starts_with(begun))
}

fn property(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.served.lists.scope(call.part("dataset"))?;
    suggested(call, |prefix| {
        let found = model::properties_of_parties();
        let found = found.filter(move |property| is_called(property.name, property.label, prefix));
        found.filter(|property| property.reverse.is_none()).map(|property| Suggestion {
            id: property.qualified(),
            name: property.label.to_owned(),
            description: Some(format!("of {}", model::label(property.schema))),
            notable: None,
        })
    })
}

fn schema(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.served.lists.scope(call.part("dataset"))?;
    suggested(call, |prefix| {
        let found =
            model::schemata().iter().filter(move |schema| is_called(schema.name, schema.label, prefix));
        found.map(|schema| Suggestion {
            id: schema.name.to_owned(),
            name: schema.plural.to_owned(),
            description: Some(schema.label.to_owned()),
            notable: None,
        })
    })
}

/// Without a beginning nothing is suggested: it could be anything.
fn suggested<'a, I: Iterator<Item = Suggestion> + 'a>(
    call: &Call<'a>,
    find: impl FnOnce(&'a str) -> I,
) -> Result<Reply, Refusal> {
    let (cursor, limit) = (call.count("cursor")?, call.count("limit")?);
    let prefix = call.text("prefix").map(str::trim).filter(|prefix| !prefix.is_empty());
    let result = prefix.map(|prefix| find(prefix).skip(cursor).take(limit).collect()).unwrap_or_default();
    Ok(Reply::json(&Suggested { prefix: prefix.unwrap_or_default().to_owned(), result }))
}

/// Whether a word of what something is called begins so, whatever the size of the letters.
fn is_called(name: &str, label: &str, prefix: &str) -> bool {
    let prefix = prefix.to_lowercase();
    let (name, label) = (name.to_lowercase(), label.to_lowercase());
    name.contains(&prefix)
        || label.starts_with(&prefix)
        || label.split(' ').any(|word| word.starts_with(&prefix))
}
