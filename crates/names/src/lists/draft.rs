//! A party while it is read: its record, and those that stand beside it.

use ftm::{Record, is_a};

use super::dates::{Order, written};
use super::fault::Fault;
use super::input::Element;
use super::links::{Links, Tie};
use super::out::Out;
use super::properties::allowed;
use super::record::{House, put, record, squeezed};
use crate::words::country;

/// A paper or a number that somebody issued.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Paper<'t> {
    /// The property of the party that the number is of, such as `passportNumber`.
    pub property: &'static str,
    /// What it is, in the publisher's words.
    pub kind: &'t str,
    pub number: &'t str,
    /// Who issued it.
    pub country: &'t str,
    pub issued: &'t str,
    pub expires: &'t str,
    /// What else is said of it.
    pub remark: &'t str,
}

/// What publishers write where they know no country.
const NO_COUNTRY: [&str; 5] = ["undetermined", "unknown", "none identified", "none", "stateless"];

/// A party while it is read.
pub(super) struct Draft {
    house: House,
    order: Order,
    record: Record,
    sanction: Option<Record>,
    beside: Vec<Record>,
    ties: Vec<Tie>,
    faults: Vec<(u32, Fault)>,
}

impl Draft {
    /// `number` is what the publisher tells it apart by; `order` is how the publisher writes dates in numbers.
    pub(super) fn new(house: House, number: &str, schema: &str, order: Order, line: u32) -> Self {
        let id = match house.code {
            "" => number.to_owned(),
            code => format!("{code}-{number}"),
        };
        let record = record(house, id, schema, line);
        Self {
            house,
            order,
            record,
            sanction: None,
            beside: Vec::new(),
            ties: Vec::new(),
            faults: Vec::new(),
        }
    }

