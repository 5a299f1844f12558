//! E02: an abbreviation used before, or without, its definition.

use crate::entities::{Entity, EntityKind, Mention, is_common_abbreviation};

use super::corpus::Corpus;
use super::named::{Named, times};
use super::{Code, Diagnostic, Rule, Typed};

pub(super) const RULE: Rule = Rule {
    code: Code::E02,
    why: "Readers outside the field do not know who is meant, and two organisations may bear one abbreviation.",
    wrong: &[Typed::report(
        "Fighters of the KRA claimed the attack. The Kessa Rangers Army (KRA) was founded in 2012.\n",
    )],
    right: &[Typed::report(
        "Fighters of the Kessa Rangers Army (KRA) claimed the attack. The KRA was founded in 2012.\n",
    )],
    silence: "when every reader of the report knows it",
    run: |corpus: &Corpus<'_>| {
        corpus.readings.iter().flat_map(|reading| check(&Named::of(reading))).collect()
    },
};

/// What is longer and stands in capitals is a name that is written so.
const LONGEST: usize = 6;

fn check(named: &Named<'_, '_>) -> Vec<Diagnostic> {
    named.entities().filter_map(|(entity, of)| in_entity(named, entity, of)).collect()
}

fn in_entity(named: &Named<'_, '_>, entity: usize, of: &Entity) -> Option<Diagnostic> {
    if !matches!(of.kind, EntityKind::Organization | EntityKind::ArmedGroup) {
        return None;
    }
    let running: Vec<&Mention> =
        named.mentions(entity).iter().copied().filter(|mention| named.is_running(mention.span)).collect();
    // "PORT KESSA (KNA) —", "the Kessa Rangers Army (KRA)": where it signs a dispatch or is being defined, nothing is used.
    let is_used = |mention: &&&Mention| is_abbreviation(named.text(mention)) && !is_bracketed(named, mention);
    let first = running.iter().find(is_used)?;
    let short = named.text(first);
    if is_common_abbreviation(short) {
        return None;
    }
    let full = named.mentions(entity).iter().find(|mention| spells_out(named.text(mention), short));
    match full {
        None if of.names.iter().any(|name| name.contains(' ')) => None,
        // An agency that signs its dispatch is named by that.
        None if running.iter().any(|mention| is_bracketed(named, mention)) => None,
        None => Some(never(named, short, first, &running)),
        Some(full) if full.span.start > first.span.start => Some(
            Diagnostic::new(
                Code::E02,
                format!("“{short}” is used before it is spelled out as “{}”.", named.text(full)),
                "Spell it out where it stands first.",
            )
            .at(named.place(first, "used here"))
            .at(named.place(full, "spelled out here")),
        ),
        Some(_) => None,
    }
}

fn never(named: &Named<'_, '_>, short: &str, first: &Mention, running: &[&Mention]) -> Diagnostic {
    let count = running.iter().filter(|mention| named.text(mention) == short).count();
    Diagnostic::new(
        Code::E02,
        format!("“{short}” is nowhere spelled out (used {}).", times(count)),
        "Spell it out where it stands first, or say in a word who that is.",
    )
    .at(named.place(first, "used here"))
}

fn is_bracketed(named: &Named<'_, '_>, mention: &Mention) -> bool {
    let text = &named.reading.document.text;
    text[..mention.span.start].ends_with('(') && text[mention.span.end..].starts_with(')')
}

/// Capitals only, and few.
fn is_abbreviation(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    (2..=LONGEST).contains(&letters)
        && text.chars().all(|c| c.is_uppercase() || c == '-')
        && !text.contains('.')
}

/// Several words, or one that is not in capitals.
fn spells_out(text: &str, short: &str) -> bool {
    text != short && (text.contains(' ') || text.contains(char::is_lowercase))
}

#[cfg(test)]
mod tests {
    use super::super::trial::{Report, check};
    use super::RULE;

    #[track_caller]
    fn reports(body: &[&str], expected: &[(&str, &[&str])]) {
        check(&RULE, &Report { body, notes: &[] }, expected);
    }

    #[test]
    fn an_abbreviation_is_spelled_out_where_it_stands_first() {
        reports(
            &["Fighters of the KRA burned the quay.", "The Kessa Rangers Army (KRA) claimed it."],
            &[(
                "“KRA” is used before it is spelled out as “Kessa Rangers Army”.",
                &["KRA", "Kessa Rangers Army"],
            )],
        );
        reports(
            &["La milice KRA a brûlé le quai.", "La milice KRA est partie."],
            &[("“KRA” is nowhere spelled out (used twice).", &["KRA"])],
        );
    }

    #[test]
    fn what_is_defined_or_known_to_all_is_not_reported() {
        for body in [
            &["The Kessa Rangers Army (KRA) burned the quay.", "Fighters of the KRA left."][..],
            &["PORT KESSA (KNA) — They fled. The KNA saw it."],
            &["The UN and the EU condemned it.", "L’ONU et l’UE l’ont condamné."],
            &["The company IAMKESSA denied it.", "The US denied it."],
            &["Le Front pour la foi et la justice (FFJ) a attaqué.", "Le FFJ est parti."],
        ] {
            reports(body, &[]);
        }
    }
}
