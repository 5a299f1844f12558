//! What the subject of a verb suffers: "12 people from the town, most of them women, were killed".

use super::{FARTHEST_VERB, How, LONGEST_INSERTION, Link, Linker};
use crate::claims::ClaimKind;
use crate::claims::lexicon::{Role, Word};
use crate::claims::scene::Cue;
use crate::phrases::{Tag, Voice};

/// The longest clause between commas that is passed over: "taken from a village near the border two days after the raid".
const LONGEST_CLAUSE: usize = 20;

/// So few words stand between a preposition and its infinitive: « de s’interposer ».
const FARTHEST_INFINITIVE: usize = 4;

impl Linker<'_, '_> {
    /// "12 were killed", "12 people from the town died": the first verb of which it is the subject.
    pub(super) fn subject(&self) -> Option<Link> {
        if self.is_governed() || !self.may_suffer() {
            return None;
        }
        let mut at = self.past_whom();
        let end = (at + FARTHEST_VERB).min(self.scene.words.len());
        // "who had come to the market were killed": the verb of the relative clause is passed over.
        let (mut relative, mut passed) = (false, false);
        let infinitive = |at: usize| {
            let from = (at.saturating_sub(FARTHEST_INFINITIVE)..at).rev();
            let of = from
                .into_iter()
                .find(|at| !matches!(self.scene.words.tag(*at), Tag::Pronoun | Tag::Glue | Tag::Negation));
            of.is_some_and(|at| matches!(self.scene.words.tag(at), Tag::Of | Tag::Preposition))
        };
        while at < end {
            if let Some(link) = self.verb_at(at) {
                return Some(link);
            }
            if let Some(link) = self.passive_behind(at) {
                return Some(link);
            }
            relative |= self.scene.words.tag(at) == Tag::Relative;
            at = match self.step(at) {
                Some(next) => next,
                // "who were trying to step in were shot": with its infinitive.
                None if relative && self.scene.words.tag(at) == Tag::Verb && (!passed || infinitive(at)) => {
                    passed = true;
                    at + 1
                }
                None => return None,
            };
        }
        None
    }

    /// Of "two of the 16 men arrested there were shot" the two: what is said of the whole is not said of them alone.
    pub(super) fn part(&self) -> Option<Link> {
        if self.is_part() { self.subject() } else { None }
    }

    fn is_part(&self) -> bool {
        let next = self.scene.items.get(self.index + 1);
        self.item.phrase.is_some() && next.is_some_and(|next| next.phrase == self.item.phrase)
    }

    /// Behind the item, and behind "of whom": "6,200 of whom had fled".
    fn past_whom(&self) -> usize {
        let behind = self.item.last + 1;
        match self.scene.is(behind, Word::SubsetOf) {
            Some(length) if self.item.phrase.is_none() => behind + length,
            _ => self.past_own(behind),
        }
    }

    /// "four wounded died", "quatre blessés sont morts": past the word that the number counts, where a verb follows it.
    fn past_own(&self, behind: usize) -> usize {
        let own = self.own_noun().filter(|cue| self.item.phrase.is_none() && cue.first == behind);
        let Some(own) = own else { return behind };
        let dies = |at: usize| {
            self.scene
                .cues_at(at)
                .any(|cue| cue.word.role == Role::Suffers && cue.word.kind == ClaimKind::Killed)
        };
        let verb = matches!(self.scene.words.tag(own.last + 1), Tag::Be | Tag::Have) || dies(own.last + 1);
        if verb { own.last + 1 } else { behind }
    }

    /// A preposition before it makes it no subject: "in an ambush on 12 soldiers a driver was killed"; but of "who" behind
    /// it, it is: "spoke of 12 soldiers who died".
    fn is_governed(&self) -> bool {
        if self.item.phrase.is_some() && self.is_people() && self.scene.has(self.past_more(), Word::Who) {
            return false;
        }
        let group = self.scene.group(self.item);
        let Some(before) = group.map_or(self.item.first, |group| group.first).checked_sub(1) else {
            return false;
        };
        matches!(self.scene.words.tag(before), Tag::Preposition | Tag::Of)
            && self.scene.ending(before, Word::Subset).is_none()
    }

    /// Behind the item and what "and" joins to it: "118 men and boys who".
    fn past_more(&self) -> usize {
        let behind = self.item.last + 1;
        let words = &self.scene.words;
        let more = words.phrase_at(behind + 1).filter(|phrase| {
            words.tag(behind) == Tag::Coordinator
                && phrase.first == behind + 1
                && self.scene.head_is(*phrase, Word::People)
        });
        more.map_or(behind, |phrase| phrase.last + 1)
    }

