//! How messages put lists, numbers and works.

use crate::citations::Citation;

/// `a`, `a and b`, `a, b and c`.
pub(super) fn listed<T: AsRef<str>>(items: &[T]) -> String {
    match items {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [rest @ .., last] => {
            let rest: Vec<&str> = rest.iter().map(AsRef::as_ref).collect();
            format!("{} and {}", rest.join(", "), last.as_ref())
        }
    }
}

/// `note 5`, `notes 5 and 6`; more than a message can hold: `12 notes`.
pub(super) fn notes<T: AsRef<str>>(labels: &[T]) -> String {
    named("note", labels)
}

/// `marker 5`, `markers 5 and 6`.
pub(super) fn markers<T: AsRef<str>>(labels: &[T]) -> String {
    named("marker", labels)
}

/// More labels than this are counted instead.
const MOST_LABELS: usize = 8;

fn named<T: AsRef<str>>(noun: &str, labels: &[T]) -> String {
    match labels.len() {
        1 => format!("{noun} {}", labels[0].as_ref()),
        2..=MOST_LABELS => format!("{noun}s {}", listed(labels)),
        more => format!("{more} {noun}s"),
    }
}

/// With its first letter as a sentence begins.
pub(super) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// At most this many characters of a title stand in a message.
const TITLE_LENGTH: usize = 80;

/// A text in quotation marks, cut where it is long.
pub(super) fn quoted(text: &str) -> String {
    match text.char_indices().nth(TITLE_LENGTH) {
        None => format!("“{text}”"),
        Some((end, _)) => {
            let end = text[..end].rfind(' ').unwrap_or(end);
            format!("“{}…”", text[..end].trim_end_matches([',', ' ', ':']))
        }
    }
}

/// What a message calls a work: its title, else what is known of it.
pub(super) fn work_name(citation: &Citation) -> String {
    if let Some(title) = &citation.title {
        return quoted(title);
    }
    let who = citation.interviewee.as_ref().map(|who| format!("the interview with {who}"));
    who.or_else(|| citation.authors.first().cloned())
        .or_else(|| citation.container.clone())
        .or_else(|| citation.url.clone())
        .unwrap_or_else(|| "this work".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_read_aloud() {
        assert_eq!(notes(&["5"]), "note 5");
        assert_eq!(notes(&["5", "6", "9"]), "notes 5, 6 and 9");
        assert_eq!(markers(&["1"; 12]), "12 markers");
    }

    #[test]
    fn long_titles_are_cut_between_words() {
        let title = "A title that goes on and on, and on, until no reader of a message would still remember how it began";
        assert!(quoted(title).ends_with("…”") && quoted(title).chars().count() < 85);
        assert_eq!(quoted("Short"), "“Short”");
    }
}
