use crate::document::Span;

/// A quotation with its marks, and without.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::citations) struct Quote {
    pub outer: Span,
    pub inner: Span,
}

/// A title is shorter; a mark that finds no partner within this was none.
const LONGEST: usize = 1200;

/// The outermost quotations of a text: `“…”`, `"…"`, `«…»`, `„…“`, `‘…’`, `'…'`.
pub(in crate::citations) fn quotes(text: &str) -> Vec<Quote> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some((start, open)) = text[at..]
        .char_indices()
        .find(|(offset, c)| opens(text, at + offset, *c))
        .map(|(offset, c)| (at + offset, c))
    {
        let inner = start + open.len_utf8();
        match close(text, inner, open) {
            Some(end) => {
                let after = end + text[end..].chars().next().map_or(0, char::len_utf8);
                found.push(Quote { outer: Span::new(start, after), inner: trimmed(text, inner, end) });
                at = after;
            }
            None => at = inner,
        }
    }
    found
}

fn trimmed(text: &str, start: usize, end: usize) -> Span {
    let inside = &text[start..end];
    let lead = inside.len() - inside.trim_start().len();
    Span::new(start + lead, start + inside.trim_end().len().max(lead))
}

fn opens(text: &str, at: usize, c: char) -> bool {
    let before = text[..at].chars().next_back();
    let free = before
        .is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '—' | '–' | '/' | '“' | '>' | ','));
    let next = text[at + c.len_utf8()..].chars().next();
    match c {
        '“' | '«' | '„' => true,
        '"' => free && next.is_some_and(|c| !c.is_whitespace()),
        '‘' | '\'' => {
            free && next.is_some_and(|c| c.is_alphanumeric() || matches!(c, '“' | '"' | '(' | '¿' | '¡'))
        }
        // A closing curly mark that opens: sloppy typing, "”Title”".
        '”' => free && next.is_some_and(char::is_alphanumeric),
        _ => false,
    }
}

/// Where the mark stands that closes a quotation.
fn close(text: &str, from: usize, open: char) -> Option<usize> {
    let limit = (from + LONGEST).min(text.len());
    let limit = (limit..=text.len()).find(|at| text.is_char_boundary(*at))?;
    let inside = &text[from..limit];
    match open {
        '“' => nested(inside, &['“'], &['”']).or_else(|| inside.find('"')).map(|at| from + at),
        '«' => nested(inside, &['«'], &['»']).map(|at| from + at),
        '„' => inside.find(['“', '”']).map(|at| from + at),
        '”' => inside.find('”').map(|at| from + at),
        '"' => inside
            .char_indices()
            .find(|(at, c)| matches!(c, '"' | '”') && closes_straight(inside, *at))
            .map(|(at, _)| from + at),
        _ => single(inside).map(|at| from + at),
    }
}

fn nested(inside: &str, open: &[char], close: &[char]) -> Option<usize> {
    let mut depth = 0;
    for (at, c) in inside.char_indices() {
        if open.contains(&c) {
            depth += 1;
        } else if close.contains(&c) {
            if depth == 0 {
                return Some(at);
            }
            depth -= 1;
        }
    }
    // One mark too few inside: the last that closes is meant.
    inside.char_indices().rfind(|(_, c)| close.contains(c)).map(|(at, _)| at)
}

fn closes_straight(inside: &str, at: usize) -> bool {
    let mark = inside[at..].chars().next().map_or(1, char::len_utf8);
    inside[at + mark..].chars().next().is_none_or(|c| !c.is_alphanumeric())
}

/// A single mark closes where no letter follows. One before a space may be a possessive ("the soldiers’ pay"): it
/// closes only if no better one follows.
fn single(inside: &str) -> Option<usize> {
    let mut possible = None;
    for (at, c) in inside.char_indices().filter(|(_, c)| matches!(c, '’' | '\'')) {
        let rest = &inside[at + c.len_utf8()..];
        match rest.chars().next() {
            None | Some(',' | '.' | ';' | ':' | ')' | ']' | '\n') => return Some(at),
            Some(' ') if rest.trim_start().starts_with(['(', '[']) => return Some(at),
            Some(' ') if possible.is_none() && !inside[..at].ends_with('s') => possible = Some(at),
            _ => {}
        }
    }
    possible
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<_> =
            quotes(text).iter().map(|quote| &text[quote.inner.start..quote.inner.end]).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn finds_the_outermost_marks() {
        check("Moro, “The Road,” The Daily", &["The Road,"]);
        check("Moro, “‘The Road’ Is Long,” The Daily", &["‘The Road’ Is Long,"]);
        check("Moro, ““The List”: A Story,” BBC", &["“The List”: A Story,"]);
        check("Moro, \"The Road's End,\" The Daily", &["The Road's End,"]);
        check("Moro, \"In Mali, 'France Pays,' Expert Says,\" X", &["In Mali, 'France Pays,' Expert Says,"]);
        check("Moro, « La route », Le Jour", &["La route"]);
        check("Moro, ‘The Soldiers’ Pay’, The Daily", &["The Soldiers’ Pay"]);
        check("Moro, 'The Road', The Daily", &["The Road"]);
        check("Moro, „Die Straße“, Die Zeit", &["Die Straße"]);
        check("the soldiers' pay and the army's road", &[]);
        check("an unclosed “quotation", &[]);
    }
}
