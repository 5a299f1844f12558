//! Figures beside what happened: "only militiamen, \"21 exactly\"", "15 were killed: nine in …, six on …", "61 dead civilians".

use super::{FARTHEST_VERB, How, Link, Linker};
use crate::claims::ClaimKind;
use crate::claims::lexicon::{Role, Word};
use crate::phrases::Tag;

/// How many words stand around the number of an apposition: "about nine at the very most".
const LONGEST_APPOSITION: usize = 6;

/// How far before its people a verb of asking stands: "interviewed, in Mira, 12".
const FARTHEST_ASKING: usize = 4;

impl Linker<'_, '_> {
    /// "killed only militiamen, \"21 exactly\"": a bare number behind those whom a verb acts on, and nothing but it.
    pub(super) fn apposed(&self) -> Option<Link> {
        let words = &self.scene.words;
        let mut at = self.item.first.checked_sub(1)?;
        while at > 0 && matches!(words.tag(at), Tag::Quote | Tag::Adverb) {
            at -= 1;
        }
        let alone = self.item.phrase.is_none() && words.tag(at) == Tag::Comma && !self.has_verb_behind();
        let people = words.phrase_before(at).filter(|phrase| alone && phrase.last + 1 == at)?;
        let counted = (people.first..=people.last).any(|at| words.tag(at) == Tag::Number);
        let closed = (self.item.last + 1..=self.item.last + LONGEST_APPOSITION).find(|at| {
            *at >= words.len() || matches!(words.tag(*at), Tag::Comma | Tag::Break | Tag::Close | Tag::Other)
        })?;
        let plain = (self.item.last + 1..closed).all(|at| {
            !matches!(words.tag(at), Tag::Verb | Tag::Have | Tag::Name | Tag::Coordinator | Tag::Number)
        });
        (!counted && plain && self.scene.head_is(people, Word::People)).then_some(())?;
        let mut verb = people.first.checked_sub(1)?;
        while verb > 0 && (self.scene.has(verb, Word::Only) || words.tag(verb) == Tag::Quote) {
            verb -= 1;
        }
        let cue = self.scene.cue_ending(verb, Role::Acts)?;
        // "n’ont tué que des miliciens": "only" negates nothing of the number.
        Some(self.made(How::Object, cue, None))
    }

    /// "15 were killed later: nine in the attack on the camp, …, and six on the road": the parts of a total that a colon opens.
    pub(super) fn enumerated(&self, before: &[Option<Link>]) -> Option<Link> {
        let scene = self.scene;
        let words = &scene.words;
        let link = before.last()?.as_ref()?;
        let previous = scene.items.get(self.index.checked_sub(1)?)?;
        let joint = self.item.first.checked_sub(1)?;
        let opens = words.text(joint) == ":";
        let goes_on = matches!(words.tag(joint), Tag::Comma | Tag::Coordinator | Tag::Break)
            && (previous.last..self.item.first).len() <= FARTHEST_VERB
            && previous.first.checked_sub(1).is_some_and(|at| {
                words.text(at) == ":" || matches!(words.tag(at), Tag::Comma | Tag::Coordinator)
            })
            && (0..previous.first).rev().take(FARTHEST_VERB).any(|at| words.text(at) == ":");
        // "five on the spot, two six days later".
        let behind = self.item.last + 1;
        let dated = words.tag(behind) == Tag::Date && goes_on;
        let placed = (dated || scene.has(behind, Word::At)) && self.item.phrase.is_none();
        (placed && (opens || goes_on) && previous.phrase.is_none_or(|_| opens)).then(|| link.clone())
    }

    /// "41 homicides (April: 33)": the same of another month.
    pub(super) fn compared(&self, before: &[Option<Link>]) -> Option<Link> {
        let words = &self.scene.words;
        let link = before.last()?.as_ref()?;
        let colon = self.item.first.checked_sub(1)?;
        let date = colon.checked_sub(1)?;
        let open =
            (date.saturating_sub(LONGEST_APPOSITION)..date).rev().find(|at| words.tag(*at) == Tag::Open)?;
        let dated = (open + 1..colon).all(|at| matches!(words.tag(at), Tag::Date | Tag::Preposition));
        let alone = self.item.phrase.is_none() && words.tag(self.item.last + 1) == Tag::Close;
        (dated && alone && words.text(colon) == ":").then(|| link.clone())
    }

    /// "61 dead civilians", "47 wounded people": what happened to them stands before their noun.
    pub(super) fn prenominal(&self) -> Option<Link> {
        let scene = self.scene;
        let phrase = self.item.phrase.filter(|phrase| scene.head_is(*phrase, Word::People))?;
        let cue = (phrase.core..phrase.head).flat_map(|at| scene.cues_at(at)).find(|cue| {
            matches!(cue.word.role, Role::States | Role::Counted)
                && matches!(cue.word.kind, ClaimKind::Killed | ClaimKind::Injured)
                && cue.last < phrase.head
        })?;
        let from = self.item.first.saturating_sub(FARTHEST_ASKING);
        // "interviewed 12 wounded people": whoever counts them counts whom he asked.
        let asked = (from..self.item.first).any(|at| scene.has(at, Word::Asking));
        let tells = scene.has(self.item.last + 1, Word::Say)
            && scene.words.tag(self.item.last + 1) != Tag::Preposition;
        let one = scene.has(self.item.number, Word::One);
        (!one && !asked && !tells && !self.is_freed()).then(|| self.made(How::Suffers, cue, None))
    }
}
