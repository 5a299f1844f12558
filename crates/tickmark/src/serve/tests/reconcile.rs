//! The Reconciliation API, as OpenRefine speaks it.

use serde_json::{Value, json};

use super::desk::{TOKEN, desk};
use super::shape;

const FORM: &str = "application/x-www-form-urlencoded";

fn form(field: &str, value: &Value) -> String {
    form_urlencoded::Serializer::new(String::new()).append_pair(field, &value.to_string()).finish()
}

#[track_caller]
fn ask(queries: &Value) -> Value {
    let answered = desk().post("/reconcile/default", FORM, &form("queries", queries));
    assert_eq!(answered.status, 200, "{}", answered.text);
    let answer = answered.json();
    shape::check(&answer, "ReconciliationResponse");
    answer
}

#[test]
fn the_manifest_leads_to_all_there_is() {
    let answered = desk().ask(&format!("/reconcile/default?api_key={TOKEN}"), &[], None);
    let manifest = answered.json();
    shape::check(&manifest, "ReconciliationResponse");
    assert_eq!(manifest["versions"], json!(["0.2"]));
    assert_eq!(manifest["authentication"]["name"], "api_key");
    let followed = |service: &Value, more: &str| {
        let whole = format!(
            "{}{}",
            service["service_url"].as_str().unwrap(),
            service["service_path"].as_str().unwrap()
        );
        let path = whole.strip_prefix(&desk().url("")).expect("ours").to_owned();
        desk().ask(&format!("{path}{more}"), &[], None)
    };
    for (kind, prefix, id) in
        [("entity", "jan", "p1"), ("property", "birth", "Person:birthDate"), ("type", "vess", "Vessel")]
    {
        let answered = followed(&manifest["suggest"][kind], &format!("&prefix={prefix}"));
        assert_eq!(answered.status, 200, "{kind}: {}", answered.text);
        shape::check(&answered.json(), "ReconciliationSuggestions");
        let ids: Vec<Value> =
            answered.json()["result"].as_array().unwrap().iter().map(|one| one["id"].clone()).collect();
        assert!(ids.contains(&json!(id)), "{kind}: {ids:?}");
    }
    let proposed = followed(&manifest["extend"]["propose_properties"], "&type=Person&limit=3");
    shape::check(&proposed.json(), "ReconciliationProposal");
    assert_eq!(proposed.json()["properties"].as_array().map(Vec::len), Some(3));
    for template in [&manifest["preview"]["url"], &manifest["view"]["url"]] {
        let url = template.as_str().unwrap().replace("{{id}}", "p1");
        let path = url.strip_prefix(&desk().url("")).expect("ours").to_owned();
        assert_eq!(desk().ask(&path, &[], None).status, 200, "{path}");
    }
}

#[test]
fn the_manifest_needs_no_token_and_gives_none() {
    let answered = desk().ask("/reconcile/default", &[], None);
    assert_eq!(answered.status, 200);
    assert!(!answered.text.contains(TOKEN));
    assert_eq!(desk().ask("/reconcile/banana", &[], None).status, 404);
    assert_eq!(desk().ask("/reconcile/default?queries={}", &[], None).status, 401);
}

#[test]
fn batches_are_answered_by_get_and_post() {
    let queries = json!({
        "q0": { "query": "Jann Oste", "type": "Person", "limit": 3, "properties": [{ "pid": "Person:birthDate", "v": "1961-04-12" }], "type_strict": "should" },
        "q1": { "query": "Halden Shipping", "type": ["Company", "Organization"] },
        "q2": { "query": "c1" },
        "q3": { "properties": [{ "pid": "imoNumber", "v": [{ "id": "x", "name": "9187629" }, 7, true] }], "type": "Vessel" },
    });
    let answer = ask(&queries);
    let first = |name: &str| answer[name]["result"][0].clone();
    assert_eq!((&first("q0")["id"], &first("q0")["match"]), (&json!("p1"), &json!(true)));
    assert_eq!(first("q0")["type"], json!([{ "id": "Person", "name": "People" }]));
    assert_eq!(first("q0")["description"], "Person, born 1961-04-12, no, on harbour");
    assert_eq!(first("q1")["id"], "c1");
    assert_eq!(first("q2")["id"], "c1");
    assert_eq!(first("q3")["id"], "v1");
    let encoded: String = form("queries", &queries);
    assert_eq!(desk().get(&format!("/reconcile/default?{encoded}")).json(), answer);
}

#[test]
fn an_empty_query_is_answered_with_nobody_and_refuses_no_other() {
    let answer = ask(
        &json!({ "q0": {}, "q1": { "query": " " }, "q2": { "query": "Jann Oste" }, "q3": { "query": null } }),
    );
    for (name, found) in [("q0", 0), ("q1", 0), ("q2", 1), ("q3", 0)] {
        let result = answer[name]["result"].as_array().map(|result| result.len().min(1));
        assert_eq!(result, Some(found), "{name}: {answer}");
    }
}

