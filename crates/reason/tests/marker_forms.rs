//! One report, its markers and notes printed in every form that houses use: the same markers call the same notes.

#![allow(clippy::unwrap_used, missing_docs)]

use reason::document::{Draft, DraftBlock};
use reason::text::to_superscript;
use reason::{Analysis, analyse};

const BODY: [&str; 4] = [
    "The column reached Tamer at dawn{1} and burned the market.{2} Residents fled across the river, where 1,200 people now live in tents.{3}",
    "A spokesman said on 3 May 2023 that nobody had been killed.{4} Three witnesses disagree,{5} and a list of the dead names 47 people.{6}",
    "In Chapter 2 of its report, the commission found 12 graves near the ford (see map 3).{7} It did not say who dug them.{8}",
    "The ministry paid 3.5 million francs in 2021.{9} Nobody has seen a contract.{10} The company has 14 employees and one truck.{11}",
];

const NOTES: [&str; 11] = [
    "Ana Moro, “Smoke Over Tamer,” The Daily Courier, May 4, 2023, https://courier.example/2023/05/04/smoke.",
    "Institute interview with a trader, Tamer, June 2023.",
    "UNHCR, “Lower Basin: Displacement Snapshot,” May 12, 2023, p. 2.",
    "Ministry of Defence, press release, May 3, 2023.",
    "Institute interviews with three residents, Tamer, June 2023.",
    "Village Committee, “List of the Dead,” May 20, 2023, on file with the Institute.",
    "Commission of Inquiry, “Report on the Events at Tamer,” A/HRC/54/12, September 1, 2023, para. 33.",
    "Ibid., para. 35.",
    "Ministry of Finance, “Budget Execution 2021,” March 2022, p. 14.",
    "Institute interview with a Ministry of Works official, Port Amity, July 2023.",
    "Joe Fell, “A Company With One Truck,” The Daily Courier, July 9, 2023.",
];

/// What stands in the text before each marker.
const BEFORE: [&str; 11] = [
    "at dawn",
    "market.",
    "tents.",
    "killed.",
    "disagree,",
    "people.",
    "map 3).",
    "them.",
    "2021.",
    "contract.",
    "truck.",
];

fn body(mark: impl Fn(usize) -> String) -> Vec<String> {
    let fill = |text: &str| {
        (1..=NOTES.len()).fold(text.to_owned(), |text, n| text.replace(&format!("{{{n}}}"), &mark(n)))
    };
    BODY.iter().map(|text| fill(text)).collect()
}

fn analysed(blocks: &[String]) -> (reason::document::Document, Analysis) {
    let mut draft = Draft::new("text/plain", "test", 1);
    draft.blocks = blocks.iter().map(|text| DraftBlock::new(None, text.as_str(), None)).collect();
    let document = reason::structure::compose(draft);
    let analysis = analyse(&document);
    (document, analysis)
}

fn check(form: &str, blocks: Vec<String>) {
    let (document, analysis) = analysed(&blocks);
    let called: Vec<_> = analysis
        .markers
        .iter()
        .map(|marker| (marker.label.as_str(), marker.note.map(|note| analysis.note_text(&document, note))))
        .collect();
    let expected: Vec<_> =
        (1..=NOTES.len()).map(|n| (n.to_string(), Some(NOTES[n - 1].to_owned()))).collect();
    let expected: Vec<_> = expected.iter().map(|(label, text)| (label.as_str(), text.clone())).collect();
    assert_eq!(called, expected, "{form}");
    for (marker, before) in analysis.markers.iter().zip(BEFORE) {
        let stands = document.text[..marker.group.start].trim_end().ends_with(before);
        assert!(stands, "{form}: marker {} does not stand behind {before:?}", marker.label);
    }
}

fn list(label: impl Fn(usize) -> String) -> Vec<String> {
    NOTES.iter().enumerate().map(|(index, note)| format!("{}{note}", label(index + 1))).collect()
}

fn with_notes(body: Vec<String>, heading: &str, notes: Vec<String>) -> Vec<String> {
    let title = "Fire at the Ford".to_owned();
    [title]
        .into_iter()
        .chain(body)
        .chain((!heading.is_empty()).then(|| heading.to_owned()))
        .chain(notes)
        .collect()
}

#[test]
fn raised() {
    check(
        "¹ with 1.",
        with_notes(body(|n| to_superscript(&n.to_string())), "Notes", list(|n| format!("{n}. "))),
    );
    check(
        "¹ with 1",
        with_notes(body(|n| to_superscript(&n.to_string())), "ENDNOTES", list(|n| format!("{n} "))),
    );
    check(
        "¹ without heading",
        with_notes(body(|n| to_superscript(&n.to_string())), "", list(|n| format!("{n} "))),
    );
    let together = vec![list(|n| format!("{n}. ")).join("\n")];
    check(
        "¹, notes in one block",
        with_notes(body(|n| to_superscript(&n.to_string())), "Notes et références", together),
    );
}

