//! Lists of the Office of Foreign Assets Control, in its three formats. An entry has the same id in each.

pub(super) mod advanced;
mod companions;
pub(super) mod csv;
mod details;
mod remarks;
pub(super) mod xml;

pub(in crate::lists) use companions::part;
pub use companions::{Companions, Taken};

use crate::lists::draft::Draft;

/// Adds a programme: its code to the party, where it is read without looking further, and to what is said of the sanction.
fn programme(draft: &mut Draft, code: &str, line: u32) {
    draft.add("programId", code, line);
    draft.sanction("program", code, line);
}

/// A person's name as OFAC writes it, family name first, as people say it; with both parts. `None` where it is not of two parts.
fn person(name: &str) -> Option<(String, &str, &str)> {
    let (family, given) = name.split_once(',')?;
    let (family, given) = (family.trim(), given.trim());
    let is_whole = !family.is_empty() && !given.is_empty() && !given.contains(',');
    is_whole.then(|| (format!("{given} {family}"), family, given))
}

/// The schema of a type as OFAC writes it, in any of its formats.
fn schema(kind: &str) -> &'static str {
    match kind.trim().to_lowercase().as_str() {
        "individual" => "Person",
        "vessel" => "Vessel",
        "aircraft" => "Airplane",
        // The CSV writes nothing, the XML "Entity". That it is a company OFAC does not say.
        _ => "Organization",
    }
}

/// The property that a name is of, by the kind of name and its quality.
fn name_property(kind: &str, is_weak: bool) -> &'static str {
    let former = ["f.k.a.", "fka"].contains(&kind.trim().to_lowercase().as_str());
    match (former, is_weak) {
        (_, true) => "weakAlias",
        (true, false) => "previousName",
        (false, false) => "alias",
    }
}
