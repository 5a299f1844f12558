//! A request that was let in, whole.

use hyper::body::Bytes;
use hyper::{Method, Uri};
use serde::de::DeserializeOwned;

use super::fields::Fields;
use super::refusal::{Place, Refusal};

/// What is asked.
#[derive(Debug, Clone)]
pub struct Request {
    /// GET, POST; a HEAD is asked as a GET.
    pub method: Method,
    /// The parts of the path, decoded: `/entities/a%2Fb` has two.
    pub path: Vec<String>,
    /// What stands behind the question mark.
    pub query: Fields,
    /// That again as it came, to be handed on in addresses of ours.
    pub raw_query: String,
    /// Where the server was asked: `http://127.0.0.1:8000`.
    pub base: String,
    /// The body; empty where there is none.
    pub body: Bytes,
}

impl Request {
    /// The body as JSON.
    ///
    /// # Errors
    /// When it is none (400), or not of the shape that is expected (422).
    pub fn json<T: DeserializeOwned>(&self) -> Result<T, Refusal> {
        use serde_json::error::Category;

        serde_json::from_slice(&self.body).map_err(|error| match error.classify() {
            Category::Data => Refusal::invalid(Place::Body, &[], error.to_string()),
            Category::Syntax | Category::Eof | Category::Io => {
                Refusal::bad(format!("the body is not JSON: {error}"))
            }
        })
    }

    /// The body as a form.
    pub fn form(&self) -> Fields {
        Fields::parse(&self.body, Place::Body)
    }
}

/// The parts of a path, decoded.
///
/// # Errors
/// When a part is no UTF-8.
pub fn path(uri: &Uri) -> Result<Vec<String>, Refusal> {
    let parts = uri.path().split('/').filter(|part| !part.is_empty());
    parts
        .map(|part| {
            let decoded = percent_encoding::percent_decode_str(part).decode_utf8();
            decoded.map(Into::into).map_err(|_| Refusal::bad("the path is not UTF-8"))
        })
        .collect()
}
