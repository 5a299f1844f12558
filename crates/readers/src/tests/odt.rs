use reason::document::{MetadatumKind, Unread};

use super::fixtures::{odt, odt_note, zip};
use super::{check, marks, metadata, unread};

#[test]
fn paragraphs_and_spans() {
    let styles = r#"<style:style style:name="T1" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style><style:style style:name="T2" style:family="text"><style:text-properties fo:font-style="italic"/></style:style><style:style style:name="T3" style:family="text"><style:text-properties text:display="none"/></style:style><style:style style:name="P1" style:family="paragraph" style:parent-style-name="Quotations"/><style:style style:name="Quotations" style:family="paragraph"/>"#;
    let text = r#"<text:table-of-content><text:index-body><text:p>Payments 4</text:p></text:index-body></text:table-of-content><text:h text:outline-level="2">Payments</text:h><text:p>Paid<text:span text:style-name="T1">12</text:span><text:s text:c="3"/>in <text:span text:style-name="T2">Le Monde</text:span><text:span text:style-name="T3">secret</text:span>,<text:tab/><text:a xlink:href="https://example.org/a">page</text:a><text:line-break/>end</text:p><text:p text:style-name="P1">We paid.</text:p><text:list><text:list-item><text:p>item</text:p></text:list-item></text:list><text:p><draw:frame><draw:text-box><text:p>Boxed.</text:p></draw:text-box></draw:frame>Text</text:p>"#;
    let draft = check(
        "a.odt",
        &odt(text, styles, &[]),
        &[
            "furniture: Payments 4",
            "heading 2: Payments",
            "paragraph: Paid¹² in Le Monde, page⏎end",
            "quote: We paid.",
            "listitem: item",
            "paragraph: Text",
            "paragraph: Boxed.",
        ],
    );
    assert_eq!(marks(&draft), ["/Le Monde/", "page => https://example.org/a"]);
    assert_eq!(metadata(&draft, MetadatumKind::HiddenText), ["secret"]);
}

#[test]
fn what_is_out_of_sight_is_metadata() {
    let text = r#"<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><office:change-info><dc:creator>A. Ba</dc:creator></office:change-info><text:p>Moussa</text:p></text:deletion></text:changed-region><text:changed-region text:id="c2"><text:insertion><office:change-info><dc:creator>R. Diallo</dc:creator></office:change-info></text:insertion></text:changed-region></text:tracked-changes><text:p>Seen<text:change-start text:change-id="c2"/> added<text:change-end text:change-id="c2"/><office:annotation><dc:creator>R. Diallo</dc:creator><dc:date>2022</dc:date><text:p>is this Moussa?</text:p></office:annotation>.</text:p>"#;
    let meta = r#"<office:document-meta><office:meta><meta:initial-creator>L. Maru</meta:initial-creator><dc:creator>A. Ba</dc:creator><dc:title>Raid</dc:title><meta:document-statistic meta:page-count="3"/></office:meta></office:document-meta>"#;
    let draft = check("a.odt", &odt(text, "", &[("meta.xml", meta)]), &["paragraph: Seen added."]);
    assert_eq!(metadata(&draft, MetadatumKind::TrackedChange), ["A. Ba: Moussa", "R. Diallo: added"]);
    assert_eq!(metadata(&draft, MetadatumKind::Comment), ["R. Diallo: is this Moussa?"]);
    assert_eq!(metadata(&draft, MetadatumKind::Author), ["L. Maru"]);
    assert_eq!((draft.title.as_deref(), draft.pages), (Some("Raid"), Some(3)));
}

#[test]
fn a_note_keeps_its_paragraphs() {
    let text = format!("<text:p>Killed.{} More.</text:p>", odt_note(1, "Smith.\nJones."));
    check("a.odt", &odt(&text, "", &[]), &["paragraph: Killed.¹ More.", "note 1: Smith.⏎Jones."]);
}

#[test]
fn locked_files_are_said_to_be() {
    let manifest = b"<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>";
    let file = zip(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text".as_slice()),
        ("content.xml", b"noise"),
        ("META-INF/manifest.xml", manifest),
    ]);
    assert_eq!(unread("a.odt", &file), Unread::Encrypted);
}
