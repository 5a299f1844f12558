//! Which column of a table is what.

use std::collections::BTreeMap;

use names::party::{Gender, Kind, kind};
use names::screening::Query;

use crate::commands::screen::asked;
use crate::explained::Explained;

/// What a column may hold, with the headers that say so; a header is compared in small letters, without anything but letters and digits.
const WHATS: [(&str, &[&str]); 6] = [
    (
        "name",
        &[
            "name",
            "fullname",
            "clientname",
            "customername",
            "companyname",
            "partyname",
            "entityname",
            "nom",
            "nombre",
            "caption",
            "counterparty",
            "vesselname",
        ],
    ),
    (
        "birth",
        &[
            "birth",
            "birthdate",
            "dateofbirth",
            "dob",
            "born",
            "datedenaissance",
            "incorporationdate",
            "foundingdate",
        ],
    ),
    ("country", &["country", "nationality", "countrycode", "citizenship", "jurisdiction", "pays", "flag"]),
    (
        "id",
        &[
            "id",
            "idnumber",
            "passport",
            "passportnumber",
            "registrationnumber",
            "taxid",
            "imo",
            "imonumber",
            "lei",
        ],
    ),
    ("schema", &["schema", "type", "entitytype", "kind"]),
    ("gender", &["gender", "sex"]),
];

/// Headers of numbers that say which number it is.
const NUMBERS: [(&str, &str); 6] = [
    ("passport", "passportNumber"),
    ("passportnumber", "passportNumber"),
    ("registrationnumber", "registrationNumber"),
    ("taxid", "taxNumber"),
    ("imo", "imoNumber"),
    ("imonumber", "imoNumber"),
];

/// The columns that queries are made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Columns {
    /// What each is, and where it stands.
    by_what: BTreeMap<&'static str, usize>,
    /// The property of the numbers.
    number: String,
    /// The headers.
    headers: Vec<String>,
    kind: Kind,
}

impl Columns {
    /// By what the user says (`name=Client,birth=DOB`) or by their headers.
    ///
    /// # Errors
    /// When a column that is named is not there, or none holds names.
    pub fn of(headers: Vec<String>, said: Option<&str>, kind: Kind) -> Result<Self, Explained> {
        let by_what = match said {
            None => known_columns(&headers),
            Some(said) => {
                let pairs = said.split(',').map(|pair| pair.split_once('=').unwrap_or((pair, "")));
                said_columns(&headers, pairs)?
            }
        };
        Self::by(by_what, headers, kind)
    }

    /// By what each is and its header, as [`Self::used`] gives them.
    ///
    /// # Errors
    /// As [`Self::of`].
    pub fn named(
        headers: Vec<String>,
        used: &BTreeMap<String, String>,
        kind: Kind,
    ) -> Result<Self, Explained> {
        let pairs = used.iter().map(|(what, header)| (what.as_str(), header.as_str()));
        Self::by(said_columns(&headers, pairs)?, headers, kind)
    }

    fn by(
        by_what: BTreeMap<&'static str, usize>,
        headers: Vec<String>,
        kind: Kind,
    ) -> Result<Self, Explained> {
        if !by_what.contains_key("name") {
            return Err(Explained::new("no column holds names")
                .because(format!("the header has {}", headers.join(", ")))
                .hint("say which: --columns name=COLUMN,birth=COLUMN"));
        }
        let number = by_what.get("id").map_or("", |index| headers.get(*index).map_or("", String::as_str));
        let number = bare(number);
        let number = NUMBERS
            .iter()
            .find(|(header, _)| *header == number)
            .map_or("idNumber", |(_, property)| *property);
        Ok(Self { by_what, number: number.to_owned(), headers, kind })
    }

    /// Those that are used: what each is, and its header. For the record.
    pub fn used(&self) -> BTreeMap<String, String> {
        let header = |index: &usize| self.headers.get(*index).cloned().unwrap_or_default();
        self.by_what.iter().map(|(what, index)| ((*what).to_owned(), header(index))).collect()
    }

    /// As `--columns` takes them.
    pub fn words(&self) -> String {
        let used = self.used();
        used.iter().map(|(what, header)| format!("{what}={header}")).collect::<Vec<_>>().join(",")
    }

    /// The query of a row, or why there is none, and what of it was not understood.
    pub fn query(&self, fields: &[String]) -> Result<(Query, Vec<String>), String> {
        let text = |what: &str| {
            let field = self.by_what.get(what).and_then(|index| fields.get(*index));
            field.map_or("", |field| field.trim())
        };
        let mut strange = Vec::new();
        let birth = text("birth");
        let births = asked::dates(birth);
        if births.is_none() && !birth.is_empty() {
            strange.push(format!("“{}” is no date, or may be two; looked up without it", shortened(birth)));
        }
        let mut countries = Vec::new();
        for text in listed(text("country")) {
            match asked::country(text) {
                Some(country) => countries.push(country),
                None => strange.push(format!("“{}” is no country; looked up without it", shortened(text))),
            }
        }
        let schema = text("schema");
        let said = said_kind(schema);
        if said.is_none() && !schema.is_empty() {
            strange.push(format!("“{}” is no schema; looked up without it", shortened(schema)));
        }
        let query = Query {
            births: births.unwrap_or_default(),
            countries,
            genders: gender(text("gender")).into_iter().collect(),
            identifiers: listed(text("id")).map(|number| (self.number.clone(), number.to_owned())).collect(),
            ..Query::named(said.unwrap_or(self.kind), text("name"))
        };
        match asked::unfit(&query) {
            Some(why) => Err(why),
            None => Ok((query, strange)),
        }
    }
}

