//! The values that numbers in the file stand for.

use std::collections::HashMap;

use crate::lists::input::Element;

/// Values by set and number.
#[derive(Debug, Default)]
pub(super) struct References {
    sets: HashMap<String, HashMap<String, Element>>,
}

/// What the numbers have always been, for files whose reference values are cut out or broken (OFAC's "Advanced Sanctions Data Model").
const ALWAYS: [(&str, &str, &str); 12] = [
    ("AliasType", "1400", "A.K.A."),
    ("AliasType", "1401", "F.K.A."),
    ("AliasType", "1402", "N.K.A."),
    ("AliasType", "1403", "Name"),
    ("PartySubType", "1", "Vessel"),
    ("PartySubType", "2", "Aircraft"),
    ("PartySubType", "3", "Entity"),
    ("PartySubType", "4", "Individual"),
    ("FeatureType", "8", "Birthdate"),
    ("FeatureType", "25", "Location"),
    ("IDRegDocType", "1571", "Passport"),
    ("SanctionsType", "1", "Program"),
];

impl References {
    pub(super) fn of(sets: &Element) -> Self {
        let mut read = Self::default();
        for value in sets.children.iter().flat_map(|set| &set.children) {
            let set = read.sets.entry(value.name.clone()).or_default();
            set.insert(value.attribute("ID").to_owned(), value.clone());
        }
        read
    }

    fn find(&self, set: &str, id: &str) -> Option<&Element> {
        self.sets.get(set)?.get(id)
    }

    /// The text of a value; empty where there is none.
    pub(super) fn text(&self, set: &str, id: &str) -> &str {
        match self.find(set, id) {
            Some(value) => value.text.trim(),
            None => ALWAYS
                .iter()
                .find(|(of, number, _)| (*of, *number) == (set, id))
                .map_or("", |(.., text)| text),
        }
    }

    /// What a party is: `Individual`, `Entity`, `Vessel`, `Aircraft`.
    pub(super) fn kind(&self, sub_type: &str) -> &str {
        match self.text("PartySubType", sub_type) {
            "Unknown" => {
                let kind =
                    self.find("PartySubType", sub_type).map_or("", |value| value.attribute("PartyTypeID"));
                self.text("PartyType", kind)
            }
            known => known,
        }
    }

    /// A country by its code, else by its name.
    pub(super) fn country(&self, id: &str) -> &str {
        self.find("Country", id).map_or("", |country| match country.attribute("ISO2") {
            "" => country.text.trim(),
            code => code,
        })
    }

    /// A country by its name.
    pub(super) fn country_name(&self, id: &str) -> &str {
        self.text("Country", id)
    }

    /// The country of an area.
    pub(super) fn area(&self, id: &str) -> &str {
        let Some(area) = self.find("AreaCode", id) else { return "" };
        match self.country(area.attribute("CountryID")) {
            "" => area.attribute("Description"),
            known => known,
        }
    }
}
