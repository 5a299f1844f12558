//! OpenRefine's Reconciliation Service API 0.2.

mod extend;
mod manifest;
mod preview;
mod queries;
mod suggest;

use hyper::Method;

use super::{Access, Body, Call, DATASET, Parameter, Route, Shape};
use crate::serve::http::{Fields, Refusal, Reply};

pub use suggest::ROUTES as SUGGEST;

/// Queries of one request at most; the manifest says so.
const MOST_QUERIES: usize = 100;

pub const ROUTES: &[Route] = &[
    Route {
        method: Method::GET,
        path: "/reconcile/{dataset}",
        summary: "What the service can do; with `queries` or `extend`, what is answered to them",
        tag: "Reconciliation",
        parameters: &[
            DATASET,
            Parameter { name: "queries", what: "A batch of queries, as JSON.", shape: Shape::Text },
            Parameter {
                name: "extend",
                what: "Which properties of which entities are asked for, as JSON.",
                shape: Shape::Text,
            },
        ],
        body: Body::None,
        answers: "ReconciliationResponse",
        access: Access::EverybodyWithout(&["queries", "extend"]),
        answer: get,
    },
    Route {
        method: Method::POST,
        path: "/reconcile/{dataset}",
        summary: "Look for entities by name and properties, or ask for properties of entities",
        tag: "Reconciliation",
        parameters: &[DATASET],
        body: Body::Form(&[("queries", "ReconciliationQueries"), ("extend", "ReconciliationExtend")]),
        answers: "ReconciliationResponse",
        access: Access::Admitted,
        answer: post,
    },
    Route {
        method: Method::GET,
        path: "/reconcile/{dataset}/preview",
        summary: "A little page about an entity",
        tag: "Reconciliation",
        parameters: &[DATASET, Parameter { name: "id", what: "The id of the entity.", shape: Shape::Text }],
        body: Body::None,
        answers: "",
        access: Access::Admitted,
        answer: preview::preview,
    },
    Route {
        method: Method::GET,
        path: "/reconcile/{dataset}/extend",
        summary: "Properties that can be asked for of entities of a type",
        tag: "Reconciliation",
        parameters: &[
            DATASET,
            Parameter { name: "type", what: "The type.", shape: Shape::Text },
            Parameter {
                name: "limit",
                what: "The most properties; 0, all.",
                shape: Shape::Count { default: 0, most: 500 },
            },
        ],
        body: Body::None,
        answers: "ReconciliationProposal",
        access: Access::Admitted,
        answer: extend::propose,
    },
];

fn get(call: &Call<'_>) -> Result<Reply, Refusal> {
    match asked(call, &call.request.query)? {
        Some(reply) => Ok(reply),
        None => manifest::manifest(call),
    }
}

fn post(call: &Call<'_>) -> Result<Reply, Refusal> {
    let asked = asked(call, &call.request.form())?;
    asked.ok_or_else(|| Refusal::bad("the form has neither `queries` nor `extend`"))
}

/// What is answered to the fields of an address or a form; nothing, where they ask nothing.
fn asked(call: &Call<'_>, fields: &Fields) -> Result<Option<Reply>, Refusal> {
    if let Some(queries) = fields.text("queries") {
        return queries::answer(call, queries).map(Some);
    }
    fields.text("extend").map(|extend| extend::answer(call, extend)).transpose()
}
