use crate::claims::{Claim, StandsIn};
use crate::document::{BlockKind, Document, Draft, DraftBlock, Span};

/// Paragraphs; a line that begins with `#` is a heading; lines with `|` are a table.
fn document(text: &str) -> Document {
    let mut draft = Draft::new("text/plain", "test", 1);
    for part in text.split("\n\n") {
        let part = part.trim();
        if part.contains(" | ") {
            let rows = part.lines().map(|row| row.trim().split('|').map(|cell| cell.trim().to_owned()));
            let rows: Vec<Vec<String>> = rows.map(Iterator::collect).collect();
            let text = rows.iter().map(|row| row.join("\t")).collect::<Vec<_>>().join("\n");
            let mut block = DraftBlock::new(Some(BlockKind::Table), text, None);
            block.rows = rows;
            draft.blocks.push(block);
        } else if let Some(heading) = part.strip_prefix("# ") {
            draft.blocks.push(DraftBlock::new(Some(BlockKind::Heading), heading, None));
        } else {
            draft.blocks.push(DraftBlock::new(None, part, None));
        }
    }
    crate::structure::compose(draft)
}

fn shown(document: &Document, claim: &Claim) -> String {
    let quote = |span: Option<Span>| span.map_or("-", |span| document.quote(span)).to_owned();
    let date =
        |date: Option<crate::dates::PartialDate>| date.map_or_else(String::new, |date| date.to_string());
    let when = claim.when.map_or_else(
        || "-".to_owned(),
        |when| {
            let (from, to) = (date(when.interval.from), date(when.interval.to));
            if from == to { from } else { format!("{from}..{to}") }
        },
    );
    let figure = claim.figure.low.or(claim.figure.high).unwrap_or_default();
    let mut shown = format!(
        "{} {figure} | {} | {} | {when}",
        claim.what.name(),
        quote(claim.victims),
        quote(claim.place)
    );
    for (name, span) in [("by", claim.perpetrators), ("says", claim.said_by.first().copied())] {
        if span.is_some() {
            shown += &format!(" | {name} {}", quote(span));
        }
    }
    shown + if claim.subset_of.is_some() { " | part" } else { "" }
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let document = document(text);
    let analysis = crate::analyse(&document);
    let tabled = analysis.claims.iter().filter(|claim| claim.stands_in == StandsIn::Table);
    let found: Vec<String> = tabled.map(|claim| shown(&document, claim)).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn rows_are_places_and_the_caption_gives_time_and_people() {
    check(
        "Table 1. Civilian casualties by district, January–March 2024

        District | Killed | Wounded
        Kessa | 12 | 30
        Halden | 7 | –
        Total | 19 | 30",
        &[
            "killed 12 | Civilian | Kessa | 2024-01..2024-03",
            "injured 30 | Civilian | Kessa | 2024-01..2024-03",
            "killed 7 | Civilian | Halden | 2024-01..2024-03",
            "killed 19 | Civilian | - | 2024-01..2024-03",
            "injured 30 | Civilian | - | 2024-01..2024-03",
        ],
    );
    check(
        "# III. Victimes civiles par préfecture, 2023

        Préfecture | Tués | Personnes enlevées
        Kessa-Nord | 57 | 29",
        &["killed 57 | Victimes civiles | Kessa-Nord | 2023", "abducted 29 | Personnes | Kessa-Nord | 2023"],
    );
}

#[test]
fn columns_say_where_when_by_whom_and_who_says_so() {
    check(
        "The unit visited Marrow in 2024.

        Date | Location | Killed | Injured | Alleged perpetrators | Source
        21 March 2024 | Kessa market | 19 | 36 | Halden Guard | Kessa Observatory
        5 May | Marrow | 14 | 3 | Unknown | –",
        &[
            "killed 19 | - | Kessa market | 2024-03-21 | by Halden Guard | says Kessa Observatory",
            "injured 36 | - | Kessa market | 2024-03-21 | by Halden Guard | says Kessa Observatory",
            "killed 14 | - | Marrow | 2024-05-05",
            "injured 3 | - | Marrow | 2024-05-05",
        ],
    );
    check(
        "Table 1. Figures given for the dead of Kessa

        Who says so | Dead | Described as
        Ministry of Defense | 14 | terrorists
        Residents, to AFP | 40 | people",
        &[
            "killed 14 | terrorists | - | - | says Ministry of Defense",
            "killed 40 | people | - | - | says Residents, to AFP",
        ],
    );
    check(
        "Lieu | Date | Morts | Auteur présumé | Source
        Kessa | 12 mai 2023 | 8 | Miliciens de Halden | Société civile
        Marrow | 13–14 mai 2023 | 3 | Inconnu | ONG locale",
        &[
            "killed 8 | - | Kessa | 2023-05-12 | by Miliciens de Halden | says Société civile",
            "killed 3 | - | Marrow | 2023-05-13..2023-05-14 | says ONG locale",
        ],
    );
    check(
        "Kessa lies on the river. The Halden Guard (HG) is an armed group.

        Date | Event | Killed
        11–13 January 2024 | Eviction of Kessa by HG | 2",
        &["killed 2 | - | Kessa | 2024-01-11..2024-01-13 | by HG"],
    );
}

#[test]
fn columns_may_be_times_and_kinds_may_stand_in_rows_or_captions() {
    check(
        "Table 2: Civilians killed, by province

        Province | 2022 | 2023 | Total
        Kessa | 41 | 60 | 101",
        &[
            "killed 41 | Civilians | Kessa | 2022",
            "killed 60 | Civilians | Kessa | 2023",
            "killed 101 | Civilians | Kessa | -",
        ],
    );
    check(
        "Tableau 4. Personnes enlevées en 2023

        Mois | Hommes | Femmes
        Janvier | 4 | 2
        Février | 6 | 1",
        &[
            "abducted 4 | Hommes | - | 2023-01",
            "abducted 2 | Femmes | - | 2023-01",
            "abducted 6 | Hommes | - | 2023-02",
            "abducted 1 | Femmes | - | 2023-02",
        ],
    );
    check(
        " | 2022 | 2023
        Killed | 12 | 15
        Abducted | 3 | 8",
        &[
            "killed 12 | - | - | 2022",
            "killed 15 | - | - | 2023",
            "abducted 3 | - | - | 2022",
            "abducted 8 | - | - | 2023",
        ],
    );
}

#[test]
fn parts_units_and_several_kinds() {
    check(
        "District | Killed | Of whom children | Killed or wounded
        Kessa | 12 | 4 | 40",
        &["killed 12 | - | Kessa | -", "killed 4 | children | Kessa | - | part", "other 40 | - | Kessa | -"],
    );
    check(
        "Table 3. Persons displaced, in thousands

        Province | 2023
        Kessa | 41",
        &["displaced 41000 | Persons | Kessa | 2023"],
    );
    check(
        "Table 3. Dead in 2023

        District | Killed
        Kessa | 41

        Source: Kessa Observatory.",
        &["killed 41 | - | Kessa | 2023 | says Kessa Observatory"],
    );
}

#[test]
fn part_of_a_name_is_no_place() {
    check(
        "Event | Killed\nMarro-Paris | 12\nParis | 3",
        &["killed 12 | - | - | -", "killed 3 | - | Paris | -"],
    );
}

#[test]
fn who_is_taken_and_what_is_taken() {
    check(
        "Localité | Civils enlevés | Civils tués | Enlevés | Bétail enlevé
        Kessa | 12 | 3 | 4 | 90",
        &["abducted 12 | Civils | Kessa | -", "killed 3 | Civils | Kessa | -", "abducted 4 | - | Kessa | -"],
    );
    check("Village | Houses seized | Seized\nKessa | 12 | 4", &[]);
}

#[test]
fn tables_of_other_things_claim_nothing() {
    for text in [
        "Table 5. Budget of the ministry, in millions of francs\n\nItem | 2022 | 2023\nOperations | 1,200 | 1,300\nDeployed staff | 40 | 50",
        "Ministère | Personnel | Opérations | Montant\nDéfense | 12 | 40 | 52",
        "District | Population | Area (km²)\nKessa | 12,000 | 40\nHalden | 9,000 | 31",
        "District | Population | Births | Deaths\nKessa | 12,000 | 140 | 90",
        "Name | Telephone\nKessa police post | 555 0123\nEmergency | 555 0199",
        "Candidate | Votes | Seats lost\nA. Moor | 1,204 | 3",
        "Area | Suspected cases | Deaths\nKessa | 120 | 4",
        "District | Killed (%)\nKessa | 12 %",
        "Year | Raids planned | Rate of killings\n2023 | – | 4",
        "Table 6. Civilians killed and helped\n\nDistrict | Tents\nKessa | 40",
        "Tableau 2. Décès dus au choléra\n\nDistrict | Cas | Décès\nKessa | 120 | 4",
    ] {
        check(text, &[]);
    }
}