    pub(super) fn verb_at(&self, at: usize) -> Option<Link> {
        let words = &self.scene.words;
        for cue in self.scene.cues_at(at).filter(|cue| self.fits(cue)) {
            match cue.word.role {
                Role::Suffers => {
                    return Some(self.made(How::Suffers, cue, Some(words.verb_group(cue.first))));
                }
                Role::States
                    if matches!(
                        words.tag(at - 1),
                        Tag::Be | Tag::Adverb | Tag::Verb | Tag::Noun | Tag::Participle
                    ) =>
                {
                    return Some(self.made(How::Suffers, cue, Some(words.verb_group(at))));
                }
                Role::Acts => {
                    let verb = words.verb_group(cue.first);
                    if verb.voice == Voice::Passive
                        || (verb.voice == Voice::Bare && at == self.item.last + 1 && !self.is_part())
                    {
                        let cue = self.graver(cue).unwrap_or(cue);
                        return Some(self.made(How::Subject, cue, Some(verb)));
                    }
                }
                _ => {}
            }
        }
        None
    }

    /// "were held for six weeks and raped": held to be raped; the gravest is what is counted.
    fn graver(&self, cue: &Cue) -> Option<&Cue> {
        let words = &self.scene.words;
        matches!(cue.word.kind, ClaimKind::Detained | ClaimKind::Abducted).then_some(())?;
        let end = (cue.last + LONGEST_INSERTION).min(words.len());
        let joint = (cue.last + 1..end)
            .take_while(|at| {
                !matches!(words.tag(*at), Tag::Break | Tag::Relative | Tag::Subordinator | Tag::Comma)
            })
            .find(|at| words.tag(*at) == Tag::Coordinator)?;
        let bare = |cue: &&Cue| {
            cue.word.role == Role::Acts
                && cue.word.kind == ClaimKind::SexualViolence
                && !self.scene.items.iter().any(|item| item.first == cue.last + 1)
        };
        self.scene.cues_at(joint + 1).find(bare)
    }

    /// "31 prisoners were led out of the barracks and machine-gunned": of a passive verb at a token the second verb.
    fn passive_behind(&self, at: usize) -> Option<Link> {
        let words = &self.scene.words;
        let participle = matches!(words.tag(at), Tag::Verb | Tag::Participle)
            && words.tag(at - 1) == Tag::Be
            && !self.scene.cues_at(at).any(|cue| matches!(cue.word.role, Role::Acts | Role::Suffers));
        let end = (at + LONGEST_INSERTION).min(words.len());
        let joint = (at + 1..end)
            .take_while(|at| {
                participle && !matches!(words.tag(*at), Tag::Break | Tag::Relative | Tag::Subordinator)
            })
            .find(|at| words.tag(*at) == Tag::Coordinator)?;
        let verb = joint + 1 + usize::from(words.tag(joint + 1) == Tag::Adverb);
        let cue = self.scene.cues_at(verb).find(|cue| cue.word.role == Role::Acts && self.fits(cue))?;
        let group = words.verb_group(cue.first);
        (group.voice != Voice::Active && super::is_participle(self.scene, cue))
            .then(|| self.made(How::Subject, cue, Some(group)))
    }

    /// "58 deaths in custody", "318 incidents that left 900 dead": events are in no state and die not.
    fn may_suffer(&self) -> bool {
        let hurt = |kind| {
            !matches!(
                kind,
                ClaimKind::Killed | ClaimKind::Executed | ClaimKind::Attacks | ClaimKind::Operations
            )
        };
        self.own_noun().is_none_or(|cue| hurt(cue.word.kind)) || self.is_people()
    }

    /// The next token to look at; `None` where another clause, or another verb, begins.
    fn step(&self, at: usize) -> Option<usize> {
        let words = &self.scene.words;
        match words.tag(at) {
            Tag::Open => self.past_close(at),
            Tag::Comma => self.past_insertion(at),
            Tag::Coordinator => self.past_joined(at),
            Tag::Relative => self.scene.has(at, Word::Who).then_some(at + 1),
            Tag::Break | Tag::Close => None,
            Tag::Subordinator => {
                let that = self.scene.has(at, Word::That) && at == self.item.last + 1;
                // "who asked for nothing but work".
                let only = self.scene.ending(at, Word::Only).is_some_and(|first| first < at);
                (that || only).then_some(at + 1)
            }
            Tag::Verb if !self.is_light(at) => None,
            // "three massacres left 210 people dead": it has an object of its own.
            Tag::Verb if self.scene.items.get(self.index + 1).is_some_and(|next| next.first == at + 1) => {
                None
            }
            _ => Some(at + 1),
        }
    }

