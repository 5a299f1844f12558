use reason::document::{MetadatumKind, WarningKind};

use super::fixtures::{WORD, docx, word_call, word_footnotes, word_paragraph, word_run};
use super::{check, draft, lines, marks, metadata, warned};

#[test]
fn styles_say_what_paragraphs_are() {
    let body = [
        word_paragraph("Titre", &word_run("The raid")),
        word_paragraph("TM1", &word_run("Payments 4")),
        word_paragraph("Chapitre", &word_run("Payments")),
        word_paragraph("Zitat", &word_run("We paid.")),
        word_paragraph("Lgende", &word_run("A market.")),
        r#"<w:p><w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:r><w:t>Sub</w:t></w:r></w:p>"#.to_owned(),
        word_paragraph("Unknown", &word_run("Text.")),
    ];
    check(
        "a.docx",
        &docx(&body.concat(), &[]),
        &[
            "title: The raid",
            "furniture: Payments 4",
            "heading 1: Payments",
            "quote: We paid.",
            "caption: A market.",
            "heading 2: Sub",
            "paragraph: Text.",
        ],
    );
}

#[test]
fn runs_are_joined_and_marked() {
    let body = word_paragraph(
        "",
        r#"<w:r><w:t>Kill</w:t></w:r><w:r><w:t xml:space="preserve">ed </w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>Le Monde</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>12</w:t></w:r><w:r><w:tab/><w:t>a</w:t><w:br/><w:t>b&amp;c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/><w:t>e</w:t><w:sym w:font="Symbol" w:char="F02A"/></w:r><w:hyperlink r:id="l1"><w:r><w:t>page</w:t></w:r></w:hyperlink><w:r><w:fldChar w:fldCharType="begin"/><w:instrText> HYPERLINK "https://example.org/b" </w:instrText><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t xml:space="preserve"> other</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>"#,
    );
    let relations = r#"<Relationships><Relationship Id="l1" Target="https://example.org/a"/><Relationship Id="l2" Target="file:///C:/Users/moussa/notes.docx"/></Relationships>"#;
    let draft = check(
        "a.docx",
        &docx(&body, &[("word/_rels/document.xml.rels", relations)]),
        &["paragraph: Killed Le Monde¹² a⏎b&c-de*page other"],
    );
    assert_eq!(
        marks(&draft),
        ["/Le Monde/", "page => https://example.org/a", "other => https://example.org/b"]
    );
    assert_eq!(metadata(&draft, MetadatumKind::Path), ["file:///C:/Users/moussa/notes.docx"]);
}

#[test]
fn notes_are_counted_by_section() {
    let section = |extra: &str| {
        format!(
            r#"<w:p><w:pPr><w:sectPr><w:footnotePr>{extra}<w:numRestart w:val="eachSect"/></w:footnotePr></w:sectPr></w:pPr>{}{}</w:p>"#,
            word_run("B"),
            word_call(2)
        )
    };
    let body = word_paragraph("", &(word_run("A") + &word_call(1)))
        + &section("")
        + &word_paragraph("", &(word_run("C") + &word_call(3)))
        + r#"<w:p><w:r><w:t>D</w:t></w:r><w:r><w:footnoteReference w:customMarkFollows="1" w:id="4"/><w:t>†</w:t></w:r></w:p>"#
        + r#"<w:sectPr><w:footnotePr><w:numFmt w:val="lowerRoman"/><w:numRestart w:val="eachSect"/></w:footnotePr></w:sectPr>"#;
    let notes = word_footnotes(&["One.", "Two.", "Three.\nMore.", "† Four.", "Uncalled."]);
    check(
        "a.docx",
        &docx(&body, &[("word/footnotes.xml", &notes)]),
        &[
            "paragraph: A¹",
            "paragraph: B²",
            "paragraph: Cⁱ",
            "paragraph: D†",
            "note 1: One.",
            "note 2: Two.",
            "note i: Three.⏎More.",
            "note †: Four.",
            "note : Uncalled.",
        ],
    );
}

