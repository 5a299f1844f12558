//! What is read out of whole reports of many houses, in English and French, against gold rows: `dev`, which the grammars
//! were built with in view, and `unseen`, which nobody who builds reads. Run with `--nocapture` to see the figures:
//!
//! ```text
//! cargo test -p readers --test reports -- --nocapture
//! ```
//!
//! The thresholds lie under what was measured, so that a change which loses something is seen. They are aggregate on
//! purpose: no row of `unseen` is ever printed.
#![expect(
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a measurement prints; a test may fail by panic"
)]

mod gold;
mod likeness;
mod read;
mod tally;

use std::path::{Path, PathBuf};

use gold::Gold;
use read::Read;
use tally::Tally;

/// What is measured of one set of reports, each in [0, 1].
#[derive(Debug)]
struct Figures {
    claims: Tally,
    money: Tally,
    designations: Tally,
    replies: Tally,
    recommendations: Tally,
    /// Share of the entities of the gold of which a form is known.
    entities: f64,
}

fn folder(set: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../reason/tests/reports").join(set)
}

fn measure(set: &str) -> Figures {
    let (gold, read) = (Gold::of(&folder(set)), Read::all(&folder(set)));
    let figures = Figures {
        claims: tally::claims(&gold, &read),
        money: tally::money(&gold, &read),
        designations: tally::designations(&gold, &read),
        replies: tally::replies(&gold, &read),
        recommendations: tally::recommendations(&gold, &read),
        entities: tally::entities(&gold, &read),
    };
    println!("{set}");
    for (name, tally) in [
        ("claims", figures.claims),
        ("money", figures.money),
        ("designations", figures.designations),
        ("replies", figures.replies),
        ("recommendations", figures.recommendations),
    ] {
        println!(
            "  {name:16} F1 {:.3}  precision {:.3}  recall {:.3}",
            tally.f1(),
            tally.precision(),
            tally.recall()
        );
    }
    println!("  {:16} recall {:.3}", "entities", figures.entities);
    figures
}

#[test]
fn reports_that_the_grammars_were_built_on() {
    let figures = measure("dev");
    assert!(figures.claims.f1() >= 0.98, "claims");
    assert!(figures.claims.precision() >= 0.985, "precision of claims");
    assert!(figures.money.f1() >= 0.98, "money");
    assert!(figures.designations.f1() >= 0.95, "designations");
    assert!(figures.replies.f1() >= 0.97, "replies");
    assert!(figures.recommendations.f1() >= 0.88, "recommendations");
    assert!(figures.entities >= 0.96, "entities");
}

#[test]
fn reports_of_further_houses_that_may_be_read() {
    let figures = measure("dev2");
    assert!(figures.claims.f1() >= 0.97, "claims");
    assert!(figures.claims.precision() >= 0.98, "precision of claims");
    assert!(figures.money.f1() >= 0.94, "money");
    assert!(figures.designations.f1() >= 0.90, "designations");
    assert!(figures.replies.f1() >= 0.97, "replies");
    assert!(figures.recommendations.f1() >= 0.96, "recommendations");
    assert!(figures.entities >= 0.94, "entities");
}

#[test]
fn reports_of_a_third_set_that_may_be_read() {
    let figures = measure("dev3");
    assert!(figures.claims.f1() >= 0.98, "claims");
    assert!(figures.claims.precision() >= 0.985, "precision of claims");
    assert!(figures.money.f1() >= 0.77, "money");
    assert!(figures.designations.f1() >= 0.67, "designations");
    assert!(figures.replies.f1() >= 0.92, "replies");
    assert!(figures.recommendations.f1() >= 0.97, "recommendations");
    assert!(figures.entities >= 0.95, "entities");
}

#[test]
fn reports_of_a_fourth_set_that_may_be_read() {
    let figures = measure("dev4");
    assert!(figures.claims.f1() >= 0.95, "claims");
    assert!(figures.claims.precision() >= 0.965, "precision of claims");
    assert!(figures.money.f1() >= 0.96, "money");
    assert!(figures.designations.f1() >= 0.40, "designations");
    assert!(figures.replies.f1() >= 0.78, "replies");
    assert!(figures.recommendations.f1() >= 0.96, "recommendations");
    assert!(figures.entities >= 0.96, "entities");
}

#[test]
fn reports_that_nobody_has_looked_at() {
    let figures = measure("unseen");
    assert!(figures.claims.f1() >= 0.89, "claims");
    assert!(figures.claims.precision() >= 0.97, "precision of claims");
    assert!(figures.money.f1() >= 0.95, "money");
    assert!(figures.designations.f1() >= 0.88, "designations");
    assert!(figures.replies.f1() >= 0.75, "replies");
    assert!(figures.recommendations.f1() >= 0.92, "recommendations");
    assert!(figures.entities >= 0.94, "entities");
}

#[test]
fn reports_that_are_measured_last() {
    let figures = measure("sealed");
    assert!(figures.claims.f1() >= 0.88, "claims");
    assert!(figures.claims.precision() >= 0.92, "precision of claims");
    assert!(figures.money.f1() >= 0.92, "money");
    assert!(figures.designations.f1() >= 0.60, "designations");
    assert!(figures.replies.f1() >= 0.84, "replies");
    assert!(figures.recommendations.f1() >= 0.68, "recommendations");
    assert!(figures.entities >= 0.92, "entities");
}
