//! The fields of a query string or a form, decoded.

use std::ops::RangeInclusive;
use std::str::FromStr;

use super::refusal::{Place, Refusal};

/// Names with their values, in the order in which they came; a name may come several times.
#[derive(Debug, Clone, Default)]
pub struct Fields {
    pairs: Vec<(String, String)>,
    place: Place,
}

impl Fields {
    /// Reads `a=1&b=two+words`. Bytes that are no UTF-8 become the sign for that.
    pub fn parse(encoded: &[u8], place: Place) -> Self {
        Self { pairs: form_urlencoded::parse(encoded).into_owned().collect(), place }
    }

    /// The last value of a name.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.all(name).next_back()
    }

    /// Every value of a name.
    pub fn all(&self, name: &str) -> impl DoubleEndedIterator<Item = &str> {
        self.pairs.iter().filter(move |(key, _)| key == name).map(|(_, value)| &**value)
    }

    /// A whole number.
    ///
    /// # Errors
    /// When it is none, or beyond the bounds.
    pub fn number(
        &self,
        name: &str,
        default: usize,
        bounds: RangeInclusive<usize>,
    ) -> Result<usize, Refusal> {
        let number = self.parsed(name, "a whole number")?.unwrap_or(default);
        let within = bounds.contains(&number);
        let (least, most) = bounds.into_inner();
        if within { Ok(number) } else { Err(self.invalid(name, format!("should be from {least} to {most}"))) }
    }

    /// A share, from 0 to 1.
    ///
    /// # Errors
    /// When it is none.
    pub fn share(&self, name: &str, default: f64) -> Result<f64, Refusal> {
        let share: f64 = self.parsed(name, "a number")?.unwrap_or(default);
        if (0.0..=1.0).contains(&share) {
            Ok(share)
        } else {
            Err(self.invalid(name, "should be from 0 to 1"))
        }
    }

    /// `true` or `false`, in the words that Python's servers take for them.
    ///
    /// # Errors
    /// When it is another word.
    pub fn truth(&self, name: &str) -> Result<Option<bool>, Refusal> {
        let Some(text) = self.text(name) else { return Ok(None) };
        match text.to_ascii_lowercase().as_str() {
            "true" | "1" | "yes" | "on" | "t" | "y" => Ok(Some(true)),
            "false" | "0" | "no" | "off" | "f" | "n" => Ok(Some(false)),
            _ => Err(self.invalid(name, "should be true or false")),
        }
    }

    /// Why a value of it cannot be taken.
    pub fn invalid(&self, name: &str, why: impl Into<String>) -> Refusal {
        Refusal::invalid(self.place, &[name], why)
    }

    fn parsed<T: FromStr>(&self, name: &str, what: &str) -> Result<Option<T>, Refusal> {
        let parse = |text: &str| text.parse().map_err(|_| self.invalid(name, format!("should be {what}")));
        self.text(name).map(parse).transpose()
    }
}
