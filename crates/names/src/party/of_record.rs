//! A record of a list as a party.

use ftm::{Record, is_a};

use super::{Gender, Identifier, Kind, Name, NamePart, PartialDate, Party};

/// Properties whose values are parts of a person's name.
const PARTS: [(&str, NamePart); 6] = [
    ("firstName", NamePart::Given),
    ("secondName", NamePart::Middle),
    ("middleName", NamePart::Middle),
    ("fatherName", NamePart::Patronymic),
    ("motherName", NamePart::Matronymic),
    ("lastName", NamePart::Family),
];

/// Properties that say when somebody or something came to be.
const BIRTHS: [&str; 3] = ["birthDate", "incorporationDate", "buildDate"];

/// Properties that tie a party to a country, the closest ties first.
const COUNTRIES: [&str; 6] = ["nationality", "citizenship", "jurisdiction", "flag", "mainCountry", "country"];

/// Properties whose values are given to one party and no other (`FollowTheMoney`'s type `identifier`, as far as lists use it).
const IDENTIFIERS: [&str; 22] = [
    "passportNumber",
    "idNumber",
    "taxNumber",
    "vatCode",
    "registrationNumber",
    "socialSecurityNumber",
    "innCode",
    "ogrnCode",
    "okpoCode",
    "leiCode",
    "dunsCode",
    "swiftBic",
    "imoNumber",
    "mmsi",
    "callSign",
    "serialNumber",
    "wikidataId",
    "uniqueEntityId",
    "npiCode",
    "cageCode",
    "uscCode",
    "licenseNumber",
];

impl Party {
    /// What a record says that can be compared.
    #[must_use]
    pub fn of_record(record: &Record) -> Self {
        let texts = |property: &'static str| record.values(property).iter().map(|value| &*value.text);
        let mut countries: Vec<String> = Vec::new();
        for text in COUNTRIES.into_iter().flat_map(texts) {
            if !countries.iter().any(|known| known == text) {
                countries.push(text.to_owned());
            }
        }
        Self {
            kind: kind(&record.schema),
            names: record.names().map(|(sort, value)| Name { text: value.text.clone(), sort }).collect(),
            parts: PARTS
                .into_iter()
                .flat_map(|(property, part)| texts(property).map(move |text| (part, text.to_owned())))
                .collect(),
            births: BIRTHS.into_iter().flat_map(texts).filter_map(PartialDate::parse).collect(),
            countries,
            genders: texts("gender").filter_map(gender).collect(),
            identifiers: IDENTIFIERS
                .into_iter()
                .flat_map(|property| {
                    texts(property)
                        .map(move |text| Identifier { property: property.to_owned(), text: text.to_owned() })
                })
                .collect(),
        }
        .with_numbers_of_names()
    }
}

/// What an entity of a `FollowTheMoney` schema is here.
#[must_use]
pub fn kind(schema: &str) -> Kind {
    const KINDS: [(&str, Kind); 6] = [
        ("Person", Kind::Person),
        ("Company", Kind::Company),
        ("Organization", Kind::Organization),
        ("LegalEntity", Kind::LegalEntity),
        ("Vessel", Kind::Vessel),
        ("Airplane", Kind::Airplane),
    ];
    KINDS.into_iter().find(|(name, _)| is_a(schema, name)).map_or(Kind::Other, |(_, kind)| kind)
}

fn gender(text: &str) -> Option<Gender> {
    match text.trim().to_lowercase().as_str() {
        "male" | "m" => Some(Gender::Male),
        "female" | "f" => Some(Gender::Female),
        "other" => Some(Gender::Other),
        _ => None,
    }
}
