//! Records of a publisher, and the texts in them.

use std::collections::BTreeMap;

use ftm::{Record, Value};

use super::format::Publisher;

/// What a publisher's records have in common.
#[derive(Debug, Clone, Copy)]
pub(super) struct House {
    /// Begins every id, and is the collection that records are of.
    pub code: &'static str,
    /// Who sanctions.
    pub authority: &'static str,
    /// Its country, in `FollowTheMoney`'s code.
    pub country: &'static str,
}

impl Publisher {
    pub(super) const fn house(self) -> House {
        let (code, authority, country) = match self {
            Self::Ofac => ("ofac", "Office of Foreign Assets Control", "us"),
            Self::Un => ("un", "United Nations Security Council", ""),
            Self::Eu => ("eu", "European Union", "eu"),
            Self::Uk => ("uk", "United Kingdom", "gb"),
            Self::Canada => ("ca", "Global Affairs Canada", "ca"),
            Self::Switzerland => ("ch", "State Secretariat for Economic Affairs", "ch"),
            // Ids are its own.
            Self::OpenSanctions => ("", "", ""),
            Self::Other => ("list", "", ""),
        };
        House { code, authority, country }
    }
}

/// An empty record of a publisher.
pub(super) fn record(house: House, id: String, schema: &str, line: u32) -> Record {
    Record {
        id,
        schema: schema.to_owned(),
        caption: None,
        datasets: Some(house.code.to_owned()).filter(|code| !code.is_empty()).into_iter().collect(),
        line,
        properties: BTreeMap::new(),
    }
}

/// Adds a value to a record, once; nothing is none.
pub(super) fn put(record: &mut Record, property: &str, text: &str, line: u32) {
    let text = squeezed(text);
    if text.is_empty() {
        return;
    }
    let value = Value { text, line };
    match record.properties.get_mut(property) {
        Some(values) if values.iter().any(|known| known.text == value.text) => {}
        Some(values) => values.push(value),
        None => {
            record.properties.insert(property.to_owned(), vec![value]);
        }
    }
}

/// White space as one space each, none around.
pub(super) fn squeezed(text: &str) -> String {
    let text = text.trim();
    let plain = |byte: &u8| byte.is_ascii_graphic() || *byte == b' ';
    if text.bytes().all(|byte| plain(&byte)) && !text.contains("  ") {
        return text.to_owned();
    }
    let mut squeezed = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !squeezed.is_empty() {
            squeezed.push(' ');
        }
        squeezed.push_str(word);
    }
    squeezed
}
