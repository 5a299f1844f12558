//! What can be asked: a table of routes, each with what it takes, which is also what `/openapi.json` tells.

mod algorithms;
mod asking;
mod catalog;
mod entities;
mod facets;
mod features;
mod health;
mod matching;
mod openapi;
mod reconcile;
mod search;

use hyper::{Method, StatusCode};

use super::Served;
use super::http::{Answer, Fields, Refusal, Reply, Request};

/// A request as its route sees it.
#[derive(Debug, Clone, Copy)]
pub struct Call<'a> {
    /// What is served.
    pub served: &'a Served,
    /// The request.
    pub request: &'a Request,
    route: &'static Route,
}

/// One thing that can be asked.
#[derive(Debug)]
pub struct Route {
    /// GET or POST.
    pub method: Method,
    /// `/entities/{id}`: what stands in braces is one part of a path.
    pub path: &'static str,
    /// In a few words.
    pub summary: &'static str,
    /// What it belongs to.
    pub tag: &'static str,
    /// What stands in its path and behind the question mark.
    pub parameters: &'static [Parameter],
    /// What it takes.
    pub body: Body,
    /// The schema of its answer in `openapi/schemas.json`.
    pub answers: &'static str,
    /// Whether the token is needed.
    pub access: Access,
    /// What answers it.
    pub answer: fn(&Call<'_>) -> Result<Reply, Refusal>,
}

/// What a route takes beside its address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Body {
    /// Nothing.
    None,
    /// JSON, of this schema.
    Json(&'static str),
    /// A form with these fields, each holding JSON of a schema.
    Form(&'static [(&'static str, &'static str)]),
}

/// Who may ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Everybody: it tells nothing.
    Everybody,
    /// Those who bring the token.
    Admitted,
    /// Everybody, as long as nothing is asked by these parameters; the Reconciliation API wants its manifest so.
    EverybodyWithout(&'static [&'static str]),
}

/// Something that a route takes in its address.
#[derive(Debug, Clone, Copy)]
pub struct Parameter {
    /// What it is called.
    pub name: &'static str,
    /// What it says.
    pub what: &'static str,
    /// What it may be.
    pub shape: Shape,
}

/// What a parameter may be.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Shape {
    /// A part of the path.
    Part,
    /// A text.
    Text,
    /// Any number of texts, each in a parameter of its own.
    Texts,
    /// One of these, any number of times.
    Choices(&'static [&'static str]),
    /// A whole number with its default and the most that it may be.
    Count {
        /// Where nothing is said.
        default: usize,
        /// The most.
        most: usize,
    },
    /// From 0 to 1, with its default.
    Share(f64),
    /// `true` or `false`.
    Truth,
}

/// The dataset of an address.
const DATASET: Parameter = Parameter {
    name: "dataset",
    what: "A list, a collection that lists name, or `default` for all lists; see /catalog.",
    shape: Shape::Part,
};

const EXCLUDE_DATASET: Parameter =
    Parameter { name: "exclude_dataset", what: "No entities of these datasets.", shape: Shape::Texts };
const EXCLUDE_SCHEMA: Parameter =
    Parameter { name: "exclude_schema", what: "No entities of these schemata.", shape: Shape::Texts };
const TOPICS: Parameter =
    Parameter { name: "topics", what: "Only entities with one of these topics.", shape: Shape::Texts };
const CHANGED_SINCE: Parameter = Parameter {
    name: "changed_since",
    what: "Only entities of which a list has said something new since that day.",
    shape: Shape::Text,
};

/// All routes. One module a table; the order is that of /openapi.json.
fn routes() -> impl Iterator<Item = &'static Route> {
    let all: [&'static [Route]; 9] = [
        matching::ROUTES,
        search::ROUTES,
        entities::ROUTES,
        catalog::ROUTES,
        algorithms::ROUTES,
        reconcile::ROUTES,
        reconcile::SUGGEST,
        health::ROUTES,
        openapi::ROUTES,
    ];
    all.into_iter().flatten()
}

