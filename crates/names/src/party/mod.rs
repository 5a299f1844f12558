//! What is compared: somebody or something, by names and what else is known.

mod date;
mod of_record;

pub use date::PartialDate;
pub use ftm::NameSort;
pub use of_record::kind;

use crate::words::imo_number_in;

/// What a party is. Decides which names are read how, and which parties can be one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
pub enum Kind {
    /// Somebody.
    Person,
    /// A body of people, a public body, a group.
    Organization,
    /// A company.
    Company,
    /// A person or a body: whoever wrote it down did not say which.
    LegalEntity,
    /// A ship.
    Vessel,
    /// An aircraft.
    Airplane,
    /// Another vehicle, a security, an address, a crypto wallet: told by name and numbers alone.
    Other,
}

/// A name as written, and how it is borne.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Name {
    /// As written, in whatever script.
    pub text: String,
    /// How it is borne: a weak one stays weak.
    pub sort: NameSort,
}

/// A part of a person's name that whoever wrote it down told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
pub enum NamePart {
    /// `firstName`.
    Given,
    /// `secondName`, `middleName`.
    Middle,
    /// `fatherName`.
    Patronymic,
    /// `lastName`.
    Family,
    /// `motherName`.
    Matronymic,
}

/// As registers and passports have it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Gender {
    /// Female.
    Female,
    /// Male.
    Male,
    /// Another.
    Other,
}

/// A number or code that somebody gave to a party.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Identifier {
    /// The `FollowTheMoney` property, such as `imoNumber`, `passportNumber`, `registrationNumber`.
    pub property: String,
    /// As written.
    pub text: String,
}

/// Somebody or something, as far as it is known. Empty where nothing is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Party {
    /// What it is.
    pub kind: Kind,
    /// Every name, the surest first.
    pub names: Vec<Name>,
    /// Parts that were told apart, in the order in which they were given; several values of one part are alternatives.
    pub parts: Vec<(NamePart, String)>,
    /// Days on which somebody was born, something was founded or built; several are alternatives.
    pub births: Vec<PartialDate>,
    /// Countries of nationality, registration, flag: ISO 3166-1 alpha-2 in small letters where known, else as written.
    pub countries: Vec<String>,
    /// Genders; several are alternatives.
    pub genders: Vec<Gender>,
    /// Numbers and codes.
    pub identifiers: Vec<Identifier>,
}

impl Party {
    /// One of which nothing is known but a name.
    ///
    /// ```
    /// use names::{Party, party::Kind};
    ///
    /// let party = Party::named(Kind::Person, "Awa Diallo");
    /// assert_eq!(party.names[0].text, "Awa Diallo");
    /// assert!(party.births.is_empty());
    /// ```
    #[must_use]
    pub fn named(kind: Kind, name: &str) -> Self {
        let names = vec![Name { text: name.to_owned(), sort: NameSort::Name }];
        Self {
            kind,
            names,
            parts: Vec::new(),
            births: Vec::new(),
            countries: Vec::new(),
            genders: Vec::new(),
            identifiers: Vec::new(),
        }
        .with_numbers_of_names()
    }

    /// With the numbers that its names have, of what may be a ship: `Leyla (IMO: 9187629)`.
    pub(crate) fn with_numbers_of_names(mut self) -> Self {
        if matches!(self.kind, Kind::Vessel | Kind::Other) {
            for number in self.names.iter().filter_map(|name| imo_number_in(&name.text)) {
                let identifier = Identifier { property: "imoNumber".to_owned(), text: number.to_owned() };
                if !self.identifiers.contains(&identifier) {
                    self.identifiers.push(identifier);
                }
            }
        }
        self
    }
}
