//! The date that a report gives of itself.

use crate::dates::{PartialDate, find_dates};
use crate::document::{Block, BlockKind, MetadatumKind, Span};
use crate::text::tokens;

use super::super::calendar::Days;
use super::super::corpus::Reading;

/// When a report was finished, as far as it says.
pub(super) struct ReportDate {
    pub date: PartialDate,
    pub days: Days,
    /// Where it says so; `None`: the file's metadata do.
    pub span: Option<Span>,
}

/// A line of a title page is no longer than this.
const LONGEST_LINE: usize = 120;
/// The date stands in one of the first blocks.
const FIRST_BLOCKS: usize = 12;
/// If more citations than this are later, it is not the date of the whole: that of a first edition, or of the event.
const MOST_LATER: usize = 3;

/// The date on the title page, else the day on which the file was changed last. `None` where neither is there, or
/// where so many citations are later that it cannot be the report's.
pub(super) fn report_date(reading: &Reading<'_>) -> Option<ReportDate> {
    let own = on_title_page(reading).or_else(|| in_metadata(reading))?;
    let later = reading
        .analysis
        .citations
        .iter()
        .filter_map(|citation| citation.date.and_then(Days::of))
        .filter(|days| days.after(own.days) > 1)
        .count();
    (later <= MOST_LATER).then_some(own)
}

/// Short lines at the head of the document that hold one date and call no note; of several, the latest.
fn on_title_page(reading: &Reading<'_>) -> Option<ReportDate> {
    let first_marker = reading.analysis.markers.first().map(|marker| marker.span.start);
    reading
        .document
        .blocks
        .iter()
        .take(FIRST_BLOCKS)
        .take_while(|block| first_marker.is_none_or(|marker| block.span.end <= marker))
        .filter(|block| may_state_date(block))
        .filter_map(|block| only_date(reading, block.span))
        .max_by_key(|own| own.days.last)
}

fn may_state_date(block: &Block) -> bool {
    let kind = matches!(
        block.kind,
        BlockKind::Title | BlockKind::Heading | BlockKind::Paragraph | BlockKind::Furniture
    );
    kind && block.span.len() <= LONGEST_LINE
}

fn only_date(reading: &Reading<'_>, span: Span) -> Option<ReportDate> {
    let text = reading.quote(span);
    let found = find_dates(text, &tokens(text));
    let [one] = found.as_slice() else {
        return None;
    };
    // "January – March 2024" is what the report covers: it was finished later.
    if is_stretch(&text[one.span.start..one.span.end]) {
        return None;
    }
    let days = Days::of(one.date).filter(|_| one.date.month.is_some() && !one.ambiguous)?;
    // A sentence that tells of a day is no imprint: "On 3 May 2024 they came."
    let words_after = text[one.span.end..].split_whitespace().count();
    (words_after <= 1).then_some(ReportDate {
        date: one.date,
        days,
        span: Some(one.span.shifted(span.start)),
    })
}

/// Whether a date as written goes from one day or month to another: "11–13 May 2024", not "14-May-2024" or "2024-05-14".
fn is_stretch(written: &str) -> bool {
    let Some((first, last)) = written.split_once(['-', '–', '—', '‑']) else {
        return false;
    };
    let named = |text: &str| text.contains(char::is_alphabetic);
    named(last) && (named(first) || last.trim_start().starts_with(|c: char| c.is_ascii_digit()))
}

fn in_metadata(reading: &Reading<'_>) -> Option<ReportDate> {
    let value = reading.document.metadata.iter().find(|entry| entry.kind == MetadatumKind::Modified)?;
    let date = file_date(&value.value)?;
    Some(ReportDate { date, days: Days::of(date)?, span: None })
}

/// `2024-06-21T17:42:00Z` or, in PDF, `D:20240621174200`.
fn file_date(text: &str) -> Option<PartialDate> {
    let digits: String = text
        .trim_start_matches("D:")
        .chars()
        .filter(|c| *c != '-')
        .take_while(char::is_ascii_digit)
        .take(8)
        .collect();
    let (year, month, day) = (digits.get(..4)?, digits.get(4..6)?, digits.get(6..8)?);
    let date = PartialDate::new(Some(year.parse().ok()?), Some(month.parse().ok()?), Some(day.parse().ok()?));
    date.is_possible().then_some(date)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stretch_is_no_day() {
        for (text, expected) in [
            ("January – March 2024", true),
            ("juillet-septembre 2023", true),
            ("1er avril – 30 juin 2023", true),
            ("11-13 May 2024", true),
            ("14-May-2024", false),
            ("2024-05-14", false),
            ("14 May 2024", false),
        ] {
            assert_eq!(is_stretch(text), expected, "{text}");
        }
    }

    #[test]
    fn reads_the_dates_of_files() {
        for (text, expected) in [
            ("2024-06-21T17:42:00Z", Some("2024-06-21")),
            ("D:20240621174200+02'00'", Some("2024-06-21")),
            ("21 June", None),
            ("2024", None),
            ("20241341", None),
        ] {
            let date = file_date(text).map(|date| date.to_string());
            assert_eq!(date.as_deref(), expected, "{text}");
        }
    }
}
