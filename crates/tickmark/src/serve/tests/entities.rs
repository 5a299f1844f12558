//! `/entities/{id}`.

use serde_json::{Value, json};

use super::desk::desk;
use super::shape;

#[track_caller]
fn get(path: &str, schema: &str) -> Value {
    let answered = desk().get(path);
    assert_eq!(answered.status, 200, "{path}: {}", answered.text);
    let answer = answered.json();
    shape::check(&answer, schema);
    answer
}

#[test]
fn those_around_an_entity_stand_in_it() {
    let person = get("/entities/p1", "EntityResponse");
    let sanction = &person["properties"]["sanctions"][0];
    assert_eq!((&sanction["id"], &sanction["schema"]), (&json!("s1"), &json!("Sanction")));
    assert_eq!(sanction["properties"]["entity"], json!(["p1"]));
    let ownership = &person["properties"]["ownershipOwner"][0];
    assert_eq!(ownership["properties"]["percentage"], json!(["60"]));
    assert_eq!(ownership["properties"]["asset"][0]["caption"], "Halden Shipping Limited");
    let company = get("/entities/c1", "EntityResponse");
    assert_eq!(company["properties"]["addressEntity"][0]["properties"]["full"], json!(["1 Quay, Limassol"]));
    assert_eq!(company["properties"]["ownershipAsset"][0]["properties"]["owner"][0]["id"], "p1");
}

#[test]
fn without_them_it_stands_alone() {
    let company = get("/entities/c1?nested=false", "EntityResponse");
    assert_eq!(company["properties"]["addressEntity"], json!(["a1"]));
    assert!(company["properties"].get("ownershipAsset").is_none());
    assert_eq!(company["first_seen"], "2024-01-10T00:00:00");
    assert_eq!(company["last_seen"], "2024-03-10T00:00:00");
}

#[test]
fn what_is_no_party_has_an_id_too() {
    let sanction = get("/entities/s1", "EntityResponse");
    assert_eq!(sanction["properties"]["entity"][0]["caption"], "Jann Oste");
    assert_eq!(get("/entities/x%2F1", "EntityResponse")["id"], "x/1");
}

#[test]
fn pages_of_those_around() {
    let adjacent = get("/entities/p1/adjacent", "EntityAdjacentResponse");
    assert_eq!(adjacent["entity"]["id"], "p1");
    assert_eq!(adjacent["adjacent"]["sanctions"]["total"]["value"], 1);
    let page = get("/entities/p1/adjacent/ownershipOwner", "AdjacentResultsResponse");
    assert_eq!(page["results"][0]["id"], "o1");
    let beyond = get("/entities/p1/adjacent/ownershipOwner?offset=1", "AdjacentResultsResponse");
    assert_eq!((beyond["results"].as_array().map(Vec::len), &beyond["total"]["value"]), (Some(0), &json!(1)));
    assert_eq!(get("/entities/p2/adjacent/sanctions", "AdjacentResultsResponse")["total"]["value"], 0);
}

#[test]
fn what_is_not_there_is_not_found() {
    for path in
        ["/entities/banana", "/entities/p1/adjacent/banana", "/entities", "/entities/p1/x/y/z", "/statements"]
    {
        let answered = desk().get(path);
        assert_eq!(answered.status, 404, "{path}");
        shape::check(&answered.json(), "ErrorResponse");
    }
    assert_eq!(desk().get("/entities/p1?nested=maybe").status, 422);
}
