//! Names in SECO's list: parts in an order of their own, each with its spellings in other scripts.

use crate::lists::draft::Draft;
use crate::lists::input::Element;

/// Adds a name: whole, and of a person in the parts that the file tells apart.
pub(super) fn name(draft: &mut Draft, element: &Element, is_main: bool) {
    let kind = element.attribute("name-type");
    let property = match (element.attribute("quality"), kind) {
        ("low", _) => "weakAlias",
        (_, "formerly-known-as") => "previousName",
        (_, "primary-name" | "") if is_main => "name",
        _ => "alias",
    };
    let mut parts: Vec<&Element> = element.all("name-part").collect();
    parts.sort_by_key(|part| part.attribute("order").parse::<u32>().unwrap_or(u32::MAX));
    // Family names come first in the file and last when said.
    parts.sort_by_key(|part| part.attribute("name-part-type") == "family-name");
    let said = |part: &Element| match part.child("value") {
        Some(value) => value.text.trim().to_owned(),
        None => part.text.trim().to_owned(),
    };
    let (titles, parts): (Vec<&Element>, Vec<&Element>) =
        parts.into_iter().partition(|part| matches!(part.attribute("name-part-type"), "title" | "suffix"));
    let whole: Vec<String> = parts.iter().map(|part| said(part)).collect();
    draft.add(property, &whole.join(" "), element.line);
    titles.iter().for_each(|title| draft.add("title", &said(title), title.line));
    for part in &parts {
        let of = match part.attribute("name-part-type") {
            "given-name" | "further-given-name" => "firstName",
            "family-name" => "lastName",
            "father-name" => "fatherName",
            _ => continue,
        };
        if property == "name" && draft.is("Person") {
            draft.add(of, &said(part), part.line);
        }
    }
    variants(draft, &parts, property, element.line);
}

/// Other spellings of the parts of a name: each script has a whole name of its own, as far as it spells the parts.
fn variants(draft: &mut Draft, parts: &[&Element], property: &str, line: u32) {
    let mut scripts: Vec<(&str, &str)> = Vec::new();
    for variant in parts.iter().flat_map(|part| part.all("spelling-variant")) {
        let script = (variant.attribute("lang"), variant.attribute("script"));
        if !scripts.contains(&script) {
            scripts.push(script);
        }
    }
    let property = if property == "name" { "alias" } else { property };
    for (lang, script) in scripts {
        let of = |part: &&Element| {
            let is_it = |one: &&Element| one.attribute("lang") == lang && one.attribute("script") == script;
            part.all("spelling-variant").find(is_it).map(|one| one.text.trim().to_owned())
        };
        let spelled: Vec<Option<String>> = parts.iter().map(of).collect();
        // What a variant in the same script leaves out is spelled as in the name itself.
        let own = |at: usize| parts[at].child("value").map_or("", |value| value.text.trim()).to_owned();
        let whole: Vec<String> = (0..parts.len())
            .filter_map(|at| spelled[at].clone().or_else(|| (script == "LATN").then(|| own(at))))
            .collect();
        draft.add(property, &whole.join(" "), line);
    }
}
