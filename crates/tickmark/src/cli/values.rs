//! Arguments, second stage: domain values, or an explanation of what they should have been.

use std::num::NonZeroUsize;
use std::time::Duration;

use names::history::Day;
use reason::checks::{Code, Diagnostic, Severity};

use super::Reading;
use crate::explained::Explained;
use crate::worker::limits::{MEGABYTE, MEMORY_LEAST};
use crate::worker::{Limits, Pool};

/// A name this similar to what was typed is worth suggesting (Jaro-Winkler, as clap has it).
const SIMILAR: f64 = 0.7;
/// More suggestions than these are a list to read.
const MOST_SUGGESTIONS: usize = 3;
/// An hour for one file is a mistake of unit.
const LONGEST_WALL: u64 = 86_400;

/// Reads a code or a rule's name.
///
/// # Errors
/// With the rules whose names are similar.
pub fn code(text: &str) -> Result<Code, Explained> {
    Code::parse(text).ok_or_else(|| {
        Explained::new(format!("there is no rule `{text}`")).hint(match similar_rules(text) {
            similar if similar.is_empty() => "`tickmark explain --list` lists all rules".to_owned(),
            similar => format!("did you mean {}?", similar.join(", ")),
        })
    })
}

fn similar_rules(text: &str) -> Vec<String> {
    let text = text.to_lowercase();
    let likeness = |code: &Code| {
        let name = code.name().to_lowercase();
        let is_slip = strsim::osa_distance(&text, &name) <= 1;
        let slug = strsim::jaro_winkler(&text, code.slug());
        if is_slip { 1.0 } else { slug }
    };
    let mut ranked: Vec<_> = Code::ALL.iter().map(|code| (likeness(code), code)).collect();
    ranked.retain(|(likeness, _)| *likeness >= SIMILAR);
    ranked.sort_by(|one, other| other.0.total_cmp(&one.0));
    ranked
        .iter()
        .take(MOST_SUGGESTIONS)
        .map(|(_, code)| format!("{} ({})", code.name(), code.slug()))
        .collect()
}

/// Reads a day, for the argument named.
///
/// # Errors
/// When it is none.
pub fn day(argument: &str, text: &str) -> Result<Day, Explained> {
    Day::parse(text)
        .ok_or_else(|| Explained::new(format!("{argument} {text} is no day")).hint("write it as 2026-02-27"))
}

/// What ends a check with status 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Denied {
    least: Severity,
    codes: Vec<Code>,
}

impl Denied {
    /// Reads the values of `--deny`: of several severities the lowest counts; codes come on top.
    ///
    /// # Errors
    /// When a value is neither a severity nor a rule.
    pub fn parse(values: &[String]) -> Result<Self, Explained> {
        let mut least = None;
        let mut codes = Vec::new();
        for value in values {
            match severity(value) {
                Some(severity) => least = Some(least.map_or(severity, |least| severity.min(least))),
                None => codes.push(code(value).map_err(or_a_severity)?),
            }
        }
        Ok(Self { least: least.unwrap_or(Severity::Error), codes })
    }

    /// Whether this diagnostic is one of them.
    pub fn includes(&self, diagnostic: &Diagnostic) -> bool {
        diagnostic.severity >= self.least || self.codes.contains(&diagnostic.code)
    }
}

fn severity(text: &str) -> Option<Severity> {
    [Severity::Error, Severity::Warning, Severity::Note]
        .into_iter()
        .find(|severity| severity.name().eq_ignore_ascii_case(text))
}

fn or_a_severity(error: Explained) -> Explained {
    error.because("--deny takes error, warning, note, or a rule")
}

impl Reading {
    /// The limits of a worker.
    ///
    /// # Errors
    /// When a value is no size or no time, or too small to run in.
    pub fn limits(&self) -> Result<Limits, Explained> {
        Ok(Limits { memory: memory(&self.memory)?, wall: seconds(&self.timeout)? })
    }

