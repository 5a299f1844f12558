//! C04: the date inside the URL differs from the date printed.

mod address_dates;

use std::collections::HashMap;

use crate::citations::{Citation, CitationForm, WorkKind};

use super::calendar::{Days, spoken};
use super::corpus::Reading;
use super::wording::{capitalised, notes};
use super::{Code, Diagnostic, Rule, Typed};
use address_dates::address_date;

pub(super) const RULE: Rule = Rule {
    code: Code::C04,
    why: "Newspapers write the day of publication into the address. Where the note prints another, one of the two was mistyped, or the address is that of another article.",
    wrong: &[Typed::report(
        "The levy returned.[1]\n\n\
             [1] “The Levy Returns,” Port Courier, 13 August 2023, available at: https://courier.example/2023/05/13/the-levy-returns\n",
    )],
    right: &[Typed::report(
        "The levy returned.[1]\n\n\
             [1] “The Levy Returns,” Port Courier, 13 May 2023, available at: https://courier.example/2023/05/13/the-levy-returns\n",
    )],
    silence: "when the outlet moved or updated the article and its address kept an older date",
    run: |corpus| corpus.readings.iter().flat_map(check).collect(),
};

/// Articles go online the evening before, or the morning after, in the reader's time zone.
const TIME_ZONES: i64 = 1;

fn check(reading: &Reading<'_>) -> Vec<Diagnostic> {
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut found: Vec<Vec<&Citation>> = Vec::new();
    for citation in &reading.analysis.citations {
        if citation.form != CitationForm::Full || !contradicts(citation) {
            continue;
        }
        let key = format!("{:?} {:?}", citation.url, citation.date);
        let slot = *places.entry(key).or_insert_with(|| {
            found.push(Vec::new());
            found.len() - 1
        });
        found[slot].push(citation);
    }
    found.iter().filter_map(|same| told(reading, same)).collect()
}

fn contradicts(citation: &Citation) -> bool {
    let dated_otherwise =
        matches!(citation.kind, WorkKind::Interview | WorkKind::Communication | WorkKind::ImageOrSatellite);
    let (Some(printed), Some(url)) = (citation.date.and_then(Days::of), &citation.url) else {
        return false;
    };
    let title = citation.title.as_deref().unwrap_or_default();
    !dated_otherwise
        && address_date(url, title).and_then(Days::of).is_some_and(|inside| inside.apart(printed, TIME_ZONES))
}

fn told(reading: &Reading<'_>, same: &[&Citation]) -> Option<Diagnostic> {
    let first = same.first()?;
    let title = first.title.as_deref().unwrap_or_default();
    let inside = spoken(address_date(first.url.as_deref()?, title)?);
    let printed = spoken(first.date?);
    let mut labels: Vec<&str> = same.iter().map(|citation| reading.label(citation.note)).collect();
    labels.dedup();
    let verb = if labels.len() == 1 { "prints" } else { "print" };
    let message = format!("{} {verb} {printed}, the address says {inside}.", capitalised(&notes(&labels)));
    let places = same.iter().flat_map(|citation| {
        let date = citation.places.date.unwrap_or(citation.span);
        let url = citation.places.url.unwrap_or(citation.span);
        [
            reading.place(date, format!("printed as {printed}")),
            reading.place(url, format!("{inside} in the address")),
        ]
    });
    Some(
        Diagnostic::new(
            Code::C04,
            message,
            "Open the address and see which date the page bears; correct the date or the address.",
        )
        .at_each(places)
        .notes(labels),
    )
}

#[cfg(test)]
mod tests {
    use super::super::trial::{Report, check};
    use super::RULE;

    #[test]
    fn the_address_may_know_better() {
        let reports = |text: &str, expected: Option<(&str, [&str; 2])>| {
            let report = Report { body: &["They pay.¹"], notes: &[("1", text)] };
            match expected {
                Some((message, quotes)) => check(&RULE, &report, &[(message, &quotes)]),
                None => check(&RULE, &report, &[]),
            }
        };
        reports(
            "Ada Moor, “The Levy Returns,” The Port Courier, August 13, 2023, available at: https://courier.example/2023/05/13/the-levy",
            Some((
                "Note 1 prints 13 August 2023, the address says 13 May 2023.",
                ["August 13, 2023", "https://courier.example/2023/05/13/the-levy"],
            )),
        );
        reports(
            "Ada Moor, “The Levy Returns,” The Port Courier, July 2, 2023, available at: https://courier.example/2023/05/the-levy",
            Some((
                "Note 1 prints 2 July 2023, the address says May 2023.",
                ["July 2, 2023", "https://courier.example/2023/05/the-levy"],
            )),
        );
        for agreeing in [
            "Ada Moor, “The Levy Returns,” The Port Courier, May 14, 2023, available at: https://courier.example/2023/05/13/the-levy",
            "Ada Moor, “The Levy Returns,” The Port Courier, June 1, 2023, available at: https://courier.example/2023/05/the-levy",
            "Ada Moor, “The Levy Returns,” The Port Courier, May 2023, available at: https://courier.example/2023/05/13/the-levy",
            "Ada Moor, “The Levy Returns,” The Port Courier, July 2, 2022, available at: https://courier.example/wp-content/uploads/2023/05/levy.pdf",
        ] {
            reports(agreeing, None);
        }
    }
}
