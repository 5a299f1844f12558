use std::sync::OnceLock;

use serde::Deserialize;

use crate::dates::PartialDate;
use crate::document::Span;
use crate::entities::{Entity, Mention};
use crate::patterns::{Book, Found, Phrase, Sort, Tongue, View, core_from};
use crate::prose::{Prose, Sentence};

use super::Designation;
use super::dating::{Dates, program};
use super::parties::{Named, Weak, authority_span, is_authority, subject, target};

/// How a sentence tells of an act. In the order in which one is preferred to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Says {
    ByAuthority,
    Announced,
    Passive,
    Being,
    Noun,
    Named,
    Followed,
    Too,
}

const SOURCES: &[&str] = include!(concat!(env!("OUT_DIR"), "/languages_designations.rs"));

fn book() -> &'static Book<Says> {
    static BOOK: OnceLock<Book<Says>> = OnceLock::new();
    BOOK.get_or_init(|| Book::new(SOURCES))
}

/// Finds the designations of a document, in reading order.
#[must_use]
pub fn read(prose: &Prose<'_>, entities: &[Entity], mentions: &[Mention]) -> Vec<Designation> {
    let tongue = Tongue::of(prose);
    let mut reading = Reading { prose, entities, mentions, tongue, acts: Vec::new(), announced: None };
    for (number, sentence) in prose.sentences.iter().enumerate() {
        if book().may_hold(&sentence.text) {
            reading.sentence(number, sentence);
        }
    }
    reading.acts.into_iter().map(|act| act.designation).collect()
}

/// A designation with what later sentences need of it.
struct Act {
    designation: Designation,
    number: usize,
    named: Named,
}

struct Reading<'r, 'p> {
    prose: &'r Prose<'p>,
    entities: &'r [Entity],
    mentions: &'r [Mention],
    tongue: Tongue,
    acts: Vec<Act>,
    /// What the document itself announces: by whom, under what, when.
    announced: Option<Frame>,
}

/// All of an act but its target.
#[derive(Debug, Clone, Copy, Default)]
struct Frame {
    authority: Option<Span>,
    program: Option<Span>,
    date: Option<PartialDate>,
}

impl Reading<'_, '_> {
    fn sentence(&mut self, number: usize, sentence: &Sentence) {
        let view = View::new(sentence, self.mentions, self.tongue);
        let mut found = book().find(&view);
        if found.is_empty() {
            return;
        }
        found.sort_by_key(|found| (found.key, found.anchor.0, std::cmp::Reverse(found.taken())));
        let dates = Dates::of(&view);
        let first = self.acts.len();
        for found in &found {
            self.act(number, &view, &dates, found);
        }
        self.acts[first..].sort_by_key(|act| act.designation.target);
    }

    fn act(&mut self, number: usize, view: &View<'_>, dates: &Dates, found: &Found<Says>) {
        if is_unsure(view, found) {
            return;
        }
        match found.key {
            Says::Named => self.name_them(number, view, found),
            Says::Followed => self.follow(number, view, dates, found),
            Says::Too => self.add_authority(number, view, dates, found),
            _ => self.put_on_list(number, view, dates, found),
        }
    }

    fn put_on_list(&mut self, number: usize, view: &View<'_>, dates: &Dates, found: &Found<Says>) {
        let Some(authorities) = self.authorities(number, view, found) else {
            return;
        };
        let Some(phrase) = book().slot(found, "target") else {
            return;
        };
        let program = program(book(), view);
        let named: Vec<Span> = authorities.iter().flatten().copied().chain(program).collect();
        let act_dates = Dates::of(view).outside(view, &named);
        for (core, span, named) in self.targets(number, view, dates, found, phrase) {
            let date = act_dates.of_act(view, found.anchor, core);
            for authority in &authorities {
                let frame = self.framed(found.key, Frame { authority: *authority, program, date });
                self.push(number, view.sentence.span, span, named, frame);
            }
        }
    }

    /// What a document announces it also says in full once; "is being designated" leaves it out.
    fn framed(&mut self, key: Says, frame: Frame) -> Frame {
        if !matches!(key, Says::Announced | Says::Being) {
            return frame;
        }
        let known = self.announced.unwrap_or_default();
        let full = Frame {
            authority: frame.authority.or(known.authority),
            program: frame.program.or(known.program),
            date: known.date.or(frame.date),
        };
        if key == Says::Announced {
            self.announced = Some(full);
        }
        full
    }

