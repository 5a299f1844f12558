//! The words by which languages tell who and what is named, and the parties that everybody knows.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Deserialize;

use super::EntityKind;
use crate::text::{WordMap, WordSet, fold, fold_words};

/// What a word says about a name that it stands in or beside. The names are the keys of `[words]` in a language file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Role {
    Rank,
    Office,
    Honorific,
    PersonNoun,
    OrgHead,
    ArmedHead,
    CompanyForm,
    CompanyWord,
    PlaceHead,
    OtherHead,
    Portfolio,
    NameAdjective,
    UnitNoun,
    Of,
    Article,
    Particle,
    And,
    In,
    Saying,
    Acting,
    PlacePreposition,
    /// As well before a place as before a party: "to", "à".
    Toward,
    CompanyNoun,
    PlaceNoun,
    Facility,
    FacilityAdjective,
    ArmedNoun,
    OrgNoun,
    OtherNoun,
    Called,
    Government,
    Military,
    GovernmentPair,
    MilitaryPair,
    Stop,
    Ordinary,
    Calendar,
    PossessiveName,
    Ministry,
    Administration,
    PersonalRule,
    Reporting,
    Told,
    OrdinaryEnding,
    /// Says a legal form only in capitals: "AG", not "Ag".
    CompanyCapitals,
    /// A head that is of many kinds: "Coalition", "Group".
    GenericHead,
    /// An abbreviation or numeral that names nobody.
    NoName,
    /// What a place is, and no other place: "Kessa town" is Kessa, "Kessa River" is not.
    AdminNoun,
    /// Those who live in a place: "residents".
    Dweller,
    /// An office of a place: "mayor".
    Civic,
    /// How far and where from a place: "north", "kilometres".
    Bearing,
    /// What befalls a place: "raid".
    Event,
    /// Leads from place to place: "road".
    Way,
    /// A side of the sky or of a river that begins a name: "Upper".
    Side,
    /// What nature made, behind the name that it bears: "Kessa forest".
    Feature,
    /// Before "of the" and a group: "leader".
    Member,
    /// A part of a day.
    Daytime,
    /// "is", "was".
    Copula,
    /// A legal form in small letters: "plc".
    CompanySmall,
    /// What a town or region has, named with it: "Kessa police".
    Seat,
    /// Begins names of places: "Wadi".
    PlaceStart,
    /// Ends names of places behind a hyphen: "Nord".
    PlaceEnd,
    /// Heads a column of places: "County".
    Column,
    /// Begins a byline: "By".
    By,
    /// Behind an age: "ans".
    Years,
    /// Before "of" and somebody: "sister".
    Kin,
    /// Before somebody's name: "named", "appelle".
    Naming,
    /// Before a verb: "se".
    Reflexive,
    /// Before a verb of what somebody will or must do: "should".
    Will,
    /// Before a participle: "has".
    Auxiliary,
    /// Begins a clause: "when".
    When,
    /// "it".
    It,
    /// Is on the way: "came".
    Moving,
    /// A house that is an institution by its name: "hospital".
    House,
    /// What units do that bear no arms: "droits".
    CivilField,
    /// Put before names and kept with them: "Daw".
    NamePrefix,
    /// An embassy or consulate.
    Mission,
    /// A group of any kind: "group".
    Band,
    /// Beside a group: it bears arms.
    BearsArms,
    /// A noun that is kept with the name before it: "gang".
    KeptNoun,
    /// A broadcaster, as the first word of its name.
    Outlet,
    /// From `knowledge/given_names.txt`.
    GivenName,
    /// From `languages/places`: an adjective of a country.
    Nationality,
    /// A name of a known party begins with it.
    KnownStart,
    /// A part of a state that has several words begins with it.
    PairStart,
}

/// Several roles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Roles(u128);

impl Roles {
    pub(super) const fn with(self, role: Role) -> Self {
        Self(self.0 | 1 << role as u128)
    }

    pub(super) const fn has(self, role: Role) -> bool {
        self.0 & (1 << role as u128) != 0
    }

    pub(super) const fn without(self, role: Role) -> Self {
        Self(self.0 & !(1 << role as u128))
    }

    pub(super) fn any(self, roles: &[Role]) -> bool {
        roles.iter().any(|role| self.has(*role))
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(rename = "code")]
    _code: String,
    words: BTreeMap<Role, Vec<String>>,
    definitions: Definitions,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Definitions {
    also: Vec<String>,
    within: Vec<String>,
}

/// How sure a phrase is to equate two names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Equation {
    /// Wherever it stands.
    Anywhere,
    /// Within brackets or before quotation marks only.
    Within,
}

/// A party that everybody knows.
#[derive(Debug)]
pub(super) struct KnownParty {
    pub kind: EntityKind,
}

/// The words of all languages together.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    roles: WordMap<String, Roles>,
    pairs: WordMap<String, Role>,
    equations: WordMap<String, Equation>,
    /// Their first words.
    equation_starts: WordSet<String>,
    parties: Vec<KnownParty>,
    known: WordMap<String, KnownName>,
    /// What some known name begins with, as whole words.
    known_starts: WordSet<String>,
    endings: Vec<String>,
}

/// A name of a known party.
#[derive(Debug, Clone, Copy)]
pub(super) struct KnownName {
    pub party: usize,
    /// Written in capitals throughout: as an ordinary word it means something else.
    pub capitals: bool,
}

const SOURCES: &[&str] = include!(concat!(env!("OUT_DIR"), "/languages_entities.rs"));
const PARTIES: &str = include_str!("../../knowledge/parties.tsv");
const GIVEN_NAMES: &str = include_str!("../../knowledge/given_names.txt");

