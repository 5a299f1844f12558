//! The words of money of all languages together: `languages/money/*.toml`.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Deserialize;

use crate::text::{PhraseTable, TokenKind, WordSet, phrase_key};

use super::Period;

/// What a name of a currency means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Named {
    /// One currency: its ISO 4217 code.
    Code(&'static str),
    /// Money, but of which of several countries is not said.
    Unsettled,
}

/// Which side of a payment the subject of a verb is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Payer,
    Payee,
}

#[derive(Debug, Default)]
pub(super) struct MoneyWords {
    pub currencies: PhraseTable<Named>,
    pub measures: PhraseTable<()>,
    pub goods: PhraseTable<()>,
    pub of: PhraseTable<()>,
    pub per: PhraseTable<Period>,
    pub per_before: PhraseTable<Period>,
    pub per_apart: PhraseTable<Period>,
    pub respectively: PhraseTable<()>,
    pub equivalents: PhraseTable<()>,
    pub and: PhraseTable<()>,
    pub to: PhraseTable<()>,
    pub by: PhraseTable<()>,
    pub zones: PhraseTable<&'static str>,
    pub sides: PhraseTable<Side>,
    /// First letters of names that can stand before a number: `USD 5 million`.
    pub codes: WordSet<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(rename = "code")]
    _code: String,
    currencies: BTreeMap<String, Vec<String>>,
    unsettled: Names,
    goods: Goods,
    per: Per,
    equivalents: Equivalents,
    paying: Paying,
    zones: BTreeMap<String, Vec<String>>,
}

#[derive(Debug, Deserialize)]
struct Names {
    names: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Goods {
    measures: Vec<String>,
    goods: Vec<String>,
    of: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct Per {
    day: Vec<String>,
    week: Vec<String>,
    month: Vec<String>,
    quarter: Vec<String>,
    year: Vec<String>,
    before: BTreeMap<String, Vec<String>>,
    apart: BTreeMap<String, Vec<String>>,
    respectively: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Equivalents {
    joints: Vec<String>,
    and: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Paying {
    verbs: Vec<String>,
    receiving: Vec<String>,
    to: Vec<String>,
    by: Vec<String>,
}

const SOURCES: &[&str] = include!(concat!(env!("OUT_DIR"), "/languages_money.rs"));

/// The words of money, made at first use.
pub(super) fn money_words() -> &'static MoneyWords {
    static WORDS: OnceLock<MoneyWords> = OnceLock::new();
    WORDS.get_or_init(|| {
        let mut words = MoneyWords::default();
        for source in SOURCES {
            words.learn(toml::from_str(source).expect("the built-in language files are tested"));
        }
        words
    })
}

impl MoneyWords {
    fn learn(&mut self, file: File) {
        for (code, names) in file.currencies {
            self.codes.insert(phrase_key(&code, TokenKind::Word));
            // The table lives as long as the program.
            let code: &'static str = code.leak();
            self.currencies.learn_all(&names, Named::Code(code));
        }
        self.currencies.learn_all(&file.unsettled.names, Named::Unsettled);
        for (code, names) in file.zones {
            let code: &'static str = code.leak();
            self.zones.learn_all(&names, code);
        }
        self.measures.learn_all(&file.goods.measures, ());
        self.goods.learn_all(&file.goods.goods, ());
        self.of.learn_all(&file.goods.of, ());
        self.equivalents.learn_all(&file.equivalents.joints, ());
        self.and.learn_all(&file.equivalents.and, ());
        self.sides.learn_all(&file.paying.verbs, Side::Payer);
        self.sides.learn_all(&file.paying.receiving, Side::Payee);
        self.to.learn_all(&file.paying.to, ());
        self.by.learn_all(&file.paying.by, ());
        self.learn_periods(&file.per);
    }

    fn learn_periods(&mut self, per: &Per) {
        let periods = [
            (&per.day, Period::Day, "day"),
            (&per.week, Period::Week, "week"),
            (&per.month, Period::Month, "month"),
            (&per.quarter, Period::Quarter, "quarter"),
            (&per.year, Period::Year, "year"),
        ];
        for (phrases, period, name) in periods {
            self.per.learn_all(phrases, period);
            if let Some(phrases) = per.before.get(name) {
                self.per_before.learn_all(phrases, period);
            }
            if let Some(phrases) = per.apart.get(name) {
                self.per_apart.learn_all(phrases, period);
            }
        }
        self.respectively.learn_all(&per.respectively, ());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_read() {
        assert!(money_words().codes.contains("usd"));
    }
}
