//! Facets of a search: how often each value of a few properties is found.

use std::collections::{BTreeMap, HashSet};

use names::index::Entry;

use super::Call;
use crate::serve::http::Refusal;
use crate::serve::lists::{COUNTRIES, Lists};
use crate::serve::shapes::search::{Facet, FacetValue};

/// Values of a facet at most, as in yente.
const MOST_VALUES: usize = 300;

/// What a facet counts: its name, what to call it, the properties that it takes together.
const FACETS: [(&str, &str, &[&str]); 6] = [
    ("countries", "Countries", &COUNTRIES),
    ("topics", "Topics", &["topics"]),
    ("datasets", "Data sources", &[]),
    ("schema", "Entity types", &[]),
    ("genders", "Genders", &["gender"]),
    ("identifiers", "Identifiers", &IDENTIFIERS),
];

/// Properties that hold numbers and codes.
pub const IDENTIFIERS: [&str; 12] = [
    "passportNumber",
    "idNumber",
    "taxNumber",
    "registrationNumber",
    "imoNumber",
    "mmsi",
    "callSign",
    "serialNumber",
    "leiCode",
    "innCode",
    "ogrnCode",
    "swiftBic",
];

/// The names of the facets.
pub const NAMES: [&str; 6] = ["countries", "topics", "datasets", "schema", "genders", "identifiers"];

/// Those that are counted where the request says nothing, as in yente.
const USUAL: [&str; 3] = ["countries", "topics", "datasets"];

/// The facets that a request asks for.
///
/// # Errors
/// When it asks for one that there is not.
pub fn asked(call: &Call<'_>) -> Result<Vec<String>, Refusal> {
    let asked = call.texts("facets");
    match asked.iter().find(|name| !NAMES.contains(&name.as_str())) {
        Some(_) => Err(call.invalid("facets", format!("should be one of {}", NAMES.join(", ")))),
        None if asked.is_empty() => Ok(USUAL.map(str::to_owned).to_vec()),
        None => Ok(asked),
    }
}

/// Counts the values of facets over entries.
pub fn counted(lists: &Lists, found: &[Entry<'_>], facets: &[String]) -> BTreeMap<&'static str, Facet> {
    let asked: Vec<_> = FACETS.iter().filter(|(name, ..)| facets.iter().any(|facet| facet == name)).collect();
    let mut counts: BTreeMap<&'static str, BTreeMap<String, usize>> =
        asked.iter().map(|(name, ..)| (*name, BTreeMap::new())).collect();
    for entry in found {
        let Some(record) = entry.record() else { continue };
        for (name, _, properties) in &asked {
            let values: HashSet<String> = match *name {
                "schema" => [record.schema.clone()].into(),
                "datasets" => {
                    let list = lists.of(*entry).map(|list| list.name.clone());
                    list.into_iter().chain(record.datasets.iter().cloned()).collect()
                }
                _ => properties
                    .iter()
                    .flat_map(|property| record.values(property))
                    .map(|value| value.text.clone())
                    .collect(),
            };
            let counts = counts.entry(name).or_default();
            values.into_iter().for_each(|value| *counts.entry(value).or_default() += 1);
        }
    }
    asked
        .iter()
        .map(|(name, label, _)| {
            (*name, Facet { label, values: ranked(counts.remove(name).unwrap_or_default()) })
        })
        .collect()
}

fn ranked(counts: BTreeMap<String, usize>) -> Vec<FacetValue> {
    let value = |(name, count): (String, usize)| FacetValue { label: name.clone(), name, count };
    let mut values: Vec<FacetValue> = counts.into_iter().map(value).collect();
    values.sort_by_key(|value| std::cmp::Reverse(value.count));
    values.truncate(MOST_VALUES);
    values
}
