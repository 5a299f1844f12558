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
    ("MV SEA HERON", Kind::Vessel, NameSort::Name),
    ("MT Kestrel", Kind::Vessel, NameSort::Name),
    ("Maria Bank", Kind::Company, NameSort::Name),
    ("Central Bank", Kind::Company, NameSort::Name),
    ("Maria Anna", Kind::Company, NameSort::Name),
    ("Zarqal", Kind::Company, NameSort::Name),
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
    check("paid by Haldenflot is", &[("Haldenflot", "as listed, one word")]);
    check("Haldenflot and a haldenflot", &[]);
    check("Haldenflota and Haldenflots", &[]);
    check("Q&A, I.Q. and IQA", &[]);
}

#[test]
fn ships_are_found_whatever_says_that_they_are_ships() {
    check(
        "the vessel Sea Heron and MV Sea Heron",
        &[("Sea Heron", "as listed"), ("MV Sea Heron", "as listed")],
    );
    check("M/V Sea Heron", &[("Sea Heron", "as listed")]);
    check(
        "the tanker Kestrel came; Kestrel left",
        &[("Kestrel", "as listed"), ("Kestrel", "as listed, weak alone")],
    );
    check("They saw a Kestrel in the port.", &[]);
    check("They saw KESTREL in the port.", &[("KESTREL", "as listed, one word")]);
    check("They saw “Kestrel” in the port.", &[("Kestrel", "as listed, one word")]);
}

#[test]
fn short_words_without_vowels_are_no_names() {
    check("قالت «زرقل» شيئا", &[]);
}

#[test]
fn a_given_name_with_a_word_of_bodies_is_a_name() {
    check("paid by Maria Bank", &[("Maria Bank", "as listed")]);
    check("the Central Bank", &[]);
    check("said Maria Anna", &[]);
}

/// Bodies whose names are words of a language.
fn check_lone(text: &str, expected: &[&str]) {
    const BODIES: [&str; 9] = [
        "OCTOBER",
        "Phoenix",
        "Vengeance",
        "Espérance",
        "HOFFNUNG",
        "НАДЕЖДА",
        "ЗАСЛОН",
        "Lundi",
        "Понедельник",
    ];
    let listed = (0..).zip(BODIES);
    let names = Names::of(listed.map(|(entry, text)| ListedName {
        entry,
        text,
        sort: NameSort::Name,
        kind: Kind::Company,
    }));
    let found = names.scan(text);
    let quotes: Vec<&str> = found.iter().map(|one| &text[one.start..one.end]).collect();
    assert_eq!(quotes, expected, "{text}");
}

#[test]
fn an_ordinary_word_is_no_name() {
    check_lone("They met on 3 October 2020, in October; October was wet.", &[]);
    check_lone("Le comité s'est réuni Lundi.", &[]);
    check_lone("Встреча была в Понедельник.", &[]);
    check_lone("It was late. Vengeance came. \n\nVengeance again.", &[]);
    check_lone("L'espérance est morte. Espérance vaine.", &[]);
    check_lone("Всё прошло. Надежда умирает последней.", &[]);
}

#[test]
fn a_word_that_stands_as_a_name_is_one() {
    check_lone("The ore went to Vengeance. Vengeance paid.", &["Vengeance", "Vengeance"]);
    check_lone("«Заслон» купил рудник. Заслон молчит.", &["Заслон", "Заслон"]);
    check_lone("name;country\nPhoenix;Kessa\nOther;Kessa\n", &["Phoenix"]);
}

#[test]
fn where_all_nouns_have_capitals_they_say_nothing() {
    let german = "Die Vertreter der Minen trafen sich gestern in der Stadt und sprachen über die Preise. Alle setzten ihre Hoffnung \
                  auf den Winter, denn die Lieferung der Erze an das Werk am Fluss war seit dem Sommer unterbrochen, und die Arbeiter \
                  hatten keinen Lohn bekommen. Der Sprecher der Firma sagte, dass die Zahlung bald komme. ";
    check_lone(german, &[]);
    check_lone(&format!("{german}Das Erz ging an die „Hoffnung“ in Kessa."), &["Hoffnung", "Hoffnung"]);
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

/// One company under ten legal forms has one name; what ten companies have beside other words is nobody's.
#[test]
fn legal_forms_make_no_word_common() {
    let forms = ["PAO", "JSC", "PJSC", "OOO", "LLC", "Ltd", "GmbH", "S.A.", "OAO", "AO"];
    let alone = forms.map(|form| format!("{form} MORFLOT"));
    let beside =
        ["Trade", "Gold", "Bank", "Oil", "Gas", "Steel", "Sea", "Air"].map(|word| format!("Vostokin {word}"));
    let all: Vec<&String> = alone.iter().chain(&beside).collect();
    let mut names: Vec<ListedName<'_>> = (0..)
        .zip(&all)
        .map(|(entry, text)| ListedName { entry, text, sort: NameSort::Name, kind: Kind::Company })
        .collect();
    names.push(ListedName { entry: 99, text: "Vostokin LLC", sort: NameSort::Name, kind: Kind::Company });
    let names = Names::of(names);
    let text = "The cargo was insured by Morflot, and in May by Vostokin.";
    let found: Vec<&str> = names.scan(text).iter().map(|one| &text[one.start..one.end]).collect();
    assert!(found.contains(&"Morflot") && !found.contains(&"Vostokin"), "{found:?}");
}
