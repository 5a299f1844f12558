//! C05: an address broken by a line end, a lost character, a bare trailing `?`, a text fragment or markup.

use std::collections::BTreeMap;

use crate::citations::{Citation, UrlDamage};
use crate::document::Span;

use super::corpus::Reading;
use super::wording::{capitalised, listed, notes};
use super::{Code, Diagnostic, Rule, Severity, Typed};

pub(super) const RULE: Rule = Rule {
    code: Code::C05,
    why: "An address that was damaged on its way into the note leads nowhere, or carries what its reader should not see: a text fragment shows which sentence was searched for.",
    wrong: &[Typed::report(
        "The company has no ferries.[1]\n\n\
             [1] “The Company With No Ferries,” Port Courier, 2 July 2024, available at: https://courier.example/2024/07/the-company-with-no-ferries?\n",
    )],
    right: &[Typed::report(
        "The company has no ferries.[1]\n\n\
             [1] “The Company With No Ferries,” Port Courier, 2 July 2024, available at: https://courier.example/2024/07/the-company-with-no-ferries\n",
    )],
    silence: "when the site really has such an address",
    run: |corpus| corpus.readings.iter().flat_map(check).collect(),
};

fn check(reading: &Reading<'_>) -> Vec<Diagnostic> {
    let mut by_address: BTreeMap<&str, Vec<(&Citation, Span)>> = BTreeMap::new();
    for citation in &reading.analysis.citations {
        let Some(span) = citation.places.url else {
            continue;
        };
        if !citation.damage.is_empty() || markup_after(reading, span).is_some() {
            by_address.entry(reading.quote(span)).or_default().push((citation, span));
        }
    }
    by_address.into_values().filter_map(|same| told(reading, &same)).collect()
}

/// A closing tag or a Markdown bracket that the address runs into.
fn markup_after<'a>(reading: &Reading<'a>, url: Span) -> Option<&'a str> {
    let rest = &reading.document.text[url.end..];
    ["</a>", "</", "&gt;", "&lt;", "](http", "<br"]
        .into_iter()
        .find(|markup| rest.starts_with(markup))
        .map(|markup| &rest[..markup.len()])
}

fn told(reading: &Reading<'_>, same: &[(&Citation, Span)]) -> Option<Diagnostic> {
    let (first, span) = *same.first()?;
    let mut faults: Vec<String> =
        first.damage.iter().filter_map(|damage| fault(reading, first, span, *damage)).collect();
    faults.extend(markup_after(reading, span).map(|markup| format!("runs into the markup `{markup}`")));
    if faults.is_empty() {
        return None;
    }
    let mut labels: Vec<&str> = same.iter().map(|(citation, _)| reading.label(citation.note)).collect();
    labels.dedup();
    let message = format!("The address in {} {}.", notes(&labels), listed(&faults));
    let harmless = first.damage == [UrlDamage::Trailing];
    let severity = if harmless { Severity::Note } else { Code::C05.severity() };
    Some(
        Diagnostic::new(Code::C05, message, help(first, reading.quote(span)))
            .graded(severity)
            .at_each(same.iter().map(|(citation, span)| {
                reading.place(*span, format!("in note {}", reading.label(citation.note)))
            }))
            .notes(labels),
    )
}

fn fault(reading: &Reading<'_>, citation: &Citation, span: Span, damage: UrlDamage) -> Option<String> {
    let printed = reading.quote(span);
    Some(match damage {
        UrlDamage::Broken if printed.contains(char::is_whitespace) => {
            let before = printed.split_whitespace().next().unwrap_or_default();
            format!("is broken after “{}”", tail(before))
        }
        UrlDamage::Broken => "has a hyphen of a line end in it".to_owned(),
        UrlDamage::Space => "has a blank in it".to_owned(),
        UrlDamage::BareQuery => {
            let last = printed.chars().next_back()?;
            format!("ends in a bare “{last}”")
        }
        UrlDamage::TextFragment => "carries a text fragment (#:~:text=) that quotes the page".to_owned(),
        UrlDamage::Markup => "has markup left inside it".to_owned(),
        UrlDamage::Trailing => "ends in punctuation of the sentence".to_owned(),
        UrlDamage::NoHost => {
            let host = citation.url.as_deref().unwrap_or(printed);
            format!("has no valid host (“{}”)", host.split('/').nth(2).unwrap_or(host))
        }
    })
}

/// The last letters of the first piece: enough to find the place.
fn tail(piece: &str) -> &str {
    const SHOWN: usize = 40;
    let start = piece.char_indices().rev().nth(SHOWN).map_or(0, |(at, _)| at);
    &piece[start..]
}

fn help(citation: &Citation, printed: &str) -> String {
    let url = citation.url.as_deref().unwrap_or(printed);
    let plain = url.split("#:~:").next().unwrap_or(url);
    let plain = plain.trim_end_matches(['?', '&', '=']);
    if citation.damage.contains(&UrlDamage::NoHost) || citation.damage.contains(&UrlDamage::Markup) {
        return capitalised("print the address again, from the browser.");
    }
    format!("Check whether this is meant, and print it whole: {plain}")
}

#[cfg(test)]
mod tests {
    use super::super::trial::{Report, run};
    use super::RULE;

    #[track_caller]
    fn reports(address: &str, expected: Option<&str>) {
        let text =
            format!("Ada Moor, “The Levy Returns,” The Port Courier, May 13, 2023, available at: {address}");
        let report = Report { body: &["They pay.¹"], notes: &[("1", &text)] };
        let (_, found) = run(&RULE, vec![report.draft()]);
        let said: Vec<&str> = found.iter().map(|found| found.message.as_str()).collect();
        assert_eq!(said, expected.into_iter().collect::<Vec<_>>(), "{address}");
    }

    #[test]
    fn an_address_is_whole() {
        reports("https://a.example/the-levy-returns", None);
        reports("https://a.example/the-levy?id=3#11", None);
        reports(
            "https://a.example/the-levy- returns",
            Some("The address in note 1 is broken after “https://a.example/the-levy-”."),
        );
        reports("https://a.example/the-levy?", Some("The address in note 1 ends in a bare “?”."));
        reports(
            "https://a.example/the-levy#:~:text=forty%20dead",
            Some("The address in note 1 carries a text fragment (#:~:text=) that quotes the page."),
        );
        reports("https://a.example/the-levy</a>", Some("The address in note 1 runs into the markup `</a>`."));
    }
}