/// The lexicon, made at first use.
pub(super) fn lexicon() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(|| {
        let mut lexicon = Lexicon::default();
        for source in SOURCES {
            let file: File = toml::from_str(source).expect("the built-in language files are tested");
            lexicon.learn(file);
        }
        for name in content_lines(GIVEN_NAMES).flat_map(str::split_whitespace) {
            lexicon.give(&fold(name), Role::GivenName);
        }
        for line in content_lines(PARTIES) {
            lexicon.learn_party(line);
        }
        lexicon
    })
}

fn content_lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty())
}

/// Whether everybody knows an abbreviation: it stands in the list of known parties, is one of a country, or names nobody.
#[must_use]
pub fn is_common_abbreviation(text: &str) -> bool {
    let folded = fold_words(text);
    lexicon().known(&folded).is_some()
        || lexicon().roles(&folded).has(Role::NoName)
        || crate::places::Gazetteer::bundled()
            .of_folded(&folded)
            .any(|record| record.class == crate::places::FeatureClass::Country)
}

impl Lexicon {
    fn learn(&mut self, file: File) {
        for (role, lists) in file.words {
            for word in lists.iter().flat_map(|list| list.split_whitespace()) {
                match role {
                    Role::GovernmentPair | Role::MilitaryPair => {
                        let pair = fold(&word.replace('-', " "));
                        self.give(pair.split(' ').next().unwrap_or_default(), Role::PairStart);
                        self.pairs.insert(pair, role);
                    }
                    Role::OrdinaryEnding => self.endings.push(fold(word)),
                    _ => self.give(&fold(word), role),
                }
            }
        }
        for phrase in file.definitions.also {
            let phrase = self.equating(&phrase);
            self.equations.insert(phrase, Equation::Anywhere);
        }
        for phrase in file.definitions.within {
            let phrase = self.equating(&phrase);
            self.equations.entry(phrase).or_insert(Equation::Within);
        }
    }

    /// A phrase that equates, folded; its first word is taken in.
    fn equating(&mut self, phrase: &str) -> String {
        let folded = fold_words(phrase);
        self.equation_starts.extend(folded.split(' ').next().map(str::to_owned));
        folded
    }

    fn give(&mut self, word: &str, role: Role) {
        let roles = self.roles.entry(word.to_owned()).or_default();
        *roles = roles.with(role);
    }

    fn learn_party(&mut self, line: &str) {
        let Some((kind, names)) = line.split_once('\t') else { return };
        let kind = match kind {
            "person" => EntityKind::Person,
            "organization" => EntityKind::Organization,
            "armed_group" => EntityKind::ArmedGroup,
            "company" => EntityKind::Company,
            "place" => EntityKind::Place,
            _ => EntityKind::Other,
        };
        let party = self.parties.len();
        self.parties.push(KnownParty { kind });
        for name in names.split(';') {
            let capitals = name.chars().all(|c| !c.is_lowercase());
            let folded = fold_words(name);
            if let Some(first) = folded.split(' ').next() {
                self.give(first, Role::KnownStart);
            }
            let ends = folded.match_indices(' ').map(|(at, _)| folded[..at].to_owned());
            self.known_starts.extend(ends);
            // "Croix-Rouge" is one unit.
            if let Some((first, _)) =
                name.split_once(' ').or(Some((name, ""))).filter(|(first, _)| first.contains('-'))
            {
                self.give(&fold(first), Role::KnownStart);
            }
            self.known.entry(folded).or_insert(KnownName { party, capitals });
        }
    }

    /// What a folded word may say.
    pub(super) fn roles(&self, word: &str) -> Roles {
        self.roles.get(word).copied().unwrap_or_default()
    }

    /// Whether a folded word ends as adverbs and participles do, which open sentences.
    pub(super) fn ends_ordinarily(&self, word: &str) -> bool {
        word.len() > 5 && self.endings.iter().any(|ending| word.ends_with(ending.as_str()))
    }

    /// Whether two or more folded words name a part of a state: "air force".
    pub(super) fn pair(&self, words: &str) -> Option<Role> {
        self.pairs.get(words).copied()
    }

    /// Whether a phrase between two names equates them. The phrase is folded.
    pub(super) fn equation(&self, phrase: &str) -> Option<Equation> {
        self.equations.get(phrase).copied()
    }

    /// Whether a phrase that equates begins with a folded word.
    pub(super) fn begins_equation(&self, word: &str) -> bool {
        self.equation_starts.contains(word)
    }

    /// The party that everybody knows by a folded name.
    pub(super) fn known(&self, name: &str) -> Option<KnownName> {
        self.known.get(name).copied()
    }

    /// Whether a longer known name begins with these folded words.
    pub(super) fn begins_known(&self, words: &str) -> bool {
        self.known_starts.contains(words)
    }

    pub(super) fn party(&self, party: usize) -> &KnownParty {
        &self.parties[party]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_have_their_roles() {
        for (word, role) in [
            ("colonel", Role::Rank),
            ("ministere", Role::OrgHead),
            ("bataillon", Role::ArmedHead),
            ("sarl", Role::CompanyForm),
            ("defense", Role::Portfolio),
            ("etats", Role::Particle),
        ] {
            assert_eq!(lexicon().roles(word).has(role), word != "etats", "{word}");
        }
        assert_eq!(lexicon().pair("air force"), Some(Role::MilitaryPair));
        assert_eq!(lexicon().equation("also known as"), Some(Equation::Anywhere));
        assert!(lexicon().known("nations unies").is_some());
    }
}
