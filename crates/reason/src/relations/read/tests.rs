use crate::document::{BlockKind, Draft, DraftBlock};
use crate::structure::compose;

use super::RelationKind::{self, AlliedWith, FamilyOf, HoldsOffice, Leads, LocatedIn, Owns, SanctionedBy};

#[track_caller]
fn check(text: &str, expected: &[(&str, RelationKind, &str)]) {
    let mut draft = Draft::new("text/plain", "test", 1);
    draft.blocks.push(DraftBlock::new(Some(BlockKind::Paragraph), text, None));
    let document = compose(draft);
    let analysis = crate::analyse(&document);
    let found: Vec<_> = analysis
        .relations
        .iter()
        .map(|row| (document.quote(row.subject_span), row.kind, document.quote(row.object_span)))
        .collect();
    assert_eq!(found, expected, "{text:?}");
}

#[test]
fn english() {
    for (text, expected) in [
        (
            "Colonel Ada Moor leads the Kessa Liberation Front.",
            &[("Ada Moor", Leads, "Kessa Liberation Front")][..],
        ),
        (
            "The Kessa Liberation Front (KLF), led by Ada Moor, burned the bridge.",
            &[("Ada Moor", Leads, "Kessa Liberation Front")],
        ),
        (
            "Mines Minister Jonas Bell, who happens to be Ada Moor's brother-in-law, resigned.",
            &[("Jonas Bell", FamilyOf, "Ada Moor")],
        ),
        ("Halden Logistics Ltd is owned by Ada Moor.", &[("Ada Moor", Owns, "Halden Logistics Ltd")]),
        ("The European Union sanctioned Ada Moor in 2021.", &[("Ada Moor", SanctionedBy, "European Union")]),
    ] {
        check(text, expected);
    }
    let _ = (AlliedWith, HoldsOffice, LocatedIn);
}

#[test]
fn french() {
    for (text, expected) in [
        (
            "Le Front de libération de Kessa (FLK), dirigé par Ada Moor, a brûlé le pont.",
            &[("Ada Moor", Leads, "Front de libération de Kessa")][..],
        ),
        ("Jonas Bell, beau-frère d'Ada Moor, a démissionné.", &[("Jonas Bell", FamilyOf, "Ada Moor")]),
    ] {
        check(text, expected);
    }
}

#[test]
fn no_tie() {
    for text in
        ["Ada Moor's brother leads the Kessa Liberation Front.", "Ada Moor met Jonas Bell in the town."]
    {
        check(text, &[]);
    }
}

