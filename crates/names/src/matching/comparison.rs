//! What a comparison gives.

use std::fmt;

/// Two parties compared.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// The sum of the points of the parts, but not under 0 nor over 1.
    pub score: f64,
    /// What spoke for and against, in the order of the words of the first name, then the other evidence.
    pub parts: Vec<Part>,
    /// The two names, as written, that the parts are about: the closest of all that the parties bear. None where one has no name.
    pub names: Option<(String, String)>,
    /// What that says.
    pub says: Says,
    /// Why it says so.
    pub because: Because,
}

/// What a comparison says of two parties. A score alone never does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Says {
    /// Not one name.
    Neither,
    /// One name, of one party or of two.
    SameName,
    /// One name, and something else agrees that two parties of one name seldom share; nothing contradicts.
    SameParty,
}

/// Why a comparison says what it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Because {
    /// The names are not one name.
    NameDiffers,
    /// One is a person, the other a company or a thing.
    KindDiffers,
    /// Nothing is known but the names.
    NameAlone,
    /// The names agree, and what is known besides does not settle it.
    TooLittleBesides,
    /// The names agree only in a weak alias.
    WeakAlias,
    /// The names agree, and something contradicts: another birth date, another identifier of a kind of which one has only one.
    Contradiction,
    /// An identifier is the same.
    Identifier,
    /// The day of birth, founding or building is the same.
    Birth,
    /// A rare name, and the country or the year of birth is the same.
    RareName,
}

/// One line of the account.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// What it is about.
    pub what: PartKind,
    /// What it adds to the score, or takes from it; 0 where it was looked at and decides nothing.
    pub points: f64,
    /// What the first party has, as written; empty where it has nothing.
    pub one: String,
    /// What the second party has.
    pub other: String,
    /// How the two stand to each other.
    pub how: How,
}

/// What a part is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PartKind {
    /// A word of a name.
    Name,
    /// A given name.
    GivenName,
    /// A family name.
    FamilyName,
    /// A name made of the father's.
    Patronymic,
    /// A small word within a name.
    Particle,
    /// A title, honorific or rank.
    Title,
    /// Jr., the elder.
    Generation,
    /// A legal form.
    LegalForm,
    /// A word of organisations.
    OrgWord,
    /// A number.
    Number,
    /// The order of the words, or where one is left out.
    Order,
    /// How the name is borne: a weak alias.
    Alias,
    /// What the parties are.
    Kind,
    /// A day of birth, founding, building.
    Birth,
    /// A country.
    Country,
    /// A gender.
    Gender,
    /// A number or code that was given to one party only.
    Identifier,
}

/// How two things stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum How {
    /// The same.
    Same,
    /// Another spelling of the same sound.
    Spelling,
    /// A few letters differ.
    Letters,
    /// Another form of one given name.
    Form,
    /// One is short for the other: a nickname.
    Nickname,
    /// One given name in two languages.
    Cognate,
    /// The father's and the mother's family in another form: Ivanov, Ivanova.
    GenderForm,
    /// One stands for the other by its first letter.
    Initial,
    /// Written together and apart.
    Joined,
    /// The first letters of the words of the other.
    Acronym,
    /// The same meaning in another language, or shortened.
    Meaning,
    /// Consonants agree; one script writes no vowels.
    Consonants,
    /// Given name and family name are exchanged.
    Exchanged,
    /// The servant's word is left out on one side: Abdul Hanif, Hanif.
    Served,
    /// The same letters in another order.
    Scrambled,
    /// Missing on one side.
    Missing,
    /// Said twice on one side.
    Repeated,
    /// The same as far as both are known: a year and a day of that year.
    Within,
    /// Day and month exchanged.
    DayMonth,
    /// One digit differs.
    Digit,
    /// Close, but not the same.
    Near,
    /// Another.
    Differs,
}

impl fmt::Display for Part {
    /// `family name PUTIN = Poutine (spelling) +0.42`.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:?} {} {} ({:?}) {:+.2}", self.what, self.one, self.other, self.how, self.points)
    }
}