#[test]
fn what_begins_with_the_prefix_is_suggested_first() {
    for (prefix, first) in [("mira", "p2"), ("Mira O", "p2"), ("ян", "p1"), ("star", "v1"), ("GUI", "x2")] {
        let answer = desk()
            .get(&format!(
                "/reconcile/default/suggest/entity?prefix={}",
                percent_encoding::utf8_percent_encode(prefix, percent_encoding::NON_ALPHANUMERIC)
            ))
            .json();
        assert_eq!(answer["result"][0]["id"], first, "{prefix}: {answer}");
    }
}

#[test]
fn a_name_alone_is_never_taken_without_a_look() {
    let answer = ask(&json!({ "q": { "query": "Jann Oste" } }));
    let first = &answer["q"]["result"][0];
    assert_eq!((&first["id"], &first["match"]), (&json!("p1"), &json!(false)));
    let features = first["features"].to_string();
    assert!(features.contains(r#"{"id":"same_name","value":true}"#), "{features}");
    assert!(features.contains(r#"{"id":"same_party","value":false}"#), "{features}");
}

#[test]
fn properties_of_entities_are_fetched() {
    let asked = json!({ "ids": ["p1", "c1", "nobody"], "properties": [
        { "id": "birthDate" }, { "id": "name", "settings": { "limit": "1" } }, { "id": "banana" }, { "id": "Organization:country" },
    ] });
    let answered = desk().post("/reconcile/default", FORM, &form("extend", &asked));
    let answer = answered.json();
    shape::check(&answer, "ReconciliationResponse");
    assert_eq!(answer["rows"]["p1"]["birthDate"], json!([{ "str": "1961-04-12" }]));
    assert_eq!(answer["rows"]["c1"]["birthDate"], json!([]));
    assert_eq!(answer["rows"]["nobody"], json!({}));
    let meta: Vec<&Value> = answer["meta"].as_array().unwrap().iter().map(|meta| &meta["id"]).collect();
    assert_eq!(meta, ["birthDate", "name", "Organization:country"]);
}

#[test]
fn a_preview_is_a_page_in_which_a_list_says_nothing_to_a_browser() {
    let answered = desk().get("/reconcile/default/preview?id=x%2F1");
    assert_eq!(answered.header("content-type"), "text/html; charset=utf-8");
    assert!(answered.header("content-security-policy").contains("default-src 'none'"));
    assert!(!answered.text.contains("<script") && !answered.text.contains("<img"), "{}", answered.text);
    assert!(answered.text.contains("&lt;script&gt;"), "{}", answered.text);
    assert!(desk().get("/reconcile/default/preview?id=p1").text.contains("1961-04-12"));
    assert_eq!(desk().get("/reconcile/default/preview?id=nobody").status, 404);
    assert_eq!(desk().get("/reconcile/ledger/preview?id=p1").status, 404);
    assert_eq!(desk().get("/reconcile/default/preview").status, 422);
}

#[test]
fn nothing_is_suggested_for_nothing() {
    for kind in ["entity", "property", "type"] {
        for prefix in ["", "?prefix=", "?prefix=banana%20man"] {
            let answered = desk().get(&format!("/reconcile/default/suggest/{kind}{prefix}"));
            assert_eq!(answered.status, 200, "{kind}{prefix}");
            assert_eq!(answered.json()["result"], json!([]), "{kind}{prefix}");
        }
    }
    let skipped = desk().get("/reconcile/default/suggest/entity?prefix=oste&cursor=1").json();
    assert_eq!(skipped["result"].as_array().map(Vec::len), Some(1), "{skipped}");
}

#[test]
fn what_makes_no_sense_is_refused() {
    let many: serde_json::Map<String, Value> =
        (0..101).map(|number| (number.to_string(), json!({ "query": "A" }))).collect();
    for (body, status) in [
        (form("queries", &json!({ "q": { "query": 37473874 } })), 400),
        (form("queries", &json!([])), 400),
        (form("queries", &json!({ "q": { "query": "A", "type": "Banana" } })), 400),
        (form("queries", &json!(many)), 413),
        (form("extend", &json!({ "ids": [] })), 400),
        ("queries={".to_owned(), 400),
        ("banana=1".to_owned(), 400),
        (String::new(), 400),
    ] {
        let answered = desk().post("/reconcile/default", FORM, &body);
        assert_eq!(answered.status, status, "{body}: {}", answered.text);
        shape::check(&answered.json(), "ErrorResponse");
    }
}