    /// "remain", "stayed", "found": verbs that a state may follow.
    fn is_light(&self, at: usize) -> bool {
        self.scene.has(at, Word::Light) || self.scene.cues_at(at).next().is_some()
    }

    pub(super) fn past_close(&self, at: usize) -> Option<usize> {
        (at + 1..(at + LONGEST_INSERTION).min(self.scene.words.len()))
            .find(|next| self.scene.words.tag(*next) == Tag::Close)
            .map(|close| close + 1)
    }

    /// Past "…, most of them women,": an insertion that a verb follows.
    fn past_insertion(&self, at: usize) -> Option<usize> {
        let words = &self.scene.words;
        // "les deux occupants, un capitaine et son chauffeur, ont péri": who they are.
        let one =
            self.scene.items.get(self.index + 1).is_some_and(|next| self.scene.has(next.number, Word::One));
        if let Some(close) = self.closes(at).filter(|_| one) {
            return Some(close + 1);
        }
        // "seven soldiers, 15 guards and a driver were killed".
        if let Some(next) = self.scene.items.get(self.index + 1).filter(|next| next.first == at + 1)
            && !self.is_subset_start(at + 1)
            && !self.scene.has(next.number + 1, Word::SubsetOf)
            // "two daughters, one of 3,000 people who have left": who they are.
            && !(one && words.tag(next.number + 1) == Tag::Of)
        {
            return Some(next.last + 1);
        }
        // "its inhabitants, nearly 900 people, had left", "his guards, comprising 12 men, who were killed".
        let verb = |at| matches!(words.tag(at), Tag::Be | Tag::Have);
        // "trois vieillards, qui n'avaient pu partir, y auraient été égorgés": back from the relative clause.
        let there = at + 1 + usize::from(words.tag(at + 1) == Tag::Pronoun);
        if verb(there) && (self.item.last + 1..at).any(|at| self.scene.has(at, Word::Who)) {
            return Some(there);
        }
        let apposed = self.is_bare() && self.counted_phrase().is_some();
        if apposed && self.scene.cues_at(at + 1).next().is_some() {
            return Some(at + 1);
        }
        // "Five families, around 35 people, left the village".
        let suffers = self.item.phrase.is_some()
            && self.scene.cues_at(at + 1).any(|cue| cue.word.role == Role::Suffers);
        let passed = self.scene.items.get(self.index + 1).is_some_and(|next| next.last + 1 == at);
        if passed && suffers {
            return Some(at + 1);
        }
        if (self.is_apposed() && (verb(at + 1) || suffers)) || self.scene.has(at + 1, Word::Who) {
            return Some(at + 1);
        }
        self.closes(at).map(|close| close + 1)
    }

    /// The comma that closes the insertion that another one opens, a verb behind it.
    fn closes(&self, at: usize) -> Option<usize> {
        let words = &self.scene.words;
        let close =
            (at + 1..(at + LONGEST_CLAUSE).min(words.len())).find(|next| words.tag(*next) == Tag::Comma)?;
        let verb = matches!(words.tag(close + 1), Tag::Be | Tag::Have | Tag::Modal | Tag::Adverb)
            || self.scene.has(close + 1, Word::Who)
            || self.scene.cues_at(close + 1).any(|cue| cue.word.role == Role::Suffers);
        verb.then_some(close)
    }

    /// A comma, or "soit" behind one, before it.
    fn is_apposed(&self) -> bool {
        if self.scene.has(self.item.number + 1, Word::SubsetOf) {
            return self.is_bare() && self.counted_phrase().is_some();
        }
        let tag = |back: usize| self.item.first.checked_sub(back).map(|at| self.scene.words.tag(at));
        match tag(1) {
            Some(Tag::Comma) => true,
            Some(Tag::Be) => tag(2) == Some(Tag::Comma),
            _ => self.scene.group(self.item).is_some(),
        }
    }

    fn is_subset_start(&self, at: usize) -> bool {
        self.scene.has(at, Word::Subset)
    }

    /// Past "and 15 guards", "and their drivers" where the verb is that of both.
    fn past_joined(&self, at: usize) -> Option<usize> {
        if let Some(next) = self.scene.items.get(self.index + 1).filter(|next| next.first == at + 1) {
            return Some(next.last + 1);
        }
        let phrase = self.scene.words.phrase_at(at + 1)?;
        matches!(
            self.scene.words.tag(phrase.last + 1),
            Tag::Be | Tag::Have | Tag::Of | Tag::Preposition | Tag::Verb | Tag::Relative | Tag::Participle
        )
        .then_some(phrase.last + 1)
    }
}
