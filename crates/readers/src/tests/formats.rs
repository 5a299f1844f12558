//! One report in five formats gives the same blocks and the same notes.

use reason::document::{BlockKind, Draft};

use super::draft;
use super::report::{Piece, Report, superscript, with_calls};

pub(super) const REPORT: Report = Report {
    pieces: &[
        Piece::Heading("The raid on Oumcher"),
        Piece::Paragraph(
            "On 4 February 2022 armed men entered the market of Oumcher and killed at least 11 people.{1} The army said that it had \
         no troops there.{2}",
        ),
        Piece::Paragraph(
            "Survivors described the men’s lorries, which bore the sign of a mining company.{3}{4}",
        ),
        Piece::Heading("What was paid"),
        Piece::Paragraph("The company’s ledgers show three payments to a commander:"),
        Piece::Item("a transfer of €40,000 in January;"),
        Piece::Item("two payments in cash, made in Tarmit.{5}"),
        Piece::Table(&[&["Month", "Paid"], &["January", "€40,000{6}"], &["March", "€12,500"]]),
    ],
    notes: &[
        "Interview with a trader, Oumcher, March 2022.",
        "Ministry of Defence, “Communiqué no. 17,” 6 February 2022, https://defence.example/c17.",
        "Lena Maru, “Lorries in the night,” The Ardal Post, 9 February 2022.\nSee also Ardal Monitor, “Signs,” 2022.",
        "Satellite image, 5 February 2022, on file.",
        "Ledger of the company, p. 12, on file.",
        "Ledger of the company, p. 9, on file.",
    ],
};

/// The text of everything but notes.
fn body(draft: &Draft) -> Vec<String> {
    let blocks = draft.blocks.iter().filter(|block| {
        block.kind != Some(BlockKind::Note) && !block.text.starts_with(|c: char| c.is_ascii_digit())
    });
    blocks
        .map(|block| {
            block.text.clone() + &block.rows.iter().map(|row| row.join("|")).collect::<Vec<_>>().join("/")
        })
        .collect()
}

/// Labels and texts of notes, whether the file keeps them as such or prints them.
fn notes(draft: &Draft) -> Vec<(String, String)> {
    let notes = draft.blocks.iter().filter_map(|block| match &block.anchor {
        Some(anchor) => Some((anchor.label.clone(), block.text.clone())),
        None => {
            let (label, text) = block.text.split_once(' ')?;
            label.parse::<usize>().ok()?;
            Some((label.to_owned(), text.to_owned()))
        }
    });
    notes.collect()
}

#[track_caller]
fn check(name: &str, bytes: &[u8]) {
    let draft = draft(name, bytes);
    let expected: Vec<String> = REPORT
        .pieces
        .iter()
        .map(|piece| match piece {
            Piece::Heading(text) | Piece::Paragraph(text) | Piece::Item(text) => {
                with_calls(text, superscript)
            }
            Piece::Table(rows) => {
                let rows: Vec<String> =
                    rows.iter().map(|row| with_calls(&row.join("|"), superscript)).collect();
                rows.join("/")
            }
        })
        .collect();
    assert_eq!(body(&draft), expected, "{name}");
    let expected: Vec<(String, String)> = REPORT
        .notes
        .iter()
        .enumerate()
        .map(|(index, note)| ((index + 1).to_string(), (*note).to_owned()))
        .collect();
    assert_eq!(notes(&draft), expected, "{name}");
    assert!(draft.warnings.is_empty(), "{name}: {:?}", draft.warnings);
}

#[test]
fn same_text_and_notes() {
    for (name, bytes) in REPORT.files() {
        check(name, &bytes);
    }
}

/// Every mark that a file links to its note is a reference to the anchor of that note.
#[test]
fn references_lead_to_anchors() {
    for (name, bytes) in REPORT.files().into_iter().skip(1) {
        let draft = draft(name, &bytes);
        let anchors: Vec<&str> =
            draft.blocks.iter().filter_map(|b| Some(b.anchor.as_ref()?.id.as_str())).collect();
        let marks = super::marks(&draft);
        let calls: Vec<&str> = marks.iter().filter_map(|mark| Some(mark.split_once(" -> ")?.1)).collect();
        assert_eq!(calls, anchors, "{name}");
        assert_eq!(calls.len(), REPORT.notes.len(), "{name}");
    }
}
