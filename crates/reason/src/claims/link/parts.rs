//! Items that are tied to an event by another item or noun: parts of a total, lists, tolls.

use super::{FARTHEST_NOUN, FARTHEST_VERB, How, LONGEST_INSERTION, Link, Linker};
use crate::claims::ClaimKind;
use crate::claims::lexicon::{Role, Word};
use crate::claims::scene::{Cue, Item};
use crate::phrases::Tag;

/// "killed the chief, his wife, his brother and four guards": so many are passed over.
const MOST_JOINED: usize = 4;

impl Linker<'_, '_> {
    /// "killed a monk and his two novices": the verb stands before what "and" joins to the item.
    pub(super) fn over_joined(&self, joint: usize) -> Option<&Cue> {
        (self.scene.words.tag(joint) == Tag::Coordinator && self.is_people()).then_some(())?;
        let words = &self.scene.words;
        let mut joint = joint;
        for _ in 0..MOST_JOINED {
            let other = words.phrase_before(joint).filter(|phrase| phrase.last + 1 == joint)?;
            joint = other.first.checked_sub(1)?;
            if let Some(cue) = self.scene.cue_ending(joint, Role::Acts) {
                return Some(cue);
            }
            (words.tag(joint) == Tag::Comma).then_some(())?;
        }
        None
    }

    /// "the dead include 44 women", "four of the dead were farmers": a part of those whom a noun of an event names.
    pub(super) fn listed(&self) -> Option<Link> {
        let scene = self.scene;
        let of = scene.is(self.item.number + 1, Word::SubsetOf);
        let introduced = self.item.first.checked_sub(1).and_then(|before| scene.ending(before, Word::Subset));
        let (from, to) = match (of, introduced) {
            (Some(length), _) => (self.item.number + 1, self.item.number + 1 + length),
            (None, Some(first)) => (first.saturating_sub(FARTHEST_NOUN), self.item.first),
            (None, None) => return None,
        };
        let cue = (from..to).flat_map(|at| scene.cues_at(at)).find(|cue| {
            cue.word.role == Role::Counted
                && cue.first > 0
                && scene.words.tag(cue.first - 1) == Tag::Determiner
        })?;
        Some(self.made(How::Of, cue, None))
    }

    /// "the police spoke of 20 victims": of the dead, unless something else is said of them.
    pub(super) fn spoken_of(&self) -> Option<Link> {
        let phrase = self.item.phrase.filter(|phrase| self.scene.head_is(*phrase, Word::Victims))?;
        let from = self.item.first.saturating_sub(FARTHEST_NOUN);
        let spoken = (from..self.item.first).any(|at| {
            [Word::Say, Word::Cause, Word::SpeaksOf].iter().any(|class| self.scene.has(at, *class))
        });
        let cue = (phrase.head, phrase.head);
        spoken.then(|| Link {
            how: How::Toll,
            kind: ClaimKind::Killed,
            combined: Vec::new(),
            cue,
            verb: None,
        })
    }

    /// "killed 84 guards as well as 47 soldiers", "12 and 30": what happened to the one before happened to it.
    pub(super) fn joined(&self, before: &[Option<Link>]) -> Option<Link> {
        let previous = self.scene.items.get(self.index.checked_sub(1)?)?;
        let link = before.last()?.as_ref()?;
        let inherits = matches!(link.how, How::Object | How::Of | How::Subset(_))
            || (link.how == How::Subject && link.cue.0 < self.item.first);
        let people = self.item.phrase.is_none_or(|_| self.is_people() || !self.has_verb_behind());
        // "treize soldats et cinq arméniens étaient tombés": the verb behind both is that of both.
        let shared = matches!(link.how, How::Subject | How::Suffers)
            && link.cue.0 > self.item.last
            && self.item.first == previous.last + 2
            && self.scene.words.tag(previous.last + 1) == Tag::Coordinator;
        (shared || inherits && people && self.is_joint(previous.last + 1)).then(|| link.clone())
    }

    pub(super) fn has_verb_behind(&self) -> bool {
        matches!(self.scene.words.tag(self.item.last + 1), Tag::Be | Tag::Have | Tag::Verb | Tag::Modal)
    }

    /// Whether the tokens from one up to the item are "and", commas, or a phrase with a preposition before them.
    pub(super) fn is_joint(&self, from: usize) -> bool {
        let words = &self.scene.words;
        let to = self.item.first;
        if self.has_verb_behind() && self.item.phrase.is_none() {
            return false;
        }
        if words.is_joint(from, to) {
            return true;
        }
        let long = from > to || to - from > LONGEST_INSERTION;
        let ends_in_joint = to > 0 && matches!(words.tag(to - 1), Tag::Coordinator | Tag::Comma);
        !long
            && ends_in_joint
            && matches!(words.tag(from), Tag::Preposition | Tag::Open)
            && (from..to).all(|at| {
                !matches!(
                    words.tag(at),
                    Tag::Verb
                        | Tag::Be
                        | Tag::Have
                        | Tag::Modal
                        | Tag::Break
                        | Tag::Relative
                        | Tag::Subordinator
                        | Tag::Participle
                        | Tag::Gerund
                )
            })
    }

