//! Who may ask: the host that a request names, the page that it comes from, its token.

use std::net::IpAddr;

use hyper::header::{self, HeaderMap};
use hyper::{StatusCode, Uri};

use super::fields::Fields;
use super::refusal::Refusal;
use super::reply::Reply;
use crate::serve::token::Token;

/// Whose requests are answered.
#[derive(Debug, Clone)]
pub struct Guard {
    /// Names, beside addresses and `localhost`, under which the server may be called.
    pub hosts: Vec<String>,
    /// What a request must bring; `None` where everybody on this machine may ask.
    pub token: Option<Token>,
}

impl Guard {
    /// The host that a request was sent to, with its port, as it wrote it.
    ///
    /// A page of the web can let its own name lead to this machine and have the browser ask us (DNS rebinding); it cannot make the
    /// browser say another name than its own. So a name is taken only where the user gave it; an address leads nowhere but where it says.
    ///
    /// # Errors
    /// When there is none, or it is one that we are not called.
    pub fn host(&self, headers: &HeaderMap, uri: &Uri) -> Result<String, Refusal> {
        let named = || headers.get(header::HOST).and_then(|host| host.to_str().ok());
        let host = uri.authority().map(|authority| authority.as_str()).or_else(named);
        let host = host.ok_or_else(|| Refusal::bad("the request names no host"))?;
        if self.is_ours(host) {
            return Ok(host.to_owned());
        }
        let why = "this server is not called by the host name of the request; `--host NAME` adds a name";
        Err(Refusal::new(StatusCode::MISDIRECTED_REQUEST, why))
    }

    fn is_ours(&self, host: &str) -> bool {
        let name = without_port(host);
        let is_address = name.parse::<IpAddr>().is_ok();
        is_address
            || name.eq_ignore_ascii_case("localhost")
            || self.hosts.iter().any(|own| own.eq_ignore_ascii_case(name))
    }

    /// The page that asks, which a browser may let see the answer: with a token any page that has it, without one those of this
    /// machine.
    ///
    /// # Errors
    /// When a page from elsewhere asks a server without a token.
    pub fn origin(&self, headers: &HeaderMap) -> Result<Option<String>, Refusal> {
        let Some(origin) = headers.get(header::ORIGIN) else { return Ok(None) };
        let origin = origin.to_str().unwrap_or_default();
        if self.token.is_some() {
            return Ok(Some("*".to_owned()));
        }
        match is_local(origin) {
            true => Ok(Some(origin.to_owned())),
            false => Err(Refusal::new(
                StatusCode::FORBIDDEN,
                "without a token only pages of this machine are answered",
            )),
        }
    }

    /// Whether the request brings the token, as `Authorization: ApiKey TOKEN`, `Bearer TOKEN`, or `?api_key=TOKEN`.
    ///
    /// # Errors
    /// When it does not.
    pub fn admit(&self, headers: &HeaderMap, query: &Fields) -> Result<(), Refusal> {
        let Some(token) = &self.token else { return Ok(()) };
        let header = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
        let given = header.and_then(credentials).or_else(|| query.text("api_key"));
        match given {
            Some(given) if token.is(given) => Ok(()),
            Some(_) => Err(Refusal::new(StatusCode::UNAUTHORIZED, "the token is another")),
            None => Err(Refusal::new(
                StatusCode::UNAUTHORIZED,
                "a token is needed: `Authorization: ApiKey TOKEN` or `?api_key=TOKEN`",
            )),
        }
    }

    /// What a page may do across origins, said with every answer.
    pub fn share(reply: Reply, origin: Option<&str>) -> Reply {
        let Some(origin) = origin else { return reply };
        reply
            .with(header::ACCESS_CONTROL_ALLOW_ORIGIN, origin)
            .with(header::ACCESS_CONTROL_ALLOW_METHODS, "GET, POST, OPTIONS")
            .with(header::ACCESS_CONTROL_ALLOW_HEADERS, "authorization, content-type")
            .with(header::VARY, "origin")
    }
}

