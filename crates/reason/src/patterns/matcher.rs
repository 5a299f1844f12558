//! Tries a pattern around its anchor, forwards behind it and backwards before it.

use super::idle;
use super::lists::{Phrase, phrase_before, phrase_from};
use super::syntax::{Element, Over, Wording, Wordings};
use super::view::{Sort, View};

/// Which way a run of elements is tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// Behind the anchor.
    On,
    /// Before it: the last element first.
    Back,
}

/// What a run of elements has taken: tokens up to `at`, and the phrases in its slots.
#[derive(Debug, Clone, Default)]
pub(super) struct Taken {
    /// One past the last token (on), or the first token (back).
    pub at: usize,
    /// Slot and phrase.
    pub slots: Vec<(usize, Phrase)>,
}

/// So many steps a single pattern may take at one anchor: patterns are short, only gaps and lists branch.
const MOST_STEPS: usize = 4000;

/// So many idle words may stand in one place: "has also, on 3 May, formally".
const MOST_IDLE: usize = 3;

/// Tries elements one way from a token boundary.
pub(super) fn run(view: &View<'_>, elements: &[Element], way: Way, at: usize) -> Option<Taken> {
    let mut trial = Trial { view, way, steps: 0, slots: Vec::new() };
    let at = trial.step(Run { elements, then: None }, at)?;
    Some(Taken { at, slots: trial.slots })
}

/// What is still to be read: elements, then those around them.
#[derive(Clone, Copy)]
struct Run<'e> {
    elements: &'e [Element],
    then: Option<&'e Run<'e>>,
}

impl<'e> Run<'e> {
    /// The next element, and what comes behind it.
    fn split(self, way: Way) -> Option<(&'e Element, Self)> {
        let mut run = self;
        loop {
            let split = match way {
                Way::On => run.elements.split_first(),
                Way::Back => run.elements.split_last(),
            };
            if let Some((element, elements)) = split {
                return Some((element, Run { elements, then: run.then }));
            }
            run = *run.then?;
        }
    }
}

struct Trial<'v, 's> {
    view: &'v View<'s>,
    way: Way,
    steps: usize,
    /// Of the attempt under way. A step that fails leaves them as they were.
    slots: Vec<(usize, Phrase)>,
}

impl Trial<'_, '_> {
    /// Where all that is still to be read ends, read from a token boundary.
    fn step(&mut self, run: Run<'_>, at: usize) -> Option<usize> {
        self.steps += 1;
        if self.steps > MOST_STEPS {
            return None;
        }
        let Some((element, rest)) = run.split(self.way) else {
            return Some(at);
        };
        match element {
            Element::Phrases(phrases) => self.phrases(phrases, rest, at),
            Element::Slot(slot) => self.slot(*slot, rest, at),
            Element::Choice(ways) => ways.iter().find_map(|inner| self.then(inner, rest, at)),
            Element::Maybe(inner) => {
                self.then(std::slice::from_ref(inner), rest, at).or_else(|| self.step(rest, at))
            }
            Element::Many(inner) => self.many(inner, run, rest, at),
            Element::Gap { most, over } => self.gap(*most, *over, rest, at),
            Element::Start => (at == 0).then(|| self.step(rest, at)).flatten(),
            Element::End => self.ends(at).then(|| self.step(rest, at)).flatten(),
        }
    }

    fn then(&mut self, inner: &[Element], rest: Run<'_>, at: usize) -> Option<usize> {
        self.step(Run { elements: inner, then: Some(&rest) }, at)
    }

    fn many(&mut self, inner: &Element, run: Run<'_>, rest: Run<'_>, at: usize) -> Option<usize> {
        let before = self.slots.len();
        let once = Run { elements: std::slice::from_ref(inner), then: None };
        if let Some(once) = self.step(once, at)
            && once != at
            && let Some(done) = self.step(run, once)
        {
            return Some(done);
        }
        self.slots.truncate(before);
        self.step(rest, at)
    }

    fn phrases(&mut self, phrases: &Wordings, rest: Run<'_>, at: usize) -> Option<usize> {
        let mut here = at;
        for _ in 0..=MOST_IDLE {
            let done = self.phrases_at(phrases, rest, here);
            if done.is_some() {
                return done;
            }
            here = self.idle(here)?;
        }
        None
    }

    /// Past a word or adjunct of time that changes nothing.
    fn idle(&self, at: usize) -> Option<usize> {
        match self.way {
            Way::On => idle::past(self.view, at),
            Way::Back => idle::before(self.view, at),
        }
    }

    fn phrases_at(&mut self, phrases: &Wordings, rest: Run<'_>, at: usize) -> Option<usize> {
        match self.way {
            Way::On => {
                let near = phrases.starting(self.view.print(at)?);
                self.longest_first(near, rest, |length| Some((at, at + length)))
            }
            Way::Back => {
                let near = phrases.ending(self.view.print(at.checked_sub(1)?)?);
                self.longest_first(near, rest, |length| at.checked_sub(length).map(|start| (start, start)))
            }
        }
    }

