//! Why a request gets no answer, in the shapes that yente has for it.

use hyper::StatusCode;
use serde_json::{Value, json};

/// A request that is not answered: its status, and what is wrong with it.
#[derive(Debug, Clone, PartialEq)]
pub struct Refusal {
    /// What kind of fault it is.
    pub status: StatusCode,
    /// A sentence; of a value that cannot be taken (422), where it stands and why.
    pub detail: Value,
}

/// Where in a request a value stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Place {
    /// Behind the question mark of its address.
    #[default]
    Query,
    /// In its body.
    Body,
}

impl Refusal {
    /// In a sentence.
    pub fn new(status: StatusCode, detail: impl Into<String>) -> Self {
        Self { status, detail: Value::String(detail.into()) }
    }

    /// A request that makes no sense.
    pub fn bad(detail: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, detail)
    }

    /// Something that is not there.
    pub fn not_found(detail: impl Into<String>) -> Self {
        Self::new(StatusCode::NOT_FOUND, detail)
    }

    /// A value that is not of the kind that its place takes.
    pub fn invalid(place: Place, path: &[&str], why: impl Into<String>) -> Self {
        let place = match place {
            Place::Query => "query",
            Place::Body => "body",
        };
        let location: Vec<&str> = [place].into_iter().chain(path.iter().copied()).collect();
        let detail = json!([{ "type": "value_error", "loc": location, "msg": why.into() }]);
        Self { status: StatusCode::UNPROCESSABLE_ENTITY, detail }
    }
}
