//! Whole texts of our own making: who is found, as what, under which names.

use super::{Entity, EntityKind, MentionForm};
use crate::document::{BlockKind, Document, Draft, DraftBlock};
use crate::{Analysis, analyse};
use EntityKind::{ArmedGroup, Company, Organization, Other, Person, Place};

fn read(text: &str) -> (Document, Analysis) {
    let mut draft = Draft::new("text/plain", "test", 1);
    let blocks = text.split('\n').map(|block| DraftBlock::new(Some(BlockKind::Paragraph), block, None));
    draft.blocks.extend(blocks);
    composed(draft)
}

/// The document of a draft, and what is read in it.
pub(super) fn composed(draft: Draft) -> (Document, Analysis) {
    let document = crate::structure::compose(draft);
    let analysis = analyse(&document);
    (document, analysis)
}

/// The entity that has a name among its forms.
pub(super) fn bearing<'a>(analysis: &'a Analysis, name: &str) -> Option<&'a Entity> {
    analysis.entities.iter().find(|entity| entity.names.iter().any(|form| form == name))
}

/// Each name is that of an entity of a kind, which has the further names, too.
#[track_caller]
fn check(text: &str, expected: &[(&str, EntityKind, &[&str])]) {
    let (_, analysis) = read(text);
    for (name, kind, others) in expected {
        let entity = bearing(&analysis, name).unwrap_or_else(|| panic!("{name} in {:#?}", analysis.entities));
        assert_eq!(entity.kind, *kind, "{name}: {entity:?}");
        for other in *others {
            assert!(entity.names.iter().any(|form| form == other), "{other}: {entity:?}");
        }
    }
}

/// None of these is a name.
#[track_caller]
fn check_none(text: &str, names: &[&str]) {
    let (_, analysis) = read(text);
    for name in names {
        assert!(bearing(&analysis, name).is_none(), "{name}: {:?}", bearing(&analysis, name));
    }
}

#[test]
fn people_are_told_by_ranks_offices_and_names() {
    check(
        "Colonel Moussa Kessoura seized the quay. Kessoura denied it.",
        &[("Moussa Kessoura", Person, &["Kessoura"])],
    );
    check("Sergei “Kes” Riverov led them.", &[("Kes", Person, &["Sergei “Kes” Riverov"])]);
    check("Le général Issa Kessoura a démenti.", &[("Issa Kessoura", Person, &[])]);
    check("Le ministre de la Défense Issa Kessoura a démenti.", &[("Issa Kessoura", Person, &[])]);
    check("They met Defence Minister Awa Kessoura in May.", &[("Awa Kessoura", Person, &[])]);
    check("Mr Kessoura paid. M. Bokari a payé.", &[("Kessoura", Person, &[]), ("Bokari", Person, &[])]);
    check("They met Bilal Ag Kessoura there.", &[("Bilal Ag Kessoura", Person, &[])]);
    check("They asked Telen Orvak, the head of the mine.", &[("Telen Orvak", Person, &[])]);
}

#[test]
fn kinds_are_told_by_heads_and_nouns() {
    check("They paid Halden Mining Ltd for it.", &[("Halden Mining Ltd", Company, &[])]);
    check("They paid the company Halden for it.", &[("Halden", Company, &[])]);
    check(
        "Les sociétés Halden, Korva et Telen ont payé.",
        &[("Halden", Company, &[]), ("Korva", Company, &[]), ("Telen", Company, &[])],
    );
    check("He led the Kessa Liberation Front there.", &[("Kessa Liberation Front", ArmedGroup, &[])]);
    check("Members of the militia Korvana burned it.", &[("Korvana", ArmedGroup, &[])]);
    check("The 13th assault unit left.", &[("13th assault unit", ArmedGroup, &[])]);
    check("Les soldats du 33e régiment sont partis.", &[("33e régiment", ArmedGroup, &[])]);
    check(
        "They wrote to the Ministry of Energy and Mines.",
        &[("Ministry of Energy and Mines", Organization, &[])],
    );
    check("Le ministère de la Défense n’a pas répondu.", &[("ministère de la Défense", Organization, &[])]);
    check("They fled the town of Kessa.", &[("Kessa", Place, &[])]);
    check("Ils ont fui le village de Kessaré.", &[("Kessaré", Place, &[])]);
    check("It was signed as the Riverbend Accords.", &[("Riverbend Accords", Other, &[])]);
}

