//! The schemata of `FollowTheMoney`, and what each is here (`data/schemata.tsv`).

use std::collections::HashMap;
use std::sync::OnceLock;

/// What an entity of a schema is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// Somebody or something that can stand among the parties.
    Party(Sort),
    /// A tie: the properties that hold its ends. The second is empty where there is but one (`Sanction`).
    Tie([&'static str; 2]),
    /// Kept, but no party: a document, an account, an event.
    Thing,
}

/// What a party is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sort {
    /// Somebody.
    Person,
    /// A body of people.
    Organization,
    /// A company.
    Company,
    /// A person or a body: whoever made the file did not say which.
    LegalEntity,
    /// An address or a territory.
    Place,
    /// A ship, an aircraft, another vehicle.
    Vehicle,
}

/// A schema, with what it has of those that it extends: asked of every candidate of a search, so it is looked up once.
struct Schema {
    /// Every schema that its entities are of, itself first.
    kinds: Vec<&'static str>,
    /// `None` of an abstract one.
    role: Option<Role>,
    /// The properties whose values are ids.
    ids: Vec<&'static str>,
}

/// What an entity of this schema is; `None` where there is no such schema, or none that an entity can have.
#[must_use]
pub fn role(schema: &str) -> Option<Role> {
    table().get(schema)?.role
}

/// Whether every entity of the one schema is one of the other.
#[must_use]
pub fn is_a(narrow: &str, broad: &str) -> bool {
    narrow == broad || table().get(narrow).is_some_and(|schema| schema.kinds.contains(&broad))
}

/// Whether the values of a property are ids of other entities.
#[must_use]
pub fn holds_ids(schema: &str, property: &str) -> bool {
    table().get(schema).is_some_and(|known| known.ids.contains(&property))
}

fn table() -> &'static HashMap<&'static str, Schema> {
    static TABLE: OnceLock<HashMap<&str, Schema>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let lines: HashMap<&str, Line> = include_str!("../data/schemata.tsv")
            .lines()
            .filter(|line| !line.starts_with('#'))
            .filter_map(line)
            .collect();
        lines.keys().map(|name| (*name, schema(name, &lines))).collect()
    })
}

/// A line of the table.
struct Line {
    extends: Vec<&'static str>,
    role: Option<Role>,
    /// Its own properties whose values are ids.
    ids: Vec<&'static str>,
}

fn line(line: &'static str) -> Option<(&'static str, Line)> {
    let mut columns = line.split('\t');
    let (name, extends, role, ids) = (columns.next()?, columns.next()?, columns.next()?, columns.next()?);
    let parted = |list: &'static str| list.split(',').filter(|one| *one != "-").collect();
    let role = match role {
        "person" => Some(Role::Party(Sort::Person)),
        "organization" => Some(Role::Party(Sort::Organization)),
        "company" => Some(Role::Party(Sort::Company)),
        "legal_entity" => Some(Role::Party(Sort::LegalEntity)),
        "place" => Some(Role::Party(Sort::Place)),
        "vehicle" => Some(Role::Party(Sort::Vehicle)),
        "thing" => Some(Role::Thing),
        other => other.split_once('>').map(|(from, to)| Role::Tie([from, to])),
    };
    Some((name, Line { extends: parted(extends), role, ids: parted(ids) }))
}

fn schema(name: &'static str, lines: &HashMap<&'static str, Line>) -> Schema {
    let mut kinds = vec![name];
    let mut at = 0;
    while let Some(kind) = kinds.get(at) {
        let extends = lines.get(kind).map_or(&[][..], |line| &line.extends);
        let new: Vec<&str> = extends.iter().copied().filter(|parent| !kinds.contains(parent)).collect();
        kinds.extend(new);
        at += 1;
    }
    let ids = kinds.iter().filter_map(|kind| lines.get(kind)).flat_map(|line| line.ids.iter().copied());
    Schema { ids: ids.collect(), role: lines.get(name).and_then(|line| line.role), kinds }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn schemata_have_roles() {
        for (schema, expected) in [
            ("Person", Some(Role::Party(Sort::Person))),
            ("PublicBody", Some(Role::Party(Sort::Organization))),
            ("Vessel", Some(Role::Party(Sort::Vehicle))),
            ("Ownership", Some(Role::Tie(["owner", "asset"]))),
            ("Succession", Some(Role::Tie(["predecessor", "successor"]))),
            ("Sanction", Some(Role::Tie(["entity", ""]))),
            ("Document", Some(Role::Thing)),
            ("Thing", None),
            ("Spaceship", None),
        ] {
            assert_eq!(role(schema), expected, "{schema}");
        }
    }

    #[test]
    fn a_narrow_schema_is_a_broad_one() {
        for (narrow, broad, expected) in [
            ("Company", "Organization", true),
            ("Company", "LegalEntity", true),
            ("Airplane", "Vehicle", true),
            ("Person", "Person", true),
            ("LegalEntity", "Company", false),
            ("Person", "Organization", false),
        ] {
            assert_eq!(is_a(narrow, broad), expected, "{narrow} {broad}");
        }
    }

    #[test]
    fn some_properties_hold_ids() {
        for (schema, property, expected) in [
            ("Ownership", "owner", true),
            ("Ownership", "proof", true),
            ("Vessel", "owner", true),
            ("Company", "addressEntity", true),
            ("Company", "name", false),
            ("Sanction", "authority", false),
            ("Contract", "authority", true),
        ] {
            assert_eq!(holds_ids(schema, property), expected, "{schema} {property}");
        }
    }
}
