//! Words that a line end cut: `peace-` / `keeping`.

use std::collections::HashSet;

/// The hyphenated words that a text writes within its lines, in lower case.
#[derive(Debug, Default)]
pub(crate) struct Compounds<'a> {
    known: HashSet<&'a str>,
}

/// What to do with the hyphen at a line's end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LineEnd {
    /// The next line is another word.
    Space,
    /// The next line goes on with the same word, whose own hyphen it is.
    KeepHyphen,
    /// The next line goes on with the same word; the hyphen came with the line end.
    DropHyphen,
}

impl<'a> Compounds<'a> {
    /// Collects them, if any line of the text ends in a hyphen.
    pub(crate) fn of(text: &'a str) -> Self {
        let mut known = HashSet::new();
        if text.contains("-\n") {
            for (at, _) in text.match_indices('-') {
                let word = word_around(text, at);
                if !word.ends_with('-') && !word.starts_with('-') {
                    known.insert(word);
                }
            }
        }
        Self { known }
    }

    /// How a line that ends with `before` goes on with `after`.
    pub(crate) fn line_end(&self, before: &str, after: &str) -> LineEnd {
        let Some(stem) = before.strip_suffix('-') else {
            return url_end(before, after);
        };
        let first = last_word(stem);
        let second = first_word(after);
        let Some(begins) = second.chars().next() else {
            return LineEnd::Space;
        };
        if first.is_empty() {
            return LineEnd::Space;
        }
        if in_url(before) {
            return LineEnd::KeepHyphen;
        }
        // `al-` / `Qaeda`, `2019-` / `2020`, `UN-` / `led`: no printer cuts a word there.
        let abbreviation = first.chars().count() > 1 && !first.chars().any(char::is_lowercase);
        if !begins.is_lowercase() || abbreviation {
            return LineEnd::KeepHyphen;
        }
        let compound = format!("{first}-{second}");
        if self.known.contains(compound.as_str()) || self.known.contains(compound.to_lowercase().as_str()) {
            LineEnd::KeepHyphen
        } else {
            LineEnd::DropHyphen
        }
    }
}

/// A URL is cut after one of its own signs; a space there would end it.
fn url_end(before: &str, after: &str) -> LineEnd {
    let open = before.ends_with(['/', '_', '=', '&', '?', '%']) && in_url(before);
    let goes_on = after.starts_with(|c: char| c.is_ascii_alphanumeric() || "%_?=&/".contains(c));
    if open && goes_on { LineEnd::KeepHyphen } else { LineEnd::Space }
}

fn in_url(text: &str) -> bool {
    let last = text.rsplit(char::is_whitespace).next().unwrap_or(text);
    last.contains("://") || last.contains("www.")
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '-' || c == '\''
}

fn word_around(text: &str, at: usize) -> &str {
    let start = text[..at].len() - last_word(&text[..at]).len();
    let end = at + 1 + first_word(&text[at + 1..]).len();
    &text[start..end]
}

fn last_word(text: &str) -> &str {
    let start = text.char_indices().rev().take_while(|(_, c)| is_word(*c)).last();
    start.map_or("", |(at, _)| &text[at..])
}

fn first_word(text: &str) -> &str {
    text.split(|c| !is_word(c)).next().unwrap_or("")
}
