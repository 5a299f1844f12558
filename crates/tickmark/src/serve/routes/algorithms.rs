//! `/algorithms`: how names are compared, and by what.

use std::collections::BTreeMap;

use hyper::Method;

use super::features::documented;
use super::{Access, Body, Call, Route};
use crate::serve::http::{Refusal, Reply};
use crate::serve::shapes::matches::{Algorithm, AlgorithmDocs, Algorithms};

/// The one algorithm.
pub const OURS: &str = "tickmark";

const WHAT: &str = "A sum of named points for and against. Beside it stands what it says: that two parties bear the same name, or that \
                    they are the same party.";

pub const ROUTES: &[Route] = &[Route {
    method: Method::GET,
    path: "/algorithms",
    summary: "How names are compared, and what weights can be given to",
    tag: "System information",
    parameters: &[],
    body: Body::None,
    answers: "AlgorithmResponse",
    access: Access::Admitted,
    answer: algorithms,
}];

fn algorithms(call: &Call<'_>) -> Result<Reply, Refusal> {
    let url = format!("{}/openapi.json", call.request.base);
    let docs =
        AlgorithmDocs { name: OURS, description: WHAT, config: BTreeMap::new(), features: documented(&url) };
    let ours = Algorithm { name: OURS, description: WHAT, features: documented(&url), docs };
    Ok(Reply::json(&Algorithms { algorithms: vec![ours], default: OURS, best: OURS }))
}
