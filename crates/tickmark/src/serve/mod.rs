//! `serve --api`: the lists behind HTTP, in the words of yente and of the Reconciliation API.
//!
//! `http` speaks the protocol and lets in who may ask; `routes` answers, each route a row of a table; `lists` is what is asked, opened once and
//! only read; `shapes` is what goes over the wire; `model` is what `FollowTheMoney` calls things. What is answered to what is in
//! `docs/api.md`.
//!
//! Nothing of a request is written anywhere: whom somebody asks about is confidential.

mod http;
mod lists;
mod model;
mod routes;
mod shapes;
#[cfg(test)]
mod tests;
mod token;

pub use http::{Guard, Limits, Server, Stop};
pub use lists::Lists;
pub use token::{NoToken, SHORTEST, Token};

/// What is served.
#[derive(Debug)]
pub struct Served {
    /// The lists.
    pub lists: Lists,
    /// Whether who asks must bring a token: manifests say so.
    pub has_token: bool,
}
