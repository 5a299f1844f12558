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

/// A document of several blocks (`-` a list item): target and authority of each, in order.
#[track_caller]
fn blocks(body: &[&str], expected: &[(&str, Option<&str>)]) {
    let mut draft = Draft::new("text/plain", "test", 1);
    draft.blocks.extend(body.iter().map(|text| match text.strip_prefix("- ") {
        Some(item) => DraftBlock::new(Some(BlockKind::ListItem), item, None),
        None => DraftBlock::new(Some(BlockKind::Paragraph), *text, None),
    }));
    let document = compose(draft);
    let analysis = crate::analyse(&document);
    let found: Vec<_> = analysis
        .designations
        .iter()
        .map(|row| (document.quote(row.target), row.authority.map(|span| document.quote(span))))
        .collect();
    assert_eq!(found, expected, "{body:?}");
}

#[test]
fn lists_under_a_lead_in() {
    let office = Some("The Basin Development Office");
    blocks(
        &[
            "The Basin Development Office has designated the following under the Basin Human Rights Sanctions Regulations 2020:",
            "- Ada MOOR, Major General, for her part in the killing of 19 miners;",
            "- Jonas BELL, director of Kessa Mining Limited, who is tied to Moor;",
            "- Kessa Mining Limited, a company registered in Halden, which gave vehicles.",
            "The minister said that it was time.",
        ],
        &[("Ada MOOR", office), ("Jonas BELL", office), ("Kessa Mining Limited", office)],
    );
    blocks(
        &[
            "The following individuals have been added to OFAC's SDN List:",
            "MOOR, Ada (a.k.a. MOORE, Ada), Halden, Taravia; DOB 1 Jan 1970; nationality Taravia; Gender Female (individual) [TARAVIA].",
            "BELL, Jonas Piet, Riverbend; DOB 3 Mar 1965 (individual) [TARAVIA].",
            "The following entities have been added to OFAC's SDN List:",
            "KESSA GOLD LIMITED, 12 Mill Road, Riverbend, Taravia [TARAVIA].",
        ],
        &[
            ("MOOR, Ada", Some("OFAC")),
            ("BELL, Jonas Piet", Some("OFAC")),
            ("KESSA GOLD LIMITED", Some("OFAC")),
        ],
    );
    blocks(
        &[
            "L'Union européenne a inscrit sur sa liste les personnes suivantes :",
            "- Ada Moor, née le 3 mai 1970, directrice de Kessa Or ;",
            "- le colonel Jonas Bell, commandant de la 3e brigade.",
        ],
        &[("Ada Moor", Some("L'Union européenne")), ("Jonas Bell", Some("L'Union européenne"))],
    );
    blocks(
        &[
            "The Panel recommends that the Committee sanction the following:",
            "- Ada Moor, a commander;",
            "- Jonas Bell, a trader.",
        ],
        &[],
    );
    blocks(
        &["The council designated the following as safe zones:", "- Kessa, on the river;", "- Riverbend."],
        &[],
    );
    blocks(
        &["The European Union sanctioned three men: Ada Moor, Jonas Bell and Piet Orr."],
        &[
            ("Ada Moor", Some("The European Union")),
            ("Jonas Bell", Some("The European Union")),
            ("Piet Orr", Some("The European Union")),
        ],
    );
}

#[test]
fn announcements() {
    let treasury = Some("the Department of the Treasury's Office of Foreign Assets Control (OFAC)");
    blocks(
        &[
            "Today, the Department of the Treasury's Office of Foreign Assets Control (OFAC) sanctioned one individual and two entities under Executive Order 13999 for their part in the theft of gold.",
            "Kessa Investments is a Halden-based company that took money. It is being designated for being owned by Moor. OFAC is also designating Bell Aurum Limited, a trader, for having assisted Kessa Investments.",
            "Ada Moor was designated for being a leader of a group.",
        ],
        &[("Kessa Investments", treasury), ("Bell Aurum Limited", Some("OFAC")), ("Ada Moor", Some("OFAC"))],
    );
    let council = Some("Le Conseil");
    blocks(
        &[
            "Le Conseil a adopté aujourd'hui des mesures restrictives à l'encontre de deux personnes et d'une entité.",
            "Sont ajoutés à la liste, au titre du régime applicable au Kessaland, Ada Moor, porte-parole du Front de Kessa, ainsi que son frère Jonas Bell, qui le commande.",
            "Figure également sur la liste la société Kessa Mining & Trading, qui exploite la mine.",
        ],
        &[("Ada Moor", council), ("Jonas Bell", council), ("la société Kessa Mining & Trading", council)],
    );
}

