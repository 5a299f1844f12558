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
    let next = past_bracket(scene, cue.last + 1);
    let right = joint(scene, next).and_then(|joint| {
        let other = scene.cues_at(next + 1).find(same)?;
        // "were killed and wounded 30 others": the second has people of its own.
        let own = scene.items.iter().any(|item| item.first == other.last + 1);
        (!own).then_some((other.word.kind, joint))
    });
    right.or_else(|| {
        let between = cue.first.checked_sub(1)?;
        let joint = joint(scene, between)?;
        let end = between.checked_sub(1)?;
        let end = opening(scene, end).map_or(Some(end), |open| open.checked_sub(1))?;
        let other = scene.cue_ending(end, cue.word.role).filter(same)?;
        // "12 were killed and wounded 30": the first has people of its own.
        let own = scene.items.iter().any(|item| item.last + 1 == other.first);
        (!own || joint == Joint::Or).then_some((other.word.kind, joint))
    })
}

/// In tokens: a number in brackets is no longer.
const LONGEST_SHARE: usize = 4;

/// Past "(28)" of "killing (28) and maiming".
fn past_bracket(scene: &Scene<'_>, at: usize) -> usize {
    let close = (at + 1..at + LONGEST_SHARE).find(|close| opening(scene, *close) == Some(at));
    close.map_or(at, |close| close + 1)
}

/// Where the bracket opens that ends with a token and holds a number and nothing else.
pub(super) fn opening(scene: &Scene<'_>, close: usize) -> Option<usize> {
    (scene.words.tag(close) == Tag::Close).then_some(())?;
    let open =
        (close.saturating_sub(LONGEST_SHARE)..close).rev().find(|at| scene.words.tag(*at) == Tag::Open)?;
    scene.items.iter().any(|item| item.first == open + 1 && item.number + 1 == close).then_some(open)
}

fn joint(scene: &Scene<'_>, at: usize) -> Option<Joint> {
    match scene.has(at, Word::Or) {
        true => Some(Joint::Or),
        _ if scene.words.tag(at) == Tag::Coordinator => Some(Joint::And),
        _ => None,
    }
}
