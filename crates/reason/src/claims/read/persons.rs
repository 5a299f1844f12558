//! Who a claim's victims and speakers are, where its sentence leaves it to those before.

use super::Reader;
use crate::claims::Claim;
use crate::claims::context::Reach;
use crate::claims::lexicon::Word;
use crate::claims::link::{How, Link};
use crate::claims::people::Party;
use crate::claims::scene::{Item, Scene};
use crate::claims::speakers::{Speaker, speaker};
use crate::claims::victims::{is_bare, only_others, victims};
use crate::document::Span;
use crate::phrases::Tag;

impl Reader<'_> {
    pub(super) fn victims(
        &mut self,
        index: usize,
        scene: &Scene<'_>,
        item: &Item,
        link: &Link,
    ) -> Option<Span> {
        match victims(scene, item, link) {
            Some(Party::Named(span)) => return Some(span),
            Some(Party::Meant) => return self.victims_before(index).or_else(|| only_others(scene, item)),
            None => {}
        }
        // "the toll is put at nine by others": of those whom the sentence counted.
        let resumed = link.how == How::Toll && link.cue == (item.first, item.last);
        if !resumed && (!is_bare(scene, item) || matches!(link.how, How::Counted | How::Toll)) {
            return None;
        }
        // "Two remain missing" goes on about those before; "another 30", "25 hurt" are of nobody who was named.
        let subject = matches!(link.how, How::Subject | How::Suffers);
        let fresh = scene.has(item.first, Word::Others) || scene.has(item.number + 1, Word::Casualties);
        let block = self.context.reading.prose.sentences[index].block;
        let near = |from: usize| self.context.reading.prose.sentences[from].block == block;
        self.previous(index)
            .take_while(|(from, _)| *from == index || subject && !fresh && near(*from))
            .find(|(_, claim)| claim.victims.is_some() && claim.subset_of.is_none())
            .and_then(|(_, claim)| claim.victims)
    }

    /// "five of them": those counted in the sentence before, else the people whom it names, else those counted last.
    fn victims_before(&mut self, index: usize) -> Option<Span> {
        // Of "seven people, two of them minors, and 31 others" the people: a part is not gone on about.
        let whole = |claim: &Claim| claim.victims.filter(|_| claim.subset_of.is_none());
        let last = self.previous(index).find_map(|(from, claim)| Some((from, whole(claim)?)));
        let near = last.filter(|(from, _)| from + 1 >= index);
        if let Some((_, span)) = near {
            return Some(span);
        }
        let before =
            index.checked_sub(1).filter(|before| self.context.reaches(*before, index, Reach::Paragraph));
        let named = before.and_then(|before| self.context.told(before).people);
        named.or(last.map(|(_, span)| span))
    }

    pub(super) fn said_by(&mut self, index: usize, scene: &Scene<'_>, item: &Item, link: &Link) -> Vec<Span> {
        let extent = self.quotations[index];
        let quoted = is_quoted(scene, item.first, extent.0 < index);
        let found = match speaker(scene, item, link.cue) {
            Some(own) => self.resolved(index, &own).map(|who| (who, own.through)),
            None if quoted => self.quoted_by(index, extent).map(|who| (who, None)),
            None if is_hearsay(scene, item, link) => self.persons_before(index).map(|who| (who, None)),
            None => self.issuer.map(|who| (who, None)),
        };
        let Some((who, through)) = found else { return Vec::new() };
        std::iter::once(who).chain(through).collect()
    }

    /// Who a speaker of a sentence is: of "he" the last one named before whom that may mean.
    fn resolved(&mut self, index: usize, speaker: &Speaker) -> Option<Span> {
        match speaker.who {
            Party::Named(span) => Some(span),
            Party::Meant => self.context.before(index, Reach::Section, |told| {
                told.speakers.iter().find_map(|earlier| match earlier.who {
                    Party::Named(span) if earlier.traits.agree(speaker.traits) => Some(span),
                    _ => None,
                })
            }),
        }
    }

    /// Who speaks in the sentence right before.
    fn persons_before(&mut self, index: usize) -> Option<Span> {
        let before = index.checked_sub(1)?;
        self.context.reaches(before, index, Reach::Paragraph).then_some(())?;
        let speaker = self.context.told(before).speakers.first().cloned()?;
        self.resolved(before, &speaker)
    }

    /// Who speaks a quotation: named where it ends or begins, right before it, or right behind.
    fn quoted_by(&mut self, index: usize, (first, last): (usize, usize)) -> Option<Span> {
        let count = self.context.reading.prose.sentences.len();
        let around = [Some(index), Some(last), Some(first), first.checked_sub(1), Some(last + 1)];
        for at in around.into_iter().flatten().filter(|at| *at < count) {
            let (low, high) = (at.min(index), at.max(index));
            if !self.context.reaches(low, high, Reach::Paragraph) {
                continue;
            }
            let speakers = &self.context.told(at).speakers;
            // "“… They told me to look for money,” she said": who speaks stands behind the quotation.
            let speaker = if at == last && at != index { speakers.last() } else { speakers.first() };
            if let Some(speaker) = speaker.cloned()
                && let Some(who) = self.resolved(at, &speaker)
            {
                return Some(who);
            }
        }
        None
    }
}

/// Whether a token stands in a quotation; `begun`: one goes on from the sentence before.
fn is_quoted(scene: &Scene<'_>, token: usize, begun: bool) -> bool {
    let open = (0..token).filter(|at| scene.words.tag(*at) == Tag::Quote).count() % 2 == 1;
    open != begun || scene.words.tag(0) == Tag::Quote
}

/// "auraient tué", "aurait été enlevé": the French conditional of what somebody is said to have told.
fn is_hearsay(scene: &Scene<'_>, item: &Item, link: &Link) -> bool {
    let verb = link.verb.map_or(link.cue, |verb| (verb.first, verb.last));
    let range = item.first.min(verb.0)..=item.last.max(verb.1).max(link.cue.1);
    range.into_iter().any(|at| scene.has(at, Word::Hearsay))
}
