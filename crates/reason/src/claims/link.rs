mod apposed;
mod behind;
mod continued;
mod counted;
mod frames;
mod others;
mod parts;
mod shares;
mod subject;
mod testified;

pub(super) use self::continued::{GoesOn, ToldBefore, asked, continued, goes_on};
pub(super) use self::others::{complement, other_speaker};
pub(super) use self::shares::whole_of_share;

use super::ClaimKind;
use super::lexicon::{Role, Word};
use super::scene::{Cue, Item, Scene};
use crate::phrases::{NounPhrase, Tag, VerbGroup, Voice};

/// How an item is tied to the word that says what happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum How {
    /// "killed 12": the cue before it acts on it.
    Object,
    /// "12 were killed", "12 killed".
    Subject,
    /// "12 died": it happened to them, and nobody need have done it.
    Suffers,
    /// "the deaths of 12".
    Of,
    /// "12 deaths": the cue is the noun that is counted.
    Counted,
    /// "the toll rose to 12".
    Toll,
    /// "including four children": a part of the item of this number.
    Subset(usize),
}

/// What happened to an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Link {
    pub how: How,
    pub kind: ClaimKind,
    /// "killed or wounded": both.
    pub combined: Vec<ClaimKind>,
    /// The tokens of the cue.
    pub cue: (usize, usize),
    /// Its verb, where it is one.
    pub verb: Option<VerbGroup>,
}

/// How far behind an item its verb is looked for.
const FARTHEST_VERB: usize = 25;

/// The longest insertion between commas or brackets that is passed over.
const LONGEST_INSERTION: usize = 14;

/// How many items before a bare number are looked at for people.
const MOST_BEFORE: usize = 6;

/// How far before an item the noun that names the whole stands.
const FARTHEST_NOUN: usize = 6;

/// Links every item of a sentence that it can; `None` for an item to which nothing is said to have happened.
pub(super) fn links(scene: &Scene<'_>) -> Vec<Option<Link>> {
    let mut found: Vec<Option<Link>> = Vec::with_capacity(scene.items.len());
    for (index, item) in scene.items.iter().enumerate() {
        let linker = Linker { scene, item, index };
        let link = if linker.is_thing() { None } else { linker.link(&found) };
        found.push(link);
    }
    found
}

struct Linker<'a, 's> {
    scene: &'a Scene<'s>,
    item: &'a Item,
    index: usize,
}

impl Linker<'_, '_> {
    fn link(&self, before: &[Option<Link>]) -> Option<Link> {
        self.share()
            .or_else(|| self.part())
            .or_else(|| self.behind())
            .or_else(|| self.taken())
            .or_else(|| self.subset(before))
            .or_else(|| self.object())
            .or_else(|| self.of())
            .or_else(|| self.subject())
            .or_else(|| self.counted())
            .or_else(|| self.prenominal())
            .or_else(|| self.restated(before))
            .or_else(|| self.joined(before))
            .or_else(|| self.testified())
            .or_else(|| self.apposed())
            .or_else(|| self.listed())
            .or_else(|| self.number_of())
            .or_else(|| self.toll())
            .or_else(|| self.among())
            .or_else(|| self.accompanied())
            .or_else(|| self.numbered())
            .or_else(|| self.labelled())
            .or_else(|| self.resumed(before))
            .or_else(|| self.elliptic(before))
            .or_else(|| self.further(before))
            .or_else(|| self.distributed(before))
            .or_else(|| self.enumerated(before))
            .or_else(|| self.compared(before))
            .or_else(|| self.compared_with(before))
            .or_else(|| self.meant_later())
            .or_else(|| self.among_them())
            .or_else(|| self.of_whole())
            .or_else(|| self.spoken_of())
    }

    /// Kilometres, years, vehicles: never people, and attacks are counted as such.
    fn is_thing(&self) -> bool {
        let words = &self.scene.words;
        let head = self.item.phrase.map(|phrase| phrase.head);
        let counted = self.own_noun().is_some();
        let thing = match head {
            Some(head) => !counted && self.scene.has(head, Word::Things),
            None => self.scene.has(self.item.number + 1, Word::Things),
        };
        // "2.3. The raid of 3 May": the number of a heading.
        if (0..self.item.first).all(|at| {
            !matches!(words.tag(at), Tag::Noun | Tag::Name | Tag::Determiner | Tag::Verb | Tag::Preposition)
        }) && head.is_none()
            && words.text(self.item.number + 1) == "."
            && words.len() > self.item.number + 2
        {
            return true;
        }
        // "two of the 16 men arrested there were shot": what is said of the whole right behind it is said of all.
        let whole = self.is_whole()
            && (self.item.phrase.is_none() || self.behind().is_none())
            && !self.is_whole_of_one();
        let nobody = self.scene.has(self.item.number, Word::One)
            && self
                .item
                .number
                .checked_sub(1)
                .is_some_and(|at| words.tag(at) == Tag::Negation || self.scene.has(at, Word::Negation));
        if nobody || self.is_former() || whole || self.is_aged() || self.is_one_of_many() {
            return true;
        }
        // "un bilan de 27 morts", "une famille de six": the number behind it is what is counted.
        if self.is_frame() {
            return true;
        }
        // "Brigade 21", "n° 46": what stands before.
        thing
            || (self.item.first > 0
                && matches!(words.tag(self.item.first - 1), Tag::Name)
                && head.is_none()
                && self.is_label())
    }

