//! An OpenAI-compatible endpoint: the one place of this program that opens a connection for a command, to the address
//! that the user named and to no other.

use std::time::Duration;

use serde::Deserialize;
use serde_json::json;
use ureq::{Agent, Error};

use crate::explained::Explained;

/// Longest answer that is read; a claim takes some hundred bytes.
const LONGEST_ANSWER: u64 = 1 << 20;
/// Where chat completions live below an address without a path.
const PATH: &str = "/v1/chat/completions";

/// Where to ask, and which model.
pub struct Endpoint {
    agent: Agent,
    address: String,
    model: String,
    key: Option<String>,
}

/// Why a question has no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoAnswer {
    /// No connection: asking again is of no use.
    Unreachable(String),
    /// It took longer than it may.
    TimedOut,
    /// It answered with this status.
    Refused(u16),
    /// It answered with something else than a completion.
    Rubbish,
}

#[derive(Deserialize)]
struct Completion {
    choices: Vec<Choice>,
}

#[derive(Deserialize)]
struct Choice {
    message: Message,
}

#[derive(Deserialize)]
struct Message {
    content: String,
}

impl Endpoint {
    /// Of an address such as `http://127.0.0.1:11434`; without a path, the usual one is added.
    ///
    /// # Errors
    /// When it is no `http` or `https` address.
    pub fn new(
        address: &str,
        model: &str,
        key: Option<String>,
        patience: Duration,
    ) -> Result<Self, Explained> {
        let (scheme, rest) = address.split_once("://").unwrap_or(("", address));
        if !matches!(scheme, "http" | "https") || rest.is_empty() {
            return Err(Explained::new(format!("`{address}` is no address of a model"))
                .hint("give one such as `--suggest http://127.0.0.1:11434`"));
        }
        let has_path = rest.trim_end_matches('/').contains('/');
        let address = address.trim_end_matches('/');
        let address = if has_path { address.to_owned() } else { format!("{address}{PATH}") };
        // A redirect or a proxy would carry passages to somebody whom the user did not name.
        let agent = Agent::config_builder()
            .timeout_global(Some(patience))
            .max_redirects(0)
            .proxy(None)
            .http_status_as_error(true)
            .build()
            .new_agent();
        Ok(Self { agent, address, model: model.to_owned(), key })
    }

    /// Where it is asked.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Which model is asked for.
    pub fn model(&self) -> &str {
        &self.model
    }

    /// Whether the address is on this machine.
    pub fn is_local(&self) -> bool {
        let rest = self.address.split_once("://").map_or("", |(_, rest)| rest);
        let host = rest.split('/').next().unwrap_or_default();
        let host = host.strip_prefix('[').map_or_else(
            || host.rsplit_once(':').map_or(host, |(host, _)| host),
            |host| host.split(']').next().unwrap_or_default(),
        );
        host == "localhost" || host.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback())
    }

    /// Asks once.
    ///
    /// # Errors
    /// Why there is no answer.
    pub fn ask(&self, instruction: &str, question: &str) -> Result<String, NoAnswer> {
        let body = json!({
            "model": self.model,
            "temperature": 0,
            "stream": false,
            "messages": [
                {"role": "system", "content": instruction},
                {"role": "user", "content": question},
            ],
        });
        let mut request = self.agent.post(&self.address).header("content-type", "application/json");
        if let Some(key) = &self.key {
            request = request.header("authorization", format!("Bearer {key}"));
        }
        let mut response = request.send(body.to_string()).map_err(|error| no_answer(&error))?;
        if response.status().is_redirection() {
            return Err(NoAnswer::Refused(response.status().as_u16()));
        }
        let text = response
            .body_mut()
            .with_config()
            .limit(LONGEST_ANSWER)
            .read_to_string()
            .map_err(|error| no_answer(&error))?;
        let completion: Completion = serde_json::from_str(&text).map_err(|_| NoAnswer::Rubbish)?;
        completion.choices.into_iter().next().map(|choice| choice.message.content).ok_or(NoAnswer::Rubbish)
    }
}

fn no_answer(error: &Error) -> NoAnswer {
    match error {
        Error::Timeout(_) => NoAnswer::TimedOut,
        Error::StatusCode(status) => NoAnswer::Refused(*status),
        Error::BodyExceedsLimit(_) | Error::Protocol(_) => NoAnswer::Rubbish,
        Error::Io(io) if io.kind() == std::io::ErrorKind::TimedOut => NoAnswer::TimedOut,
        Error::Io(io) if io.kind() == std::io::ErrorKind::InvalidData => NoAnswer::Rubbish,
        other => NoAnswer::Unreachable(other.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn endpoint(address: &str) -> Endpoint {
        Endpoint::new(address, "small", None, Duration::from_secs(1)).expect("an address")
    }

    #[test]
    fn addresses_are_completed_and_told_apart() {
        for (given, asked, local) in [
            ("http://127.0.0.1:11434", "http://127.0.0.1:11434/v1/chat/completions", true),
            ("http://localhost:8080/", "http://localhost:8080/v1/chat/completions", true),
            ("http://[::1]:80/api/chat", "http://[::1]:80/api/chat", true),
            (
                "https://models.example/v1/chat/completions",
                "https://models.example/v1/chat/completions",
                false,
            ),
            ("http://localhost.models.example", "http://localhost.models.example/v1/chat/completions", false),
        ] {
            assert_eq!((endpoint(given).address(), endpoint(given).is_local()), (asked, local), "{given}");
        }
        for wrong in ["", "models", "ftp://models.example", "http://", "file:///etc/passwd"] {
            assert!(Endpoint::new(wrong, "small", None, Duration::from_secs(1)).is_err(), "{wrong}");
        }
    }
}