    /// By whom; `None` where the phrase in that place is nobody who keeps lists.
    fn authorities(&self, number: usize, view: &View<'_>, found: &Found<Says>) -> Option<Vec<Option<Span>>> {
        let needed = matches!(found.key, Says::ByAuthority | Says::Announced | Says::Noun);
        let Some(phrase) = book().slot(found, "authority") else {
            return (!needed || found.key == Says::Noun).then(|| vec![None]);
        };
        let known: Vec<_> = phrase
            .members
            .iter()
            .filter(|member| is_authority(book(), view, **member))
            .map(|member| self.authority(number, view, *member))
            .collect();
        if !known.is_empty() {
            return Some(known);
        }
        let (first, last) = phrase.members[0];
        if view.is(first, Sort::Pronoun) {
            return self.recent(number).map(|act| vec![act.designation.authority]);
        }
        let named = (first..=last).any(|at| view.is_capital(at)) && found.key == Says::Passive;
        (!needed).then(|| vec![named.then(|| authority_span(book(), view, (first, last)))])
    }

    /// "The agency": the one named just before.
    fn authority(&self, number: usize, view: &View<'_>, core: (usize, usize)) -> Option<Span> {
        let bare = core.1 == core.0 + 1
            && view.is(core.0, Sort::Determiner)
            && !view.is_capital(core.1)
            && book().word_at("stands-for", view, core.1).is_some();
        let meant = self.recent(number).filter(|_| bare).and_then(|act| act.designation.authority);
        meant.or_else(|| Some(authority_span(book(), view, core)))
    }

    /// The last act, where it was told of in the same paragraph or just before.
    fn recent(&self, number: usize) -> Option<&Act> {
        let act = self.acts.last()?;
        let sentences = &self.prose.sentences;
        let near = number - act.number <= 2 || sentences[act.number].block == sentences[number].block;
        near.then_some(act)
    }

    /// Each target: its last token, its place, whether it is named.
    fn targets(
        &self,
        number: usize,
        view: &View<'_>,
        dates: &Dates,
        found: &Found<Says>,
        phrase: &Phrase,
    ) -> Vec<(usize, Span, Named)> {
        let weak = match book().has_word("weak", view, found.anchor.0, found.anchor.1 + 1) {
            true => Weak::Yes,
            false => Weak::No,
        };
        let mut members = phrase.members.clone();
        members.extend(further(view, dates, phrase));
        let each = members.into_iter().filter_map(|member| {
            if view.is(member.0, Sort::Pronoun) && view.mention(member.0).is_none() {
                let span = self.subject_before(number).filter(|_| member.0 <= 1)?;
                return Some((member.1, span, Named::Yes));
            }
            let ((first, last), named) = target(book(), view, self.entities, member, weak)?;
            Some((last, view.place_of(first, last), named))
        });
        whole_list(view, each.collect())
    }

    fn subject_before(&self, number: usize) -> Option<Span> {
        let before = &self.prose.sentences[number.checked_sub(1)?];
        let same = before.block == self.prose.sentences[number].block;
        same.then(|| subject(&View::new(before, self.mentions, self.tongue))).flatten()
    }

    /// "These men are A, B and C": those of whom the sentence before told.
    fn name_them(&mut self, number: usize, view: &View<'_>, found: &Found<Says>) {
        let Some(phrase) = book().slot(found, "target") else {
            return;
        };
        let told = self.acts.iter().rposition(|act| act.number + 1 == number && act.named == Named::No);
        let Some(told) = told else {
            return;
        };
        let act = self.acts.remove(told).designation;
        let span = Span::new(act.span.start, view.sentence.span.end);
        let frame = Frame { authority: act.authority, program: act.program, date: act.date };
        for member in &phrase.members {
            if let Some(((first, last), named)) = target(book(), view, self.entities, *member, Weak::No) {
                self.push(number, span, view.place_of(first, last), named, frame);
            }
        }
    }

