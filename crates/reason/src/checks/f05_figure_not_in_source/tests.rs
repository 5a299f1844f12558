use super::super::trial::{Report, check_figures};
use super::RULE;
use crate::document::{Warning, WarningKind};
use crate::quantities::Figure;

const NOTE: &str = "Ada Moor, “Men Burn the Market at Kessa Ferry,” The Sable Herald, March 16, 2024.";
const STORY: &str = "Men came to the ferry in the night and burned the stalls of the market, residents said by telephone. They went from house to house with a list and called out the captains by name, while two pickups closed the road to the north. The hospital of the district took in the wounded before its doctor was told to go home, and nobody has been allowed to cross the river since then or to bury those who lie there.";
const FRENCH: &str = "Des hommes sont venus au bac dans la nuit et ont brûlé les étals du marché, ont dit des habitants au téléphone. Ils allaient de maison en maison avec une liste et appelaient les capitaines par leur nom, pendant que deux voitures fermaient la route du nord. L’hôpital a reçu les blessés avant que son médecin ne soit renvoyé chez lui, et personne n’a pu traverser le fleuve depuis ce jour.";

#[track_caller]
fn check_case(
    story: &str,
    said: &str,
    figure: Figure,
    note: &str,
    warning: Option<Warning>,
    expected: &[&str],
) {
    let story = format!("{story} {said}");
    let held = ["Men burn the market at Kessa ferry", "March 16, 2024", &story];
    let mut held = Report { body: &held, notes: &[] }.draft();
    held.warnings.extend(warning);
    let report = Report { body: &["They killed FIGURE people.¹"], notes: &[("1", note)] };
    check_figures(&RULE, &report, vec![held], &[("FIGURE", figure)], expected);
}

#[track_caller]
fn check(said: &str, figure: Figure, expected: &[&str]) {
    check_case(STORY, said, figure, NOTE, None, expected);
}

#[test]
fn the_figure_stands_in_what_is_cited() {
    let reported: &[&str] = &["FIGURE"];
    check("They counted 84 dead.", Figure::exactly(84), &[]);
    check("They counted 84 dead.", Figure::exactly(48), reported);
    check("They counted eighty-four dead.", Figure::exactly(84), &[]);
    check("They counted eighty-four dead.", Figure::exactly(48), reported);
    check("They counted 1,284 dead.", Figure::exactly(1284), &[]);
    check_case(FRENCH, "On compte quatre-vingt-quatre morts.", Figure::exactly(84), NOTE, None, &[]);
    check_case(FRENCH, "On compte 1 284 morts.", Figure::exactly(1284), NOTE, None, &[]);
    check_case(FRENCH, "On compte quatre-vingt-quatre morts.", Figure::exactly(48), NOTE, None, reported);
}

#[test]
fn what_may_have_been_made_of_it_is_left_alone() {
    check("They counted 84 dead.", Figure::at_least(80), &[]);
    check("They counted between 40 and 50 dead.", Figure::exactly(44), &[]);
    check("They counted 44 dead.", Figure::range(40, 50), &[]);
    check("They buried 30 men and 14 women.", Figure::exactly(44), &[]);
    check("They counted them.", Figure::exactly(2), &[]);
    check("They counted 84 dead.", Figure::at_least(200), &["FIGURE"]);
}

#[test]
fn what_is_not_at_hand_or_not_wholly_read_is_left_alone() {
    let damaged =
        Warning { kind: WarningKind::ImageOnlyPage, page: Some(2), detail: "a page is a picture".to_owned() };
    check_case(STORY, "They counted 84 dead.", Figure::exactly(48), NOTE, Some(damaged), &[]);
    let two = format!("{NOTE} See also Jon Vale, “Graves at the Landing,” Kessa Monitor, March 18, 2024.");
    check_case(STORY, "They counted 84 dead.", Figure::exactly(48), &two, None, &[]);
    let other = "Jon Vale, “Graves at the Landing,” Kessa Monitor, March 18, 2024.";
    check_case(STORY, "They counted 84 dead.", Figure::exactly(48), other, None, &[]);
    check_case("Short.", "They counted 84.", Figure::exactly(48), NOTE, None, &[]);
}
