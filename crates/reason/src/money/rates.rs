//! What an amount came to in another currency on a day: from a table with dates and sources that the user can replace.

use std::collections::BTreeMap;
use std::fmt;

use crate::dates::PartialDate;
use crate::dates::calendar::Days;

/// The table that is built in: fixed parities and published averages, each with its source.
const BUNDLED: &str = include_str!("../../knowledge/rates.csv");

/// The rate of a day is used for so many days before and after it: exchange rates move, and an amount of another season is
/// another amount. Averages of a month or year are used for their own days only.
pub const RATE_HOLDS_DAYS: i64 = 31;

/// Exchange rates, by currency and day.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Rates {
    /// By currency: first and last day for which the rate holds as given, then what it is.
    known: BTreeMap<String, Vec<Rate>>,
}

#[derive(Debug, Clone, PartialEq)]
struct Rate {
    date: PartialDate,
    days: Days,
    /// Of a unit: the price in the currency `of`.
    price: f64,
    of: String,
    /// Fixed by law from that date on, and not only measured on it.
    fixed: bool,
    source: String,
}

/// An amount in another currency, with all that it rests on.
#[derive(Debug, Clone, PartialEq)]
pub struct Converted {
    /// In units of the currency asked for.
    pub amount: f64,
    /// How many units of it one unit of the amount was worth.
    pub rate: f64,
    /// The dates of the rates used.
    pub rate_dates: Vec<PartialDate>,
    /// Where they come from.
    pub sources: Vec<String>,
}

/// Why a table of rates cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RatesError {
    /// Counted from 1.
    pub line: usize,
    /// What was expected there.
    pub expected: &'static str,
}

impl fmt::Display for RatesError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: expected {}", self.line, self.expected)
    }
}

impl std::error::Error for RatesError {}

impl Rates {
    /// What is built in: fixed parities, and yearly averages of the euro.
    ///
    /// # Panics
    /// Never: the table is tested.
    #[must_use]
    pub fn bundled() -> Self {
        Self::parse(BUNDLED).expect("the built-in table is tested")
    }

    /// Reads a table: `date,currency,usd_per_unit,source`, a line a rate; lines that begin with `#` are remarks. A currency
    /// written `XOF/EUR` is priced in euros instead, and a date written `1999-01-01..` is the first day of a fixed parity.
    ///
    /// # Errors
    /// At the first line that is neither.
    pub fn parse(text: &str) -> Result<Self, RatesError> {
        let mut rates = Self::default();
        for (index, line) in text.lines().enumerate() {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') || line.starts_with("date,") {
                continue;
            }
            let error = |expected| RatesError { line: index + 1, expected };
            let mut fields = line.splitn(4, ',').map(str::trim);
            let mut field = |expected| fields.next().filter(|field| !field.is_empty()).ok_or(error(expected));
            let (date, currency) = (field("a date")?, field("a currency")?);
            let price = field("a price in US dollars")?;
            let source = field("a source")?.trim_matches('"').to_owned();
            let fixed = date.ends_with("..");
            let date =
                PartialDate::parse(date.trim_end_matches('.')).ok_or(error("a date such as 2024-07-25"))?;
            let days = Days::of(date).ok_or(error("a date of the calendar"))?;
            let price = price.parse().ok().filter(|price: &f64| price.is_finite() && *price > 0.0);
            let price = price.ok_or(error("a price above 0"))?;
            let (currency, of) = currency.split_once('/').unwrap_or((currency, "USD"));
            let rate = Rate { date, days, price, of: of.to_owned(), fixed, source };
            rates.known.entry(currency.to_owned()).or_default().push(rate);
        }
        Ok(rates)
    }

    /// What an amount of one currency came to in another on a date. `None` where the table has no rate that holds then:
    /// nothing is ever converted by a rate of another time.
    ///
    /// ```
    /// use reason::{dates::PartialDate, money::Rates};
    /// let date = PartialDate::parse("2021-05-03").expect("a date");
    /// let converted = Rates::bundled().convert(655_957.0, "XOF", date, "EUR").expect("the parity is fixed");
    /// assert_eq!(converted.amount.round(), 1000.0);
    /// assert_eq!(Rates::bundled().convert(1.0, "NGN", date, "USD"), None);
    /// ```
    #[must_use]
    pub fn convert(&self, amount: f64, currency: &str, date: PartialDate, to: &str) -> Option<Converted> {
        let route = self.route(currency, to, Days::of(date)?)?;
        let rate: f64 = route.iter().map(|step| step.factor).product();
        let mut rate_dates: Vec<_> = route.iter().map(|step| step.rate.date).collect();
        rate_dates.dedup();
        let mut sources: Vec<_> = route.iter().map(|step| step.rate.source.clone()).collect();
        sources.dedup();
        Some(Converted { amount: amount * rate, rate, rate_dates, sources })
    }

    /// The rates from one currency to another: straight, turned round, or over one or two others.
    fn route(&self, from: &str, to: &str, on: Days) -> Option<Vec<Step<'_>>> {
        if from == to {
            return Some(Vec::new());
        }
        let mut reached: Vec<(String, Vec<Step<'_>>)> = vec![(from.to_owned(), Vec::new())];
        for _ in 0..LONGEST_ROUTE {
            let mut further = Vec::new();
            for (at, steps) in &reached {
                for (next, step) in self.steps(at, on) {
                    let steps: Vec<_> = steps.iter().copied().chain([step]).collect();
                    if next == to {
                        return Some(steps);
                    }
                    further.push((next.to_owned(), steps));
                }
            }
            reached = further;
        }
        None
    }

    fn steps<'r>(&'r self, from: &str, on: Days) -> Vec<(&'r str, Step<'r>)> {
        let best = |rates: &'r [Rate]| {
            let holding = rates.iter().filter(|rate| rate.holds(on));
            holding.min_by_key(|rate| (rate.fixed, rate.width(), rate.distance(on)))
        };
        let straight = self.known.get(from).and_then(|rates| best(rates));
        let straight = straight.map(|rate| (rate.of.as_str(), Step { rate, factor: rate.price }));
        let turned = self.known.iter().filter_map(|(currency, rates)| {
            let rate = best(rates).filter(|rate| rate.of == from)?;
            Some((currency.as_str(), Step { rate, factor: 1.0 / rate.price }))
        });
        straight.into_iter().chain(turned).collect()
    }
}

