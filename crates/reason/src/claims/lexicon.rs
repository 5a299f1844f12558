use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Deserialize;

use super::ClaimKind;
use super::phrasebook::Phrasebook;

/// How a word of an event stands to those whom it happens to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Role {
    /// Done to them: "killed 12", "12 were killed".
    Acts,
    /// They are its subject: "12 died".
    Suffers,
    /// A noun before them: "the deaths of 12".
    Of,
    /// A noun that the number counts: "12 deaths".
    Counted,
    /// Behind them: "left 12 men dead".
    States,
    /// Begins before them and ends behind them: "forced 12 families from"; the index of its end in [`Lexicon::tails`].
    Around(usize),
}

/// What a word of an event says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct CueWord {
    pub kind: ClaimKind,
    pub role: Role,
    /// It happens to things, too: only with a word for people does it count.
    pub needs_people: bool,
}

/// Other words that the grammar knows, as `languages/claims/en.toml` explains them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Word {
    Subset,
    SubsetOf,
    Toll,
    TollInjured,
    Victims,
    TollTo,
    Unreal,
    Did,
    Negation,
    Deny,
    None,
    Say,
    Tally,
    Utter,
    Restate,
    Tell,
    According,
    Hedges,
    By,
    At,
    Near,
    Places,
    Things,
    People,
    Force,
    Attack,
    Conduct,
    Nobody,
    They,
    Others,
    Event,
    Agentless,
    Owned,
    Cause,
    Times,
    From,
    NotThere,
    Towards,
    Motion,
    Theirs,
    Wide,
    StrikesOn,
    Between,
    Groups,
    MadeOf,
    Ages,
    NumberOf,
    Resumed,
    AlongWith,
    With,
    Numbering,
    Inclusion,
    Sayings,
    Bodies,
    Against,
    One,
    Or,
    Only,
    Behind,
    QuotedBy,
    Light,
    Who,
    Attributed,
    Whenever,
    AnotherEvent,
    SameEvent,
    Owning,
    Standing,
    AsOf,
    That,
    Care,
    Writing,
    Byline,
    Settlement,
    Another,
    Bystanders,
    Ordinal,
    Coming,
    Counting,
    Assailants,
    Oblique,
    SamePlace,
    Inside,
    Cases,
    Freed,
    Aftermath,
    Minors,
    Whole,
    Changed,
    Arriving,
    Refugees,
    Then,
    Accusing,
    Means,
    Amount,
    Definite,
    Claimed,
    AmongThem,
    Names,
    Lists,
    SpeaksOf,
    Total,
    Partitive,
    Asking,
    Them,
    Leaving,
    Dwellers,
    About,
    Teaser,
    AtLeast,
    ThereWere,
    Corrected,
    InWhich,
    Lying,
    Beginning,
    Called,
    OnePerson,
    OneThing,
    OneOfEither,
    Several,
    Female,
    Male,
    SingleDeterminer,
    PluralDeterminer,
    FemaleDeterminer,
    MaleDeterminer,
    Institutions,
    Titles,
    Sources,
    Rules,
    InTheView,
    We,
    Same,
    Able,
    Contrast,
    EachOther,
    Performs,
    Hearsay,
    Tends,
    Mouthpiece,
    Casualties,
    AnyPeople,
    Kept,
    Upon,
    ShotAt,
    Fire,
    Taken,
    Equals,
    ComparedWith,
    Publishing,
    Visitors,
    Reaching,
    Verified,
    Checked,
    Recovered,
    PlaceLabel,
    ActorLabel,
}

