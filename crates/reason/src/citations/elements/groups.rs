//! Brackets.

use crate::document::Span;

/// Nesting deeper than this is no bracket of a citation.
const DEEPEST: usize = 6;

/// The outermost brackets of a text, `(…)` and `[…]`, that stand outside of the spans given (quotations, addresses).
pub(in crate::citations) fn groups(text: &str, outside: impl Fn(usize) -> bool) -> Vec<Span> {
    let mut found = Vec::new();
    let mut open: Vec<(usize, char)> = Vec::new();
    for (at, c) in text.char_indices().filter(|(_, c)| matches!(c, '(' | '[' | ')' | ']')) {
        if !outside(at) {
            continue;
        }
        match c {
            '(' if open.len() < DEEPEST => open.push((at, ')')),
            '[' if open.len() < DEEPEST => open.push((at, ']')),
            _ => {
                let Some(match_at) = open.iter().rposition(|(_, close)| *close == c) else {
                    continue;
                };
                let start = open[match_at].0;
                open.truncate(match_at);
                if open.is_empty() {
                    found.push(Span::new(start, at + 1));
                }
            }
        }
    }
    found
}
