//! Whether a party is listed by an authority on a day.

use std::collections::HashMap;

use names::history::{Day, Standing as OnList};
use names::index::Entry;
use names::matching::Says;
use names::ownership::{Regime, Standing};
use names::screening::Screening;

use super::Owners;
use crate::listed::{Sanctioned, matches};
use crate::register::{ListSet, SetBytes};

/// Alike enough to be asked whether it is the one listed.
const CUTOFF: f64 = 0.8;

/// The lists of one authority, asked about the parties of a graph.
#[derive(Debug)]
pub struct Standings<'a> {
    owners: &'a Owners,
    screening: Screening<'a, SetBytes>,
    entries: HashMap<(&'a str, &'a str), Entry<'a>>,
    sanctioned: Sanctioned,
}

/// Whose a list is, by the name that it has in the register; `None` of collections and of other lists.
fn authority(list: &str) -> Option<Regime> {
    list.split('-').find_map(|word| match word {
        "ofac" | "us" | "sdn" => Some(Regime::Us),
        "eu" => Some(Regime::Eu),
        "uk" | "gb" | "ofsi" => Some(Regime::Uk),
        _ => None,
    })
}

/// Lists of states and bodies that none of the three tests goes by.
fn is_of_another(list: &str) -> bool {
    list.split('-').any(|word| matches!(word, "un" | "canada" | "switzerland"))
}

impl<'a> Standings<'a> {
    /// Asks the lists of an authority, and collections of several (such as OpenSanctions); `None` where none is in use.
    #[must_use]
    pub fn of(owners: &'a Owners, set: &'a ListSet, regime: Regime, day: Option<Day>) -> Option<Self> {
        let sources = set.index().sources().iter();
        let lists: Vec<String> = sources
            .map(|source| source.list.clone())
            .filter(|list| {
                authority(list) == Some(regime) || authority(list).is_none() && !is_of_another(list)
            })
            .collect();
        if lists.is_empty() {
            return None;
        }
        let screening = set.screening(day, &lists);
        let entries = set.index().entries().filter_map(|entry| {
            let list = &*entry.source()?.list;
            lists.iter().any(|asked| asked == list).then(|| ((list, entry.id()), entry))
        });
        Some(Self { owners, entries: entries.collect(), screening, sanctioned: Sanctioned::default() })
    }

    /// The lists that are asked.
    pub fn lists(&self) -> impl Iterator<Item = &str> {
        self.screening.searched().map(|list| &*list.list)
    }

    /// Whether a party of the graph is listed: by its own entry, else by an entry that is the same party. One that bears but the
    /// same name may be.
    #[must_use]
    pub fn standing(&self, node: usize) -> Standing {
        if let Some((list, id)) = self.owners.listed.get(&node)
            && let Some(entry) = self.entries.get(&(&**list, &**id))
            && let Some(told) = self.screening.told(*entry)
        {
            return stands(told.standing, &format!("{list}:{id}"));
        }
        let Some(party) = self.owners.known.get(&node) else { return Standing::NotListed };
        let found = matches(&self.screening, party, CUTOFF, &|entry| self.sanctioned.has(entry));
        let mut may = None;
        for one in &found {
            let entry = format!("{}:{}", one.list, one.record.id);
            match (one.hit.comparison.says, stands(one.standing, &entry)) {
                (Says::SameParty, standing @ Standing::Listed(_)) => return standing,
                (Says::SameParty, standing @ Standing::NotKnown(_)) => may = may.or(Some(standing)),
                (Says::SameName, Standing::Listed(_) | Standing::NotKnown(_)) => {
                    let shown = one.record.shown();
                    let why = format!(
                        "it bears the name of {shown} ({entry}); nothing else says that they are one"
                    );
                    may = may.or(Some(Standing::NotKnown(why)));
                }
                (Says::Neither, _) | (_, Standing::NotListed) => {}
            }
        }
        may.unwrap_or(Standing::NotListed)
    }
}

fn stands(standing: OnList, entry: &str) -> Standing {
    match standing {
        OnList::Listed => Standing::Listed(vec![entry.to_owned()]),
        OnList::NotListed => Standing::NotListed,
        OnList::NotKnown => {
            Standing::NotKnown(format!("no snapshot says whether {entry} was listed on that day"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_of_authorities() {
        assert_eq!(authority("ofac-sdn"), Some(Regime::Us));
        assert_eq!(authority("uk-ofsi"), Some(Regime::Uk));
        assert_eq!(authority("entities"), None);
        assert!(is_of_another("un") && !is_of_another("entities"));
    }
}
