//! E03: a bare surname that two people of the report share.

use std::collections::{BTreeSet, HashMap};

use crate::entities::{Entity, EntityKind, Mention};
use crate::text::fold_words;

use super::corpus::Corpus;
use super::named::Named;
use super::wording::listed;
use super::{Code, Diagnostic, Rule, Typed};

pub(super) const RULE: Rule = Rule {
    code: Code::E03,
    why: "What is said of one of the two is read as said of the other.",
    wrong: &[Typed::report(
        "Ibrahim Kessoura and Awa Kessoura were heard in May.\n\n\
             In June, Kessoura took the money.\n",
    )],
    right: &[Typed::report(
        "Ibrahim Kessoura and Awa Kessoura were heard in May.\n\n\
             In June, Ibrahim Kessoura took the money.\n",
    )],
    silence: "when the paragraph makes clear which of them is meant",
    run: |corpus: &Corpus<'_>| {
        corpus.readings.iter().flat_map(|reading| check(&Named::of(reading))).collect()
    },
};

fn check(named: &Named<'_, '_>) -> Vec<Diagnostic> {
    let mut by_surname: HashMap<String, Vec<usize>> = HashMap::new();
    for (entity, of) in named.entities().filter(|(_, of)| of.kind == EntityKind::Person) {
        // "Colonel Kessoura" has no given name.
        let ranked = |name: &String| of.titles.iter().any(|title| name.starts_with(title.as_str()));
        let full = of.names.iter().filter(|name| !ranked(name));
        let surnames: BTreeSet<String> = full.filter_map(|name| surname(name)).collect();
        for surname in surnames {
            by_surname.entry(surname).or_default().push(entity);
        }
    }
    named.entities().filter_map(|(entity, of)| in_entity(named, &by_surname, entity, of)).collect()
}

/// The last word of a name of two words and more, folded.
fn surname(name: &str) -> Option<String> {
    let folded = fold_words(name);
    folded.rsplit_once(' ').map(|(_, last)| last.to_owned())
}

/// An entity that is only ever called by a surname is one that could not be told.
fn in_entity(
    named: &Named<'_, '_>,
    by_surname: &HashMap<String, Vec<usize>>,
    entity: usize,
    of: &Entity,
) -> Option<Diagnostic> {
    let ranked = |name: &String| of.titles.iter().any(|title| name.starts_with(title.as_str()));
    let full = |name: &&String| !ranked(name) && fold_words(name).contains(' ');
    if of.kind != EntityKind::Person || of.names.iter().any(|name| full(&name)) {
        return None;
    }
    let people = by_surname.get(&fold_words(&of.caption)).filter(|people| people.len() > 1)?;
    let unclear = named
        .mentions(entity)
        .iter()
        .find(|mention| named.is_running(mention.span) && !is_clear(named, people, of, mention))?;
    let names: Vec<String> = people
        .iter()
        .map(|person| format!("“{}”", named.reading.analysis.entities[*person].caption))
        .collect();
    let text = named.text(unclear);
    let places =
        people.iter().filter_map(|person| Some(named.place(named.mentions(*person).first()?, "one of them")));
    Some(
        Diagnostic::new(
            Code::E03,
            format!("“{text}” may be any of {}.", listed(&names)),
            "Write the name in full.",
        )
        .at(named.place(unclear, "which of them?"))
        .at_each(places),
    )
}

/// One of the people, and no other, is named in full in the same block before, or alone bears the title; or not two of them
/// have been named yet.
fn is_clear(named: &Named<'_, '_>, people: &[usize], of: &Entity, mention: &Mention) -> bool {
    let block = named.reading.document.block_at(mention.span.start);
    let before =
        |person: &&usize| named.mentions(**person).iter().any(|other| other.span.start < mention.span.start);
    let beside = |person: &&usize| {
        let start = block.map_or(0, |block| block.span.start);
        named.mentions(**person).iter().any(|other| (start..mention.span.start).contains(&other.span.start))
    };
    let titled = |person: &&usize| {
        let titles = &named.reading.analysis.entities[**person].titles;
        of.titles.iter().any(|title| titles.contains(title))
    };
    people.iter().filter(before).count() < 2
        || people.iter().filter(beside).count() == 1
        || people.iter().filter(titled).count() == 1
}

#[cfg(test)]
mod tests {
    use super::super::trial::{Report, check};
    use super::RULE;

    #[track_caller]
    fn reports(body: &[&str], expected: &[(&str, &[&str])]) {
        check(&RULE, &Report { body, notes: &[] }, expected);
    }

    #[test]
    fn a_surname_of_two_people_is_not_enough() {
        reports(
            &["Ibrahim Kessoura and Awa Kessoura were heard in May.", "In June, Kessoura took the money."],
            &[(
                "“Kessoura” may be any of “Ibrahim Kessoura” and “Awa Kessoura”.",
                &["Kessoura", "Ibrahim Kessoura", "Awa Kessoura"],
            )],
        );
    }

    #[test]
    fn a_surname_that_can_be_of_one_only_is() {
        for body in [
            &["Ibrahim Kessoura was heard in May.", "In June, Kessoura took the money."][..],
            &["Awa Kessoura was heard in May.", "Then Ibrahim Kessoura came. Kessoura took the money."],
            &["Ibrahim Kessoura was heard. Kessoura took the money.", "Awa Kessoura was not."],
            &[
                "Colonel Ibrahim Kessoura and Awa Kessoura were heard.",
                "In June, Colonel Kessoura took the money.",
            ],
        ] {
            reports(body, &[]);
        }
    }
}
