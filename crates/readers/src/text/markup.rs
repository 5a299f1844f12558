//! Light markup within a block: escapes, emphasis, raised text, links.

mod emphasis;
mod links;
mod raised;

use reason::document::MarkKind;

use crate::inline::Inline;

/// Markup within markup is read this deep: a link's text may be emphasised, and no deeper is ever written.
const DEPTH: usize = 3;

/// Adds text to a block, reading its light markup.
///
/// What is not markup stays: a lone `*` is a note mark, `[12]` and `(12)` are note marks, `<name withheld>` is text.
pub(crate) fn push_markup(out: &mut Inline, source: &str) {
    push_nested(out, source, DEPTH);
}

/// Adds text in which only raised marks are still to be read: a Markdown parser has taken the rest.
pub(crate) fn push_raised_forms(out: &mut Inline, source: &str) {
    let mut rest = source;
    while let Some(at) = rest.find('^') {
        let before = &rest[..at];
        out.push(before);
        let previous = before.chars().next_back().or_else(|| out.last_char());
        match raised::read(out, previous, &rest[at..]) {
            Some(taken) => rest = &rest[at + taken..],
            None => {
                out.push("^");
                rest = &rest[at + 1..];
            }
        }
    }
    out.push(rest);
}

fn push_nested(out: &mut Inline, source: &str, depth: usize) {
    let mut rest = source;
    while let Some(at) = rest.find(SIGNS) {
        out.push(&rest[..at]);
        let before = &rest[..at];
        let from = &rest[at..];
        let taken = match read_one(out, before, from, depth) {
            Some(taken) => taken,
            None => {
                let sign = from.chars().take_while(|c| *c == from.chars().next().unwrap_or(' ')).count();
                out.push(&from[..sign]);
                sign
            }
        };
        rest = &from[taken..];
    }
    out.push(rest);
}

/// What markup begins with. All of it is ASCII.
const SIGNS: [char; 8] = ['\\', '*', '_', '^', '<', '[', '!', '`'];

/// Reads the markup that begins here; gives its length, or `None` where it is text.
fn read_one(out: &mut Inline, before: &str, from: &str, depth: usize) -> Option<usize> {
    let previous = before.chars().next_back().or_else(|| out.last_char());
    match from.as_bytes()[0] {
        b'\\' => read_escape(out, from),
        b'*' | b'_' if depth > 0 => {
            let (marked, taken) = emphasis::read(previous, from)?;
            let start = out.start();
            push_nested(out, marked.text, depth - 1);
            if marked.strength == emphasis::Strength::Emphasis {
                out.close(start, MarkKind::Emphasis);
            }
            Some(taken)
        }
        b'^' => raised::read(out, previous, from),
        b'<' => links::read_angle(out, from, depth),
        b'[' => links::read_bracket(out, from, depth),
        b'!' if from.as_bytes().get(1) == Some(&b'[') => {
            links::read_bracket(out, &from[1..], depth).map(|taken| taken + 1)
        }
        b'`' => read_code(out, from),
        _ => None,
    }
}

/// `\$`: a sign that is meant as such.
fn read_escape(out: &mut Inline, from: &str) -> Option<usize> {
    let sign = from.as_bytes().get(1).filter(|b| b.is_ascii_punctuation())?;
    let mut buffer = [0; 4];
    out.push(char::from(*sign).encode_utf8(&mut buffer));
    Some(2)
}

/// `` `code` ``, in which nothing is markup.
fn read_code(out: &mut Inline, from: &str) -> Option<usize> {
    let inner = &from[1..];
    let end = inner.find('`').filter(|end| *end > 0 && !inner[..*end].contains('\n'))?;
    out.push(&inner[..end]);
    Some(end + 2)
}
