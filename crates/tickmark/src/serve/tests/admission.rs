//! Who is let in.

use super::desk::{Desk, TOKEN, desk};
use super::shape;
use crate::serve::Limits;

#[test]
fn the_token_is_needed_and_comes_in_three_ways() {
    let (key, bearer) = (format!("ApiKey {TOKEN}"), format!("Bearer {TOKEN}"));
    for (path, header, status) in [
        ("/catalog", None, 401),
        ("/catalog", Some("ApiKey wrong-wrong-wrong-wrong"), 401),
        ("/catalog", Some(TOKEN), 401),
        ("/catalog", Some(&*key), 200),
        ("/catalog", Some(&*bearer), 200),
        ("/catalog?api_key=a-token-for-tests-0123", None, 200),
        ("/catalog?api_key=", None, 401),
        ("/banana", None, 401),
        ("/healthz", None, 200),
        ("/readyz", None, 200),
        ("/openapi.json", None, 200),
    ] {
        let headers: Vec<(&str, &str)> = header.map(|header| ("authorization", header)).into_iter().collect();
        let answered = desk().ask(path, &headers, None);
        assert_eq!(answered.status, status, "{path} {header:?}");
        if status == 401 {
            shape::check(&answered.json(), "ErrorResponse");
            assert_eq!(answered.header("www-authenticate"), "ApiKey");
        }
    }
}

#[test]
fn a_name_that_is_not_ours_is_not_answered() {
    for (host, status) in [
        ("desk.example", "200"),
        ("localhost:1", "200"),
        ("[::1]", "200"),
        ("evil.example", "421"),
        ("127.0.0.1.evil.example", "421"),
    ] {
        let answer = desk()
            .raw(format!("GET /healthz HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").as_bytes());
        assert!(answer.starts_with(&format!("HTTP/1.1 {status}")), "{host}: {answer}");
    }
    let answer = desk().raw(b"GET /healthz HTTP/1.1\r\nConnection: close\r\n\r\n");
    assert!(answer.starts_with("HTTP/1.1 400"), "{answer}");
}

#[test]
fn pages_of_other_places_see_nothing_without_a_token() {
    let open = Desk::open(None, Limits::default());
    assert_eq!(open.ask("/catalog", &[], None).status, 200);
    let near = open.ask("/catalog", &[("origin", "http://127.0.0.1:3333")], None);
    assert_eq!((near.status, near.header("access-control-allow-origin")), (200, "http://127.0.0.1:3333"));
    let far = open.ask("/catalog", &[("origin", "https://evil.example")], None);
    assert_eq!((far.status, far.header("access-control-allow-origin")), (403, ""));
}

#[test]
fn with_a_token_any_page_that_has_it_may_ask() {
    let answered = desk().ask("/reconcile/default", &[("origin", "https://a.example")], None);
    assert_eq!((answered.status, answered.header("access-control-allow-origin")), (200, "*"));
    let preflight = desk().raw(
        b"OPTIONS /match/default HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: https://a.example\r\n\
          Access-Control-Request-Method: POST\r\nConnection: close\r\n\r\n",
    );
    assert!(preflight.starts_with("HTTP/1.1 204"), "{preflight}");
    assert!(preflight.to_lowercase().contains("access-control-allow-headers: authorization"), "{preflight}");
}

#[test]
fn answers_are_not_kept_and_are_what_they_say() {
    let answered = desk().get("/catalog");
    assert_eq!(answered.header("cache-control"), "no-store");
    assert_eq!(answered.header("x-content-type-options"), "nosniff");
    assert_eq!(answered.header("content-type"), "application/json");
}

#[test]
fn another_method_is_refused() {
    for (request, status) in [
        ("DELETE /catalog?api_key=a-token-for-tests-0123", "405"),
        ("GET /match/default?api_key=a-token-for-tests-0123", "405"),
        ("HEAD /healthz", "200"),
        ("BREW /healthz", "401"),
    ] {
        let answer = desk()
            .raw(format!("{request} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n").as_bytes());
        assert!(answer.starts_with(&format!("HTTP/1.1 {status}")), "{request}: {answer}");
    }
}
