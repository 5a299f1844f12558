//! What OFAC says of an entry beyond its name (`data/ofac_details.tsv`).

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::lists::draft::{Draft, Paper};
use crate::words::country;

/// Words of a number: what has more is a sentence that mentions one.
const LONGEST_NUMBER: usize = 4;

/// What a label says of what stands behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum What {
    Value,
    Date,
    Country,
    Paper,
    Name,
    Place,
    Tie,
    Wallet,
    Gender,
    Sanction,
    Note,
}

#[derive(Debug, Clone, Copy)]
struct Label {
    text: &'static str,
    what: What,
    property: &'static str,
}

/// One thing that is said of an entry.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Detail<'t> {
    /// The label and what stands behind it.
    pub text: &'t str,
    pub country: &'t str,
    pub issued: &'t str,
    pub expires: &'t str,
    pub line: u32,
}

/// Adds a detail to an entry; `false` where its label is not known, and then nothing was added.
pub(super) fn add(draft: &mut Draft, detail: &Detail<'_>) -> bool {
    let whole = detail.text.trim();
    let (text, is_alternative) = match whole.strip_prefix("alt. ") {
        Some(rest) => (rest.trim_start(), true),
        None => (whole, false),
    };
    let Some((label, rest)) = label(text) else { return false };
    let line = detail.line;
    let value = rest.trim_start_matches([':', '#', ' ']).trim_end();
    match label.what {
        What::Note => draft.note(whole, line),
        _ if value.is_empty() => draft.note(whole, line),
        What::Value => draft.add(label.property, value, line),
        What::Date => draft.date(label.property, value, line),
        What::Country => draft.country(label.property, value, line),
        What::Gender => gender(draft, value, line),
        What::Place => place(draft, value, line),
        What::Paper => {
            let paper = Paper {
                property: label.property,
                kind: label.text,
                number: value,
                country: detail.country,
                issued: detail.issued,
                expires: detail.expires,
                remark: if is_alternative { "alt." } else { "" },
            };
            draft.paper(&paper, line);
        }
        What::Name => name(draft, label.property, value, whole, line),
        What::Tie => draft.tie(label.text.trim_end_matches(':'), value, line),
        What::Wallet => match value.split_once(' ') {
            Some((currency, key)) => draft.wallet(currency, key, line),
            None => draft.note(whole, line),
        },
        What::Sanction => {
            // Of which order or directive stands in the label: (EO 14024 Directive 2): 24 Feb 2022.
            if let Some((_, day)) = value.rsplit_once(')') {
                draft.sanction(label.property, day.trim_start_matches([':', ' ']), line);
            }
            draft.note(whole, line);
        }
    }
    true
}

/// Adds what the XML has as a type and a number; of an unknown type it is a paper, or a note where there is no number in it.
pub(super) fn add_typed(draft: &mut Draft, kind: &str, detail: &Detail<'_>) {
    let text = format!("{kind} {}", detail.text);
    if add(draft, &Detail { text: &text, ..*detail }) {
        return;
    }
    let is_number = detail.text.contains(|c: char| c.is_ascii_digit())
        && detail.text.split(' ').count() <= LONGEST_NUMBER;
    if !is_number {
        let country =
            if detail.country.is_empty() { String::new() } else { format!(" ({})", detail.country) };
        return draft.note(&format!("{}{country}", text.trim()), detail.line);
    }
    let Detail { text: number, country, issued, expires, line } = *detail;
    draft.paper(&Paper { property: "idNumber", kind, number, country, issued, expires, remark: "" }, line);
}

/// Whether the number, its country and its days stand in one text behind a label.
pub(super) fn is_paper(text: &str) -> bool {
    let text = text.strip_prefix("alt. ").unwrap_or(text);
    label(text).is_some_and(|(label, _)| label.what == What::Paper)
}

fn gender(draft: &mut Draft, value: &str, line: u32) {
    match value.to_lowercase().as_str() {
        known @ ("male" | "female") => draft.add("gender", known, line),
        _ => draft.note_of("Gender", value, line),
    }
}

/// A place of birth; its country where the last part is one.
fn place(draft: &mut Draft, value: &str, line: u32) {
    draft.add("birthPlace", value, line);
    let last = value.rsplit(',').next().unwrap_or(value);
    if let Some(code) = country(value).or_else(|| country(last)) {
        draft.add("birthCountry", code, line);
    }
}

/// A name in quotation marks; what stands behind them is kept word for word.
fn name(draft: &mut Draft, property: &str, value: &str, whole: &str, line: u32) {
    let inner = value.strip_prefix(['\'', '"', '‘']).and_then(|rest| rest.rsplit_once(['\'', '"', '’']));
    match inner {
        Some((name, behind)) if !name.is_empty() => {
            draft.add(property, name, line);
            if !behind.trim_matches(['.', ')', ' ']).is_empty() {
                draft.note(whole, line);
            }
        }
        _ => draft.add(property, value, line),
    }
}

/// The longest label that a text begins with, and what stands behind it.
fn label(text: &str) -> Option<(Label, &str)> {
    let first = first_word(text)?;
    let candidates = table().get(&first)?;
    candidates.iter().find_map(|label| {
        let (start, rest) = text.split_at_checked(label.text.len())?;
        let ends =
            label.text.ends_with(['(', ':', '-', '#']) || !rest.starts_with(|c: char| c.is_alphanumeric());
        (ends && start.eq_ignore_ascii_case(label.text)).then_some(())?;
        let rest = if label.what == What::Sanction { &text[label.text.len() - 1..] } else { rest };
        Some((*label, rest))
    })
}

fn first_word(text: &str) -> Option<String> {
    text.split([' ', ':']).next().filter(|word| !word.is_empty()).map(str::to_ascii_lowercase)
}

/// Labels by their first word, the longest first.
fn table() -> &'static HashMap<String, Vec<Label>> {
    static TABLE: OnceLock<HashMap<String, Vec<Label>>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table: HashMap<String, Vec<Label>> = HashMap::new();
        let lines = include_str!("../../../data/ofac_details.tsv").lines();
        for label in lines.filter(|line| !line.starts_with('#')).filter_map(entry) {
            table.entry(first_word(label.text).unwrap_or_default()).or_default().push(label);
        }
        table.values_mut().for_each(|labels| labels.sort_by_key(|label| std::cmp::Reverse(label.text.len())));
        table
    })
}

fn entry(line: &'static str) -> Option<Label> {
    let mut columns = line.split('\t');
    let (text, what, property) = (columns.next()?, columns.next()?, columns.next()?);
    let what = match what {
        "value" => What::Value,
        "date" => What::Date,
        "country" => What::Country,
        "paper" => What::Paper,
        "name" => What::Name,
        "place" => What::Place,
        "tie" => What::Tie,
        "wallet" => What::Wallet,
        "gender" => What::Gender,
        "sanction" => What::Sanction,
        "note" => What::Note,
        _ => return None,
    };
    Some(Label { text, what, property })
}
