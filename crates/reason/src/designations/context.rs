//! What a sentence leaves to those before it: who "it" is, which agency, which announcement.

use crate::document::Span;
use crate::entities::EntityKind;
use crate::patterns::{Sort, View};

use super::acts::Act;
use super::parties::{is_party, subject};
use super::read::Reading;

impl Reading<'_, '_> {
    /// The last act, where it was told of in the same paragraph or just before.
    pub(super) fn recent(&self, number: usize) -> Option<&Act> {
        let act = self.acts.all.last()?;
        let sentences = &self.prose.sentences;
        let near = number - act.number <= 2 || sentences[act.number].block == sentences[number].block;
        near.then_some(act)
    }

    /// Who "it", "him" or "celui-ci" is: only one party of the sentence before can be meant.
    pub(super) fn meant(&self, number: usize, view: &View<'_>, member: (usize, usize)) -> Option<Span> {
        if self.book().has_word("last-named", view, member.0.saturating_sub(2), member.1 + 1) {
            return self.last_named(number);
        }
        let last = self.acts.all.iter().rev().find(|act| act.number != number);
        let last = last.filter(|act| act.number + 1 == number);
        let told = last.map(|act| act.designation.target);
        let object = member.0 > 1;
        // "The Council listed Moor. He is also ...": whoever keeps the list is not on it.
        let keeper = last.and_then(|act| act.designation.authority);
        let subject = self
            .subject_before(number)
            .filter(|subject| keeper.is_none_or(|keeper| !keeper.overlaps(*subject)));
        // The subject goes on as a subject; an object is the party that was dealt with just before.
        if object { told.or(subject) } else { subject.or(told) }
    }

    fn subject_before(&self, number: usize) -> Option<Span> {
        let before = &self.prose.sentences[number.checked_sub(1)?];
        let same = before.block == self.prose.sentences[number].block;
        same.then(|| subject(&View::new(before, self.mentions, self.tongues.at(before)))).flatten()
    }

    /// "Both men": the two parties of which the paragraph, or the one before it, told last; nobody where it told of more
    /// or fewer.
    pub(super) fn last_two(&self, number: usize) -> Vec<Span> {
        const REACH: usize = 6;
        let sentences = &self.prose.sentences;
        let start = sentences[number.saturating_sub(REACH)].span.start;
        let first = self.mentions.partition_point(|mention| mention.span.start < start);
        let end = self.mentions.partition_point(|mention| mention.span.start < sentences[number].span.start);
        let mut found: Vec<(usize, Span)> = Vec::new();
        for mention in self.mentions.get(first..end).into_iter().flatten() {
            let person = self.entities.get(mention.entity).is_some_and(|e| e.kind == EntityKind::Person);
            if person && found.iter().all(|(known, _)| *known != mention.entity) {
                found.push((mention.entity, mention.span));
            }
        }
        if found.len() == 2 { found.into_iter().map(|(_, span)| span).collect() } else { Vec::new() }
    }

    /// The last person, company or group that the sentence before names.
    fn last_named(&self, number: usize) -> Option<Span> {
        let before = &self.prose.sentences[number.checked_sub(1)?];
        if before.block != self.prose.sentences[number].block {
            return None;
        }
        let end = self.mentions.partition_point(|mention| mention.span.start < before.span.end);
        let mut inside =
            self.mentions[..end].iter().rev().take_while(|mention| mention.span.start >= before.span.start);
        let party = |kind: EntityKind| is_party(kind);
        inside
            .find(|mention| self.entities.get(mention.entity).is_some_and(|e| party(e.kind)))
            .map(|m| m.span)
    }

    /// Whether a sentence speaks of the day on which the document was issued.
    pub(super) fn announces(&self, view: &View<'_>) -> bool {
        self.book().has_word("today", view, 0, view.len())
    }

    /// Whether it only adds to what was told before: "was also designated".
    pub(super) fn adds(&self, view: &View<'_>, anchor: (usize, usize)) -> bool {
        let from = anchor.0.saturating_sub(6);
        let to = (anchor.1 + 6).min(view.len());
        (from..to).any(|at| self.book().word_at("too", view, at).is_some() && !view.is(at, Sort::Time))
    }
}
