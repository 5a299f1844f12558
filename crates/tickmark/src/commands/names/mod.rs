//! `names`: whether two names are one.

mod compare;
mod score;

use names::Party;
use names::lists::read_dates;
use names::party::{Identifier, Kind};

use super::screen::asked;
use crate::cli::{Names, NamesAct};
use crate::exit::Exit;
use crate::explained::Explained;
use crate::terminal::Terminal;

/// Compares two names, or those of every row of a table.
pub fn run(arguments: &Names, terminal: Terminal) -> Result<Exit, Explained> {
    match &arguments.act {
        NamesAct::Compare(arguments) => compare::run(arguments, terminal),
        NamesAct::Score(arguments) => score::run(arguments, terminal),
    }
}

/// What is known of one side.
struct Side<'a> {
    kind: Kind,
    name: &'a str,
    births: Vec<&'a str>,
    countries: Vec<&'a str>,
    identifiers: Vec<&'a str>,
}

impl Side<'_> {
    /// As a party; a date that is none is what is wrong with it.
    fn party(self) -> Result<Party, String> {
        if !self.name.chars().any(char::is_alphanumeric) {
            return Err(match self.name.trim() {
                "" => "the name is empty".to_owned(),
                name => format!("the name has no letter: “{}”", name.chars().take(40).collect::<String>()),
            });
        }
        let mut party = Party::named(self.kind, self.name);
        for text in self.births {
            party.births.extend(read_dates(text).ok_or_else(|| {
                format!("“{text}” is no date, or may be two; write 1965-03-02, 1965-03 or 1965")
            })?);
        }
        for text in self.countries {
            let country = asked::country(text).ok_or_else(|| format!("“{text}” is no country"))?;
            party.countries.push(country);
        }
        let identifiers = self.identifiers.into_iter().map(asked::identifier);
        party.identifiers = identifiers.map(|(property, text)| Identifier { property, text }).collect();
        Ok(party)
    }
}
