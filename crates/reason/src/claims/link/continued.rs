//! Figures that go on about what was told before without naming it: "the church has 33 names", "l’association en compte 43".

use super::{How, LONGEST_INSERTION, Link, Linker};
use crate::claims::ClaimKind;
use crate::claims::lexicon::{Role, Word};
use crate::claims::scene::{Item, Scene};
use crate::phrases::Tag;

/// How far before a name's number its list stands: "sent us a list with 29 names".
const FARTHEST_LIST: usize = 6;

/// How far before its number "en" stands, with auxiliaries and "ne … que" between: "n’en avait encore reconnu que 9".
const FARTHEST_PARTITIVE: usize = 6;

/// How a figure goes on about what was told before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::claims) enum GoesOn {
    /// Another figure of the same.
    Again,
    /// "Among them were three pupils": a part of it.
    Part,
}

/// What a sentence before tells, that figures may go on about.
#[derive(Debug, Clone)]
pub(in crate::claims) struct ToldBefore {
    pub kind: ClaimKind,
    pub combined: Vec<ClaimKind>,
}

/// Whether an item to which nothing is said to have happened goes on about what a sentence before tells.
pub(in crate::claims) fn goes_on(scene: &Scene<'_>, index: usize) -> Option<GoesOn> {
    let linker = Linker { scene, item: &scene.items[index], index };
    if linker.is_thing() {
        return None;
    }
    if linker.is_among_them() {
        return Some(GoesOn::Part);
    }
    let again = linker.is_named() || linker.is_spoken_of() || linker.is_tallied() || linker.is_total();
    again.then_some(GoesOn::Again)
}

/// The tie of such an item.
pub(in crate::claims) fn continued(item: &Item, told: &ToldBefore) -> Link {
    Link {
        how: How::Toll,
        kind: told.kind,
        combined: told.combined.clone(),
        cue: (item.first, item.last),
        verb: None,
    }
}

/// The one kind of event that a question asks about: "Were people abducted?"
pub(in crate::claims) fn asked(scene: &Scene<'_>) -> Option<ClaimKind> {
    let mut kinds = scene
        .cues
        .iter()
        .filter(|cue| !matches!(cue.word.kind, ClaimKind::Attacks | ClaimKind::Operations | ClaimKind::Other))
        .map(|cue| cue.word.kind);
    let first = kinds.next()?;
    kinds.all(|kind| kind == first).then_some(first)
}

impl Linker<'_, '_> {
    /// "Among them were three pupils", "Parmi eux se trouvent trois lycéens".
    fn is_among_them(&self) -> bool {
        let scene = self.scene;
        let Some(length) = scene.is(0, Word::AmongThem) else { return false };
        let between = length..self.item.first;
        let verb = between
            .clone()
            .any(|at| matches!(scene.words.tag(at), Tag::Be) || scene.has(at, Word::Inclusion));
        let near = between.len() <= FARTHEST_LIST && scene.cues.is_empty();
        verb && near && self.is_people()
    }

    /// "has 33 names", "a register of 29 names", « une liste de 58 noms ».
    fn is_named(&self) -> bool {
        let scene = self.scene;
        let one = scene.has(self.item.number, Word::One);
        let named = !one && self.item.phrase.is_some_and(|phrase| scene.head_is(phrase, Word::Names));
        let from = self.item.first.saturating_sub(FARTHEST_LIST);
        named
            && (from..=self.item.first).any(|at| {
                scene.words.tag(at) == Tag::Have
                    || [Word::Lists, Word::Say, Word::Tally].iter().any(|class| scene.has(at, *class))
            })
    }

    /// "speaks of about 27 women", "opted for at least 34".
    fn is_spoken_of(&self) -> bool {
        let scene = self.scene;
        let Some(last) = self.past_inserted() else { return false };
        let spoken = scene.ending(last, Word::SpeaksOf).is_some()
            || (scene.words.tag(self.item.first) == Tag::Of
                && scene.ending(self.item.first, Word::SpeaksOf).is_some());
        spoken && if self.item.phrase.is_some() { self.is_people() } else { self.ends_bare() }
    }

