//! The day, or month, on which a document was written, where it prints it at its head.

use crate::document::{Block, BlockKind, Document, Span};
use crate::text::tokens;

use super::words::time_words;
use super::{PartialDate, find_dates};

/// The day of writing, with its place.
pub(crate) type Dateline = Option<(PartialDate, Span)>;

/// A dateline stands in the first blocks of an article.
const FIRST_BLOCKS: usize = 12;

/// A longer block is the text itself.
const LONGEST_HEAD: usize = 260;

/// A line that holds little but a date: "Published 14 March 2023, 10:20 GMT", "Conflict Forum – Briefing 114, 14 March 2023".
const SHORT_LINE: usize = 120;

/// "RIVERBEND, 14 March 2023 (Kessa Wire) -" begins a paragraph.
const LINE_START: usize = 80;

/// So many characters behind the date, an agency's name among them, stands the dash of a dispatch.
const DASH_WITHIN: usize = 40;

/// What stands between a dateline and its dispatch.
const DASHES: [&str; 4] = [" – ", " — ", " - ", "—"];

/// "de", "of", "le" between the names of a dateline.
const SMALL_WORD: usize = 3;

/// The day of writing.
pub(crate) fn dateline(document: &Document) -> Dateline {
    // A table of two columns may say of what day the document is; a wider one tells of many.
    let wide = |block: &Block| block.rows.iter().any(|row| row.len() > 2);
    for block in document.blocks.iter().take(FIRST_BLOCKS).filter(|block| !wide(block)) {
        let text = document.quote(block.span);
        if let Some(found) = of_block(block, text) {
            return Some(found);
        }
        if block.kind == BlockKind::Paragraph && text.len() > LONGEST_HEAD {
            break;
        }
    }
    None
}

fn of_block(block: &Block, text: &str) -> Dateline {
    let dispatch = &text[..text.floor_char_boundary(LINE_START)];
    let opening = find_dates(dispatch, &tokens(dispatch)).into_iter().next();
    let opens = |span: Span| opens_dispatch(text, span) || is_authored(text, span);
    if let Some(found) = opening.filter(|found| found.date.day.is_some() && opens(found.span)) {
        return written(found.date, found.span.shifted(block.span.start));
    }
    let heads = matches!(block.kind, BlockKind::Heading | BlockKind::Title);
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let cut = tokens(line);
        let [found] = find_dates(line, &cut)[..] else { continue };
        // "Attack on Kessa, 3 March 2024" heads what is told of that day.
        let of_outlet = is_bare_date(line, found.span) || is_signed(line, found.span);
        if heads && !of_outlet || !is_line(line, found.span) {
            continue;
        }
        let first = cut.partition_point(|token| token.span.start < found.span.start);
        // "On 14 March 2023 ..." tells of a day.
        let tells = time_words().leads.ending(line, &cut, first, 0).is_some();
        let place = found.span.shifted(block.span.start + start);
        // "week 19 (3–9 May 2024)" is what the text covers.
        let words = &line[found.span.start..found.span.end];
        let range = words.contains(['–', '—']) || words.contains('-') && words.contains(char::is_alphabetic);
        match written(found.date, place).filter(|_| !tells && !range && !found.ambiguous) {
            Some(found) => return Some(found),
            None => continue,
        }
    }
    None
}

fn written(date: PartialDate, place: Span) -> Dateline {
    (date.year.is_some() && date.month.is_some() && date.is_possible()).then_some((date, place))
}

/// A short line that is no sentence, or whose first sentence is little more than the date.
fn is_line(line: &str, date: Span) -> bool {
    let ends = line[date.end..].trim_start_matches(['*', '_', ' ']).starts_with(['.', ',', '\n']);
    let bare = line.trim_end().trim_end_matches(['*', '_']);
    line.len() <= SHORT_LINE && (!bare.ends_with(['.', '!', '?', ':', ';']) || ends)
}

/// "Conflict Forum — Briefing 114, 14 March 2023", "Riverbend Sentinel, Monday, 14 March 2023": the line of an outlet.
fn is_signed(line: &str, date: Span) -> bool {
    let before = &line[..date.start];
    let parted = before.contains(['—', '–', '|', '·']) || before.contains(" - ");
    let cut = tokens(before);
    let last = cut.iter().rev().find(|token| token.text(before).chars().any(char::is_alphabetic));
    let weekday = last.is_some_and(|token| {
        time_words().weekdays.contains_key(crate::text::token_key(before, token).as_ref())
    });
    parted || weekday || is_authored(line, date)
}

/// How many bytes the dateline takes with which a dispatch opens: "RIVERBEND, Halden (Kessa Wire) —", "(Riverbend) –"; 0 where
/// there is none. Its day may be missing.
pub(crate) fn dispatch_head(text: &str) -> usize {
    let start = &text[..text.floor_char_boundary(LINE_START)];
    let dash = DASHES.iter().filter_map(|dash| start.find(dash)).min();
    let Some(end) = dash.filter(|end| *end > 0) else { return 0 };
    let head = &text[..end];
    let letters = head.split_whitespace().next().unwrap_or_default().chars().filter(|c| c.is_alphabetic());
    let (all, capitals) =
        letters.fold((0, 0), |(all, capitals), c| (all + 1, capitals + u32::from(c.is_uppercase())));
    let city = all >= 3 && all == capitals;
    let bracketed = head.contains('(') && head.contains(')');
    if (city || bracketed) && is_dispatched(head) { end } else { 0 }
}

/// Names, days and months only.
fn is_dispatched(head: &str) -> bool {
    let known = |word: &str| crate::languages::lexicon().month(word).is_some();
    head.split_whitespace().all(|word| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        known(word) || is_named(word)
    })
}

/// "Riverbend Sentinel, 14 March 2023. By Ada Moor".
fn is_authored(text: &str, date: Span) -> bool {
    let behind = text[date.end..].trim_start().strip_prefix(['.', ',', '|', '·']);
    let author = behind.map(str::trim_start).unwrap_or_default();
    let signed = ["By ", "Par ", "by ", "par "].iter().any(|word| author.starts_with(word));
    signed && is_named(&text[..date.start])
}

/// "Thursday, 10 October 2024": no more than a word beside the date.
fn is_bare_date(text: &str, date: Span) -> bool {
    let around = [&text[..date.start], &text[date.end..]];
    around.iter().map(|text| text.split_whitespace().count()).sum::<usize>() <= 1
}

/// "RIVERBEND, 14 March 2023 (Kessa Wire) —", "(Riverbend, 14 March 2023) —": names before the date, a dash behind it.
fn opens_dispatch(text: &str, date: Span) -> bool {
    let behind = text[date.end..].char_indices().nth(DASH_WITHIN).map_or(text.len(), |(at, _)| date.end + at);
    let dashed = DASHES.iter().any(|dash| text[date.end..behind].contains(dash));
    dashed && is_named(&text[..date.start]) && date.start > 0
}

/// Nothing but names, and what stands between them.
fn is_named(text: &str) -> bool {
    text.split_whitespace().all(|word| {
        let first = word.trim_start_matches(['(', '*', '_']).chars().next();
        first.is_none_or(|first| first.is_uppercase() || !first.is_alphabetic()) || word.len() <= SMALL_WORD
    })
}