    /// "including four children", "dont 23 enfants", "five of them women", "(289 men and 32 children)".
    pub(super) fn subset(&self, before: &[Option<Link>]) -> Option<Link> {
        let host = (0..self.index)
            .rev()
            .find(|index| before[*index].as_ref().is_some_and(|link| !matches!(link.how, How::Subset(_))))?;
        let link = before[host].as_ref()?;
        // "four of these names": of a list.
        if self.item.phrase.is_some_and(|phrase| self.scene.head_is(phrase, Word::Names)) {
            return None;
        }
        let hosted = &self.scene.items[host];
        if !(self.is_introduced(hosted)
            || self.is_of_them()
            || self.is_bracketed(hosted)
            || self.continues_subset(before))
        {
            return None;
        }
        // "64 wounded, of whom 11 died".
        let of = self.scene.is(self.item.number + 1, Word::SubsetOf);
        let verb = match of {
            Some(length) => self.verb_at(self.item.number + 1 + length),
            None if self.item.phrase.is_none() && self.has_verb_behind() => self.subject(),
            None => None,
        };
        if let Some(verb) = verb.filter(|verb| verb.kind != link.kind) {
            return Some(verb);
        }
        Some(Link {
            how: How::Subset(host),
            kind: link.kind,
            combined: link.combined.clone(),
            cue: link.cue,
            verb: link.verb,
        })
    }

    /// "including", "dont" right before it.
    pub(super) fn is_introduced(&self, host: &Item) -> bool {
        let Some(before) = self.item.first.checked_sub(1) else { return false };
        // "206 cases, including of 31 children".
        let of = self.scene.words.tag(before) == Tag::Of && self.scene.ending(before, Word::Subset).is_none();
        let before = before - usize::from(of && before > 0);
        self.scene.ending(before, Word::Subset).is_some_and(|first| first > host.number)
    }

    /// "five of them women", "two of the dead": and no verb of its own, which would have been found.
    pub(super) fn is_of_them(&self) -> bool {
        let pronoun =
            self.item.phrase.is_some_and(|phrase| self.scene.words.tag(phrase.head) == Tag::Pronoun);
        let of = self.scene.has(self.item.number + 1, Word::SubsetOf);
        let comma = self.item.first > 0
            && matches!(self.scene.words.tag(self.item.first - 1), Tag::Comma | Tag::Open | Tag::Break);
        (pronoun || of) && comma && !self.has_own_verb()
    }

    pub(super) fn has_own_verb(&self) -> bool {
        self.subject().is_some()
    }

    /// "402 civilians were killed (289 men, 81 women and 32 children)".
    pub(super) fn is_bracketed(&self, host: &Item) -> bool {
        let words = &self.scene.words;
        let open = self.item.first.checked_sub(1).is_some_and(|at| words.tag(at) == Tag::Open);
        open && self.item.first > host.number
            && self.is_people()
            && self.item.first < host.last + FARTHEST_VERB
    }

    /// "including ten women and three infants".
    pub(super) fn continues_subset(&self, before: &[Option<Link>]) -> bool {
        let Some(previous) = self.index.checked_sub(1) else { return false };
        let subset = before[previous].as_ref().is_some_and(|link| matches!(link.how, How::Subset(_)));
        subset
            && self.behind().is_none()
            && self.is_joint(self.scene.items[previous].last + 1)
            && self.subject().is_none()
    }

    /// "the toll rose to 61", "put the death toll at 33".
    pub(super) fn toll(&self) -> Option<Link> {
        let scene = self.scene;
        let before = self.before_item()?;
        scene.ending(before, Word::TollTo).or_else(|| scene.is(self.item.first, Word::TollTo))?;
        let from = before.saturating_sub(LONGEST_INSERTION);
        let at = (from..before)
            .rev()
            .find(|at| scene.has(*at, Word::Toll) || scene.has(*at, Word::TollInjured))?;
        let broken = (at..before).any(|at| matches!(scene.words.tag(at), Tag::Break));
        let other = self.item.phrase.is_some_and(|_| !self.is_people());
        if broken || other {
            return None;
        }
        let kind = if scene.has(at, Word::TollInjured) { ClaimKind::Injured } else { ClaimKind::Killed };
        Some(Link { how: How::Toll, kind, combined: Vec::new(), cue: (at, at), verb: None })
    }
}
