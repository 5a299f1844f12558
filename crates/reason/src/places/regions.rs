//! The program's own list of first-level regions and smaller towns, which stand in no list of large towns.

use super::gazetteer::FeatureClass;
use super::lines::named_class;

/// Names of one class in one country.
pub(super) struct Named<'a> {
    pub country: &'a str,
    pub class: FeatureClass,
    /// What a region is called: "Province", "région".
    pub nouns: Vec<&'a str>,
    names: &'a str,
}

/// A name, and its other names.
pub(super) struct Name<'a> {
    pub forms: Vec<&'a str>,
    /// It is known by its full name only, "Kessa Region".
    pub full_only: bool,
}

impl<'a> Named<'a> {
    pub(super) fn all(&self) -> impl Iterator<Item = Name<'a>> + use<'a> {
        self.names.split(';').map(|name| {
            let forms = name.trim_start_matches('*').split('/').collect();
            Name { forms, full_only: name.starts_with('*') }
        })
    }

    /// "Kessa Province", "Province of Kessa", "province du Kessa".
    pub(super) fn full_names(&self, form: &str) -> Vec<String> {
        let mut all = Vec::new();
        for noun in &self.nouns {
            all.push(format!("{form} {noun}"));
            // Folding takes the apostrophe for a space.
            all.extend(["of", "de", "du", "d", "de la"].map(|of| format!("{noun} {of} {form}")));
        }
        all
    }
}

/// Reads one line: country, class, nouns, names.
pub(super) fn read(line: &str) -> Option<Named<'_>> {
    let [country, class, nouns, names] = line.split('\t').collect::<Vec<_>>()[..] else { return None };
    let nouns = nouns.split(';').filter(|noun| !noun.is_empty()).collect();
    Some(Named { country, class: named_class(class)?, nouns, names })
}
