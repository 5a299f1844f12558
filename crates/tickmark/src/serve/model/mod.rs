//! What `FollowTheMoney` calls its schemata and properties: for people who choose among them, and for those who look from the other end.

use std::sync::OnceLock;

use ftm::{is_a, role};

/// A schema that a party can have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Schema {
    /// `PublicBody`.
    pub name: &'static str,
    /// `Public body`.
    pub label: &'static str,
    /// `Public bodies`.
    pub plural: &'static str,
}

/// A property.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Property {
    /// The schema that brings it along.
    pub schema: &'static str,
    /// `birthDate`.
    pub name: &'static str,
    /// `Birth date`.
    pub label: &'static str,
    /// Where its values are ids: what the entity that is meant calls those that mean it, `ownershipOwner`.
    pub reverse: Option<&'static str>,
}

impl Property {
    /// `Person:birthDate`.
    pub fn qualified(&self) -> String {
        format!("{}:{}", self.schema, self.name)
    }
}

/// The schemata that a party can have, by name.
pub fn schemata() -> &'static [Schema] {
    static TABLE: OnceLock<Vec<Schema>> = OnceLock::new();
    TABLE.get_or_init(|| rows(include_str!("schemata.tsv")).filter_map(schema).collect())
}

/// The properties, by schema and name.
pub fn properties() -> &'static [Property] {
    static TABLE: OnceLock<Vec<Property>> = OnceLock::new();
    TABLE.get_or_init(|| rows(include_str!("properties.tsv")).filter_map(property).collect())
}

fn rows(table: &'static str) -> impl Iterator<Item = std::str::Split<'static, char>> {
    table.lines().filter(|line| !line.starts_with('#')).map(|line| line.split('\t'))
}

fn schema(mut row: std::str::Split<'static, char>) -> Option<Schema> {
    Some(Schema { name: row.next()?, label: row.next()?, plural: row.next()? })
}

fn property(mut row: std::str::Split<'static, char>) -> Option<Property> {
    let (schema, name, label, reverse) = (row.next()?, row.next()?, row.next()?, row.next()?);
    Some(Property { schema, name, label, reverse: Some(reverse).filter(|name| *name != "-") })
}

/// Whether something can be asked for by a schema: one that records have, or that stands above those that they have.
pub fn is_schema(name: &str) -> bool {
    role(name).is_some() || matches!(name, "Thing" | "Asset")
}

/// What a schema is called; its own name where it is none that a party can have.
pub fn label(schema: &str) -> &str {
    schemata().iter().find(|known| known.name == schema).map_or(schema, |known| known.label)
}

/// The properties that an entity of a schema can have.
pub fn properties_of(schema: &str) -> impl Iterator<Item = &'static Property> {
    properties().iter().filter(move |property| is_a(schema, property.schema))
}

/// A property of a schema by its name.
pub fn property_of(schema: &str, name: &str) -> Option<&'static Property> {
    properties().iter().find(|property| property.name == name && is_a(schema, property.schema))
}

/// The properties that parties can have.
pub fn properties_of_parties() -> impl Iterator<Item = &'static Property> {
    properties().iter().filter(|property| schemata().iter().any(|schema| is_a(schema.name, property.schema)))
}

/// A property by its name, with or without a schema before it: `Person:birthDate`, `birthDate`; without one, of a party.
pub fn find(id: &str) -> Option<&'static Property> {
    match id.split_once(':') {
        Some((schema, name)) => property_of(schema, name),
        None => properties_of_parties().find(|property| property.name == id),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_of_a_schema_that_records_can_have() {
        assert_eq!(schemata().len(), 15);
        assert!(schemata().iter().all(|schema| ftm::role(schema.name).is_some()));
        assert!(properties().len() > 450);
        for property in properties() {
            let holds = ftm::holds_ids(property.schema, property.name);
            assert!(property.reverse.is_none() || holds, "{}", property.qualified());
        }
    }

    #[test]
    fn properties_are_found_by_either_name() {
        for (id, expected) in [
            ("Person:birthDate", Some("Person:birthDate")),
            ("Person:country", Some("Thing:country")),
            ("birthDate", Some("Person:birthDate")),
            ("Company:birthDate", None),
            ("banana", None),
        ] {
            assert_eq!(find(id).map(Property::qualified).as_deref(), expected, "{id}");
        }
        assert_eq!(
            property_of("Ownership", "owner").and_then(|property| property.reverse),
            Some("ownershipOwner")
        );
        assert_eq!(label("PublicBody"), "Public body");
    }
}
