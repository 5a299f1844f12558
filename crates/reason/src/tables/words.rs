//! What headers and captions say of numbers: `languages/tables/*.toml`.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Deserialize;

use crate::document::Span;
use crate::text::{PhraseTable, tokens};

/// What a header says of its row or column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Summing {
    /// The sum of the others.
    Total,
    /// Of some of them, a share or an average.
    Part,
}

#[derive(Debug, Default)]
struct TableWords {
    multipliers: PhraseTable<u64>,
    summing: PhraseTable<Summing>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(rename = "code")]
    _code: String,
    totals: Vec<String>,
    subtotals: Vec<String>,
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