#[test]
fn parts_of_a_state_are_named_by_their_country() {
    check(
        "The Chilean army left. Chile’s air force stayed.",
        &[("Chilean army", ArmedGroup, &[]), ("Chile’s air force", ArmedGroup, &[])],
    );
    check("Le gouvernement chilien a signé.", &[("gouvernement chilien", Organization, &[])]);
    check(
        "The government of Chile signed. The Chilean government paid.",
        &[("government of Chile", Organization, &["Chilean government"])],
    );
    check_none("A Chilean trader paid. The French left.", &["Chilean", "French", "A Chilean"]);
}

#[test]
fn definitions_equate() {
    check(
        "The Kessa Rangers Army (KRA) left. The KRA came back.",
        &[("Kessa Rangers Army", ArmedGroup, &["KRA"])],
    );
    check(
        "Le Front pour la foi et la justice (FFJ) a attaqué.",
        &[("Front pour la foi et la justice", ArmedGroup, &["FFJ"])],
    );
    check(
        "They joined the Forces du Fleuve Kessan (Kessan River Forces, or FFK).",
        &[("FFK", ArmedGroup, &["Forces du Fleuve Kessan", "Kessan River Forces"])],
    );
    check("Halden Mining Ltd, also known as Korva, paid.", &[("Halden Mining Ltd", Company, &["Korva"])]);
    check(
        "La société Halden SA, ci-après « la Société », a payé.",
        &[("Halden SA", Company, &["la Société"])],
    );
    check("They killed Abu Korva, or “Kes,” in May.", &[("Abu Korva", Person, &["Kes"])]);
    check(
        "They paid Halden Group. It is said that Halden denied it.",
        &[("Halden Group", Company, &["Halden"])],
    );
    check("The US and the United States are one.", &[("US", Place, &["United States"])]);
    check("Les Nations unies et l’ONU.", &[("Nations unies", Organization, &["ONU"])]);
}

#[test]
fn what_only_opens_a_sentence_is_no_name() {
    check_none(
        "Residents fled. Allegedly, they were paid. Meanwhile nobody came. Wood is cheap; the wood was sold.\nSelon eux, rien n’a changé.",
        &["Residents", "Allegedly", "Meanwhile", "Wood", "Selon"],
    );
    check_none("It fell on Monday in July.", &["Monday", "July"]);
    check_none("See https://www.kessa.example/Report/Halden for more.", &["Halden", "Report"]);
}

#[test]
fn two_of_one_surname_are_kept_apart() {
    let text = "Ibrahim Kessoura came. Awa Kessoura came.\nKessoura took the money.";
    let (_, analysis) = read(text);
    let bare = bearing(&analysis, "Kessoura").expect("an entity of its own");
    assert_eq!((bare.kind, bare.names.len()), (Person, 1));
}

#[test]
fn a_site_named_after_a_town_is_not_the_town() {
    check(
        "They held Bamako. They took Bamako airport.",
        &[("Bamako airport", Place, &[]), ("Bamako", Place, &[])],
    );
    let (_, analysis) = read("They held Bamako. They took Bamako airport.");
    assert!(!bearing(&analysis, "Bamako").expect("a town").names.iter().any(|name| name == "Bamako airport"));
    check("Ils ont pris l’aéroport de Bamako.", &[("aéroport de Bamako", Place, &[])]);
}

#[test]
fn mentions_are_in_order_and_verbatim() {
    let (document, analysis) = read(
        "The Kessa Rangers Army (KRA) left Bamako. The KRA’s men came back to Wagner-held Bamako.\nColonel Moussa Kessoura left.",
    );
    let texts: Vec<_> = analysis.mentions.iter().map(|mention| document.quote(mention.span)).collect();
    assert_eq!(texts, ["Kessa Rangers Army", "KRA", "Bamako", "KRA", "Wagner", "Bamako", "Moussa Kessoura"]);
    assert!(analysis.mentions.is_sorted_by_key(|mention| mention.span.start));
    assert_eq!(analysis.mentions[1].form, MentionForm::Abbreviation);
}

#[test]
fn any_text_is_read_in_bounded_time_without_panic() {
    let long = format!("{} of {}", "Kessa ".repeat(40_000), "Halden de la ".repeat(40_000));
    for text in ["", "’s ", "“", "(((((", "L’", "d’", "A.B.C.", "Ka-", "-Ka", "’Ka’", &long] {
        read(text);
    }
}

