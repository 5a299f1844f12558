//! D01: a part that could not be read.

use std::collections::BTreeMap;

use crate::document::{Warning, WarningKind};

use super::corpus::Reading;
use super::wording::listed;
use super::{Code, Diagnostic, Rule, Severity, Typed};

pub(super) const RULE: Rule = Rule {
    code: Code::D01,
    why: "What was not read was not checked. Silence of the other rules about such a page means nothing.",
    wrong: &[Typed::named(
        "scan.pdf",
        "%PDF-1.7\n\
             the rest of the file was lost on the way\n",
    )],
    right: &[Typed::report("The same text, from a file that is whole.\n")],
    silence: "when the part holds nothing that matters, as a photograph",
    run: |corpus| corpus.readings.iter().flat_map(check).collect(),
};

fn check(reading: &Reading<'_>) -> Vec<Diagnostic> {
    let mut alike: BTreeMap<(u8, &str), Vec<&Warning>> = BTreeMap::new();
    for warning in &reading.document.warnings {
        // Pages without text are told together, whatever else is said of each.
        let detail = match warning.kind {
            WarningKind::ImageOnlyPage => "",
            _ => warning.detail.as_str(),
        };
        alike.entry((warning.kind as u8, detail)).or_default().push(warning);
    }
    alike.values().map(|same| told(reading, same)).collect()
}

fn told(reading: &Reading<'_>, same: &[&Warning]) -> Diagnostic {
    let mut pages: Vec<u32> = same.iter().filter_map(|warning| warning.page).collect();
    pages.sort_unstable();
    pages.dedup();
    let first = same[0];
    let message = match first.kind {
        WarningKind::ImageOnlyPage if pages.len() == 1 => {
            format!("Page {} is a picture without text: nothing on it was read.", pages[0])
        }
        WarningKind::ImageOnlyPage if !pages.is_empty() => {
            format!("Pages {} are pictures without text: nothing on them was read.", ranges(&pages))
        }
        _ => detailed(&first.detail, &pages),
    };
    let places = if pages.is_empty() {
        vec![reading.outside_text(None, "the file")]
    } else {
        pages.iter().map(|page| reading.outside_text(Some(*page), format!("page {page}"))).collect()
    };
    Diagnostic::new(Code::D01, message, help(first.kind)).graded(severity(first.kind)).at_each(places)
}

/// The reader's own sentence, with its pages where it does not name them.
fn detailed(detail: &str, pages: &[u32]) -> String {
    let sentence = super::wording::capitalised(detail.trim_end_matches('.'));
    let named = pages.iter().all(|page| detail.contains(&format!("page {page}")));
    match pages {
        [] => format!("{sentence}."),
        _ if named => format!("{sentence}."),
        [page] => format!("{sentence} (page {page})."),
        _ => format!("{sentence} (pages {}).", ranges(pages)),
    }
}

/// `3, 5–7 and 9`.
fn ranges(pages: &[u32]) -> String {
    let runs: Vec<String> = pages
        .chunk_by(|one, next| one + 1 == *next)
        .map(|run| match run {
            [one] => one.to_string(),
            [one, two] => format!("{one}, {two}"),
            [first, .., last] => format!("{first}–{last}"),
            [] => String::new(),
        })
        .collect();
    listed(&runs)
}

const fn severity(kind: WarningKind) -> Severity {
    match kind {
        WarningKind::Recognised | WarningKind::Disagreement | WarningKind::Skipped => Severity::Note,
        WarningKind::ImageOnlyPage
        | WarningKind::Damaged
        | WarningKind::Encoding
        | WarningKind::Truncated
        | WarningKind::BidiControl => Code::D01.severity(),
    }
}

const fn help(kind: WarningKind) -> &'static str {
    match kind {
        WarningKind::ImageOnlyPage => "Install `tesseract` and read again, or use a file that has its text.",
        WarningKind::Recognised => "Compare with the picture: note marks and figures are easily misread.",
        WarningKind::Damaged => "Get the file again from where it came, or save it anew from its program.",
        WarningKind::Encoding => "Save the file as UTF-8 from the program that made it.",
        WarningKind::Truncated => "Split the file, or raise the limit named.",
        WarningKind::Skipped => "Look at this part by hand if it matters.",
        WarningKind::BidiControl => {
            "Look at the characters themselves: what is shown may differ from what is stored."
        }
        WarningKind::Disagreement => "Compare the passage with the page as it is shown.",
    }
}

#[cfg(test)]
mod tests {
    use super::super::trial::{Report, check_draft};
    use super::RULE;
    use crate::document::{Warning, WarningKind};

    #[track_caller]
    fn reports(warnings: &[(WarningKind, Option<u32>, &str)], messages: &[&str]) {
        let mut draft = Report::default().draft();
        draft.warnings = warnings
            .iter()
            .map(|(kind, page, detail)| Warning { kind: *kind, page: *page, detail: (*detail).to_owned() })
            .collect();
        let expected: Vec<(&str, &[&str])> =
            messages.iter().map(|message| (*message, &[] as &[&str])).collect();
        check_draft(&RULE, draft, &expected);
    }

    #[test]
    fn pages_without_text_are_told_together() {
        let picture = |page| (WarningKind::ImageOnlyPage, Some(page), "only a picture");
        reports(&[], &[]);
        reports(&[picture(5)], &["Page 5 is a picture without text: nothing on it was read."]);
        reports(
            &[picture(5), picture(6), picture(7), picture(9)],
            &["Pages 5–7 and 9 are pictures without text: nothing on them was read."],
        );
    }

    #[test]
    fn the_reader_s_own_words_are_kept() {
        reports(
            &[
                (WarningKind::Damaged, Some(3), "the object 12 is cut off"),
                (WarningKind::Encoding, None, "4 bytes are no UTF-8."),
                (WarningKind::Skipped, Some(2), "tesseract took longer than 2 s"),
            ],
            &[
                "The object 12 is cut off (page 3).",
                "4 bytes are no UTF-8.",
                "Tesseract took longer than 2 s (page 2).",
            ],
        );
    }
}
