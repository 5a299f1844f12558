//! Under which programme somebody was put on a list, and what for.

use crate::document::Span;
use crate::patterns::{Book, Sort, View};

use super::read::Says;

/// How many tokens the name of a programme may have.
const LONGEST_NAME: usize = 22;
/// How far behind "Executive Order" its number may stand.
const NUMBER_REACH: usize = 8;

/// The programme that a sentence names: "Executive Order 14098", "the Global Human Rights Sanctions Regulations 2020".
pub(super) fn program(book: &Book<Says>, view: &View<'_>) -> Option<Span> {
    let numbered = (0..view.len()).find_map(|at| numbered(book, view, at));
    numbered.or_else(|| (0..view.len()).find_map(|at| named(book, view, at)))
}

/// "Executive Order (E.O.) 13664", "resolution 2206 (2015)".
fn numbered(book: &Book<Says>, view: &View<'_>, start: usize) -> Option<Span> {
    let length = book.word_at("program", view, start)?;
    let reach = (start + length + NUMBER_REACH).min(view.len());
    let number = (start + length..reach).find(|at| view.is_number(*at))?;
    let apart = (start + length..number).any(|at| view.mark(at, ',') || view.mark(at, ';'));
    if apart {
        return None;
    }
    let mut last = number;
    // "2021/2199": number and year in one.
    while view.mark(last + 1, '/') && view.is_number(last + 2) && !view.spaced(last + 1) {
        last += 2;
    }
    if view.mark(last + 1, '(') && view.is_number(last + 2) && view.mark(last + 3, ')') {
        last += 3;
    }
    Some(view.place_of(start, last))
}

/// "under the Riverbend sanctions regime", "au titre du régime applicable à la région".
fn named(book: &Book<Says>, view: &View<'_>, under: usize) -> Option<Span> {
    let length = book.word_at("under-program", view, under)?;
    let mut first = under + length;
    while view.is(first, Sort::Determiner) {
        first += 1;
    }
    let ends = |at: &usize| {
        [',', ';', '.', ':', '(', '"'].iter().any(|mark| view.mark(*at, *mark))
            || view.is_any(*at, &[Sort::Auxiliary, Sort::Clause])
            || book.word_at("reason", view, *at).is_some()
    };
    let reach = (first + LONGEST_NAME).min(view.len());
    let end = (first..reach).find(ends).unwrap_or(reach);
    let mut last = end.checked_sub(1)?;
    // "... Regulations 2020 on 3 May": a date of the act is no part of the name.
    if let Some(on) = (first..end).find(|at| *at > first && book.word_at("on-date", view, *at).is_some()) {
        last = on - 1;
    }
    let tells = first <= last && book.has_word("regime", view, first, last + 1);
    tells.then(|| view.place_of(first, last))
}

/// What a party was put on a list for: from "for" behind it to the end of the clause.
pub(super) fn reason(book: &Book<Says>, view: &View<'_>, behind: usize, until: usize) -> Option<Span> {
    let until = until.min(view.len());
    let start = (behind + 1..until).find(|at| {
        book.word_at("reason", view, *at)
            .is_some_and(|length| book.word_at("no-reason", view, *at + length).is_none())
    })?;
    let open = (behind + 1..start).any(|at| view.mark(at, ';'));
    let end = (start..until).find(|at| view.mark(*at, ';')).unwrap_or(until);
    let last =
        (start..end).rev().find(|at| !view.is_mark(*at) || view.mark(*at, ')') || view.mark(*at, '"'))?;
    (!open && last > start + 1).then(|| view.place_of(start, last))
}
