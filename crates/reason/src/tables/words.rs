//! What headers and captions say of numbers: `languages/tables/*.toml`.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Deserialize;

use crate::document::Span;
use crate::text::{PhraseTable, Token, TokenKind, tokens};

/// What a header says of its row or column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Summing {
    /// The sum of the others.
    Total,
    /// Of some of them, a share or an average.
    Part,
}

/// What a column without counts says of the counts beside it. The names are the keys of a language file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Column {
    /// Where.
    Place,
    /// When.
    Date,
    /// Who says so.
    Source,
    /// By whom.
    Perpetrators,
    /// To whom.
    Victims,
    /// What happened, in words.
    Event,
}

/// What else a header or caption may have words for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum About {
    /// Some of those of the row or column before: "of whom".
    OfWhich,
    /// Opens a caption: "Table 3".
    Caption,
    /// Opens the line that says who made the table.
    SourceLine,
    /// Says only that something is counted.
    Count,
    /// Money, votes, inhabitants: no reports of events.
    Stranger,
    /// Deaths that nobody brought about.
    Unviolent,
    /// In a cell: it is not known.
    Nobody,
}

#[derive(Debug, Default)]
struct TableWords {
    multipliers: PhraseTable<u64>,
    summing: PhraseTable<Summing>,
    columns: PhraseTable<Column>,
    about: PhraseTable<About>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(rename = "code")]
    _code: String,
    totals: Vec<String>,
    subtotals: Vec<String>,
    of_which: Vec<String>,
    captions: Vec<String>,
    source_lines: Vec<String>,
    counts: Vec<String>,
    strangers: Vec<String>,
    unviolent: Vec<String>,
    nobody: Vec<String>,
    columns: BTreeMap<Column, Vec<String>>,
    multipliers: BTreeMap<String, u64>,
}

const SOURCES: &[&str] = include!(concat!(env!("OUT_DIR"), "/languages_tables.rs"));

fn table_words() -> &'static TableWords {
    static WORDS: OnceLock<TableWords> = OnceLock::new();
    WORDS.get_or_init(|| {
        let mut words = TableWords::default();
        for source in SOURCES {
            let file: File = toml::from_str(source).expect("the built-in language files are tested");
            words.summing.learn_all(&file.subtotals, Summing::Part);
            words.summing.learn_all(&file.totals, Summing::Total);
            file.multipliers.iter().for_each(|(phrase, by)| words.multipliers.learn(phrase, *by));
            file.columns.iter().for_each(|(column, phrases)| words.columns.learn_all(phrases, *column));
            for (phrases, about) in [
                (&file.of_which, About::OfWhich),
                (&file.captions, About::Caption),
                (&file.source_lines, About::SourceLine),
                (&file.counts, About::Count),
                (&file.strangers, About::Stranger),
                (&file.unviolent, About::Unviolent),
                (&file.nobody, About::Nobody),
            ] {
                words.about.learn_all(phrases, about);
            }
        }
        words
    })
}

/// The multiplier that a header, corner or caption names, with its words.
pub(super) fn multiplier(text: &str) -> Option<(u64, Span)> {
    let cut = tokens(text);
    (0..cut.len()).find_map(|at| {
        let (length, by) = table_words().multipliers.starting(text, &cut, at)?;
        // "1.2 million" in a caption is a number of its own.
        let counted = at > 0 && cut[at - 1].text(text).ends_with(|c: char| c.is_ascii_digit());
        (!counted).then(|| (by, Span::new(cut[at].span.start, cut[at + length - 1].span.end)))
    })
}

/// Whether a header says that its numbers are sums; whatever it says of a part outweighs.
pub(crate) fn summing(header: &str) -> Option<Summing> {
    let cut = tokens(header);
    let said = (0..cut.len()).filter_map(|at| table_words().summing.starting(header, &cut, at));
    let said: Vec<(usize, Summing)> = said.collect();
    if said.iter().any(|(_, summing)| *summing == Summing::Part) || header.contains('%') {
        return Some(Summing::Part);
    }
    // "Total" or "Total killed"; a long header that has the word somewhere is a sentence.
    let first = table_words().summing.starting(header, &cut, 0);
    let last = table_words().summing.ending(header, &cut, cut.len(), 0);
    (first.is_some() || last.is_some()).then_some(Summing::Total)
}

/// Headers of more tokens than this are no names of columns.
const LONGEST_NAME: usize = 6;

/// What a column says of the counts beside it, by its header: "Date of incident", "Name of village".
pub(super) fn column(header: &str) -> Option<Column> {
    let cut = tokens(header);
    if cut.len() > LONGEST_NAME {
        return None;
    }
    let columns = &table_words().columns;
    let said = columns.starting(header, &cut, 0).or_else(|| columns.ending(header, &cut, cut.len(), 0));
    said.map(|(_, column)| column)
}

fn has(text: &str, about: About) -> bool {
    let cut = tokens(text);
    (0..cut.len()).any(|at| is_at(text, &cut, at, about).is_some())
}

fn is_at(text: &str, cut: &[Token], at: usize, about: About) -> Option<usize> {
    let (length, found) = table_words().about.starting(text, cut, at)?;
    (found == about).then_some(length)
}

/// Whether a header says that its row or column counts some of those of the one before: "of whom children".
pub(crate) fn heads_a_part(header: &str) -> bool {
    has(header, About::OfWhich)
}

/// Whether a line has a word for a table in it: "Table 3. Killed and wounded".
pub(super) fn is_caption(line: &str) -> bool {
    has(line, About::Caption)
}

/// Of a line that says who made the table, who: "Source: Kessa Observatory".
pub(super) fn source_line(line: &str) -> Option<Span> {
    let cut = tokens(line);
    let length = is_at(line, &cut, 0, About::SourceLine)?;
    let colon = cut.get(length).filter(|token| token.is(':'))?;
    let rest = &line[colon.span.end..];
    let start = line.len() - rest.trim_start().len();
    let named = rest.trim().trim_end_matches(['.', ';']);
    (!named.is_empty()).then(|| Span::new(start, start + named.len()))
}

/// Whether a header says no more than that something is counted: "Number", "Total", nothing.
pub(crate) fn counts_only(header: &str) -> bool {
    let cut = tokens(header);
    let words = || cut.iter().filter(|token| token.kind == TokenKind::Word).count();
    let count = is_at(header, &cut, 0, About::Count).is_some_and(|length| length >= words());
    words() == 0 || count || summing(header) == Some(Summing::Total)
}

/// Whether a header or caption tells of money, votes or inhabitants.
pub(crate) fn is_stranger(text: &str) -> bool {
    has(text, About::Stranger)
}

/// Whether a header or caption tells of births, illnesses and the like: its deaths are nobody's deed.
pub(crate) fn is_unviolent(text: &str) -> bool {
    has(text, About::Unviolent)
}

/// Whether a cell names nobody and nothing: "unknown", "–".
pub(crate) fn is_nobody(cell: &str) -> bool {
    let cut = tokens(cell);
    !cell.contains(char::is_alphabetic) || is_at(cell, &cut, 0, About::Nobody) == Some(cut.len())
}
