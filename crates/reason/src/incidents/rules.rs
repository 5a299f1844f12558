//! Named rules for a best figure. None is the program's own: the user chooses one, and sees what it leaves out.

use std::collections::BTreeMap;

use crate::citations::WorkKind;
use crate::origins::{Origins, Standing};
use crate::works::Work;

use super::table::{Row, extent};

/// A rule by which a figure may be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rule {
    /// As the Uppsala Conflict Data Program gives it: low, best and high. The best is the figure that most origins give; of
    /// several given by as many, the lowest.
    Ucdp,
    /// As ACLED does where reports differ: the most conservative figure.
    Acled,
    /// The figure that more than half of the origins give.
    Majority,
    /// The figure of the kind of source that stands first in the user's order.
    Hierarchy(Vec<WorkKind>),
}

impl Rule {
    /// `ucdp`, `acled`, `majority`, `hierarchy`.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Ucdp => "ucdp",
            Self::Acled => "acled",
            Self::Majority => "majority",
            Self::Hierarchy(_) => "hierarchy",
        }
    }

    /// What it does, in a sentence.
    #[must_use]
    pub const fn explained(&self) -> &'static str {
        match self {
            Self::Ucdp => {
                "The figure that most origins give, the lowest of several; with the lowest and the highest beside it."
            }
            Self::Acled => "The lowest figure that any source gives.",
            Self::Majority => {
                "The figure that more than half of the origins give; none where no figure has them."
            }
            Self::Hierarchy(_) => {
                "The figure of the kind of source that stands first in your order; the lowest of several."
            }
        }
    }
}

/// What a rule chooses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// The lowest figure of all rows.
    pub low: u64,
    /// The figure chosen; `None` where the rule chooses none.
    pub best: Option<u64>,
    /// The highest figure of all rows.
    pub high: u64,
    /// How it was chosen: `given by 2 of 3 origins`.
    pub reason: String,
    /// The rows whose figure is not the one chosen: indexes of the rows given.
    pub left_out: Vec<usize>,
}

/// Chooses among rows of one quantity; `None` where none of them says a number.
#[must_use]
pub fn choose(rule: &Rule, rows: &[&Row], works: &[Work], origins: &Origins) -> Option<Choice> {
    let all = extent(rows)?;
    let (best, reason) = match rule {
        Rule::Acled => (Some(all.low), format!("the lowest of {} figures", distinct(rows))),
        Rule::Ucdp => most_given(rows),
        Rule::Majority => majority(rows),
        Rule::Hierarchy(order) => first_in_order(order, rows, works, origins),
    };
    let left_out =
        (0..rows.len()).filter(|row| number(rows[*row]).is_some() && number(rows[*row]) != best).collect();
    Some(Choice { low: all.low, best, high: all.high, reason, left_out })
}

/// The number by which a row takes part: its least, or its most where it has no least.
fn number(row: &Row) -> Option<u64> {
    row.bounds.and(row.figure.low.or(row.figure.high))
}

fn distinct(rows: &[&Row]) -> usize {
    let mut numbers: Vec<u64> = rows.iter().filter_map(|row| number(row)).collect();
    numbers.sort_unstable();
    numbers.dedup();
    numbers.len()
}

/// By figure: the origins that give it.
fn by_figure(rows: &[&Row]) -> BTreeMap<u64, Vec<usize>> {
    let mut found: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
    for row in rows {
        if let Some(number) = number(row) {
            let origins = found.entry(number).or_default();
            origins.extend(&row.origins);
            origins.sort_unstable();
            origins.dedup();
        }
    }
    found
}

fn all_origins(given: &BTreeMap<u64, Vec<usize>>) -> usize {
    let mut all: Vec<usize> = given.values().flatten().copied().collect();
    all.sort_unstable();
    all.dedup();
    all.len()
}

fn most_given(rows: &[&Row]) -> (Option<u64>, String) {
    let given = by_figure(rows);
    let all = all_origins(&given);
    let Some((best, origins)) =
        given.iter().max_by_key(|(number, origins)| (origins.len(), std::cmp::Reverse(**number)))
    else {
        return (None, "no figure".to_owned());
    };
    (Some(*best), format!("given by {} of {all} origins", origins.len()))
}

fn majority(rows: &[&Row]) -> (Option<u64>, String) {
    let given = by_figure(rows);
    let all = all_origins(&given);
    match given.iter().find(|(_, origins)| 2 * origins.len() > all) {
        Some((number, origins)) => (Some(*number), format!("given by {} of {all} origins", origins.len())),
        None => (None, format!("no figure is given by more than half of {all} origins")),
    }
}

fn first_in_order(
    order: &[WorkKind],
    rows: &[&Row],
    works: &[Work],
    origins: &Origins,
) -> (Option<u64>, String) {
    let kind_of = |standing: usize| match origins.meaning(standing) {
        Standing::Work(work) => works.get(work).map(|work| work.kind),
        Standing::Document(_) => None,
    };
    for kind in order {
        let numbers = rows
            .iter()
            .filter(|row| row.origins.iter().any(|standing| kind_of(*standing) == Some(*kind)))
            .filter_map(|row| number(row));
        if let Some(number) = numbers.min() {
            return (
                Some(number),
                format!("from {}, the first in your order that gives one", kind.name().replace('_', " ")),
            );
        }
    }
    (None, "no source of a kind in your order gives a figure".to_owned())
}