fn shortened(text: &str) -> String {
    text.chars().take(40).collect()
}

/// Several values in a field.
fn listed(text: &str) -> impl Iterator<Item = &str> {
    text.split(';').map(str::trim).filter(|text| !text.is_empty())
}

/// What a row says that somebody is.
pub fn said_kind(text: &str) -> Option<Kind> {
    let words = [
        ("p", Kind::Person),
        ("individual", Kind::Person),
        ("person", Kind::Person),
        ("natural person", Kind::Person),
        ("natürliche person", Kind::Person),
        ("personne physique", Kind::Person),
        ("persona física", Kind::Person),
        ("физическое лицо", Kind::Person),
        ("legal person", Kind::LegalEntity),
        ("juristische person", Kind::LegalEntity),
        ("personne morale", Kind::LegalEntity),
        ("persona jurídica", Kind::LegalEntity),
        ("юридическое лицо", Kind::LegalEntity),
        ("entity", Kind::LegalEntity),
        ("legalentity", Kind::LegalEntity),
        ("organisation", Kind::Organization),
        ("organization", Kind::Organization),
        ("company", Kind::Company),
        ("vessel", Kind::Vessel),
        ("ship", Kind::Vessel),
        ("aircraft", Kind::Airplane),
        ("airplane", Kind::Airplane),
    ];
    let lower = text.to_lowercase();
    let word = words.into_iter().find(|(word, _)| *word == lower).map(|(_, kind)| kind);
    word.or_else(|| Some(kind(text)).filter(|kind| *kind != Kind::Other))
}

fn gender(text: &str) -> Option<Gender> {
    match text.to_lowercase().as_str() {
        "f" | "female" => Some(Gender::Female),
        "m" | "male" => Some(Gender::Male),
        _ => None,
    }
}

fn bare(header: &str) -> String {
    header.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn known_columns(headers: &[String]) -> BTreeMap<&'static str, usize> {
    let bare: Vec<String> = headers.iter().map(|header| bare(header)).collect();
    let find = |known: &[&str]| known.iter().find_map(|known| bare.iter().position(|header| header == known));
    WHATS.into_iter().filter_map(|(what, known)| Some((what, find(known)?))).collect()
}

fn said_columns<'s>(
    headers: &[String],
    pairs: impl Iterator<Item = (&'s str, &'s str)>,
) -> Result<BTreeMap<&'static str, usize>, Explained> {
    let mut columns = BTreeMap::new();
    for (what, column) in pairs {
        let (what, column) = (what.trim(), column.trim());
        let Some((what, _)) = WHATS.into_iter().find(|(known, _)| *known == what) else {
            let known: Vec<&str> = WHATS.into_iter().map(|(known, _)| known).collect();
            return Err(Explained::new(format!("--columns: `{what}` is nothing that can be asked"))
                .hint(format!("a column may be {}", known.join(", "))));
        };
        let index = headers
            .iter()
            .position(|header| header == column)
            .or_else(|| headers.iter().position(|header| header.eq_ignore_ascii_case(column)));
        let index = index.ok_or_else(|| {
            Explained::new(format!("--columns: there is no column `{column}`"))
                .hint(format!("the header has {}", headers.join(", ")))
        })?;
        columns.insert(what, index);
    }
    Ok(columns)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn columns(headers: &[&str], said: Option<&str>) -> Result<Columns, Explained> {
        Columns::of(headers.iter().map(|header| (*header).to_owned()).collect(), said, Kind::Other)
    }

    fn row(fields: &[&str]) -> Vec<String> {
        fields.iter().map(|field| (*field).to_owned()).collect()
    }

    #[test]
    fn columns_are_known_by_their_headers_or_said() {
        let check = |headers: &[&str], said: Option<&str>, expected: &str| {
            let words = columns(headers, said).map_or_else(|error| error.what, |columns| columns.words());
            assert_eq!(words, expected, "{headers:?}");
        };
        check(&["No", "Full Name", "D.O.B."], None, "birth=D.O.B.,name=Full Name");
        check(&["a", "b"], Some("name=b, country=A"), "country=a,name=b");
        check(&["a", "b"], None, "no column holds names");
        check(&["a"], Some("name=c"), "--columns: there is no column `c`");
        check(&["a"], Some("shoe=a"), "--columns: `shoe` is nothing that can be asked");
    }

    #[test]
    fn a_row_is_a_query_or_says_why_not() {
        let columns = columns(&["name", "dob", "country", "passport", "type"], None).expect("columns");
        let (query, strange) =
            columns.query(&row(&["Oste", "3/4/65", "NO;ml", "A1", "individual"])).expect("a query");
        assert_eq!(query.kind, Kind::Person);
        assert_eq!((query.births.len(), &*query.countries), (0, &["no".to_owned(), "ml".to_owned()][..]));
        assert_eq!(query.identifiers, [("passportNumber".to_owned(), "A1".to_owned())]);
        assert_eq!(strange, ["“3/4/65” is no date, or may be two; looked up without it"]);
        let (query, strange) =
            columns.query(&row(&["Oste", "02.03.1965", "Schlaraffenland; Norwegen"])).expect("a query");
        assert_eq!((&*query.births[0], &*query.countries[0]), ("1965-03-02", "no"));
        assert_eq!(strange, ["“Schlaraffenland” is no country; looked up without it"]);
        assert_eq!(
            columns.query(&row(&["", "", "", "", ""])).map(|_| ()),
            Err("the name is empty".to_owned())
        );
        assert_eq!(columns.query(&row(&["--"])).map(|_| ()), Err("the name has no letter: “--”".to_owned()));
    }
}
