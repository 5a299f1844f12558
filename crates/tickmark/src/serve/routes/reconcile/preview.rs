//! A little page about an entity. `publish` writes it, as all HTML.

use publish::card::{Card, Row};

use super::Call;
use super::queries::described;
use crate::serve::http::{Refusal, Reply};
use crate::serve::lists::Filter;
use crate::serve::model;

/// What tells most of a party, in the order in which people look.
const SHOWN: [&str; 22] = [
    "name",
    "alias",
    "weakAlias",
    "previousName",
    "birthDate",
    "birthPlace",
    "incorporationDate",
    "buildDate",
    "gender",
    "nationality",
    "citizenship",
    "country",
    "jurisdiction",
    "flag",
    "position",
    "passportNumber",
    "idNumber",
    "registrationNumber",
    "taxNumber",
    "imoNumber",
    "address",
    "program",
];

/// The page.
///
/// # Errors
/// When there is no entity of that id in the dataset.
pub fn preview(call: &Call<'_>) -> Result<Reply, Refusal> {
    let lists = &call.served.lists;
    let scope = lists.scope(call.part("dataset"))?;
    let id = call.text("id").ok_or_else(|| call.invalid("id", "is missing"))?;
    let filter = Filter::default();
    let found = lists.with_id(id).find_map(|entry| {
        let list = lists.of(entry).filter(|list| filter.lets(&scope, list, entry))?;
        Some((entry.record()?, list))
    });
    let (record, list) = found.ok_or_else(|| Refusal::not_found("No such entity!"))?;
    let rows = SHOWN.iter().filter_map(|property| {
        let values: Vec<&str> = record.values(property).iter().map(|value| value.text.as_str()).collect();
        let label = model::property_of(&record.schema, property).map_or(*property, |known| known.label);
        (!values.is_empty()).then_some(Row { label, values })
    });
    let latest = list.latest();
    let sha256 = latest.added.files.first().map(ToString::to_string).unwrap_or_default();
    Ok(Reply::page(publish::card::page(&Card {
        title: record.shown(),
        subtitle: &described(&record, &list.name),
        rows: rows.collect(),
        foot: &format!("{} of {}, line {}, SHA-256 {sha256}", list.name, latest.added.date, record.line),
    })))
}
