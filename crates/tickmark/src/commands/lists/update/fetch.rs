//! One file from one address, whole or not at all.

use std::io::{self, Read, Write};
use std::time::Duration;

use tempfile::NamedTempFile;
use ureq::Agent;

use crate::explained::Explained;
use crate::terminal::Terminal;

/// Longest file that is fetched. The largest list that is published, all of OpenSanctions with its neighbours, has 3 GB.
const LONGEST: u64 = 8 << 30;

/// Redirects that are followed: publishers hand out files through one or two.
const MOST_REDIRECTS: usize = 5;

/// Read at once.
const CHUNK: usize = 1 << 16;

/// Fetches into a temporary file, which is gone with what is returned. A file that breaks off is none.
///
/// # Errors
/// With the address and what was answered.
pub fn fetch(url: &str, patience: Duration, terminal: Terminal) -> Result<NamedTempFile, Explained> {
    let agent = Agent::config_builder()
        .timeout_global(Some(patience))
        .max_redirects(0)
        .http_status_as_error(false)
        .user_agent(concat!("tickmark/", env!("CARGO_PKG_VERSION")))
        .build()
        .new_agent();
    let mut address = checked(url)?;
    for _ in 0..=MOST_REDIRECTS {
        let refused = |why: String| Explained::new(format!("could not fetch {address}")).because(why);
        let mut response = agent.get(&address).call().map_err(|error| refused(error.to_string()))?;
        let status = response.status();
        if status.is_redirection() {
            let to = response.headers().get("location").and_then(|to| to.to_str().ok());
            let to = to.ok_or_else(|| refused(format!("it answered {status} without saying where to go")))?;
            address = redirected(&address, to)?;
            terminal.say(&format!("note: it is at {address}"));
            continue;
        }
        if !status.is_success() {
            return Err(refused(format!("it answered {status}")));
        }
        let length = response.body().content_length();
        let mut body = response.body_mut().with_config().limit(LONGEST).reader();
        return keep(&mut body, length).map_err(|error| refused(error.to_string()));
    }
    Err(Explained::new(format!("could not fetch {url}"))
        .because(format!("it leads on and on: more than {MOST_REDIRECTS} redirects")))
}

/// Copies the body; as many bytes as were announced, or an error.
fn keep(body: &mut impl Read, length: Option<u64>) -> io::Result<NamedTempFile> {
    let mut file = tempfile::Builder::new().prefix("tickmark-list-").tempfile()?;
    let mut buffer = vec![0; CHUNK];
    let mut kept = 0_u64;
    loop {
        let read = match body.read(&mut buffer) {
            Ok(0) => break,
            Ok(read) => read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        file.write_all(&buffer[..read])?;
        kept += read as u64;
    }
    if let Some(length) = length.filter(|length| *length != kept) {
        let what = format!("it broke off: {kept} of {length} bytes came; nothing was kept");
        return Err(io::Error::new(io::ErrorKind::UnexpectedEof, what));
    }
    file.flush()?;
    Ok(file)
}

fn checked(url: &str) -> Result<String, Explained> {
    match url.split_once("://") {
        Some(("http" | "https", rest)) if !rest.is_empty() => Ok(url.to_owned()),
        _ => Err(Explained::new(format!("`{url}` is no address of a file"))
            .hint("give one that begins with https://")),
    }
}

/// Where a redirect leads: never from an encrypted connection to an open one.
fn redirected(from: &str, to: &str) -> Result<String, Explained> {
    let (scheme, rest) = from.split_once("://").unwrap_or(("https", from));
    let host = rest.split('/').next().unwrap_or(rest);
    let to = match to {
        _ if to.starts_with("//") => format!("{scheme}:{to}"),
        _ if to.starts_with('/') => format!("{scheme}://{host}{to}"),
        _ => to.to_owned(),
    };
    match (scheme, to.split_once("://")) {
        (_, Some(("https", _))) | ("http", Some(("http", _))) => Ok(to),
        _ => Err(Explained::new(format!("could not fetch {from}"))
            .because(format!("it leads to {to}, which is not encrypted"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn redirects_are_followed_to_encrypted_places_only() {
        for (from, to, expected) in [
            ("https://a.example/x", "https://b.example/y", Some("https://b.example/y")),
            ("https://a.example/x", "/y", Some("https://a.example/y")),
            ("https://a.example/x", "http://a.example/y", None),
            ("https://a.example/x", "file:///etc/passwd", None),
            ("https://a.example/x", "y.xml", None),
            ("http://127.0.0.1:1/x", "//127.0.0.1:2/y", Some("http://127.0.0.1:2/y")),
        ] {
            assert_eq!(redirected(from, to).ok().as_deref(), expected, "{from} to {to}");
        }
    }

    #[test]
    fn a_body_that_breaks_off_is_none() {
        assert!(keep(&mut &b"abc"[..], Some(4)).is_err());
        assert!(keep(&mut &b"abc"[..], Some(3)).is_ok());
        assert!(keep(&mut &b"abc"[..], None).is_ok());
    }
}
