//! What is found in texts, and what is not.

use proptest::prelude::*;

use super::*;
use crate::party::{Kind, NameSort};

/// Names of invented parties, as lists write them.
const LISTED: &[(&str, Kind, NameSort)] = &[
    ("OSTREV, Vladimir Viktorovich", Kind::Person, NameSort::Name),
    ("Marwan Al-Khadduri", Kind::Person, NameSort::Name),
    ("KESSA GOLD TRADING COMPANY LLC", Kind::Company, NameSort::Name),
    ("HALDENFLOT", Kind::Company, NameSort::Name),
    ("The Miller", Kind::Person, NameSort::Weak),
    ("Зоя Тарбеева", Kind::Person, NameSort::Name),
    ("Société Minière de Varenn", Kind::Company, NameSort::Name),
    ("МИНИСТЕРСТВО ТЯЖЁЛОЙ ДОБЫЧИ", Kind::Organization, NameSort::Name),
    ("李光明天", Kind::Person, NameSort::Name),
    ("Jan Wierzbicki", Kind::Person, NameSort::Name),
    ("I.Q.A.", Kind::Company, NameSort::Name),
];

fn names() -> Names {
    Names::of((0..).zip(LISTED).map(|(entry, (text, kind, sort))| ListedName {
        // The miller is Ostrev.
        entry: if *text == "The Miller" { 0 } else { entry },
        text,
        sort: *sort,
        kind: *kind,
    }))
}

#[track_caller]
fn check(text: &str, expected: &[(&str, &str)]) {
    let found = names().scan(text);
    let told: Vec<(&str, String)> = found.iter().map(|one| (&text[one.start..one.end], one.told())).collect();
    let told: Vec<(&str, &str)> = told.iter().map(|(quote, told)| (*quote, &**told)).collect();
    assert_eq!(told, expected, "{text}");
}

#[test]
fn names_are_found_in_any_order() {
    check("Mr OSTREV, Vladimir Viktorovich, said so.", &[("OSTREV, Vladimir Viktorovich", "as listed")]);
    check("He met Vladimir Ostrev.", &[("Vladimir Ostrev", "as listed, in another order")]);
    check(
        "He met Vladimir Viktorovich Ostrev.",
        &[("Vladimir Viktorovich Ostrev", "as listed, in another order")],
    );
    check("Marwan Khadduri's men", &[("Marwan Khadduri's", "as listed")]);
    check("Marwan\nal-Khadduri", &[("Marwan\nal-Khadduri", "as listed")]);
}

#[test]
fn initials_are_weak() {
    check("V. Ostrev said", &[("V. Ostrev", "as listed, in another order, weak: an initial")]);
    check("Ostrev V.V. said", &[("Ostrev V.V", "as listed, weak: an initial")]);
    check("B. Ostrev said", &[]);
    check("Ostrev said", &[]);
}

#[test]
fn cases_and_scripts_lead_back() {
    check("встреча с Владимиром Остревым", &[("Владимиром Остревым", "in another script, in another order")]);
    check("с Зоей Тарбеевой", &[("Зоей Тарбеевой", "inflected")]);
    check("Zoya Tarbeeva came", &[("Zoya Tarbeeva", "in another script")]);
    check("Jana Wierzbickiego", &[("Jana Wierzbickiego", "inflected")]);
    check("указ Министерства тяжёлой добычи", &[("Министерства тяжёлой добычи", "inflected")]);
}

#[test]
fn bodies_keep_their_order() {
    check("paid by Kessa Gold Trading Company", &[("Kessa Gold Trading Company", "as listed")]);
    check("la Société minière de Varenn a", &[("Société minière de Varenn", "as listed")]);
    check("Trading Kessa Gold", &[]);
    check("Haldenflot is", &[("Haldenflot", "as listed, one word")]);
    check("Haldenflot and a haldenflot", &[]);
    check("Haldenflota and Haldenflots", &[]);
    check("Q&A, I.Q. and IQA", &[]);
}

#[test]
fn pieces_of_other_names_are_not_found() {
    check("Vladimir Ostrev Marwan came", &[]);
    check("Ostrevsky and Vladimirov", &[]);
    check("Vladimir went home. Ostrev stayed", &[]);
    check("the miller and The Miller", &[]);
    check(
        "Vladimir Ostrev, The Miller",
        &[("Vladimir Ostrev", "as listed, in another order"), ("The Miller", "as listed, weak alone")],
    );
}

#[test]
fn scripts_without_spaces_are_read() {
    check("据李光明天说", &[("李光明天", "as listed")]);
}

proptest! {
    #[test]
    fn any_text_is_scanned(text in "(\\PC|Vladimir|Ostrev|, |\\. |'|Зоя|Тарбеев|ой|李光|明|\\n){0,40}") {
        for one in names().scan(&text) {
            prop_assert!(text.get(one.start..one.end).is_some_and(|quote| !quote.is_empty()));
        }
    }

    #[test]
    fn any_name_is_taken(listed in "(\\PC|[A-Z]{3} ){0,20}", text in "\\PC{0,40}") {
        let names = Names::of([ListedName { entry: 0, text: &listed, sort: NameSort::Name, kind: Kind::Person }]);
        let _ = names.scan(&listed);
        let _ = names.scan(&text);
    }
}
