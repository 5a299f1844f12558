//! `/match`, as yente's documentation asks it.

use serde_json::{Value, json};

use super::desk::desk;
use super::shape;

fn person(name: &str, more: Value) -> Value {
    let mut properties = json!({ "name": [name] });
    properties.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    json!({ "queries": { "q": { "schema": "Person", "properties": properties } } })
}

#[track_caller]
fn ask(path: &str, query: &Value) -> Value {
    let answered = desk().post_json(path, query);
    assert_eq!(answered.status, 200, "{}", answered.text);
    let answer = answered.json();
    shape::check(&answer, "EntityMatchResponse");
    answer
}

#[track_caller]
fn ids(answer: &Value, query: &str) -> Vec<String> {
    let results = answer["responses"][query]["results"].as_array().expect("results");
    results.iter().map(|result| result["id"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_batch_is_answered_by_its_names() {
    let answered = desk().post_json(
        "/match/default",
        &json!({ "queries": {
            "entity1": { "id": "mine", "schema": "Person", "properties": { "name": "Jann Oste", "birthDate": ["1961-04-12"], "nationality": ["no"] } },
            "entity2": { "schema": "Company", "properties": { "name": ["Halden Shipping Limited"], "jurisdiction": ["cy"], "banana": ["x"] } },
            "nothing": null,
        } }),
    );
    assert_eq!(answered.status, 200, "{}", answered.text);
    assert_eq!(answered.header("x-batch-size"), "2");
    let answer = answered.json();
    shape::check(&answer, "EntityMatchResponse");
    assert_eq!(ids(&answer, "entity1")[0], "p1");
    assert_eq!(ids(&answer, "entity2")[0], "c1");
    let query = &answer["responses"]["entity1"]["query"];
    assert_eq!((&query["id"], &query["schema"]), (&json!("mine"), &json!("Person")));
    assert_eq!(query["properties"]["name"], json!(["Jann Oste"]));
    // What the schema does not have is not in the query as it was understood.
    assert!(answer["responses"]["entity2"]["query"]["properties"].get("banana").is_none());
}

#[test]
fn an_answer_says_where_it_stands_and_what_it_rests_on() {
    let answer = ask("/match/harbour", &person("Jann Oste", json!({ "birthDate": ["1961-04-12"] })));
    let result = &answer["responses"]["q"]["results"][0];
    assert_eq!(result["listing"]["list"], "harbour");
    assert_eq!(result["listing"]["date"], "2024-03-10");
    assert_eq!(result["listing"]["standing"], "listed");
    assert_eq!(result["listing"]["line"], 1);
    assert_eq!(result["listing"]["sha256"][0].as_str().unwrap().len(), 64);
    assert_eq!(result["first_seen"], "2024-01-10T00:00:00");
    assert_eq!(result["last_change"], "2024-03-10T00:00:00");
    assert_eq!(result["datasets"], json!(["harbour", "kessa_port"]));
    assert_eq!(result["properties"]["program"], json!(["KESSA-1"]));
    assert_eq!(answer["lists"][0]["date"], "2024-03-10");
    let points: f64 = result["features"].as_object().unwrap().values().filter_map(Value::as_f64).sum();
    let score = result["score"].as_f64().unwrap();
    assert!((points.clamp(0.0, 1.0) - score).abs() < 0.01, "{result:#}");
}

#[test]
fn both_verdicts_are_given_whatever_the_threshold() {
    let alone = ask("/match/default?threshold=0", &person("Jann Oste", json!({})));
    let known =
        ask("/match/default?threshold=1", &person("Jann Oste", json!({ "birthDate": ["1961-04-12"] })));
    let first = |answer: &Value| answer["responses"]["q"]["results"][0].clone();
    assert_eq!((&first(&alone)["says"], &first(&alone)["match"]), (&json!("same_name"), &json!(true)));
    assert_eq!(first(&known)["says"], "same_party");
    assert_eq!(first(&known)["because"], "birth");
}

#[test]
fn parameters_narrow_what_is_found() {
    for (parameters, expected) in [
        ("", vec!["p1", "p2"]),
        ("limit=1", vec!["p1"]),
        ("limit=0", vec![]),
        ("cutoff=1", vec!["p1"]),
        ("exclude_schema=Person", vec![]),
        ("exclude_dataset=harbour", vec![]),
        ("exclude_dataset=kessa_port", vec![]),
        ("include_dataset=kessa_port", vec!["p1", "p2"]),
        ("include_dataset=ledger&include_dataset=harbour", vec!["p1", "p2"]),
        ("topics=sanction", vec!["p1"]),
        ("changed_since=2024-03-01", vec!["p1", "p2"]),
        ("changed_since=2024-03-11T00:00", vec![]),
        ("as_of=2024-01-10", vec!["p1"]),
    ] {
        let answer = ask(&format!("/match/default?cutoff=0.1&{parameters}"), &person("Jann Oste", json!({})));
        let mut found = ids(&answer, "q");
        found.sort_unstable();
        assert_eq!(found, expected, "{parameters}");
    }
    assert_eq!(ids(&ask("/match/ledger", &person("Jann Oste", json!({}))), "q"), Vec::<String>::new());
    assert_eq!(ids(&ask("/match/kessa_port", &person("Jann Oste", json!({}))), "q")[0], "p1");
}

#[test]
fn a_day_that_no_snapshot_covers_is_not_known() {
    for (day, standing) in [
        ("2024-01-10", "listed"),
        ("2024-02-01", "listed"),
        ("2023-12-31", "not_known"),
        ("2024-06-01", "not_known"),
    ] {
        let answer = ask(&format!("/match/harbour?as_of={day}"), &person("Jann Oste", json!({})));
        assert_eq!(answer["responses"]["q"]["results"][0]["listing"]["standing"], standing, "{day}");
    }
}

#[test]
fn what_has_no_effect_is_said() {
    let mut query = person("Jann Oste", json!({}));
    query["weights"] = json!({ "name_literal": 0.8, "birth": 2.0 });
    query["config"] = json!({ "nm_number_mismatch": 0.4 });
    let answer = ask("/match/default?algorithm=logic-v1", &query);
    let notices = answer["notices"].to_string();
    for word in ["logic-v1", "name_literal", "nm_number_mismatch"] {
        assert!(notices.contains(word), "{notices}");
    }
    assert!(!notices.contains("birth"), "{notices}");
    assert!(ask("/match/default", &person("Jann Oste", json!({}))).get("notices").is_none());
}

#[test]
fn weights_change_the_score_and_not_the_verdict() {
    let query = |weight: f64| {
        let mut query = person("Jann Oste", json!({ "birthDate": ["1961-04-12"] }));
        query["weights"] = ["name", "given_name", "family_name", "birth"]
            .map(|name| (name.to_owned(), json!(weight)))
            .into_iter()
            .collect();
        query
    };
    let full = ask("/match/default?cutoff=0", &query(1.0));
    let none = ask("/match/default?cutoff=0", &query(0.0));
    let result = |answer: &Value| {
        let results = answer["responses"]["q"]["results"].as_array().unwrap().clone();
        results.into_iter().find(|result| result["id"] == "p1").expect("p1")
    };
    assert!(result(&full)["score"].as_f64() > result(&none)["score"].as_f64());
    assert_eq!(result(&full)["says"], result(&none)["says"]);
}

#[test]
fn parts_of_a_name_are_a_name() {
    let query = json!({ "queries": { "q": { "schema": "Person", "properties": { "firstName": ["Jann"], "lastName": ["Oste"] } } } });
    assert_eq!(ids(&ask("/match/default", &query), "q")[0], "p1");
}

#[test]
fn an_identifier_alone_finds() {
    let query =
        json!({ "queries": { "q": { "schema": "Vessel", "properties": { "imoNumber": ["9187629"] } } } });
    assert_eq!(ids(&ask("/match/default?cutoff=0", &query), "q"), ["v1"]);
}

#[test]
fn what_makes_no_sense_is_refused_in_yentes_words() {
    let query = |schema: Value| json!({ "queries": { "q": { "schema": schema, "properties": { "name": "Banana" } } } });
    for (path, body, status, word) in [
        (
            "/match/default",
            json!({ "queries": { "fail": { "properties": { "name": "Banana" } } } }).to_string(),
            422,
            "schema",
        ),
        ("/match/default", query(json!("xxx")).to_string(), 400, "xxx"),
        ("/match/default", query(json!("Ownership2")).to_string(), 400, "Ownership2"),
        ("/match/default", "{\"queries\":".to_owned(), 400, "not JSON"),
        ("/match/default", String::new(), 400, "not JSON"),
        ("/match/default", "[]".to_owned(), 422, "msg"),
        ("/match/default", "{}".to_owned(), 422, "queries"),
        ("/match/default", "{\"queries\":{}}".to_owned(), 400, "No queries provided."),
        ("/match/banana", query(json!("Person")).to_string(), 404, "No such dataset"),
        ("/match/default?limit=10000", query(json!("Person")).to_string(), 422, "limit"),
        ("/match/default?limit=-1", query(json!("Person")).to_string(), 422, "limit"),
        ("/match/default?threshold=high", query(json!("Person")).to_string(), 422, "threshold"),
        ("/match/default?cutoff=NaN", query(json!("Person")).to_string(), 422, "cutoff"),
        ("/match/default?as_of=1.2.2024", query(json!("Person")).to_string(), 422, "as_of"),
        ("/match/default?algorithm=banana", query(json!("Person")).to_string(), 400, "Unknown algorithm"),
    ] {
        let answered = desk().post(path, "application/json", &body);
        assert_eq!(answered.status, status, "{path} {body}: {}", answered.text);
        assert!(answered.text.contains(word), "{path} {body}: {}", answered.text);
        shape::check(&answered.json(), if status == 422 { "HTTPValidationError" } else { "ErrorResponse" });
    }
    let many: serde_json::Map<String, Value> = (0..101)
        .map(|number| (number.to_string(), json!({ "schema": "Person", "properties": { "name": "A" } })))
        .collect();
    let answered = desk().post_json("/match/default", &json!({ "queries": many }));
    assert_eq!(answered.status, 400);
    assert!(answered.text.contains("limit: 100"), "{}", answered.text);
}

#[test]
fn strange_names_are_answered() {
    for name in ["", " ", "-- ()", "\u{202e}evil", "阿", &"a".repeat(100_000), "' OR 1=1 --", "\u{0}"] {
        let answer = ask("/match/default", &person(name, json!({})));
        assert!(answer["responses"]["q"]["results"].is_array());
    }
}