/// CFA francs to euros, euros to dollars, dollars to roubles.
const LONGEST_ROUTE: usize = 3;

#[derive(Debug, Clone, Copy)]
struct Step<'r> {
    rate: &'r Rate,
    factor: f64,
}

impl Rate {
    /// How many days lie between it and some days; 0 where it is of them.
    fn distance(&self, on: Days) -> i64 {
        on.after(self.days).max(self.days.after(on)).max(0)
    }

    /// A fixed parity holds from its day on; the average of a month or year for the days of that month or year; the rate of
    /// a day for a while, and never for a whole year.
    fn holds(&self, on: Days) -> bool {
        if self.fixed {
            return on.first >= self.days.first;
        }
        let measured = self.date.day.is_some();
        let short = on.last - on.first <= RATE_HOLDS_DAYS;
        if measured { short && self.distance(on) <= RATE_HOLDS_DAYS } else { self.covers(on) }
    }

    fn covers(&self, on: Days) -> bool {
        self.days.first <= on.first && on.last <= self.days.last
    }

    /// How many days it is the rate of: of two, the narrower is nearer to the truth.
    const fn width(&self) -> i64 {
        self.days.last - self.days.first
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn convert(table: &str, amount: f64, from: &str, date: &str, to: &str) -> Option<f64> {
        let rates = Rates::parse(table).expect("a table");
        let date = PartialDate::parse(date).expect("a date");
        rates.convert(amount, from, date, to).map(|converted| (converted.amount * 100.0).round() / 100.0)
    }

    #[test]
    fn converts_by_a_rate_of_the_time_only() {
        let table = "date,currency,usd_per_unit,source\n2024-05,KES,0.0075,Invented Bank\n2024-05-03,EUR,1.10,Invented Bank\n1999-01-01..,XOF/EUR,0.00152449,Parity\n";
        assert_eq!(convert(table, 1000.0, "KES", "2024-05-10", "USD"), Some(7.5));
        assert_eq!(convert(table, 7.5, "USD", "2024-05-10", "KES"), Some(1000.0));
        assert_eq!(convert(table, 1000.0, "KES", "2024-07-10", "USD"), None, "a rate of another season");
        assert_eq!(convert(table, 655_957.0, "XOF", "2024-05-03", "USD"), Some(1100.0));
        assert_eq!(convert(table, 1000.0, "KES", "2024", "USD"), None, "a month's average for a year");
        assert_eq!(convert(table, 1000.0, "EUR", "2024", "USD"), None, "a day's rate for a year");
        assert_eq!(convert(table, 1000.0, "EUR", "2024-05-20", "USD"), Some(1100.0));
        assert_eq!(convert(table, 655_957.0, "XOF", "1998-05-03", "EUR"), None, "before the parity");
        assert_eq!(convert(table, 1.0, "NGN", "2024-05-03", "USD"), None);
    }

    #[test]
    fn a_damaged_table_is_refused_with_its_line() {
        let error =
            Rates::parse("2024-05,KES,0.0075,Bank\n2024-13-40,KES,1,Bank\n").expect_err("no such date");
        assert_eq!(error.line, 2);
        assert_eq!(Rates::parse("2024-05,KES,-1,Bank").expect_err("below 0").expected, "a price above 0");
    }

    #[test]
    fn the_bundled_table_is_read() {
        assert!(!Rates::bundled().known.is_empty());
    }
}
