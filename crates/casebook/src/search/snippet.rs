//! Matches by position. FTS5 only gives back the text with marks put into it; two noncharacters that no text may hold
//! are the marks, and the text itself is walked beside it, so that a text that does hold them is not mistaken.

/// Put before a match.
pub(super) const OPEN: char = '\u{FDD0}';
/// Put after a match.
pub(super) const CLOSE: char = '\u{FDD1}';

/// Characters kept before the first match.
const BEFORE: usize = 60;
/// Characters kept from the first match on.
const AFTER: usize = 140;

/// The matches in a text, in characters; none if `marked` is not that text with marks.
pub(super) fn matches(text: &str, marked: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut plain = text.chars().peekable();
    let mut at = 0;
    for c in marked.chars() {
        if plain.peek() == Some(&c) {
            plain.next();
            at += 1;
        } else if c == OPEN {
            start = at;
        } else if c == CLOSE {
            found.push((start, at));
        } else {
            return Vec::new();
        }
    }
    found
}

/// The words around the first match, and the matches in them, in characters of the snippet.
pub(super) fn cut(text: &str, found: &[(usize, usize)]) -> (String, Vec<(usize, usize)>) {
    let length = text.chars().count();
    let first = found.first().map_or(0, |(start, _)| *start);
    let mut from = first.saturating_sub(BEFORE);
    let mut to = (first + AFTER).min(length);
    let is_space = |at: usize| text.chars().nth(at).is_none_or(char::is_whitespace);
    // Not within a word, unless it is longer than anything that reads like one.
    from = (from..first).find(|at| *at == 0 || is_space(at - 1)).unwrap_or(from);
    to = (first + AFTER / 2..=to).rev().find(|at| is_space(*at)).unwrap_or(to);
    let snippet = text.chars().skip(from).take(to - from).collect();
    let within = found.iter().filter(|(start, end)| *start >= from && *end <= to);
    (snippet, within.map(|(a, b)| (a - from, b - from)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn matches_are_found_by_position() {
        let marked = format!("a {OPEN}bé{CLOSE} c {OPEN}b{CLOSE}");
        assert_eq!(matches("a bé c b", &marked), [(2, 4), (7, 8)]);
        assert_eq!(matches("something else", &marked), []);
    }

    #[test]
    fn a_text_with_the_marks_in_it_is_not_mistaken() {
        let text = format!("{OPEN}x{CLOSE} y");
        let marked = format!("{OPEN}x{CLOSE} {OPEN}y{CLOSE}");
        assert_eq!(matches(&text, &marked), [(4, 5)]);
    }

    #[test]
    fn a_snippet_begins_and_ends_between_words() {
        let text = format!("{}target {}", "before ".repeat(40), "after ".repeat(60));
        let start = 40 * 7;
        let (snippet, marks) = cut(&text, &[(start, start + 6)]);
        assert!(snippet.starts_with("before "), "{snippet}");
        assert!(snippet.ends_with("after"), "{snippet}");
        let (from, to) = marks[0];
        assert_eq!(&snippet[from..to], "target");
    }
}
