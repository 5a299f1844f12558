//! The day, or month, on which a document or a part of it was written, where it prints it at its head.

use crate::document::{Block, BlockKind, Document, Span};
use crate::text::{PhraseTable, Token, tokens};

use super::words::time_words;
use super::{FoundDate, PartialDate, find_dates};

/// A day, or month, of writing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Written {
    pub date: PartialDate,
    /// Where it stands.
    pub place: Span,
    /// Monday is 1; told by the dispatch itself where its date has no year: "Feb 19 (KW) – … an official said on Monday".
    pub weekday: Option<i8>,
    pub stands: Stands,
}

/// How a day of writing stands in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stands {
    /// In a line of its own, or with the place from which a dispatch comes.
    Apart,
    /// Over one article of several.
    Article,
    /// Before an earlier version of a dispatch, in the paragraph itself.
    Entry,
    /// "14 March 2023. – Armed men …": a short piece of news opens with its day, which is that of what it tells, too.
    Opening,
}

/// The day of writing of what stands at a place.
pub(crate) type Dateline = Option<Written>;

/// The days of writing of a document: each is that of what stands below it, the first of what stands above it, too.
#[derive(Debug, Clone, Default)]
pub(crate) struct Datelines {
    all: Vec<Written>,
}

impl Datelines {
    /// Reads the head of a document, and what its further parts print of their own day.
    pub fn of(document: &Document) -> Self {
        let mut all = Vec::new();
        let mut head = true;
        let sheet =
            document.blocks.iter().take(FIRST_BLOCKS).any(|block| is_of_sheet(document.quote(block.span)));
        // A table of two columns may say of what day the document is; a wider one tells of many.
        let wide = |block: &Block| block.rows.iter().any(|row| row.len() > 2);
        for (at, block) in document.blocks.iter().enumerate().filter(|(_, block)| !wide(block)) {
            let text = document.quote(block.span);
            head &= at < FIRST_BLOCKS;
            let after = &document.blocks[at + 1..document.blocks.len().min(at + 1 + BYLINE_WITHIN)];
            let signed = || after.iter().any(|block| is_byline(document.quote(block.span)));
            let found = match head && all.is_empty() {
                true => of_block(block, text, at > 0, sheet).map(|found| Written {
                    stands: if signed() && is_dated(text) { Stands::Article } else { found.stands },
                    ..found
                }),
                false => of_part(block, text, signed),
            };
            let entry = || all.first().and_then(|first| of_entry(block, text, *first));
            let found = found.or_else(entry);
            all.extend(found);
            head &= block.kind != BlockKind::Paragraph || text.len() <= LONGEST_HEAD;
        }
        Self { all }
    }

    /// The day of writing at a place of the text.
    pub fn at(&self, place: usize) -> Dateline {
        let below = self.all.partition_point(|written| written.place.start <= place);
        below.checked_sub(1).and_then(|last| self.all.get(last)).or_else(|| self.all.first()).copied()
    }

    /// The day of writing that stands within a span.
    pub fn within(&self, span: Span) -> Dateline {
        let first = self.all.partition_point(|written| written.place.start < span.start);
        self.all.get(first).filter(|written| written.place.end <= span.end).copied()
    }
}

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

/// Of a page of several articles, or a text that was added to: a day alone over an article that somebody signs, "Update,
/// 14 March 2023", the head of a dispatch.
fn of_part(block: &Block, text: &str, signed: impl Fn() -> bool) -> Dateline {
    if text.len() <= SHORT_LINE {
        if let Some(found) = published(text, &tokens(text)) {
            return written(found.date, found.span.shifted(block.span.start), Stands::Apart);
        }
        if signed() && is_dated(text) {
            let found = find_dates(text, &tokens(text)).into_iter().next()?;
            return written(found.date, found.span.shifted(block.span.start), Stands::Article);
        }
    }
    let head = dispatch_head(text);
    if !text[..head].contains('(') || !text.starts_with(char::is_uppercase) {
        return None;
    }
    of_dispatch(block, text).filter(|found| found.stands == Stands::Apart)
}

