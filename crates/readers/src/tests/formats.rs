//! One report in five formats gives the same text and the same notes.

use reason::document::{BlockKind, Draft};

use super::draft;
use super::fixtures::{docx, odt, odt_note, word_call, word_footnotes, word_paragraph, word_run};

/// A piece of the report. `{n}` calls note n.
enum Piece {
    Heading(&'static str),
    Paragraph(&'static str),
    Item(&'static str),
    Table(&'static [&'static [&'static str]]),
}

const REPORT: [Piece; 8] = [
    Piece::Heading("The raid on Oumcher"),
    Piece::Paragraph(
        "On 4 February 2022 armed men entered the market of Oumcher and killed at least 11 people.{1} The army said that it had \
         no troops there.{2}",
    ),
    Piece::Paragraph("Survivors described the men’s lorries, which bore the sign of a mining company.{3}{4}"),
    Piece::Heading("What was paid"),
    Piece::Paragraph("The company’s ledgers show three payments to a commander:"),
    Piece::Item("a transfer of €40,000 in January;"),
    Piece::Item("two payments in cash, made in Tarmit.{5}"),
    Piece::Table(&[&["Month", "Paid"], &["January", "€40,000{6}"], &["March", "€12,500"]]),
];

const NOTES: [&str; 6] = [
    "Interview with a trader, Oumcher, March 2022.",
    "Ministry of Defence, “Communiqué no. 17,” 6 February 2022, https://defence.example/c17.",
    "Lena Maru, “Lorries in the night,” The Ardal Post, 9 February 2022.\nSee also Ardal Monitor, “Signs,” 2022.",
    "Satellite image, 5 February 2022, on file.",
    "Ledger of the company, p. 12, on file.",
    "Ledger of the company, p. 9, on file.",
];

/// Replaces `{n}` by what a format writes for a call of note n.
fn with_calls(text: &str, call: impl Fn(usize) -> String) -> String {
    (1..=NOTES.len()).fold(text.to_owned(), |text, n| text.replace(&format!("{{{n}}}"), &call(n)))
}

fn superscript(n: usize) -> String {
    crate::inline::raise_label(&n.to_string())
}

fn as_markdown() -> String {
    let calls = |text: &str| with_calls(text, |n| format!("[^{n}]"));
    let mut source = String::new();
    for piece in &REPORT {
        match piece {
            Piece::Heading(text) => source += &format!("\n# {text}\n\n"),
            Piece::Paragraph(text) => source += &format!("{}\n\n", calls(text)),
            Piece::Item(text) => source += &format!("- {}\n", calls(text)),
            Piece::Table(rows) => {
                source += "\n";
                for (index, row) in rows.iter().enumerate() {
                    source += &format!("| {} |\n", calls(&row.join(" | ")));
                    if index == 0 {
                        source += "|---|---|\n";
                    }
                }
            }
        }
    }
    for (index, note) in NOTES.iter().enumerate() {
        source += &format!("\n[^{}]: {}\n", index + 1, note.replace('\n', "\n\n    "));
    }
    source
}

fn as_text() -> String {
    let calls = |text: &str| with_calls(text, superscript);
    let mut source = String::new();
    for piece in &REPORT {
        match piece {
            Piece::Heading(text) => source += &format!("{text}\n\n"),
            Piece::Paragraph(text) => source += &format!("{}\n\n", calls(text)),
            Piece::Item(text) => source += &format!("- {}\n\n", calls(text)),
            Piece::Table(rows) => {
                let rows = rows.iter().map(|row| format!("| {} |", calls(&row.join(" | "))));
                let mut rows: Vec<String> = rows.collect();
                rows.insert(1, "|---|---|".to_owned());
                source += &format!("{}\n\n", rows.join("\n"));
            }
        }
    }
    let notes = NOTES.iter().enumerate().map(|(index, note)| format!("- {} {note}\n", index + 1));
    source + &notes.collect::<String>()
}

fn as_html() -> String {
    let calls =
        |text: &str| with_calls(text, |n| format!(r##"<sup><a href="#fn{n}" id="r{n}">{n}</a></sup>"##));
    let mut source = "<!doctype html><html><body>".to_owned();
    for piece in &REPORT {
        source += &match piece {
            Piece::Heading(text) => format!("<h2>{text}</h2>"),
            Piece::Paragraph(text) => format!("<p>{}</p>", calls(text)),
            Piece::Item(text) => format!("<ul><li>{}</li></ul>", calls(text)),
            Piece::Table(rows) => {
                let rows =
                    rows.iter().map(|row| format!("<tr><td>{}</td></tr>", calls(&row.join("</td><td>"))));
                format!("<table>{}</table>", rows.collect::<String>())
            }
        };
    }
    source += "<ol>";
    for (index, note) in NOTES.iter().enumerate() {
        let n = index + 1;
        let note = note.replace('\n', "</p><p>");
        source += &format!(r##"<li id="fn{n}"><p>{note} <a href="#r{n}">↩</a></p></li>"##);
    }
    source + "</ol></body></html>"
}

fn as_docx() -> Vec<u8> {
    let runs = |text: &str| {
        let marked = with_calls(text, |n| format!("\u{1}{n}\u{1}"));
        let runs = marked.split('\u{1}').enumerate().map(|(index, part)| match part.parse() {
            Ok(number) if index % 2 == 1 => word_call(number),
            _ => word_run(part),
        });
        runs.collect::<String>()
    };
    let mut body = String::new();
    for piece in &REPORT {
        body += &match piece {
            Piece::Heading(text) => word_paragraph("Titre1", &word_run(text)),
            Piece::Paragraph(text) => word_paragraph("", &runs(text)),
            Piece::Item(text) => format!(
                r#"<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>{}</w:p>"#,
                runs(text)
            ),
            Piece::Table(rows) => {
                let cell = |text: &&str| format!("<w:tc>{}</w:tc>", word_paragraph("", &runs(text)));
                let rows = rows
                    .iter()
                    .map(|row| format!("<w:tr>{}</w:tr>", row.iter().map(cell).collect::<String>()));
                format!("<w:tbl>{}</w:tbl>", rows.collect::<String>())
            }
        };
    }
    docx(&body, &[("word/footnotes.xml", &word_footnotes(&NOTES))])
}

fn as_odt() -> Vec<u8> {
    let calls = |text: &str| with_calls(text, |n| odt_note(n, NOTES[n - 1]));
    let mut text = String::new();
    for piece in &REPORT {
        text += &match piece {
            Piece::Heading(title) => format!(r#"<text:h text:outline-level="1">{title}</text:h>"#),
            Piece::Paragraph(content) => format!("<text:p>{}</text:p>", calls(content)),
            Piece::Item(content) => format!(
                "<text:list><text:list-item><text:p>{}</text:p></text:list-item></text:list>",
                calls(content)
            ),
            Piece::Table(rows) => {
                let cell = |text: &&str| {
                    format!("<table:table-cell><text:p>{}</text:p></table:table-cell>", calls(text))
                };
                let rows = rows.iter().map(|row| {
                    format!("<table:table-row>{}</table:table-row>", row.iter().map(cell).collect::<String>())
                });
                format!("<table:table>{}</table:table>", rows.collect::<String>())
            }
        };
    }
    odt(&text, "", &[])
}

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
    let expected: Vec<(String, String)> =
        NOTES.iter().enumerate().map(|(index, note)| ((index + 1).to_string(), (*note).to_owned())).collect();
    assert_eq!(notes(&draft), expected, "{name}");
    assert!(draft.warnings.is_empty(), "{name}: {:?}", draft.warnings);
}

#[test]
fn same_text_and_notes() {
    check("report.txt", as_text().as_bytes());
    check("report.md", as_markdown().as_bytes());
    check("report.html", as_html().as_bytes());
    check("report.docx", &as_docx());
    check("report.odt", &as_odt());
}

/// Every mark that a file links to its note is a reference to the anchor of that note.
#[test]
fn references_lead_to_anchors() {
    for (name, bytes) in files().into_iter().skip(1) {
        let draft = draft(name, &bytes);
        let anchors: Vec<&str> =
            draft.blocks.iter().filter_map(|b| Some(b.anchor.as_ref()?.id.as_str())).collect();
        let marks = super::marks(&draft);
        let calls: Vec<&str> = marks.iter().filter_map(|mark| Some(mark.split_once(" -> ")?.1)).collect();
        assert_eq!(calls, anchors, "{name}");
        assert_eq!(calls.len(), NOTES.len(), "{name}");
    }
}

/// The report in every format.
pub(super) fn files() -> [(&'static str, Vec<u8>); 5] {
    [
        ("report.txt", as_text().into_bytes()),
        ("report.md", as_markdown().into_bytes()),
        ("report.html", as_html().into_bytes()),
        ("report.docx", as_docx()),
        ("report.odt", as_odt()),
    ]
}
