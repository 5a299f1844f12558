//! OFSI's ConList.csv: a first line with the day, then several rows an entry, each with one of its names and addresses.

use std::io::{self, Read};

use super::{Name, address, birth_place, numbered, papers_of};
use crate::lists::dates::Order;
use crate::lists::draft::Draft;
use crate::lists::format::Publisher;
use crate::lists::groups::Groups;
use crate::lists::input::{Header, Row, Text};
use crate::lists::out::Out;

pub(in crate::lists) fn read<R: Read>(input: Text<R>, out: &mut Out<'_>) -> io::Result<()> {
    super::table::rows(input, out, "Group ID", take)
}

fn take(header: &Header, row: &Row, groups: &mut Groups, out: &mut Out<'_>) {
    let (get, line) = (|name: &str| header.get(row, name), row.line);
    let number = get("Group ID");
    let house = Publisher::Uk.house();
    let draft = groups.entry(number, out, || {
        Draft::new(house, number, super::schema(get("Group Type")), Order::DayMonth, line)
    });
    let parts = ["Name 1", "Name 2", "Name 3", "Name 4", "Name 5", "Name 6"].map(get);
    Name { parts, kind: get("Alias Type"), quality: get("Alias Quality") }.add(draft, line);
    draft.add("name", get("Name Non-Latin Script"), line);
    draft.add("title", get("Title"), line);
    numbered(get("DOB")).into_iter().for_each(|date| draft.date("birthDate", date, line));
    let (towns, lands) = (numbered(get("Town of Birth")), numbered(get("Country of Birth")));
    for at in 0..towns.len().max(lands.len()) {
        birth_place(draft, towns.get(at).unwrap_or(&""), lands.get(at).unwrap_or(&""), line);
    }
    numbered(get("Nationality")).into_iter().for_each(|land| draft.country("nationality", land, line));
    papers_of(draft, "Passport", get("Passport Number"), get("Passport Details"), line);
    papers_of(
        draft,
        "National Identification Number",
        get("National Identification Number"),
        get("National Identification Details"),
        line,
    );
    numbered(get("Position")).into_iter().for_each(|position| draft.add("position", position, line));
    let lines = ["Address 1", "Address 2", "Address 3", "Address 4", "Address 5", "Address 6"].map(get);
    address(draft, &lines, get("Post/Zip Code"), get("Country"), line);
    other_information(draft, get("Other Information"), line);
    sanction(draft, &get, line);
}

fn sanction<'r>(draft: &mut Draft, get: &impl Fn(&str) -> &'r str, line: u32) {
    draft.add("programId", get("Regime"), line);
    draft.sanction("program", get("Regime"), line);
    draft.sanction("listingDate", get("Listed On"), line);
    draft.sanction("startDate", get("UK Sanctions List Date Designated"), line);
    draft.sanction("modifiedAt", get("Last Updated"), line);
}

/// `(UK Sanctions List Ref):RUS0001. (UK Statement of Reasons):… (Gender):Male`: fields of their own in one.
fn other_information(draft: &mut Draft, text: &str, line: u32) {
    let mut rest = text;
    while let Some((before, label, behind)) = labelled(rest) {
        draft.note(before, line);
        let next = labelled(behind).map_or(behind.len(), |(before, ..)| before.len());
        field(draft, label, behind[..next].trim().trim_end_matches(['.', ' ']), line);
        rest = &behind[next..];
    }
    draft.note(rest, line);
}

/// What stands before the next `(Label):`, the label, and what stands behind.
fn labelled(text: &str) -> Option<(&str, &str, &str)> {
    let mut from = 0;
    loop {
        let close = from + text[from..].find("):")?;
        if let Some(open) = text[..close].rfind('(') {
            return Some((&text[..open], text[open + 1..close].trim(), &text[close + 2..]));
        }
        from = close + 2;
    }
}

fn field(draft: &mut Draft, label: &str, value: &str, line: u32) {
    match label.to_lowercase().as_str() {
        "uk sanctions list ref" => draft.sanction("recordId", value, line),
        "un ref" => draft.sanction("unscId", value, line),
        "uk statement of reasons" => draft.sanction("reason", value, line),
        "gender" => match value.to_lowercase().as_str() {
            known @ ("male" | "female") => draft.add("gender", known, line),
            _ => draft.note_of(label, value, line),
        },
        "phone number" => numbered(value).into_iter().for_each(|one| draft.add("phone", one, line)),
        "email address" => numbered(value).into_iter().for_each(|one| draft.add("email", one, line)),
        "website" => numbered(value).into_iter().for_each(|one| draft.add("website", one, line)),
        "imo number" => draft.add("imoNumber", value, line),
        "business reg no" | "business registration number (s)" => {
            numbered(value)
                .into_iter()
                .for_each(|one| super::paper(draft, "Business registration", one, "", line));
        }
        "parent company" | "current owners" | "current owner" | "current owner/operator (s)" => {
            let role =
                if label.to_lowercase().contains("parent") { "Parent company" } else { "Owner or operator" };
            numbered(value).into_iter().for_each(|one| draft.tie(role, one, line));
        }
        "flag of ship" | "current believed flag of ship" => draft.country("flag", value, line),
        "type of entity" => draft.add("legalForm", value, line),
        "type of ship" => draft.add("type", value, line),
        "further identifiying information" | "further identifying information" => draft.note(value, line),
        _ => draft.note_of(label, value, line),
    }
}
