use crate::document::{BlockKind, Draft, DraftBlock};
use crate::structure::compose;

/// A report of headings (`#`), list items (`-`) and paragraphs: who shall do what.
#[track_caller]
fn check(body: &[&str], expected: &[(Option<&str>, &str)]) {
    let mut draft = Draft::new("text/plain", "test", 1);
    draft.blocks.extend(body.iter().map(|text| {
        let (kind, text) = match text.split_once(' ') {
            Some(("#", rest)) => (BlockKind::Heading, rest),
            Some(("-", rest)) => (BlockKind::ListItem, rest),
            _ => (BlockKind::Paragraph, *text),
        };
        let mut block = DraftBlock::new(Some(kind), text, None);
        block.level = u8::from(kind == BlockKind::Heading);
        block
    }));
    let document = compose(draft);
    let analysis = crate::analyse(&document);
    let found: Vec<_> = analysis
        .recommendations
        .iter()
        .map(|row| (row.addressee.map(|span| document.quote(span)), document.quote(row.span)))
        .collect();
    assert_eq!(found, expected, "{body:?}");
}

#[test]
fn with_an_auxiliary() {
    check(
        &[
            "# Key recommendations",
            "- The Office of the Prosecutor at the River Court (RC) should open an inquiry. Alternatively, the Basin Council should refer it.",
            "- The EU, the US, and Taravia should sanction the network. They should act together.",
            "- International mining companies operating in Taravia and foreign refineries should check their gold.",
            "# Methodology",
            "Readers should know that names were changed.",
        ],
        &[
            (
                Some("The Office of the Prosecutor at the River Court (RC)"),
                "The Office of the Prosecutor at the River Court (RC) should open an inquiry.",
            ),
            (Some("the Basin Council"), "Alternatively, the Basin Council should refer it."),
            (Some("The EU, the US, and Taravia"), "The EU, the US, and Taravia should sanction the network."),
            (Some("The EU, the US, and Taravia"), "They should act together."),
            (
                Some("International mining companies operating in Taravia and foreign refineries"),
                "International mining companies operating in Taravia and foreign refineries should check their gold.",
            ),
        ],
    );
}

#[test]
fn under_a_party() {
    check(
        &[
            "# Recommendations",
            "# To the government of Taravia",
            "- Suspend the commanders.",
            "- Ensure that survivors have doctors. The hospitals are empty.",
            "# To the Basin Union",
            "The Basin Union should stop its training.",
        ],
        &[
            (Some("the government of Taravia"), "Suspend the commanders."),
            (Some("the government of Taravia"), "Ensure that survivors have doctors."),
            (Some("The Basin Union"), "The Basin Union should stop its training."),
        ],
    );
    check(
        &[
            "IV. Recommendations",
            "50. The Panel recommends that the Committee:",
            "(a) Consider designating Ada Moor;",
            "(b) Encourage Member States to look closer.",
            "51. The Government of Taravia should open an inquiry.",
        ],
        &[
            (Some("the Committee"), "Consider designating Ada Moor;"),
            (Some("the Committee"), "Encourage Member States to look closer."),
            (Some("The Government of Taravia"), "The Government of Taravia should open an inquiry."),
        ],
    );
}

#[test]
fn french() {
    check(
        &[
            "Le port de Kessa est fermé depuis des mois et personne ne sait quand il ouvrira de nouveau.",
            "4. Recommandations",
            "Aux autorités de Kessa :",
            "- Ouvrir sans délai une enquête ;",
            "À l'Union du Bassin :",
            "- Inscrire Ada Moor sur la liste.",
            "La Cour spéciale devrait se saisir de ces crimes.",
            "Les États de la région devraient :",
            "a) Contrôler l'origine de l'or;",
        ],
        &[
            (Some("autorités de Kessa"), "Ouvrir sans délai une enquête ;"),
            (Some("l'Union du Bassin"), "Inscrire Ada Moor sur la liste."),
            (Some("La Cour spéciale"), "La Cour spéciale devrait se saisir de ces crimes."),
            (Some("Les États de la région"), "Contrôler l'origine de l'or;"),
        ],
    );
    check(
        &[
            "Le Groupe a mené une enquête dans la région pendant une année entière.",
            "III. Recommandations",
            "31. Le Groupe recommande au Comité d'inscrire Ada Moor sur la liste.",
        ],
        &[(Some("Comité"), "Le Groupe recommande au Comité d'inscrire Ada Moor sur la liste.")],
    );
}

#[test]
fn parties_in_headings_and_run_in() {
    check(
        &["# Recommendations to the Basin Council", "- Open the archives.", "To the army: Leave the town."],
        &[(Some("the Basin Council"), "Open the archives."), (Some("the army"), "Leave the town.")],
    );
}

#[test]
fn outside_a_section() {
    check(
        &["We call on the Basin Council to act. The rebels said that the army should leave."],
        &[(Some("the Basin Council"), "We call on the Basin Council to act.")],
    );
    check(&["The opposition urged the government to free Moor. That should have been enough."], &[]);
}

#[test]
fn lists_without_a_section() {
    check(
        &[
            "9. The Panel recommends that the Committee:",
            "- Request States to report on gold exports;",
            "- Consider the designation of Ada Moor.",
            "The road was closed.",
        ],
        &[
            (Some("the Committee"), "Request States to report on gold exports;"),
            (Some("the Committee"), "Consider the designation of Ada Moor."),
        ],
    );
    check(
        &[
            "9. We ask the Committee to recommend that:",
            "- the Government introduce a duty on companies;",
            "- Halden Tea Estates disclose the results.",
        ],
        &[
            (Some("the Government"), "the Government introduce a duty on companies;"),
            (Some("Halden Tea Estates"), "Halden Tea Estates disclose the results."),
        ],
    );
}

#[test]
fn parties_at_the_level_of_the_section() {
    check(
        &[
            "# Recommendations",
            "# Government of Halden",
            "- Open the archives.",
            "# Donors",
            "- Stop payments.",
        ],
        &[(Some("Government of Halden"), "Open the archives."), (Some("Donors"), "Stop payments.")],
    );
    // Prose under such a heading is another part of the report.
    check(
        &["# Recommendations", "- Donors should stop payments.", "# The government", "It took power in May."],
        &[(Some("Donors"), "Donors should stop payments.")],
    );
}

#[test]
fn impersonal() {
    check(
        &["It is recommended that the Government of Halden should open the archives."],
        &[(
            Some("the Government of Halden"),
            "It is recommended that the Government of Halden should open the archives.",
        )],
    );
    check(&["It is recommended that travellers boil the water."], &[]);
    check(&["Les habitants disent que le gouvernement doit ouvrir la route."], &[]);
}
