use crate::document::{BlockKind, Draft, DraftBlock};
use crate::structure::compose;

/// Target, authority, date.
type Row<'t> = (&'t str, Option<&'t str>, Option<&'t str>);

#[track_caller]
fn check(text: &str, expected: &[Row<'_>]) {
    let mut draft = Draft::new("text/plain", "test", 1);
    draft.blocks.push(DraftBlock::new(Some(BlockKind::Paragraph), text, None));
    let document = compose(draft);
    let analysis = crate::analyse(&document);
    let found: Vec<_> = analysis
        .designations
        .iter()
        .map(|row| {
            (
                document.quote(row.target),
                row.authority.map(|span| document.quote(span)),
                row.date.map(|date| date.to_string()),
            )
        })
        .collect();
    let found: Vec<Row<'_>> =
        found.iter().map(|(target, authority, date)| (*target, *authority, date.as_deref())).collect();
    assert_eq!(found, expected, "{text:?}");
}

#[test]
fn english() {
    let eu = Some("The European Union");
    for (text, expected) in [
        (
            "On July 24, the U.S. Treasury Department sanctioned three senior officials within the army over their roles. These men are Defense Minister Ada Moor, Air Force Chief of Staff Jonas Bell, and Deputy Chief of Staff Piet Orr.",
            &[
                ("Ada Moor", Some("the U.S. Treasury Department"), Some("--07-24")),
                ("Jonas Bell", Some("the U.S. Treasury Department"), Some("--07-24")),
                ("Piet Orr", Some("the U.S. Treasury Department"), Some("--07-24")),
            ][..],
        ),
        (
            "In May, the Treasury department sanctioned Ada Moor, a national who leads the group. In June, the agency added sanctions against several gold companies operating in the region, as well as against another national, Jonas Bell, accused of helping.",
            &[
                ("Ada Moor", Some("the Treasury department"), Some("--05")),
                ("several gold companies operating", Some("the Treasury department"), Some("--06")),
                ("Jonas Bell", Some("the Treasury department"), Some("--06")),
            ],
        ),
        ("The governors have faced targeted sanctions before.", &[]),
        ("The junta members have faced targeted sanctions before.", &[("The junta members", None, None)]),
        (
            "Ada Moor was added to the list of the Committee established pursuant to resolution 9127 (2013) on 14 December 2021.",
            &[(
                "Ada Moor",
                Some("the Committee established pursuant to resolution 9127 (2013)"),
                Some("2021-12-14"),
            )],
        ),
        (
            "The European Union placed Moor under sanctions in December 2021. The Swiss government followed on January 18. Bell and Kessa Gold have not been sanctioned. The United Kingdom had already blacklisted Halden Logistics in 2020.",
            &[
                ("Moor", eu, Some("2021-12")),
                ("Moor", Some("The Swiss government"), Some("2022-01-18")),
                ("Halden Logistics", Some("The United Kingdom"), Some("2020")),
            ],
        ),
        (
            "Moor was put on the UN sanctions list on 27 September.",
            &[("Moor", Some("the UN"), Some("--09-27"))],
        ),
        (
            "The United States and Canada had sanctioned a former member of parliament, Ada Moor, for arming the gang.",
            &[("Ada Moor", Some("The United States"), None), ("Ada Moor", Some("Canada"), None)],
        ),
        (
            "The European Union listed Ada Moor on December 13, 2021, and Jonas Bell on April 22, 2024.",
            &[("Ada Moor", eu, Some("2021-12-13")), ("Jonas Bell", eu, Some("2024-04-22"))],
        ),
        (
            "RFB has been under UN sanctions since February 1, 2024.",
            &[("RFB", Some("UN"), Some("2024-02-01"))],
        ),
        (
            "Washington, which has already sanctioned Moor, should warn its suppliers.",
            &[("Moor", Some("Washington"), None)],
        ),
        (
            "Moor was designated a terrorist by the Central Committee for Peace on 3 May 2022.",
            &[("Moor", Some("the Central Committee for Peace"), Some("2022-05-03"))],
        ),
        ("Kessa Gold was sanctioned by OFAC in 2021.", &[("Kessa Gold", Some("OFAC"), Some("2021"))]),
        ("US-sanctioned Kessa Gold bought it.", &[("Kessa Gold", Some("US"), None)]),
    ] {
        check(text, expected);
    }
}

#[test]
fn french() {
    for (text, expected) in [
        (
            "Moor est visé par des sanctions de l'ONU depuis décembre 2021 et par le Trésor américain depuis mars 2022.",
            &[
                ("Moor", Some("l'ONU"), Some("2021-12")),
                ("Moor", Some("le Trésor américain"), Some("2022-03")),
            ][..],
        ),
        (
            "Ada Moor est inscrite sur la liste de l'Union européenne depuis le 25 février 2023. Le Royaume-Uni a sanctionné Halden Group en juillet 2023.",
            &[
                ("Ada Moor", Some("l'Union européenne"), Some("2023-02-25")),
                ("Halden Group", Some("Le Royaume-Uni"), Some("2023-07")),
            ],
        ),
        (
            "Moor figure depuis le 1er février 2024 sur la liste des personnes visées par les sanctions du Comité.",
            &[("Moor", Some("Comité"), Some("2024-02-01"))],
        ),
        (
            "La société Kessa Or a été sanctionnée par l'OFAC en 2021.",
            &[("La société Kessa Or", Some("l'OFAC"), Some("2021"))],
        ),
        ("Le Groupe recommande au Comité d'inscrire Ada Moor sur la liste des sanctions.", &[]),
        ("L'Union européenne devrait sanctionner Ada Moor.", &[]),
    ] {
        check(text, expected);
    }
}

#[test]
fn no_designation() {
    for text in [
        "The United States should impose sanctions on Kessa Air.",
        "Ada Moor is not listed.",
        "The Panel recommends designating Ada Moor.",
        "The Council threatened sanctions against Moor.",
        "The report listed twelve villages.",
        "The council designated Kessa a safe zone.",
        "The sanctions against Moor were lifted in 2022.",
        "OFAC delisted Ada Moor in 2022.",
    ] {
        check(text, &[]);
    }
}
