//! Files made in memory.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;

/// A zip archive of these members.
pub(super) fn zip(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in members {
        writer.start_file(*name, SimpleFileOptions::default()).expect("in memory");
        writer.write_all(content).expect("in memory");
    }
    writer.finish().expect("in memory").into_inner()
}

/// A Word document: the XML within `w:body`, and further parts.
pub(super) fn docx(body: &str, parts: &[(&str, &str)]) -> Vec<u8> {
    let document = format!("<w:document {WORD}><w:body>{body}</w:body></w:document>");
    let mut members: Vec<(&str, &[u8])> = vec![
        ("[Content_Types].xml", b"<Types/>"),
        ("word/document.xml", document.as_bytes()),
        ("word/styles.xml", STYLES.as_bytes()),
    ];
    members.extend(parts.iter().map(|(name, content)| (*name, content.as_bytes())));
    zip(&members)
}

/// The namespaces of WordprocessingML.
pub(super) const WORD: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006""#;

const STYLES: &str = r#"<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Titre"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="Titre1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Chapitre"><w:name w:val="Chapitre maison"/><w:basedOn w:val="Titre1"/></w:style>
<w:style w:type="paragraph" w:styleId="Lgende"><w:name w:val="caption"/></w:style>
<w:style w:type="paragraph" w:styleId="TM1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Zitat"><w:name w:val="Quote"/></w:style>
<w:style w:type="character" w:styleId="Appel"><w:name w:val="footnote reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>
</w:styles>"#;

/// A paragraph of one run, in a style if that has a name.
pub(super) fn word_paragraph(style: &str, runs: &str) -> String {
    let style = if style.is_empty() {
        String::new()
    } else {
        format!(r#"<w:pPr><w:pStyle w:val="{style}"/></w:pPr>"#)
    };
    format!("<w:p>{style}{runs}</w:p>")
}

/// A run of plain text.
pub(super) fn word_run(text: &str) -> String {
    format!(r#"<w:r><w:t xml:space="preserve">{text}</w:t></w:r>"#)
}

/// A call of a footnote.
pub(super) fn word_call(id: usize) -> String {
    format!(r#"<w:r><w:rPr><w:rStyle w:val="Appel"/></w:rPr><w:footnoteReference w:id="{id}"/></w:r>"#)
}

/// A part of footnotes, numbered from 1, with the separators that Word writes.
pub(super) fn word_footnotes(notes: &[&str]) -> String {
    let mut part = format!(
        r#"<w:footnotes {WORD}><w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>"#
    );
    for (index, note) in notes.iter().enumerate() {
        let paragraphs: String = note
            .split('\n')
            .enumerate()
            .map(|(at, line)| {
                let mark = if at == 0 { "<w:r><w:footnoteRef/></w:r>" } else { "" };
                format!("<w:p>{mark}{}</w:p>", word_run(&format!(" {line}")))
            })
            .collect();
        part.push_str(&format!(r#"<w:footnote w:id="{}">{paragraphs}</w:footnote>"#, index + 1));
    }
    part + "</w:footnotes>"
}

/// An OpenDocument text: the XML within `office:text`, its automatic styles, and further parts.
pub(super) fn odt(text: &str, styles: &str, parts: &[(&str, &str)]) -> Vec<u8> {
    let content = format!(
        r#"<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><office:automatic-styles>{styles}</office:automatic-styles><office:body><office:text>{text}</office:text></office:body></office:document-content>"#
    );
    let mut members: Vec<(&str, &[u8])> =
        vec![("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", content.as_bytes())];
    members.extend(parts.iter().map(|(name, content)| (*name, content.as_bytes())));
    zip(&members)
}

/// A note where an OpenDocument text calls it.
pub(super) fn odt_note(label: usize, note: &str) -> String {
    let paragraphs: String = note.split('\n').map(|line| format!("<text:p>{line}</text:p>")).collect();
    format!(
        r#"<text:note text:id="ftn{label}" text:note-class="footnote"><text:note-citation>{label}</text:note-citation><text:note-body>{paragraphs}</text:note-body></text:note>"#
    )
}
