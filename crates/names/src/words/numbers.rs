//! Numbers as words, ordinals and Roman numerals (`data/numbers.tsv`).

use std::sync::OnceLock;

use super::lexicon::Lexicon;
use super::rows;

/// A number that a word says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Number {
    /// In digits, or as a word: 3, three, trois.
    Cardinal(u32),
    /// 1st, first, premier, первый.
    Ordinal(u32),
    /// In Roman numerals: II, xiv. A single letter (`i`, `v`, `x`) may be an initial.
    Roman(u32),
}

impl Number {
    /// The number, however it is written.
    #[must_use]
    pub fn value(self) -> u32 {
        match self {
            Self::Cardinal(value) | Self::Ordinal(value) | Self::Roman(value) => value,
        }
    }
}

/// What number a folded word says. Roman numerals up to 39: beyond, letters are more often a word (`mix`, `dill`).
///
/// ```
/// use names::words::{Number, number};
///
/// assert_eq!(number("first"), Some(Number::Ordinal(1)));
/// assert_eq!(number("ii"), Some(Number::Roman(2)));
/// ```
#[must_use]
pub fn number(word: &str) -> Option<Number> {
    if let Ok(value) = word.parse() {
        return word.bytes().all(|byte| byte.is_ascii_digit()).then_some(Number::Cardinal(value));
    }
    ordinal_digits(word).or_else(|| table().word(word)).or_else(|| roman(word).map(Number::Roman))
}

fn table() -> &'static Lexicon<Number> {
    static TABLE: OnceLock<Lexicon<Number>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let rows = rows::fields(include_str!("../../data/numbers.tsv"));
        let entries = rows.flat_map(|[value, cardinals, ordinals]| {
            let value: u32 = value.parse().unwrap_or_default();
            let cardinals = cardinals.split('|').map(move |word| (word, Number::Cardinal(value)));
            cardinals.chain(ordinals.split('|').map(move |word| (word, Number::Ordinal(value))))
        });
        Lexicon::new(entries)
    })
}

/// Digits with the ending of an ordinal.
fn ordinal_digits(word: &str) -> Option<Number> {
    const ENDINGS: [&str; 22] = [
        "st", "nd", "rd", "th", "er", "re", "eme", "e", "de", "ste", "o", "a", "й", "я", "е", "го", "ой",
        "ий", "ая", "ый", "ое", "inci",
    ];
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    let (number, ending) = word.split_at(digits);
    ENDINGS.contains(&ending).then(|| number.parse().ok().map(Number::Ordinal)).flatten()
}

/// From 1 to 39.
fn roman(word: &str) -> Option<u32> {
    const UNITS: [&str; 10] = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];
    let tens = word.bytes().take_while(|byte| *byte == b'x').count();
    let units = UNITS.iter().position(|units| *units == &word[tens..])?;
    let value = u32::try_from(10 * tens + units).ok()?;
    (1..40).contains(&value).then_some(value)
}
