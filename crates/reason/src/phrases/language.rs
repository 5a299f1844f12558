use std::sync::OnceLock;

use serde::Deserialize;

use super::Tag;
use crate::text::{Outline, Outlines, WordMap};

/// The closed-class words of one language, as `languages/phrases/en.toml` explains them.
#[derive(Debug)]
pub(super) struct Tongue {
    pub code: String,
    tags: WordMap<String, Tag>,
    outlines: Outlines,
    /// By their last byte, in the order in which they are tried.
    endings: Vec<Vec<(String, Tag)>>,
    pub coordinating: Vec<Vec<String>>,
    /// Whether an adjective follows its noun, as in French, so that the first noun is the head and not the last.
    pub head_first: bool,
}

impl Tongue {
    /// What a word in small letters is by itself. `None`: an open-class word, a noun until shown otherwise.
    pub fn tag(&self, word: &str, outline: Outline) -> Option<Tag> {
        if let Some(tag) = self.outlines.may_have_one(outline).then(|| self.tags.get(word)).flatten() {
            return (*tag != Tag::Noun).then_some(*tag);
        }
        let last = word.bytes().last()?;
        self.endings[usize::from(last)]
            .iter()
            .find(|(ending, _)| word.len() > ending.len() + 1 && word.ends_with(ending.as_str()))
            .map(|(_, tag)| *tag)
    }

    /// How much a word in small letters tells that a sentence is in this language: function words most.
    pub fn weight(&self, word: &str, outline: Outline) -> usize {
        match self.tag(word, outline) {
            Some(
                Tag::Determiner
                | Tag::Preposition
                | Tag::Of
                | Tag::Be
                | Tag::Have
                | Tag::Coordinator
                | Tag::Pronoun,
            ) => 3,
            Some(_) => 1,
            None => 0,
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TongueFile {
    code: String,
    determiners: Vec<String>,
    pronouns: Vec<String>,
    of: Vec<String>,
    prepositions: Vec<String>,
    coordinators: Vec<String>,
    coordinating_phrases: Vec<String>,
    subordinators: Vec<String>,
    relatives: Vec<String>,
    be: Vec<String>,
    have: Vec<String>,
    #[serde(rename = "do")]
    auxiliary: Vec<String>,
    modals: Vec<String>,
    negations: Vec<String>,
    adverbs: Vec<String>,
    adverb_endings: Vec<String>,
    plain: Vec<String>,
    participle_endings: Vec<String>,
    gerund_endings: Vec<String>,
    verb_endings: Vec<String>,
    verbs: Vec<String>,
    adjectives: Vec<String>,
    before_noun: Vec<String>,
    people_adjectives: Vec<String>,
    months: Vec<String>,
    days: Vec<String>,
}

impl From<TongueFile> for Tongue {
    fn from(file: TongueFile) -> Self {
        let head_first = !file.before_noun.is_empty();
        let (mut tags, mut outlines) = (WordMap::default(), Outlines::default());
        // Where a word stands in two lists, the later one holds.
        for (words, tag) in [
            (file.plain, Tag::Noun),
            (file.verbs, Tag::Verb),
            (file.adverbs, Tag::Adverb),
            (file.people_adjectives, Tag::Participle),
            (file.adjectives, Tag::Adjective),
            (file.before_noun, Tag::Before),
            (file.subordinators, Tag::Subordinator),
            (file.pronouns, Tag::Pronoun),
            (file.determiners, Tag::Determiner),
            (file.prepositions, Tag::Preposition),
            (file.of, Tag::Of),
            (file.coordinators, Tag::Coordinator),
            (file.relatives, Tag::Relative),
            (file.be, Tag::Be),
            (file.have, Tag::Have),
            (file.auxiliary, Tag::Modal),
            (file.modals, Tag::Modal),
            (file.negations, Tag::Negation),
            (file.months, Tag::Date),
            (file.days, Tag::Date),
        ] {
            words.iter().for_each(|word| outlines.learn(word));
            tags.extend(words.into_iter().map(|word| (word, tag)));
        }
        let mut endings = vec![Vec::new(); 1 << u8::BITS];
        for (list, tag) in [
            (file.adverb_endings, Tag::Adverb),
            (file.verb_endings, Tag::Verb),
            (file.participle_endings, Tag::Participle),
            (file.gerund_endings, Tag::Gerund),
        ] {
            for ending in list {
                if let Some(last) = ending.bytes().last() {
                    endings[usize::from(last)].push((ending, tag));
                }
            }
        }
        let coordinating = file
            .coordinating_phrases
            .iter()
            .map(|phrase| phrase.split(' ').map(str::to_owned).collect())
            .collect();
        Self { code: file.code, tags, outlines, endings, coordinating, head_first }
    }
}

/// The files of `languages/phrases/`, built in.
const SOURCES: &[&str] = include!(concat!(env!("OUT_DIR"), "/languages_phrases.rs"));

/// All languages, in the order of their files.
pub(super) fn tongues() -> &'static [Tongue] {
    static TONGUES: OnceLock<Vec<Tongue>> = OnceLock::new();
    TONGUES.get_or_init(|| {
        SOURCES
            .iter()
            .map(|source| {
                toml::from_str::<TongueFile>(source).expect("the built-in language files are tested").into()
            })
            .collect()
    })
}