#[test]
fn told_on() {
    for (text, expected) in [
        (
            "Moor is already subject to UN sanctions, imposed on 9 August 2024. The European Union added her to its list on 14 October 2024, together with Kessa Security.",
            &[
                ("Moor", Some("UN"), Some("2024-08-09")),
                ("Moor", Some("The European Union"), Some("2024-10-14")),
                ("Kessa Security", Some("The European Union"), Some("2024-10-14")),
            ][..],
        ),
        (
            "The European Union sanctioned Ada Moor, who commands the front, and Jonas Bell, a trader in gold. Piet Orr, the company's owner, was also sanctioned.",
            &[
                ("Ada Moor", Some("The European Union"), None),
                ("Jonas Bell", Some("The European Union"), None),
                ("Piet Orr", Some("The European Union"), None),
            ],
        ),
        (
            "Londres avait déjà sanctionné Ada Moor en 2023 ; le Trésor américain a fait de même pour Kessa Trading le 6 juin 2024.",
            &[
                ("Ada Moor", Some("Londres"), Some("2023")),
                ("Kessa Trading", Some("le Trésor américain"), Some("2024-06-06")),
            ],
        ),
        (
            "Ada Moor fait l'objet d'un gel des avoirs décidé par l'Union européenne en mai 2023.",
            &[("Ada Moor", Some("l'Union européenne"), Some("2023-05"))],
        ),
        (
            "Le Comité des sanctions a placé Ada Moor sur sa liste le 3 mai 2022.",
            &[("Ada Moor", Some("Le Comité des sanctions"), Some("2022-05-03"))],
        ),
        (
            "On 3 May 2022 the UK imposed asset freezes and travel bans on Ada Moor and Kessa Gold.",
            &[
                ("Ada Moor", Some("the UK"), Some("2022-05-03")),
                ("Kessa Gold", Some("the UK"), Some("2022-05-03")),
            ],
        ),
        (
            "Kessa Gold has been listed by the European Union since 2021.",
            &[("Kessa Gold", Some("the European Union"), Some("2021"))],
        ),
        (
            "Canada followed suit with Jonas Bell in June 2021.",
            &[("Jonas Bell", Some("Canada"), Some("2021-06"))],
        ),
    ] {
        check(text, expected);
    }
}

#[test]
fn programme_and_reason() {
    for (text, program, reason) in [
        (
            "OFAC designated Ada Moor pursuant to Executive Order (E.O.) 13999 for being a leader of the front.",
            Some("Executive Order (E.O.) 13999"),
            Some("for being a leader of the front"),
        ),
        (
            "The UK sanctioned Ada Moor under the Global Human Rights Sanctions Regulations 2020.",
            Some("Global Human Rights Sanctions Regulations 2020"),
            None,
        ),
        (
            "Ada Moor a été sanctionnée par l'Union européenne au titre du régime mondial de sanctions en matière de droits de l'homme, en raison de son rôle dans le massacre.",
            Some("régime mondial de sanctions en matière de droits de l'homme"),
            Some("en raison de son rôle dans le massacre"),
        ),
        (
            "Ada Moor was added to the list of the Committee established pursuant to resolution 9206 (2015).",
            Some("resolution 9206 (2015)"),
            None,
        ),
    ] {
        let mut draft = Draft::new("text/plain", "test", 1);
        draft.blocks.push(DraftBlock::new(Some(BlockKind::Paragraph), text, None));
        let document = compose(draft);
        let analysis = crate::analyse(&document);
        let found: Vec<_> = analysis
            .designations
            .iter()
            .map(|row| (row.program.map(|s| document.quote(s)), row.reason.map(|s| document.quote(s))))
            .collect();
        assert_eq!(found, [(program, reason)], "{text}");
    }
}

#[test]
fn appointed_is_not_sanctioned() {
    for text in [
        "The European Union designated Ada Moor as its envoy to the region.",
        "The committee designated Jonas Bell as chair.",
        "Le Conseil a désigné Ada Moor comme médiatrice.",
        "Le Conseil a inscrit la question à son ordre du jour.",
        "The ministry added Riverbend to the tour.",
        "The following villages were attacked: Kessa, Riverbend and Marrow.",
        "The government listed the following demands: peace, land and bread.",
    ] {
        check(text, &[]);
    }
}
