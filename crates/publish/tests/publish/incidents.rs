//! Incidents in the HTML report.

use reason::quantities::Figure;

use crate::html::{all, check_links, page};
use crate::sample::{Sample, TextBuilder, kessa};

/// Two speakers who cannot both be right, and one whom both allow.
fn ford() -> Sample {
    let mut sample = Sample::default();
    sample.add(
        "ford.txt",
        TextBuilder::default().paragraph(
            1,
            "The army said that 20 to 80 carters were killed at the ford. The carters' guild counted 84 dead. A miller spoke of dozens.",
        ),
    );
    sample.claim(0, "20 to 80 carters were killed at the ford", Figure::range(20, 80), Some("The army"));
    sample.claim(0, "The carters' guild counted 84 dead", Figure::exactly(84), Some("The carters' guild"));
    sample.claim(0, "A miller spoke of dozens", Figure::at_least(24), Some("A miller"));
    sample.happen("The ford, 2 June 2031");
    sample
}

#[test]
fn every_figure_stands_with_who_says_it() {
    let page = page(&ford());
    check_links(&page);
    assert_eq!(all(&page, ".incident h3"), ["The ford, 2 June 2031"]);
    let said = all(&page, ".said li > b");
    assert_eq!(said, ["20 to 80", "84", "24 or more"]);
    let names = all(&page, "svg.ranges text:not(.group) > title");
    assert_eq!(names, ["The army", "The carters' guild", "A miller"]);
    assert!(page.contains("These figures cannot all hold"), "the dispute is told in words");
    assert!(!page.contains("class=\"common\""), "no number satisfies all three");
}

#[test]
fn a_report_without_claims_has_no_incidents() {
    assert!(all(&page(&kessa()), "#incidents").is_empty());
}
