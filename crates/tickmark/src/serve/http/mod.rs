//! HTTP: connections and their limits, who may ask, requests in and replies out. Nothing here knows what is asked.

mod fields;
mod guard;
mod refusal;
mod reply;
mod request;
mod server;

pub use fields::Fields;
pub use guard::Guard;
pub use refusal::{Place, Refusal};
pub use reply::Reply;
pub use request::Request;
pub use server::{Limits, Server, Stop};

/// What answers requests. It may take its time: it runs on a thread of its own.
pub trait Answer: Send + Sync + 'static {
    /// Whether a request needs the token. Most do.
    fn needs_token(&self, method: &hyper::Method, path: &[String], query: &Fields) -> bool;

    /// The answer.
    ///
    /// # Errors
    /// Why there is none.
    fn answer(&self, request: &Request) -> Result<Reply, Refusal>;
}
