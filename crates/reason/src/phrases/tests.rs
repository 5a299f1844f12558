use super::*;
use crate::document::{BlockKind, Span};
use crate::prose::Sentence;
use crate::{quantities, text};

fn sentence(text: &str) -> Sentence {
    let tokens = text::tokens(text);
    Sentence {
        span: Span::new(0, text.len()),
        number: Some(0),
        block: 0,
        kind: BlockKind::Paragraph,
        note: None,
        quantities: quantities::find(text, &tokens),
        text: text.to_owned(),
        tokens,
        dates: Vec::new(),
        calls: Vec::new(),
        kept: Default::default(),
    }
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let sentence = sentence(text);
    let words = Words::of(&sentence);
    let found: Vec<_> = words.phrases().iter().map(|phrase| sentence.words(words.core(*phrase))).collect();
    assert_eq!(found, expected, "{text}: {:?}", words.tags);
}

#[test]
fn phrases_are_cut_where_a_reader_cuts_them() {
    check(
        "Gunmen killed 12 members of the village guard in Riverbend.",
        &["Gunmen", "members of the village guard", "Riverbend"],
    );
    check("The guards wounded 3 armed men and fled to the river.", &["guards", "armed men", "river"]);
    check("He said 12 civilians were killed by Kessa rebels.", &["civilians", "Kessa rebels"]);
    check(
        "Some 5 wounded soldiers of the Kessa Army's 3rd unit died.",
        &["wounded soldiers of the Kessa Army's 3rd unit"],
    );
    check(
        "Des hommes armés ont tué 12 civils dans le village de Mora.",
        &["hommes armés", "civils", "village de Mora"],
    );
    check(
        "Les soldats encerclent le marché de l’ancienne ville.",
        &["soldats", "marché de l’ancienne ville"],
    );
    check("L’armée a arrêté 9 anciens miliciens kessans.", &["armée", "anciens miliciens kessans"]);
}

#[track_caller]
fn subject(text: &str, verb: &str, expected: Option<&str>) {
    let sentence = sentence(text);
    let words = Words::of(&sentence);
    let at = (0..words.len()).find(|at| words.text(*at) == verb).expect("the verb");
    let found = words.subject_of(at).map(|phrase| sentence.words(words.whole(phrase)));
    assert_eq!(found, expected, "{text}: {:?}", words.tags);
}

#[test]
fn the_subject_is_found_past_what_prepositions_govern() {
    subject("An air strike on a market in the west left 43 dead.", "left", Some("An air strike"));
    subject("The fighters who attacked the town killed 12 men.", "attacked", Some("The fighters"));
    subject("The guards and the rebels killed 12 men.", "killed", Some("The guards"));
    subject("They fled; the army arrested 30 men.", "arrested", Some("the army"));
    subject("Les combattants du front ont tué 12 hommes.", "tué", Some("Les combattants du front"));
}

#[track_caller]
fn voice(text: &str, verb: &str, expected: Voice) {
    let sentence = sentence(text);
    let words = Words::of(&sentence);
    let at = (0..words.len()).find(|at| words.text(*at) == verb).expect("the verb");
    assert_eq!(words.verb_group(at).voice, expected, "{text}: {:?}", words.tags);
}

#[test]
fn auxiliaries_tell_the_voice() {
    voice("The army killed 12 men.", "killed", Voice::Active);
    voice("Twelve men were reportedly killed.", "killed", Voice::Passive);
    voice("They have killed 12 men.", "killed", Voice::Active);
    voice("Attack leaves 12 men killed in Mora.", "killed", Voice::Bare);
    voice("Ils ont tué 12 hommes.", "tué", Voice::Active);
    voice("12 hommes ont été tués.", "tués", Voice::Passive);
    voice("12 hommes tués à Mora.", "tués", Voice::Bare);
}
