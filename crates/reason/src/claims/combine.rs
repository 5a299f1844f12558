//! "Killed or wounded": several kinds in one figure.

use super::ClaimKind;
use super::lexicon::{Role, Word};
use super::scene::{Cue, Scene};
use crate::phrases::Tag;

/// The kind of a cue with what is joined to it, and all kinds where they are several.
pub(super) fn kinds(scene: &Scene<'_>, cue: &Cue) -> (ClaimKind, Vec<ClaimKind>) {
    if cue.word.kind == ClaimKind::Other && cue.word.role == Role::Counted {
        return (ClaimKind::Other, vec![ClaimKind::Killed, ClaimKind::Injured]);
    }
    let Some((other, either)) = joined(scene, cue) else { return (cue.word.kind, Vec::new()) };
    let (mut a, mut b) = (cue.word.kind, other);
    if a == b {
        return (a, Vec::new());
    }
    if a > b {
        std::mem::swap(&mut a, &mut b);
    }
    let hurt = a == ClaimKind::Killed && b == ClaimKind::Injured;
    if hurt || either == Joint::Or {
        return (ClaimKind::Other, vec![a, b]);
    }
    // "abducted and killed": the same people suffered both; the gravest is what is counted.
    let gravest = [ClaimKind::Executed, ClaimKind::Killed, ClaimKind::SexualViolence]
        .into_iter()
        .find(|kind| *kind == a || *kind == b);
    (gravest.unwrap_or(cue.word.kind), Vec::new())
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    And,
    Or,
}

/// The kind of the word that "or" or "and" joins to a cue, on either side.
fn joined(scene: &Scene<'_>, cue: &Cue) -> Option<(ClaimKind, Joint)> {
    let same = |other: &&Cue| other.word.role == cue.word.role && !other.word.needs_people;
    let right = joint(scene, cue.last + 1).and_then(|joint| {
        let other = scene.cues_at(cue.last + 2).find(same)?;
        // "were killed and wounded 30 others": the second has people of its own.
        let own = scene.items.iter().any(|item| item.first == other.last + 1);
        (!own).then_some((other.word.kind, joint))
    });
    right.or_else(|| {
        let between = cue.first.checked_sub(1)?;
        let joint = joint(scene, between)?;
        let other = scene.cue_ending(between.checked_sub(1)?, cue.word.role).filter(same)?;
        // "12 were killed and wounded 30": the first has people of its own.
        let own = scene.items.iter().any(|item| item.last + 1 == other.first);
        (!own || joint == Joint::Or).then_some((other.word.kind, joint))
    })
}

fn joint(scene: &Scene<'_>, at: usize) -> Option<Joint> {
    match scene.has(at, Word::Or) {
        true => Some(Joint::Or),
        _ if scene.words.tag(at) == Tag::Coordinator => Some(Joint::And),
        _ => None,
    }
}
