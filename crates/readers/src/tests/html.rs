use reason::document::{MetadatumKind, WarningKind};

use super::{check, draft, lines, marks, metadata, warned};

/// Prose that makes a page an article.
const PROSE: &str =
    "Armed men entered the market on the fourth of February and killed eleven people, witnesses said.";

#[test]
fn chrome_is_kept_apart() {
    let page = format!(
        r##"<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Raid | The Ardal Post</title>
<meta property="og:title" content="The raid"><meta name="author" content="Lena Maru"><style>p{{}}</style></head>
<body class="has-sidebar newsletter"><header><nav><ul><li><a href="/">Home</a></li></ul></nav></header>
<div class="cookie-banner">We use cookies</div>
<main><article><h1>The raid</h1><p class="standfirst">A market burned.</p><div class="share-bar"><a href="#">Share</a></div>
<p>{PROSE}</p><aside class="related"><h3>Related</h3><a href="/z">Another story</a></aside>
<figure><img alt="x"><figcaption>The market.</figcaption></figure><p>Text<br>of two lines &amp; more&nbsp;text.</p>
<h2>Lire aussi</h2><ul><li><a href="/q">Un autre article du journal</a></li></ul></article>
<article><h3><a href="/t">Teaser</a></h3><p>Of another story.</p></article></main>
<footer>Contact</footer><script>let x = "<p>no</p>";</script><p hidden>Not shown to anybody</p></body></html>"##
    );
    let draft = check(
        "a.html",
        page.as_bytes(),
        &[
            "boilerplate: Home",
            "boilerplate: We use cookies",
            "title: The raid",
            "paragraph: A market burned.",
            "boilerplate: Share",
            &format!("paragraph: {PROSE}"),
            "boilerplate: Related",
            "boilerplate: Another story",
            "caption: The market.",
            "paragraph: Text⏎of two lines & more text.",
            "boilerplate: Lire aussi",
            "boilerplate: Un autre article du journal",
            "boilerplate: Teaser",
            "boilerplate: Of another story.",
            "boilerplate: Contact",
        ],
    );
    assert_eq!(draft.title.as_deref(), Some("The raid"));
    assert_eq!(draft.language.as_deref(), Some("fr"));
    assert_eq!(metadata(&draft, MetadatumKind::Author), ["Lena Maru"]);
    assert_eq!(metadata(&draft, MetadatumKind::HiddenText), ["Not shown to anybody"]);
}

/// A mark in the text and the note that it leads to, as different programs write them.
#[track_caller]
fn check_note(call: &str, note: &str, expected: &[&str]) {
    let page = format!("<html><body><p>Killed.{call}</p>{note}</body></html>");
    let draft = draft("a.html", page.as_bytes());
    assert_eq!(lines(&draft), expected, "{page}");
    assert!(marks(&draft).iter().any(|mark| mark.contains(" -> ")), "{page}");
}

#[test]
fn note_links_of_many_programs() {
    let plain = ["paragraph: Killed.¹", "note 1: Smith, 2020."];
    // Pandoc, Markdown.
    check_note(
        r##"<a href="#fn1" id="fnref1" role="doc-noteref"><sup>1</sup></a>"##,
        r##"<section role="doc-endnotes"><ol><li id="fn1"><p>Smith, 2020.<a href="#fnref1" role="doc-backlink">↩︎</a></p></li></ol></section>"##,
        &plain,
    );
    // Word.
    check_note(
        r##"<a style="mso-footnote-id:ftn1" href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference>[1]</span></a>"##,
        r##"<div id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1">[1]</a> Smith, 2020.</p><p>See also Jones.</p></div>"##,
        &["paragraph: Killed.¹", "note 1: Smith, 2020.⏎See also Jones."],
    );
    // Wikipedia.
    check_note(
        r##"<sup id="cite_ref-a_1-0" class="reference"><a href="#cite_note-a-1"><span>[</span>1<span>]</span></a></sup>"##,
        r##"<ol class="references"><li id="cite_note-a-1"><span>^ <a href="#cite_ref-a_1-0"><sup>a</sup></a></span> <span>Smith, 2020.</span></li></ol>"##,
        &plain,
    );
    // Substack.
    check_note(
        r##"<a class="footnote-anchor" id="footnote-anchor-1-9" href="#footnote-1-9">1</a>"##,
        r##"<div class="footnote"><a id="footnote-1-9" href="#footnote-anchor-1-9" class="footnote-number">1</a><div class="footnote-content"><p>Smith, 2020.</p></div></div>"##,
        &plain,
    );
    // EPUB, in a note of its own.
    check_note(
        r##"<a epub:type="noteref" href="#n">*</a>"##,
        r##"<aside epub:type="footnote" id="n"><p>* Smith, 2020.</p></aside>"##,
        &["paragraph: Killed.*", "note *: Smith, 2020."],
    );
    // LibreOffice.
    check_note(
        r##"<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a>"##,
        r##"<div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a> Smith, 2020.</p></div>"##,
        &plain,
    );
    // By hand: an anchor before the note, brackets outside the link.
    check_note(
        r##" [<a href="#note-1">1</a>]"##,
        r##"<a name="note-1"></a><p>1. Smith, 2020.</p>"##,
        &["paragraph: Killed. ¹", "note 1: Smith, 2020."],
    );
    // Drupal and others: a definition list, a table.
    check_note(
        r##"<a href="#fn-2" class="footnote">1</a>"##,
        r##"<dl><dt id="fn-2">1</dt><dd>Smith, 2020.</dd></dl>"##,
        &plain,
    );
    check_note(
        r##"<sup><a href="#_edn1">i</a></sup>"##,
        r##"<table><tr><td><a name="_edn1">i</a></td><td>Smith, 2020.</td></tr></table>"##,
        &["paragraph: Killed.ⁱ", "note i: Smith, 2020."],
    );
}

