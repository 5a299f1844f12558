//! What a comparison gives.

use std::fmt;

/// Two parties compared.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
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
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
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
    /// As its publisher says: too common or too doubtful to go by.
    Weak,
    /// Another.
    Differs,
}

impl fmt::Display for Part {
    /// `family name PUTIN = Poutine (another spelling) +0.42`.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}", self.what)?;
        let (one, other) = (self.one.as_str(), self.other.as_str());
        match (self.how, one.is_empty(), other.is_empty()) {
            (How::Missing, ..) => write!(out, " {one}{other} on one side only")?,
            (_, true, true) => write!(out, " {}", self.how)?,
            (How::Differs, ..) => write!(out, " differs: {one} / {other}")?,
            (How::Near | How::Letters | How::DayMonth | How::Digit, ..) => {
                write!(out, " {one} ~ {other} ({})", self.how)?
            }
            (How::Same, ..) => write!(out, " {one} = {other}")?,
            _ => write!(out, " {one} = {other} ({})", self.how)?,
        }
        // What rounds to nothing is nothing.
        if self.points.abs() < 0.005 { write!(out, " 0") } else { write!(out, " {:+.2}", self.points) }
    }
}

impl fmt::Display for PartKind {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Name => "name",
            Self::GivenName => "given name",
            Self::FamilyName => "family name",
            Self::Patronymic => "father's name",
            Self::Particle => "particle",
            Self::Title => "title",
            Self::Generation => "generation",
            Self::LegalForm => "legal form",
            Self::OrgWord => "word of organisations",
            Self::Number => "number",
            Self::Order => "order",
            Self::Alias => "alias",
            Self::Kind => "kind",
            Self::Birth => "birth",
            Self::Country => "country",
            Self::Gender => "gender",
            Self::Identifier => "identifier",
        })
    }
}

impl fmt::Display for How {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Same => "the same",
            Self::Spelling => "another spelling",
            Self::Letters => "letters differ",
            Self::Form => "another form",
            Self::Nickname => "short form",
            Self::Cognate => "in another language",
            Self::GenderForm => "of a man and of a woman",
            Self::Initial => "initial",
            Self::Joined => "written together",
            Self::Acronym => "first letters",
            Self::Meaning => "same meaning",
            Self::Consonants => "same consonants",
            Self::Exchanged => "exchanged",
            Self::Served => "without the first part",
            Self::Scrambled => "letters in another order",
            Self::Missing => "missing",
            Self::Repeated => "said twice",
            Self::Within => "as far as known",
            Self::DayMonth => "day and month exchanged",
            Self::Digit => "one digit differs",
            Self::Near => "close",
            Self::Weak => "weak",
            Self::Differs => "differs",
        })
    }
}

impl fmt::Display for Says {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Neither => "not one name",
            Self::SameName => "same name",
            Self::SameParty => "same party",
        })
    }
}

impl fmt::Display for Because {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::NameDiffers => "the names are not one",
            Self::KindDiffers => "they are not of one kind",
            Self::NameAlone => "nothing is known but the names",
            Self::TooLittleBesides => "what is known besides does not settle it",
            Self::WeakAlias => "only a weak alias agrees",
            Self::Contradiction => "something contradicts",
            Self::Identifier => "an identifier is the same",
            Self::Birth => "the day of birth or founding is the same",
            Self::RareName => "the name is rare, and the country or the year agrees",
        })
    }
}
