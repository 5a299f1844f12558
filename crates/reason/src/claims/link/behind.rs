//! What stands right behind an item: "12 killed", "forced 12 families from their homes".

use super::{How, Link, Linker, is_participle};
use crate::claims::ClaimKind;
use crate::claims::lexicon::{CueWord, Role, Word};
use crate::claims::scene::Cue;
use crate::phrases::{Tag, Voice};

/// How far behind an item the end of a phrase around it is looked for.
const FARTHEST_TAIL: usize = 9;

impl Linker<'_, '_> {
    /// What stands right behind it: "12 killed", "43 people dead", "11 portés disparus", "32 militaires tués".
    pub(super) fn behind(&self) -> Option<Link> {
        let words = &self.scene.words;
        let mut at = self.item.last + 1;
        // "21 civilians (nine women, four children) dead".
        if words.tag(at) == Tag::Open
            && let Some(behind) = self.past_close(at)
            && self.scene.cues_at(behind).any(|cue| matches!(cue.word.role, Role::States | Role::Acts))
        {
            at = behind;
        }
        // "76 households (430 people) displaced": a bracket that counts the same again.
        let alone = (1..=2)
            .any(|back| self.item.first.checked_sub(back).is_some_and(|open| words.tag(open) == Tag::Open));
        while words.tag(at) == Tag::Quote
            || (alone && words.tag(at) == Tag::Close)
            || (words.tag(at) == Tag::Adverb && self.scene.cues_at(at).next().is_none())
        {
            at += 1;
        }
        let around = self.around(at);
        at = self.past_people(at);
        if let Some(around) = around {
            return Some(around);
        }
        // "neuf blessés", "30 wounded": the number counts the word itself.
        let own = self.own_noun().is_some();
        if self.item.phrase.is_none() && self.item.last == self.item.number && own {
            return None;
        }
        // "58 deaths in custody": where they died.
        if own && !self.is_people() {
            return None;
        }
        let states = self.scene.cues_at(at).find(|cue| cue.word.role == Role::States && self.fits(cue));
        let acts = self.scene.cues_at(at).find(|cue| cue.word.role == Role::Acts && self.fits(cue));
        if let Some(cue) = acts {
            let verb = words.verb_group(cue.first);
            let object = matches!(
                words.tag(cue.last + 1),
                Tag::Number | Tag::Determiner | Tag::Name | Tag::Noun | Tag::Pronoun
            ) && !self.scene.has(cue.last + 1, Word::At)
                && !self.scene.has(cue.last + 1, Word::SamePlace);
            let there = self.scene.has(cue.last + 1, Word::SamePlace);
            if (verb.voice != Voice::Active || there) && !object && is_participle(self.scene, cue) {
                return Some(self.made(How::Subject, cue, Some(verb)));
            }
        }
        states.map(|cue| self.made(How::Suffers, cue, None))
    }

    /// Past "and children" of "43 women and children seized by", past "et six gardes" of "41 soldats et six gardes tués".
    fn past_people(&self, at: usize) -> usize {
        let words = &self.scene.words;
        if words.tag(at) != Tag::Coordinator {
            return at;
        }
        let item = self.scene.items.get(self.index + 1).filter(|item| item.first == at + 1);
        let last = match item {
            Some(item) => item.phrase.map(|phrase| phrase.last),
            None => words
                .phrase_at(at + 1)
                .filter(|phrase| phrase.first == at + 1 && self.scene.head_is(*phrase, Word::People))
                .map(|phrase| phrase.last),
        };
        let bare = |last: &usize| {
            self.scene
                .cues_at(last + 1)
                .any(|cue| cue.word.role == Role::Acts && is_participle(self.scene, cue))
        };
        last.filter(bare).map_or(at, |last| last + 1)
    }

    /// "forced 12 families from their homes": a verb before it whose end stands at a token behind it.
    fn around(&self, behind: usize) -> Option<Link> {
        let before = self.item.first.checked_sub(1)?;
        let (from, scene) = (before.saturating_sub(3), self.scene);
        // "left 15 dead and twice as many injured": the word right behind it is its own.
        let own = scene.cues_at(behind).any(|cue| cue.word.role == Role::States && self.fits(cue));
        let reach = if own { 1 } else { FARTHEST_TAIL };
        let cues = (from..=before).flat_map(|at| scene.cues_at(at)).filter(|cue| cue.last <= before);
        let cue = cues.filter(|cue| matches!(cue.word.role, Role::Around(_))).find(|cue| {
            if cue.word.kind == ClaimKind::Deployed
                && !self.fits(&Cue { word: CueWord { needs_people: true, ..cue.word }, ..**cue })
            {
                return false;
            }
            let Role::Around(tail) = cue.word.role else { return false };
            let near = (cue.last + 1..self.item.first).all(|at| {
                matches!(scene.words.tag(at), Tag::Adverb | Tag::Quote | Tag::Pronoun | Tag::Determiner)
                    || scene.has(at, Word::Others)
            });
            // "des neuf autres demeurait inconnu": behind "others" begins no noun.
            let others = scene.has(self.item.number + 1, Word::Others);
            let start = if others { self.item.number + 1 } else { behind };
            near && (start..behind + reach).any(|at| {
                let tail = &scene.lexicon.tails[tail];
                scene.small.get(at..at + tail.len()).is_some_and(|words| words == tail)
            })
        })?;
        Some(self.made(How::Object, cue, Some(scene.words.verb_group(cue.first))))
    }
}
