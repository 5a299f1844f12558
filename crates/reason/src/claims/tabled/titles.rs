//! Titles of cited works: what they claim is that work's claim.

use super::super::link::links;
use super::super::people::{Party, perpetrators};
use super::super::place::place;
use super::super::read::{Reading, may_matter};
use super::super::scene::Scene;
use super::super::truth::{hedges, is_negated, is_unreal};
use super::super::victims::victims;
use super::super::{Claim, StandsIn};
use super::line;
use crate::document::BlockKind;
use crate::prose::Sentence;

/// Claims of the titles of all citations.
pub(in crate::claims) fn titles(reading: Reading<'_>, claims: &mut Vec<Claim>) {
    for (index, citation) in reading.citations.iter().enumerate() {
        let Some(span) = citation.places.title else { continue };
        let sentence = line(reading.prose.document, span, (BlockKind::Note, 0));
        if may_matter(&sentence) {
            title(reading, &sentence, index, claims);
        }
    }
}

fn title(reading: Reading<'_>, sentence: &Sentence, citation: usize, claims: &mut Vec<Claim>) {
    let scene = Scene::of(sentence, &[], reading.prose.document.language.as_deref());
    for (item, link) in scene.items.iter().zip(links(&scene)) {
        let Some(link) = link.filter(|link| !is_unreal(&scene, item, link)) else { continue };
        let named = |party: Option<Party>| match party {
            Some(Party::Named(span)) => Some(span),
            _ => None,
        };
        let quantity = &sentence.quantities[item.quantity];
        let at = (item.first.min(link.cue.0), item.last.max(link.cue.1));
        claims.push(Claim {
            stands_in: StandsIn::CitedTitle(citation),
            notes: vec![reading.citations[citation].note],
            victims: named(victims(&scene, item, &link)),
            perpetrators: named(perpetrators(&scene, item, &link)),
            place: place(&scene, at, link.kind, &[]).map(|spot| spot.span),
            figure: quantity.figure,
            number: Some(sentence.place(quantity.span)),
            hedges: hedges(&scene, item, &link),
            negated: is_negated(&scene, item, &link),
            combined: link.combined.clone(),
            ..Claim::new(sentence.span, link.kind)
        });
    }
}