#[test]
fn notes_in_one_paragraph() {
    check(
        "a.html",
        br##"<html><p>One.<a href="#n1" name="b1">(1)</a> Two.<a href="#n2" name="b2">(2)</a></p><p><a name="n1" href="#b1">(1)</a> First.<br><a name="n2" href="#b2">(2)</a> Second; see note <a href="#n1">1</a>.</p>"##,
        &["paragraph: One.¹ Two.²", "note 1: First.", "note 2: Second; see note 1."],
    );
}

#[test]
fn links_that_are_no_marks() {
    let draft = check(
        "a.html",
        br##"<html><p><a href="#s1">1</a> <a href="#s2">Chapter two</a></p><h2 id="s1">One</h2><h2 id="s2">Two</h2><p>x<sup>2</sup> and 1<sup>st</sup></p>"##,
        &["paragraph: 1 Chapter two", "heading 2: One", "heading 2: Two", "paragraph: x² and 1st"],
    );
    assert!(marks(&draft).is_empty());
}

#[test]
fn unlinked_lists_of_notes_keep_their_numbers() {
    check(
        "a.html",
        b"<html><p>A.<sup>1</sup></p><h3>Notes</h3><ol><li>Smith.</li><li>Jones.</li></ol>",
        &["paragraph: A.¹", "heading 3: Notes", "listitem: 1. Smith.", "listitem: 2. Jones."],
    );
}

#[test]
fn tables_of_data_and_of_layout() {
    check(
        "a.html",
        b"<html><table><caption>Paid</caption><tr><th>Year<th colspan=2>Sum</tr><tr><td rowspan=2>2020<td>1<td>2</tr><tr><td>3<td>4</table>",
        &["caption: Paid", "table: Year|Sum|/2020|1|2/|3|4"],
    );
    check(
        "a.html",
        b"<html><table><tr><td><h1>T</h1><p>P</p></td><td>Side</td></tr></table>",
        &["title: T", "paragraph: P", "paragraph: Side"],
    );
}

#[test]
fn encodings_are_declared_or_guessed() {
    for head in [
        "<meta charset=windows-1252>",
        "<meta http-equiv=Content-Type content='text/html; charset=iso-8859-1'>",
        "",
    ] {
        let page = format!(
            "<html><head>{head}</head><p>Le procureur a déclaré que l'enquête était terminée à Ménaka."
        );
        let (bytes, _, _) = encoding_rs::WINDOWS_1252.encode(&page);
        assert_eq!(
            lines(&draft("a.html", &bytes)),
            ["paragraph: Le procureur a déclaré que l'enquête était terminée à Ménaka."]
        );
    }
}

#[test]
fn a_page_50_000_elements_deep() {
    let page = format!("<html><body>{}deep{}<p>after", "<div>".repeat(50_000), "</div>".repeat(50_000));
    let draft = check("a.html", page.as_bytes(), &["paragraph: deep", "paragraph: after"]);
    assert!(warned(&draft, WarningKind::Truncated));
}

#[test]
fn an_element_with_100_000_attributes() {
    let attributes: String = (0..100_000).map(|n| format!(" a{n}=1")).collect();
    check("a.html", format!("<html><p{attributes}>Text").as_bytes(), &["paragraph: Text"]);
}

#[test]
fn formatting_elements_that_multiply() {
    let opened: String = (0..3000).map(|n| format!("<p><b x={n}>")).collect();
    let draft = draft("a.html", format!("<html>{opened}Text").as_bytes());
    assert_eq!(lines(&draft), ["paragraph: Text"]);
}
