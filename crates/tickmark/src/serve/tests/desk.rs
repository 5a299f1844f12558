//! A register of two invented lists, served, and a client that asks.

use std::fs;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::{Arc, OnceLock};
use std::thread::JoinHandle;
use std::time::Duration;

use casebook::register::{ListFile, NewList, Register};
use casebook::{Actor, Clock, Timestamp};
use names::history::Day;
use serde_json::Value;
use tempfile::TempDir;
use ureq::Agent;

use crate::serve::{Guard, Limits, Lists, Served, Server, Stop, Token};

pub const TOKEN: &str = "a-token-for-tests-0123";

/// Two snapshots of one list: Mira Oste came in between, and Jann Oste's passport became known.
const HARBOUR: [(&str, &str); 2] = [
    (
        "2024-01-10",
        r#"{"id":"p1","schema":"Person","datasets":["kessa_port"],"properties":{"name":["Jann Oste"],"alias":["Ян Осте"],"weakAlias":["Miller"],"birthDate":["1961-04-12"],"nationality":["no"],"topics":["sanction"]}}
{"id":"c1","schema":"Company","datasets":["kessa_port"],"properties":{"name":["Halden Shipping Limited"],"jurisdiction":["cy"],"registrationNumber":["HE204467"],"addressEntity":["a1"]}}
{"id":"a1","schema":"Address","properties":{"full":["1 Quay, Limassol"],"country":["cy"]}}
"#,
    ),
    (
        "2024-03-10",
        r#"{"id":"p1","schema":"Person","datasets":["kessa_port"],"properties":{"name":["Jann Oste"],"alias":["Ян Осте"],"weakAlias":["Miller"],"birthDate":["1961-04-12"],"nationality":["no"],"topics":["sanction"],"passportNumber":["N7712345"]}}
{"id":"p2","schema":"Person","datasets":["kessa_port"],"properties":{"name":["Mira Oste"],"birthDate":["1988"],"nationality":["no"],"topics":["role.rca"]}}
{"id":"c1","schema":"Company","datasets":["kessa_port"],"properties":{"name":["Halden Shipping Limited"],"jurisdiction":["cy"],"registrationNumber":["HE204467"],"addressEntity":["a1"]}}
{"id":"v1","schema":"Vessel","datasets":["kessa_port"],"properties":{"name":["Kessa Star"],"imoNumber":["9187629"],"flag":["pa"],"topics":["sanction"]}}
{"id":"a1","schema":"Address","properties":{"full":["1 Quay, Limassol"],"country":["cy"]}}
{"id":"s1","schema":"Sanction","properties":{"entity":["p1"],"program":["KESSA-1"],"listingDate":["2023-11-02"],"authority":["Port Council"]}}
{"id":"o1","schema":"Ownership","properties":{"owner":["p1"],"asset":["c1"],"percentage":["60"]}}
"#,
    ),
];

/// Another list, whose texts mean no good.
const LEDGER: (&str, &str) = (
    "2024-02-01",
    r#"{"id":"x/1","schema":"Person","properties":{"name":["<script>alert(1)</script> Bo"],"country":["\"><img src=x>"]}}
{"id":"x2","schema":"Organization","properties":{"name":["Harbour Guild"],"country":["pa"]}}
"#,
);

#[derive(Debug)]
struct Noon;

impl Clock for Noon {
    fn now(&self) -> Timestamp {
        Timestamp::UNIX_EPOCH
    }
}

/// A server and a client.
pub struct Desk {
    pub address: SocketAddr,
    stop: Stop,
    running: Option<JoinHandle<std::io::Result<()>>>,
    _folder: TempDir,
}

impl Drop for Desk {
    fn drop(&mut self) {
        self.stop();
    }
}

/// What was answered.
#[derive(Debug)]
pub struct Answered {
    pub status: u16,
    pub headers: ureq::http::HeaderMap,
    pub text: String,
}

impl Answered {
    #[track_caller]
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|error| panic!("{error}: {}", self.text))
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }
}

/// Served with a token, for all tests that only read.
pub fn desk() -> &'static Desk {
    static DESK: OnceLock<Desk> = OnceLock::new();
    DESK.get_or_init(|| Desk::open(Some(TOKEN), Limits::default()))
}

