//! Who publishes what: outlets, institutes, offices and platforms by the names and addresses that notes print.
//!
//! The list (`knowledge/publishers.tsv`) is public fact and decides only the kind of a work, never a field.

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::text::fold_words;

const LIST: &str = include_str!("../../knowledge/publishers.tsv");

/// What a publisher's works are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PublisherKind {
    /// Newspapers, magazines, broadcasters.
    News,
    /// News agencies: also authors of what others print.
    Agency,
    /// Research institutes and organisations that publish reports.
    ThinkTank,
    /// Governments, the United Nations, regional bodies, courts.
    Official,
    /// Journals and academic presses.
    Academic,
    /// Platforms on which anyone posts.
    Social,
    /// Archives of web pages.
    Archive,
    /// Sellers and collections of satellite images.
    Imagery,
    /// Publishers of books.
    BookPublisher,
}

impl PublisherKind {
    fn parse(text: &str) -> Option<Self> {
        Some(match text {
            "news" => Self::News,
            "agency" => Self::Agency,
            "think_tank" => Self::ThinkTank,
            "official" => Self::Official,
            "academic" => Self::Academic,
            "social" => Self::Social,
            "archive" => Self::Archive,
            "imagery" => Self::Imagery,
            "book_publisher" => Self::BookPublisher,
            _ => return None,
        })
    }
}

/// The list, by name and by host.
#[derive(Debug, Default)]
pub struct Publishers {
    /// With the number of the line: the names of one line are of one publisher.
    names: HashMap<String, (PublisherKind, usize)>,
    hosts: HashMap<&'static str, PublisherKind>,
    /// By number of the line: the first name.
    first_names: Vec<&'static str>,
}

/// The publishers, read at first use.
#[must_use]
pub fn publishers() -> &'static Publishers {
    static PUBLISHERS: OnceLock<Publishers> = OnceLock::new();
    PUBLISHERS.get_or_init(|| {
        let mut publishers = Publishers::default();
        for (number, line) in LIST.lines().enumerate() {
            publishers.learn(line, number);
        }
        publishers
    })
}

impl Publishers {
    fn learn(&mut self, line: &'static str, number: usize) {
        let mut columns = line.split('\t');
        self.first_names.push(line.split('\t').next().unwrap_or_default());
        let (Some(name), Some(kind)) = (columns.next(), columns.next().and_then(PublisherKind::parse)) else {
            return;
        };
        let hosts = columns.next().unwrap_or_default();
        let aliases = columns.next().unwrap_or_default();
        for name in std::iter::once(name).chain(aliases.split('|')).map(plain).filter(|name| !name.is_empty())
        {
            self.names.entry(name).or_insert((kind, number));
        }
        for host in hosts.split(',').map(str::trim).filter(|host| !host.is_empty()) {
            self.hosts.entry(host).or_insert(kind);
        }
    }

    /// The kind of a publisher by a name that notes print, an article before it or none.
    ///
    /// ```
    /// use reason::publishers::{PublisherKind, publishers};
    /// assert_eq!(publishers().by_name("the Moscow Times"), Some(PublisherKind::News));
    /// ```
    #[must_use]
    pub fn by_name(&self, name: &str) -> Option<PublisherKind> {
        // Names are short; a sentence is none, and folding it would cost.
        if name.len() > 120 {
            return None;
        }
        self.names.get(&plain(name)).map(|(kind, _)| *kind)
    }

    /// Whether two names are known to be of one publisher.
    ///
    /// ```
    /// use reason::publishers::publishers;
    /// assert!(publishers().same("RFI", "Radio France Internationale"));
    /// ```
    #[must_use]
    pub fn same(&self, one: &str, other: &str) -> bool {
        let number = |name: &str| self.names.get(&plain(name)).map(|(_, number)| *number);
        matches!((number(one), number(other)), (Some(a), Some(b)) if a == b)
    }

    /// The name under which the list has a publisher: one for all its names.
    ///
    /// ```
    /// use reason::publishers::publishers;
    /// assert_eq!(publishers().listed_name("AFP"), Some("Agence France-Presse"));
    /// ```
    #[must_use]
    pub fn listed_name(&self, name: &str) -> Option<&'static str> {
        if name.len() > 120 {
            return None;
        }
        let (_, number) = self.names.get(&plain(name))?;
        self.first_names.get(*number).copied()
    }

    /// The kind of a publisher by the host of an address: its own or that of a parent domain.
    #[must_use]
    pub fn by_address(&self, url: &str) -> Option<PublisherKind> {
        let mut host = host(url)?;
        loop {
            if let Some(kind) = self.hosts.get(host) {
                return Some(*kind);
            }
            host = host.split_once('.')?.1;
        }
    }
}

/// The host of an address, without `www.`.
#[must_use]
pub fn host(url: &str) -> Option<&str> {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#', ':']).next()?;
    let host = host.strip_prefix("www.").unwrap_or(host);
    (host.contains('.') && !host.contains(char::is_whitespace)).then_some(host)
}

/// Folded, without a leading article.
fn plain(name: &str) -> String {
    let words = fold_words(name);
    for article in ["the ", "le ", "la ", "les ", "l ", "el ", "los ", "der ", "die ", "das ", "il "] {
        if let Some(rest) = words.strip_prefix(article) {
            return rest.to_owned();
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_list_is_read() {
        let lines = LIST.lines().filter(|line| !line.trim().is_empty());
        for line in lines {
            let kind = line.split('\t').nth(1).and_then(PublisherKind::parse);
            assert!(kind.is_some(), "{line}");
        }
    }

    #[test]
    fn hosts_answer_for_their_children() {
        assert_eq!(publishers().by_address("https://t.me/channel/639"), Some(PublisherKind::Social));
        assert_eq!(publishers().by_address("https://home.treasury.gov/news"), Some(PublisherKind::Official));
        assert_eq!(publishers().by_address("no address"), None);
    }
}
