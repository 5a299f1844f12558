//! Dates in figures: `2024-07-25`, `25.7.2024`, `25/07/2024`.

use crate::text::{Token, TokenKind};

use super::PartialDate;

/// Reads a date in figures that begins at a token; with it how many tokens it takes and whether day and month could
/// be the other way round (`03/04/2024`).
pub(super) fn at(text: &str, tokens: &[Token]) -> Option<(PartialDate, usize, Order)> {
    let [first, join, second, again, third, ..] = tokens else {
        return None;
    };
    let joined = matches!(join.kind, TokenKind::Mark('-' | '/' | '.')) && join.kind == again.kind;
    let tight = !join.spaced && !second.spaced && !again.spaced && !third.spaced;
    // "3. 6. 2021" is how German prints it.
    let german = join.is('.') && again.is('.') && !join.spaced && !again.spaced;
    if !joined || !(tight || german) {
        return None;
    }
    let number = |token: &Token| {
        (token.kind == TokenKind::Number).then(|| token.text(text).parse::<i32>().ok()).flatten()
    };
    let (a, b, c) = (number(first)?, number(second)?, number(third)?);
    let digits = |token: &Token| token.span.len();
    if digits(first) == 4 && digits(second) <= 2 && digits(third) <= 2 {
        return date(a, b, c).map(|date| (date, 5, Order::Certain));
    }
    if digits(third) != 4 || digits(first) > 2 || digits(second) > 2 {
        return None;
    }
    // With full stops the day comes first wherever the form is used; with strokes America and Europe differ.
    if join.is('.') || a > 12 || a == b {
        return date(c, b, a).map(|date| (date, 5, Order::Certain));
    }
    if b > 12 {
        return date(c, a, b).map(|date| (date, 5, Order::Certain));
    }
    Some((PartialDate::new(Some(c as i16), None, None), 5, Order::Ambiguous))
}

/// Whether day and month are told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    Certain,
    Ambiguous,
}

fn date(year: i32, month: i32, day: i32) -> Option<PartialDate> {
    let plausible = (1000..=2999).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    plausible.then(|| PartialDate::new(Some(year as i16), Some(month as u8), Some(day as u8)))
}
