use std::fmt;
use std::io::{self, Write};

use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;

use super::{Exported, Format, What};
use crate::digest::Hasher;
use crate::{Error, Result};

/// Where rows go: writes, counts and hashes them.
pub(crate) struct Sink<'a> {
    out: &'a mut dyn Write,
    format: Format,
    hasher: Hasher,
    rows: u64,
}

impl<'a> Sink<'a> {
    /// A table begins with its header, also when it has no row.
    pub(crate) fn open(what: What, format: Format, out: &'a mut dyn Write) -> Result<Self> {
        let mut sink = Self { out, format, hasher: Hasher::default(), rows: 0 };
        if format == Format::Csv {
            sink.record(what.columns().iter().copied())?;
        }
        Ok(sink)
    }

    pub(crate) fn write(&mut self, row: &impl Serialize) -> Result<()> {
        let mut line = serde_json::to_vec(row).expect("rows are JSON");
        self.rows += 1;
        match self.format {
            Format::Jsonl => {
                line.push(b'\n');
                self.bytes(&line)
            }
            Format::Csv => {
                let fields: Fields = serde_json::from_slice(&line).expect("what was just written is JSON");
                self.record(fields.0.iter().map(|(_, value)| cell(value)))
            }
        }
    }

    pub(crate) fn close(self, stale: u64) -> Result<Exported> {
        self.out.flush().map_err(Error::Output)?;
        Ok(Exported { rows: self.rows, sha256: self.hasher.finish(), stale })
    }

    fn record<T: AsRef<[u8]>>(&mut self, cells: impl Iterator<Item = T>) -> Result<()> {
        let mut line = csv::WriterBuilder::new().from_writer(Vec::with_capacity(256));
        let written = line
            .write_record(cells)
            .map_err(io::Error::from)
            .and_then(|()| line.into_inner().map_err(csv::IntoInnerError::into_error));
        self.bytes(&written.map_err(Error::Output)?)
    }

    fn bytes(&mut self, bytes: &[u8]) -> Result<()> {
        self.hasher.update(bytes);
        self.out.write_all(bytes).map_err(Error::Output)
    }
}

/// One cell: text as it is, nothing for null, lists and objects as JSON.
fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => safe(text),
        Value::Array(items) if items.is_empty() => "[]".to_owned(),
        other => other.to_string(),
    }
}

/// A spreadsheet takes a cell that begins like this for a formula, and runs it. An apostrophe makes it text.
fn safe(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text.to_owned() }
}

/// The fields of a row in the order in which they are written.
pub(super) struct Fields(pub(super) Vec<(String, Value)>);

impl<'de> Deserialize<'de> for Fields {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct InOrder;
        impl<'de> Visitor<'de> for InOrder {
            type Value = Fields;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a row")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Fields, A::Error> {
                let mut fields = Vec::new();
                while let Some(field) = map.next_entry()? {
                    fields.push(field);
                }
                Ok(Fields(fields))
            }
        }
        deserializer.deserialize_map(InOrder)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(cell(&Value::String(text.to_owned())), expected);
    }

    #[test]
    fn a_cell_never_begins_like_a_formula() {
        check("=HYPERLINK(\"http://x\")", "'=HYPERLINK(\"http://x\")");
        check("+33 1", "'+33 1");
        check("-2", "'-2");
        check("@home", "'@home");
        check("\t=1", "'\t=1");
        check("\r=1", "'\r=1");
        check("'=1", "'=1");
        check("12 killed", "12 killed");
        check("", "");
    }
}
