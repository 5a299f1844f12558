//! The table: several rows an entry, each with one name, birth, address, paper or citizenship of it. Parted by semicolons.

use std::io::{self, Read};

use super::Fields;
use crate::lists::dates::{self, Order};
use crate::lists::draft::Draft;
use crate::lists::each;
use crate::lists::fault::Fault;
use crate::lists::format::Publisher;
use crate::lists::groups::Groups;
use crate::lists::input::{Header, Lines, Row, Text};
use crate::lists::out::Out;

/// The columns of a row that begin with the name of a part.
struct Part<'r> {
    header: &'r Header,
    row: &'r Row,
    prefix: &'static str,
}

impl Fields for Part<'_> {
    fn get(&self, name: &str) -> &str {
        let column = match name {
            "dayOfMonth" => "Day",
            "monthOfYear" => "Month",
            "identificationTypeCode" => "TypeCode",
            "identificationTypeDescription" => "TypeDescription",
            "euReferenceNumber" => "EU_ReferenceNumber",
            name => name,
        };
        self.header.get(self.row, &format!("{}{column}", self.prefix))
    }
}

pub(in crate::lists) fn read<R: Read>(input: Text<R>, out: &mut Out<'_>) -> io::Result<()> {
    let mut header: Option<Header> = None;
    let mut groups = Groups::default();
    let read = each::rows(input, (b';', Lines::Several), out, |row, out| match &header {
        None => header = Some(Header::of(row)),
        Some(header) => take(header, row, &mut groups, out),
    });
    groups.finish(Publisher::Eu.house(), out);
    read
}

fn take(header: &Header, row: &Row, groups: &mut Groups, out: &mut Out<'_>) {
    // The last column of the file is empty and its separator sometimes missing.
    if row.len().abs_diff(header.len()) > 1 {
        return out.tell(row.line, Fault::Fields { found: row.len(), expected: header.len() });
    }
    let number = header.get(row, "Entity_LogicalId");
    if number.is_empty() {
        return out.tell(row.line, Fault::NoId);
    }
    if out.list.date.is_none() {
        out.list.date = dates::day(header.get(row, "fileGenerationDate"), Order::DayMonth);
    }
    let kind = match header.get(row, "Entity_SubjectType_ClassificationCode") {
        "" => header.get(row, "Entity_SubjectType"),
        code => code,
    };
    let draft = groups.entry(number, out, || {
        Draft::new(Publisher::Eu.house(), number, super::schema(kind), Order::DayMonth, row.line)
    });
    parts(draft, header, row);
}

fn parts(draft: &mut Draft, header: &Header, row: &Row) {
    let (part, line) = (|prefix| Part { header, row, prefix }, row.line);
    super::entity(draft, &part("Entity_"), line);
    super::regulation(draft, &part("Entity_Regulation_"), line);
    let names = part("NameAlias_");
    if ["WholeName", "LastName", "FirstName"].iter().any(|name| !names.get(name).is_empty()) {
        super::name(draft, &names, line);
    }
    super::citizenship(draft, &part("Citizenship_"), line);
    super::birth(draft, &part("BirthDate_"), line);
    super::address(draft, &part("Address_"), line);
    super::identification(draft, &part("Identification_"), line);
    draft.note(header.get(row, "Entity_Remark"), line);
    for (column, what) in [
        ("NameAlias_Remark", "nameAlias"),
        ("Address_Remark", "address"),
        ("Address_ContactInfo", "contactInfo"),
        ("BirthDate_Remark", "birthdate"),
        ("Identification_Remark", "identification"),
        ("Citizenship_Remark", "citizenship"),
    ] {
        draft.note_of(what, header.get(row, column), line);
    }
}
