//! Against a server that answers, lies, is silent, or talks rubbish.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use super::*;

const PASSAGE: &str = "On 3 May, at least 12 ferrymen were killed by the River Guard at Tassi.";

/// Serves each connection with the next reply; `None`: accepts and says nothing until the test ends.
fn serve(replies: Vec<Option<String>>) -> (String, mpsc::Receiver<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let (heard, requests) = mpsc::channel();
    thread::spawn(move || {
        let mut silent = Vec::new();
        for reply in replies {
            let (mut stream, _) = listener.accept().unwrap();
            let request = request(&mut stream);
            let _ = heard.send(request);
            match reply {
                Some(reply) => stream.write_all(reply.as_bytes()).unwrap_or_default(),
                None => silent.push(stream),
            }
        }
        // Keeps silent connections open until the client has given up.
        for stream in &mut silent {
            let _ = stream.read_to_end(&mut Vec::new());
        }
    });
    (address, requests)
}

fn request(stream: &mut TcpStream) -> String {
    let mut all = Vec::new();
    let mut buffer = [0; 4096];
    while let Ok(read) = stream.read(&mut buffer) {
        all.extend_from_slice(&buffer[..read]);
        let text = String::from_utf8_lossy(&all);
        let Some((head, body)) = text.split_once("\r\n\r\n") else {
            if read == 0 {
                break;
            } else {
                continue;
            };
        };
        let length = head
            .lines()
            .find_map(|line| {
                line.to_lowercase().strip_prefix("content-length:").map(|n| n.trim().parse::<usize>())
            })
            .and_then(Result::ok)
            .unwrap_or(0);
        if read == 0 || body.len() >= length {
            break;
        }
    }
    String::from_utf8_lossy(&all).into_owned()
}

fn http(status: &str, body: &str) -> Option<String> {
    Some(format!("HTTP/1.1 {status}\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{body}", body.len()))
}

fn says(content: &str) -> Option<String> {
    let body = serde_json::json!({"choices": [{"message": {"role": "assistant", "content": content}}]});
    http("200 OK", &body.to_string())
}

#[track_caller]
fn outcome(replies: Vec<Option<String>>, passages: usize) -> (Outcome, Vec<Suggestion>) {
    let (address, _requests) = serve(replies);
    let endpoint = Endpoint::new(&address, "small", None, Duration::from_millis(400)).unwrap();
    let mut kept = Vec::new();
    let asked = ask_about(&endpoint, std::iter::repeat_n(PASSAGE, passages), |_, suggestions| {
        kept.extend(suggestions);
        Ok::<(), ()>(())
    });
    (asked.unwrap(), kept)
}

#[test]
fn an_honest_answer_is_taken_with_our_own_reading_of_its_number() {
    let honest = r#"{"claims": [{"quote": "at least 12 ferrymen were killed by the River Guard", "what": "killed", "number": "at least 12", "victims": "ferrymen", "perpetrators": "the River Guard"}]}"#;
    let (outcome, kept) = outcome(vec![says(honest)], 1);
    assert_eq!((outcome.asked, outcome.taken, outcome.unanswered), (1, 1, 0));
    assert!(outcome.dropped.is_empty());
    assert_eq!(kept[0].figure, reason::quantities::Figure::at_least(12));
}

#[test]
fn lies_are_dropped_and_counted() {
    let lie = r#"{"claims": [{"quote": "40 ferrymen were killed", "what": "killed", "number": "40"}]}"#;
    let (outcome, kept) = outcome(vec![says(lie), says("As a language model, I cannot.")], 2);
    assert!(kept.is_empty());
    assert_eq!(outcome.dropped, [(Dropped::Unreadable, 1), (Dropped::NotVerbatim, 1)].into());
}

#[test]
fn rubbish_and_refusals_end_it_after_a_few() {
    let replies = vec![http("200 OK", "<html>"), http("500 Oh", ""), http("404 No", ""), says("{}")];
    let (outcome, _) = outcome(replies, 9);
    assert_eq!((outcome.asked, outcome.unanswered), (3, 3));
    assert!(outcome.gave_up);
    assert_eq!(outcome.failure, Some(NoAnswer::Refused(404)));
}

#[test]
fn a_silent_endpoint_is_not_waited_for() {
    let (outcome, _) = outcome(vec![None, None, None], 9);
    assert_eq!((outcome.asked, outcome.failure), (3, Some(NoAnswer::TimedOut)));
}

#[test]
fn nobody_there_is_said_at_once() {
    let closed = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let endpoint = Endpoint::new(&format!("http://{closed}"), "small", None, Duration::from_secs(1)).unwrap();
    let outcome = ask_about(&endpoint, [PASSAGE; 5].into_iter(), |_, _| Ok::<(), ()>(())).unwrap();
    assert_eq!(outcome.asked, 1);
    assert!(matches!(outcome.failure, Some(NoAnswer::Unreachable(_))));
}

#[test]
fn a_redirect_leads_nowhere() {
    let elsewhere = "HTTP/1.1 307 Elsewhere\r\nlocation: http://127.0.0.1:1/\r\ncontent-length: 0\r\nconnection: close\r\n\r\n";
    let (outcome, _) = outcome(vec![Some(elsewhere.to_owned())], 1);
    assert_eq!(outcome.unanswered, 1);
}

#[test]
fn the_passage_and_nothing_else_is_sent() {
    let (address, requests) = serve(vec![says("{\"claims\": []}")]);
    let endpoint = Endpoint::new(&address, "small", Some("secret".into()), Duration::from_secs(2)).unwrap();
    ask_about(&endpoint, [PASSAGE].into_iter(), |_, _| Ok::<(), ()>(())).unwrap();
    let request = requests.recv().unwrap();
    assert!(request.starts_with("POST /v1/chat/completions "), "{request}");
    assert!(
        request.contains(PASSAGE)
            && request.contains("Bearer secret")
            && request.contains("\"model\":\"small\"")
    );
}
