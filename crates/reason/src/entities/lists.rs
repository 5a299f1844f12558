//! Names that stand in one list are of one kind.

use super::EntityKind::{ArmedGroup, Company, Organization, Other, Person, Place};
use super::candidate::{Candidate, Votes};
use super::find::Finder;
use super::lexicon::{Role, lexicon};
use super::whereabouts;

/// Names in one list are of one kind: "the companies X, Y and Z".
pub(super) fn lists(finder: &Finder<'_>, found: &mut [Candidate]) {
    whereabouts::nested(finder, found);
    let mut list = 0;
    for at in 1..found.len() {
        if !is_listed(finder, &found[at - 1], &found[at]) {
            list += 1;
        }
        found[at].list = list;
    }
    let mut from = 0;
    while from < found.len() {
        let to = from + found[from..].iter().take_while(|one| one.list == found[from].list).count();
        // "In Kessa, the Front …": a comma alone makes no list of two.
        if to - from > 2 || (to - from == 2 && is_joined(finder, &found[from], &found[from + 1])) {
            share(&mut found[from..to]);
        }
        from = to;
    }
}

fn is_listed(finder: &Finder<'_>, one: &Candidate, next: &Candidate) -> bool {
    let Some(between) = finder.sentence.tokens.get(one.last + 1..next.first) else { return false };
    let joins = |text: &str| lexicon().roles(&crate::text::fold(text)).any(&[Role::And, Role::Article]);
    !between.is_empty()
        && between.len() <= 3
        && between
            .iter()
            .all(|token| token.is(',') || token.is(';') || joins(token.text(&finder.sentence.text)))
}

/// Whether "and" stands between two names.
fn is_joined(finder: &Finder<'_>, one: &Candidate, next: &Candidate) -> bool {
    let between = finder.sentence.tokens.get(one.last + 1..next.first).unwrap_or_default();
    between.iter().any(|token| {
        let word = crate::text::fold(token.text(&finder.sentence.text));
        lexicon().roles(&word).has(Role::And)
    })
}

/// What speaks for a kind of one speaks, less loudly, for that of all.
fn share(list: &mut [Candidate]) {
    let mut all = Votes::default();
    for kind in [Person, Organization, ArmedGroup, Company, Place, Other] {
        let most = list.iter().map(|one| one.all().of(kind)).max().unwrap_or(0);
        if most >= 3 {
            all.add(kind, if most >= 12 { 2 } else { 1 });
        }
    }
    list.iter_mut().for_each(|one| one.votes.join(all));
}
