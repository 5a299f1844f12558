//! A party: its names in every script, what else is said of it, its papers.

use std::collections::HashMap;

use super::Shared;
use super::periods;
use crate::lists::dates::Order;
use crate::lists::draft::Draft;
use crate::lists::fault::Fault;
use crate::lists::format::Publisher;
use crate::lists::input::Element;
use crate::lists::links::Links;
use crate::lists::ofac::details::{self, Detail};
use crate::lists::ofac::{name_property, schema};
use crate::lists::out::Out;

pub(super) fn read(party: &Element, shared: &mut Shared, links: &mut Links, out: &mut Out<'_>) {
    let profile = party.child("Profile").unwrap_or(party);
    let number = match profile.attribute("ID") {
        "" => party.attribute("FixedRef"),
        id => id,
    };
    if number.is_empty() {
        return out.tell(party.line, Fault::NoId);
    }
    let kind = shared.references.kind(profile.attribute("PartySubTypeID"));
    let mut draft = Draft::new(Publisher::Ofac.house(), number, schema(kind), Order::MonthDay, party.line);
    for comment in party.all("Comment").chain(profile.all("Comment")) {
        draft.note(&comment.text, comment.line);
    }
    let mut papers = Vec::new();
    for identity in profile.all("Identity") {
        names(&mut draft, identity, shared);
        papers.extend(shared.papers.remove(identity.attribute("ID")).unwrap_or_default());
    }
    for feature in profile.all("Feature").chain(party.all("Feature")) {
        features(&mut draft, feature, shared);
    }
    papers.iter().for_each(|document| paper(&mut draft, document, shared));
    shared.parties.insert(number.to_owned());
    draft.finish(links, out);
}

/// Parts of a name by what they are, in the order of the file.
type Parts<'e> = Vec<(&'e str, &'e str)>;

fn names(draft: &mut Draft, identity: &Element, shared: &Shared) {
    let groups: HashMap<&str, &str> = identity
        .all("NamePartGroups")
        .flat_map(|groups| groups.all("MasterNamePartGroup"))
        .flat_map(|master| master.all("NamePartGroup"))
        .map(|group| {
            (group.attribute("ID"), shared.references.text("NamePartType", group.attribute("NamePartTypeID")))
        })
        .collect();
    for alias in identity.all("Alias") {
        let kind = shared.references.text("AliasType", alias.attribute("AliasTypeID"));
        let is_weak = alias.attribute("LowQuality") == "true";
        let is_main = alias.attribute("Primary") == "true" && (kind == "Name" || kind.is_empty());
        let property = if is_main { "name" } else { name_property(kind, is_weak) };
        for name in alias.all("DocumentedName") {
            let values = name.all("DocumentedNamePart").flat_map(|part| part.all("NamePartValue"));
            let parts: Parts<'_> = values
                .map(|value| {
                    (groups.get(value.attribute("NamePartGroupID")).copied().unwrap_or(""), value.text.trim())
                })
                .collect();
            draft.add(property, &said(&parts), name.line);
            if is_main && draft.is("Person") && !draft.has("lastName") {
                told_apart(draft, &parts, name.line);
            }
        }
    }
}

/// A name as people say it: given names first, but in Chinese characters as they stand and without spaces.
fn said(parts: &Parts<'_>) -> String {
    let is_han =
        |text: &str| text.chars().all(|c| matches!(c, '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}'));
    let texts = parts.iter().map(|(_, text)| *text);
    if !parts.is_empty() && texts.clone().all(is_han) {
        return texts.collect();
    }
    let is_last = |kind: &str| matches!(kind, "Last Name" | "Maiden Name" | "Matronymic");
    let (last, first): (Parts<'_>, Parts<'_>) = parts.iter().copied().partition(|(kind, _)| is_last(kind));
    first.into_iter().chain(last).map(|(_, text)| text).collect::<Vec<_>>().join(" ")
}

fn told_apart(draft: &mut Draft, parts: &Parts<'_>, line: u32) {
    for (kind, text) in parts {
        let property = match *kind {
            "First Name" => "firstName",
            "Middle Name" => "middleName",
            "Patronymic" => "fatherName",
            "Matronymic" => "motherName",
            "Last Name" => "lastName",
            _ => continue,
        };
        draft.add(property, text, line);
    }
}

