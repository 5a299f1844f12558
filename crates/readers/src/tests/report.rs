//! One report, written in each format as programs write it.

use super::fixtures::{docx, odt, odt_note, word_call, word_footnotes, word_paragraph, word_run};

/// A piece of the report. `{n}` calls note n.
pub(super) enum Piece {
    Heading(&'static str),
    Paragraph(&'static str),
    Item(&'static str),
    Table(&'static [&'static [&'static str]]),
}

/// A report.
pub(super) struct Report {
    pub(super) pieces: &'static [Piece],
    pub(super) notes: &'static [&'static str],
}

/// Replaces `{n}` by what a format writes for a call of note n.
pub(super) fn with_calls(text: &str, call: impl Fn(usize) -> String) -> String {
    let mut parts = text.split('{');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (number, rest) = part.split_once('}').expect("a call is closed");
        out += &call(number.parse().expect("a call is a number"));
        out += rest;
    }
    out
}

pub(super) fn superscript(n: usize) -> String {
    crate::inline::raise_label(&n.to_string())
}

/// A page of a paperback, in one cut of the one typeface that Typst brings along.
const TYPST_HEAD: &str = "#set document(date: none)\n#set page(paper: \"a5\", margin: 1.6cm, numbering: \"1\")\n\
    #set text(lang: \"en\", size: 10pt, hyphenate: true)\n#set par(justify: true)\n\
    #show heading: set text(weight: \"regular\")\n";

/// Addresses as links, line ends as such, and none of the signs that Typst would take for its own.
fn typst_text(text: &str) -> String {
    let word = |word: &str| match word.trim_end_matches(['.', ',', ';']) {
        address if address.starts_with("http") => {
            format!("#link(\"{address}\"){}", &word[address.len()..])
        }
        _ => ['@', '*', '_', '$', '#']
            .iter()
            .fold(word.to_owned(), |word, sign| word.replace(*sign, &format!("\\{sign}"))),
    };
    let line = |line: &str| line.split(' ').map(word).collect::<Vec<_>>().join(" ");
    text.split('\n').map(line).collect::<Vec<_>>().join(" \\ ")
}

impl Report {
    fn markdown(&self) -> String {
        let calls = |text: &str| with_calls(text, |n| format!("[^{n}]"));
        let mut source = String::new();
        for piece in self.pieces {
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
                    source += "\n";
                }
            }
        }
        for (index, note) in self.notes.iter().enumerate() {
            source += &format!("\n[^{}]: {}\n", index + 1, note.replace('\n', "\n\n    "));
        }
        source
    }

    fn text(&self) -> String {
        let calls = |text: &str| with_calls(text, superscript);
        let mut source = String::new();
        for piece in self.pieces {
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
        let notes = self.notes.iter().enumerate().map(|(index, note)| format!("- {} {note}\n", index + 1));
        source + &notes.collect::<String>()
    }

    fn html(&self) -> String {
        let calls =
            |text: &str| with_calls(text, |n| format!(r##"<sup><a href="#fn{n}" id="r{n}">{n}</a></sup>"##));
        let mut source = "<!doctype html><html><body>".to_owned();
        for piece in self.pieces {
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
        for (index, note) in self.notes.iter().enumerate() {
            let n = index + 1;
            let note = note.replace('\n', "</p><p>");
            source += &format!(r##"<li id="fn{n}"><p>{note} <a href="#r{n}">↩</a></p></li>"##);
        }
        source + "</ol></body></html>"
    }

    fn docx(&self) -> Vec<u8> {
        let runs = |text: &str| {
            let marked = with_calls(text, |n| format!("\u{1}{n}\u{1}"));
            let runs = marked.split('\u{1}').enumerate().map(|(index, part)| match part.parse() {
                Ok(number) if index % 2 == 1 => word_call(number),
                _ => word_run(part),
            });
            runs.collect::<String>()
        };
        let mut body = String::new();
        for piece in self.pieces {
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
        docx(&body, &[("word/footnotes.xml", &word_footnotes(self.notes))])
    }

    fn odt(&self) -> Vec<u8> {
        let calls = |text: &str| with_calls(text, |n| odt_note(n, self.notes[n - 1]));
        let mut text = String::new();
        for piece in self.pieces {
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
                        format!(
                            "<table:table-row>{}</table:table-row>",
                            row.iter().map(cell).collect::<String>()
                        )
                    });
                    format!("<table:table>{}</table:table>", rows.collect::<String>())
                }
            };
        }
        odt(&text, "", &[])
    }

    /// As Typst sets it, with the notes at the foot of the page that calls them: the source of a PDF.
    pub(super) fn typst(&self) -> String {
        let calls =
            |text: &str| with_calls(text, |n| format!("#footnote[{}]", typst_text(self.notes[n - 1])));
        let mut source = TYPST_HEAD.to_owned();
        for piece in self.pieces {
            source += &match piece {
                Piece::Heading(text) => format!("\n= {text}\n"),
                Piece::Paragraph(text) => format!("\n{}\n", calls(&typst_text(text))),
                Piece::Item(text) => format!("- {}\n", calls(text)),
                Piece::Table(rows) => {
                    let cells: Vec<String> = rows
                        .iter()
                        .flat_map(|row| row.iter())
                        .map(|cell| format!("[{}]", calls(cell)))
                        .collect();
                    format!("\n#table(columns: {}, {})\n", rows[0].len(), cells.join(", "))
                }
            };
        }
        source
    }

    /// In every format that is written here; the PDF is a fixture, made of [`Self::typst`].
    pub(super) fn files(&self) -> [(&'static str, Vec<u8>); 5] {
        [
            ("report.txt", self.text().into_bytes()),
            ("report.md", self.markdown().into_bytes()),
            ("report.html", self.html().into_bytes()),
            ("report.docx", self.docx()),
            ("report.odt", self.odt()),
        ]
    }
}
