//! The HTML report.

use proptest::prelude::*;
use publish::Checked;
use publish::html::{ReportHeading, report};
use reason::document::{BlockKind, Span};
use scraper::{Html, Selector};

use crate::sample::{Sample, kessa};

/// The page without its style and script, whose text is no matter of a snapshot.
pub fn page(sample: &Sample) -> String {
    let heading = ReportHeading {
        title: "Night over Kessa".to_owned(),
        made_with: "tickmark 0.1.0".to_owned(),
        made_at: None,
    };
    let checked = Checked {
        sources: &sample.sources(),
        conclusions: &sample.conclusions,
        diagnostics: &sample.diagnostics,
    };
    report(&heading, checked)
}

pub fn all(page: &str, selector: &str) -> Vec<String> {
    let selector = Selector::parse(selector).unwrap();
    let page = Html::parse_document(page);
    let text = |element: scraper::ElementRef<'_>| element.text().collect::<String>();
    page.select(&selector).map(text).collect()
}

#[test]
fn a_small_report() {
    let page = page(&kessa());
    let main = page.split_once("<main>").unwrap().1.split_once("</main>").unwrap().0;
    // A line for each element keeps a change in the snapshot small.
    insta::assert_snapshot!(main.replace("><", ">\n<"));
}

#[test]
fn ids_are_unique_and_every_link_within_the_page_leads_somewhere() {
    check_links(&page(&kessa()));
}

pub fn check_links(page: &str) {
    let page = Html::parse_document(page);
    let any = Selector::parse("[id]").unwrap();
    let mut ids: Vec<_> = page.select(&any).map(|element| element.attr("id").unwrap()).collect();
    let number = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), number, "an id twice");
    let links = Selector::parse("a[href^='#']").unwrap();
    for link in page.select(&links) {
        let target = &link.attr("href").unwrap()[1..];
        assert!(ids.binary_search(&target).is_ok(), "#{target} leads nowhere");
    }
}

/// Letters and digits of the text that the page shows as the document's own, without badges and page numbers.
fn body_shown(page: &str) -> String {
    let page = Html::parse_document(page);
    let body = Selector::parse(".row > .main, .apart > p").unwrap();
    let mut shown = String::new();
    for part in page.select(&body) {
        for text in part.descendants().filter(|node| node.value().is_text()) {
            let apparatus = text
                .ancestors()
                .filter_map(scraper::ElementRef::wrap)
                .any(|element| element.value().classes().any(|class| class == "badge" || class == "page"));
            if !apparatus {
                shown.push_str(text.value().as_text().unwrap());
            }
        }
    }
    squeeze(&shown)
}

fn squeeze(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

fn body_read(sample: &Sample) -> String {
    let document = &sample.documents[0].0;
    let body = document.blocks.iter().filter(|block| block.kind != BlockKind::Note);
    body.map(|block| squeeze(document.quote(block.span))).collect()
}

#[test]
fn the_text_comes_out_whole_and_in_order() {
    let sample = kessa();
    let shown = page(&sample);
    assert_eq!(body_shown(&shown), body_read(&sample));
    let notes = all(&shown, "section.note").concat();
    for note in ["Daily Ledger", "sergeant of the river guard", "Ibid.", "A remark that nothing calls."] {
        assert!(notes.contains(note), "{note}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn however_diagnostics_overlap_the_text_stays_whole(spans in prop::collection::vec((0..560_usize, 0..90_usize), 0..12)) {
        let mut sample = kessa();
        let length = sample.documents[0].0.text.len();
        let template = sample.diagnostics[0].clone();
        for (start, len) in spans {
            let mut found = template.clone();
            for (at, place) in found.places.iter_mut().enumerate() {
                let start = (start + at * 40).min(length);
                place.span = Some(Span::new(start, (start + len).min(length)));
            }
            sample.diagnostics.push(found);
        }
        let shown = page(&sample);
        prop_assert_eq!(body_shown(&shown), body_read(&sample));
        check_links(&shown);
    }
}

#[test]
fn each_note_stands_beside_its_sentence() {
    let shown = page(&kessa());
    assert_eq!(all(&shown, ".row:has(.main > p) .margin .note .label"), ["1", "2"]);
    assert_eq!(all(&shown, ".row:has(.main > ul) .margin .note .label"), ["3"]);
    assert_eq!(all(&shown, ".loose .note .label"), ["4"]);
}

#[test]
fn overlapping_diagnostics_each_have_their_badge() {
    let shown = page(&kessa());
    for code in ["C04", "T02", "E05", "N01", "S01"] {
        let badges = all(&shown, "article .badge");
        assert!(badges.iter().any(|badge| badge.ends_with(code)), "{code}");
    }
}

#[test]
fn the_page_loads_nothing() {
    let shown = page(&kessa());
    let page = Html::parse_document(&shown);
    for selector in ["[src]", "link", "iframe", "object", "embed", "form", "[style]", "[onclick]", "base"] {
        let selector = Selector::parse(selector).unwrap();
        assert_eq!(page.select(&selector).count(), 0, "{selector:?}");
    }
    let links = Selector::parse("a:not([href^='#'])").unwrap();
    for link in page.select(&links) {
        assert_eq!(link.attr("rel"), Some("noreferrer noopener nofollow"));
        assert_eq!(link.attr("href"), Some(link.text().collect::<String>().as_str()), "address visible");
    }
}

#[test]
fn indexes_that_lead_nowhere_are_left_out() {
    let mut sample = kessa();
    for (at, found) in sample.diagnostics.iter_mut().enumerate() {
        found.places[0].span = Some(Span::new(at, 1_000_000));
        found.places[0].document = at % 3;
    }
    sample.conclusions.works[0].cited_by[0].document = 9;
    sample.conclusions.works[0].cited_by[0].citation = 90;
    assert!(page(&sample).contains("Night over Kessa"));
}

#[test]
fn nothing_found_is_said() {
    let mut sample = kessa();
    sample.diagnostics.clear();
    assert!(page(&sample).contains("That is no proof that the report is right"));
}