    /// Longest first, so that "did not yet" is not taken for "did not" where the rest would fit both. `place` tells where a
    /// phrase of so many tokens begins, and where what is still to be read goes on.
    fn longest_first<'w>(
        &mut self,
        near: impl Iterator<Item = &'w Wording>,
        rest: Run<'_>,
        place: impl Fn(usize) -> Option<(usize, usize)>,
    ) -> Option<usize> {
        let mut below = usize::MAX;
        for phrase in near {
            let length = phrase.words.len();
            let Some((start, past)) = place(length).filter(|_| length < below) else { continue };
            if self.view.reads(&phrase.words, start) {
                below = length;
                let done = self.step(rest, past);
                if done.is_some() {
                    return done;
                }
            }
        }
        None
    }

    fn slot(&mut self, slot: usize, rest: Run<'_>, at: usize) -> Option<usize> {
        let phrase = self.phrase(at)?;
        match self.filled(slot, phrase, rest) {
            Ok(end) => Some(end),
            Err(phrase) => {
                let mut others = narrower(self.view, &phrase, self.way).into_iter();
                others.find_map(|phrase| self.filled(slot, phrase, rest).ok())
            }
        }
    }

    /// Where the rest ends behind a phrase that fills a slot; where it does not fit, the phrase comes back.
    fn filled(&mut self, slot: usize, phrase: Phrase, rest: Run<'_>) -> Result<usize, Phrase> {
        let past = match self.way {
            Way::On => phrase.end,
            Way::Back => phrase.start,
        };
        let own = self.slots.len();
        self.slots.push((slot, phrase));
        self.step(rest, past).ok_or_else(|| self.slots.swap_remove(own).1)
    }

    /// The phrase from a place, an adjunct of time between: "sanctioned on Monday two firms".
    fn phrase(&self, at: usize) -> Option<Phrase> {
        match self.way {
            Way::On => {
                let start = idle::past(self.view, at).unwrap_or(at);
                phrase_from(self.view, start)
            }
            Way::Back => {
                let end = idle::before(self.view, at).unwrap_or(at);
                phrase_before(self.view, end).map(|phrase| Phrase { end: at, ..phrase })
            }
        }
    }

    fn gap(&mut self, most: usize, over: Over, rest: Run<'_>, from: usize) -> Option<usize> {
        let mut at = from;
        for _ in 0..=most {
            if let Some(done) = self.step(rest, at) {
                return Some(done);
            }
            let next = match self.way {
                Way::On => Some(at),
                Way::Back => at.checked_sub(1),
            }?;
            if next >= self.view.len() || self.bars(next, over) {
                return None;
            }
            at = match self.way {
                Way::On => at + 1,
                Way::Back => next,
            };
        }
        None
    }

    fn bars(&self, token: usize, over: Over) -> bool {
        let view = self.view;
        view.mark(token, ';')
            || view.mark(token, ':')
            || view.mark(token, '"')
            || view.mark(token, '«')
            || view.mark(token, '?')
            || (over == Over::Words && view.mark(token, ','))
    }

    fn ends(&self, at: usize) -> bool {
        at >= self.view.len()
            || [',', ';', '.', ':', '!', ')', '-', '"', '»'].iter().any(|mark| self.view.mark(at, *mark))
            || self.view.is(at, Sort::And)
            || self.view.is(at, Sort::Clause)
    }
}

/// What else than all of a phrase could be meant: "A, B and C were" against "A, B said"; the name in "blamed Moor".
fn narrower(view: &View<'_>, phrase: &Phrase, way: Way) -> Vec<Phrase> {
    let several = phrase.members.len() > 1;
    let (start, end, member) = match way {
        Way::On => (phrase.start, phrase.members[0].1 + 1, phrase.members[0]),
        Way::Back => {
            let member = phrase.members[phrase.members.len() - 1];
            (if several { member.0 } else { phrase.start }, phrase.end, member)
        }
    };
    let only = |first, last| Phrase { start: first, end, members: vec![(first, last)] };
    let mut all = Vec::new();
    if several {
        all.push(Phrase { start, end, members: vec![member] });
    }
    if way == Way::On
        && let Some(last) = end_of_name(view, member)
    {
        all.push(Phrase { start, end: last + 1, members: vec![(member.0, last)] });
    }
    if way == Way::Back
        && end == member.1 + 1
        && let Some(to) = place_before(view, member)
    {
        // "nos appels au ministère": the ministry.
        all.push(only(to + 1, member.1));
    }
    if way == Way::Back
        && let Some((_, first, last)) = view.mention(member.1)
        && last == member.1
        && first > member.0
    {
        all.push(only(first, last));
    }
    all
}

/// The last "au" within a phrase, before what it leads to.
fn place_before(view: &View<'_>, member: (usize, usize)) -> Option<usize> {
    (member.0..member.1).rev().find(|at| view.is(*at, Sort::Place) && view.is(*at, Sort::Determiner))
}

/// "the council decided", "l'UE figurent": the last token of a name that a small word follows, a verb perhaps.
fn end_of_name(view: &View<'_>, member: (usize, usize)) -> Option<usize> {
    let named = |at: usize| view.is_capital(at) || view.mention(at).is_some();
    let first = (member.0..=member.1).find(|at| named(*at))?;
    (first..member.1)
        .find(|at| named(*at) && !named(at + 1) && !view.is_mark(at + 1) && !view.is(at + 1, Sort::Joiner))
}
