//! What was typed, as a query.

use names::lists::read_dates;
use names::party::{Gender, Kind};
use names::screening::Query;
use names::words;

use crate::cli::{GenderArgument, Known, Schema};
use crate::explained::Explained;

/// Longest name that is looked up, in characters. The longest on a list has some 300; a page of text is no name.
pub const LONGEST_NAME: usize = 1000;

/// The property that a number is of where nobody says.
const SOME_NUMBER: &str = "idNumber";

/// The query of a command line.
///
/// # Errors
/// When the name is none, or a date is none.
pub fn query(name: &str, known: &Known) -> Result<Query, Explained> {
    let mut births = Vec::new();
    for birth in &known.birth {
        births.extend(dates(birth).ok_or_else(|| {
            Explained::new(format!("--birth {birth} is no date, or may be two"))
                .hint("write it as 1965-03-02, 1965-03 or 1965")
        })?);
    }
    let mut countries = Vec::new();
    for text in &known.country {
        countries.push(country(text).ok_or_else(|| {
            Explained::new(format!("--country {text} is no country that is known"))
                .hint("write its code (ml) or its name, in English or another language")
        })?);
    }
    let query = Query {
        births,
        countries,
        genders: known.gender.map(gender).into_iter().collect(),
        identifiers: known.id.iter().map(|text| identifier(text)).collect(),
        ..Query::named(kind(known.kind), name)
    };
    match unfit(&query) {
        None => Ok(query),
        Some(why) => Err(Explained::new(why).hint("give a name of at least one letter")),
    }
}

/// Why nobody can be looked up by this; `None` where somebody can.
pub fn unfit(query: &Query) -> Option<String> {
    let long = query.names.iter().map(|name| name.chars().count()).max().unwrap_or(0);
    if long > LONGEST_NAME {
        return Some(format!("the name has {long} characters: a name of more than {LONGEST_NAME} is none"));
    }
    if query.has_letters() || !query.identifiers.is_empty() {
        return None;
    }
    Some(match query.shown().trim().is_empty() {
        true => "the name is empty".to_owned(),
        false => format!("the name has no letter: “{}”", query.shown().chars().take(40).collect::<String>()),
    })
}

/// What is asked for; anything that can be listed where nobody says.
pub const fn kind(schema: Option<Schema>) -> Kind {
    match schema {
        Some(Schema::Person) => Kind::Person,
        Some(Schema::Organization) => Kind::Organization,
        Some(Schema::Company) => Kind::Company,
        Some(Schema::LegalEntity) => Kind::LegalEntity,
        Some(Schema::Vessel) => Kind::Vessel,
        Some(Schema::Airplane) => Kind::Airplane,
        None => Kind::Other,
    }
}

const fn gender(gender: GenderArgument) -> Gender {
    match gender {
        GenderArgument::Female => Gender::Female,
        GenderArgument::Male => Gender::Male,
        GenderArgument::Other => Gender::Other,
    }
}

/// Days as people write them, as queries have them; several are alternatives.
pub fn dates(text: &str) -> Option<Vec<String>> {
    read_dates(text).map(|dates| dates.iter().map(ToString::to_string).collect())
}

/// The code of a country, as records have it; `None` where there is no such country.
pub fn country(text: &str) -> Option<String> {
    words::country(text).map(str::to_owned)
}

/// `imoNumber=9187629`, or a number alone.
pub fn identifier(text: &str) -> (String, String) {
    let typed = text.split_once('=').filter(|(property, _)| {
        !property.is_empty() && property.chars().all(|letter| letter.is_ascii_alphanumeric())
    });
    let (property, number) = typed.unwrap_or((SOME_NUMBER, text));
    (property.to_owned(), number.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_can_be_looked_up_by_is_said() {
        let check = |name: &str, expected: Option<&str>| {
            let why = unfit(&Query::named(Kind::Person, name));
            assert_eq!(why.is_some(), expected.is_some(), "{name}: {why:?}");
            assert!(why.unwrap_or_default().contains(expected.unwrap_or_default()), "{name}");
        };
        check("Oste", None);
        check("", Some("empty"));
        check(" .,;- ", Some("no letter"));
        check(&"a".repeat(LONGEST_NAME), None);
        check(&"ab ".repeat(33_334), Some("100002 characters"));
    }

    #[test]
    fn a_number_may_say_what_it_is() {
        let typed = |text| identifier(text);
        assert_eq!(typed("imoNumber=9187629"), ("imoNumber".to_owned(), "9187629".to_owned()));
        assert_eq!(typed(" 12=3"), ("idNumber".to_owned(), "12=3".to_owned()));
    }
}
