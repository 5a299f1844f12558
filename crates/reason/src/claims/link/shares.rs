//! Figures that another figure explains: shares in brackets, the same counted anew, the same of another time.

use super::{FARTHEST_VERB, How, Link, Linker};
use crate::claims::ClaimKind;
use crate::claims::lexicon::{Role, Word};
use crate::claims::scene::{Cue, Item, Scene};
use crate::phrases::Tag;

/// So many words may stand between a figure and the one that says the same again: ", or about".
const LONGEST_EQUATION: usize = 3;

/// So near behind a figure the time is named of which it is: "the year before", "over the same period".
const FARTHEST_TIME: usize = 5;

/// The word of an event right before a number that stands alone in brackets: "killed (12)".
fn shared<'s>(scene: &'s Scene<'_>, item: &Item) -> Option<&'s Cue> {
    let words = &scene.words;
    let open = item.first.checked_sub(1).filter(|at| words.tag(*at) == Tag::Open)?;
    (item.phrase.is_none() && words.tag(item.last + 1) == Tag::Close).then_some(())?;
    let end = open.checked_sub(1)?;
    let roles = [Role::Of, Role::Acts, Role::Suffers, Role::Counted];
    roles.into_iter().find_map(|role| scene.cue_ending(end, role))
}

/// The people of whom a number in brackets is a share, where the shares sum up to them: a lone one may be the mark of a note.
pub(in crate::claims) fn whole_of_share(scene: &Scene<'_>, item: &Item) -> Option<Item> {
    shared(scene, item)?;
    let figure = |item: &Item| {
        let figure = scene.sentence().quantities[item.quantity].figure;
        figure.low.filter(|low| figure.high == Some(*low))
    };
    let shares = scene.items.iter().filter(|item| shared(scene, item).is_some());
    let sum = shares.map(figure).try_fold(0_u64, |sum, share| sum.checked_add(share?))?;
    let people = |item: &&Item| item.phrase.is_some_and(|phrase| scene.head_is(phrase, Word::People));
    scene.items.iter().filter(people).find(|item| figure(item) == Some(sum)).copied()
}

impl Linker<'_, '_> {
    /// "the killing (28) and maiming (45) of 73 children": how many of them each word is about.
    pub(super) fn share(&self) -> Option<Link> {
        let cue = shared(self.scene, self.item)?;
        whole_of_share(self.scene, self.item)?;
        let cues = (cue.first, cue.last);
        Some(Link { how: How::Of, kind: cue.word.kind, combined: Vec::new(), cue: cues, verb: None })
    }

    /// "Of 16 people taken from the village, ten were released": who is released was held.
    pub(super) fn taken(&self) -> Option<Link> {
        let scene = self.scene;
        let words = &scene.words;
        let first = self.item.first;
        let opens = if scene.has(first, Word::Whole) { first } else { first.checked_sub(1)? };
        let start = opens.checked_sub(1).is_none_or(|at| matches!(words.tag(at), Tag::Break | Tag::Quote));
        (scene.has(opens, Word::Whole) && start && self.is_people()).then_some(())?;
        let verb = self.item.last + 1;
        let end = (verb + FARTHEST_VERB).min(words.len());
        let freed = (verb..end).any(|at| scene.has(at, Word::Freed));
        (scene.has(verb, Word::Taken) && freed).then(|| Link {
            how: How::Suffers,
            kind: ClaimKind::Abducted,
            combined: Vec::new(),
            cue: (verb, verb),
            verb: None,
        })
    }

    /// "the eviction of 412 families, or about 2,900 people": the same in other units.
    pub(super) fn restated(&self, before: &[Option<Link>]) -> Option<Link> {
        let scene = self.scene;
        let link = before.last()?.as_ref()?;
        let previous = scene.items.get(self.index.checked_sub(1)?)?;
        let between = previous.last + 1..self.item.first.max(previous.last + 1);
        (between.len() <= LONGEST_EQUATION && scene.words.tag(between.start) == Tag::Comma).then_some(())?;
        let equal =
            between.clone().any(|at| scene.has(at, Word::Equals)) || scene.has(self.item.first, Word::Equals);
        let ties = matches!(link.how, How::Object | How::Of) || link.cue.0 < self.item.first;
        (equal && ties && self.item.phrase.is_some() && self.is_people()).then(|| link.clone())
    }

    /// "1,388 abductions, compared with 2,490 the previous year": the same of another time.
    pub(super) fn compared_with(&self, before: &[Option<Link>]) -> Option<Link> {
        let scene = self.scene;
        let words = &scene.words;
        scene.ending(self.token_before()?, Word::ComparedWith)?;
        let behind = self.item.number + 1;
        let bare = self.item.phrase.is_none_or(|phrase| scene.head_is(phrase, Word::Times));
        let timed = (behind..(behind + FARTHEST_TIME).min(words.len()))
            .take_while(|at| !matches!(words.tag(*at), Tag::Comma | Tag::Break | Tag::Verb | Tag::Close))
            .any(|at| words.tag(at) == Tag::Date || scene.has(at, Word::Times));
        (bare && timed).then_some(())?;
        let link = before.iter().rev().flatten().find(|link| !matches!(link.how, How::Subset(_)))?;
        let cue = (self.item.first, self.item.number);
        Some(Link { how: How::Toll, cue, verb: None, ..link.clone() })
    }
}
