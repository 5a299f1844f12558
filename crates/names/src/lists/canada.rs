//! Canada's consolidated list of autonomous sanctions (SEMA and JVCFOA): a `record` an entry.
//!
//! An entry has no number of its own: schedule and item are its place in a regulation, and move.

use std::io::{self, Read};

use super::dates::Order;
use super::draft::Draft;
use super::each;
use super::fault::Fault;
use super::format::Publisher;
use super::input::{Element, Piece, Text};
use super::links::Links;
use super::out::Out;
use crate::history::Day;
use crate::words::country;

/// What may stand before an alias: the language that it is in.
const LANGUAGES: [&str; 8] =
    ["Belarusian", "Belarussian", "Russian", "Ukrainian", "Arabic", "Farsi", "Persian", "Burmese"];

pub(super) fn read<R: Read>(input: Text<R>, out: &mut Out<'_>) -> io::Result<()> {
    let mut links = Links::default();
    each::elements(input, &["record"], out, |piece, out| match piece {
        // The file has no date of its own. Newer ones may say it.
        Piece::Root(root) => out.list.date = Day::parse(root.attribute("date")),
        Piece::Entry(element) => entry(element, &mut links, out),
    })
}

fn entry(mut element: Element, links: &mut Links, out: &mut Out<'_>) {
    let line = element.line;
    let (programme, schedule, item) =
        (element.take_text("Country"), element.take_text("Schedule"), element.take_text("Item"));
    if programme.is_empty() && item.is_empty() {
        return out.tell(line, Fault::NoId);
    }
    let imo = element.take("ShipIMONumber");
    let body = element.take("EntityOrShip");
    let schema = match (body.is_empty(), imo.is_empty()) {
        (true, _) => "Person",
        (false, true) => "Organization",
        (false, false) => "Vessel",
    };
    let number = place_in_regulation([&programme, &schedule, &item]);
    let mut draft = Draft::new(Publisher::Canada.house(), &number, schema, Order::DayMonth, line);
    for name in &body {
        bilingual(&name.text).into_iter().for_each(|one| draft.add("name", one, name.line));
    }
    person(&mut draft, &mut element);
    imo.iter().for_each(|imo| draft.add("imoNumber", &imo.text, imo.line));
    for title in element.take("TitleOrShip") {
        let property = if schema == "Vessel" { "type" } else { "title" };
        bilingual(&title.text).into_iter().for_each(|one| draft.add(property, one, title.line));
    }
    for aliases in element.take("Aliases") {
        alias(&mut draft, &aliases.text, aliases.line);
    }
    for birth in element.take("DateOfBirthOrShipBuildDate") {
        let property = match schema {
            "Person" => "birthDate",
            "Vessel" => "buildDate",
            _ => "incorporationDate",
        };
        draft.date(property, &birth.text, birth.line);
    }
    // Whose situation the regulation is about: mostly, not always, also that of the entry. Titles of regulations are no countries.
    if let Some(code) = country(&programme) {
        draft.add("country", code, line);
    }
    draft.sanction("program", &programme, line);
    let provisions = [("Schedule", &schedule), ("Item", &item)].map(|(what, text)| match text.is_empty() {
        true => String::new(),
        false => format!("{what} {text}"),
    });
    draft.sanction("provisions", provisions.join(", ").trim_matches([',', ' ']), line);
    for listed in element.take("DateOfListing") {
        draft.sanction("listingDate", &listed.text, listed.line);
    }
    draft.note_rest(&element, &[]);
    draft.finish(links, out);
}

fn person(draft: &mut Draft, element: &mut Element) {
    let line = element.child("LastName").map_or(element.line, |name| name.line);
    let (family, given) = (element.take_text("LastName"), element.take_text("GivenName"));
    draft.add("name", &format!("{given} {family}"), line);
    if !given.is_empty() {
        draft.add("firstName", &given, line);
        draft.add("lastName", &family, line);
    }
}

/// `English name/Nom français`: two names, where each half is long enough to be one.
fn bilingual(text: &str) -> Vec<&str> {
    let halves: Vec<&str> = text.split('/').map(str::trim).collect();
    match halves.as_slice() {
        [one, other] if one.contains(' ') && other.contains(' ') => vec![one, other],
        _ => vec![text.trim()],
    }
}

/// `A, B, Russian: Б`. Alternatives within a name ("Aleksander/ Aleksandr or Alexander") stay as written.
fn alias(draft: &mut Draft, text: &str, line: u32) {
    let mut names: Vec<String> = Vec::new();
    for one in text.split([',', ';']) {
        let name = match one.split_once(':') {
            Some((language, name)) if LANGUAGES.contains(&language.trim()) => name.trim(),
            _ => one.trim(),
        };
        match names.last_mut() {
            Some(last) if is_legal_form(name) => {
                last.push_str(", ");
                last.push_str(name);
            }
            _ => names.push(name.to_owned()),
        }
    }
    names.iter().for_each(|name| draft.add("alias", name, line));
}

/// Whether what stands behind a comma is no name but the end of one: `Example Trading Co., Ltd.`
fn is_legal_form(text: &str) -> bool {
    const FORMS: [&str; 14] = [
        "ltd", "limited", "inc", "llc", "sa", "jsc", "co", "coltd", "gmbh", "plc", "corp", "pjsc", "llp",
        "fze",
    ];
    let letters: String = text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    FORMS.contains(&&*letters)
}

/// `belarus-1-part-1-3`: the English name of the regulation, schedule and item.
fn place_in_regulation([programme, schedule, item]: [&str; 3]) -> String {
    let english = programme.split('/').next().unwrap_or_default();
    let mut place = String::new();
    for c in format!("{english} {schedule} {item}").chars() {
        match c.is_alphanumeric() || c == '.' {
            true => place.extend(c.to_lowercase()),
            false if !place.is_empty() && !place.ends_with('-') => place.push('-'),
            false => {}
        }
    }
    place.trim_end_matches('-').to_owned()
}
