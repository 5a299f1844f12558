//! Which column of a table is which property.

use super::fault::Fault;

/// Columns of a table that is of no publisher, and what each becomes.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
pub struct Mapping {
    /// Header of a column, case aside, and what its values are: a property of `FollowTheMoney`, or one of `id` (tells entries apart), `schema` (what an
    /// entry is, as `Person` or `individual`), `-` (nothing: the column is passed over). Of the sanction are `program`, `reason`,
    /// `authority`, `listingDate`, `startDate` and `endDate`.
    pub columns: Vec<(String, String)>,
    /// Schema of entries that say none; without it `LegalEntity`, a person or a body.
    pub schema: Option<String>,
    /// What parts several values within a field; without it `;` and `|` do, but in names and notes.
    pub separator: Option<char>,
}

/// What the values of a column are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Target {
    Id,
    Schema,
    Property(String),
    /// Kept under the header.
    Note(String),
    Nothing,
}

/// Headers that are understood without a mapping: letters and digits only, in small letters.
const WELL_KNOWN: [(&str, &[&str]); 37] = [
    (
        "id",
        &[
            "id",
            "uid",
            "uniqueid",
            "entnum",
            "reference",
            "referencenumber",
            "entityid",
            "customerid",
            "listid",
        ],
    ),
    (
        "schema",
        &[
            "schema",
            "type",
            "entitytype",
            "partytype",
            "kind",
            "subjecttype",
            "designation",
            "sdntype",
            "customertype",
        ],
    ),
    (
        "name",
        &[
            "name",
            "fullname",
            "entityname",
            "companyname",
            "customername",
            "primaryname",
            "wholename",
            "legalname",
            "caption",
            "nom",
        ],
    ),
    (
        "alias",
        &["alias", "aliases", "aka", "akas", "alsoknownas", "othernames", "alternativenames", "altnames"],
    ),
    ("weakAlias", &["weakalias", "weakaliases", "lowqualityaka"]),
    (
        "previousName",
        &["previousname", "previousnames", "formername", "formernames", "fka", "formerlyknownas"],
    ),
    ("firstName", &["firstname", "givenname", "givennames", "forename", "forenames", "prenom"]),
    ("middleName", &["middlename", "middlenames", "secondname"]),
    ("fatherName", &["fathername", "fathersname", "patronymic"]),
    ("lastName", &["lastname", "surname", "familyname", "nomdefamille"]),
    ("title", &["title", "honorific"]),
    (
        "birthDate",
        &["dob", "birthdate", "dateofbirth", "birthday", "born", "yob", "yearofbirth", "datedenaissance"],
    ),
    ("birthPlace", &["pob", "birthplace", "placeofbirth", "townofbirth", "cityofbirth"]),
    ("birthCountry", &["birthcountry", "countryofbirth"]),
    ("incorporationDate", &["incorporationdate", "dateofincorporation", "established"]),
    ("nationality", &["nationality", "nationalities", "nationalite"]),
    ("citizenship", &["citizenship", "citizenships"]),
    ("country", &["country", "countries", "countrycode", "pays", "residence", "countryofresidence"]),
    ("jurisdiction", &["jurisdiction", "countryofregistration", "countryofincorporation"]),
    ("flag", &["flag", "vesselflag", "flagstate"]),
    ("address", &["address", "addresses", "fulladdress", "adresse"]),
    ("gender", &["gender", "sex", "sexe"]),
    ("passportNumber", &["passport", "passportnumber", "passportno", "passports"]),
    (
        "idNumber",
        &["idnumber", "nationalid", "nationalidnumber", "identitynumber", "identifier", "identifiers"],
    ),
    ("taxNumber", &["taxid", "taxnumber", "tin", "taxidnumber"]),
    ("innCode", &["inn", "inncode"]),
    ("registrationNumber", &["registrationnumber", "companynumber", "regno", "regnumber", "registrationno"]),
    ("leiCode", &["lei", "leicode"]),
    ("imoNumber", &["imo", "imonumber", "imono"]),
    ("mmsi", &["mmsi"]),
    ("callSign", &["callsign"]),
    ("position", &["position", "positions", "function", "role", "occupation"]),
    ("email", &["email", "emails", "emailaddress"]),
    ("phone", &["phone", "phones", "telephone", "phonenumber", "tel"]),
    ("website", &["website", "url", "web"]),
    (
        "program",
        &[
            "program",
            "programme",
            "programs",
            "programmes",
            "sanctiontype",
            "regime",
            "sanctionprogram",
            "sanctionsprogram",
        ],
    ),
    (
        "listingDate",
        &[
            "listingdate",
            "listedon",
            "datelisted",
            "dateoflisting",
            "dateadded",
            "designationdate",
            "datedesignated",
        ],
    ),
];

/// Fields that say nothing.
const NOTHING: [&str; 11] =
    ["none", "unknown", "null", "nan", "n/a", "na", "nil", "-", "-0-", "not available", "nat"];

impl Mapping {
    /// What the columns of a header are. Unknown ones become notes, and with a mapping that is told.
    pub(super) fn targets(given: Option<&Self>, headers: &[&str]) -> (Vec<Target>, Vec<Fault>) {
        let mut faults = Vec::new();
        let mut target = |header: &&str| match given {
            Some(mapping) => mapping.given(header).unwrap_or_else(|| {
                faults.push(Fault::Unmapped { header: (*header).to_owned() });
                Target::Note((*header).to_owned())
            }),
            None => well_known(header),
        };
        let targets = headers.iter().map(&mut target).collect();
        (targets, faults)
    }

    fn given(&self, header: &str) -> Option<Target> {
        let is_it =
            |(known, _): &&(String, String)| known.trim().to_lowercase() == header.trim().to_lowercase();
        let (_, what) = self.columns.iter().find(is_it)?;
        Some(named(what))
    }
}

fn named(what: &str) -> Target {
    match what.trim() {
        "id" => Target::Id,
        "schema" => Target::Schema,
        "" | "-" => Target::Nothing,
        property => Target::Property(property.to_owned()),
    }
}

/// What a column with a well-known header is; a property of `FollowTheMoney` may stand as it is.
pub(super) fn well_known(header: &str) -> Target {
    let plain: String = header.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    let found = WELL_KNOWN.iter().find(|(_, headers)| headers.contains(&&*plain));
    found.map_or_else(|| Target::Note(header.trim().to_owned()), |(what, _)| named(what))
}

/// Whether a header names a party in a way that is understood.
pub(super) fn names_parties(headers: &[&str]) -> bool {
    let has = |property: &str| {
        headers.iter().any(|header| well_known(header) == Target::Property(property.to_owned()))
    };
    has("name") || has("lastName")
}

/// Whether a field says something.
pub(super) fn says(value: &str) -> bool {
    let value = value.trim();
    !value.is_empty() && !NOTHING.contains(&&*value.to_lowercase())
}
