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
    check(&with(("Theodore Parry", "1951-01-02", "Bath", "other@example.com")), &[0, 1, 2, 3, 4]);
    check(&[], &[]);
    check(&[("", "", "", ""), ("", "", "", "")], &[0, 1]);
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
