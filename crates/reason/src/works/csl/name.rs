//! Whether a name is that of a person, and which part of it is the family name.
//!
//! The two mistakes are not alike. A body taken for a person is printed as nonsense ("Watch, H. R."); a person taken
//! for a body is printed whole and sorted by the first name. So a name is split only where it looks like a person's and
//! nothing speaks against it, and stays literal otherwise.

use serde::Serialize;

/// A name variable of CSL-JSON.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum CslName {
    /// A person, in two parts. Particles stand with the family name: `Ag Ghaly`, `van Dijk`.
    Person {
        /// What lists sort by.
        family: String,
        /// The rest.
        given: String,
    },
    /// A body, a person known by one name, or a name that cannot be told apart.
    Literal {
        /// As printed.
        literal: String,
    },
}

/// Words that stand in names of bodies, lower case, whole words. English, French, Spanish, German.
#[rustfmt::skip]
const BODY_WORDS: &[&str] = &[
    "academy", "action", "administration", "affairs", "africa", "african", "afrique", "agence", "agency", "agenzia",
    "alliance", "amnesty", "archive", "archives", "army", "assembly", "association", "authority", "bank", "board",
    "broadcasting", "bureau", "center", "centre", "chronicle", "club", "coalition", "collective", "comité", "commission",
    "committee", "company", "confidential", "congress", "consortium", "consulate", "corporation", "council", "courier",
    "court", "cour", "daily", "department", "desk", "digest", "division", "economist", "editors", "embassy", "europe",
    "expert", "experts", "express", "federation", "fondation", "force", "forces", "forum", "foundation", "français",
    "france", "fund", "gazette", "global", "government", "group", "groupe", "guardian", "gouvernement", "headquarters",
    "herald", "human", "initiative", "insight", "institut", "institute", "instituto", "intelligence", "international",
    "investigations", "jeune", "journal", "justice", "lab", "league", "magazine", "media", "médias", "ministerio",
    "ministère", "ministry", "mission", "monitor", "movement", "nation", "national", "nations", "network", "news",
    "newsroom", "observatory", "observatoire", "observer", "office", "organisation", "organization", "panel",
    "parliament", "parliamentary", "party", "police", "post", "presidency", "présidence", "press", "presse", "program",
    "programme", "project", "radio", "registry", "report", "reporters", "republic", "république", "research", "review",
    "rights", "sans", "school", "secretariat", "secretary-general", "security", "senate", "service", "services",
    "society", "staff", "standard", "star", "state", "states", "studies", "survey", "task", "team", "telegraph",
    "television", "times", "today", "tribunal", "tribune", "trust", "tv", "union", "united", "universität",
    "university", "université", "war", "watch", "weekly", "world",
];

/// Words that open the name of a body and never that of a person, lower case.
const BODY_OPENERS: &[&str] = &["the", "le", "la", "les", "l'", "el", "los", "die", "der", "das"];

/// Words that join the parts of a body's name, lower case. People have none of them ("de" they have).
const BODY_JOINTS: &[&str] = &[
    "of", "for", "and", "on", "to", "in", "at", "the", "des", "du", "et", "pour", "sur", "für", "und",
    "para", "&",
];

/// What belongs to the family name that follows, lower case.
#[rustfmt::skip]
const PARTICLES: &[&str] = &[
    "abu", "ag", "al", "ben", "bin", "bint", "da", "de", "den", "der", "di", "dos", "el", "ibn", "ould", "ter",
    "van", "von",
];

/// What comes before a name and is no part of it, lower case, without the full stop.
const HONORIFICS: &[&str] =
    &["dr", "prof", "mr", "mrs", "ms", "mme", "col", "gen", "lt", "capt", "maj", "sgt"];

/// People are rarely printed with more words than this; bodies often are.
const MOST_WORDS_OF_A_PERSON: usize = 5;

impl CslName {
    /// Reads a name as printed: `Jane Q. Doe`, `Doe, Jane`, `NASR Wassim`, `Human Rights Watch`.
    #[must_use]
    pub fn of(name: &str) -> Self {
        let name = name.trim();
        person(name).unwrap_or_else(|| Self::body(name))
    }