/// `owner > asset low..high`, for every tie of ownership; a subsidiary belongs to its mother.
#[track_caller]
fn owned(cases: &[(&str, &[&str])]) {
    let mut wrong = Vec::new();
    for (text, expected) in cases {
        let mut draft = Draft::new("text/plain", "test", 1);
        draft.blocks.push(DraftBlock::new(Some(BlockKind::Paragraph), *text, None));
        let document = compose(draft);
        let analysis = crate::analyse(&document);
        let side = |side: Option<crate::quantities::Decimal>| {
            side.map_or_else(String::new, |side| format!("{}{}", side.floor(), side.decimals()))
        };
        let mut found: Vec<String> = analysis
            .relations
            .iter()
            .filter(|row| matches!(row.kind, Owns | RelationKind::SubsidiaryOf))
            .map(|row| {
                let (one, two) = (document.quote(row.subject_span), document.quote(row.object_span));
                let (owner, asset) = if row.kind == Owns { (one, two) } else { (two, one) };
                let share = row.share.map(|share| format!(" {}..{}", side(share.low), side(share.high)));
                format!("{owner} > {asset}{}", share.unwrap_or_default())
            })
            .collect();
        let mut expected = expected.to_vec();
        expected.sort_unstable();
        found.sort_unstable();
        if found != expected {
            wrong.push(format!("{text}\n  want {expected:?}\n  got  {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

#[test]
fn shares_in_english() {
    owned(&[
        (
            "Halden Logistics Ltd owns Marrow Mining SA and 51 percent of Kessa Gold Ltd.",
            &["Halden Logistics Ltd > Marrow Mining SA", "Halden Logistics Ltd > Kessa Gold Ltd 51..51"],
        ),
        ("Ada Moor holds a 40 per cent stake in Kessa Gold Ltd.", &["Ada Moor > Kessa Gold Ltd 40..40"]),
        ("Ada Moor has a 33.5% interest in Kessa Gold Ltd.", &["Ada Moor > Kessa Gold Ltd 33.5..33.5"]),
        (
            "Kessa Gold Ltd is 51 percent owned by Halden Logistics Ltd.",
            &["Halden Logistics Ltd > Kessa Gold Ltd 51..51"],
        ),
        (
            "Kessa Gold Ltd is wholly owned by Halden Logistics Ltd.",
            &["Halden Logistics Ltd > Kessa Gold Ltd 100..100"],
        ),
        ("Ada Moor is the majority shareholder of Kessa Gold Ltd.", &["Ada Moor > Kessa Gold Ltd 50.."]),
        ("Ada Moor owns at least 25 percent of Kessa Gold Ltd.", &["Ada Moor > Kessa Gold Ltd 25.."]),
        (
            "Kessa Gold Ltd, an 80 percent subsidiary of Halden Logistics Ltd, shipped the ore.",
            &["Halden Logistics Ltd > Kessa Gold Ltd 80..80"],
        ),
        (
            "Kessa Gold Ltd is owned by Ada Moor (60%) and Jonas Bell (40%).",
            &["Ada Moor > Kessa Gold Ltd 60..60", "Jonas Bell > Kessa Gold Ltd 40..40"],
        ),
        (
            "Kessa Gold Ltd, in which Ada Moor holds 20 percent, shipped the ore.",
            &["Ada Moor > Kessa Gold Ltd 20..20"],
        ),
        (
            "Kessa Gold Ltd, whose majority shareholder is Ada Moor, shipped the ore.",
            &["Ada Moor > Kessa Gold Ltd 50.."],
        ),
        ("Kessa Gold Ltd belongs to Ada Moor.", &["Ada Moor > Kessa Gold Ltd"]),
        ("Ada Moor is the wife of the majority shareholder of Kessa Gold Ltd.", &[]),
        // Whose share it is of two cannot be told.
        (
            "Ada Moor owns 51 percent of Kessa Gold Ltd and Marrow Mining SA.",
            &["Ada Moor > Kessa Gold Ltd 51..51", "Ada Moor > Marrow Mining SA"],
        ),
        ("Ada Moor met Jonas Bell of Kessa Gold Ltd, whose sales fell by 40 percent.", &[]),
        ("Ada Moor said that 40 percent of Kessa Gold Ltd workers were children.", &[]),
    ]);
}

#[test]
fn shares_in_french() {
    owned(&[
        ("Ada Moor détient 51 % de Kessa Gold SARL.", &["Ada Moor > Kessa Gold SARL 51..51"]),
        ("Ada Moor détient 40 % du capital de Kessa Gold SARL.", &["Ada Moor > Kessa Gold SARL 40..40"]),
        (
            "Kessa Gold SARL, filiale à 80 % de Halden Logistique SA, a livré le minerai.",
            &["Halden Logistique SA > Kessa Gold SARL 80..80"],
        ),
        ("La société Kessa Gold SARL est contrôlée par Ada Moor.", &["Ada Moor > Kessa Gold SARL"]),
        ("Kessa Gold SARL est détenue à 51 % par Ada Moor.", &["Ada Moor > Kessa Gold SARL 51..51"]),
        ("Ada Moor est l'actionnaire majoritaire de Kessa Gold SARL.", &["Ada Moor > Kessa Gold SARL 50.."]),
        (
            "Kessa Gold SARL, dont Ada Moor possède 30 pour cent, a livré le minerai.",
            &["Ada Moor > Kessa Gold SARL 30..30"],
        ),
        (
            "Kessa Gold SARL appartient à la société Halden Logistique SA.",
            &["Halden Logistique SA > Kessa Gold SARL"],
        ),
        ("Ada Moor a affirmé que 40 % des ouvriers de Kessa Gold SARL sont des enfants.", &[]),
    ]);
}

/// `subject kind object` of every tie.
fn ties(text: &str) -> Vec<String> {
    let mut draft = Draft::new("text/plain", "test", 1);
    draft.blocks.push(DraftBlock::new(Some(BlockKind::Paragraph), text, None));
    let document = compose(draft);
    let analysis = crate::analyse(&document);
    let rows = analysis.relations.iter();
    rows.map(|row| {
        let (one, two) = (document.quote(row.subject_span), document.quote(row.object_span));
        format!(
            "{one} {} {two}",
            serde_json::to_value(row.kind).expect("a name").as_str().unwrap_or_default()
        )
    })
    .collect()
}

#[track_caller]
fn tied(cases: &[(&str, &[&str])]) {
    let wrong: Vec<String> = cases
        .iter()
        .map(|(text, expected)| (text, expected, ties(text)))
        .filter(|(_, expected, found)| found != *expected)
        .map(|(text, expected, found)| format!("{text}\n  want {expected:?}\n  got  {found:?}"))
        .collect();
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

#[test]
fn ties_of_many_wordings() {
    tied(&[
        (
            "As the fighting went on, the Halden Front was joined by members of the Kessa Liberation Front.",
            &["Halden Front allied_with Kessa Liberation Front"],
        ),
        (
            "The Kessa Liberation Front, an armed group operating in the northern part of Mali, fled.",
            &["Kessa Liberation Front located_in Mali"],
        ),
        (
            "The Halden Front was succeeded by the Kessa Liberation Front.",
            &["Kessa Liberation Front successor_of Halden Front"],
        ),
        (
            "Ada Moor, the longtime leader of the Kessa Liberation Front, fled.",
            &["Ada Moor leads Kessa Liberation Front"],
        ),
        (
            "The Halden Front and the Malian Armed Forces were facing down members of the Kessa Liberation Front.",
            &[
                "Halden Front fights Kessa Liberation Front",
                "Malian Armed Forces fights Kessa Liberation Front",
            ],
        ),
        (
            "The Halden Front has stepped up its campaign against the Kessa Liberation Front.",
            &["Halden Front fights Kessa Liberation Front"],
        ),
        (
            "Several commanders of the Kessa Liberation Front, including Ada Moor and Jonas Bell, fled.",
            &["Ada Moor member_of Kessa Liberation Front", "Jonas Bell member_of Kessa Liberation Front"],
        ),
        (
            "The Halden Front is a splinter group of the Kessa Liberation Front.",
            &["Halden Front part_of Kessa Liberation Front"],
        ),
        ("Ada Moor and her husband, Jonas Bell, fled.", &["Jonas Bell family_of Ada Moor"]),
        ("Jonas Bell is married to Ada Moor.", &["Jonas Bell family_of Ada Moor"]),
        ("Ada Moor's brother Jonas Bell was arrested.", &["Jonas Bell family_of Ada Moor"]),
        ("Ada Moor, whose brother Jonas Bell was arrested, stayed.", &["Jonas Bell family_of Ada Moor"]),
        (
            "Plusieurs membres du Front de Halden, dont Ada Moor et Jonas Bell, ont fui.",
            &["Ada Moor member_of Front de Halden", "Jonas Bell member_of Front de Halden"],
        ),
        // Traps.
        ("Ada Moor met the leader of the Kessa Liberation Front.", &[]),
        ("The wife of the leader of the Halden Front met Ada Moor.", &[]),
        ("Ada Moor denounced the campaign against the Kessa Liberation Front.", &[]),
        ("The Halden Front, formerly known as the Kessa Liberation Front, fled.", &[]),
        ("The Halden Front, which broke away from the Kessa Liberation Front, fled.", &[]),
        ("Villages in Mali, including Kessa and Marrow, were burned.", &[]),
    ]);
}
