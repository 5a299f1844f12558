//! Which entries a request is about.

use ftm::{Record, is_a};
use hyper::StatusCode;
use names::history::Day;
use names::index::Entry;
use names::party::PartialDate;
use names::words::country;

use super::{ALL, List, Lists};
use crate::serve::http::Refusal;

/// The lists that a dataset of an address stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scope {
    /// All.
    Everything,
    /// One of the register's.
    List(String),
    /// A collection that records of lists say that they are taken from.
    Collection(String),
}

impl Lists {
    /// What a dataset of an address stands for.
    ///
    /// # Errors
    /// When there is none of that name.
    pub fn scope(&self, dataset: &str) -> Result<Scope, Refusal> {
        if dataset == ALL {
            return Ok(Scope::Everything);
        }
        if self.all().iter().any(|list| list.name == dataset) {
            return Ok(Scope::List(dataset.to_owned()));
        }
        match self.all().iter().any(|list| list.collections.contains(dataset)) {
            true => Ok(Scope::Collection(dataset.to_owned())),
            false => Err(Refusal::new(
                StatusCode::NOT_FOUND,
                "No such dataset; /catalog has those that there are.",
            )),
        }
    }

    /// The lists in which a scope has something.
    pub fn within(&self, scope: &Scope) -> impl Iterator<Item = &List> {
        self.all().iter().filter(move |list| match scope {
            Scope::Everything => true,
            Scope::List(name) => list.name == *name,
            Scope::Collection(name) => list.collections.contains(name),
        })
    }
}

/// What an entry must be to be found; empty where anything is.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Schemata that it may not be of.
    pub not_schemata: Vec<String>,
    /// Datasets of which it must be in one.
    pub datasets: Vec<String>,
    /// Datasets in none of which it may be.
    pub not_datasets: Vec<String>,
    /// Topics of which it must have one.
    pub topics: Vec<String>,
    /// Countries of which it must have one, by code or by name.
    pub countries: Vec<String>,
    /// The day since which its list must have said something new of it.
    pub changed_since: Option<Day>,
    /// Of any number of topics, countries or datasets, one must hold, or all.
    pub together: Together,
}

/// How several values of one filter hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Together {
    /// One is enough.
    #[default]
    Any,
    /// Each must hold.
    All,
}

/// Properties that tie a party to a country.
pub const COUNTRIES: [&str; 7] =
    ["country", "nationality", "citizenship", "jurisdiction", "flag", "mainCountry", "addressCountry"];

/// Whether two texts name one country, by code or by name.
fn same_country(one: &str, other: &str) -> bool {
    one.eq_ignore_ascii_case(other) || country(one).is_some_and(|code| country(other) == Some(code))
}

impl Filter {
    /// Whether an entry of a list is found.
    pub fn lets(&self, scope: &Scope, list: &List, entry: Entry<'_>) -> bool {
        let in_scope = match scope {
            Scope::List(name) => list.name == *name,
            Scope::Everything | Scope::Collection(_) => true,
        };
        if !in_scope
            || self.not_schemata.iter().any(|schema| is_a(entry.schema(), schema))
            || !self.is_new(entry)
        {
            return false;
        }
        // Records are decoded only where something asks for what they hold.
        let is_plain = self.datasets.is_empty()
            && self.not_datasets.is_empty()
            && self.topics.is_empty()
            && self.countries.is_empty()
            && !matches!(scope, Scope::Collection(_));
        is_plain || entry.record().is_some_and(|record| self.lets_record(scope, list, &record))
    }

    fn is_new(&self, entry: Entry<'_>) -> bool {
        let Some(since) = self.changed_since else { return true };
        entry.listed().from.is_some_and(|from| from >= PartialDate::from(since))
    }

    fn lets_record(&self, scope: &Scope, list: &List, record: &Record) -> bool {
        let is_in =
            |dataset: &str| list.name == dataset || record.datasets.iter().any(|name| name == dataset);
        let has = |properties: &[&str], wanted: &str| {
            let values = properties.iter().flat_map(|property| record.values(property));
            values.map(|value| &value.text).any(|text| text.eq_ignore_ascii_case(wanted))
        };
        let in_scope = match scope {
            Scope::Collection(name) => is_in(name),
            Scope::Everything | Scope::List(_) => true,
        };
        in_scope
            && !self.not_datasets.iter().any(|dataset| is_in(dataset))
            && self.hold(&self.datasets, is_in)
            && self.hold(&self.topics, |topic| has(&["topics"], topic))
            && self.hold(&self.countries, |wanted| {
                let values = COUNTRIES.iter().flat_map(|property| record.values(property));
                values.map(|value| &value.text).any(|text| same_country(text, wanted))
            })
    }

    fn hold(&self, wanted: &[String], holds: impl Fn(&str) -> bool) -> bool {
        match self.together {
            Together::Any => wanted.is_empty() || wanted.iter().any(|one| holds(one)),
            Together::All => wanted.iter().all(|one| holds(one)),
        }
    }
}