    /// "Brigade 21", "Resolution 2127": a bare number right behind a name is its label, unless a verb or noun of an event follows.
    fn is_label(&self) -> bool {
        self.scene.cues_at(self.item.number + 1).next().is_none()
            && self.scene.words.tag(self.item.number + 1) != Tag::Be
            && self.scene.cue_ending(self.item.first - 1, Role::Acts).is_none()
    }

    /// What is counted; of "mercenaries, some 600 of them, arrived" the mercenaries.
    fn counted_phrase(&self) -> Option<NounPhrase> {
        let words = &self.scene.words;
        let behind = self.item.last + 1;
        // "Halda Osk, 44, who had been ill": an age has nothing before it and nothing behind.
        let counts =
            self.scene.has(self.item.number + 1, Word::SubsetOf) || self.item.first < self.item.number;
        let behind = behind + self.scene.is(behind, Word::SubsetOf).unwrap_or(0);
        let apposed = || {
            counts.then_some(())?;
            let comma = self.item.first.checked_sub(1).filter(|at| words.tag(*at) == Tag::Comma)?;
            let before = words.phrase_before(comma).filter(|phrase| phrase.last + 1 == comma)?;
            (words.tag(behind) == Tag::Comma && before.first < FARTHEST_NOUN).then_some(before)
        };
        self.item.phrase.filter(|_| !self.is_bare()).or_else(apposed)
    }

    /// A number alone, or with a pronoun: "600 of them".
    fn is_bare(&self) -> bool {
        self.item.phrase.is_none_or(|phrase| self.scene.words.tag(phrase.head) == Tag::Pronoun)
    }

    fn is_people(&self) -> bool {
        if self.scene.has(self.item.number + 1, Word::SubsetOf)
            && !self.scene.has(self.item.number, Word::One)
        {
            return true;
        }
        match self.counted_phrase() {
            Some(phrase) => {
                self.scene.head_is(phrase, Word::People)
                    || (phrase.core..=phrase.last).any(|at| self.scene.has(at, Word::People))
                    || self.scene.words.tag(phrase.head) == Tag::Pronoun
            }
            // "killing seven residents and seizing nineteen": as those before it.
            None => {
                self.item.last > self.item.number
                    || self.scene.group(self.item).is_some()
                    || self.follows_people()
                    || self.is_partitive()
            }
        }
    }

    /// A bare number behind people that were counted in the sentence.
    fn follows_people(&self) -> bool {
        let bare = self.scene.words.tag(self.item.number + 1) != Tag::Glue;
        bare && self.scene.items[..self.index].iter().enumerate().any(|(index, item)| {
            let people = item.phrase.is_some_and(|phrase| self.scene.head_is(phrase, Word::People));
            // "nine dead, two captured".
            let hurt = || Linker { scene: self.scene, item, index }.own_noun();
            people
                || (index + MOST_BEFORE > self.index
                    && hurt()
                        .is_some_and(|cue| matches!(cue.word.kind, ClaimKind::Killed | ClaimKind::Injured)))
        })
    }

    fn fits(&self, cue: &Cue) -> bool {
        if !cue.word.needs_people {
            return true;
        }
        match (cue.word.kind, self.counted_phrase()) {
            (ClaimKind::Deployed, Some(phrase)) => {
                (phrase.core..=phrase.last).any(|at| self.scene.has(at, Word::Force))
            }
            (ClaimKind::Deployed, None) => false,
            // Anybody arrives; refugees fled.
            (ClaimKind::Displaced, phrase)
                if (cue.first..=cue.last).any(|at| self.scene.has(at, Word::Arriving)) =>
            {
                phrase.is_some_and(|phrase| {
                    (phrase.core..=phrase.last).any(|at| self.scene.has(at, Word::Refugees))
                })
            }
            // Anybody leaves; residents flee.
            (ClaimKind::Displaced, phrase) if self.scene.has(cue.first, Word::Leaving) => {
                phrase.is_some_and(|phrase| {
                    (phrase.core..=phrase.last).any(|at| self.scene.has(at, Word::Dwellers))
                })
            }
            // Armies recruit; to recruit children is a crime.
            (ClaimKind::Other, phrase) => phrase
                .is_some_and(|phrase| (phrase.core..=phrase.last).any(|at| self.scene.has(at, Word::Minors))),
            _ => self.is_people(),
        }
    }

