//! What the service can do.

use serde_json::json;

use super::{Call, MOST_QUERIES};
use crate::serve::http::{Refusal, Reply};
use crate::serve::lists::Scope;
use crate::serve::model;
use crate::serve::shapes::reconcile::{Extend, Manifest, Preview, Service, Suggest, Template, Type};

/// Pixels of the frame that previews are made for.
const FRAME: (u32, u32) = (430, 300);

/// Whose the types and properties are.
const FOLLOW_THE_MONEY: &str = "https://followthemoney.tech/explorer/schemata/";

pub fn manifest(call: &Call<'_>) -> Result<Reply, Refusal> {
    let dataset = call.part("dataset");
    let scope = call.served.lists.scope(dataset)?;
    let here = format!("{}/reconcile/{}", call.request.base, encoded(dataset));
    // What came with the address goes on with the addresses in it, as yente does: OpenRefine brings the token so.
    let query = call.request.raw_query.as_str();
    let (first, next) = if query.is_empty() {
        (String::new(), String::new())
    } else {
        (format!("?{query}"), format!("&{query}"))
    };
    let service = |path: &str| Service { service_url: here.clone(), service_path: format!("{path}{first}") };
    Ok(Reply::json(&Manifest {
        versions: ["0.2"],
        name: match scope {
            Scope::Everything => "Tickmark: all lists".to_owned(),
            Scope::List(name) | Scope::Collection(name) => format!("Tickmark: {name}"),
        },
        identifier_space: format!("{}/entities/", call.request.base),
        schema_space: FOLLOW_THE_MONEY,
        default_types: types().collect(),
        service_version: env!("CARGO_PKG_VERSION"),
        view: Template { url: format!("{}/entities/{{{{id}}}}{first}", call.request.base) },
        preview: Preview {
            url: format!("{here}/preview?id={{{{id}}}}{next}"),
            width: FRAME.0,
            height: FRAME.1,
        },
        suggest: Suggest {
            entity: service("/suggest/entity"),
            property: service("/suggest/property"),
            kind: service("/suggest/type"),
        },
        extend: Extend {
            propose_properties: service("/extend"),
            property_settings: vec![json!({
                "name": "limit", "label": "Limit", "type": "number", "default": 0,
                "help_text": "The most values of a row; 0 for all.",
            })],
        },
        batch_size: MOST_QUERIES,
        authentication: call
            .served
            .has_token
            .then(|| json!({ "type": "apiKey", "name": "api_key", "in": "query" })),
    }))
}

/// The types that parties can have.
pub fn types() -> impl Iterator<Item = Type> {
    model::schemata().iter().map(|schema| Type { id: schema.name.to_owned(), name: schema.plural })
}

/// As a part of a path.
fn encoded(text: &str) -> String {
    percent_encoding::utf8_percent_encode(text, percent_encoding::NON_ALPHANUMERIC).to_string()
}
