//! A record as bytes.

use std::collections::BTreeMap;

use ftm::{Record, Value};

use super::bytes::{Reader, Writer};

/// Writes a record; what [`head`] reads stands first.
pub(super) fn write(record: &Record, out: &mut Writer) {
    out.text(&record.id);
    out.text(&record.schema);
    out.text(record.shown());
    out.number(record.line);
    out.byte(u8::from(record.caption.is_some()));
    out.texts(&record.datasets);
    out.count(record.properties.len());
    for (property, values) in &record.properties {
        out.text(property);
        out.count(values.len());
        for value in values {
            out.text(&value.text);
            out.number(value.line);
        }
    }
}

/// What every answer shows of a record.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Head<'a> {
    pub(super) id: &'a str,
    pub(super) schema: &'a str,
    pub(super) shown: &'a str,
    pub(super) line: u32,
}

/// Reads the beginning of a record.
pub(super) fn head<'a>(bytes: &mut Reader<'a>) -> Option<Head<'a>> {
    Some(Head { id: bytes.text()?, schema: bytes.text()?, shown: bytes.text()?, line: bytes.number()? })
}

/// Reads which collections a record is of, and nothing else of it.
pub(super) fn datasets(mut bytes: Reader<'_>) -> Option<Vec<&str>> {
    head(&mut bytes)?;
    bytes.byte()?;
    (0..bytes.count()?).map(|_| bytes.text()).collect()
}

/// Reads a record.
pub(super) fn read(mut bytes: Reader<'_>) -> Option<Record> {
    let head = head(&mut bytes)?;
    let caption = (bytes.byte()? == 1).then(|| head.shown.to_owned());
    let datasets = bytes.texts()?;
    let mut properties = BTreeMap::new();
    for _ in 0..bytes.count()? {
        let property = bytes.text()?.to_owned();
        let count = bytes.count()?;
        let value = |_| Some(Value { text: bytes.text()?.to_owned(), line: bytes.number()? });
        properties.insert(property, (0..count).map(value).collect::<Option<_>>()?);
    }
    let (id, schema) = (head.id.to_owned(), head.schema.to_owned());
    Some(Record { id, schema, caption, datasets, line: head.line, properties })
}
