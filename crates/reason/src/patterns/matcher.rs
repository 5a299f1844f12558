//! Tries a pattern around its anchor, forwards behind it and backwards before it.

use super::nouns::{Phrase, phrase_before, phrase_from};
use super::syntax::{Element, Over, Wording};
use super::view::View;

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

/// Tries elements one way from a token boundary.
pub(super) fn run(view: &View<'_>, elements: &[Element], way: Way, at: usize) -> Option<Taken> {
    let order: Vec<&Element> = match way {
        Way::On => elements.iter().collect(),
        Way::Back => elements.iter().rev().collect(),
    };
    let mut trial = Trial { view, way, steps: 0 };
    trial.step(&order, Taken { at, slots: Vec::new() })
}

struct Trial<'v, 's> {
    view: &'v View<'s>,
    way: Way,
    steps: usize,
}

impl Trial<'_, '_> {
    fn step(&mut self, elements: &[&Element], taken: Taken) -> Option<Taken> {
        self.steps += 1;
        if self.steps > MOST_STEPS {
            return None;
        }
        let Some((element, rest)) = elements.split_first() else {
            return Some(taken);
        };
        match element {
            Element::Phrases(phrases) => self.phrases(phrases, rest, &taken),
            Element::Slot(slot) => self.slot(*slot, rest, &taken),
            Element::Choice(ways) => ways.iter().find_map(|inner| self.then(inner, rest, taken.clone())),
            Element::Maybe(inner) => {
                self.then(std::slice::from_ref(inner), rest, taken.clone()).or_else(|| self.step(rest, taken))
            }
            Element::Many(inner) => self.many(inner, elements, rest, taken),
            Element::Gap { most, over } => self.gap(*most, *over, rest, taken),
            Element::Start => (taken.at == 0).then(|| self.step(rest, taken)).flatten(),
            Element::End => self.ends(taken.at).then(|| self.step(rest, taken)).flatten(),
        }
    }

    fn then(&mut self, inner: &[Element], rest: &[&Element], taken: Taken) -> Option<Taken> {
        let mut all: Vec<&Element> = match self.way {
            Way::On => inner.iter().collect(),
            Way::Back => inner.iter().rev().collect(),
        };
        all.extend_from_slice(rest);
        self.step(&all, taken)
    }

    fn many(
        &mut self,
        inner: &Element,
        elements: &[&Element],
        rest: &[&Element],
        taken: Taken,
    ) -> Option<Taken> {
        if let Some(once) = self.step(&[inner], taken.clone())
            && once.at != taken.at
            && let Some(done) = self.step(elements, once)
        {
            return Some(done);
        }
        self.step(rest, taken)
    }

    fn phrases(&mut self, phrases: &[Wording], rest: &[&Element], taken: &Taken) -> Option<Taken> {
        // Longest first, so that "did not yet" is not taken for "did not" where the rest would fit both.
        let mut lengths: Vec<usize> = phrases
            .iter()
            .filter(|phrase| self.reads(&phrase.words, taken.at))
            .map(|phrase| phrase.words.len())
            .collect();
        lengths.sort_unstable_by(|a, b| b.cmp(a));
        lengths.dedup();
        lengths.into_iter().find_map(|length| {
            let at = match self.way {
                Way::On => taken.at + length,
                Way::Back => taken.at - length,
            };
            self.step(rest, Taken { at, slots: taken.slots.clone() })
        })
    }

    fn reads(&self, phrase: &[String], at: usize) -> bool {
        let words = &self.view.words;
        let range = match self.way {
            Way::On => at.checked_add(phrase.len()).map(|end| at..end),
            Way::Back => at.checked_sub(phrase.len()).map(|start| start..at),
        };
        range.and_then(|range| words.get(range)).is_some_and(|there| there == phrase)
    }

    fn slot(&mut self, slot: usize, rest: &[&Element], taken: &Taken) -> Option<Taken> {
        let phrase = match self.way {
            Way::On => phrase_from(self.view, taken.at),
            Way::Back => phrase_before(self.view, taken.at),
        }?;
        narrower(self.view, phrase, self.way).into_iter().find_map(|phrase| {
            let at = match self.way {
                Way::On => phrase.end,
                Way::Back => phrase.start,
            };
            let mut slots = taken.slots.clone();
            slots.push((slot, phrase));
            self.step(rest, Taken { at, slots })
        })
    }

    fn gap(&mut self, most: usize, over: Over, rest: &[&Element], taken: Taken) -> Option<Taken> {
        let mut at = taken.at;
        for _ in 0..=most {
            if let Some(done) = self.step(rest, Taken { at, slots: taken.slots.clone() }) {
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
            || self.view.is(at, super::view::Sort::And)
            || self.view.is(at, super::view::Sort::Clause)
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
    let mut all = Vec::with_capacity(3);
    let several = phrase.members.len() > 1;
    all.push(phrase);
    if several {
        all.push(alone.clone());
    }
    if let Some((_, first, last)) = name {
        all.push(Phrase { start: first, end: alone.end, members: vec![(first, last)] });
    }
    all
}
