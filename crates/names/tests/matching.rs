//! Pairs of names of many languages and kinds, each on its side of the cut-off.

use names::Party;
use names::matching::{Because, Comparison, Prepared, Says, THRESHOLD, compare, score};
use names::party::{Identifier, Kind, NameSort, PartialDate};
use proptest::prelude::*;

const PEOPLE: &str = include_str!("matching/people.tsv");
const BODIES: &str = include_str!("matching/bodies.tsv");
const KEPT: &str = include_str!("matching/kept.tsv");
const SPELLINGS: &str = include_str!("matching/spellings.tsv");
const OTHERS: &str = include_str!("matching/others.tsv");
const KINDS: &str = include_str!("matching/kinds.tsv");

fn prepared(kind: Kind, name: &str) -> Prepared {
    Prepared::of(&Party::named(kind, name))
}

fn kind(word: &str) -> Kind {
    match word {
        "person" => Kind::Person,
        "company" => Kind::Company,
        "organization" => Kind::Organization,
        "vessel" => Kind::Vessel,
        "airplane" => Kind::Airplane,
        other => panic!("no kind: {other}"),
    }
}

/// Rows with a kind before them; those of people have none.
fn pairs(table: &str) -> Vec<(Kind, bool, &str, &str)> {
    let rows = table.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    rows.map(|row| match row.split('\t').collect::<Vec<_>>()[..] {
        [label, one, other] => (Kind::Person, label == "same", one, other),
        [word, label, one, other] => (kind(word), label == "same", one, other),
        _ => panic!("no pair: {row}"),
    })
    .collect()
}

/// Most of a table is told right; what is not is printed.
#[track_caller]
fn check(table: &str, at_least: f64) {
    let pairs = pairs(table);
    let wrong: Vec<String> = pairs
        .iter()
        .filter_map(|(kind, same, one, other)| {
            let comparison = compare(&prepared(*kind, one), &prepared(*kind, other));
            let parts: Vec<String> = comparison.parts.iter().map(ToString::to_string).collect();
            let is_right = (comparison.score >= THRESHOLD) == *same;
            (!is_right)
                .then(|| format!("{same} {:.2} {one} | {other}: {}", comparison.score, parts.join("; ")))
        })
        .collect();
    let right = 1.0 - wrong.len() as f64 / pairs.len() as f64;
    assert!(right >= at_least, "{right:.3} right of {}\n{}", pairs.len(), wrong.join("\n"));
}

#[test]
fn people() {
    check(PEOPLE, 0.94);
}

#[test]
fn companies_organisations_and_ships() {
    check(BODIES, 0.88);
}

#[test]
fn pairs_that_no_weight_was_chosen_by() {
    check(KEPT, 0.85);
}

/// Each half of a table whose rows begin with their kind is told right as far as it says.
#[track_caller]
fn check_halves(table: &str, same: f64, other: f64) {
    let rows = table.lines().filter(|row| !row.starts_with('#'));
    let pairs: Vec<&str> = rows.filter_map(|row| row.split_once('\t').map(|(_, pair)| pair)).collect();
    for (label, at_least) in [("same", same), ("other", other)] {
        let is_labelled = |pair: &&&str| pair.split('\t').nth(1) == Some(label);
        let half: Vec<&str> = pairs.iter().filter(is_labelled).copied().collect();
        check(&half.join("\n"), at_least);
    }
}

/// Most of the others are a letter or two away from the same: less of those is told apart.
#[test]
fn spellings_of_forty_kinds() {
    check_halves(SPELLINGS, 0.94, 0.76);
}

/// The others are brothers, fathers and namesakes, and companies of another trade or place.
#[test]
fn those_who_are_nearly_called_alike() {
    check_halves(OTHERS, 0.90, 0.80);
}

/// Full names of companies and bodies across languages and scripts, ships, and people of many peoples.
#[test]
fn names_of_fifty_kinds() {
    check_halves(KINDS, 0.92, 0.78);
}

#[test]
fn a_score_is_the_sum_of_its_parts_and_is_the_same_from_both_sides() {
    for (kind, _, one, other) in pairs(PEOPLE).into_iter().chain(pairs(BODIES)) {
        let (one, other) = (prepared(kind, one), prepared(kind, other));
        let comparison = compare(&one, &other);
        let sum: f64 = comparison.parts.iter().map(|part| part.points).sum();
        assert!((sum.clamp(0.0, 1.0) - comparison.score).abs() < 1e-3, "{comparison:?}");
        assert_eq!(score(&one, &other), comparison.score);
        assert!((score(&other, &one) - comparison.score).abs() < 0.1, "{comparison:?}");
    }
}

fn known(name: &str, fill: impl FnOnce(&mut Party)) -> Prepared {
    let mut party = Party::named(Kind::Person, name);
    fill(&mut party);
    Prepared::of(&party)
}

