//! Whatever a source says, it never becomes markup.

use proptest::prelude::*;
use publish::Checked;
use publish::html::{ReportHeading, report};
use reason::document::BlockKind;
use reason::quantities::Figure;
use scraper::Html;

use crate::sample::{Sample, TextBuilder, citation, kessa, news};

/// Text that tries: tags, quotes, entities, controls, direction overrides, half a tag.
fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "\\PC{0,12}",
        Just("<script>alert(1)</script>".to_owned()),
        Just("\"><img src=x onerror=alert(1)>".to_owned()),
        Just("</style></title></details><b".to_owned()),
        Just("' onmouseover='x".to_owned()),
        Just("<!-- ".to_owned()),
        Just("&lt;&#x3c;".to_owned()),
        Just("\u{202e}txt.exe\u{0}".to_owned()),
        Just("javascript:alert(1)".to_owned()),
    ];
    prop::collection::vec(piece, 1..5).prop_map(|pieces| pieces.concat())
}

/// The report of a document in which the text stands everywhere that a source can put text.
fn page_with(text: &str) -> String {
    let one_line = text.replace(['\n', '\t', '[', ']'], " ");
    let mut cited = news(&one_line, &one_line, &one_line, "2031-01-02", &one_line);
    cited.archived_url = Some(one_line.clone());
    cited.interviewee = Some(one_line.clone());
    let quote = format!("cites {one_line}");
    let mut sample = Sample::default();
    sample.add(
        &one_line,
        TextBuilder::default()
            .block(BlockKind::Heading, 1, 1, &format!("Head {one_line}"))
            .paragraph(1, &format!("Said {one_line}. [1]"))
            .block(BlockKind::Table, 0, 1, &format!("cell {one_line}\tother"))
            .block(BlockKind::Boilerplate, 0, 1, &one_line)
            .note(
                "1",
                &quote,
                vec![(&quote, cited), ("cites", citation(reason::citations::WorkKind::Other))],
            ),
    );
    sample.claim(0, &format!("Said {one_line}"), Figure::exactly(3), Some(&one_line));
    sample.claim(0, &format!("Said {one_line}"), Figure::at_least(9), None);
    sample.happen(&one_line);
    let document = &mut sample.documents[0].0;
    document.title = Some(one_line.clone());
    document.language = Some(one_line.clone());
    document.media_type.clone_from(&one_line);
    document.metadata[0].value.clone_from(&one_line);
    document.warnings[0].detail.clone_from(&one_line);
    sample.join();
    let quoted = format!("Said {one_line}");
    sample.diagnose(reason::checks::Code::C06, &one_line, &[(&quoted, &one_line)]);
    sample.diagnostics[0].help.clone_from(&one_line);
    let heading =
        ReportHeading { title: one_line.clone(), made_with: one_line.clone(), made_at: Some(one_line) };
    let checked = Checked {
        sources: &sample.sources(),
        conclusions: &sample.conclusions,
        diagnostics: &sample.diagnostics,
    };
    report(&heading, checked)
}

fn check(text: &str) {
    let page = page_with(text);
    let parsed = Html::parse_document(&page);
    let mut scripts = 0;
    for element in parsed.tree.nodes().filter_map(|node| node.value().as_element()) {
        let name = element.name();
        scripts += usize::from(name == "script");
        assert!(
            !matches!(name, "img" | "iframe" | "object" | "embed" | "form" | "base" | "link"),
            "<{name}>"
        );
        for (attribute, value) in element.attrs() {
            assert!(!attribute.starts_with("on"), "{attribute}");
            let safe = value.starts_with('#') || value.starts_with("http");
            assert!(attribute != "href" || safe, "href={value}");
        }
    }
    assert_eq!(scripts, 1, "only the page's own");
    assert!(parsed.errors.is_empty(), "{:?}", parsed.errors);
    assert!(!page.contains(['\0', '\u{202e}', '\u{2066}']), "a control reached the page");
}

#[test]
fn known_attacks() {
    for text in [
        "<script>alert(1)</script>",
        "\"><svg onload=alert(1)>",
        "</script><script>x",
        "]]><!--",
        "\u{202e}gpj.exe\u{2066}\0",
        "javascript:alert(document.domain)",
        "https://ok.example/\"onclick=\"x",
    ] {
        check(text);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_text_becomes_markup(text in hostile()) {
        check(&text);
    }
}

#[test]
fn the_sample_is_well_formed() {
    let sample = kessa();
    let heading = ReportHeading {
        title: "Night over Kessa".to_owned(),
        made_with: "tickmark".to_owned(),
        made_at: None,
    };
    let checked = Checked {
        sources: &sample.sources(),
        conclusions: &sample.conclusions,
        diagnostics: &sample.diagnostics,
    };
    let parsed = Html::parse_document(&report(&heading, checked));
    assert!(parsed.errors.is_empty(), "{:?}", parsed.errors);
}
