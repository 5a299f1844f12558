use super::{EntityRef, Party, PartyRef, join, join_with};
use crate::decisions::{Decisions, Likeness};
use crate::document::{BlockKind, Draft, DraftBlock};
use crate::entities::Suggestion;
use crate::imports::{ImportedFile, RecordRef};
use crate::{Analysis, Source, analyse};
use ftm::Gathering;

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
        let reference = |document| PartyRef::Named(EntityRef { document, entity: 0 });
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

/// What is suggested between a text and imported lines: captions and reasons.
#[track_caller]
fn check_import(text: &str, lines: &[&str], expected: &[&str]) {
    let mut gathering = Gathering::default();
    for (number, line) in (1..).zip(lines) {
        gathering.line(number, line);
    }
    let records = gathering.finish().records;
    let imports = [ImportedFile { sha256: "aa".to_owned(), name: "list.jsonl".to_owned(), records }];
    let mut draft = Draft::new("text/plain", "test", 1);
    draft.blocks.push(DraftBlock::new(Some(BlockKind::Paragraph), text, None));
    let document = crate::structure::compose(draft);
    let analysis = analyse(&document);
    let source = Source { id: "0", name: "0", document: &document, analysis: &analysis };
    let (parties, suggestions) = join_with(&[source], &imports, &Decisions::default());
    assert!(
        parties.iter().all(|party| party.members.is_empty() != party.imported.is_empty()),
        "{parties:#?}"
    );
    let told: Vec<_> = suggestions
        .iter()
        .map(|one| {
            let [a, b] = one.pair.map(|party| &*parties[party].caption);
            format!("{a} / {b}: {}", one.reasons.join(" "))
        })
        .collect();
    assert_eq!(told, expected, "{parties:#?}");
}

#[test]
fn imported_parties_are_suggested_and_never_joined() {
    let person =
        |properties: &str| format!(r#"{{"id":"a","schema":"Person","properties":{{{properties}}}}}"#);
    let oste = "Colonel Jann Oste left.";
    for (properties, reason) in [
        (
            r#""name":["Jann Oste"]"#,
            "Jann Oste / Jann Oste: Both are called “Jann Oste” (list.jsonl, line 1).",
        ),
        (
            r#""name":["OSTE, Jann"]"#,
            "Jann Oste / OSTE, Jann: “Jann Oste” and “OSTE, Jann” (list.jsonl, line 1) have the same words.",
        ),
        (
            r#""name":["Jan Petrus Osté"],"alias":["Jann Oste"]"#,
            "Jann Oste / Jan Petrus Osté: “Jann Oste” is another name of “Jan Petrus Osté” (list.jsonl, line 1).",
        ),
        (
            r#""name":["Petrus Orvak"],"weakAlias":["Jann Oste"]"#,
            "Jann Oste / Petrus Orvak: “Jann Oste” is a weak alias of “Petrus Orvak” (list.jsonl, line 1).",
        ),
        (
            r#""name":["Kessoura Walden"],"alias":["Jan Osté"]"#,
            "Jann Oste / Kessoura Walden: “Jann Oste” and “Jan Osté”, another name of “Kessoura Walden” (list.jsonl, line 1) may \
             be one name in two spellings.",
        ),
    ] {
        check_import(oste, &[&person(properties)], &[reason]);
    }
    check_import(oste, &[&person(r#""name":["Kessoura Walden"],"alias":["Oste","Jann"]"#)], &[]);
}

#[test]
fn kinds_that_cannot_be_one_are_not_suggested() {
    let named = |schema: &str, name: &str| {
        format!(r#"{{"id":"a","schema":"{schema}","properties":{{"name":["{name}"]}}}}"#)
    };
    let oste = "Colonel Jann Oste left.";
    check_import(oste, &[&named("Vessel", "Jann Oste")], &[]);
    check_import(oste, &[&named("Company", "Jann Oste")], &[]);
    check_import(oste, &[&named("Person", "Oste")], &[]);
    let both = ["Jann Oste / Jann Oste: Both are called “Jann Oste” (list.jsonl, line 1)."];
    check_import(oste, &[&named("LegalEntity", "Jann Oste")], &both);
    let mining = "They paid Halden Mining Ltd.";
    let reason = "Halden Mining Ltd / Halden Mining: “Halden Mining Ltd” and “Halden Mining” (list.jsonl, line 1) differ in the \
                  legal form only.";
    check_import(mining, &[&named("Company", "Halden Mining")], &[reason]);
    check_import(mining, &[&named("Company", "Halden Mining SA")], &[]);
    check_import("The Ministry of Mines paid.", &[&named("PublicBody", "Ministry of Mines")], &[]);
    check_import(
        "They fled the Kessa Rangers Army (KRA).",
        &[&named("Organization", "Korva Relief Agency (KRA)")],
        &[],
    );
}

#[test]
fn a_judgement_joins_what_was_imported_and_nothing_else_does() {
    let line =
        |id: &str| format!(r#"{{"id":"{id}","schema":"Person","properties":{{"name":["Jann Oste"]}}}}"#);
    let mut gathering = Gathering::default();
    gathering.line(1, &line("p1"));
    gathering.line(2, &line("\\u001b[2J"));
    let records = gathering.finish().records;
    let imports = [ImportedFile { sha256: "aa".to_owned(), name: "list.jsonl".to_owned(), records }];
    let record = |record| PartyRef::Imported(RecordRef { file: 0, record });
    let (parties, _) = join_with(&[], &imports, &Decisions::default());
    assert_eq!(parties[0].id, "p1");
    assert!(parties[1].id.starts_with('x') && parties[1].id.len() == 17, "{parties:#?}");
    let mut decisions = Decisions::default();
    decisions.parties.insert((record(0), record(1)), Likeness::Same);
    let (parties, _) = join_with(&[], &imports, &decisions);
    assert_eq!(parties.len(), 1);
}