#[test]
fn places_of_no_gazetteer_are_told_by_the_words_around_them() {
    for (text, name) in [
        ("They killed nine in Korvat Halu.", "Korvat Halu"),
        ("The elders of Korvat Halu left.", "Korvat Halu"),
        ("Families from Korvata fled.", "Korvata"),
        ("It lies 30 kilometres north of Korvata.", "Korvata"),
        ("They were stopped on the road to Korvata.", "Korvata"),
        ("They met the mayor of Korvata.", "Korvata"),
        ("Nobody saw Korvata, 12 km from the border, again.", "Korvata"),
        ("They fled to Korvat Halu, Kessan township, in May.", "Korvat Halu"),
        ("They say that Korvata is a village.", "Korvata"),
        ("Korvata, 4 May. Gunmen killed nine.", "Korvata"),
        ("They hid in the Korvata forest.", "Korvata forest"),
        ("It was sold in Upper Korvata.", "Upper Korvata"),
        ("It was sold at Wadi Korvata.", "Wadi Korvata"),
        ("Neuf morts à Korvata.", "Korvata"),
        ("Les habitants de Korvata ont fui.", "Korvata"),
        ("À 30 km au nord de Korvata, neuf morts.", "Korvata"),
        ("Ils ont pris la route de Korvata.", "Korvata"),
        ("Le maire de Korvata a fui.", "Korvata"),
        ("Le chantier de Korvata a fermé.", "Korvata"),
        ("On a vu Korvata-Nord brûler.", "Korvata-Nord"),
        ("La Suisse a payé.", "Suisse"),
        ("Les Émirats arabes unis ont payé.", "Émirats arabes unis"),
        ("South Sudan’s gold was sold.", "South Sudan"),
    ] {
        check(text, &[(name, Place, &[])]);
    }
}

#[test]
fn what_stands_where_places_do_is_not_always_one() {
    check("They paid in Halden Mining Ltd shares.", &[("Halden Mining Ltd", Company, &[])]);
    check("The families of Moussa Kessoura wept.", &[("Moussa Kessoura", Person, &[])]);
    check("An attack on Colonel Issa Kessoura failed.", &[("Issa Kessoura", Person, &[])]);
    check("They trust in the Kessa Liberation Front.", &[("Kessa Liberation Front", ArmedGroup, &[])]);
    check("They met members of the NGO Pont de Kessa.", &[("Pont de Kessa", Organization, &[])]);
    check(
        "La Coalition des patriotes du Nord-Est a signé.",
        &[("Coalition des patriotes du Nord-Est", Organization, &[])],
    );
    check("The parents met Bamako police.", &[("Bamako police", Organization, &[])]);
    check("Le parquet de Bamako enquête.", &[("parquet de Bamako", Organization, &[])]);
    check_none("Earlier, 30 people left. Meanwhile, in May, nobody came.", &["Earlier", "Meanwhile"]);
}

#[test]
fn an_article_speaks_against_a_person() {
    check("He led the Moussa Kess, a gang of the north.", &[("Moussa Kess", ArmedGroup, &[])]);
    check("They met Moussa Kess, a trader.", &[("Moussa Kess", Person, &[])]);
}

#[test]
fn a_word_that_opens_a_sentence_is_taken_off() {
    check(
        "They paid Halden Quay Ltd. It said that Halden Quay denied it.\nInvestigate Halden Quay for it.",
        &[("Halden Quay Ltd", Company, &["Halden Quay"])],
    );
    check_none(
        "They paid Halden Quay Ltd. It said that Halden Quay denied it.\nInvestigate Halden Quay for it.",
        &["Investigate Halden Quay"],
    );
    check("Guards of Halden Security Ltd fired.", &[("Halden Security Ltd", Company, &[])]);
}

#[test]
fn a_unit_and_the_force_that_it_is_of_are_two() {
    check(
        "They met the 11th Division of the Kessan Defence Forces.",
        &[("11th Division", ArmedGroup, &[]), ("Kessan Defence Forces", ArmedGroup, &[])],
    );
}

#[test]
fn a_lone_head_is_of_the_only_name_that_has_it() {
    check(
        "They joined the Kessa Liberation Front in May. It is said that the Front denied it.",
        &[("Kessa Liberation Front", ArmedGroup, &["Front"])],
    );
    check(
        "Ils ont rejoint le Front de la rive. On dit que le Front a démenti.",
        &[("Front de la rive", ArmedGroup, &["Front"])],
    );
    check_none(
        "They left the Kessa Liberation Front and joined the Halden Salvation Front. It is said that the Front denied it.",
        &["Front"],
    );
    check_none("It is said that the Council denied it.", &["Council"]);
    check("Ben Orvak (alias « Kes ») a payé.", &[("Ben Orvak", Person, &["Kes"])]);
    check(
        "Le Comptoir Halden SARL a payé. On dit que Halden dément.",
        &[("Comptoir Halden SARL", Company, &["Halden"])],
    );
}
