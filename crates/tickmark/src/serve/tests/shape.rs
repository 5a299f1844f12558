//! Whether an answer is of the shape that /openapi.json says.

use serde_json::Value;

use super::desk::desk;

/// Checks an answer against a component of /openapi.json. An object may have no field that is not described.
#[track_caller]
pub fn check(answer: &Value, schema: &str) {
    let description = desk().get("/openapi.json").json();
    let schemas = &description["components"]["schemas"];
    if let Err(wrong) = fits(answer, &schemas[schema], schemas, "$") {
        panic!("no {schema}: {wrong}\n{answer:#}");
    }
}

fn fits(value: &Value, schema: &Value, all: &Value, at: &str) -> Result<(), String> {
    if let Some(name) = schema["$ref"].as_str().and_then(|path| path.rsplit('/').next()) {
        return fits(value, &all[name], all, at);
    }
    if let Some(any) = schema["anyOf"].as_array() {
        let wrong: Vec<String> = any.iter().filter_map(|one| fits(value, one, all, at).err()).collect();
        return if wrong.len() < any.len() { Ok(()) } else { Err(wrong.join("; nor: ")) };
    }
    let is_one = schema["enum"].as_array().is_none_or(|any| any.contains(value));
    let is_it = schema.get("const").is_none_or(|one| one == value);
    let of_type = match &schema["type"] {
        Value::String(one) => is_of(value, one),
        Value::Array(any) => any.iter().filter_map(Value::as_str).any(|one| is_of(value, one)),
        _ => true,
    };
    if !(is_one && is_it && of_type) {
        return Err(format!("{at} is {value}, not {schema}"));
    }
    match value {
        Value::Object(fields) => {
            for name in schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str) {
                if !fields.contains_key(name) {
                    return Err(format!("{at} has no {name}"));
                }
            }
            let is_described = schema.get("properties").is_some();
            for (name, field) in fields {
                let known = schema["properties"].get(name).or_else(|| schema.get("additionalProperties"));
                match known {
                    Some(known) => fits(field, known, all, &format!("{at}.{name}"))?,
                    None if is_described => return Err(format!("{at}.{name} is not described")),
                    None => {}
                }
            }
            Ok(())
        }
        Value::Array(items) => match schema.get("items") {
            Some(schema) => items
                .iter()
                .zip(0..)
                .try_for_each(|(item, place)| fits(item, schema, all, &format!("{at}[{place}]"))),
            None => Ok(()),
        },
        _ => Ok(()),
    }
}

fn is_of(value: &Value, name: &str) -> bool {
    match name {
        "string" => value.is_string(),
        "number" => value.is_number(),
        "integer" => value.is_u64() || value.is_i64(),
        "boolean" => value.is_boolean(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        _ => false,
    }
}
