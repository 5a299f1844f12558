//! The lists that are served: opened once, only read, shared by all who ask.

mod around;
mod schemata;
mod scope;
mod words;

use std::collections::BTreeSet;
use std::sync::OnceLock;

use casebook::register::{Contents, ListSet, Register, SetBytes, Snapshot};
use names::history::Day;
use names::index::{Entry, Index};

pub use around::Around;
pub use schemata::Schemata;
pub use scope::{COUNTRIES, Filter, Scope, Together};
use words::Words;

/// The name that stands for all lists, as it does in yente.
pub const ALL: &str = "default";

/// A list, its snapshots, and what lies in the latest.
#[derive(Debug, Clone)]
pub struct List {
    /// Its name.
    pub name: String,
    /// The oldest first; never empty.
    pub snapshots: Vec<Snapshot>,
    /// The collections that its records say that they were taken from.
    pub collections: BTreeSet<String>,
}

impl List {
    /// The latest snapshot: what is asked where nobody asks of a day.
    pub fn latest(&self) -> &Snapshot {
        &self.snapshots[self.snapshots.len() - 1]
    }

    /// The snapshot of a day.
    pub fn of_day(&self, day: Day) -> Option<&Snapshot> {
        self.snapshots.iter().find(|snapshot| snapshot.added.date == day)
    }
}

/// All lists of a register.
#[derive(Debug)]
pub struct Lists {
    register: Register,
    set: ListSet,
    /// By the number of the source in the index.
    lists: Vec<List>,
    /// The numbers of the entries that stand on the latest snapshot of their list, by their ids.
    current: Vec<u32>,
    schemata: Schemata,
    words: OnceLock<Words>,
    around: OnceLock<Result<Around, String>>,
}

impl Lists {
    /// Of a register, what is in use in it, and that compiled.
    pub fn new(register: Register, contents: &Contents, set: ListSet) -> Self {
        let lists = lists(contents, set.index());
        let current = current(set.index(), &lists);
        let schemata = Schemata::of(set.index().entries());
        let (words, around) = (OnceLock::new(), OnceLock::new());
        Self { register, set, lists, current, schemata, words, around }
    }

    /// The compiled lists.
    pub const fn set(&self) -> &ListSet {
        &self.set
    }

    /// Every list, in the order of their names.
    pub fn all(&self) -> &[List] {
        &self.lists
    }

    /// The list that an entry is of; `None` only where the compiled set is not what was written.
    pub fn of(&self, entry: Entry<'_>) -> Option<&List> {
        self.lists.get(entry.source_number().index())
    }

    /// What each entry is.
    pub const fn schemata(&self) -> &Schemata {
        &self.schemata
    }

    /// The entries that stand on the latest snapshot of their list, by their ids.
    pub fn current(&self) -> impl Iterator<Item = Entry<'_>> {
        self.current.iter().filter_map(|number| self.set.index().entry(*number))
    }

    /// The entries of an id that stand on the latest snapshot of their list: of several lists, the first by name first.
    pub fn with_id<'a>(&'a self, id: &str) -> impl Iterator<Item = Entry<'a>> + use<'a> {
        let index = self.set.index();
        let id_of = |number: u32| index.entry(number).map_or("", Entry::id);
        let from = self.current.partition_point(|number| id_of(*number) < id);
        let found = self.current[from..].iter().take_while(|number| id_of(**number) == id).count();
        self.current[from..from + found].iter().filter_map(|number| index.entry(*number))
    }

    /// The first snapshot that has an entry, in whatever words.
    pub fn first_seen(&self, entry: Entry<'_>) -> Option<Day> {
        let index = self.set.index();
        let is_one =
            |other: &Entry<'_>| other.id() == entry.id() && other.source_number() == entry.source_number();
        // The versions of an entry stand together, the earliest first.
        let before = (0..entry.number()).rev().map_while(|number| index.entry(number)).take_while(is_one);
        before.last().unwrap_or(entry).listed().from.and_then(Day::of)
    }

    /// The words of all names, made when they are first asked for.
    pub fn words(&self) -> &Words {
        self.words.get_or_init(|| Words::of(self.current()))
    }

    /// What stands around the parties, read when it is first asked for.
    ///
    /// # Errors
    /// What the register says where the files of a list cannot be read.
    pub fn around(&self) -> Result<&Around, &str> {
        let read = || Around::read(&self.register, &self.lists).map_err(|error| error.to_string());
        self.around.get_or_init(read).as_ref().map_err(String::as_str)
    }
}

fn lists(contents: &Contents, index: &Index<SetBytes>) -> Vec<List> {
    let mut lists: Vec<List> = contents
        .lists()
        .map(|snapshots| List {
            name: snapshots[0].added.list.clone(),
            snapshots: snapshots.to_vec(),
            collections: BTreeSet::new(),
        })
        .collect();
    for entry in index.entries() {
        let Some(list) = lists.get_mut(entry.source_number().index()) else { continue };
        for name in entry.datasets() {
            if !list.collections.contains(name) {
                list.collections.insert(name.to_owned());
            }
        }
    }
    lists
}

fn current(index: &Index<SetBytes>, lists: &[List]) -> Vec<u32> {
    let stands = |entry: &Entry<'_>| {
        let latest = lists.get(entry.source_number().index()).map(|list| list.latest().added.date);
        latest.is_some_and(|latest| covers(*entry, latest))
    };
    let mut current: Vec<u32> = index.entries().filter(stands).map(Entry::number).collect();
    let key = |number: &u32| {
        index.entry(*number).map_or(("", 0), |entry| (entry.id(), entry.source_number().index()))
    };
    current.sort_by(|one, other| key(one).cmp(&key(other)));
    current
}

/// Whether the snapshot of a day has an entry as it is there.
fn covers(entry: Entry<'_>, day: Day) -> bool {
    let (listed, day) = (entry.listed(), day.into());
    listed.from.is_some_and(|from| from <= day) && listed.until.is_none_or(|until| day < until)
}