#[test]
fn endnotes_are_roman_unless_settings_say_otherwise() {
    let body = r#"<w:p><w:r><w:t>A</w:t><w:endnoteReference w:id="2"/></w:r></w:p>"#;
    let endnotes = format!(
        r#"<w:endnotes {WORD}><w:endnote w:id="2"><w:p><w:r><w:t>Smith.</w:t></w:r></w:p></w:endnote></w:endnotes>"#
    );
    let settings =
        format!(r#"<w:settings {WORD}><w:endnotePr><w:numFmt w:val="decimal"/></w:endnotePr></w:settings>"#);
    let parts = [("word/endnotes.xml", endnotes.as_str()), ("word/settings.xml", settings.as_str())];
    check("a.docx", &docx(body, &parts[..1]), &["paragraph: Aⁱ", "note i: Smith."]);
    check("a.docx", &docx(body, &parts), &["paragraph: A¹", "note 1: Smith."]);
}

#[test]
fn what_is_out_of_sight_is_metadata() {
    let body = r#"<w:p><w:r><w:t>Seen</w:t></w:r><w:ins w:author="R. Diallo"><w:r><w:t xml:space="preserve"> added</w:t></w:r></w:ins><w:del w:author="A. Ba"><w:r><w:delText>Moussa</w:delText></w:r></w:del><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r></w:p>"#;
    let comments = format!(
        r#"<w:comments {WORD}><w:comment w:author="R. Diallo"><w:p><w:r><w:t>is this Moussa?</w:t></w:r></w:p></w:comment></w:comments>"#
    );
    let core = r#"<cp:coreProperties xmlns:cp="a" xmlns:dc="b"><dc:title>Raid</dc:title><dc:creator>L. Maru</dc:creator><cp:lastModifiedBy>A. Ba</cp:lastModifiedBy></cp:coreProperties>"#;
    let app = r#"<Properties><Company>Post</Company><Template>C:\Users\ba\raid.dotx</Template></Properties>"#;
    let header = format!(r#"<w:hdr {WORD}><w:p><w:r><w:t>Confidential</w:t></w:r></w:p></w:hdr>"#);
    let parts = [
        ("word/comments.xml", comments.as_str()),
        ("docProps/core.xml", core),
        ("docProps/app.xml", app),
        ("word/header1.xml", header.as_str()),
        ("word/header2.xml", header.as_str()),
    ];
    let draft = check("a.docx", &docx(body, &parts), &["paragraph: Seen added", "furniture: Confidential"]);
    assert_eq!(metadata(&draft, MetadatumKind::TrackedChange), ["R. Diallo: added", "A. Ba: Moussa"]);
    assert_eq!(metadata(&draft, MetadatumKind::HiddenText), ["secret"]);
    assert_eq!(metadata(&draft, MetadatumKind::Comment), ["R. Diallo: is this Moussa?"]);
    assert_eq!(metadata(&draft, MetadatumKind::Author), ["L. Maru"]);
    assert_eq!(metadata(&draft, MetadatumKind::LastModifiedBy), ["A. Ba"]);
    assert_eq!(metadata(&draft, MetadatumKind::Path), [r"C:\Users\ba\raid.dotx"]);
    assert_eq!(draft.title.as_deref(), Some("Raid"));
}

#[test]
fn tables_and_text_boxes() {
    let cell = |properties: &str, text: &str| {
        format!("<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>", word_paragraph("", &word_run(text)))
    };
    let body = format!(
        r#"<w:tbl><w:tr>{}{}</w:tr><w:tr>{}{}{}</w:tr><w:tr>{}{}{}</w:tr></w:tbl><w:tbl><w:tr>{}</w:tr></w:tbl>"#,
        cell("", "Year"),
        cell(r#"<w:gridSpan w:val="2"/>"#, "Sum"),
        cell(r#"<w:vMerge w:val="restart"/>"#, "2020"),
        cell("", "1"),
        cell("", "2"),
        cell("<w:vMerge/>", ""),
        cell("", "3"),
        cell("", "4"),
        cell("", "A box."),
    ) + r#"<w:p><w:r><w:t>Text</w:t><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent><w:p><w:r><w:t>Boxed.</w:t></w:r></w:p></w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>Boxed.</w:t></w:r></w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent><w:t xml:space="preserve"> goes on.</w:t></w:r></w:p>"#;
    check(
        "a.docx",
        &docx(&body, &[]),
        &[
            "table: Year|Sum|/2020|1|2/|3|4",
            "paragraph: A box.",
            "paragraph: Text goes on.",
            "paragraph: Boxed.",
        ],
    );
}

#[test]
fn page_numbers_where_word_wrote_its_breaks() {
    let body = r#"<w:p><w:r><w:t>One</w:t></w:r></w:p><w:p><w:r><w:lastRenderedPageBreak/><w:t>Two</w:t></w:r></w:p><w:p><w:r><w:t>Also two</w:t></w:r></w:p>"#;
    let draft = draft("a.docx", &docx(body, &[]));
    assert_eq!(draft.pages, Some(2));
    let pages: Vec<Option<u32>> = draft.blocks.iter().map(|block| block.page).collect();
    assert_eq!(pages, [Some(1), Some(2), Some(2)]);
}

#[test]
fn other_prefixes_and_damaged_parts() {
    let body = word_paragraph("", &(word_run("A") + &word_call(7)));
    let draft = draft("a.docx", &docx(&body, &[("word/footnotes.xml", "<w:footnotes><w:footnote w:id=")]));
    assert_eq!(lines(&draft), ["paragraph: A¹"]);
    assert!(warned(&draft, WarningKind::Damaged));
    let renamed = format!(
        "<ns0:document xmlns:ns0=\"{}\"><ns0:body><ns0:p><ns0:r><ns0:t>Text</ns0:t></ns0:r></ns0:p></ns0:body></ns0:document>",
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    );
    let file = super::fixtures::zip(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("word/document.xml", renamed.as_bytes()),
    ]);
    check("a.docx", &file, &["paragraph: Text"]);
}
