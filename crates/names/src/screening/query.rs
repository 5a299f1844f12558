//! What is asked, as a record of it is kept.

use serde::{Deserialize, Serialize};

use crate::Party;
use crate::party::{Gender, Identifier, Kind, Name, NameSort, PartialDate};

/// What somebody asked about a party. It is kept with every run and every decision, so its spelling in JSON stays as it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Query {
    /// What is asked for; `Other` where nobody says.
    pub kind: Kind,
    /// Names as written, the first being the one to show it by.
    pub names: Vec<String>,
    /// Days of birth, foundation or building; several are alternatives. As [`PartialDate`] reads them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub births: Vec<String>,
    /// Countries as written: ISO 3166-1 alpha-2 where known.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub countries: Vec<String>,
    /// Genders; several are alternatives.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub genders: Vec<Gender>,
    /// Numbers and codes, each with the property that it is of.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub identifiers: Vec<(String, String)>,
}

/// What differs between two queries of one name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Difference {
    /// What is asked for.
    Kind,
    /// A further name, or one fewer.
    Names,
    /// Birth, foundation, building.
    Birth,
    /// Countries.
    Country,
    /// Genders.
    Gender,
    /// Numbers and codes.
    Identifier,
}

impl Difference {
    /// In words: `the country`.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Kind => "what it is",
            Self::Names => "the names",
            Self::Birth => "the birth date",
            Self::Country => "the country",
            Self::Gender => "the gender",
            Self::Identifier => "the identifiers",
        }
    }
}

impl Query {
    /// One of which nothing is known but a name.
    #[must_use]
    pub fn named(kind: Kind, name: &str) -> Self {
        Self {
            kind,
            names: vec![name.to_owned()],
            births: Vec::new(),
            countries: Vec::new(),
            genders: Vec::new(),
            identifiers: Vec::new(),
        }
    }

    /// As a party that can be compared. One of no kind may be anybody and anything. A birth that is no date is left out: whoever takes
    /// queries from people refuses it before.
    #[must_use]
    pub fn party(&self) -> Party {
        let name = |text: &String| Name { text: text.clone(), sort: NameSort::Name };
        let identifier = |(property, text): &(String, String)| Identifier {
            property: property.clone(),
            text: text.clone(),
        };
        Party {
            kind: self.kind,
            names: self.names.iter().map(name).collect(),
            parts: Vec::new(),
            births: self.births.iter().filter_map(|text| PartialDate::parse(text)).collect(),
            countries: self.countries.clone(),
            genders: self.genders.clone(),
            identifiers: self.identifiers.iter().map(identifier).collect(),
        }
        .with_numbers_of_names()
    }

    /// What to show it by.
    #[must_use]
    pub fn shown(&self) -> &str {
        self.names.first().map_or("", String::as_str)
    }

    /// Whether a name has anything that can be compared: a letter or a digit.
    #[must_use]
    pub fn has_letters(&self) -> bool {
        self.names.iter().any(|name| name.chars().any(char::is_alphanumeric))
    }

    /// What a decision about it is found by: its first name, in small letters, words parted by one space, without punctuation.
    ///
    /// ```
    /// use names::{party::Kind, screening::Query};
    ///
    /// let key = |name| Query::named(Kind::Person, name).key();
    /// assert_eq!(key("DIALLO,  Awa"), "diallo awa");
    /// assert_eq!(key("Awa Diallo"), "awa diallo");
    /// ```
    #[must_use]
    pub fn key(&self) -> String {
        folded(self.shown())
    }

    /// How another query that is found by the same name differs; empty where both ask the same.
    #[must_use]
    pub fn differences(&self, other: &Self) -> Vec<Difference> {
        let texts = |all: &[String]| sorted(all.iter().map(|text| folded(text)));
        let numbers = |query: &Self| {
            sorted(query.identifiers.iter().map(|(property, text)| format!("{property} {}", squeezed(text))))
        };
        let genders = |query: &Self| sorted(query.genders.iter().map(|gender| format!("{gender:?}")));
        [
            (Difference::Kind, self.kind == other.kind),
            (Difference::Names, texts(&self.names) == texts(&other.names)),
            (Difference::Birth, sorted(self.births.iter().cloned()) == sorted(other.births.iter().cloned())),
            (Difference::Country, texts(&self.countries) == texts(&other.countries)),
            (Difference::Gender, genders(self) == genders(other)),
            (Difference::Identifier, numbers(self) == numbers(other)),
        ]
        .into_iter()
        .filter_map(|(difference, same)| (!same).then_some(difference))
        .collect()
    }
}

/// Small letters, words parted by one space, punctuation left out. Marks over letters stay: two names that differ in them are two names.
fn folded(text: &str) -> String {
    let words = text.split(|letter: char| !is_of_a_word(letter)).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

/// Letters, digits, and the marks that scripts put on them.
fn is_of_a_word(letter: char) -> bool {
    letter.is_alphanumeric()
        || matches!(letter, '\u{300}'..='\u{36f}' | '\u{5b0}'..='\u{5c7}' | '\u{64b}'..='\u{65f}' | '\u{900}'..='\u{d4d}')
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn sorted(texts: impl Iterator<Item = String>) -> Vec<String> {
    let mut texts: Vec<String> = texts.collect();
    texts.sort_unstable();
    texts.dedup();
    texts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_query_differs_by_is_told() {
        let asked = Query { births: vec!["1970".to_owned()], ..Query::named(Kind::Person, "Jann Oste") };
        let check = |other: &Query, expected: &[Difference]| assert_eq!(asked.differences(other), expected);
        check(&asked, &[]);
        check(&Query { names: vec!["jann  OSTE.".to_owned()], ..asked.clone() }, &[]);
        check(&Query { births: Vec::new(), ..asked.clone() }, &[Difference::Birth]);
        check(
            &Query { kind: Kind::Company, countries: vec!["no".to_owned()], ..asked.clone() },
            &[Difference::Kind, Difference::Country],
        );
        check(
            &Query { identifiers: vec![("passportNumber".to_owned(), "A-1".to_owned())], ..asked.clone() },
            &[Difference::Identifier],
        );
    }

    #[test]
    fn names_without_letters_are_told() {
        for (name, has) in [("", false), (" -- ()", false), ("阿", true), ("7", true), ("'A'", true)] {
            assert_eq!(Query::named(Kind::Person, name).has_letters(), has, "{name}");
        }
    }
}
