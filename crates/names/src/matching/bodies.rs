//! Two names of organisations, companies, ships or other things.

use crate::reading::{Read, Role, Token};

use super::account::{Account, Line, Span};
use super::pairing::{Pair, Pairing, bits};
use super::weights as w;
use super::{How, PartKind};

/// Gives the points of two names, of which one at least is not a person's, to an account.
pub(super) fn compare(pairing: &Pairing<'_>, account: &mut impl Account) {
    let (other_words, left_one, left_other) = contradictions(pairing);
    let all = pairing.pairs().iter().map(|pair| told(pairing, pair.one, pair.other)).sum::<f32>()
        + other_words
            .iter()
            .flatten()
            .map(|(one, other)| told(pairing, Span::one(*one), Span::one(*other)))
            .sum::<f32>();
    let all = all.max(1.0);
    let mut paired = 0;
    while let Some(pair) = next_pair(pairing, &mut paired) {
        let share = told(pairing, pair.one, pair.other) / all;
        let apart = pair.close.apart;
        let alone = pair.close.how == How::Meaning && pairing.pairs().len() == 1;
        let apart = w::distance(apart) * if is_only_name(pairing, pair) { w::ONLY_NAME } else { 1.0 };
        let points = share - apart - if alone { w::MEANING_ALONE } else { 0.0 };
        account.add(Line {
            what: what(pairing, pair.one, pair.other),
            points,
            one: pair.one,
            other: pair.other,
            how: pair.close.how,
        });
    }
    for (one, other) in other_words.into_iter().flatten() {
        let (one, other) = (Span::one(one), Span::one(other));
        let line = Line {
            what: what(pairing, one, other),
            points: -against(pairing, one, other),
            one,
            other,
            how: How::Differs,
        };
        account.add(line);
    }
    missing(pairing, all, left_one, left_other, account);
    forms(pairing, account);
}

fn next_pair<'p>(pairing: &'p Pairing<'_>, paired: &mut u32) -> Option<&'p Pair> {
    let next = pairing
        .pairs()
        .iter()
        .filter(|pair| *paired & pair.one.bits() == 0)
        .min_by_key(|pair| pair.one.start)?;
    *paired |= next.one.bits();
    Some(next)
}

/// Whether a pair of words that are nearly one is all that a name of words of organisations has of its own.
fn is_only_name(pairing: &Pairing<'_>, pair: &Pair) -> bool {
    let names = |read: Read<'_>| read.tokens().iter().filter(|token| token.role == Role::Name).count();
    let has_words = |read: Read<'_>| read.tokens().iter().any(|token| token.role == Role::OrgWord);
    pair.close.how == How::Letters
        && what(pairing, pair.one, pair.other) == PartKind::Name
        && [pairing.one, pairing.other].into_iter().all(|read| names(read) == 1 && has_words(read))
}

/// How much the words of two spans tell, in hundredths; never quite nothing, so that names of such words alone can agree.
fn told(pairing: &Pairing<'_>, one: Span, other: Span) -> f32 {
    let sum = |tokens: &[Token], span: Span| {
        tokens[span.places()].iter().map(|token| f32::from(token.telling.max(3))).sum::<f32>()
    };
    (sum(pairing.one.tokens(), one) + sum(pairing.other.tokens(), other)) / 2.0
}

fn what(pairing: &Pairing<'_>, one: Span, other: Span) -> PartKind {
    let tokens = || pairing.one.tokens()[one.places()].iter().chain(&pairing.other.tokens()[other.places()]);
    if tokens().any(|token| token.role == Role::Number) {
        PartKind::Number
    } else if tokens().all(|token| token.role == Role::OrgWord) {
        PartKind::OrgWord
    } else {
        PartKind::Name
    }
}

fn against(pairing: &Pairing<'_>, one: Span, other: Span) -> f32 {
    let tokens = || pairing.one.tokens()[one.places()].iter().chain(&pairing.other.tokens()[other.places()]);
    if tokens().any(|token| token.role == Role::Number) {
        return w::OTHER_NUMBER;
    }
    let most = tokens().map(|token| f32::from(token.telling) / 100.0).fold(0.0, f32::max);
    w::OTHER_WORD * (most / w::TELLS_LITTLE).min(1.0)
}

type Contradictions = [Option<(usize, usize)>; 8];

/// Words that no word of the other side stands for, each with one in its place, as far as both sides have some: numbers with
/// numbers, the others in order.
fn contradictions(pairing: &Pairing<'_>) -> (Contradictions, u32, u32) {
    let (mut left_one, mut left_other) = (pairing.left_one, pairing.left_other);
    let mut found: Contradictions = [None; 8];
    let mut slots = found.iter_mut();
    for is_number in [true, false] {
        let next = |read: Read<'_>, left: u32| {
            bits(left).find(|at| (read.tokens()[*at].role == Role::Number) == is_number)
        };
        while let (Some(one), Some(other)) = (next(pairing.one, left_one), next(pairing.other, left_other))
            && let Some(slot) = slots.next()
        {
            *slot = Some((one, other));
            left_one &= !(1 << one);
            left_other &= !(1 << other);
        }
    }
    (found, left_one, left_other)
}

fn missing(pairing: &Pairing<'_>, all: f32, left_one: u32, left_other: u32, account: &mut impl Account) {
    let weight = |token: &Token| if token.role == Role::Number { 0.0 } else { f32::from(token.telling) };
    let sum = |read: Read<'_>, left: u32| bits(left).map(|at| weight(&read.tokens()[at])).sum::<f32>();
    let left_out = sum(pairing.one, left_one) + sum(pairing.other, left_other);
    let sides = bits(left_one).map(|at| (true, at)).chain(bits(left_other).map(|at| (false, at)));
    for (is_first, at) in sides {
        let token = if is_first { &pairing.one.tokens()[at] } else { &pairing.other.tokens()[at] };
        let points = match token.role {
            Role::Number => w::MISSING_NUMBER,
            _ => w::MISSING_WORD * weight(token) / (all + left_out),
        };
        let span = Span::one(at);
        let (one, other) = if is_first { (span, Span::NONE) } else { (Span::NONE, span) };
        account.add(Line { what: what(pairing, one, other), points: -points, one, other, how: How::Missing });
    }
}

/// The first legal form of each side: the same kind of company, or not.
fn forms(pairing: &Pairing<'_>, account: &mut impl Account) {
    let first = |read: Read<'_>| read.tokens().iter().position(|token| token.role == Role::LegalForm);
    let (one, other) = (first(pairing.one), first(pairing.other));
    let span = |place: Option<usize>| place.map_or(Span::NONE, Span::one);
    let (points, how) = match (one, other) {
        (None, None) => return,
        (Some(first), Some(second)) => {
            let meanings = (pairing.one.tokens()[first].meaning, pairing.other.tokens()[second].meaning);
            match meanings {
                (one, other) if one == other => (0.0, How::Meaning),
                meanings if exclude(meanings) => (-w::OTHER_FORM, How::Differs),
                _ => (0.0, How::Near),
            }
        }
        _ => (0.0, How::Missing),
    };
    account.add(Line { what: PartKind::LegalForm, points, one: span(one), other: span(other), how });
}

/// Whether two legal forms cannot be one: [`crate::words::LegalForm`] as numbers from 1. `Company` says nothing of the form.
fn exclude((one, other): (u32, u32)) -> bool {
    use crate::words::LegalForm::{Limited, LimitedPartnership, Partnership, SoleTrader, Stock};
    let told = [Limited, Stock, Partnership, LimitedPartnership, SoleTrader].map(|form| form as u32 + 1);
    told.contains(&one) && told.contains(&other)
}