impl Desk {
    pub fn open(token: Option<&str>, limits: Limits) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let lists = lists(&folder);
        let token = token.map(|token| Token::from_text(token).expect("a token"));
        let served = Served { lists, has_token: token.is_some() };
        let guard = Guard { hosts: vec!["desk.example".to_owned()], token };
        let any: SocketAddr = ([127, 0, 0, 1], 0).into();
        let server = Server::bind(any, served, guard, limits).expect("a port");
        let (address, stop) = (server.address().expect("an address"), Stop::default());
        let heard = stop.clone();
        let running = std::thread::spawn(move || server.run(&heard));
        Self { address, stop, running: Some(running), _folder: folder }
    }

    /// Ends the server and waits until it has ended.
    pub fn stop(&mut self) {
        self.stop.stop();
        if let Some(running) = self.running.take() {
            running.join().expect("no panic").expect("a clean end");
        }
    }

    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// With the token.
    pub fn get(&self, path: &str) -> Answered {
        self.ask(path, &[("authorization", &format!("ApiKey {TOKEN}"))], None)
    }

    /// With the token.
    pub fn post(&self, path: &str, kind: &str, body: &str) -> Answered {
        self.ask(path, &[("authorization", &format!("ApiKey {TOKEN}")), ("content-type", kind)], Some(body))
    }

    pub fn post_json(&self, path: &str, body: &Value) -> Answered {
        self.post(path, "application/json", &body.to_string())
    }

    pub fn ask(&self, path: &str, headers: &[(&str, &str)], body: Option<&str>) -> Answered {
        let agent: Agent = Agent::config_builder()
            .http_status_as_error(false)
            .proxy(None)
            .timeout_global(Some(Duration::from_secs(60)))
            .build()
            .new_agent();
        let response = match body {
            Some(body) => {
                let post = headers
                    .iter()
                    .fold(agent.post(self.url(path)), |post, (name, value)| post.header(*name, *value));
                post.send(body)
            }
            None => {
                let get = headers
                    .iter()
                    .fold(agent.get(self.url(path)), |get, (name, value)| get.header(*name, *value));
                get.call()
            }
        };
        let mut response = response.expect("an answer");
        let text = response.body_mut().read_to_string().expect("a text");
        Answered { status: response.status().as_u16(), headers: response.headers().clone(), text }
    }

    /// Bytes as they are; what comes back until the server closes or a second is over.
    pub fn raw(&self, bytes: &[u8]) -> String {
        let mut stream = TcpStream::connect(self.address).expect("a connection");
        stream.set_read_timeout(Some(Duration::from_secs(2))).expect("a timeout");
        // The server may close before all is written.
        let _ = stream.write_all(bytes);
        let mut answer = Vec::new();
        let mut piece = [0; 4096];
        while let Ok(read @ 1..) = stream.read(&mut piece) {
            answer.extend_from_slice(&piece[..read]);
        }
        String::from_utf8_lossy(&answer).into_owned()
    }
}

fn lists(folder: &TempDir) -> Lists {
    let actor = Actor { name: "Awa Sarr".to_owned(), program: "test".to_owned() };
    let root = folder.path().join("lists");
    let register = Register::open_or_begin(&root, &actor, &Noon).expect("a register");
    let mut writer = register.write(actor, Arc::new(Noon)).expect("a writer");
    let all = HARBOUR.iter().map(|snapshot| ("harbour", snapshot)).chain([("ledger", &LEDGER)]);
    for (list, (date, lines)) in all {
        let path = folder.path().join(format!("{list}-{date}.jsonl"));
        fs::write(&path, lines).expect("written");
        let files = [ListFile { path, origin: None }];
        let new = NewList {
            files: &files,
            list: Some(list),
            date: Day::parse(date),
            fetched_on: None,
            mapping: None,
        };
        writer.add(&new, &mut |_| {}).expect("added");
    }
    drop(writer);
    let contents = register.contents().expect("contents");
    let set = register.set(&contents, &mut |_| {}).expect("a set");
    Lists::new(register, &contents, set)
}
