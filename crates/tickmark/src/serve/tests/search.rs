//! `/search`.

use serde_json::Value;

use super::desk::desk;
use super::shape;

#[track_caller]
fn search(path: &str) -> Value {
    let answered = desk().get(path);
    assert_eq!(answered.status, 200, "{path}: {}", answered.text);
    let answer = answered.json();
    shape::check(&answer, "SearchResponse");
    answer
}

fn ids(answer: &Value) -> Vec<&str> {
    answer["results"].as_array().unwrap().iter().map(|result| result["id"].as_str().unwrap()).collect()
}

#[test]
fn texts_find_by_words_beginnings_numbers_and_ids() {
    for (text, first) in [
        ("jann%20oste", "p1"),
        ("Oste,+Jann", "p1"),
        ("jan", "p1"),
        ("mira%20os", "p2"),
        ("shipping", "c1"),
        ("%D0%AF%D0%BD%20%D0%9E%D1%81%D1%82%D0%B5", "p1"),
        ("miller", "p1"),
        ("9187629", "v1"),
        ("x%2F1", "x/1"),
        ("guild", "x2"),
    ] {
        let answer = search(&format!("/search/default?q={text}"));
        assert_eq!(ids(&answer).first(), Some(&first), "{text}: {answer:#}");
    }
    assert_eq!(ids(&search("/search/default?q=zzzzqq")), Vec::<&str>::new());
}

#[test]
fn without_a_text_everything_is_found_page_by_page() {
    let all = search("/search/default");
    assert_eq!(ids(&all), ["c1", "p1", "p2", "v1", "x/1", "x2"]);
    assert_eq!(all["total"]["value"], 6);
    assert_eq!(ids(&search("/search/default?limit=2&offset=1")), ["p1", "p2"]);
    let beyond = search("/search/default?offset=100");
    assert_eq!((ids(&beyond).len(), &beyond["offset"]), (0, &100.into()));
    assert_eq!(ids(&search("/search/default?limit=0")), Vec::<&str>::new());
    assert_eq!(ids(&search("/search/ledger")), ["x/1", "x2"]);
}

#[test]
fn filters_hold_together() {
    for (filters, expected) in [
        ("schema=Person", vec!["p1", "p2", "x/1"]),
        ("schema=LegalEntity&exclude_schema=Person", vec!["c1", "x2"]),
        ("countries=no", vec!["p1", "p2"]),
        ("countries=NO&topics=sanction", vec!["p1"]),
        ("countries=Norway&topics=sanction", vec!["p1"]),
        ("countries=no&countries=pa", vec!["p1", "p2", "v1", "x2"]),
        ("countries=no&countries=pa&filter_op=AND", vec![]),
        ("topics=sanction", vec!["p1", "v1"]),
        ("datasets=kessa_port&schema=Vessel", vec!["v1"]),
        ("exclude_dataset=harbour", vec!["x/1", "x2"]),
        ("changed_since=2024-03-01", vec!["p1", "p2", "v1"]),
    ] {
        let answer = search(&format!("/search/default?{filters}"));
        assert_eq!(ids(&answer), expected, "{filters}");
    }
}

#[test]
fn facets_count_all_that_is_found() {
    let facets =
        |answer: &Value| -> Vec<String> { answer["facets"].as_object().unwrap().keys().cloned().collect() };
    let usual = search("/search/default?limit=1");
    assert_eq!(facets(&usual), ["countries", "datasets", "topics"]);
    assert_eq!(usual["facets"]["topics"]["values"][0]["name"], "sanction");
    assert_eq!(usual["facets"]["topics"]["values"][0]["count"], 2);
    assert_eq!(usual["facets"]["datasets"]["values"][0]["name"], "harbour");
    let chosen = search("/search/default?facets=schema&facets=topics&schema=Person");
    assert_eq!(facets(&chosen), ["schema", "topics"]);
    assert_eq!(chosen["facets"]["schema"]["values"][0]["count"], 3);
}

#[test]
fn what_makes_no_sense_is_refused() {
    for (path, status) in [
        ("/search/default?schema=Banana", 400),
        ("/search/banana?q=a", 404),
        ("/search/default?limit=10000", 422),
        ("/search/default?offset=9999", 422),
        ("/search/default?facets=banana", 422),
        ("/search/default?filter_op=XOR", 422),
        ("/search/default?changed_since=yesterday", 422),
    ] {
        let answered = desk().get(path);
        assert_eq!(answered.status, status, "{path}: {}", answered.text);
        shape::check(&answered.json(), if status == 422 { "HTTPValidationError" } else { "ErrorResponse" });
    }
    assert_eq!(desk().get("/search/default?q=invalid/query").status, 200);
    let answer = search("/search/default?sort=first_seen:desc&target=true&filter=programId:X");
    assert_eq!(answer["notices"].as_array().map(Vec::len), Some(3));
}
