//! S02: document metadata, comments or hidden text that may name a person.

use crate::citations::is_person;
use crate::document::{Metadatum, MetadatumKind};
use crate::text::fold_words;

use super::corpus::Reading;
use super::wording::listed;
use super::{Code, Diagnostic, Rule, Severity, Typed};

pub(super) const RULE: Rule = Rule {
    code: Code::S02,
    why: "What a file carries out of sight is published with it. Sources have been found by a comment, a tracked deletion or the name of the one who typed.",
    wrong: &[Typed::named(
        "page.html",
        "<html><head><title>The Levy</title><meta name=\"author\" content=\"Moussa Kessoura\"></head>\n\
             <body><p>A boatman told us of the levy.</p></body></html>\n",
    )],
    right: &[Typed::named(
        "page.html",
        "<html><head><title>The Levy</title></head>\n\
             <body><p>A boatman told us of the levy.</p></body></html>\n",
    )],
    silence: "when the file is a draft that never leaves the house",
    run: |corpus| corpus.readings.iter().filter_map(check).collect(),
};

/// At most this many entries are listed in the message; all are among the places.
const MOST_LISTED: usize = 6;
/// At most this many characters of each.
const LONGEST_VALUE: usize = 60;

fn check(reading: &Reading<'_>) -> Option<Diagnostic> {
    let leaks: Vec<&Metadatum> =
        reading.document.metadata.iter().filter(|entry| may_leak(reading, entry)).collect();
    if leaks.is_empty() {
        return None;
    }
    let mut said: Vec<String> = leaks
        .iter()
        .take(MOST_LISTED)
        .map(|entry| format!("{} “{}”", entry.kind.name(), shortened(&entry.value)))
        .collect();
    if leaks.len() > MOST_LISTED {
        said.push(format!("{} more", leaks.len() - MOST_LISTED));
    }
    let message = format!("The file carries out of sight: {}.", listed(&said));
    let grave = leaks.iter().any(|entry| is_grave(entry.kind));
    let severity = if grave { Code::S02.severity() } else { Severity::Warning };
    Some(
        Diagnostic::new(
            Code::S02,
            message,
            "Remove them before the file is published or passed on (in Word: Inspect Document).",
        )
        .graded(severity)
        .at_each(leaks.iter().map(|entry| {
            reading.outside_text(None, format!("{}: {}", entry.kind.name(), shortened(&entry.value)))
        })),
    )
}

/// Words that were written to be seen by few. The name of who typed is grave only beside such.
const fn is_grave(kind: MetadatumKind) -> bool {
    matches!(
        kind,
        MetadatumKind::Comment
            | MetadatumKind::TrackedChange
            | MetadatumKind::HiddenText
            | MetadatumKind::LastModifiedBy
            | MetadatumKind::Path
    )
}

fn may_leak(reading: &Reading<'_>, entry: &Metadatum) -> bool {
    let value = entry.value.trim();
    if value.is_empty() {
        return false;
    }
    match entry.kind {
        MetadatumKind::Comment | MetadatumKind::TrackedChange => true,
        // Pages of the web hide much that is no secret: menus, labels for screen readers.
        MetadatumKind::HiddenText => !reading.document.media_type.contains("html"),
        MetadatumKind::Path => names_a_user(value),
        MetadatumKind::Author | MetadatumKind::LastModifiedBy | MetadatumKind::Manager => {
            is_person(value) && !is_program(value) && !is_byline(reading, value)
        }
        MetadatumKind::Company
        | MetadatumKind::Created
        | MetadatumKind::Modified
        | MetadatumKind::Producer
        | MetadatumKind::Keywords
        | MetadatumKind::Subject => false,
    }
}

/// `C:\Users\rdiallo\…`, `/home/rdiallo/…`.
fn names_a_user(path: &str) -> bool {
    let folded = path.to_lowercase().replace('\\', "/").replace("%20", " ");
    ["/users/", "/home/", "/documents and settings/"].iter().any(|folder| folded.contains(folder))
}

/// Names that programs put in by themselves.
fn is_program(value: &str) -> bool {
    matches!(
        fold_words(value).as_str(),
        "microsoft office user"
            | "python docx"
            | "windows user"
            | "office user"
            | "apache poi"
            | "unknown author"
    )
}

/// An author whom the text itself names at its head or foot has published the name.
fn is_byline(reading: &Reading<'_>, value: &str) -> bool {
    let name = fold_words(value);
    reading.document.blocks.iter().any(|block| {
        let short = block.span.len() <= LONGEST_BYLINE;
        short && fold_words(reading.quote(block.span)).contains(&name)
    })
}

/// Names of authors stand in short lines, not in paragraphs.
const LONGEST_BYLINE: usize = 200;

fn shortened(value: &str) -> String {
    let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
    match value.char_indices().nth(LONGEST_VALUE) {
        None => value,
        Some((end, _)) => format!("{}…", &value[..end]),
    }
}

#[cfg(test)]
mod tests {
    use super::super::trial::{Report, check_draft};
    use super::RULE;
    use crate::document::{Metadatum, MetadatumKind};

    #[track_caller]
    fn reports(metadata: &[(MetadatumKind, &str)], message: Option<&str>) {
        let mut draft = Report {
            body: &["Basin Monitor", "The Price of Water", "By Ada Moor", "They pay for it."],
            notes: &[],
        }
        .draft();
        draft.metadata = metadata
            .iter()
            .map(|(kind, value)| Metadatum { kind: *kind, value: (*value).to_owned() })
            .collect();
        let expected: Vec<(&str, &[&str])> =
            message.iter().map(|message| (*message, &[] as &[&str])).collect();
        check_draft(&RULE, draft, &expected);
    }

    #[test]
    fn what_is_out_of_sight_is_said() {
        reports(
            &[
                (MetadatumKind::LastModifiedBy, "Ines Fell"),
                (MetadatumKind::Comment, "I. Fell: is this Omar?"),
                (MetadatumKind::Producer, "Writer 7.3"),
            ],
            Some(
                "The file carries out of sight: last modified by “Ines Fell” and comment “I. Fell: is this Omar?”.",
            ),
        );
        reports(
            &[(MetadatumKind::Path, "C:\\Users\\ifell\\draft.dotx")],
            Some("The file carries out of sight: path “C:\\Users\\ifell\\draft.dotx”."),
        );
    }

    #[test]
    fn what_is_public_anyway_is_not() {
        for public in [
            (MetadatumKind::Author, "Ada Moor"),
            (MetadatumKind::Author, "Basin Monitor"),
            (MetadatumKind::LastModifiedBy, "Microsoft Office User"),
            (MetadatumKind::Path, "https://example.org/template.dotx"),
            (MetadatumKind::Created, "2024-06-18T08:12:00Z"),
        ] {
            reports(&[public], None);
        }
    }
}
