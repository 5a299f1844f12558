//! What is answered, before it becomes bytes on a wire.

use http_body_util::Full;
use hyper::body::Bytes;
use hyper::header::{HeaderName, HeaderValue};
use hyper::{Response, StatusCode, header};
use serde::Serialize;
use serde_json::json;

use super::refusal::Refusal;

/// What a body holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// JSON.
    Json,
    /// A page that loads nothing and runs nothing.
    Page,
}

/// An answer.
#[derive(Debug, Clone)]
pub struct Reply {
    status: StatusCode,
    kind: Kind,
    body: Vec<u8>,
    headers: Vec<(HeaderName, HeaderValue)>,
}

/// What holds for every answer: names asked for and a token in an address stay where they are, and a body is what it says it is.
const fn always() -> [(HeaderName, &'static str); 3] {
    [
        (header::CACHE_CONTROL, "no-store"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
    ]
}

/// A page may bring its own style and nothing else.
const PAGE_POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

impl Reply {
    /// A value as JSON.
    pub fn json(value: &impl Serialize) -> Self {
        match serde_json::to_vec(value) {
            Ok(body) => Self::new(StatusCode::OK, Kind::Json, body),
            Err(error) => Self::failed(&format!("the answer could not be written: {error}")),
        }
    }

    /// A page.
    pub fn page(html: String) -> Self {
        Self::new(StatusCode::OK, Kind::Page, html.into_bytes())
    }

    /// Nothing but a status.
    pub fn empty(status: StatusCode) -> Self {
        Self::new(status, Kind::Json, Vec::new())
    }

    /// Our own fault.
    pub fn failed(why: &str) -> Self {
        Self::from(Refusal::new(StatusCode::INTERNAL_SERVER_ERROR, why))
    }

    fn new(status: StatusCode, kind: Kind, body: Vec<u8>) -> Self {
        Self { status, kind, body, headers: Vec::new() }
    }

    /// With a header more. A value that cannot stand in one is left out.
    #[must_use]
    pub fn with(mut self, name: HeaderName, value: &str) -> Self {
        self.headers.extend(HeaderValue::from_str(value).ok().map(|value| (name, value)));
        self
    }

    /// As it goes out.
    pub fn into_response(self) -> Response<Full<Bytes>> {
        let mut response = Response::new(Full::from(self.body));
        *response.status_mut() = self.status;
        let headers = response.headers_mut();
        for (name, value) in always() {
            headers.insert(name, HeaderValue::from_static(value));
        }
        let kind = match self.kind {
            Kind::Json => "application/json",
            Kind::Page => "text/html; charset=utf-8",
        };
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
        if self.kind == Kind::Page {
            headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(PAGE_POLICY));
        }
        headers.extend(self.headers);
        response
    }
}

impl From<Refusal> for Reply {
    fn from(refusal: Refusal) -> Self {
        let body = json!({ "detail": refusal.detail }).to_string();
        let reply = Self::new(refusal.status, Kind::Json, body.into_bytes());
        match refusal.status {
            StatusCode::UNAUTHORIZED => reply.with(header::WWW_AUTHENTICATE, "ApiKey"),
            _ => reply,
        }
    }
}
