//! Nouns of an event that are counted themselves: deaths, wounded, air strikes.

use super::{How, Link, Linker};
use crate::claims::ClaimKind;
use crate::claims::lexicon::{Role, Word};
use crate::claims::scene::Cue;
use crate::phrases::{NounPhrase, Tag};

impl Linker<'_, '_> {
    /// "12 deaths", "43 dead", "138 air strikes".
    pub(super) fn counted(&self) -> Option<Link> {
        let cue = self.own_noun()?;
        // "19 of the 30 captives": the whole that the part is of.
        let whole = self.item.first > 1
            && self.scene.words.tag(self.item.first - 1) == Tag::Of
            && self.scene.words.tag(self.item.first - 2) == Tag::Number;
        if whole {
            return None;
        }
        if self.is_freed() {
            return None;
        }
        let made = self.made(How::Counted, &cue, None);
        match made.kind {
            ClaimKind::Attacks | ClaimKind::Operations => self.is_event_count(made.kind).then_some(made),
            _ => Some(made),
        }
    }

    /// "the two attacks" only names them; operations of a mine are none: somebody has to conduct them.
    fn is_event_count(&self, kind: ClaimKind) -> bool {
        let scene = self.scene;
        let determined =
            scene.words.tag(self.item.first) == Tag::Determiner && self.item.first < self.item.number;
        let one = scene.sentence().quantities[self.item.quantity].figure.high == Some(1);
        if determined
            || one
            || (self.item.first > 0 && scene.words.tag(self.item.first - 1) == Tag::Determiner)
            || (self.item.first > 0 && scene.has(self.item.first - 1, Word::About))
        {
            return false;
        }
        let clause = scene.words.clause_of(self.item.number);
        let conducted = (clause.first..=clause.last).any(|at| scene.has(at, Word::Conduct));
        kind != ClaimKind::Operations || conducted
    }

    /// The cue that is the item's own noun: "12 deaths", "43 dead".
    pub(super) fn own_noun(&self) -> Option<Cue> {
        let scene = self.scene;
        if let Some(cue) = self.cases() {
            return Some(cue);
        }
        match self.item.phrase {
            Some(phrase) => (phrase.core..=phrase.head)
                .flat_map(|at| scene.cues_at(at))
                .find(|cue| {
                    cue.word.role == Role::Counted
                        && (cue.last == phrase.head || cue.first == phrase.head || self.is_first(phrase, cue))
                })
                .copied(),
            None => {
                let at = self.item.number + 1;
                let at = at + usize::from(matches!(scene.words.tag(at), Tag::Quote | Tag::Of));
                scene.cues_at(at).find(|cue| cue.word.role == Role::Counted).copied()
            }
        }
    }

    /// "deux blessés graves": in French the noun stands first, and what looks like the head may be its adjective.
    fn is_first(&self, phrase: NounPhrase, cue: &Cue) -> bool {
        cue.first == phrase.core
            && cue.last == phrase.core
            && self.scene.words.language() == "fr"
            && self.scene.words.tag(phrase.core) == Tag::Participle
            && !self.scene.head_is(phrase, Word::People)
    }
}
