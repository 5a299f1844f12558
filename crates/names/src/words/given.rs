//! Given names and their forms in other languages (`data/given_names.tsv`).

use std::sync::OnceLock;

use super::rows;
use crate::hashed::ByWord;
use crate::scripts::{folded, is_one_syllable};

/// A name in all its forms: Alexander, Aleksandr, Alexandre, Oleksandr are one. Numbers hold for one build of this crate: never
/// store them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct GivenName(pub(crate) u16);

/// How two given names belong together, the closest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kinship {
    /// Spellings or forms that one person's papers use for one another: Aleksandr, Oleksandr, Alexander.
    Form,
    /// One is short for the other: Bill, William.
    Short,
    /// One name in two languages, seldom of one person: Ivan, John; Yusuf, Joseph.
    Cognate,
}

type Table = ByWord<String, Vec<(GivenName, Kinship)>>;

fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table = Table::default();
        let rows = rows::fields(include_str!("../../data/given_names.tsv"));
        for (number, columns) in rows.enumerate() {
            let columns: [&str; 3] = columns;
            let Ok(number) = u16::try_from(number) else { break };
            for (names, kinship) in columns.into_iter().zip([Kinship::Form, Kinship::Short, Kinship::Cognate])
            {
                for name in names.split('|').filter(|name| !name.is_empty()) {
                    let groups = table.entry(folded(name)).or_default();
                    if groups.iter().all(|(group, _)| *group != GivenName(number)) {
                        groups.push((GivenName(number), kinship));
                    }
                }
            }
        }
        add_japanese(&mut table);
        table
    })
}

/// Given names of Japan by their readings: each reading is a name of its own. Those of one syllable are names of China and Korea too.
fn add_japanese(table: &mut Table) {
    let rows = rows::fields::<3>(include_str!("../../data/japanese_names.tsv"));
    let given = rows.filter(|[part, _, _]| *part == "given").flat_map(|[_, readings, _]| readings.split('|'));
    let groups = table.values().flatten().map(|(name, _)| name.0);
    let mut next = groups.max().unwrap_or_default() + 1;
    for name in given.filter(|name| !is_one_syllable(name.as_bytes())) {
        table.entry(name.to_owned()).or_insert_with(|| {
            next += 1;
            vec![(GivenName(next), Kinship::Form)]
        });
    }
}

/// The names that a folded or Latin word is a form of, and how.
///
/// ```
/// use names::words::{Kinship, given_names};
///
/// assert_eq!(given_names("bill")[0].1, Kinship::Short);
/// assert!(given_names("xyzzy").is_empty());
/// ```
#[must_use]
pub fn given_names(word: &str) -> &'static [(GivenName, Kinship)] {
    table().get(word).map_or(&[], Vec::as_slice)
}

/// How two folded or Latin words are forms of one given name: the closest that both have in common, and the weaker of the two
/// ways. None if they are the same word or share none.
///
/// ```
/// use names::words::{Kinship, kinship};
///
/// assert_eq!(kinship("aleksandr", "oleksandr"), Some(Kinship::Form));
/// assert_eq!(kinship("bill", "william"), Some(Kinship::Short));
/// assert_eq!(kinship("ivan", "igor"), None);
/// ```
#[must_use]
pub fn kinship(one: &str, other: &str) -> Option<Kinship> {
    if one == other {
        return None;
    }
    let others = given_names(other);
    let shared = given_names(one).iter().filter_map(|(name, kinship)| {
        let (_, other) = others.iter().find(|(other, _)| other == name)?;
        Some((*kinship).max(*other))
    });
    shared.min()
}
