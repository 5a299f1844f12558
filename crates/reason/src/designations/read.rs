use std::sync::OnceLock;

use serde::Deserialize;

use crate::document::{BlockKind, Span};
use crate::entities::{Entity, Mention};
use crate::patterns::{Book, Found, Phrase, Sort, Tongues, View};
use crate::prose::{Prose, Sentence};

use super::Designation;
use super::acts::{Act, Acts, Frame};
use super::dating::Dates;
use super::doubts::{
    As, designated_as, is_bare, is_described, is_farther, is_in_name, is_unsure, whole_list, without_offices,
};
use super::extent::members;
use super::lists::List;
use super::members::listed;
use super::parties::{Named, Weak, apposed, authority_span, is_authority, target};
use super::programs::reason;

/// How a sentence tells of an act. In the order in which one is preferred to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Says {
    /// "The Treasury sanctioned Moor."
    ByAuthority,
    /// "OFAC is designating Moor": what the document itself announces.
    Announced,
    /// "Moor was sanctioned by the Treasury."
    Passive,
    /// "Moor, an officer sanctioned by the EU", "sanctioned general Jonas Bell": only where the party is named.
    Reduced,
    /// "Moor is being designated", "also designated are Moor and Bell": by those who announced it.
    Being,
    /// "The sanctions against Moor".
    Noun,
    /// "The following were designated": names follow.
    LeadIn,
    /// "These men are Moor and Bell."
    Named,
    /// "The Swiss government followed."
    Followed,
    /// "... and by the Treasury".
    Too,
}

const SOURCES: &[&str] = include!(concat!(env!("OUT_DIR"), "/languages_designations.rs"));

pub(super) fn book() -> &'static Book<Says> {
    static BOOK: OnceLock<Book<Says>> = OnceLock::new();
    BOOK.get_or_init(|| Book::new(SOURCES))
}

/// Finds the designations of a document, in reading order.
#[must_use]
pub fn read(prose: &Prose<'_>, entities: &[Entity], mentions: &[Mention]) -> Vec<Designation> {
    let tongues = Tongues::of(prose);
    let mut reading = Reading {
        prose,
        entities,
        mentions,
        tongues,
        acts: Acts::default(),
        announced: None,
        announcements: 0,
        spelled_out: None,
        list: None,
    };
    for (number, sentence) in prose.sentences.iter().enumerate() {
        reading.entry(number, sentence);
        if book().may_hold(&sentence.text) {
            reading.sentence(number, sentence);
        }
    }
    reading.forget_headlines();
    reading.acts.settled()
}

pub(super) struct Reading<'r, 'p> {
    pub prose: &'r Prose<'p>,
    pub entities: &'r [Entity],
    pub mentions: &'r [Mention],
    pub tongues: Tongues,
    pub acts: Acts,
    /// What the document itself announces: by whom, under what, when.
    pub announced: Option<Frame>,
    /// How many announcements there were so far.
    pub announcements: usize,
    /// The sentence that names behind a colon those of whom it tells.
    pub spelled_out: Option<usize>,
    /// The list of names that is being read.
    pub list: Option<List>,
}

/// So many acts back an act may be told again by a pronoun.
const AGAIN: usize = 12;

/// A target: its last token, its place, whether it is named.
pub(super) type Target = (usize, Span, Named);

