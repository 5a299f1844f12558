//! `/healthz`, `/readyz`, `/catalog`, `/algorithms`, `/openapi.json`.

use super::desk::{Desk, desk};
use super::shape;
use crate::serve::Limits;

#[test]
fn the_catalogue_says_of_which_day_lists_are() {
    let catalog = desk().get("/catalog").json();
    shape::check(&catalog, "DataCatalogModel");
    let names: Vec<_> =
        catalog["datasets"].as_array().unwrap().iter().map(|dataset| &dataset["name"]).collect();
    assert_eq!(names, ["default", "harbour", "ledger"]);
    let harbour = &catalog["datasets"][1];
    assert_eq!(harbour["version"], "2024-03-10");
    assert_eq!(harbour["entity_count"], 4);
    assert_eq!(harbour["children"][0], "kessa_port");
    assert_eq!(harbour["snapshots"].as_array().map(Vec::len), Some(2));
    assert_eq!(harbour["snapshots"][0]["sha256"][0].as_str().map(str::len), Some(64));
}

#[test]
fn the_rest_answers() {
    shape::check(&desk().get("/healthz").json(), "StatusResponse");
    shape::check(&desk().get("/readyz").json(), "StatusResponse");
    let algorithms = desk().get("/algorithms").json();
    shape::check(&algorithms, "AlgorithmResponse");
    assert_eq!(algorithms["best"], "tickmark");
    assert_eq!(desk().get("/openapi.json").json()["openapi"], "3.1.0");
}

#[test]
fn every_described_path_is_there_and_needs_the_token_as_it_says() {
    let description = desk().get("/openapi.json").json();
    for (path, operations) in description["paths"].as_object().unwrap() {
        for (method, operation) in operations.as_object().unwrap() {
            let given =
                path.replace("{dataset}", "default").replace("{id}", "p1").replace("{property}", "sanctions");
            let body = (method == "post").then_some("{}");
            let answered = desk().ask(&given, &[], body);
            let needs = operation.get("security").is_some_and(|any| {
                any.as_array().unwrap().iter().all(|one| one.as_object().is_some_and(|one| !one.is_empty()))
            });
            assert_eq!(answered.status == 401, needs, "{method} {path}: {}", answered.status);
        }
    }
}

#[test]
fn a_stop_lets_the_answer_go_out_and_then_nothing_listens() {
    let mut desk = Desk::open(None, Limits::default());
    assert_eq!(desk.get("/healthz").status, 200);
    let address = desk.address;
    desk.stop();
    assert!(std::net::TcpStream::connect(address).is_err());
}

#[test]
fn many_ask_at_once() {
    let asked: Vec<_> = (0..8)
        .map(|_| {
            std::thread::spawn(|| {
                (0..10).map(|_| desk().get("/search/default?q=oste").status).collect::<Vec<_>>()
            })
        })
        .collect();
    for thread in asked {
        assert!(thread.join().unwrap().iter().all(|status| *status == 200));
    }
}