    /// Says which collections it is of, where the file does.
    pub(super) fn of_datasets<'t>(&mut self, datasets: impl Iterator<Item = &'t str>) {
        self.record.datasets =
            datasets.map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect();
    }

    pub(super) fn id(&self) -> &str {
        &self.record.id
    }

    pub(super) const fn line(&self) -> u32 {
        self.record.line
    }

    pub(super) fn has(&self, property: &str) -> bool {
        !self.record.values(property).is_empty()
    }

    pub(super) fn is(&self, schema: &str) -> bool {
        is_a(&self.record.schema, schema)
    }

    /// Adds a value, once. White space is one space. Where things of its schema have no such property, it becomes a note that names it.
    pub(super) fn add(&mut self, property: &str, text: &str, line: u32) {
        match allowed(&self.record.schema, property) {
            true => put(&mut self.record, property, text, line),
            false if text.trim().is_empty() => {}
            false => put(&mut self.record, "notes", &format!("{property}: {text}"), line),
        }
    }

    /// Keeps words as they are.
    pub(super) fn note(&mut self, text: &str, line: u32) {
        put(&mut self.record, "notes", text, line);
    }

    /// Keeps words under a heading, such as the publisher's name of a field.
    pub(super) fn note_of(&mut self, heading: &str, text: &str, line: u32) {
        if !text.trim().is_empty() {
            self.note(&format!("{heading}: {}", text.trim()), line);
        }
    }

    /// Keeps what is left of an entry as notes under the names of their elements, but what carries nothing.
    pub(super) fn note_rest(&mut self, element: &Element, nothing: &[&str]) {
        let children = element.children.iter().filter(|child| !nothing.contains(&&*child.name));
        for (name, text, line) in children.flat_map(Element::texts) {
            if !nothing.contains(&name) {
                self.note_of(name, text, line);
            }
        }
    }

    /// Adds a country by its code where the table has it, else as written. The nationality of what is no person is its country.
    pub(super) fn country(&mut self, property: &str, text: &str, line: u32) {
        let lower = text.trim().to_lowercase();
        // What is not known, or not sure, is no value.
        if NO_COUNTRY.contains(&&*lower) || lower.starts_with("possibly ") {
            return self.note_of(property, text, line);
        }
        let text = self.code(text, line);
        let property = if allowed(&self.record.schema, property) { property } else { "country" };
        self.add(property, &text, line);
    }

    fn code(&mut self, text: &str, line: u32) -> String {
        let text = text.trim();
        match country(text) {
            Some(code) => code.to_owned(),
            None if text.is_empty() => String::new(),
            None => {
                self.faults.push((line, Fault::NoCountry { text: text.to_owned() }));
                text.to_owned()
            }
        }
    }

    /// Adds a date; what says more than a date, or is none, is kept as a note too.
    pub(super) fn date(&mut self, property: &str, text: &str, line: u32) {
        if text.trim().is_empty() {
            return;
        }
        let read = written(text, self.order);
        for date in read.iter().flat_map(|read| &read.dates) {
            self.add(property, &date.to_string(), line);
        }
        match read {
            None => self.faults.push((line, Fault::NoDate { text: text.trim().to_owned() })),
            Some(read) if read.exact => return,
            Some(_) => {}
        }
        self.note_of(property, text, line);
    }

    /// Adds a number that somebody issued: to the party, and with what is known of it as a record of its own.
    pub(super) fn paper(&mut self, paper: &Paper<'_>, line: u32) {
        if paper.number.trim().is_empty() {
            return self.note_of(paper.kind, paper.remark, line);
        }
        let is_legal = allowed(&self.record.schema, "idNumber");
        match allowed(&self.record.schema, paper.property) {
            true => self.add(paper.property, paper.number, line),
            // A number all the same, by which it can be told.
            false => self.add(if is_legal { "idNumber" } else { "registrationNumber" }, paper.number, line),
        }
        let is_same = |record: &Record| {
            let holds =
                |property, text| record.values(property).iter().any(|value| value.text == squeezed(text));
            holds("number", paper.number) && holds("type", paper.kind)
        };
        // Tables repeat an entry's papers in each of its rows.
        if self.beside.iter().any(is_same) {
            return;
        }
        let schema = if paper.property == "passportNumber" { "Passport" } else { "Identification" };
        let number = self.beside.len() + 1;
        let mut record = record(self.house, format!("{}-paper-{number}", self.id()), schema, line);
        put(&mut record, "holder", self.id(), line);
        put(&mut record, "number", paper.number, line);
        if schema == "Passport" {
            put(&mut record, "passportNumber", paper.number, line);
        }
        put(&mut record, "type", paper.kind, line);
        put(&mut record, "country", &self.code(paper.country, line), line);
        put(&mut record, "summary", paper.remark, line);
        for (property, text) in [("startDate", paper.issued), ("endDate", paper.expires)] {
            self.date_of(&mut record, property, text, line);
        }
        self.beside.push(record);
    }

    fn date_of(&mut self, record: &mut Record, property: &str, text: &str, line: u32) {
        if text.trim().is_empty() {
            return;
        }
        match written(text, self.order) {
            Some(read) => {
                read.dates.iter().for_each(|date| put(record, property, &date.to_string(), line));
                if !read.exact {
                    put(record, "summary", &format!("{property}: {}", text.trim()), line);
                }
            }
            None => {
                self.faults.push((line, Fault::NoDate { text: text.trim().to_owned() }));
                put(record, "summary", &format!("{property}: {}", text.trim()), line);
            }
        }
    }

    /// Adds to what is said of the sanction.
    pub(super) fn sanction(&mut self, property: &str, text: &str, line: u32) {
        if text.trim().is_empty() {
            return;
        }
        let mut sanction = match self.sanction.take() {
            Some(sanction) => sanction,
            None => self.new_sanction(line),
        };
        match property {
            "listingDate" | "startDate" | "endDate" | "modifiedAt" => {
                self.date_of(&mut sanction, property, text, line);
            }
            _ => put(&mut sanction, property, text, line),
        }
        self.sanction = Some(sanction);
    }

    fn new_sanction(&self, line: u32) -> Record {
        let mut sanction = record(self.house, format!("{}-sanction", self.id()), "Sanction", line);
        put(&mut sanction, "entity", self.id(), line);
        put(&mut sanction, "authority", self.house.authority, line);
        put(&mut sanction, "country", self.house.country, line);
        sanction
    }

    /// A wallet that the party holds.
    pub(super) fn wallet(&mut self, currency: &str, key: &str, line: u32) {
        let number = self.beside.len() + 1;
        let mut record = record(self.house, format!("{}-wallet-{number}", self.id()), "CryptoWallet", line);
        put(&mut record, "holder", self.id(), line);
        put(&mut record, "publicKey", key, line);
        put(&mut record, "currency", currency, line);
        self.beside.push(record);
    }

    /// A tie to somebody who is given by name.
    pub(super) fn tie(&mut self, role: &str, name: &str, line: u32) {
        if !name.trim().is_empty() {
            self.ties.push(Tie::new(self.id(), role, name, line));
        }
    }

    /// A tie to another entry of the list, by its id.
    pub(super) fn tie_to(&mut self, role: &str, id: &str, line: u32) {
        let number = self.beside.len() + 1;
        let mut link = record(self.house, format!("{}-relation-{number}", self.id()), "UnknownLink", line);
        put(&mut link, "subject", self.id(), line);
        put(&mut link, "object", id, line);
        put(&mut link, "role", role, line);
        self.beside.push(link);
    }

    pub(super) fn tell(&mut self, line: u32, fault: Fault) {
        self.faults.push((line, fault));
    }

    /// Hands all of it on. Ties wait in `links` until every name is known. An entry without a name is left out and told.
    pub(super) fn finish(mut self, links: &mut Links, out: &mut Out<'_>) {
        for (line, fault) in std::mem::take(&mut self.faults) {
            out.tell(line, fault);
        }
        let says_something = |text: &str| text.chars().any(char::is_alphanumeric);
        if !self.record.names().any(|(_, name)| says_something(&name.text)) {
            return out.tell(self.record.line, Fault::NoName { id: self.record.id });
        }
        out.list.entries += 1;
        links.know(&self.record);
        links.add(self.ties, self.house, out);
        out.emit(self.record);
        self.sanction.into_iter().chain(self.beside).for_each(|record| out.emit(record));
    }
}
