//! Figures that go on about what a sentence before told.

use super::{Reader, has_count};
use crate::claims::Claim;
use crate::claims::ClaimKind;
use crate::claims::context::Reach;
use crate::claims::link::{GoesOn, ToldBefore, asked, continued, goes_on};
use crate::claims::scene::Scene;
use crate::claims::teasers::is_question;
use crate::claims::truth::is_unreal;
use crate::document::Span;

/// So many sentences before a figure may tell what it is of; farther ones speak of something else.
const FARTHEST_TOLD: usize = 4;

/// So many claims of one sentence are looked at; more stand in tables that lost their lines.
const MOST_TOLD: usize = 40;

impl Reader<'_> {
    /// The claim of a figure that goes on about what was told before, where one kind of event was.
    pub(super) fn go_on(
        &mut self,
        index: usize,
        scene: &Scene<'_>,
        places: &[Span],
        at: usize,
        episode: usize,
    ) {
        let Some(goes) = goes_on(scene, at) else { return };
        let Some((told, host)) = self.told_before(index) else { return };
        let item = scene.items[at];
        let link = continued(&item, &told);
        if is_unreal(scene, &item, &link) {
            return;
        }
        let whole = host.filter(|_| goes == GoesOn::Part);
        let mut found = self.claim(index, scene, places, (&item, &link), (whole, episode));
        // The whole may be of other people: a part keeps its own words.
        found.claim.victims = match item.phrase {
            Some(phrase) => Some(scene.place(phrase.core, phrase.last)),
            None => host.and_then(|host| self.found[host].claim.victims),
        };
        self.found.push(found);
    }

    /// What the nearest sentence before one tells that counts people, and the claim that does; or what a question asks.
    /// `None` where it tells of several kinds: nothing says which is meant.
    fn told_before(&self, index: usize) -> Option<(ToldBefore, Option<usize>)> {
        let sentences = &self.context.reading.prose.sentences;
        for earlier in (index.saturating_sub(FARTHEST_TOLD)..=index).rev() {
            if !self.context.reaches(earlier, index, Reach::Section) {
                return None;
            }
            let near = sentences[index].block <= sentences[earlier].block + 1;
            let of_people = |claim: &Claim| !matches!(claim.what, ClaimKind::Attacks | ClaimKind::Operations);
            let mut told = self.found.iter().enumerate().rev().take(MOST_TOLD).filter(|(_, found)| {
                found.sentence == earlier && found.claim.subset_of.is_none() && of_people(&found.claim)
            });
            if let Some((host, last)) = told.next() {
                let (kind, combined) = (last.claim.what, last.claim.combined.clone());
                let alone =
                    told.all(|(_, found)| found.claim.what == kind && found.claim.combined == combined);
                return (alone && near).then_some((ToldBefore { kind, combined }, Some(host)));
            }
            // "How many died is disputed": no figure, and no question mark.
            let opens = sentences[index].block == sentences[earlier].block && !has_count(&sentences[earlier]);
            if earlier < index && (opens || is_question(&sentences[earlier])) {
                let (scene, _) = self.context.scene(earlier);
                if scene.cues.is_empty() {
                    continue;
                }
                return asked(&scene).map(|kind| (ToldBefore { kind, combined: Vec::new() }, None));
            }
        }
        None
    }
}
