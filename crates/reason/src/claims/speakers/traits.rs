//! What the words for a speaker tell of him: by that "he", "elle" and "they" find whom they stand for.

use crate::claims::lexicon::Word;
use crate::claims::scene::Scene;
use crate::phrases::{NounPhrase, Tag};

/// What is known of somebody; `None`: nothing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::claims) struct Traits {
    /// Several.
    pub many: Option<bool>,
    /// A human being, no body.
    pub person: Option<bool>,
    /// Grammatically or by nature.
    pub female: Option<bool>,
}

impl Traits {
    /// Whether nothing that is known of both differs.
    pub const fn agree(self, other: Self) -> bool {
        const fn same(one: Option<bool>, two: Option<bool>) -> bool {
            match (one, two) {
                (Some(one), Some(two)) => one == two,
                _ => true,
            }
        }
        same(self.many, other.many) && same(self.person, other.person) && same(self.female, other.female)
    }
}

/// Of a pronoun.
pub(super) fn of_pronoun(scene: &Scene<'_>, at: usize) -> Traits {
    let is = |class| scene.has(at, class);
    let (one, thing, many) = (is(Word::OnePerson), is(Word::OneThing), is(Word::Several));
    Traits {
        many: many.then_some(true).or((one || thing || is(Word::OneOfEither)).then_some(false)),
        person: one.then_some(true).or(thing.then_some(false)),
        female: is(Word::Female).then_some(true).or(is(Word::Male).then_some(false)),
    }
}

/// Of a noun phrase.
pub(super) fn of_phrase(scene: &Scene<'_>, phrase: NounPhrase) -> Traits {
    let noun = scene.words.tag(phrase.head) == Tag::Noun;
    Traits {
        many: many(scene, phrase, noun),
        person: person(scene, phrase, noun),
        female: female(scene, phrase),
    }
}

fn many(scene: &Scene<'_>, phrase: NounPhrase, noun: bool) -> Option<bool> {
    let words = &scene.words;
    let next = words.coordinated(phrase).get(1).copied();
    if next.is_some_and(|next| words.tag(next.first - 1) == Tag::Coordinator) {
        return Some(true);
    }
    let opens = phrase.first..phrase.core;
    if opens.clone().any(|at| words.tag(at) == Tag::Number && !scene.has(at, Word::One)) {
        return Some(true);
    }
    if opens.clone().any(|at| scene.has(at, Word::SingleDeterminer)) {
        return Some(false);
    }
    if opens.clone().any(|at| scene.has(at, Word::PluralDeterminer)) {
        return Some(true);
    }
    let head = &scene.small[phrase.head];
    // "the police", "medics": a plural is told by its ending alone.
    let plural = noun && words.language() == "en" && head.ends_with('s') && !head.ends_with("ss");
    if plural {
        return Some(true);
    }
    (noun && words.language() == "en" && opens.len() > 0 && scene.has(phrase.head, Word::People))
        .then_some(false)
}

fn person(scene: &Scene<'_>, phrase: NounPhrase, noun: bool) -> Option<bool> {
    if scene.head_is(phrase, Word::Institutions) {
        return Some(false);
    }
    let titled =
        (phrase.first..phrase.head).any(|at| scene.has(at, Word::People) || scene.has(at, Word::Titles));
    if titled && !noun || scene.head_is(phrase, Word::Titles) {
        return Some(true);
    }
    (noun && scene.head_is(phrase, Word::People)).then_some(true)
}

/// By the determiner in French, in English by nothing.
fn female(scene: &Scene<'_>, phrase: NounPhrase) -> Option<bool> {
    let determiner = phrase.first;
    if scene.has(determiner, Word::FemaleDeterminer) {
        return Some(true);
    }
    scene.has(determiner, Word::MaleDeterminer).then_some(false)
}
