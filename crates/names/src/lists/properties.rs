//! Which things have which properties in `FollowTheMoney`.

use ftm::is_a;

/// The broadest schemata that have a property which not every thing has (`FollowTheMoney` 4.11); `None` for those of `Thing`.
fn owners(property: &str) -> Option<&'static [&'static str]> {
    Some(match property {
        "abbreviation" | "email" | "phone" | "website" | "legalForm" | "incorporationDate"
        | "dissolutionDate" | "status" | "sector" | "classification" | "idNumber" | "taxNumber"
        | "licenseNumber" | "vatCode" | "jurisdiction" | "mainCountry" | "uscCode" | "okpoCode"
        | "innCode" | "ogrnCode" | "leiCode" | "dunsCode" | "swiftBic" => &["LegalEntity"],
        "registrationNumber" => &["LegalEntity", "Vehicle", "Security"],
        "title"
        | "firstName"
        | "secondName"
        | "middleName"
        | "fatherName"
        | "motherName"
        | "lastName"
        | "nameSuffix"
        | "birthDate"
        | "birthPlace"
        | "birthCountry"
        | "deathDate"
        | "position"
        | "nationality"
        | "citizenship"
        | "passportNumber"
        | "socialSecurityNumber"
        | "gender"
        | "ethnicity"
        | "height"
        | "weight"
        | "eyeColor"
        | "hairColor"
        | "appearance"
        | "religion"
        | "education"
        | "profession" => &["Person"],
        "imoNumber" => &["Organization", "Vessel"],
        "type" => &["Vehicle", "Security"],
        "model" | "buildDate" => &["Vehicle"],
        "flag"
        | "tonnage"
        | "grossRegisteredTonnage"
        | "callSign"
        | "pastFlags"
        | "mmsi"
        | "registrationPort" => &["Vessel"],
        "serialNumber" | "icaoCode" | "manufacturer" => &["Airplane"],
        "bikCode" | "isinCode" | "ticker" | "kppCode" => &["Company"],
        _ => return None,
    })
}

/// Whether things of a schema have a property.
pub(super) fn allowed(schema: &str, property: &str) -> bool {
    owners(property).is_none_or(|owners| owners.iter().any(|owner| is_a(schema, owner)))
}