/// What stands behind the scheme of an `Authorization`.
fn credentials(header: &str) -> Option<&str> {
    let (scheme, credentials) = header.trim().split_once(' ')?;
    let known = ["apikey", "bearer", "token"].iter().any(|known| scheme.eq_ignore_ascii_case(known));
    known.then_some(credentials.trim())
}

/// `127.0.0.1:8000`, `[::1]:8000`, `localhost`.
fn without_port(host: &str) -> &str {
    match host.strip_prefix('[') {
        Some(host) => host.split(']').next().unwrap_or_default(),
        None => host.split(':').next().unwrap_or_default(),
    }
}

/// Whether an origin is of this machine: `http://localhost:3333`.
fn is_local(origin: &str) -> bool {
    let Some((_, host)) = origin.split_once("://") else { return false };
    let name = without_port(host);
    name.eq_ignore_ascii_case("localhost")
        || name.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(name: header::HeaderName, value: &str) -> HeaderMap {
        HeaderMap::from_iter([(name, value.parse().expect("a header"))])
    }

    #[test]
    fn a_name_that_is_not_ours_is_not_answered() {
        let guard = Guard { hosts: vec!["desk.example".to_owned()], token: None };
        for (host, ours) in [
            ("127.0.0.1:8000", true),
            ("[::1]:8000", true),
            ("192.168.1.7", true),
            ("LOCALHOST:1", true),
            ("desk.example:8000", true),
            ("evil.example", false),
            ("127.0.0.1.evil.example", false),
            ("localhost.evil.example:8000", false),
            ("", false),
            ("[::1", true),
            ("[evil.example]", false),
        ] {
            let uri = Uri::from_static("/healthz");
            assert_eq!(guard.host(&headers(header::HOST, host), &uri).is_ok(), ours, "{host}");
        }
        assert!(guard.host(&HeaderMap::new(), &Uri::from_static("/")).is_err());
        let uri = Uri::from_static("http://evil.example/healthz");
        assert!(guard.host(&headers(header::HOST, "127.0.0.1"), &uri).is_err());
    }

    #[test]
    fn without_a_token_pages_from_elsewhere_see_nothing() {
        let open = Guard { hosts: Vec::new(), token: None };
        let closed = Guard { hosts: Vec::new(), token: Some(Token::from_text("0123456789abcdef").unwrap()) };
        for (origin, allowed) in [
            ("http://127.0.0.1:3333", true),
            ("http://localhost:3333", true),
            ("https://evil.example", false),
            ("http://localhost.evil.example", false),
            ("null", false),
        ] {
            let headers = headers(header::ORIGIN, origin);
            assert_eq!(open.origin(&headers).is_ok(), allowed, "{origin}");
            assert_eq!(closed.origin(&headers), Ok(Some("*".to_owned())), "{origin}");
        }
    }

    #[test]
    fn tokens_come_in_three_ways() {
        let guard = Guard { hosts: Vec::new(), token: Some(Token::from_text("0123456789abcdef").unwrap()) };
        let none = Fields::default();
        for (header, admitted) in [
            ("ApiKey 0123456789abcdef", true),
            ("apikey 0123456789abcdef", true),
            ("Bearer 0123456789abcdef", true),
            ("Bearer 0123456789abcdeF", false),
            ("Bearer 0123456789abcde", false),
            ("Basic 0123456789abcdef", false),
            ("0123456789abcdef", false),
            ("ApiKey", false),
        ] {
            assert_eq!(
                guard.admit(&headers(header::AUTHORIZATION, header), &none).is_ok(),
                admitted,
                "{header}"
            );
        }
        let query = Fields::parse(b"api_key=0123456789abcdef", super::super::refusal::Place::Query);
        assert_eq!(guard.admit(&HeaderMap::new(), &query), Ok(()));
        assert!(guard.admit(&HeaderMap::new(), &none).is_err());
    }
}
