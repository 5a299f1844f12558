//! What texts make of figures that differ: a dispute, or two counts that both hold.

use crate::decisions::Decisions;
use crate::document::{Document, Draft, DraftBlock};
use crate::{Analysis, Source, analyse, conclude};

fn document(text: &str) -> Document {
    let mut draft = Draft::new("text/plain", "test", 1);
    draft.blocks.extend(text.split("\n\n").map(|part| DraftBlock::new(None, part.trim(), None)));
    crate::structure::compose(draft)
}

/// The contests of all documents together: `killed 43/9`.
fn contests(texts: &[&str]) -> Vec<String> {
    let documents: Vec<Document> = texts.iter().map(|text| document(text)).collect();
    let analyses: Vec<Analysis> = documents.iter().map(analyse).collect();
    let sources: Vec<Source<'_>> = documents
        .iter()
        .zip(&analyses)
        .map(|(document, analysis)| Source { id: &document.text, name: "report", document, analysis })
        .collect();
    let concluded = conclude(&sources, &Decisions::default());
    let contests = concluded.incidents.iter().flat_map(|incident| &incident.contested);
    contests
        .map(|contest| {
            let figures = contest.figures.iter().map(|side| side.figure.low.or(side.figure.high));
            let figures: Vec<String> = figures.map(|figure| figure.unwrap_or_default().to_string()).collect();
            format!("{} {}", contest.what.name(), figures.join("/"))
        })
        .collect()
}

#[track_caller]
fn check(cases: &[(&[&str], &[&str])]) {
    let wrong: Vec<String> = cases
        .iter()
        .map(|(texts, expected)| (texts, expected, contests(texts)))
        .filter(|(_, expected, found)| found != *expected)
        .map(|(texts, expected, found)| format!("{texts:#?}\n  want {expected:?}\n  got  {found:?}"))
        .collect();
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

const FIRST: &str = "On 3 May 2024, 43 people were killed in the village of Kessa, the hospital said.";
const PREMIER: &str = "Le 3 mai 2024, 43 personnes ont été tuées dans le village de Kessa, selon l'hôpital.";

#[test]
fn two_voices_that_cannot_both_be_right_are_in_dispute() {
    check(&[
        (&[&format!("{FIRST} The army said that nine people were killed.")], &["killed 43/9"]),
        (
            &[FIRST, "On 3 May 2024, nine people were killed in the village of Kessa, the army said."],
            &["killed 43/9"],
        ),
        (&[&format!("{FIRST} The army said that at least 50 people were killed.")], &["killed 43/50"]),
        (&[&format!("{FIRST} The army said that at most ten people were killed.")], &["killed 43/10"]),
        (
            &[
                "On 3 May 2024, soldiers of the 9th Brigade opened fire on miners in Kessa. The union counted 13 dead. The minister, Paul Mbala, spoke of \"four thieves\" killed.",
            ],
            &["killed 13/4"],
        ),
        (&[&format!("{PREMIER} L'armée affirme que neuf personnes ont été tuées.")], &["killed 43/9"]),
        (
            &[
                PREMIER,
                "Le 3 mai 2024, neuf personnes ont été tuées dans le village de Kessa, selon l'armée.",
            ],
            &["killed 43/9"],
        ),
        (
            &[
                "On 3 May 2024 in the village of Kessa, gunmen killed 12 people and wounded 30 others, the hospital said. The mayor said that 12 people were killed and 55 people were wounded.",
            ],
            &["injured 30/55"],
        ),
    ]);
}

#[test]
fn a_part_and_what_is_added_are_no_dispute() {
    check(&[
        (&[&format!("{FIRST} Three of the wounded died later, the mayor said.")], &[]),
        (&[&format!("{FIRST} The mayor said that three of the dead were children.")], &[]),
        (&[&format!("{FIRST} Nine more people were killed at the ford, the mayor said.")], &[]),
        (&[&format!("{FIRST} Since then nine people have died of their wounds, the mayor said.")], &[]),
        (&[&format!("{FIRST} The mayor said that four children were killed.")], &[]),
        (&[FIRST, "On 3 May 2024, four children were killed in the village of Kessa, the mayor said."], &[]),
        (
            &[
                FIRST,
                "On 3 May 2024, 43 people, including four children, were killed in the village of Kessa, the mayor said.",
            ],
            &[],
        ),
        (&[&format!("{PREMIER} Trois des blessés sont morts depuis, affirme le maire.")], &[]),
        (&[&format!("{PREMIER} Neuf autres personnes ont été tuées au gué, affirme le maire.")], &[]),
        (&[&format!("{PREMIER} Neuf personnes de plus ont été tuées au gué, affirme le maire.")], &[]),
        (&[&format!("{PREMIER} Le maire affirme que quatre enfants ont été tués.")], &[]),
    ]);
}

#[test]
fn figures_that_allow_each_other_are_no_dispute() {
    check(&[
        (&[&format!("{FIRST} The army said that dozens of people were killed.")], &[]),
        (&[&format!("{FIRST} The mayor said that about 40 people were killed.")], &[]),
        (&[&format!("{FIRST} The mayor said that at least 40 people were killed.")], &[]),
        (&[&format!("{FIRST} The mayor said that more than 70 people were killed or wounded.")], &[]),
        (&[&format!("{FIRST} The mayor said that 40 to 50 people were killed.")], &[]),
        (&[&format!("{PREMIER} Le maire affirme que des dizaines de personnes ont été tuées.")], &[]),
        (&[&format!("{PREMIER} Le maire parle d'une quarantaine de morts.")], &[]),
    ]);
}

#[test]
fn early_tolls_are_no_dispute_and_parts_are_their_least() {
    check(&[
        (
            &[
                "On 3 May 2024, one person was killed in the village of Kessa, the hospital said. Three of the wounded have since died, which brings the total to four.",
            ],
            &[],
        ),
        (
            &[
                "Le 3 mai 2024, neuf personnes ont été tuées dans le village de Kessa, affirme d'abord le ministère dans un premier communiqué. L'hôpital fait état de 43 personnes tuées.",
            ],
            &[],
        ),
        (&[&format!("{FIRST} A previous toll from the mayor put the dead at 31 people killed.")], &[]),
        (&[&format!("{PREMIER} Un précédent bilan du maire faisait état de 31 personnes tuées.")], &[]),
        (
            &[
                "On 3 May 2024, three people were killed in the village of Kessa, the army said. The priest said that 14 of them were killed.",
            ],
            &["killed 3/14"],
        ),
    ]);
}

#[test]
fn other_people_and_later_tolls_of_one_voice_are_no_dispute() {
    check(&[
        (
            &[
                "On 3 May 2024, 12 soldiers were killed in the village of Kessa, the hospital said. The army said that 30 civilians were killed.",
            ],
            &[],
        ),
        (
            &[
                FIRST,
                "On 3 May 2024, 51 people were killed in the village of Kessa, the hospital said on 5 May.",
            ],
            &[],
        ),
        (&[&format!("{FIRST} The hospital said on Monday that the toll had risen to 51 dead.")], &[]),
        (
            &[FIRST, "The hospital said that 43 people were killed in the village of Kessa on 3 May 2024."],
            &[],
        ),
        (
            &[
                "Le 3 mai 2024, 12 soldats ont été tués dans le village de Kessa, selon l'hôpital. L'armée affirme que 30 civils ont été tués.",
            ],
            &[],
        ),
    ]);
}
