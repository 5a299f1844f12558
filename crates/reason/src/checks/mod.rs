//! What is unsupported, contradictory or wrong. Each rule is one file, with its reason, an example and its tests.
//!
//! A rule never repairs and never says which of two sides is right. It prefers silence to a guess: a diagnostic that a
//! careful editor would wave away costs more trust than one that is missed.

mod citing;
mod corpus;
mod diagnostic;
mod example;
mod figures;
mod named;
mod retold;
mod rule;
mod spelling;
mod stated;
#[cfg(test)]
mod trial;
mod wording;
mod words;

mod c01_no_date;
mod c02_no_publisher;
mod c03_no_locator;
mod c04_url_date;
mod c05_damaged_url;
mod c06_inconsistent_work;
mod c07_author_spelling;
mod c08_impossible_date;
mod c09_lost_ibid;
mod d01_unread;
mod e01_name_spelling;
mod e02_undefined_abbreviation;
mod e03_ambiguous_name;
mod e05_attribution_mismatch;
mod e06_listed_party;
mod f01_contested_figure;
mod f02_figure_conflict;
mod f03_unsourced_figure;
mod f04_single_origin;
mod f05_figure_not_in_source;
mod f06_table_total;
mod f07_conversion_outlier;
mod f08_subset_exceeds_total;
mod n01_unresolved_marker;
mod n02_uncalled_note;
mod n03_marker_order;
mod n04_repeated_work;
mod n05_empty_note;
mod r01_no_right_of_reply;
mod s01_identifiable_source;
mod s02_source_leak;
mod t01_source_predates_event;
mod t02_date_mismatch;
mod t03_date_conflict;

pub use diagnostic::{Code, Diagnostic, Place, Severity};
pub use example::Typed;
pub use rule::Rule;

use crate::dates::{PartialDate, calendar};
use crate::listings::Listings;
use crate::{Conclusions, Source};
use corpus::Corpus;

/// In the order of [`Code::ALL`].
const RULES: [Rule; Code::ALL.len()] = [
    n01_unresolved_marker::RULE,
    n02_uncalled_note::RULE,
    n03_marker_order::RULE,
    n04_repeated_work::RULE,
    n05_empty_note::RULE,
    c01_no_date::RULE,
    c02_no_publisher::RULE,
    c03_no_locator::RULE,
    c04_url_date::RULE,
    c05_damaged_url::RULE,
    c06_inconsistent_work::RULE,
    c07_author_spelling::RULE,
    c08_impossible_date::RULE,
    c09_lost_ibid::RULE,
    t01_source_predates_event::RULE,
    t02_date_mismatch::RULE,
    t03_date_conflict::RULE,
    f01_contested_figure::RULE,
    f02_figure_conflict::RULE,
    f03_unsourced_figure::RULE,
    f04_single_origin::RULE,
    f05_figure_not_in_source::RULE,
    f06_table_total::RULE,
    f07_conversion_outlier::RULE,
    f08_subset_exceeds_total::RULE,
    e01_name_spelling::RULE,
    e02_undefined_abbreviation::RULE,
    e03_ambiguous_name::RULE,
    e05_attribution_mismatch::RULE,
    e06_listed_party::RULE,
    r01_no_right_of_reply::RULE,
    s01_identifiable_source::RULE,
    s02_source_leak::RULE,
    d01_unread::RULE,
];

/// All rules, in the order of their codes.
#[must_use]
pub fn rules() -> &'static [Rule] {
    &RULES
}

/// The rule of a code.
#[must_use]
pub fn rule(code: Code) -> &'static Rule {
    &RULES[code as usize]
}

/// Runs every rule over the documents given and what follows from them together.
///
/// In order of document, then place, then code. What the user silences is taken out by the caller.
#[must_use]
pub fn check(sources: &[Source<'_>], conclusions: &Conclusions) -> Vec<Diagnostic> {
    let corpus = Corpus::new(sources, conclusions);
    let mut found: Vec<Diagnostic> = RULES.iter().flat_map(|rule| (rule.run)(&corpus)).collect();
    found.sort_by_key(order);
    found
}

/// Runs E06 alone, by what lists say: the one rule that asks more than the documents. In the order of [`check`].
#[must_use]
pub fn check_listings(
    sources: &[Source<'_>],
    conclusions: &Conclusions,
    listings: &Listings,
) -> Vec<Diagnostic> {
    let corpus = Corpus { listings, ..Corpus::new(sources, conclusions) };
    let mut found = (rule(Code::E06).run)(&corpus);
    found.sort_by_key(order);
    found
}

/// Where a diagnostic stands among others: by document, then place, then code.
#[must_use]
pub fn order(diagnostic: &Diagnostic) -> impl Ord + use<> {
    let first = diagnostic.places.first();
    (first.map(|place| (place.document, place.span.map(|span| span.start))), diagnostic.code)
}

/// The day of which a report is, as far as it or its file says.
#[must_use]
pub fn report_date(source: &Source<'_>) -> Option<PartialDate> {
    c08_impossible_date::date_of(source)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_has_its_rule() {
        for code in Code::ALL {
            assert_eq!(rule(*code).code, *code);
        }
    }

    #[test]
    fn every_rule_explains_itself() {
        for rule in rules() {
            for text in [rule.why, rule.silence] {
                assert!(!text.trim().is_empty(), "{}", rule.code.name());
            }
        }
    }
}