impl Route {
    /// Whether a path is of it.
    fn has(&self, path: &[String]) -> bool {
        let mut parts = path.iter();
        let fits = |part: &str| parts.next().is_some_and(|given| is_variable(part) || given == part);
        self.parts().all(fits) && parts.next().is_none()
    }

    fn parts(&self) -> impl Iterator<Item = &'static str> {
        self.path.split('/').filter(|part| !part.is_empty())
    }
}

fn is_variable(part: &str) -> bool {
    part.starts_with('{')
}

impl<'a> Call<'a> {
    /// The part of the path that stands where the route has a name in braces.
    pub fn part(&self, name: &str) -> &'a str {
        let place = self.route.parts().position(|part| part.trim_matches(['{', '}']) == name);
        debug_assert!(place.is_some(), "{} has no {{{name}}}", self.route.path);
        place.and_then(|place| self.request.path.get(place)).map_or("", String::as_str)
    }

    /// A text of the address.
    pub fn text(&self, name: &str) -> Option<&'a str> {
        self.declared(name);
        self.request.query.text(name).filter(|text| !text.is_empty())
    }

    /// Texts of the address.
    pub fn texts(&self, name: &str) -> Vec<String> {
        self.declared(name);
        self.request.query.all(name).filter(|text| !text.is_empty()).map(str::to_owned).collect()
    }

    /// A whole number of the address, within what the route says of it.
    ///
    /// # Errors
    /// When it is none, or too great.
    pub fn count(&self, name: &str) -> Result<usize, Refusal> {
        let (default, most) = match self.declared(name) {
            Some(Shape::Count { default, most }) => (default, most),
            _ => (0, usize::MAX),
        };
        self.request.query.number(name, default, 0..=most)
    }

    /// A number from 0 to 1 of the address.
    ///
    /// # Errors
    /// When it is none.
    pub fn share(&self, name: &str) -> Result<f64, Refusal> {
        let default = match self.declared(name) {
            Some(Shape::Share(default)) => default,
            _ => 0.0,
        };
        self.request.query.share(name, default)
    }

    /// `true` or `false` of the address.
    ///
    /// # Errors
    /// When it is another word.
    pub fn truth(&self, name: &str) -> Result<Option<bool>, Refusal> {
        self.declared(name);
        self.request.query.truth(name)
    }

    /// Why a value of the address cannot be taken.
    pub fn invalid(&self, name: &str, why: impl Into<String>) -> Refusal {
        self.request.query.invalid(name, why)
    }

    /// What is read is told of in /openapi.json.
    fn declared(&self, name: &str) -> Option<Shape> {
        let known = self.route.parameters.iter().find(|parameter| parameter.name == name);
        debug_assert!(known.is_some(), "{} does not say that it takes {name}", self.route.path);
        known.map(|parameter| parameter.shape)
    }
}

impl Answer for Served {
    fn needs_token(&self, method: &Method, path: &[String], query: &Fields) -> bool {
        let route = routes().find(|route| route.method == *method && route.has(path));
        match route.map(|route| route.access) {
            Some(Access::Everybody) => false,
            Some(Access::EverybodyWithout(parameters)) => {
                parameters.iter().any(|parameter| query.text(parameter).is_some())
            }
            Some(Access::Admitted) | None => true,
        }
    }

    fn answer(&self, request: &Request) -> Result<Reply, Refusal> {
        let of_path = || routes().filter(|route| route.has(&request.path));
        match of_path().find(|route| route.method == request.method) {
            Some(route) => (route.answer)(&Call { served: self, request, route }),
            None if of_path().next().is_some() => {
                Err(Refusal::new(StatusCode::METHOD_NOT_ALLOWED, "Method Not Allowed"))
            }
            None => Err(Refusal::not_found("Not Found; /openapi.json has what there is.")),
        }
    }
}
