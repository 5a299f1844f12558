//! A comparison in yente's words: what each feature adds, and what was compared.

use std::collections::BTreeMap;

use names::matching::{Comparison, Part, PartKind};

use crate::serve::shapes::matches::{Feature, FeatureDoc};

/// What a comparison looks at: the feature's name in answers and weights, and what it is about.
pub const FEATURES: [(PartKind, &str, &str); 17] = [
    (PartKind::Name, "name", "A word of a name of which nobody said what it is"),
    (PartKind::GivenName, "given_name", "A given name"),
    (PartKind::FamilyName, "family_name", "A family name"),
    (
        PartKind::Patronymic,
        "patronymic",
        "A name made of the father's; one that is left out contradicts nothing",
    ),
    (PartKind::Particle, "particle", "A small word within a name"),
    (PartKind::Title, "title", "A title, honorific or rank"),
    (PartKind::Generation, "generation", "Jr., the elder"),
    (PartKind::LegalForm, "legal_form", "A legal form, across languages"),
    (PartKind::OrgWord, "org_word", "A word of organisations, across languages"),
    (PartKind::Number, "number", "A number within a name"),
    (PartKind::Order, "order", "The order of the words"),
    (PartKind::Alias, "alias", "How the name is borne: a weak alias stays weak"),
    (PartKind::Kind, "kind", "What the parties are: a person is no company"),
    (PartKind::Birth, "birth", "The day of birth, founding or building"),
    (PartKind::Country, "country", "A country"),
    (PartKind::Gender, "gender", "A gender"),
    (PartKind::Identifier, "identifier", "A number or code that was given to one party only"),
];

/// What each feature's points count for; what is not named counts once.
pub type Weights = BTreeMap<String, f64>;

/// The name of a feature.
pub fn name(kind: PartKind) -> &'static str {
    FEATURES.iter().find(|(known, ..)| *known == kind).map_or("other", |(_, name, _)| name)
}

/// Whether there is a feature of that name.
pub fn is_known(feature: &str) -> bool {
    FEATURES.iter().any(|(_, name, _)| *name == feature)
}

/// What the features are about.
pub fn documented(documentation: &str) -> BTreeMap<&'static str, FeatureDoc> {
    let doc = |description| FeatureDoc { description, coefficient: 1.0, url: documentation.to_owned() };
    FEATURES.iter().map(|(_, name, what)| (*name, doc(what))).collect()
}

/// The score with weights: the sum of the points, each as often as its feature counts, kept between 0 and 1.
pub fn score(comparison: &Comparison, weights: &Weights) -> f64 {
    if weights.is_empty() {
        return comparison.score;
    }
    comparison.parts.iter().map(|part| weighted(part, weights)).sum::<f64>().clamp(0.0, 1.0)
}

fn weighted(part: &Part, weights: &Weights) -> f64 {
    part.points * weights.get(name(part.what)).copied().unwrap_or(1.0)
}

/// What each feature adds to the score or takes from it.
pub fn points(comparison: &Comparison, weights: &Weights) -> BTreeMap<&'static str, f64> {
    let mut points = BTreeMap::new();
    for part in &comparison.parts {
        *points.entry(name(part.what)).or_insert(0.0) += weighted(part, weights);
    }
    points.values_mut().for_each(|points| *points = rounded(*points));
    points
}

/// What was compared, by feature.
pub fn explanations(comparison: &Comparison, weights: &Weights) -> BTreeMap<&'static str, Feature> {
    let mut explained: BTreeMap<&'static str, Vec<&Part>> = BTreeMap::new();
    for part in &comparison.parts {
        explained.entry(name(part.what)).or_default().push(part);
    }
    explained.into_iter().map(|(name, parts)| (name, feature(&parts, weights))).collect()
}

fn feature(parts: &[&Part], weights: &Weights) -> Feature {
    let joined = |side: fn(&Part) -> &String| {
        let values: Vec<&str> =
            parts.iter().map(|part| side(part).as_str()).filter(|text| !text.is_empty()).collect();
        (!values.is_empty()).then(|| values.join(" "))
    };
    let details: Vec<String> = parts.iter().map(|part| detail(part)).collect();
    Feature {
        score: rounded(parts.iter().map(|part| weighted(part, weights)).sum()),
        detail: details.join("; "),
        query: joined(|part| &part.one),
        candidate: joined(|part| &part.other),
    }
}

/// `PUTIN, Poutine: another spelling of the same sound (+0.42)`.
fn detail(part: &Part) -> String {
    let sides: Vec<&str> = [&*part.one, &*part.other].into_iter().filter(|text| !text.is_empty()).collect();
    let how = part.how;
    match sides.is_empty() {
        true => format!("{how} ({:+.2})", part.points),
        false => format!("{}: {how} ({:+.2})", sides.join(", "), part.points),
    }
}

/// To the ten-thousandth: what is beyond is noise of the sum.
pub fn rounded(points: f64) -> f64 {
    (points * 10_000.0).round() / 10_000.0
}
