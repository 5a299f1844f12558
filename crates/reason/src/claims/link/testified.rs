//! People who tell what was done to them, and people whom a later clause of the sentence means: "they shot them".

use super::{How, Link, Linker};
use crate::claims::ClaimKind;
use crate::claims::lexicon::{Role, Word};
use crate::claims::scene::Cue;
use crate::phrases::{Tag, Voice};

/// How far behind those who tell their verb stands: "three of those who returned told".
const FARTHEST_TELLING: usize = 7;

/// How far behind that verb stands what was done: "told human rights officers in Mira that they had been".
const FARTHEST_TOLD: usize = 16;

impl Linker<'_, '_> {
    /// "Eleven women said that they had been raped", "cinq ont raconté que des agents les avaient forcées": victims that tell.
    pub(super) fn testified(&self) -> Option<Link> {
        let scene = self.scene;
        let words = &scene.words;
        let governed = self.item.first.checked_sub(1).is_some_and(|at| {
            matches!(words.tag(at), Tag::Preposition | Tag::Of) && scene.ending(at, Word::Subset).is_none()
        });
        let them = self.is_people()
            || scene.is(self.item.number + 1, Word::SubsetOf).is_some()
            || self.item.phrase.is_none();
        (!governed && them).then_some(())?;
        let from = self.item.last + 1;
        let near = |at: &usize| !matches!(words.tag(*at), Tag::Break | Tag::Comma | Tag::Number);
        let tells = (from..from + FARTHEST_TELLING)
            .take_while(near)
            .find(|at| scene.has(*at, Word::Say) && matches!(words.tag(*at), Tag::Verb | Tag::Participle))?;
        let end = (tells + FARTHEST_TOLD).min(words.len());
        (tells + 1..end)
            .take_while(|at| !matches!(words.tag(*at), Tag::Break | Tag::Number))
            .flat_map(|at| scene.cues_at(at))
            .find(|cue| self.is_of_themselves(cue, tells))
            .map(|cue| self.made(How::Subject, cue, Some(words.verb_group(cue.first))))
    }

    /// "that they had been raped", "avoir été violées", "that guards had raped them", "que des gardes les avaient violées".
    fn is_of_themselves(&self, cue: &Cue, tells: usize) -> bool {
        let scene = self.scene;
        let words = &scene.words;
        // Who tells of other harm is one of many: only of rape do reports count those who told.
        if cue.word.kind != ClaimKind::SexualViolence || !matches!(cue.word.role, Role::Acts | Role::Suffers)
        {
            return false;
        }
        let verb = words.verb_group(cue.first);
        let before = verb.first.checked_sub(1).filter(|at| *at > tells);
        let they = before.is_some_and(|at| words.tag(at) == Tag::Pronoun && scene.has(at, Word::They));
        // "ont raconté avoir été violées", "reported having been raped": no subject of its own.
        let none = !(tells + 1..verb.first).any(|at| words.tag(at) == Tag::Subordinator);
        let passive = verb.voice == Voice::Passive || cue.word.role == Role::Suffers;
        (passive && (they || none)) || self.is_done_to_them(cue)
    }

    /// "forced them to undress", "raped them", "les avaient violées".
    fn is_done_to_them(&self, cue: &Cue) -> bool {
        let scene = self.scene;
        let verb = scene.words.verb_group(cue.first);
        let behind = (cue.first + 1..=cue.last + 1)
            .any(|at| scene.has(at, Word::Them) && scene.words.language() != "fr");
        let before = verb.first.checked_sub(1).is_some_and(|at| scene.has(at, Word::Them));
        verb.voice != Voice::Passive && (behind || before && scene.words.language() == "fr")
    }

    /// "took my four brothers, lined them up and shot them": a verb behind them that means them, where no other people are counted.
    pub(super) fn meant_later(&self) -> Option<Link> {
        let scene = self.scene;
        let alone = scene.items.iter().filter(|item| item.phrase.is_some()).count() == 1;
        let people = self.item.phrase.is_some_and(|phrase| scene.head_is(phrase, Word::People));
        let object = self.item.first.checked_sub(1).is_some_and(|at| {
            !matches!(
                scene.words.tag(at),
                Tag::Preposition | Tag::Of | Tag::Be | Tag::Comma | Tag::Break | Tag::Number
            )
        });
        (alone && people && object).then_some(())?;
        let cue = scene.cues.iter().find(|cue| {
            cue.first > self.item.last
                && cue.first <= self.item.last + 2 * FARTHEST_TOLD
                && cue.word.role == Role::Acts
                && self.fits(cue)
                && self.is_done_to_them(cue)
        })?;
        Some(self.made(How::Subject, cue, Some(scene.words.verb_group(cue.first))))
    }
}
