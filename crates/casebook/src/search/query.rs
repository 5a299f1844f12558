use crate::{Error, Result};

/// What a user typed, as an FTS5 expression in which every word of theirs is quoted: nothing can be a syntax error or an
/// operator.
pub(super) fn fts5(query: &str) -> Result<String> {
    let terms = terms(query);
    let quoted = |unwanted: Unwanted| -> Vec<String> {
        let of_kind = terms.iter().filter(|term| term.unwanted == unwanted);
        of_kind.map(Term::quoted).collect()
    };
    let wanted = quoted(Unwanted::No);
    if wanted.is_empty() {
        return Err(Error::EmptyQuery { query: query.to_owned() });
    }
    let mut expression = format!("({})", wanted.join(" AND "));
    let without = quoted(Unwanted::Yes);
    if !without.is_empty() {
        expression = format!("{expression} NOT ({})", without.join(" OR "));
    }
    Ok(expression)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unwanted {
    Yes,
    No,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ending {
    Exact,
    Open,
}

/// A word or a phrase.
#[derive(Debug, PartialEq, Eq)]
struct Term {
    words: String,
    ending: Ending,
    unwanted: Unwanted,
}

impl Term {
    /// `None` if nothing in it is a word.
    fn new(words: &str, ending: Ending, unwanted: Unwanted) -> Option<Self> {
        let words: String = words.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        words.chars().any(char::is_alphanumeric).then_some(Self { words, ending, unwanted })
    }

    fn quoted(&self) -> String {
        let star = match self.ending {
            Ending::Open => " *",
            Ending::Exact => "",
        };
        format!("\"{}\"{star}", self.words.replace('"', "\"\""))
    }
}

fn terms(query: &str) -> Vec<Term> {
    let mut terms = Vec::new();
    let mut rest = query.trim_start();
    while !rest.is_empty() {
        let unwanted = match rest.strip_prefix('-') {
            Some(after) => {
                rest = after;
                Unwanted::Yes
            }
            None => Unwanted::No,
        };
        let (words, after) = match rest.strip_prefix('"') {
            Some(phrase) => phrase.split_once('"').unwrap_or((phrase, "")),
            None => rest.split_at(rest.find([' ', '\t', '\n', '"']).unwrap_or(rest.len())),
        };
        let (ending, after) = match after.strip_prefix('*') {
            Some(after) => (Ending::Open, after),
            None if words.ends_with('*') => (Ending::Open, after),
            None => (Ending::Exact, after),
        };
        terms.extend(Term::new(words, ending, unwanted));
        rest = after.trim_start();
    }
    terms
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(query: &str, expected: Option<&str>) {
        assert_eq!(fts5(query).ok().as_deref(), expected, "{query}");
    }

    #[test]
    fn words_are_quoted_and_joined() {
        check("camara  ménaka", Some(r#"("camara" AND "ménaka")"#));
        check(r#""dawn raid" -drill vill*"#, Some(r#"("dawn raid" AND "vill*" *) NOT ("drill")"#));
        check(r#""open phrase"#, Some(r#"("open phrase")"#));
        check(r#""two words"*"#, Some(r#"("two words" *)"#));
        check("AND OR NEAR(a", Some(r#"("AND" AND "OR" AND "NEAR(a")"#));
        check("text:x", Some(r#"("text:x")"#));
    }

    #[test]
    fn what_has_no_word_is_told() {
        for query in ["", "  ", "-", "***", "\"\"", "-without", "\u{0}", "—"] {
            check(query, None);
        }
    }
}
