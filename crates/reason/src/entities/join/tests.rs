use super::{EntityRef, Party, join};
use crate::decisions::{Decisions, Likeness};
use crate::document::{BlockKind, Draft, DraftBlock};
use crate::entities::Suggestion;
use crate::{Analysis, Source, analyse};

/// The parties of texts, by their members' captions.
fn parties(texts: &[&str], decide: impl Fn(&[Analysis]) -> Decisions) -> (Vec<Party>, Vec<Suggestion>) {
    let documents: Vec<_> = texts
        .iter()
        .map(|text| {
            let mut draft = Draft::new("text/plain", "test", 1);
            draft.blocks.push(DraftBlock::new(Some(BlockKind::Paragraph), *text, None));
            crate::structure::compose(draft)
        })
        .collect();
    let analyses: Vec<_> = documents.iter().map(analyse).collect();
    let decisions = decide(&analyses);
    let names: Vec<String> = (0..texts.len()).map(|at| at.to_string()).collect();
    let sources: Vec<Source<'_>> = documents
        .iter()
        .zip(&analyses)
        .zip(&names)
        .map(|((document, analysis), name)| Source { id: name, name, document, analysis })
        .collect();
    join(&sources, &decisions)
}

/// Whether two names of different documents are of one party.
#[track_caller]
fn check(texts: [&str; 2], names: [&str; 2], one: bool) {
    let (parties, _) = parties(&texts, |_| Decisions::default());
    let party = |name: &str, document: usize| {
        let has = |party: &&Party| {
            party.names.iter().any(|form| form == name)
                && party.members.iter().any(|member| member.document == document)
        };
        parties
            .iter()
            .find(has)
            .map(|party| party.id.clone())
            .unwrap_or_else(|| panic!("{name}: {parties:#?}"))
    };
    assert_eq!(party(names[0], 0) == party(names[1], 1), one, "{names:?}");
}

#[test]
fn one_full_name_is_one_party() {
    for (texts, names, one) in [
        (
            ["Colonel Moussa Kessoura left.", "They met Moussa Kessoura."],
            ["Moussa Kessoura", "Moussa Kessoura"],
            true,
        ),
        (["Colonel Kessoura left.", "Colonel Kessoura left."], ["Kessoura", "Kessoura"], false),
        (
            ["They paid Halden Mining Ltd.", "They paid Halden Mining."],
            ["Halden Mining Ltd", "Halden Mining"],
            true,
        ),
        (
            ["They paid Halden Mining Ltd.", "They paid Halden Mining SA."],
            ["Halden Mining Ltd", "Halden Mining SA"],
            false,
        ),
        (
            ["They fled the village of Kessaré.", "Ils ont fui le village de Kessare."],
            ["Kessaré", "Kessare"],
            true,
        ),
        (["It fell in Ivory Coast.", "Ils sont en Côte d’Ivoire."], ["Ivory Coast", "Côte d’Ivoire"], true),
        (["The Kessa Rangers Army (KRA) left.", "The KRA militia left."], ["KRA", "KRA"], true),
        (["The Kessa Rangers Army (KRA) left.", "The Korva Relief Army (KRA) left."], ["KRA", "KRA"], false),
        (
            ["The Ministry of Mines signed.", "The Ministry of Mines paid."],
            ["Ministry of Mines", "Ministry of Mines"],
            false,
        ),
    ] {
        check(texts, names, one);
    }
}

#[test]
fn judgements_join_and_part() {
    let texts = ["Colonel Moussa Kessoura left.", "They met Moussa Kessoura.", "They met Bakary Orvak."];
    let pair = |one: usize, other: usize, likeness| {
        let reference = |document| EntityRef { document, entity: 0 };
        let mut decisions = Decisions::default();
        decisions.parties.insert((reference(one), reference(other)), likeness);
        decisions
    };
    assert_eq!(parties(&texts, |_| Decisions::default()).0.len(), 2);
    assert_eq!(parties(&texts, |_| pair(0, 1, Likeness::Different)).0.len(), 3);
    assert_eq!(parties(&texts, |_| pair(0, 2, Likeness::Same)).0.len(), 1);
}

#[test]
fn spellings_and_abbreviations_are_suggested() {
    let (_, suggestions) = parties(
        &["They fled the village of Tinkessaouatène.", "They fled the village of Tinkessawaten."],
        |_| Decisions::default(),
    );
    assert!(suggestions[0].reasons[0].contains("two spellings"), "{suggestions:?}");
    let (_, suggestions) =
        parties(&["The Kessa Rangers Army (KRA) left.", "The Korva Relief Army (KRA) left."], |_| {
            Decisions::default()
        });
    assert_eq!(suggestions[0].reasons, ["Both are abbreviated “KRA”."]);
}
