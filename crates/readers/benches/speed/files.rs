//! One report in several formats, as programs write them.

use std::fmt::Write as _;
use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;

use crate::corpus::{Block, Report};

/// Characters of a line and lines of a page, as a page of A4 in 10 pt has them.
const LINE: usize = 95;
const LINES: usize = 52;

const WORD: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main""#;

pub fn markdown(report: &Report) -> Vec<u8> {
    let mut text = String::from("# The Ferries of the Lower Basin\n\n");
    for block in &report.blocks {
        match block {
            Block::Heading(heading) => text.push_str(&format!("## {heading}\n\n")),
            Block::Paragraph(paragraph) => {
                text.push_str(&marked(paragraph, &|number| format!("[^{number}]")));
                text.push_str("\n\n");
            }
        }
    }
    for (index, note) in report.notes.iter().enumerate() {
        text.push_str(&format!("[^{}]: {note}\n\n", index + 1));
    }
    text.into_bytes()
}

pub fn html(report: &Report) -> Vec<u8> {
    let mut page = String::from("<!DOCTYPE html><html lang=en><title>The Ferries</title><body><nav><ul>");
    for item in 0..40 {
        page.push_str(&format!("<li><a href=/s/{item}>Section {item}</a>"));
    }
    page.push_str("</ul></nav><main><article><h1>The Ferries of the Lower Basin</h1>");
    for block in &report.blocks {
        match block {
            Block::Heading(heading) => page.push_str(&format!("<h2>{heading}</h2>")),
            Block::Paragraph(paragraph) => page.push_str(&format!(
                "<p>{}</p>",
                marked(&escaped(paragraph), &|number| format!(
                    "<sup><a href=#n{number} id=r{number}>{number}</a></sup>"
                ))
            )),
        }
    }
    page.push_str("<ol>");
    for (index, note) in report.notes.iter().enumerate() {
        let number = index + 1;
        page.push_str(&format!("<li id=n{number}>{} <a href=#r{number}>↩</a>", escaped(note)));
    }
    page.push_str("</ol></article></main><footer>Follow us</footer></body></html>");
    page.into_bytes()
}

pub fn docx(report: &Report) -> Vec<u8> {
    let mut body = String::new();
    for block in &report.blocks {
        match block {
            Block::Heading(text) => {
                body.push_str(&format!(r#"<w:p><w:pPr><w:pStyle w:val="H"/></w:pPr>{}</w:p>"#, run(text)))
            }
            Block::Paragraph(text) => {
                let runs = marked(&escaped(text), &|number| {
                    format!(
                        r#"</w:t></w:r><w:r><w:footnoteReference w:id="{number}"/></w:r><w:r><w:t xml:space="preserve">"#
                    )
                });
                body.push_str(&format!(r#"<w:p><w:r><w:t xml:space="preserve">{runs}</w:t></w:r></w:p>"#));
            }
        }
    }
    let mut notes = String::new();
    for (index, note) in report.notes.iter().enumerate() {
        notes.push_str(&format!(
            r#"<w:footnote w:id="{}"><w:p><w:r><w:footnoteRef/></w:r>{}</w:p></w:footnote>"#,
            index + 1,
            run(note)
        ));
    }
    zipped(&[
        ("[Content_Types].xml", "<Types/>".to_owned()),
        ("word/document.xml", format!("<w:document {WORD}><w:body>{body}</w:body></w:document>")),
        (
            "word/styles.xml",
            format!(
                r#"<w:styles {WORD}><w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/></w:style></w:styles>"#
            ),
        ),
        ("word/footnotes.xml", format!("<w:footnotes {WORD}>{notes}</w:footnotes>")),
    ])
}

fn run(text: &str) -> String {
    format!(r#"<w:r><w:t xml:space="preserve">{}</w:t></w:r>"#, escaped(text))
}

fn zipped(members: &[(&str, String)]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in members {
        writer.start_file(*name, SimpleFileOptions::default()).expect("in memory");
        writer.write_all(content.as_bytes()).expect("in memory");
    }
    writer.finish().expect("in memory").into_inner()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// With each raised number written in another way.
fn marked(text: &str, write: &dyn Fn(u32) -> String) -> String {
    let mut out = String::with_capacity(text.len());
    let mut number = None;
    for c in text.chars() {
        match ("⁰¹²³⁴⁵⁶⁷⁸⁹".chars().position(|digit| digit == c), number) {
            (Some(digit), _) => number = Some(number.unwrap_or(0) * 10 + digit as u32),
            (None, Some(done)) => {
                out.push_str(&write(done));
                out.push(c);
                number = None;
            }
            (None, None) => out.push(c),
        }
    }
    number.map_or_else(|| out.clone(), |done| out.clone() + &write(done))
}

/// Pages of one column in Helvetica, compressed by nobody; figures that call notes stand on the line, in brackets.
pub fn pdf(report: &Report) -> Vec<u8> {
    let mut lines = Vec::new();
    for block in &report.blocks {
        match block {
            Block::Heading(text) | Block::Paragraph(text) => {
                wrap(&marked(text, &|number| format!("[{number}]")), &mut lines);
            }
        }
    }
    for (index, note) in report.notes.iter().enumerate() {
        wrap(&format!("{}. {note}", index + 1), &mut lines);
    }
    let pages: Vec<String> = lines.chunks(LINES).map(content).collect();
    assembled(&pages)
}

fn wrap(text: &str, lines: &mut Vec<String>) {
    let mut line = String::new();
    for word in text.split_whitespace() {
        if !line.is_empty() && line.chars().count() + word.chars().count() >= LINE {
            lines.push(std::mem::take(&mut line));
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    lines.push(line);
    lines.push(String::new());
}

fn content(lines: &[String]) -> String {
    let mut stream = String::from("BT /F1 10 Tf 13 TL 56 790 Td\n");
    for line in lines {
        let ascii: String = line.chars().map(|c| if c.is_ascii() { c } else { '-' }).collect();
        let escaped = ascii.replace('\\', "\\\\").replace('(', "\\(").replace(')', "\\)");
        let _ = writeln!(stream, "({escaped}) Tj T*");
    }
    stream + "ET"
}

fn assembled(pages: &[String]) -> Vec<u8> {
    let kids: String = (0..pages.len()).map(|page| format!("{} 0 R ", 4 + 2 * page)).collect();
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        format!("<< /Type /Pages /Count {} /Kids [{kids}] >>", pages.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_owned(),
    ];
    for (page, stream) in pages.iter().enumerate() {
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents {} 0 R >>",
            5 + 2 * page
        ));
        objects.push(format!("<< /Length {} >>\nstream\n{stream}\nendstream", stream.len()));
    }
    with_table(&objects)
}

fn with_table(objects: &[String]) -> Vec<u8> {
    let mut file = String::from("%PDF-1.4\n");
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for (index, object) in objects.iter().enumerate() {
        let _ = writeln!(table, "{:010} 00000 n ", file.len());
        let _ = writeln!(file, "{} 0 obj\n{object}\nendobj", index + 1);
    }
    let start = file.len();
    let size = objects.len() + 1;
    let _ = write!(file, "{table}trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n");
    file.into_bytes()
}