    /// "counts 22", "n’en reconnaît que cinq", "the 31 recorded by the ombudsman".
    fn is_tallied(&self) -> bool {
        let scene = self.scene;
        if self.item.phrase.is_some() {
            return false;
        }
        let behind = self.item.number + 1;
        let determined =
            self.item.first < self.item.number && scene.words.tag(self.item.first) == Tag::Determiner;
        if determined && scene.has(behind, Word::Tally) && scene.is(behind + 1, Word::By).is_some() {
            return true;
        }
        let Some(last) = self.past_inserted() else { return false };
        let counts = scene.has(last, Word::Tally)
            || scene.has(last, Word::Say)
            || scene.ending(last, Word::Resumed).is_some();
        let of_them = scene.words.language() != "fr"
            || self.is_partitive()
            || scene.ending(last, Word::Resumed).is_some();
        counts && of_them && self.ends_bare()
    }

    /// "The exact total would be 41", « Le total exact serait donc de 41 ».
    fn is_total(&self) -> bool {
        let scene = self.scene;
        if self.item.phrase.is_some() || !self.ends_bare() {
            return false;
        }
        let before = self.before_item().filter(|at| scene.ending(*at, Word::TollTo).is_some());
        let first = self.item.first;
        let end = before.or((scene.is(first, Word::TollTo).is_some()).then_some(first));
        let Some(end) = end else { return false };
        let from = end.saturating_sub(LONGEST_INSERTION);
        // The total opens its clause: "the total of the fines" counts something else.
        (from..end).any(|at| scene.has(at, Word::Total)) && scene.cues.is_empty()
    }

    /// The token before the item, past an insertion between commas: "en avaient admis, le surlendemain, cinquante-deux".
    fn past_inserted(&self) -> Option<usize> {
        let words = &self.scene.words;
        let before = self.before_item()?;
        if words.tag(before) != Tag::Comma {
            return Some(before);
        }
        let from = before.saturating_sub(FARTHEST_LIST);
        let open = (from..before).rev().find(|at| words.tag(*at) == Tag::Comma)?;
        open.checked_sub(1)
    }

    /// A bare number behind which its clause ends or goes on with a place, a day, a speaker.
    fn ends_bare(&self) -> bool {
        let words = &self.scene.words;
        let behind = self.item.last + 1;
        // "forty, perhaps forty-five": one figure in two numbers.
        let doubled = self.scene.items.get(self.index + 1).is_some_and(|next| next.first <= behind + 2);
        !self.scene.has(self.item.number, Word::One)
            && !doubled
            && !self.has_verb_behind()
            && (behind >= words.len()
                || matches!(
                    words.tag(behind),
                    Tag::Break
                        | Tag::Comma
                        | Tag::Quote
                        | Tag::Close
                        | Tag::Open
                        | Tag::Preposition
                        | Tag::Date
                        | Tag::Coordinator
                        | Tag::Other
                ))
    }

    /// French "en" before the verb of a bare number: "en avaient abattu sept" are seven of those told of.
    pub(super) fn is_partitive(&self) -> bool {
        let scene = self.scene;
        let from = self.item.first.saturating_sub(FARTHEST_PARTITIVE);
        let partitive = |at: &usize| {
            scene.has(*at, Word::Partitive)
                && (matches!(scene.words.tag(at + 1), Tag::Have | Tag::Verb)
                    || scene.has(at + 1, Word::Say)
                    || scene.cues_at(at + 1).any(|cue| cue.word.role == Role::Acts))
        };
        let open = |at: usize| matches!(scene.words.tag(at), Tag::Break | Tag::Relative | Tag::Subordinator);
        self.item.phrase.is_none()
            && (from..self.item.first)
                .rev()
                .take_while(|at| !open(*at) || scene.has(*at, Word::Only))
                .any(|at| partitive(&at))
    }
}
