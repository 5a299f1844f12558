//! Items that share what happened with somebody named before them, or resume a figure that was given.

use super::{FARTHEST_VERB, How, LONGEST_INSERTION, Link, Linker};
use crate::claims::lexicon::{Role, Word};
use crate::claims::scene::Cue;
use crate::phrases::{Tag, Voice};

/// "among those killed in the attack were": so long is what stands before the verb.
const LONGEST_AMONG: usize = 10;

impl Linker<'_, '_> {
    /// The token before the item; French "de" that was taken for its article is one.
    fn token_before(&self) -> Option<usize> {
        let first = self.item.first;
        if self.scene.words.tag(first) == Tag::Of { Some(first) } else { first.checked_sub(1) }
    }

    /// "Among the dead were nine pupils", "parmi les suppliciés figuraient neuf élèves".
    pub(super) fn among(&self) -> Option<Link> {
        let scene = self.scene;
        let verb = self.item.first.checked_sub(1)?;
        (scene.words.tag(verb) == Tag::Be || scene.has(verb, Word::Inclusion)).then_some(())?;
        let from = verb.saturating_sub(LONGEST_AMONG);
        let opens = (from..verb).find(|at| scene.has(*at, Word::Subset));
        // "The dead are nine pupils": all of them.
        let all = || {
            let dead = scene.cue_ending(verb.checked_sub(1)?, Role::Counted)?;
            let before = dead.first.checked_sub(1).filter(|at| scene.words.tag(*at) == Tag::Determiner)?;
            (self.is_people() && self.item.phrase.is_some()).then_some(before)
        };
        let opens = opens.or_else(all)?;
        let cue = (opens + 1..verb)
            .flat_map(|at| scene.cues_at(at))
            .find(|cue| matches!(cue.word.role, Role::Counted | Role::Acts) && self.fits(cue))?;
        Some(self.made(How::Of, cue, None))
    }

    /// "was arrested with 12 others", "tué avec quatre de ses hommes": what was done to somebody was done to them.
    pub(super) fn accompanied(&self) -> Option<Link> {
        let scene = self.scene;
        let last = self.token_before()?;
        let strong = scene.ending(last, Word::AlongWith);
        let first = strong.or_else(|| scene.ending(last, Word::With))?;
        self.is_people().then_some(())?;
        let from = first.saturating_sub(FARTHEST_VERB);
        let cue = (from..first)
            .rev()
            .flat_map(|at| scene.cues_at(at))
            .find(|cue| cue.last < first && self.is_undergone(cue))?;
        let broken = (cue.last..first).any(|at| matches!(scene.words.tag(at), Tag::Break | Tag::Relative));
        let near = strong.is_some() || cue.last + 1 == first || self.are_others();
        (near && !broken).then(|| self.made(How::Suffers, cue, None))
    }

    fn is_undergone(&self, cue: &Cue) -> bool {
        match cue.word.role {
            Role::Suffers => self.fits(cue),
            Role::Acts => self.fits(cue) && self.scene.words.verb_group(cue.first).voice == Voice::Passive,
            _ => false,
        }
    }

    fn are_others(&self) -> bool {
        (self.item.number + 1..=self.item.last).any(|at| self.scene.has(at, Word::Others))
    }

    /// "The captives, numbering 24", "les blessés seraient au nombre de 46".
    pub(super) fn numbered(&self) -> Option<Link> {
        let scene = self.scene;
        let first = scene.ending(self.token_before()?, Word::Numbering)?;
        let from = first.saturating_sub(LONGEST_INSERTION);
        let cue = (from..first).flat_map(|at| scene.cues_at(at)).find(|cue| {
            cue.last < first && matches!(cue.word.role, Role::Counted | Role::Acts | Role::States)
        })?;
        let broken = (cue.last..first).any(|at| scene.words.tag(at) == Tag::Break);
        (!broken).then(|| self.made(How::Toll, cue, None))
    }

    /// "the district puts them at 3,900", "les autorités en reconnaissent 16": another figure of what was counted before.
    pub(super) fn resumed(&self, before: &[Option<Link>]) -> Option<Link> {
        let last = self.before_item()?;
        self.scene.ending(last, Word::Resumed)?;
        self.item.phrase.is_none().then_some(())?;
        let link = before.iter().rev().flatten().next()?;
        let cue = (self.item.first, self.item.last);
        Some(Link { how: How::Toll, cue, verb: None, ..link.clone() })
    }

    /// "Killed: 12", "Blessés : 30": a label before a bare number.
    pub(super) fn labelled(&self) -> Option<Link> {
        let scene = self.scene;
        let colon = self.item.first.checked_sub(1)?;
        let bare = self.item.phrase.is_none() && !scene.has(self.item.number + 1, Word::Things);
        (bare && scene.words.text(colon) == ":").then_some(())?;
        let end = colon.checked_sub(1)?;
        let cue = [Role::Counted, Role::States, Role::Acts]
            .into_iter()
            .find_map(|role| scene.cue_ending(end, role))
            .filter(|cue| !cue.word.needs_people)?;
        Some(self.made(How::Toll, cue, None))
    }

    /// "put the number of evicted at 640": of what is counted.
    pub(super) fn number_of(&self) -> Option<Link> {
        let scene = self.scene;
        let before = self.before_item()?;
        scene.ending(before, Word::TollTo)?;
        let from = before.saturating_sub(LONGEST_INSERTION);
        let at = (from..before).rev().find(|at| scene.has(*at, Word::NumberOf))?;
        let cue = (at..before)
            .flat_map(|at| scene.cues_at(at))
            .find(|cue| matches!(cue.word.role, Role::Counted | Role::Acts | Role::States))?;
        let broken = (at..before).any(|at| matches!(scene.words.tag(at), Tag::Break));
        let other = self.item.phrase.is_some_and(|_| !self.is_people());
        (!broken && !other).then(|| self.made(How::Toll, cue, None))
    }
}