/// "Nov. 13, 11:20 AM — …": an earlier version of a dispatch, with the day and hour at which it was sent.
fn of_entry(block: &Block, text: &str, first: Written) -> Dateline {
    let opening = &text[..text.floor_char_boundary(LINE_START)];
    // Nearly every paragraph opens without one.
    if !opening.contains(['–', '—', '-']) {
        return None;
    }
    let cut = tokens(opening);
    let found = find_dates(opening, &cut).into_iter().next()?;
    let behind = &opening[found.span.end..];
    let dash = DASHES.iter().filter_map(|dash| behind.find(dash)).min()?;
    let hour = |text: &str| {
        let colon = text.find([':', 'h']);
        colon.is_some_and(|at| {
            let digit =
                |at: Option<usize>| at.and_then(|at| text.as_bytes().get(at)).is_some_and(u8::is_ascii_digit);
            digit(at.checked_sub(1)) && digit(Some(at + 1))
        })
    };
    if found.span.start > 0 || dash > DASH_WITHIN || !hour(&behind[..dash]) {
        return None;
    }
    // What was sent before is of the same year, or of the one before.
    let later = (found.date.month, found.date.day) > (first.date.month, first.date.day);
    let year = first.date.year.map(|year| if later { year - 1 } else { year });
    let date = PartialDate { year: found.date.year.or(year), ..found.date };
    date.day.and_then(|_| written(date, found.span.shifted(block.span.start), Stands::Entry))
}

/// A day with its year, and no more than a word beside it.
fn is_dated(text: &str) -> bool {
    text.len() <= SHORT_LINE
        && text.contains(|c: char| c.is_ascii_digit())
        && matches!(&find_dates(text, &tokens(text))[..], [found]
            if found.date.day.is_some() && found.date.year.is_some() && is_bare_date(text, found.span))
}

/// So many blocks behind its day, with the title between them, an article is signed.
const BYLINE_WITHIN: usize = 3;

/// "By Ada Moor", "Par la rédaction".
fn is_byline(text: &str) -> bool {
    let text = text.trim_start_matches(['*', '_']);
    text.len() <= SHORT_LINE && BYLINES.iter().any(|word| text.starts_with(word)) && !text.ends_with('.')
}

const BYLINES: [&str; 4] = ["By ", "Par ", "BY ", "PAR "];

/// A dispatch, or a short piece of news, that opens with its day.
fn of_dispatch(block: &Block, text: &str) -> Dateline {
    let dispatch = &text[..text.floor_char_boundary(LINE_START)];
    let cut = tokens(dispatch);
    let found = find_dates(dispatch, &cut).into_iter().next().filter(|found| found.date.day.is_some())?;
    let place = found.span.shifted(block.span.start);
    if opens_news(text, found.span) {
        return written(found.date, place, Stands::Opening);
    }
    if !opens_dispatch(text, found.span) && !is_authored(text, found.span) {
        return None;
    }
    let yearless = found.date.year.is_none() && found.date.is_possible();
    if yearless && dispatch_head(text) > 0 && text[found.span.end..].trim_start().starts_with('(') {
        let weekday = said_on(text);
        return Some(Written { date: found.date, place, weekday, stands: Stands::Apart });
    }
    written(found.date, place, Stands::Apart)
}

/// "… an official said on Monday": news agencies name the day of their dispatch so.
fn said_on(text: &str) -> Option<i8> {
    let text = &text[..text.floor_char_boundary(LONGEST_LEAD)];
    let cut = tokens(text);
    let words = time_words();
    (1..cut.len()).find_map(|at| {
        let day = *words.weekdays.get(crate::text::token_key(text, &cut[at]).as_ref())?;
        words.said.ending(text, &cut, at, 0).map(|_| day)
    })
}

/// The first sentences of a dispatch.
const LONGEST_LEAD: usize = 600;

/// "14 March 2023. – Armed men", "14 March 2023, Kessa. – Armed men".
fn opens_news(text: &str, date: Span) -> bool {
    let behind = text[date.end..].char_indices().nth(DASH_WITHIN).map_or(text.len(), |(at, _)| date.end + at);
    let behind = &text[date.end..behind];
    let dash = [". –", ". —"].iter().filter_map(|dash| behind.find(dash)).min();
    date.start == 0 && dash.is_some_and(|dash| behind[..dash].is_empty() || behind.starts_with(','))
}

fn of_block(block: &Block, text: &str, titled: bool, sheet: bool) -> Dateline {
    if let Some(found) = of_dispatch(block, text) {
        return Some(found);
    }
    let heads = matches!(block.kind, BlockKind::Heading | BlockKind::Title);
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        if line.len() > SHORT_LINE {
            continue;
        }
        let cut = tokens(line);
        let of_document = |found: &FoundDate| {
            let of_outlet = is_bare_date(line, found.span) || is_signed(line, found.span);
            // "Attack on Kessa, 3 March 2024" heads what is told of that day.
            let below = titled || start > 0;
            let sent = is_sent(line, found.span) && (start > 0 || line[..found.span.start].ends_with(" le "));
            !heads || of_outlet || below && (is_of_document(line, &cut) || sent)
        };
        if is_field(line, &cut, &time_words().fields)
            || sheet && is_field(line, &cut, &time_words().sheet_days)
        {
            continue;
        }
        let found = published(line, &cut).or_else(|| headed(line, &cut).filter(of_document));
        let place = |found: &FoundDate| found.span.shifted(block.span.start + start);
        if let Some(found) = found.and_then(|found| written(found.date, place(&found), Stands::Apart)) {
            return Some(found);
        }
    }
    None
}

