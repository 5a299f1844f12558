//! Amounts: how much of what currency, for what, from whom to whom, per what time; and what they come to in another.

mod amount;
mod find;
mod parties;
mod rates;
mod read;
#[cfg(test)]
mod tests;
mod words;
mod zone;

pub use amount::Amount;
pub use rates::{Converted, RATE_HOLDS_DAYS, Rates, RatesError};
pub use read::read;

use serde::{Deserialize, Serialize};

use crate::dates::PartialDate;
use crate::document::Span;

/// An amount of money, or of goods that reports count as money (gold, diamonds, oil).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Money {
    /// The passage: the clause in which it stands.
    pub span: Span,
    /// The amount with its currency as written: `6 billion CFA francs`.
    pub written: Span,
    /// In units of the currency or goods; of a range, its lower end.
    pub amount: Amount,
    /// Of a range, its upper end.
    pub amount_high: Option<Amount>,
    /// ISO 4217 where certain, else as written (`CFA francs`, `tons of gold`).
    pub currency: String,
    /// What the text itself says it comes to in US dollars: `(almost $11 million)`.
    pub usd_as_written: Option<Amount>,
    /// Where it says so.
    pub usd_span: Option<Span>,
    /// `month`, `year` ...: per what time.
    pub per: Option<Period>,
    /// What it is for.
    pub what: Option<Span>,
    /// Who pays.
    pub payer: Option<Span>,
    /// Who is paid.
    pub payee: Option<Span>,
    /// When, or of which year.
    pub date: Option<PartialDate>,
    /// Not meant exactly.
    pub approximate: bool,
}

/// Per what time an amount is paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Period {
    /// A day.
    Day,
    /// A week.
    Week,
    /// A month.
    Month,
    /// Three months.
    Quarter,
    /// A year.
    Year,
}
