//! The United Kingdom's lists: OFSI's ConList.csv, and the UK sanctions list of the Foreign Office as a table and as XML. Days stand before months.

pub(super) mod con_list;
pub(super) mod table;
pub(super) mod xml;

use super::draft::{Draft, Paper};
use super::papers;
use crate::words::country;

fn schema(kind: &str) -> &'static str {
    match kind.trim().to_lowercase().as_str() {
        "individual" => "Person",
        "ship" => "Vessel",
        _ => "Organization",
    }
}

/// A name of several parts: `name6` is the family name or the whole name of a body.
struct Name<'t> {
    /// Name 1 to Name 5, then Name 6.
    parts: [&'t str; 6],
    /// `Primary Name`, `Primary Name Variation`, `Alias`, `AKA`, `FKA`.
    kind: &'t str,
    /// `Good quality`, `Low quality`.
    quality: &'t str,
}

impl Name<'_> {
    fn add(&self, draft: &mut Draft, line: u32) {
        let kind = self.kind.to_lowercase();
        let is_main = kind.starts_with("primary name") && !kind.contains("variation") || kind.is_empty();
        let property = if self.quality.to_lowercase().contains("low") {
            "weakAlias"
        } else if is_main {
            "name"
        } else if kind.contains("fka") || kind.contains("formerly") || kind.contains("previous") {
            "previousName"
        } else {
            "alias"
        };
        let first = is_main && !draft.has("name");
        draft.add(property, &self.parts.join(" "), line);
        if first && draft.is("Person") {
            for (part, property) in self.parts.into_iter().zip([
                "firstName",
                "middleName",
                "middleName",
                "middleName",
                "middleName",
                "lastName",
            ]) {
                draft.add(property, part, line);
            }
        }
    }
}

/// Cuts `(1) Syria (2) Lebanon`; a text without numbers is one.
fn numbered(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let Some(mut rest) = text.trim().strip_prefix("(1)") else { return vec![text.trim()] };
    for number in 2.. {
        let mark = format!("({number})");
        match rest.split_once(&*mark) {
            Some((part, behind)) => {
                parts.push(part.trim());
                rest = behind;
            }
            None => break,
        }
    }
    parts.push(rest.trim());
    parts.retain(|part| !part.is_empty());
    parts
}

/// An address of up to six lines.
fn address(draft: &mut Draft, lines: &[&str], code: &str, country: &str, line: u32) {
    let said: Vec<&str> =
        lines.iter().copied().chain([code, country]).map(str::trim).filter(|part| !part.is_empty()).collect();
    if said.len() > usize::from(!country.trim().is_empty()) {
        draft.add("address", &said.join(", "), line);
    }
    draft.country("country", country, line);
}

fn birth_place(draft: &mut Draft, town: &str, land: &str, line: u32) {
    let said: Vec<&str> = [town, land].into_iter().map(str::trim).filter(|part| !part.is_empty()).collect();
    draft.add("birthPlace", &said.join(", "), line);
    if let Some(code) = country(land) {
        draft.add("birthCountry", code, line);
    }
}

/// A number with what is said of it; its country where that is one.
fn paper(draft: &mut Draft, kind: &str, number: &str, remark: &str, line: u32) {
    let paper = Paper { property: papers::property(kind), kind, number, remark, ..Paper::default() };
    draft.paper(&paper, line);
}

/// Numbers and what is said of each, both numbered lists of one length or not numbered at all.
fn papers_of(draft: &mut Draft, kind: &str, numbers: &str, remarks: &str, line: u32) {
    if numbers.trim().is_empty() {
        return draft.note_of(kind, remarks, line);
    }
    let (numbers, said) = (numbered(numbers), numbered(remarks));
    let paired = numbers.len() == said.len();
    for (at, number) in numbers.iter().enumerate() {
        paper(draft, kind, number, if paired { said[at] } else { "" }, line);
    }
    if !paired {
        draft.note_of(kind, remarks, line);
    }
}