    /// Workers with these limits, as many as asked for or as there are cores.
    ///
    /// # Errors
    /// Those of [`Self::limits`].
    pub fn pool(&self) -> Result<Pool, Explained> {
        Ok(Pool::new(self.width(), self.limits()?))
    }

    /// How many files are read at a time.
    pub fn width(&self) -> NonZeroUsize {
        let cores = || std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN);
        self.jobs.unwrap_or_else(cores)
    }
}

fn memory(text: &str) -> Result<u64, Explained> {
    let lower = text.trim().to_ascii_lowercase();
    let digits = lower.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let unit = match &lower[digits.len()..] {
        "" | "m" | "mb" => Some(MEGABYTE),
        "g" | "gb" => Some(1000 * MEGABYTE),
        _ => None,
    };
    let bytes = unit.and_then(|unit| digits.trim().parse::<u64>().ok()?.checked_mul(unit));
    match bytes {
        Some(bytes) if bytes >= MEMORY_LEAST => Ok(bytes),
        Some(_) => Err(Explained::new(format!("--memory {text} is too little"))
            .because(format!("a reading process needs {} MB", MEMORY_LEAST / MEGABYTE))),
        None => {
            Err(Explained::new(format!("--memory {text} is not a size")).hint("write it as 512MB or 2GB"))
        }
    }
}

fn seconds(text: &str) -> Result<Duration, Explained> {
    let digits = text.trim().trim_end_matches('s');
    match digits.parse() {
        Ok(seconds @ 1..=LONGEST_WALL) => Ok(Duration::from_secs(seconds)),
        _ => Err(Explained::new(format!("--timeout {text} is not a time"))
            .hint(format!("write whole seconds, 1 to {LONGEST_WALL}"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_have_units_and_a_least() {
        let check = |text: &str, bytes: Option<u64>| assert_eq!(memory(text).ok(), bytes, "{text}");
        check("512", Some(512_000_000));
        check("512MB", Some(512_000_000));
        check("2 gb", Some(2_000_000_000));
        check("1MB", None);
        check("lots", None);
        check("99999999999999999999", None);
        check("18446744073709551615GB", None);
    }

    #[test]
    fn times_are_whole_seconds() {
        let check = |text: &str, time: Option<u64>| {
            assert_eq!(seconds(text).ok(), time.map(Duration::from_secs), "{text}");
        };
        check("60", Some(60));
        check("5s", Some(5));
        check("0", None);
        check("-1", None);
        check("a while", None);
    }

    #[test]
    fn an_unknown_rule_is_answered_by_its_neighbours() {
        let hint = |text| code(text).unwrap_err().hint.unwrap();
        assert!(hint("unresolved-markers").contains("N01"), "{}", hint("unresolved-markers"));
        assert!(hint("N1").contains("N01"));
        assert!(hint("zzz").contains("--list"));
        assert_eq!(code("n01").unwrap(), Code::N01);
        assert_eq!(code("Damaged-URL").unwrap(), Code::C05);
    }

    #[test]
    fn the_lowest_severity_counts_and_codes_come_on_top() {
        let denied = |values: &[&str]| {
            let values: Vec<_> = values.iter().map(|value| (*value).to_owned()).collect();
            Denied::parse(&values).unwrap()
        };
        let diagnostic = |code: Code| Diagnostic {
            code,
            severity: code.severity(),
            message: String::new(),
            places: Vec::new(),
            notes: Vec::new(),
            help: String::new(),
        };
        let (error, warning, note) = (diagnostic(Code::N01), diagnostic(Code::C07), diagnostic(Code::C03));
        assert!(denied(&["error"]).includes(&error));
        assert!(!denied(&["error"]).includes(&warning));
        assert!(denied(&["error", "warning"]).includes(&warning));
        assert!(!denied(&["warning"]).includes(&note));
        assert!(denied(&["error", "C03"]).includes(&note));
        assert!(denied(&["c03"]).includes(&error));
    }
}