/// The words of one language.
#[derive(Debug)]
pub(super) struct Lexicon {
    code: String,
    pub cues: Phrasebook<CueWord>,
    pub words: Phrasebook<Word>,
    /// What ends a phrase around its people.
    pub tails: Vec<Vec<String>>,
    /// First words of what the number behind them is the toll of.
    tolls: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LexiconFile {
    code: String,
    kinds: BTreeMap<String, KindWords>,
    words: BTreeMap<Word, Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct KindWords {
    acts: Vec<String>,
    suffers: Vec<String>,
    of: Vec<String>,
    counted: Vec<String>,
    states: Vec<String>,
    around: Vec<String>,
    needs_people: Vec<String>,
}

impl From<LexiconFile> for Lexicon {
    fn from(file: LexiconFile) -> Self {
        let mut lexicon = Self {
            code: file.code,
            cues: Phrasebook::default(),
            words: Phrasebook::default(),
            tails: Vec::new(),
            tolls: Vec::new(),
        };
        for kind in ClaimKind::ALL {
            if let Some(words) = file.kinds.get(kind.name()) {
                lexicon.add_kind(kind, words);
            }
        }
        for (word, phrases) in &file.words {
            for phrase in phrases {
                lexicon.words.add(phrase, word);
                if matches!(word, Word::Toll | Word::TollInjured | Word::Victims) {
                    let mut forms = phrase.split(' ').next().unwrap_or_default().split('/');
                    let stem = forms.next().unwrap_or_default();
                    lexicon.tolls.push(stem.to_owned());
                    lexicon.tolls.extend(forms.map(|ending| format!("{stem}{ending}")));
                }
            }
        }
        lexicon
    }
}

impl Lexicon {
    fn add_kind(&mut self, kind: ClaimKind, words: &KindWords) {
        for (role, list) in [
            (Role::Acts, &words.acts),
            (Role::Suffers, &words.suffers),
            (Role::Of, &words.of),
            (Role::Counted, &words.counted),
            (Role::States, &words.states),
        ] {
            for phrase in list {
                let needs_people = words.needs_people.contains(phrase);
                self.cues.add(phrase, &CueWord { kind, role, needs_people });
            }
        }
        for phrase in &words.around {
            let Some((before, behind)) = phrase.split_once(" … ") else { continue };
            let role = Role::Around(self.tails.len());
            self.tails.push(
                crate::text::tokens(behind).iter().map(|token| token.text(behind).to_lowercase()).collect(),
            );
            self.cues.add(before, &CueWord { kind, role, needs_people: false });
        }
    }
}

/// The files of `languages/claims/`, built in.
const SOURCES: &[&str] = include!(concat!(env!("OUT_DIR"), "/languages_claims.rs"));

fn all() -> &'static [Lexicon] {
    static LEXICONS: OnceLock<Vec<Lexicon>> = OnceLock::new();
    LEXICONS.get_or_init(|| {
        SOURCES
            .iter()
            .map(|source| {
                toml::from_str::<LexiconFile>(source).expect("the built-in language files are tested").into()
            })
            .collect()
    })
}

/// The words of all languages: headers of a table are too short to tell which they are in.
pub(super) fn lexicons() -> &'static [Lexicon] {
    all()
}

/// The words of a language; those of the first where it has none.
pub(super) fn lexicon(code: &str) -> &'static Lexicon {
    all().iter().find(|lexicon| lexicon.code == code).unwrap_or(&all()[0])
}

/// Whether a word, in small letters, may begin a phrase that tells of an event, in any language.
pub(super) fn may_tell(word: &str) -> bool {
    all().iter().any(|lexicon| lexicon.cues.begins(word) || lexicon.tolls.iter().any(|toll| toll == word))
}

/// Whether a text begins with a phrase of a class, in any language.
pub(super) fn begins_with(text: &str, class: Word) -> bool {
    let opening = &text[..text.floor_char_boundary(LONGEST_OPENING)];
    if !may_begin_with(opening, class) {
        return false;
    }
    let first: Vec<String> = crate::text::tokens(opening)
        .iter()
        .filter(|token| !matches!(token.kind, crate::text::TokenKind::Mark('*' | '_' | '#' | '>')))
        .map(|token| token.text(text).to_lowercase())
        .collect();
    all().iter().any(|lexicon| lexicon.words.at(&first, 0).any(|(_, word)| *word == class))
}

/// Whether the first word of a text begins a phrase of a class: most sentences need no more than that.
fn may_begin_with(text: &str, class: Word) -> bool {
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '_' | '#' | '>'));
    let end = text.find(char::is_whitespace).unwrap_or(text.len());
    let tokens = crate::text::tokens(&text[..end]);
    let Some(first) = tokens.first() else { return false };
    let word = first.text(text).to_lowercase();
    all().iter().any(|lexicon| lexicon.words.may_begin(&word, |known| *known == class))
}

/// Phrases that open a text are no longer than this, in bytes.
const LONGEST_OPENING: usize = 80;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_every_kind_and_word() {
        for source in SOURCES {
            let file: LexiconFile = toml::from_str(source).expect("a language file");
            for kind in ClaimKind::ALL {
                assert!(file.kinds.contains_key(kind.name()), "{} {}", file.code, kind.name());
            }
            for words in file.kinds.values() {
                let all: Vec<_> =
                    words.acts.iter().chain(&words.suffers).chain(&words.of).chain(&words.counted).collect();
                for phrase in &words.needs_people {
                    assert!(all.contains(&phrase), "{}: {phrase} is in no other list", file.code);
                }
            }
        }
    }
}
