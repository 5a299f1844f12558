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