    /// "The Swiss government followed": the targets of the sentence before.
    fn follow(&mut self, number: usize, view: &View<'_>, dates: &Dates, found: &Found<Says>) {
        let Some(phrase) = book().slot(found, "authority") else {
            return;
        };
        let targets: Vec<_> = self
            .acts
            .iter()
            .filter(|act| act.number + 1 == number)
            .map(|act| (act.designation.target, act.named))
            .collect();
        for member in phrase.members.iter().filter(|member| is_authority(book(), view, **member)) {
            let authority = Some(authority_span(book(), view, *member));
            let date = dates.of_act(view, found.anchor, found.anchor.1);
            for (target, named) in &targets {
                let frame = Frame { authority, program: None, date };
                self.push(number, view.sentence.span, *target, *named, frame);
            }
        }
    }

    /// "... and by the Treasury since March": a further authority for the same targets.
    fn add_authority(&mut self, number: usize, view: &View<'_>, dates: &Dates, found: &Found<Says>) {
        let here = self.acts.iter().filter(|act| act.number == number && act.designation.authority.is_some());
        let targets: Vec<_> = here.map(|act| (act.designation.target, act.named)).collect();
        let Some(phrase) = book().slot(found, "authority") else {
            return;
        };
        for member in phrase.members.iter().filter(|member| is_authority(book(), view, **member)) {
            let authority = Some(authority_span(book(), view, *member));
            let date = dates.of_act(view, found.anchor, member.1);
            for (target, named) in &targets {
                let frame = Frame { authority, program: None, date };
                self.push(number, view.sentence.span, *target, *named, frame);
            }
        }
    }

    /// Keeps an act that is not known yet; one with its authority takes the place of one without.
    fn push(&mut self, number: usize, span: Span, target: Span, named: Named, frame: Frame) {
        let designation = Designation {
            span,
            target,
            authority: frame.authority,
            program: frame.program,
            date: frame.date,
        };
        let same = self.acts.iter_mut().rev().take_while(|act| act.number == number).find(|act| {
            let known = &act.designation;
            known.target.overlaps(target)
                && (known.authority.is_none()
                    || frame
                        .authority
                        .is_none_or(|authority| known.authority.is_some_and(|a| a.overlaps(authority))))
        });
        match same {
            Some(act) if act.designation.authority.is_none() && frame.authority.is_some() => {
                act.designation = designation;
            }
            Some(_) => {}
            None => self.acts.push(Act { designation, number, named }),
        }
    }
}

/// "three individuals and two entities": one group, since none is named.
fn whole_list(view: &View<'_>, targets: Vec<(usize, Span, Named)>) -> Vec<(usize, Span, Named)> {
    let told = targets.len() > 1 && targets.iter().all(|(.., named)| *named == Named::No);
    match (targets.first(), targets.last()) {
        (Some((_, first, _)), Some((last, end, _)))
            if told && first.start < end.start && *last < view.len() =>
        {
            vec![(*last, Span::new(first.start, end.end), Named::No)]
        }
        _ => targets,
    }
}

/// "listed Moor on 13 December, and Bell on 22 April": Bell.
fn further(view: &View<'_>, dates: &Dates, phrase: &Phrase) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut last = phrase.members.last().map_or(phrase.end, |member| member.1);
    while let Some(mut next) = dates.right_behind(view, last) {
        next += usize::from(view.mark(next, ','));
        if !view.is(next, Sort::And) {
            break;
        }
        let Some(core) = core_from(view, next + 1) else { break };
        if dates.right_behind(view, core.1).is_none() {
            break;
        }
        found.push(core);
        last = core.1;
    }
    found
}

/// How far before the verb a word makes it less than an act.
const REACH: usize = 7;

/// Recommended, threatened, denied or lifted.
fn is_unsure(view: &View<'_>, found: &Found<Says>) -> bool {
    let (start, end) = found.anchor;
    let from = (start.saturating_sub(REACH)..start)
        .rev()
        .take_while(|at| ![';', '.', ':'].iter().any(|mark| view.mark(*at, *mark)))
        .last()
        .unwrap_or(start);
    // "May" is a month there.
    let unsure = (from..start).any(|at| book().word_at("unsure", view, at).is_some() && !view.is_capital(at));
    let lifted =
        found.key == Says::Noun && book().has_word("lifted", view, end + 1, (end + 14).min(view.len()));
    unsure || lifted
}

#[cfg(test)]
mod tests;
