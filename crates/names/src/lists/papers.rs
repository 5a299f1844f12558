//! Kinds of papers, in the words of publishers who have no fixed ones.

/// Words of a kind of paper and the property that its number is of; the first that occurs decides.
const KINDS: [(&str, &str); 40] = [
    ("passport", "passportNumber"),
    ("passeport", "passportNumber"),
    ("pasaporte", "passportNumber"),
    ("social security", "socialSecurityNumber"),
    ("ssn", "socialSecurityNumber"),
    ("imo", "imoNumber"),
    ("swift", "swiftBic"),
    ("bic", "swiftBic"),
    ("vat", "vatCode"),
    ("tax", "taxNumber"),
    ("fiscal", "taxNumber"),
    ("inn", "innCode"),
    ("ogrn", "ogrnCode"),
    ("okpo", "okpoCode"),
    ("uscc", "uscCode"),
    ("social credit", "uscCode"),
    ("lei", "leiCode"),
    ("legal entity identifier", "leiCode"),
    ("registration", "registrationNumber"),
    ("registry", "registrationNumber"),
    ("regnumber", "registrationNumber"),
    ("register", "registrationNumber"),
    ("company", "registrationNumber"),
    ("commerc", "registrationNumber"),
    ("business", "registrationNumber"),
    ("enterprise", "registrationNumber"),
    ("trade licen", "licenseNumber"),
    ("license", "idNumber"),
    ("licence", "idNumber"),
    ("national", "idNumber"),
    ("identi", "idNumber"),
    ("id card", "idNumber"),
    ("residence", "idNumber"),
    ("birth cert", "idNumber"),
    ("birthcert", "idNumber"),
    ("driv", "idNumber"),
    ("travel", "idNumber"),
    ("visa", "idNumber"),
    ("tazkira", "idNumber"),
    ("cedula", "idNumber"),
];

/// The property that the number of a paper is of; `idNumber`, any number that tells one apart, where its kind is not known.
pub(super) fn property(kind: &str) -> &'static str {
    let kind = kind.to_lowercase();
    // Short ones must be words: "inn" stands in "beginning".
    let is_word = |word: &str| kind.split(|c: char| !c.is_alphanumeric()).any(|part| part == word);
    let found =
        KINDS.iter().find(|(word, _)| if word.len() <= 5 { is_word(word) } else { kind.contains(word) });
    found.map_or("idNumber", |(_, property)| *property)
}

#[cfg(test)]
mod tests {
    #[test]
    fn kinds_have_properties() {
        for (kind, property) in [
            ("Numéro de passeport", "passportNumber"),
            ("Diplomatic passport", "passportNumber"),
            ("United States Social Security Number:", "socialSecurityNumber"),
            ("National Identification Number", "idNumber"),
            ("Tax ID", "taxNumber"),
            ("(INN) 7702070139", "innCode"),
            ("Beginning number", "idNumber"),
            ("regnumber", "registrationNumber"),
            ("Ration Card no", "idNumber"),
        ] {
            assert_eq!(super::property(kind), property, "{kind}");
        }
    }
}