/// "Toll: 11 dead", "Auteur présumé : …": a sheet that sums up an incident in lines.
fn is_of_sheet(text: &str) -> bool {
    let lines = text.lines().take(FIRST_BLOCKS).filter(|line| line.len() <= LONGEST_HEAD);
    lines.into_iter().any(|line| is_field(line, &tokens(line), &time_words().sheet))
}

/// "Date of incident: 4 September 2023": a line of a sheet that says when something was.
fn is_field(line: &str, cut: &[Token], fields: &PhraseTable<()>) -> bool {
    let first = cut.iter().position(|token| token.text(line).chars().any(char::is_alphabetic));
    first.is_some_and(|first| {
        fields
            .starting(line, cut, first)
            .is_some_and(|(length, ())| cut.get(first + length).is_some_and(|token| token.is(':')))
    })
}

/// The one date of a line that is no sentence.
fn headed(line: &str, cut: &[Token]) -> Option<FoundDate> {
    let [found] = find_dates(line, cut)[..] else { return None };
    let first = cut.partition_point(|token| token.span.start < found.span.start);
    // "On 14 March 2023 ..." tells of a day.
    let tells = time_words().leads.ending(line, cut, first, 0).is_some() && !is_sent(line, found.span);
    // "week 19 (3–9 May 2024)" is what the text covers.
    let words = &line[found.span.start..found.span.end];
    let range = words.contains(['–', '—']) || words.contains('-') && words.contains(char::is_alphabetic);
    (is_line(line, found.span) && !tells && !range && !found.ambiguous).then_some(found)
}

/// "Published 14 March 2023 | Updated 3 April 2023": the first day behind a word for it.
fn published(line: &str, cut: &[Token]) -> Option<FoundDate> {
    let words = time_words();
    if !(0..cut.len()).any(|at| words.published.starting(line, cut, at).is_some()) {
        return None;
    }
    let dates = find_dates(line, cut);
    let found = dates.into_iter().find(|found| {
        let first = cut.partition_point(|token| token.span.start < found.span.start);
        // "Published: Monday, 14 March".
        (first.saturating_sub(PUBLISHED_WITHIN)..=first)
            .any(|at| words.published.ending(line, cut, at, 0).is_some())
            && !found.ambiguous
            && found.date.day.is_some()
    })?;
    let before =
        line[..found.span.start].split_whitespace().filter(|word| word.contains(char::is_alphabetic));
    let apart = line[..found.span.start].contains(['|', '·', '–', '—']);
    let bare = line.trim_end().trim_end_matches(['*', '_']);
    ((apart || before.count() <= MOST_BEFORE) && !bare.ends_with(['.', '!', '?', ';'])).then_some(found)
}

/// "Publié le lundi 14 mars 2023": so many tokens stand between the word and the day.
const PUBLISHED_WITHIN: usize = 3;

/// Words of "Last updated on Monday".
const MOST_BEFORE: usize = 5;

/// "Report of the Kessa Forum, July 2024", "July 2024 field report".
fn is_of_document(line: &str, cut: &[Token]) -> bool {
    (0..cut.len()).any(|at| time_words().documents.starting(line, cut, at).is_some())
}

/// "Kessa, le 14 mars 2023": names and a day with its article, and nothing behind it.
fn is_sent(line: &str, date: Span) -> bool {
    let before = line[..date.start].trim_end_matches(char::is_alphabetic).trim_end();
    let before = line[..date.start].trim_end().strip_suffix(" le").unwrap_or(before).trim_end();
    let behind = line[date.end..].trim_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '_' | '.'));
    before.ends_with(',') && is_named(before) && behind.is_empty()
}

fn written(date: PartialDate, place: Span, stands: Stands) -> Dateline {
    let known = date.year.is_some() && date.month.is_some() && date.is_possible();
    known.then_some(Written { date, place, weekday: None, stands })
}

/// A short line that is no sentence, or whose first sentence is little more than the date.
fn is_line(line: &str, date: Span) -> bool {
    let ends = line[date.end..].trim_start_matches(['*', '_', ' ']).starts_with(['.', ',', '\n']);
    let bare = line.trim_end().trim_end_matches(['*', '_']);
    // "On Monday, 14 March 2023, they came." is a sentence.
    let ends = ends && is_named(&line[..date.start]);
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
    // Nearly every paragraph opens without one.
    if !start.contains(['–', '—', '-']) {
        return 0;
    }
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
    let words =
        |text: &str| text.split_whitespace().filter(|word| word.contains(char::is_alphabetic)).count();
    around.into_iter().map(words).sum::<usize>() <= 1
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
