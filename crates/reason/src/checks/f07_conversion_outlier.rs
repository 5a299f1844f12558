//! F07: amounts and what the report says they come to imply exchange rates that disagree.
//!
//! An equivalent is printed rounded ("about $11 million"), so that each implies a span of rates; only spans that lie apart by
//! more than a factor are reported. Rates move: amounts of different years are compared by a wider factor.

use std::collections::BTreeMap;

use crate::money::{Amount, Money};

use super::corpus::Reading;
use super::{Code, Diagnostic, Rule, Typed};

pub(super) const RULE: Rule = Rule {
    code: Code::F07,
    why: "Where one report turns one currency into dollars at rates that no market had at once, a zero was lost or a figure mistyped, and one of the amounts is wrong.",
    wrong: &[Typed::report(
        "In 2021 they paid 640 million gourdes (about $6.4 million). In 2021 the villa cost 320 million gourdes (about $32 million).\n",
    )],
    right: &[Typed::report(
        "In 2021 they paid 640 million gourdes (about $6.4 million). In 2021 the villa cost 320 million gourdes (about $3.2 million).\n",
    )],
    silence: "when the currency collapsed, or the report converts at official and street rates and says so",
    run: |corpus| corpus.readings.iter().flat_map(check).collect(),
};

/// Within a year, few currencies lose a fifth; what is pegged loses nothing.
const SAME_YEAR: f64 = 1.25;

/// Where a year is not told, some years may lie between.
const UNKNOWN_YEAR: f64 = 2.0;

/// From one year to another a currency may halve, seldom more.
const OTHER_YEAR: f64 = 3.0;

/// More amounts of one currency than these are compared with their middle only through the first ones.
const MOST_AMOUNTS: usize = 1_000;

/// An amount with its equivalent, and the least and most dollars a unit that both imply.
#[derive(Clone, Copy)]
struct Implied<'a> {
    money: &'a Money,
    low: f64,
    high: f64,
}

fn check(reading: &Reading<'_>) -> Vec<Diagnostic> {
    let mut currencies: BTreeMap<String, Vec<Implied<'_>>> = BTreeMap::new();
    for money in &reading.analysis.money {
        if let Some(implied) = implied(money) {
            let known = currencies.entry(money.currency.to_lowercase()).or_default();
            if known.len() < MOST_AMOUNTS {
                known.push(implied);
            }
        }
    }
    currencies.into_values().flat_map(|amounts| outliers(reading, &amounts)).collect()
}

fn implied(money: &Money) -> Option<Implied<'_>> {
    let dollars = money.usd_as_written.filter(|_| money.amount_high.is_none())?;
    let (least, most) = rounded(dollars);
    let (from, to) = rounded(money.amount);
    (from > 0.0 && least > 0.0).then(|| Implied { money, low: least / to, high: most / from })
}

/// The span that a printed amount is rounded from: half of its last place that is not zero. A bare 1, 10 or 100 of a unit is
/// taken as meant.
fn rounded(amount: Amount) -> (f64, f64) {
    let hundredths = amount.as_hundredths();
    let mut place = 1_u64;
    while hundredths > 0 && hundredths.is_multiple_of(place * 10) && place < u64::MAX / 100 {
        place *= 10;
    }
    let (value, half) = (amount.units(), place as f64 / 200.0);
    // "$1 million" is not rounded from anything between half and one and a half.
    let half = half.min(value * MOST_ROUNDING);
    (value - half, value + half)
}

/// No careful equivalent is rounded by more than this part of itself.
const MOST_ROUNDING: f64 = 0.1;

/// Those amounts that lie apart from the one in the middle, each with it; of two, both.
fn outliers(reading: &Reading<'_>, amounts: &[Implied<'_>]) -> Vec<Diagnostic> {
    let mut sorted = amounts.to_vec();
    sorted.sort_by(|a, b| a.low.total_cmp(&b.low));
    let Some(middle) = sorted.get((sorted.len().max(1) - 1) / 2).copied() else { return Vec::new() };
    let apart = |other: &&Implied<'_>| factor(&middle, other) > allowed(middle.money, other.money);
    amounts.iter().filter(apart).map(|other| told(reading, &middle, other)).collect()
}

/// By how much two spans lie apart; at most 1 where they overlap.
fn factor(a: &Implied<'_>, b: &Implied<'_>) -> f64 {
    (a.low / b.high).max(b.low / a.high)
}

fn allowed(a: &Money, b: &Money) -> f64 {
    match (a.date.and_then(|date| date.year), b.date.and_then(|date| date.year)) {
        (Some(a), Some(b)) if a == b => SAME_YEAR,
        (Some(_), Some(_)) => OTHER_YEAR,
        _ => UNKNOWN_YEAR,
    }
}

fn told(reading: &Reading<'_>, a: &Implied<'_>, b: &Implied<'_>) -> Diagnostic {
    let (first, second) = if a.money.span.start <= b.money.span.start { (a, b) } else { (b, a) };
    let rate = |implied: &Implied<'_>| {
        let dollars = implied.money.usd_as_written.unwrap_or_default().units();
        significant(implied.money.amount.units() / dollars)
    };
    let message = format!(
        "A dollar is {} {} in one place and {} in another.",
        rate(first),
        first.money.currency,
        rate(second)
    );
    let places = [first, second].into_iter().flat_map(|implied| {
        let money = implied.money;
        let dollars = money.usd_span.unwrap_or(money.written);
        [
            reading.place(money.written, format!("a dollar is {} here", rate(implied))),
            reading.place(dollars, "what it comes to"),
        ]
    });
    Diagnostic::new(
        Code::F07,
        message,
        "Look up the rate of the time; correct the amount or its equivalent, or say why the rates differ.",
    )
    .at_each(places)
}

/// Three significant digits, as rates are spoken of.
fn significant(rate: f64) -> String {
    let decimals = match rate {
        100.0.. => 0,
        10.0.. => 1,
        1.0.. => 2,
        _ => 4,
    };
    format!("{rate:.decimals$}")
}

#[cfg(test)]
mod tests {
    use super::super::trial::{Report, check};
    use super::RULE;

    #[track_caller]
    fn reports(body: &str, expected: &[(&str, &[&str])]) {
        check(&RULE, &Report { body: &[body], notes: &[] }, expected);
    }

    #[test]
    fn a_lost_zero_is_seen() {
        reports(
            "In 2021 they paid 640 million gourdes (about $6.4 million). In 2021 the villa cost 320 million gourdes (about $32 million).",
            &[(
                "A dollar is 100 HTG in one place and 10.0 in another.",
                &["640 million gourdes", "$6.4 million", "320 million gourdes", "$32 million"],
            )],
        );
    }

    #[test]
    fn rounding_and_years_are_no_contradiction() {
        reports(
            "In 2021 they paid 11 billion CFA francs (roughly $19 million), and then 71 billion CFA francs (roughly $120 million).",
            &[],
        );
        reports(
            "In 2015 they paid 640 million naira ($3.2 million). In 2022 they paid 640 million naira ($1.5 million).",
            &[],
        );
        reports("In 2021 they paid 640 million gourdes ($6.4 million).", &[]);
        reports("They paid 640 million gourdes ($6.4 million) and 640 million roubles ($9 million).", &[]);
    }
}
