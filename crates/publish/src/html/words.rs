//! Words of the page that depend on a number or a kind.

use reason::checks::Severity;
use reason::citations::WorkKind;
use reason::document::BlockKind;

/// `1 note`, `354 notes`, `12,480 sentences`.
pub fn count(number: usize, one: &str, many: &str) -> String {
    format!("{} {}", grouped(number), if number == 1 { one } else { many })
}

/// Digits in threes: `12,480`.
pub fn grouped(number: usize) -> String {
    reason::quantities::grouped(number as u64)
}

/// A severity. On this page a note is a footnote: the least grave diagnostic is a remark.
pub const fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "remark",
    }
}

/// A kind of work as people call it.
pub const fn kind(kind: WorkKind) -> &'static str {
    match kind {
        WorkKind::News => "News",
        WorkKind::Report => "Report",
        WorkKind::Academic => "Academic",
        WorkKind::PressRelease => "Press release",
        WorkKind::OfficialDocument => "Official document",
        WorkKind::SocialPost => "Social post",
        WorkKind::WebPage => "Web page",
        WorkKind::Interview => "Interview",
        WorkKind::Communication => "Communication",
        WorkKind::DocumentOnFile => "Document on file",
        WorkKind::ImageOrSatellite => "Image",
        WorkKind::Book => "Book",
        WorkKind::CaseLaw => "Case law",
        WorkKind::Other => "Other",
    }
}

/// A block that is set apart, as a reader of the page would call it.
pub const fn apart(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Furniture => "page header, footer or contents",
        BlockKind::Boilerplate => "page chrome",
        BlockKind::Duplicate => "repeated text",
        _ => "text",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_agree_with_their_words() {
        assert_eq!(count(1, "note", "notes"), "1 note");
        assert_eq!(count(0, "note", "notes"), "0 notes");
        assert_eq!(count(1_234_567, "note", "notes"), "1,234,567 notes");
    }
}