impl Reading<'_, '_> {
    #[expect(clippy::unused_self, reason = "the parts of the reading all ask it here")]
    pub(super) fn book(&self) -> &'static Book<Says> {
        book()
    }

    /// "EU lists five persons" over a text that then tells of each is told again there.
    fn forget_headlines(&mut self) {
        let Some(last) = self.acts.all.iter().map(|act| act.number).max() else { return };
        let heads = |act: &Act| {
            let kind = self.prose.sentences[act.number].kind;
            act.named == Named::No && matches!(kind, BlockKind::Heading | BlockKind::Title)
        };
        self.acts.all.retain(|act| !(heads(act) && act.number < last));
    }

    fn sentence(&mut self, number: usize, sentence: &Sentence) {
        let view = View::new(sentence, self.mentions, self.tongues.at(sentence));
        let mut found = book().find(&view);
        if found.is_empty() {
            return;
        }
        found.sort_by_key(|found| (found.key, found.anchor.0, std::cmp::Reverse(found.taken())));
        let first = self.acts.all.len();
        let farther: Vec<bool> = found.iter().map(|one| is_farther(&view, one, &found)).collect();
        for (found, _) in found.iter().zip(&farther).filter(|(_, farther)| !**farther) {
            self.act(number, &view, found);
        }
        let first = first.min(self.acts.all.len());
        self.acts.all[first..].sort_by_key(|act| act.designation.target);
    }

    fn act(&mut self, number: usize, view: &View<'_>, found: &Found<Says>) {
        if is_unsure(view, found) || is_in_name(view, found.anchor.0) {
            return;
        }
        match found.key {
            Says::Named => self.name_them(number, view, found),
            Says::Followed => self.follow(number, view, found),
            Says::Too => self.add_authority(number, view, found),
            Says::LeadIn if designated_as(view, found.last) == Some(As::Office) => {}
            Says::LeadIn => {
                if let Some((frame, _)) = self.frame(number, view, found, found.last) {
                    let generic = |act: &Act| act.number == number && act.named == Named::No;
                    self.acts.all.retain(|act| !generic(act));
                    self.lead_in(number, view, frame);
                }
            }
            _ => self.put_on_list(number, view, found),
        }
    }

    fn put_on_list(&mut self, number: usize, view: &View<'_>, found: &Found<Says>) {
        let Some(phrase) = book().slot(found, "target") else {
            return;
        };
        let Some((told, authorities)) = self.frame(number, view, found, phrase.end) else {
            return;
        };
        // "under the sanctions regulations": the name of a programme is no act.
        let act = view.place_of(found.anchor.0, found.anchor.1);
        if told.program.is_some_and(|program| program.overlaps(act)) {
            return;
        }
        let mut targets = self.targets(number, view, found, phrase);
        // "on Moor by the Treasury, Canada and Australia": no list of targets.
        targets.retain(|(_, span, _)| !authorities.iter().flatten().any(|by| by.overlaps(*span)));
        let ends: Vec<usize> = targets.iter().map(|(last, ..)| *last).collect();
        for (index, (last, span, named)) in targets.iter().enumerate() {
            // "These measures now target 121 persons": nobody new is told of.
            if found.key == Says::Being && *named == Named::No {
                continue;
            }
            let Some((frame, _)) = self.frame(number, view, found, *last) else { continue };
            let until = ends.get(index + 1).copied().filter(|next| next > last).unwrap_or(view.len());
            let reason = reason(book(), view, found.anchor.1.max(*last), until)
                .or_else(|| reason(book(), view, found.anchor.1.max(*last), view.len()));
            for authority in &authorities {
                // "... to its list on 3 May, together with Bell": the day is of both.
                let date = frame.date.or(told.date.filter(|_| *last > phrase.end));
                let authority = authority.or(frame.authority);
                let frame = Frame { authority, reason, date, ..frame };
                self.push(number, view.sentence.span, *span, *named, frame);
            }
        }
        self.go_on_to_names(number, view, &targets);
    }

    /// "... sanctioned three men:" or "three men: A, B and C".
    fn go_on_to_names(&mut self, number: usize, view: &View<'_>, targets: &[Target]) {
        let Some((last, _, Named::No)) = targets.last() else { return };
        let colon = (*last + 1..view.len()).find(|at| view.mark(*at, ':'));
        if colon.is_some()
            && let Some(act) = self.acts.all.last().filter(|act| act.number == number)
        {
            let told = &act.designation;
            let (authority, program, date) = (told.authority, told.program, told.date);
            let before = self.acts.all.len();
            self.lead_in(number, view, Frame { authority, program, date, reason: None });
            let more = self.acts.all.len() > before;
            self.spelled_out = more.then_some(number).or(self.spelled_out);
            self.acts.all.retain(|act| !(more && act.number == number && act.named == Named::No));
        }
    }

    fn targets(&self, number: usize, view: &View<'_>, found: &Found<Says>, phrase: &Phrase) -> Vec<Target> {
        let weak = match book().has_word("weak", view, found.anchor.0, found.anchor.1 + 1) {
            // Whom those who keep lists designate has no mere office.
            true if designated_as(view, phrase.end - 1) != Some(As::Sanctioned)
                && !self.is_by_keeper(view, found) =>
            {
                Weak::Yes
            }
            _ => Weak::No,
        };
        let first = phrase.members[0];
        if let Some(length) = book().word_at("pair", view, first.0)
            && first.0 + length == first.1 + 1
        {
            let both = self.last_two(number);
            if !both.is_empty() {
                return both.into_iter().map(|span| (first.1, span, Named::Yes)).collect();
            }
        }
        let each = members(view, found, phrase).into_iter().filter_map(|member| {
            let pronoun = view.is(member.0, Sort::Pronoun) && view.mention(member.0).is_none();
            if pronoun || book().word_at("last-named", view, member.0).is_some() {
                return Some((member.1, self.meant(number, view, member)?, Named::Yes));
            }
            let ((from, last), named) = target(book(), view, self.entities, member, weak)?;
            // "on Moor by the Union, Canada and Halden": those who did it.
            let further = member.0 > first.1;
            if further
                && is_authority(book(), view, member)
                && !book().has_word("party", view, member.0, member.1 + 1)
            {
                return None;
            }
            // "l'UE inscrit": no participle.
            if found.key == Says::Passive
                && named == Named::Yes
                && is_bare(view, last, found.anchor.0)
                && is_authority(book(), view, member)
            {
                return None;
            }
            if weak == Weak::Yes && designated_as(view, last) == Some(As::Office) {
                return None;
            }
            if named == Named::No
                && let Some(name) = apposed(book(), view, member)
            {
                return Some((last, name, Named::Yes));
            }
            let described = found.key == Says::Passive && is_described(view, found, (from, last));
            let kept = named == Named::Yes || found.key != Says::Reduced && !described;
            kept.then(|| (last, view.place_of(from, last), named))
        });
        whole_list(view, without_offices(view, each.collect()))
    }

    fn is_by_keeper(&self, view: &View<'_>, found: &Found<Says>) -> bool {
        let apposed = matches!(found.key, Says::Reduced | Says::Passive);
        let by = book().slot(found, "authority").filter(|_| apposed);
        by.is_some_and(|by| by.members.iter().any(|member| is_authority(book(), view, *member)))
    }

    /// "These men are A, B and C": those of whom the sentence before told.
    fn name_them(&mut self, number: usize, view: &View<'_>, found: &Found<Says>) {
        let Some(phrase) = book().slot(found, "target") else {
            return;
        };
        let told = self.acts.all.iter().rposition(|act| act.number + 1 == number && act.named == Named::No);
        let Some(told) = told else {
            return;
        };
        let act = self.acts.all.remove(told).designation;
        let span = Span::new(act.span.start, view.sentence.span.end);
        let frame =
            Frame { authority: act.authority, program: act.program, date: act.date, reason: act.reason };
        let listed = listed(book(), view, phrase.members[0].0);
        let members = if listed.len() > phrase.members.len() { listed } else { phrase.members.clone() };
        for member in members {
            if let Some(((first, last), named)) = target(book(), view, self.entities, member, Weak::No) {
                self.push(number, span, view.place_of(first, last), named, frame);
            }
        }
    }

    /// "The Swiss government followed": the targets of the sentence before.
    fn follow(&mut self, number: usize, view: &View<'_>, found: &Found<Says>) {
        let Some(phrase) = book().slot(found, "authority") else {
            return;
        };
        let here = self.acts.all.iter().any(|act| act.number == number);
        let told_in = if here { number } else { number.wrapping_sub(1) };
        let before: Vec<_> = self.acts.all.iter().filter(|act| act.number == told_in).collect();
        let targets: Vec<_> = before.iter().map(|act| (act.designation.target, act.named)).collect();
        let dates = Dates::of(view);
        for member in phrase.members.iter().filter(|member| is_authority(book(), view, **member)) {
            let authority = authority_span(book(), view, *member);
            let done = self.acts.all.iter().rev().take_while(|act| act.number == number);
            if done.into_iter().any(|act| act.designation.authority == Some(authority)) {
                continue;
            }
            let date = dates.of_act(view, found.anchor, found.anchor.1);
            for (target, named) in &targets {
                let frame = Frame { authority: Some(authority), date, ..Frame::default() };
                self.push(number, view.sentence.span, *target, *named, frame);
            }
        }
    }

    /// "... and by the Treasury since March": a further authority for the same targets.
    fn add_authority(&mut self, number: usize, view: &View<'_>, found: &Found<Says>) {
        let here =
            self.acts.all.iter().filter(|act| act.number == number && act.designation.authority.is_some());
        let targets: Vec<_> = here.map(|act| (act.designation.target, act.named)).collect();
        let Some(phrase) = book().slot(found, "authority") else {
            return;
        };
        let dates = Dates::of(view);
        for member in phrase.members.iter().filter(|member| is_authority(book(), view, **member)) {
            let authority = Some(authority_span(book(), view, *member));
            let date = dates.of_act(view, found.anchor, member.1);
            for (target, named) in &targets {
                let frame = Frame { authority, date, ..Frame::default() };
                self.push(number, view.sentence.span, *target, *named, frame);
            }
        }
    }

    /// Keeps an act of which the target is named.
    pub(super) fn push_named(&mut self, number: usize, span: Span, target: Span, frame: Frame) {
        self.push(number, span, target, Named::Yes, frame);
    }

    fn push(&mut self, number: usize, span: Span, target: Span, named: Named, frame: Frame) {
        // "la liste du Comité": who keeps it is not on it.
        if frame.authority.is_some_and(|authority| authority.overlaps(target)) {
            return;
        }
        if named == Named::No && self.spelled_out == Some(number) {
            return;
        }
        let again = |act: &Act| {
            let told = &act.designation;
            told.target == target && frame.authority.is_none_or(|by| told.authority == Some(by))
        };
        // "OFAC designated Moor. She is designated for ...": the same act.
        if !span.overlaps(target) && self.acts.all.iter().rev().take(AGAIN).any(again) {
            return;
        }
        let Frame { authority, program, date, reason } = frame;
        let designation = Designation { span, target, authority, program, reason, date };
        let ours = self.announced.is_some_and(|known| known.authority.is_some() && date == known.date);
        let announcement = ours.then_some(self.announcements);
        self.acts.push(Act { designation, number, named, announcement });
    }
}

#[cfg(test)]
mod tests;