#[track_caller]
fn says(one: &Prepared, other: &Prepared, expected: (Says, Because)) -> Comparison {
    let comparison = compare(one, other);
    assert_eq!((comparison.says, comparison.because), expected, "{comparison:?}");
    comparison
}

#[test]
fn a_name_alone_is_never_a_party() {
    let birth = |text: &str| {
        let date = PartialDate::parse(text).expect("a date");
        move |party: &mut Party| party.births.push(date)
    };
    let passport = |text: &str| {
        let identifier = Identifier { property: "passportNumber".to_owned(), text: text.to_owned() };
        move |party: &mut Party| party.identifiers.push(identifier)
    };
    let country = |text: &'static str| move |party: &mut Party| party.countries.push(text.to_owned());
    let plain = known("Boureima Zongo", |_| {});
    let born = known("Boureima Zongo", birth("1952-10-07"));
    says(&plain, &plain, (Says::SameName, Because::NameAlone));
    says(&plain, &known("Issa Traore", |_| {}), (Says::Neither, Because::NameDiffers));
    says(&born, &born, (Says::SameParty, Because::Birth));
    let other =
        says(&born, &known("Boureima Zongo", birth("1961-03-02")), (Says::SameName, Because::Contradiction));
    assert!(other.score < 0.8, "{other:?}");
    says(&born, &known("Boureima Zongo", birth("1952")), (Says::SameParty, Because::RareName));
    says(&born, &known("Boureima Zongo", birth("1952-07-10")), (Says::SameName, Because::TooLittleBesides));
    says(
        &known("Boureima Zongo", country("bf")),
        &known("Boureima Zongo", country("bf")),
        (Says::SameParty, Because::RareName),
    );
    let numbered = known("Boureima Zongo", passport("A-123 456"));
    says(&numbered, &known("Boureima Zongo", passport("A123456")), (Says::SameParty, Because::Identifier));
    let weak = known("Boureima Zongo", |party| {
        party.births.push(PartialDate::parse("1952-10-07").expect("a date"));
        party.names[0].sort = NameSort::Weak;
    });
    says(&born, &weak, (Says::SameName, Because::WeakAlias));
}

#[test]
fn somebody_and_something_are_never_one() {
    let ship = prepared(Kind::Vessel, "Maria");
    let somebody = prepared(Kind::Person, "Maria");
    says(&somebody, &ship, (Says::Neither, Because::KindDiffers));
    assert_eq!(score(&somebody, &prepared(Kind::Company, "Maria")), 0.0);
    assert_eq!(score(&somebody, &prepared(Kind::LegalEntity, "Maria")), 1.0);
}

#[test]
fn parts_are_printed() {
    let comparison = compare(
        &prepared(Kind::Person, "Vladimir Poutine"),
        &prepared(Kind::Person, "PUTIN, Vladimir Vladimirovich"),
    );
    let lines: Vec<String> = comparison.parts.iter().map(ToString::to_string).collect();
    assert!(lines[0].starts_with("given name Vladimir = Vladimir +"), "{lines:?}");
    assert!(lines[1].starts_with("family name Poutine = PUTIN (another spelling) +"), "{lines:?}");
    assert!(lines[2].starts_with("father's name Vladimirovich on one side only -0.01"), "{lines:?}");
}

#[test]
fn long_names_and_names_of_nothing_take_no_longer() {
    let start = std::time::Instant::now();
    for text in
        ["a ".repeat(50_000), "абв".repeat(40_000), "-".repeat(100_000), "١".repeat(100_000), String::new()]
    {
        let one = prepared(Kind::Person, &text);
        let other = prepared(Kind::Company, &text);
        assert!((0.0..=1.0).contains(&score(&one, &one)));
        assert!((0.0..=1.0).contains(&score(&other, &prepared(Kind::Company, "Halden Mining"))));
    }
    assert!(start.elapsed().as_secs() < 5);
}

proptest! {
    #[test]
    fn any_text_is_read_compared_and_written(one in "\\PC{0,60}", other in "[\\w .,'/-]{0,60}") {
        for kind in [Kind::Person, Kind::Company, Kind::LegalEntity] {
            let (one, other) = (prepared(kind, &one), prepared(kind, &other));
            let comparison = compare(&one, &other);
            prop_assert!((0.0..=1.0).contains(&comparison.score));
            let mut bytes = Vec::new();
            one.encode(&mut bytes);
            let mut read = Prepared::default();
            prop_assert!(read.decode(&bytes).is_some());
            prop_assert_eq!(read, one);
        }
    }

    #[test]
    fn any_bytes_are_a_party_or_none(bytes in proptest::collection::vec(any::<u8>(), 0..300), cut in 0_usize..300) {
        let mut read = Prepared::default();
        let _ = read.decode(&bytes);
        let mut whole = Vec::new();
        prepared(Kind::Person, "Boureima Zongo").encode(&mut whole);
        whole.truncate(cut);
        if read.decode(&whole).is_some() {
            let _ = compare(&read, &read);
        }
    }
}
