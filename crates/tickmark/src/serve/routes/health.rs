//! `/healthz`, `/readyz`.

use hyper::Method;

use super::{Access, Body, Call, Route};
use crate::serve::http::{Refusal, Reply};
use crate::serve::shapes::Status;

pub const ROUTES: &[Route] = &[
    Route {
        method: Method::GET,
        path: "/healthz",
        summary: "Whether the server answers",
        tag: "System information",
        parameters: &[],
        body: Body::None,
        answers: "StatusResponse",
        access: Access::Everybody,
        answer: ok,
    },
    Route {
        method: Method::GET,
        path: "/readyz",
        summary: "Whether the lists can be searched: always, since they are opened before the server listens",
        tag: "System information",
        parameters: &[],
        body: Body::None,
        answers: "StatusResponse",
        access: Access::Everybody,
        answer: ok,
    },
];

fn ok(_: &Call<'_>) -> Result<Reply, Refusal> {
    Ok(Reply::json(&Status { status: "ok" }))
}