#[test]
fn bracketed() {
    check("[1]", with_notes(body(|n| format!("[{n}]")), "References", list(|n| format!("[{n}] "))));
    check("(1)", with_notes(body(|n| format!(" ({n})")), "Endnotes", list(|n| format!("({n}) "))));
}

#[test]
fn flattened() {
    check(
        "digits glued to the word",
        with_notes(body(|n| n.to_string()), "Endnotes", list(|n| format!("{n} "))),
    );
}

#[test]
fn at_the_foot_of_each_page() {
    let text = body(|n| to_superscript(&n.to_string()));
    let note = |n: usize| format!("{} {}", to_superscript(&n.to_string()), NOTES[n - 1]);
    let pages = [1..4, 4..7, 7..9, 9..12];
    let blocks =
        text.into_iter().zip(pages).flat_map(|(text, notes)| std::iter::once(text).chain(notes.map(note)));
    check("footnotes", blocks.collect());
}

#[test]
fn numbering_restarts_by_chapter() {
    let chapters = [(0, 1..4), (1, 4..7)];
    let chapter = |(index, notes): (usize, std::ops::Range<usize>)| {
        let first = notes.start - 1;
        let text = body(|n| to_superscript(&n.saturating_sub(first).to_string())).swap_remove(index);
        let notes = notes.map(move |n| format!("{}. {}", n - first, NOTES[n - 1]));
        (text, notes.collect::<Vec<_>>())
    };
    let [(one, one_notes), (two, two_notes)] = chapters.map(chapter);
    let heading = || "Notes".to_owned();
    let at_chapter_end: Vec<String> = [one.clone(), heading()]
        .into_iter()
        .chain(one_notes.clone())
        .chain([two.clone(), heading()])
        .chain(two_notes.clone())
        .collect();
    let at_book_end: Vec<String> =
        [one, two, heading()].into_iter().chain(one_notes).chain(two_notes).collect();
    for blocks in [at_chapter_end, at_book_end] {
        let (document, analysis) = analysed(&blocks);
        let called: Vec<String> = analysis
            .markers
            .iter()
            .map(|marker| analysis.note_text(&document, marker.note.unwrap()))
            .collect();
        assert_eq!(called, NOTES[..6], "{blocks:#?}");
    }
}

#[test]
fn markers_without_comma_are_told_apart() {
    let blocks = ["They left.¹ They came back.²³ Nobody knows why.⁴".to_owned(), "Notes".to_owned()];
    let notes = (1..=4).map(|n| format!("{n}. {}", NOTES[n - 1]));
    let (_, analysis) = analysed(&blocks.into_iter().chain(notes).collect::<Vec<_>>());
    let labels: Vec<_> = analysis.markers.iter().map(|marker| marker.label.as_str()).collect();
    assert_eq!(labels, ["1", "2", "3", "4"]);
}

#[test]
fn numbered_in_roman() {
    // Word processors number endnotes so unless told otherwise.
    let raised = |n: usize| ["", "ⁱ", "ⁱⁱ", "ⁱⁱⁱ", "ⁱᵛ", "ᵛ", "ᵛⁱ", "ᵛⁱⁱ", "ᵛⁱⁱⁱ", "ⁱˣ", "ˣ", "ˣⁱ"][n];
    let plain = |n: usize| ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi"][n];
    for (form, behind) in [("iv Text", " "), ("ivText", ""), ("iv. Text", ". ")] {
        let notes = list(|n| format!("{}{behind}", plain(n)));
        let (document, analysis) = analysed(&with_notes(body(|n| raised(n).to_owned()), "", notes));
        let called: Vec<_> = analysis
            .markers
            .iter()
            .map(|marker| marker.note.map(|note| analysis.note_text(&document, note)))
            .collect();
        let expected: Vec<_> = NOTES.iter().map(|note| Some((*note).to_owned())).collect();
        assert_eq!(called, expected, "{form}");
    }
}

#[test]
fn an_endless_note_is_read_in_part_and_told() {
    let endless = format!("1. {}", "Ana Moro, ".repeat(30_000));
    let blocks = ["They left.¹".to_owned(), "Notes".to_owned(), endless];
    let (document, analysis) = analysed(&blocks);
    assert_eq!(analysis.notes.len(), 1);
    assert!(
        document.warnings.iter().any(|warning| warning.detail.contains("bytes only")),
        "{:?}",
        document.warnings
    );
}
