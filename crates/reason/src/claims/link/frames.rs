//! Numbers that only frame what is counted: former tolls, wholes, ages, cases of something, the freed.

use super::Linker;
use crate::claims::ClaimKind;
use crate::claims::lexicon::{CueWord, Role, Word};
use crate::claims::scene::Cue;
use crate::phrases::Tag;

/// How many words "cases of" reaches over.
const FARTHEST_CASE: usize = 5;

impl Linker<'_, '_> {
    /// Of "15 of the 40 hostages were killed" the 40: what the part is of.
    pub(super) fn is_whole(&self) -> bool {
        let words = &self.scene.words;
        let mut at = self.item.number;
        while at > 0 && matches!(words.tag(at - 1), Tag::Determiner | Tag::Number) {
            at -= 1;
        }
        // "hundreds of thousands" is one number; here another item ends before "of".
        at > 1
            && words.tag(at - 1) == Tag::Of
            && self.index.checked_sub(1).is_some_and(|previous| self.scene.items[previous].number + 2 == at)
    }

    /// "from 12 to 29": what the number was before.
    pub(super) fn is_former(&self) -> bool {
        let small = |at: usize| self.scene.small.get(at).map(|word| &**word);
        let from = self.item.first.checked_sub(1).and_then(small);
        let of = small(self.item.first) == Some("de");
        let next = self.scene.items.get(self.index + 1);
        (of || matches!(from, Some("from" | "de" | "d")))
            && matches!(small(self.item.last + 1), Some("to" | "à"))
            && next.is_some_and(|next| next.first <= self.item.last + 2)
    }

    /// "one" before a toll or a group that a number of its own follows.
    pub(super) fn is_frame(&self) -> bool {
        let Some(phrase) = self.item.phrase.filter(|_| self.scene.has(self.item.number, Word::One)) else {
            return false;
        };
        let counted = self.scene.items.get(self.index + 1).is_some_and(|next| {
            next.first <= phrase.last + 2
                && self.scene.group(next).is_some_and(|group| group.head == phrase.head)
        });
        counted || (phrase.core..=phrase.head).any(|at| self.scene.has(at, Word::Toll))
    }

    /// "one of 3,000 people who have left": what is said of all of them is not said of the one.
    pub(super) fn is_one_of_many(&self) -> bool {
        let scene = self.scene;
        let whole = scene.items.get(self.index + 1).filter(|next| next.phrase.is_some());
        scene.has(self.item.number, Word::One)
            && scene.words.tag(self.item.number + 1) == Tag::Of
            && whole.is_some_and(|next| {
                (next.first..=next.number).contains(&(self.item.number + 2))
                    && scene.has(next.last + 1, Word::Who)
            })
    }

    /// The many of whom "one of 3,000 people who have left" is one.
    pub(super) fn is_whole_of_one(&self) -> bool {
        self.index.checked_sub(1).is_some_and(|index| {
            Linker { scene: self.scene, item: &self.scene.items[index], index }.is_one_of_many()
        })
    }

    /// "19 cases of enforced disappearance": what the cases are of.
    pub(super) fn cases(&self) -> Option<Cue> {
        let scene = self.scene;
        let phrase = self.item.phrase?;
        let case = (phrase.core..=phrase.last).find(|at| scene.has(*at, Word::Cases))?;
        let inside = (case + 1..=case + 2).find(|at| scene.has(*at, Word::InWhich));
        let of = (case + 1..=case + 2).find(|at| scene.words.tag(*at) == Tag::Of).or(inside)?;
        let cue = (of + 1..of + FARTHEST_CASE).flat_map(|at| scene.cues_at(at)).find(|cue| {
            (matches!(cue.word.role, Role::Of | Role::Counted)
                || inside.is_some() && cue.word.role == Role::Acts)
                && (!cue.word.needs_people || cue.word.kind == ClaimKind::Executed)
                && !matches!(cue.word.kind, ClaimKind::Attacks | ClaimKind::Operations)
        })?;
        // "cases of death threats": of something else.
        let whole = !matches!(scene.words.tag(cue.last + 1), Tag::Noun);
        whole.then_some(Cue { word: CueWord { role: Role::Counted, ..cue.word }, ..*cue })
    }

    /// "released 14 hostages", "14 hostages were freed".
    pub(super) fn is_freed(&self) -> bool {
        let freed = |at: usize| self.scene.has(at, Word::Freed);
        let be = self.item.last + 1;
        self.item.first.checked_sub(1).is_some_and(freed)
            || freed(be)
            || (matches!(self.scene.words.tag(be), Tag::Be | Tag::Have) && (freed(be + 1) || freed(be + 2)))
    }

    /// "a 45-year-old man", "a six-month-old baby": an age before its noun.
    pub(super) fn is_aged(&self) -> bool {
        let behind = self.item.number + 1;
        let glued = self.scene.words.tag(behind) == Tag::Glue;
        let behind = behind + usize::from(glued);
        let year = self.scene.small.get(behind).is_some_and(|word| word.starts_with("year"))
            || glued && self.scene.has(behind, Word::Times);
        year && self.item.phrase.is_some_and(|phrase| phrase.head != behind)
    }
}
