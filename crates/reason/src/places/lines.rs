//! Reads one line of a table of places.

use super::gazetteer::{FeatureClass, PlaceRecord};

/// Names that a line of a GeoNames dump gives beyond its own: those of more letters than this are kept, for shorter ones are
/// codes of airports and the like.
const SHORTEST_OTHER_NAME: usize = 4;

/// A record and its further names; `None` where the line is of neither table.
pub(super) fn read(line: &str) -> Option<(PlaceRecord, Vec<&str>)> {
    let columns: Vec<&str> = line.split('\t').collect();
    match columns[..] {
        [country, name, others, admin1, class, lat, lon, population, id] => {
            let id = if id.bytes().all(|byte| byte.is_ascii_digit()) {
                format!("geonames:{id}")
            } else {
                id.to_owned()
            };
            let record = PlaceRecord {
                id: id.into(),
                name: name.into(),
                country: country.into(),
                admin1: admin1.into(),
                class: named_class(class)?,
                position: lat.parse().ok().zip(lon.parse().ok()),
                population: population.parse().unwrap_or(0),
            };
            Some((record, others.split(';').filter(|other| !other.is_empty()).collect()))
        }
        [id, name, ascii, others, lat, lon, class, code, country, _, admin1, _, _, _, population, ..]
            if columns.len() == 19 =>
        {
            let record = PlaceRecord {
                id: format!("geonames:{id}").into(),
                name: name.into(),
                country: country.into(),
                admin1: admin1.into(),
                class: geonames_class(class, code)?,
                position: lat.parse().ok().zip(lon.parse().ok()),
                population: population.parse().unwrap_or(0),
            };
            let others = others.split(',').filter(|other| other.chars().count() >= SHORTEST_OTHER_NAME);
            Some((record, std::iter::once(ascii).chain(others).collect()))
        }
        _ => None,
    }
}

pub(super) fn named_class(word: &str) -> Option<FeatureClass> {
    Some(match word {
        "country" => FeatureClass::Country,
        "capital" => FeatureClass::Capital,
        "town" => FeatureClass::Town,
        "region" => FeatureClass::Region,
        "area" => FeatureClass::Area,
        "site" => FeatureClass::Site,
        _ => return None,
    })
}

/// GeoNames has nine classes: <https://www.geonames.org/export/codes.html>.
fn geonames_class(class: &str, code: &str) -> Option<FeatureClass> {
    Some(match (class, code) {
        ("A", code) if code.starts_with("PCL") => FeatureClass::Country,
        ("P", "PPLC") => FeatureClass::Capital,
        ("A", _) => FeatureClass::Region,
        ("P", _) => FeatureClass::Town,
        ("S" | "R", _) => FeatureClass::Site,
        ("H" | "L" | "T" | "U" | "V", _) => FeatureClass::Area,
        _ => return None,
    })
}
