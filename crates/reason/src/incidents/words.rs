//! The words of `languages/incidents/`: one pass over a text for all phrases of all languages.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use aho_corasick::AhoCorasick;
use serde::Deserialize;

use crate::text::fold_words;

/// What a phrase tells. The names are the keys of a language file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Cue {
    /// Another event begins.
    NewEvent,
    /// The event told of just before.
    SameEvent,
    /// The figure replaces an earlier one.
    Update,
    /// The number is near what is meant.
    About,
    /// Head of the name of a wide area.
    Area,
    /// Not at the place named, but on the way or at a distance.
    Toward,
    /// What one person saw.
    Witnessed,
    /// What became of people told of before.
    Status,
    /// Losses of the speaker's own side.
    OwnSide,
    /// Beside those counted before.
    Further,
    /// A count over a span of time.
    OverTime,
    /// Right behind a number: some of those told of before.
    PartOf,
    /// The same, of those who were wounded.
    OfWounded,
    /// Around a number: added to those told of before.
    Added,
    /// A toll that was not the last.
    Early,
}

/// What victims are called, as far as it decides which figures count the same people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Victims {
    Anyone,
    Bodies,
    Adults,
    Children,
    Boys,
    Girls,
    Infants,
    Pupils,
    Women,
    Elderly,
    Civilians,
    Soldiers,
    Police,
    Fighters,
    Foes,
    Staff,
    Displaced,
    Miners,
    Herders,
    Farmers,
    Detainees,
    Journalists,
    Families,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct WordFile {
    #[serde(rename = "code")]
    _code: String,
    new_event: Vec<String>,
    same_event: Vec<String>,
    update: Vec<String>,
    about: Vec<String>,
    area: Vec<String>,
    toward: Vec<String>,
    witnessed: Vec<String>,
    status: Vec<String>,
    own_side: Vec<String>,
    further: Vec<String>,
    over_time: Vec<String>,
    part_of: Vec<String>,
    of_wounded: Vec<String>,
    added: Vec<String>,
    early: Vec<String>,
    victims: BTreeMap<Victims, Vec<String>>,
}

/// The phrases, and what each means.
pub(super) struct Words {
    cues: AhoCorasick,
    cue_of: Vec<Cue>,
    victims: AhoCorasick,
    victims_of: Vec<Victims>,
}

/// The words, read at first use.
pub(super) fn words() -> &'static Words {
    const SOURCES: &[&str] = include!(concat!(env!("OUT_DIR"), "/languages_incidents.rs"));
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| {
        let files: Vec<WordFile> = SOURCES
            .iter()
            .map(|source| toml::from_str(source).expect("the built-in language files are tested"))
            .collect();
        Words::of(&files)
    })
}

impl Words {
    fn of(files: &[WordFile]) -> Self {
        let (mut phrases, mut cue_of) = (Vec::new(), Vec::new());
        let (mut nouns, mut victims_of) = (Vec::new(), Vec::new());
        for file in files {
            let lists = [
                (Cue::NewEvent, &file.new_event),
                (Cue::SameEvent, &file.same_event),
                (Cue::Update, &file.update),
                (Cue::About, &file.about),
                (Cue::Area, &file.area),
                (Cue::Toward, &file.toward),
                (Cue::Witnessed, &file.witnessed),
                (Cue::Status, &file.status),
                (Cue::OwnSide, &file.own_side),
                (Cue::Further, &file.further),
                (Cue::OverTime, &file.over_time),
                (Cue::PartOf, &file.part_of),
                (Cue::OfWounded, &file.of_wounded),
                (Cue::Added, &file.added),
                (Cue::Early, &file.early),
            ];
            for (cue, list) in lists {
                phrases.extend(list.iter().map(|phrase| padded(phrase)));
                cue_of.extend(list.iter().map(|_| cue));
            }
            for (group, list) in &file.victims {
                nouns.extend(list.iter().map(|noun| padded(noun)));
                victims_of.extend(list.iter().map(|_| *group));
            }
        }
        let automaton = |phrases: &[String]| AhoCorasick::new(phrases).expect("few and short phrases");
        Self { cues: automaton(&phrases), cue_of, victims: automaton(&nouns), victims_of }
    }

    /// What the phrases in a text tell.
    pub fn cues(&self, text: &str) -> CuesFound {
        let text = padded(text);
        let mut found = CuesFound::default();
        for hit in self.cues.find_overlapping_iter(&text) {
            found.0 |= 1 << self.cue_of[hit.pattern().as_usize()] as u16;
        }
        found
    }

    /// What the victims are called: the first noun that the lists know.
    pub fn victims(&self, text: &str) -> Option<Victims> {
        let text = padded(text);
        let first = self.victims.find_overlapping_iter(&text).min_by_key(|hit| hit.start())?;
        Some(self.victims_of[first.pattern().as_usize()])
    }
}

/// Which cues a text holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct CuesFound(u16);

impl CuesFound {
    pub const fn with(self, cue: Cue) -> Self {
        Self(self.0 | 1 << cue as u16)
    }

    pub const fn has(self, cue: Cue) -> bool {
        self.0 & (1 << cue as u16) != 0
    }
}

/// Folded words with a space on either side, so that phrases match whole words.
fn padded(text: &str) -> String {
    format!(" {} ", fold_words(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_found_as_whole_words() {
        let has = |text: &str, cue| words().cues(text).has(cue);
        assert!(has("On a hauted day; the following day, they left.", Cue::NewEvent));
        assert!(has("Le surlendemain de l’attaque", Cue::SameEvent));
        assert!(!has("They attacked the stationery", Cue::SameEvent));
        assert!(has("une soixantaine", Cue::About) && has("some 500", Cue::About));
        assert!(!has("at least 500", Cue::About) && !has("more than 20", Cue::About));
    }

    #[test]
    fn victims_are_known_by_their_noun() {
        let of = |text: &str| words().victims(text);
        assert_eq!(of("employees of the ferry company"), Some(Victims::Staff));
        assert_eq!(of("Wagner-like fighters"), Some(Victims::Fighters));
        assert_eq!(of("femmes enceintes"), Some(Victims::Women));
        assert_eq!(of("the Riverbend"), None);
    }
}
