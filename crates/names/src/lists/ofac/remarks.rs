//! OFAC's remarks: clauses parted by semicolons, each of a known kind or kept word for word.

use super::details::{self, Detail};
use crate::lists::draft::Draft;
use crate::words::country;

/// Reads remarks into an entry.
pub(super) fn read(draft: &mut Draft, remarks: &str, line: u32) {
    for clause in clauses(remarks) {
        read_clause(draft, clause, line);
    }
}

fn read_clause(draft: &mut Draft, clause: &str, line: u32) {
    // The XML has "(Linked To: X)", the table "Linked To: X".
    let clause = within_brackets(clause).unwrap_or(clause);
    let paper = if details::is_paper(clause) { paper(clause) } else { None };
    let known = match paper {
        Some(paper) => details::add(draft, &Detail { line, ..paper }),
        None => details::add(draft, &Detail { text: clause, line, ..Detail::default() }),
    };
    if !known {
        draft.note(clause, line);
    }
}

/// What stands in brackets that open at the start of a text and close at its end.
fn within_brackets(text: &str) -> Option<&str> {
    let inner = text.strip_prefix('(')?.strip_suffix(')')?;
    let mut depth = 0_i32;
    let balanced = inner.chars().all(|c| {
        depth += i32::from(c == '(') - i32::from(c == ')');
        depth >= 0
    });
    balanced.then_some(inner)
}

/// Clauses, without the full stop that ends them all: names may end in one of their own. A semicolon in brackets parts nothing.
fn clauses(remarks: &str) -> impl Iterator<Item = &str> {
    let remarks = remarks.trim();
    let remarks = remarks.strip_suffix('.').unwrap_or(remarks);
    let mut depth = 0_i32;
    let parts = remarks.split(move |c| {
        match c {
            '(' => depth += 1,
            ')' => depth = (depth - 1).max(0),
            _ => {}
        }
        c == ';' && depth == 0
    });
    parts.map(str::trim).filter(|clause| !clause.is_empty())
}

/// `LABEL NUMBER (Country) issued DAY expires DAY`, in any part but the first missing; `None` where it has none of them.
fn paper(clause: &str) -> Option<Detail<'_>> {
    let mut detail = Detail { text: clause, ..Detail::default() };
    for (word, field) in [(" expires ", &mut detail.expires), (" issued ", &mut detail.issued)] {
        if let Some((before, day)) = detail.text.rsplit_once(word)
            && day.len() <= "30 September 1979".len()
        {
            (detail.text, *field) = (before, day);
        }
    }
    let inner = detail.text.trim().strip_suffix(')').and_then(|text| text.rsplit_once('('));
    if let Some((before, name)) = inner
        && country(name).is_some()
    {
        (detail.text, detail.country) = (before, name);
    }
    (detail.text.len() < clause.len()).then_some(detail)
}