    fn made(&self, how: How, cue: &Cue, verb: Option<VerbGroup>) -> Link {
        let (kind, combined) = super::combine::kinds(self.scene, cue);
        Link { how, kind, combined, cue: (cue.first, cue.last), verb }
    }

    /// "killed 12": an active verb right before it.
    fn object(&self) -> Option<Link> {
        let before = self.before_item()?;
        let cue = self
            .scene
            .cue_ending(before, Role::Acts)
            .or_else(|| self.over_joined(before))
            .filter(|cue| self.fits(cue))?;
        let verb = self.scene.words.verb_group(cue.first);
        // "of those killed 12 were children": the number begins a clause of its own.
        let own = self.item.phrase.is_none()
            && matches!(self.scene.words.tag(self.item.number + 1), Tag::Be | Tag::Have);
        (verb.voice != Voice::Passive && !own).then(|| self.made(How::Object, cue, Some(verb)))
    }

    /// The token before the item, past quotation marks, adverbs and a French article or "que".
    fn before_item(&self) -> Option<usize> {
        let start = self.scene.group(self.item).map_or(self.item.first, |group| group.first);
        let mut at = start.checked_sub(1)?;
        while at > 0
            && (matches!(self.scene.words.tag(at), Tag::Quote | Tag::Adverb)
                || self.scene.has(at, Word::Only))
            && self.scene.cue_ending(at, Role::Acts).is_none()
        {
            at -= 1;
        }
        Some(at)
    }

    /// "the deaths of 12", "la mort de 12".
    fn of(&self) -> Option<Link> {
        let words = &self.scene.words;
        let own = words.tag(self.item.first) == Tag::Of;
        let mut at = if own { self.item.first } else { self.item.first.checked_sub(1)? };
        if words.tag(at) == Tag::Quote {
            at = at.checked_sub(1)?;
        }
        if words.tag(at) == Tag::Glue {
            at = at.checked_sub(1)?;
        }
        // In French the article may be part of it: "la mort des 12 otages".
        if words.tag(at) == Tag::Determiner && at > 0 && words.tag(at - 1) == Tag::Of {
            at -= 1;
        }
        // "whereabouts of the remaining 17".
        while at > 0 && self.scene.has(at, Word::Others) {
            at -= 1;
        }
        if words.tag(at) == Tag::Determiner && at > 0 && words.tag(at - 1) == Tag::Of {
            at -= 1;
        }
        let among = self.scene.has(at, Word::Against);
        if words.tag(at) != Tag::Of && !among {
            return None;
        }
        let end = self.past_comma(at.checked_sub(1)?)?;
        let near = [Some(end), end.checked_sub(1).filter(|_| words.tag(end) == Tag::Noun)];
        let cue = near
            .into_iter()
            .flatten()
            .find_map(|end| self.scene.cue_ending(end, Role::Of))
            .filter(|cue| self.fits(cue))?;
        Some(self.made(How::Of, cue, None))
    }

    /// Back over an insertion that ends with a token: "without news, on 19 May, of seven", "maiming (45) of 73".
    fn past_comma(&self, end: usize) -> Option<usize> {
        let words = &self.scene.words;
        if let Some(open) = super::combine::opening(self.scene, end) {
            return open.checked_sub(1);
        }
        if words.tag(end) != Tag::Comma {
            return Some(end);
        }
        let from = end.saturating_sub(FARTHEST_NOUN);
        (from..end).rev().find(|at| words.tag(*at) == Tag::Comma)?.checked_sub(1)
    }
}

/// Whether a verb form can be a participle: not "kills", "killing", "tuent".
fn is_participle(scene: &Scene<'_>, cue: &Cue) -> bool {
    matches!(
        scene.words.tag(cue.first),
        Tag::Participle | Tag::Verb | Tag::Noun | Tag::Adverb | Tag::Adjective
    ) && !scene.small[cue.first].ends_with("ing")
        && !scene.small[cue.first].ends_with("ant")
}
