//! Rows of imported entities: every value with the line that it stands in.

use ftm::Record;
use reason::imports::ImportedFile;

use super::ftm::Imports;
use super::rows::{EntityRow, ImportedEntityRow, ImportedValueRow};
use crate::Sha256;

/// All rows, in the order of the files and of their lines.
pub(super) fn imported_rows(
    files: &[ImportedFile],
    parties: impl Iterator<Item = EntityRow>,
) -> impl Iterator<Item = ImportedEntityRow> {
    let imports = Imports::new(files, parties);
    files.iter().enumerate().flat_map(move |(at, file)| {
        let rows = file.records.iter().enumerate().map(|(number, record)| {
            let id = format!("{}-e{number}", short(&file.sha256));
            row(id, file, record, imports.party_of((at, number)).cloned())
        });
        rows.collect::<Vec<_>>()
    })
}

fn row(id: String, file: &ImportedFile, record: &Record, party: Option<String>) -> ImportedEntityRow {
    let properties = record.properties.iter().map(|(property, values)| {
        let values = values.iter().map(|one| ImportedValueRow { text: one.text.clone(), line: one.line });
        (property.clone(), values.collect())
    });
    ImportedEntityRow {
        id,
        document: file.name.clone(),
        sha256: file.sha256.clone(),
        line: record.line,
        entity: record.id.clone(),
        party,
        schema: record.schema.clone(),
        caption: record.shown().to_owned(),
        datasets: record.datasets.clone(),
        properties: properties.collect(),
    }
}

/// The first digits, as ids of documents begin.
fn short(sha256: &str) -> String {
    Sha256::parse(sha256).map_or_else(|| sha256.to_owned(), |digest| digest.short())
}
