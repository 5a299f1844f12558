//! Who is held for one, and who is not.

use super::{Described, Options, Pairing, Trait, clusters};
use crate::Party;
use crate::party::{Kind, PartialDate};

/// Name, day of birth, place, mail of each; and the clusters expected.
fn check(people: &[(&str, &str, &str, &str)], expected: &[u32]) {
    let mut pairing = Pairing::default();
    for (name, birth, place, mail) in people {
        let mut party = Party::named(Kind::Person, name);
        party.births = PartialDate::parse(birth).into_iter().collect();
        pairing.party(Described { party: &party, traits: &[(Trait::Place, place), (Trait::Mail, mail)] });
    }
    let paired = pairing.pairs(Options::default());
    assert_eq!(clusters(people.len(), &paired.pairs), expected, "{people:?}\n{paired:#?}");
}

#[test]
fn who_is_one() {
    let others = [
        ("Robert Alan", "1971-06-24", "London", "robert255@smith.net"),
        ("Grace Kelly", "1979-09-05", "Hull", "grace.kelly52@jones.com"),
        ("Logan Ferguson", "1996-04-26", "Exeter", "l.fergus@example.org"),
        ("Theodore Parry", "1988-08-28", "Leeds", "tparry@example.net"),
    ];
    let with = |person: (&'static str, &'static str, &'static str, &'static str)| {
        let mut all = others.to_vec();
        all.push(person);
        all
    };
    check(&others, &[0, 1, 2, 3]);
    check(&with(("Rob Alan", "1971-06-24", "London", "")), &[0, 1, 2, 3, 0]);
    check(&with(("Kelly Grace", "1979-09-05", "", "grace.kelly52@jones.com")), &[0, 1, 2, 3, 1]);
    check(&with(("Logan Fergusson", "1996-04-25", "Exeter", "")), &[0, 1, 2, 3, 2]);
    // No given name, and an initial; what is left out speaks neither way.
    check(&with(("Ferguson", "1996-04-26", "Exeter", "l.fergus@example.org")), &[0, 1, 2, 3, 2]);
    check(&with(("T. Parry", "1988-08-28", "Leeds", "")), &[0, 1, 2, 3, 3]);
    // Another given name: brothers, not one.
    check(&with(("Edmund Parry", "1991-02-03", "Leeds", "")), &[0, 1, 2, 3, 4]);
    check(&with(("Theodore Parry", "1951-01-02", "Bath", "other@example.com")), &[0, 1, 2, 3, 4]);
    check(&[], &[]);
    check(&[("", "", "", ""), ("", "", "", "")], &[0, 1]);
}

/// A register whose days of birth were reckoned from seasons: what seldom happens elsewhere is learnt to be usual there.
#[test]
fn what_is_usual_is_learnt() {
    let score = |day_of_second: fn(u32) -> u32| {
        let mut pairing = Pairing::default();
        let letters = |number: u32, from: u32| char::from(b'a' + (number / from % 20) as u8);
        for number in 0..800 {
            let name = format!(
                "Ka{}o{}a Lu{}i{}",
                letters(number, 1),
                letters(number, 20),
                letters(number, 3),
                letters(number, 40)
            );
            for day in [10, day_of_second(number)] {
                let mut party = Party::named(Kind::Person, &name);
                party.births = PartialDate::parse(&format!("1970-{:02}-{:02}", 1 + day / 28, 1 + day % 28))
                    .into_iter()
                    .collect();
                pairing.party(Described { party: &party, traits: &[] });
            }
        }
        let paired = pairing.pairs(Options { cutoff: 0.0 });
        let of = |one: u32| paired.pairs.iter().find(|pair| (pair.one, pair.other) == (one, one + 1));
        of(0).map(|pair| pair.evidence.births)
    };
    let (often, seldom) = (score(|_| 45), score(|number| if number == 0 { 45 } else { 10 }));
    assert!(often > seldom && seldom.is_some(), "{often:?} {seldom:?}");
}

#[test]
fn many_of_one_name_are_not_all_compared() {
    let mut pairing = Pairing::default();
    for _ in 0..3000 {
        pairing.party(Described { party: &Party::named(Kind::Person, "John Smith"), traits: &[] });
    }
    let paired = pairing.pairs(Options::default());
    assert!(paired.compared < 3000 * 40 && paired.passed_over > 0);
}
