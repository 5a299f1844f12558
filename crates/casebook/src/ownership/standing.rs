//! Whether a party is listed by an authority on a day.

use std::cell::RefCell;
use std::collections::HashMap;

use names::history::{Day, Standing as OnList};
use names::index::Entry;
use names::matching::Says;
use names::ownership::{Regime, Standing};
use names::screening::{Screening, Searched, Unknown};

use super::Owners;
use crate::listed::{Sanctioned, matches};
use crate::register::{ListSet, SetBytes};

/// Alike enough to be asked whether it is the one listed.
const CUTOFF: f64 = 0.8;

/// Lists, asked about the parties of a graph.
#[derive(Debug)]
pub struct Standings<'a> {
    owners: &'a Owners,
    screening: Screening<'a, SetBytes>,
    entries: HashMap<(&'a str, &'a str), Entry<'a>>,
    /// Who was asked about: to ask lists takes longer than all else, and three rules go by the same ones.
    known: RefCell<HashMap<usize, Standing>>,
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

/// The lists of an authority, and collections of several (such as OpenSanctions).
#[must_use]
pub fn lists_of(set: &ListSet, regime: Regime) -> Vec<String> {
    let lists = set.index().sources().iter().map(|source| source.list.clone());
    let is_asked =
        |list: &String| authority(list) == Some(regime) || authority(list).is_none() && !is_of_another(list);
    lists.filter(is_asked).collect()
}

impl<'a> Standings<'a> {
    /// Asks these lists, as of a day or by the latest snapshot of each.
    #[must_use]
    pub fn of(owners: &'a Owners, set: &'a ListSet, lists: &[String], day: Option<Day>) -> Self {
        let screening = set.screening(day, lists);
        let entries = set.index().entries().filter_map(|entry| {
            let list = &*entry.source()?.list;
            lists.iter().any(|asked| asked == list).then(|| ((list, entry.id()), entry))
        });
        let (known, sanctioned) = (RefCell::default(), Sanctioned::default());
        Self { owners, entries: entries.collect(), screening, known, sanctioned }
    }

    /// The lists that are asked, and which of their snapshots answer.
    pub fn searched(&self) -> impl Iterator<Item = &Searched> {
        self.screening.searched()
    }

    /// Whether a party of the graph is listed. Asked again it is not looked up again.
    #[must_use]
    pub fn standing(&self, node: usize) -> Standing {
        if let Some(known) = self.known.borrow().get(&node) {
            return known.clone();
        }
        let standing = self.look_up(node);
        self.known.borrow_mut().insert(node, standing.clone());
        standing
    }

    /// By its own entry, else by an entry that is the same party. One that bears but the same name may be.
    fn look_up(&self, node: usize) -> Standing {
        if let Some((list, id)) = self.owners.listed.get(&node)
            && let Some(entry) = self.entries.get(&(&**list, &**id))
            && let Some(told) = self.screening.told(*entry)
        {
            return stands(told.standing, told.unknown, &format!("{list}:{id}"));
        }
        let Some(party) = self.owners.known.get(&node) else { return Standing::NotListed };
        let found = matches(&self.screening, party, CUTOFF, &|entry| self.sanctioned.has(entry));
        let mut may = None;
        for one in &found {
            let entry = format!("{}:{}", one.list, one.record.id);
            match (one.hit.comparison.says, stands(one.standing, one.unknown, &entry)) {
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

fn stands(standing: OnList, unknown: Option<Unknown>, entry: &str) -> Standing {
    match standing {
        OnList::Listed => Standing::Listed(vec![entry.to_owned()]),
        OnList::NotListed => Standing::NotListed,
        OnList::NotKnown => {
            let why = unknown.map(|why| format!(": {why}")).unwrap_or_default();
            Standing::NotKnown(format!("no snapshot says whether {entry} was listed on that day{why}"))
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
