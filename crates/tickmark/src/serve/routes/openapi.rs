//! `/openapi.json`: made of the table of routes; what goes in and out is described in `openapi_schemas.json`.

use hyper::Method;
use serde_json::{Map, Value, json};

use super::{Access, Body, Call, Parameter, Route, Shape, routes};
use crate::serve::http::{Refusal, Reply};

/// Components of the description, by name.
const SCHEMAS: &str = include_str!("openapi_schemas.json");

pub const ROUTES: &[Route] = &[Route {
    method: Method::GET,
    path: "/openapi.json",
    summary: "This description",
    tag: "System information",
    parameters: &[],
    body: Body::None,
    answers: "",
    access: Access::Everybody,
    answer: openapi,
}];

fn openapi(call: &Call<'_>) -> Result<Reply, Refusal> {
    Ok(Reply::json(&description(&call.request.base)))
}

/// The description of a server at an address.
pub fn description(base: &str) -> Value {
    let schemas: Value = serde_json::from_str(SCHEMAS).unwrap_or_default();
    let mut paths = Map::new();
    for route in routes() {
        let path = paths.entry(route.path).or_insert_with(|| json!({}));
        path[route.method.as_str().to_lowercase()] = operation(route);
    }
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Tickmark",
            "version": env!("CARGO_PKG_VERSION"),
            "description": "Sanctions lists on this machine, asked as yente and the Reconciliation Service API 0.2 are asked.",
            "license": { "name": "Apache-2.0", "identifier": "Apache-2.0" },
        },
        "servers": [{ "url": base }],
        "paths": paths,
        "components": {
            "schemas": schemas,
            "securitySchemes": {
                "header": { "type": "apiKey", "in": "header", "name": "Authorization", "description": "`ApiKey TOKEN` or `Bearer TOKEN`" },
                "address": { "type": "apiKey", "in": "query", "name": "api_key" },
            },
        },
    })
}

fn operation(route: &Route) -> Value {
    let mut operation = json!({
        "summary": route.summary,
        "tags": [route.tag],
        "operationId": operation_id(route),
        "parameters": route.parameters.iter().map(parameter).collect::<Vec<_>>(),
        "responses": responses(route),
    });
    if let Some(body) = body(route.body) {
        operation["requestBody"] = body;
    }
    if route.access != Access::Everybody {
        operation["security"] = match route.access {
            Access::EverybodyWithout(_) => json!([{}, { "header": [] }, { "address": [] }]),
            Access::Admitted | Access::Everybody => json!([{ "header": [] }, { "address": [] }]),
        };
    }
    operation
}

/// `get_entities_id_adjacent`.
fn operation_id(route: &Route) -> String {
    let words =
        route.path.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let words: Vec<&str> = words.collect();
    format!("{}_{}", route.method.as_str().to_lowercase(), words.join("_"))
}

fn parameter(parameter: &Parameter) -> Value {
    let texts = |items: Value| json!({ "type": "array", "items": items });
    let schema = match parameter.shape {
        Shape::Part | Shape::Text => json!({ "type": "string" }),
        Shape::Texts => texts(json!({ "type": "string" })),
        Shape::Choices(choices) => texts(json!({ "type": "string", "enum": choices })),
        Shape::Count { default, most } => {
            json!({ "type": "integer", "minimum": 0, "maximum": most, "default": default })
        }
        Shape::Share(default) => json!({ "type": "number", "minimum": 0, "maximum": 1, "default": default }),
        Shape::Truth => json!({ "type": "boolean" }),
    };
    let is_part = parameter.shape == Shape::Part;
    let place = if is_part { "path" } else { "query" };
    json!({ "name": parameter.name, "in": place, "required": is_part, "description": parameter.what, "schema": schema })
}

fn body(body: Body) -> Option<Value> {
    match body {
        Body::None => None,
        Body::Json(schema) => Some(
            json!({ "required": true, "content": { "application/json": { "schema": reference(schema) } } }),
        ),
        Body::Form(fields) => {
            let properties: Map<String, Value> = fields
                .iter()
                .map(|(name, schema)| {
                    let field = json!({
                        "type": "string", "contentMediaType": "application/json", "contentSchema": reference(schema),
                    });
                    ((*name).to_owned(), field)
                })
                .collect();
            let schema = json!({ "type": "object", "properties": properties });
            Some(
                json!({ "required": true, "content": { "application/x-www-form-urlencoded": { "schema": schema } } }),
            )
        }
    }
}

fn responses(route: &Route) -> Value {
    let content = match (route.answers, route.path.ends_with("/preview")) {
        ("", true) => json!({ "text/html": { "schema": { "type": "string" } } }),
        ("", false) => json!({ "application/json": { "schema": { "type": "object" } } }),
        (schema, _) => json!({ "application/json": { "schema": reference(schema) } }),
    };
    let refusal = |what: &str, schema: &str| json!({ "description": what, "content": { "application/json": { "schema": reference(schema) } } });
    let mut responses = json!({ "200": { "description": "The answer", "content": content } });
    if route.access == Access::Everybody {
        return responses;
    }
    responses["400"] = refusal("The request makes no sense", "ErrorResponse");
    responses["401"] = refusal("The token is missing or another", "ErrorResponse");
    responses["404"] = refusal("No such dataset or entity", "ErrorResponse");
    responses["422"] = refusal("A value cannot be taken", "HTTPValidationError");
    if route.body != Body::None {
        responses["413"] = refusal("The body or the batch is too large", "ErrorResponse");
    }
    responses
}

fn reference(schema: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{schema}") })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// Every `$ref` of a description.
    fn references<'a>(value: &'a Value, found: &mut BTreeSet<&'a str>) {
        match value {
            Value::Object(object) => {
                found.extend(object.get("$ref").and_then(Value::as_str));
                object.values().for_each(|value| references(value, found));
            }
            Value::Array(values) => values.iter().for_each(|value| references(value, found)),
            _ => {}
        }
    }

    #[test]
    fn every_route_and_what_it_takes_is_described() {
        let description = description("http://127.0.0.1:8000");
        for route in routes() {
            let operation = &description["paths"][route.path][route.method.as_str().to_lowercase()];
            assert!(operation["summary"].as_str().is_some_and(|text| !text.is_empty()), "{}", route.path);
            let parts = route.parts().filter(|part| super::super::is_variable(part));
            for part in parts {
                let name = part.trim_matches(['{', '}']);
                assert!(
                    route.parameters.iter().any(|parameter| parameter.name == name),
                    "{} {name}",
                    route.path
                );
            }
        }
    }

    #[test]
    fn what_is_referred_to_is_there_and_nothing_else() {
        let description = description("http://127.0.0.1:8000");
        let mut found = BTreeSet::new();
        references(&description, &mut found);
        let schemas = description["components"]["schemas"].as_object().expect("an object");
        let there: BTreeSet<String> =
            schemas.keys().map(|name| format!("#/components/schemas/{name}")).collect();
        let there: BTreeSet<&str> = there.iter().map(String::as_str).collect();
        assert_eq!(found, there);
    }
}