    /// A name that is kept whole.
    #[must_use]
    pub fn body(name: &str) -> Self {
        Self::Literal { literal: name.trim().to_owned() }
    }

    /// As lists sort it: the family name, or the whole.
    #[must_use]
    pub fn sort_key(&self) -> &str {
        match self {
            Self::Person { family, .. } => family,
            Self::Literal { literal } => literal,
        }
    }
}

fn person(name: &str) -> Option<CslName> {
    if name.contains(|c: char| c.is_ascii_digit() || "@/:;()&#|_".contains(c)) {
        return None;
    }
    if let Some((family, given)) = name.split_once(',') {
        return inverted(family, given);
    }
    let mut words: Vec<&str> = name.split_whitespace().collect();
    while words.len() > 2 && is_one_of(words[0].trim_end_matches('.'), HONORIFICS) {
        words.remove(0);
    }
    let fits = (2..=MOST_WORDS_OF_A_PERSON).contains(&words.len());
    if !fits || speaks_for_a_body(&words) || !words.iter().all(|word| is_name_word(word)) {
        return None;
    }
    let (given, family) = split(&words);
    Some(CslName::Person { family: family.join(" "), given: given.join(" ") })
}

/// `Doe, Jane`. What stands before the comma has no given name to lose, so a short one is enough.
fn inverted(family: &str, given: &str) -> Option<CslName> {
    let words: Vec<&str> = family.split_whitespace().chain(given.split_whitespace()).collect();
    let company = matches!(
        given.trim().trim_end_matches('.').to_lowercase().as_str(),
        "inc" | "ltd" | "llc" | "plc" | "sa" | "sarl" | "gmbh" | "jr" | "sr" | ""
    );
    let fits = words.len() <= MOST_WORDS_OF_A_PERSON && !given.contains(',');
    if company || !fits || speaks_for_a_body(&words) || !words.iter().all(|word| is_name_word(word)) {
        return None;
    }
    Some(CslName::Person { family: family.trim().to_owned(), given: given.trim().to_owned() })
}

fn speaks_for_a_body(words: &[&str]) -> bool {
    is_one_of(words[0], BODY_OPENERS)
        || words.iter().any(|word| is_one_of(word, BODY_WORDS) || is_one_of(word, BODY_JOINTS))
        || words.iter().all(|word| is_acronym(word))
}

/// `Wassim`, `M.`, `Jean-Hervé`, `d'Arc`, `al-Sudani`, or a particle. Scripts without capitals never fit: where their
/// family name stands is not told by position.
fn is_name_word(word: &str) -> bool {
    let first_is_upper = word.chars().next().is_some_and(char::is_uppercase);
    let prefixed = word.split_once(['-', '\'', '’']).is_some_and(|(before, after)| {
        before.chars().count() <= 2 && after.chars().next().is_some_and(char::is_uppercase)
    });
    first_is_upper || prefixed || is_one_of(word, PARTICLES)
}

/// Two capitals or more and nothing else: `UN`, `BBC`.
fn is_acronym(word: &str) -> bool {
    word.chars().count() > 1 && word.chars().all(char::is_uppercase)
}

/// Where the family name begins: at the word in capitals where only one is (`NASR Wassim`, `Wassim NASR`), else at
/// the first particle after the first word, else at the last word.
fn split<'w, 'n>(words: &'w [&'n str]) -> (&'w [&'n str], &'w [&'n str]) {
    let last = words.len() - 1;
    if is_acronym(words[0]) && words[0].chars().count() > 2 && !is_acronym(words[last]) {
        let (family, given) = words.split_at(1);
        return (given, family);
    }
    let family = (1..last).find(|at| is_one_of(words[*at], PARTICLES)).unwrap_or(last);
    words.split_at(family)
}

fn is_one_of(word: &str, list: &[&str]) -> bool {
    let lower = word.to_lowercase();
    list.contains(&lower.as_str())
}
