//! When a text was written, and what is counted from that day.

use super::check;
use crate::document::{BlockKind, Draft, DraftBlock};

#[test]
fn a_dateline_anchors_a_dispatch() {
    let line = "RIVERBEND, 14 March 2024 (Kessa Wire) — Armed men came to the town and left it on foot, its mayor said.";
    let first = "14 March 2024 = 2024-03-14";
    check(
        &[line, "They came on Tuesday, a witness said of the raid that she saw there."],
        &[first, "Tuesday = 2024-03-12 (counted)"],
    );
    check(
        &[line, "They came yesterday, a witness said of the raid that she saw there."],
        &[first, "yesterday = 2024-03-13 (counted)"],
    );
    check(
        &[line, "They came on 20 November, a witness said of the raid that she saw there."],
        &[first, "20 November = 2023-11-20 (year)"],
    );
}

/// What a text whose first lines are these makes of "yesterday", told in its second paragraph.
#[track_caller]
fn check_written(lines: &[&str], expected: &str) {
    let mut draft = Draft::new("text/plain", "test", 1);
    draft.blocks.push(DraftBlock::new(Some(BlockKind::Title), "Armed men came to Kessa", None));
    draft.blocks.extend(lines.iter().map(|text| match text.strip_prefix("# ") {
        Some(heading) => DraftBlock::new(Some(BlockKind::Heading), heading, None),
        None => DraftBlock::new(None, *text, None),
    }));
    let told = "They came yesterday and left it on foot, its mayor said of the raid that she had seen there herself.";
    draft.blocks.push(DraftBlock::new(Some(BlockKind::Paragraph), told, None));
    let document = crate::structure::compose(draft);
    let (sentences, notes, markers) = crate::notes::read(&document);
    let prose = crate::prose::read(&document, &sentences, &notes, &markers);
    let last = prose.sentences.iter().flat_map(|sentence| &sentence.dates).last();
    let found =
        last.and_then(|date| date.interval.from).map_or_else(|| "?".to_owned(), |date| date.to_string());
    assert_eq!(found, expected, "{lines:?}");
}

#[test]
fn lines_that_say_when_a_text_was_written() {
    for (lines, expected) in [
        (&["Port-Halden, le 30 septembre 2024"][..], "2024-09-29"),
        (&["Publié le 14/05/2024 - 18:22, par"], "2024-05-13"),
        (&["Publié le 19 octobre 2024 | Mis à jour le 24 octobre 2024"], "2024-10-18"),
        (&["Published 14 March 2023, 10:20 GMT"], "2023-03-13"),
        (&["The Long Watch | 14 March 2026 | by Ada Moor"], "2026-03-13"),
        (&["By Ada Moor", "August 27, 2021"], "2021-08-26"),
        (&["# Riverbend, le 30 septembre 2024"], "2024-09-29"),
        (&["# Field report of the Kessa Forum, 3 March 2024"], "2024-03-02"),
        (&["Conseil du Halden\nCommuniqué de presse\n9 décembre 2024, 11:40"], "2024-12-08"),
        (&["KESSA, Feb 19 (Halden Wire) - Armed men came to the town on foot and left it again."], "--02-18"),
        (&["14 décembre 2016. – À 19 h 30, des hommes sont venus à pied et repartis."], "2016-12-13"),
        (&["14 décembre 2016, Kessa. – Des hommes sont venus à pied et repartis."], "2016-12-13"),
        // What a heading tells of a day is no day of writing.
        (&["# Attack on Riverbend, 3 March 2024"], "?"),
        (&["Published figures of 3 May 2024 show how many came."], "?"),
        (&["On 3 March 2024 they were there."], "?"),
    ] {
        check_written(lines, expected);
    }
}

#[test]
fn every_article_of_a_page_has_its_own_day() {
    let told =
        "On Monday they came to the town and left it on foot, its mayor said of what she had seen there.";
    let back =
        "On Monday they were back in it with others, and burnt what they had left of its houses and stores.";
    check(
        &[
            "# Wednesday 21 February 2024",
            "# They came",
            "By Ada Moor",
            told,
            "# Thursday 29 February 2024",
            "# They left",
            "By Ada Moor",
            back,
        ],
        &[
            "Wednesday 21 February 2024 = 2024-02-21",
            "Monday = 2024-02-19 (counted)",
            "Thursday 29 February 2024 = 2024-02-29",
            "Monday = 2024-02-26 (counted)",
        ],
    );
    check(
        &["Kessa, 17 August 2022", told, "UPDATE, 22 August 2022", back],
        &[
            "17 August 2022 = 2022-08-17",
            "Monday = 2022-08-15 (counted)",
            "22 August 2022 = 2022-08-22",
            "Monday = 2022-08-22 (counted)",
        ],
    );
}
