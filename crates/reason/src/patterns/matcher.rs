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
        let print = self.print(at)?;
        let may = match self.way {
            Way::On => phrases.firsts.may_have(print),
            Way::Back => phrases.lasts.may_have(print),
        };
        if !may {
            return None;
        }
        // Longest first, so that "did not yet" is not taken for "did not" where the rest would fit both.
        let mut below = usize::MAX;
        loop {
            let shorter = phrases.all.iter().filter(|phrase| phrase.words.len() < below);
            let fitting = shorter.filter(|phrase| self.reads(phrase, print, at));
            below = fitting.map(|phrase| phrase.words.len()).max()?;
            let past = match self.way {
                Way::On => at + below,
                Way::Back => at - below,
            };
            let done = self.step(rest, past);
            if done.is_some() {
                return done;
            }
        }
    }

    /// The fingerprint of the next token.
    fn print(&self, at: usize) -> Option<u32> {
        match self.way {
            Way::On => self.view.hash(at),
            Way::Back => self.view.hash(at.checked_sub(1)?),
        }
    }

    fn reads(&self, phrase: &Wording, print: u32, at: usize) -> bool {
        let start = match self.way {
            Way::On => Some(at).filter(|_| print == phrase.first),
            Way::Back => at.checked_sub(phrase.words.len()).filter(|_| print == phrase.last),
        };
        start.is_some_and(|start| self.view.reads(&phrase.words, start))
    }

    fn slot(&mut self, slot: usize, rest: Run<'_>, at: usize) -> Option<usize> {
        let phrase = self.phrase(at)?;
        narrower(self.view, phrase, self.way).into_iter().find_map(|phrase| {
            let past = match self.way {
                Way::On => phrase.end,
                Way::Back => phrase.start,
            };
            self.slots.push((slot, phrase));
            let done = self.step(rest, past);
            if done.is_none() {
                self.slots.pop();
            }
            done
        })
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

/// A phrase, then what else could be meant: "A, B and C were" against "A, B said"; the name in "blamed Moor".
fn narrower(view: &View<'_>, phrase: Phrase, way: Way) -> Vec<Phrase> {
    let alone = match way {
        Way::On => phrase.first_alone(),
        Way::Back => phrase.last_alone(),
    };
    let member = alone.members[0];
    let name = view.mention(member.1).filter(|(_, first, last)| *last == member.1 && *first > member.0);
    let name = name.filter(|_| way == Way::Back && alone.end == phrase.end);
    let mut all = Vec::with_capacity(5);
    let several = phrase.members.len() > 1;
    all.push(phrase);
    if several {
        all.push(alone.clone());
    }
    if let Some(end) = end_of_name(view, member).filter(|_| way == Way::On) {
        all.push(Phrase { start: alone.start, end: end + 1, members: vec![(member.0, end)] });
    }
    let to =
        (member.0..member.1).rev().find(|at| view.is(*at, Sort::Place) && view.is(*at, Sort::Determiner));
    if let Some(to) = to.filter(|_| way == Way::Back && alone.end == member.1 + 1) {
        // "nos appels au ministère": the ministry.
        all.push(Phrase { start: to + 1, end: alone.end, members: vec![(to + 1, member.1)] });
    }
    if let Some((_, first, last)) = name {
        all.push(Phrase { start: first, end: alone.end, members: vec![(first, last)] });
    }
    all
}

/// "the council decided", "l'UE figurent": the last token of a name that a small word follows, a verb perhaps.
fn end_of_name(view: &View<'_>, member: (usize, usize)) -> Option<usize> {
    let named = |at: usize| view.is_capital(at) || view.mention(at).is_some();
    let first = (member.0..=member.1).find(|at| named(*at))?;
    (first..member.1)
        .find(|at| named(*at) && !named(at + 1) && !view.is_mark(at + 1) && !view.is(at + 1, Sort::Joiner))
}