/// One kind of thing that is said of a party, in as many versions as there are.
fn features(draft: &mut Draft, feature: &Element, shared: &Shared) {
    let label = shared.references.text("FeatureType", feature.attribute("FeatureTypeID"));
    let label = if label.is_empty() { "Feature" } else { label };
    let versions: Vec<&Element> = feature.all("FeatureVersion").collect();
    let versions = if versions.is_empty() { vec![feature] } else { versions };
    for version in versions {
        let line = version.line;
        for location in version.all("VersionLocation") {
            match shared.locations.get(location.attribute("LocationID")) {
                Some(place) => located(draft, label, place, shared, line),
                None => {
                    let id = location.attribute("LocationID").to_owned();
                    draft.tell(line, Fault::Dangling { what: "the location", id });
                }
            }
        }
        let period = version.all("DatePeriod").map(periods::period);
        let detail = version.all("VersionDetail").map(|detail| match detail.text.trim() {
            "" => shared.references.text("DetailReference", detail.attribute("DetailReferenceID")).to_owned(),
            text => text.to_owned(),
        });
        for text in period.chain(detail).filter(|text| !text.is_empty()) {
            let text = format!("{label} {text}");
            if !details::add(draft, &Detail { text: &text, line, ..Detail::default() }) {
                draft.note(&text, line);
            }
        }
        for comment in version.all("Comment") {
            draft.note_of(label, &comment.text, comment.line);
        }
    }
}

/// A place: where the party is, or the country of its nationality, its flag.
fn located(draft: &mut Draft, label: &str, place: &Element, shared: &Shared, line: u32) {
    let (said, country) = address(place, shared);
    if label == "Location" {
        let name = place
            .child("LocationCountry")
            .map_or("", |land| shared.references.country_name(land.attribute("CountryID")));
        let parts = [&*said, name].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
        draft.add("address", if said.is_empty() { "" } else { &parts }, line);
        return draft.country("country", country, line);
    }
    let text = format!("{label} {}", if country.is_empty() { &said } else { country });
    if !details::add(draft, &Detail { text: &text, line, ..Detail::default() }) {
        draft.note(&text, line);
    }
}

/// An address in one line, empty where there is nothing but a country; and the country.
fn address<'e>(place: &'e Element, shared: &'e Shared) -> (String, &'e str) {
    let mut parts: Vec<(&str, &str)> = Vec::new();
    for part in place.all("LocationPart") {
        let kind = shared.references.text("LocPartType", part.attribute("LocPartTypeID"));
        let values: Vec<&Element> = part.all("LocationPartValue").collect();
        let main = values.iter().find(|value| value.attribute("Primary") == "true").or(values.first());
        parts.extend(main.map(|value| (kind, value.child_text("Value"))));
    }
    let order = ["ADDRESS1", "ADDRESS2", "ADDRESS3", "CITY", "STATE/PROVINCE", "POSTAL CODE", "REGION"];
    parts.sort_by_key(|(kind, _)| order.iter().position(|known| known == kind).unwrap_or(order.len()));
    let coded =
        place.all("LocationCountry").map(|land| shared.references.country(land.attribute("CountryID")));
    let area = place.all("LocationAreaCode").map(|area| shared.references.area(area.attribute("AreaCodeID")));
    let found = coded.chain(area).find(|country| !country.is_empty());
    // "Unknown" is what the file calls a place that is but a name, mostly that of a country.
    let named = parts.iter().find(|(kind, text)| *kind == "Unknown" && crate::words::country(text).is_some());
    let country = found.or(named.map(|(_, text)| *text)).unwrap_or_default();
    let said: Vec<&str> =
        parts.iter().map(|(_, text)| *text).filter(|text| !text.is_empty() && *text != country).collect();
    (said.join(", "), country)
}

fn paper(draft: &mut Draft, document: &Element, shared: &Shared) {
    let dates = |kind: &str| {
        let of = |date: &&Element| {
            shared.references.text("IDRegDocDateType", date.attribute("IDRegDocDateTypeID")) == kind
        };
        let found = document.all("DocumentDate").find(of);
        found.and_then(|date| date.child("DatePeriod")).map(periods::period).unwrap_or_default()
    };
    let country = document.child("IssuedBy").map_or("", |issuer| issuer.attribute("CountryID"));
    let country = if country.is_empty() { document.attribute("IssuedBy-CountryID") } else { country };
    let detail = Detail {
        text: document.child_text("IDRegistrationNo"),
        country: shared.references.country(country),
        issued: &dates("Issue Date"),
        expires: &dates("Expiration Date"),
        line: document.line,
    };
    let kind = shared.references.text("IDRegDocType", document.attribute("IDRegDocTypeID"));
    details::add_typed(draft, if kind.is_empty() { "ID" } else { kind }, &detail);
    for name in ["Comment", "IssuingAuthority"] {
        draft.note_of(kind, document.child_text(name), document.line);
    }
}
