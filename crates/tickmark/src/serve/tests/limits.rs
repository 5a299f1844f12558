//! What is too much.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use super::desk::{Desk, TOKEN};
use super::shape;
use crate::serve::Limits;

fn small() -> Desk {
    let limits = Limits {
        head: 8 << 10,
        body: 1000,
        head_time: Duration::from_millis(300),
        body_time: Duration::from_millis(300),
        ..Limits::default()
    };
    Desk::open(Some(TOKEN), limits)
}

#[test]
fn a_body_that_is_too_long_is_refused_whether_or_not_it_says_so() {
    let desk = small();
    let said = desk.raw(
        format!("POST /match/default HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: ApiKey {TOKEN}\r\nContent-Length: 99999999999\r\nConnection: close\r\n\r\n{{").as_bytes(),
    );
    assert!(said.starts_with("HTTP/1.1 413"), "{said}");
    let piece = "x".repeat(0x400);
    let unsaid = desk.raw(
        format!("POST /match/default HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: ApiKey {TOKEN}\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n400\r\n{piece}\r\n0\r\n\r\n").as_bytes(),
    );
    assert!(unsaid.starts_with("HTTP/1.1 413"), "{unsaid}");
    let body = unsaid.split("\r\n\r\n").nth(1).expect("a body");
    shape::check(&serde_json::from_str(body).expect("JSON"), "ErrorResponse");
}

#[test]
fn a_head_that_is_too_long_or_has_too_many_fields_is_refused() {
    let desk = small();
    let long = "x".repeat(20_000);
    let answer =
        desk.raw(format!("GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\nX: {long}\r\n\r\n").as_bytes());
    assert!(answer.starts_with("HTTP/1.1 431"), "{answer}");
    let many: String = (0..100).map(|number| format!("X{number}: 1\r\n")).collect();
    let answer = desk.raw(format!("GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n{many}\r\n").as_bytes());
    assert!(answer.starts_with("HTTP/1.1 431"), "{answer}");
}

#[test]
fn who_is_slow_is_not_waited_for() {
    let desk = small();
    let began = Instant::now();
    let mut slow = TcpStream::connect(desk.address).expect("a connection");
    slow.set_read_timeout(Some(Duration::from_secs(10))).expect("a timeout");
    slow.write_all(b"GET /healthz HTT").expect("written");
    let mut answer = Vec::new();
    // Closed, or reset: either way it is over.
    let _ = slow.read_to_end(&mut answer);
    assert!(began.elapsed() < Duration::from_secs(5));
    let body = desk.raw(
        format!("POST /match/default HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: ApiKey {TOKEN}\r\nContent-Length: 100\r\nConnection: close\r\n\r\n{{").as_bytes(),
    );
    assert!(body.starts_with("HTTP/1.1 408"), "{body}");
}

#[test]
fn what_is_no_request_ends_that_connection_alone() {
    let desk = small();
    for bytes in [
        &b"\x16\x03\x01\x02\x00"[..],
        b"GET\r\n\r\n",
        b"\r\n\r\n\r\n",
        b"GET /%ff HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
    ] {
        let answer = desk.raw(bytes);
        assert!(!answer.starts_with("HTTP/1.1 2"), "{answer}");
    }
    assert_eq!(desk.get("/healthz").status, 200);
}
