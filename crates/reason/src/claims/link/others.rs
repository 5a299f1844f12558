//! Items that share what happened with somebody named before them, or resume a figure that was given.

use super::{FARTHEST_VERB, How, LONGEST_INSERTION, Link, Linker};
use crate::claims::ClaimKind;
use crate::claims::lexicon::{Role, Word};
use crate::claims::scene::{Cue, Item, Scene};
use crate::phrases::{NounPhrase, Tag, Voice};

/// "among those killed in the attack were": so long is what stands before the verb.
const LONGEST_AMONG: usize = 10;

/// How far before its number a verb of change stands: "rose sharply last year to 312".
const FARTHEST_CHANGE: usize = 5;

/// Of "…, the opposition at 45" the opposition: a speaker without a verb, who gives another figure than one before.
pub(in crate::claims) fn other_speaker(scene: &Scene<'_>, item: &Item) -> Option<NounPhrase> {
    let words = &scene.words;
    let bare = item.phrase.is_none() && !matches!(words.tag(item.last + 1), Tag::Be | Tag::Have | Tag::Glue);
    bare.then_some(())?;
    let before = if words.tag(item.first) == Tag::Of { item.first } else { item.first.checked_sub(1)? };
    let preposition = words.tag(before) == Tag::Of || scene.ending(before, Word::TollTo).is_some();
    let speaker = words.phrase_before(before).filter(|phrase| preposition && phrase.last + 1 == before)?;
    let opens = speaker.first.checked_sub(1)?;
    let apart = matches!(words.tag(opens), Tag::Comma | Tag::Break | Tag::Coordinator | Tag::Subordinator);
    let said = (0..opens).rev().take(FARTHEST_VERB).any(|at| scene.has(at, Word::Say));
    let who = ![Word::Event, Word::Times, Word::Toll].iter().any(|class| scene.head_is(speaker, *class));
    (apart && said && who).then_some(speaker)
}

/// Of "12 were minors" the minors; the number stands at a token.
pub(in crate::claims) fn complement(scene: &Scene<'_>, number: usize) -> Option<NounPhrase> {
    (scene.words.tag(number + 1) == Tag::Be).then_some(())?;
    let phrase = scene.words.phrase_at(number + 2).filter(|phrase| phrase.first == number + 2)?;
    scene.head_is(phrase, Word::People).then_some(phrase)
}

/// Whether a word can say what those suffered whose number is given: "the number of minors who died".
const fn tells(cue: &Cue) -> bool {
    matches!(cue.word.role, Role::Counted | Role::Acts | Role::States)
        || matches!(cue.word.role, Role::Suffers) && !cue.word.needs_people
}

impl Linker<'_, '_> {
    /// The token before the item; French "de" that was taken for its article is one.
    pub(super) fn token_before(&self) -> Option<usize> {
        let first = self.item.first;
        if self.scene.words.tag(first) == Tag::Of { Some(first) } else { first.checked_sub(1) }
    }

    /// "Among the dead were nine pupils", "parmi les suppliciés figuraient neuf élèves".
    pub(super) fn among(&self) -> Option<Link> {
        let scene = self.scene;
        let verb = self.item.first.checked_sub(1)?;
        (scene.words.tag(verb) == Tag::Be || scene.ending(verb, Word::Inclusion).is_some()).then_some(())?;
        let from = verb.saturating_sub(LONGEST_AMONG);
        let opens = (from..verb).find(|at| scene.has(*at, Word::Subset));
        // "The dead are nine pupils": all of them.
        // "Killed were 14 fighters".
        if let Some(cue) = verb.checked_sub(1).and_then(|at| scene.cue_ending(at, Role::Acts))
            && cue.first == 0
            && !cue.word.needs_people
        {
            return self.is_people().then(|| self.made(How::Of, cue, None));
        }
        let all = || {
            let dead = scene.cue_ending(verb.checked_sub(1)?, Role::Counted)?;
            let before = dead.first.checked_sub(1).filter(|at| scene.words.tag(*at) == Tag::Determiner)?;
            (self.is_people() && self.item.phrase.is_some()).then_some(before)
        };
        let opens = opens.or_else(all)?;
        let cue = (opens + 1..verb)
            .flat_map(|at| scene.cues_at(at))
            .find(|cue| matches!(cue.word.role, Role::Counted | Role::Acts) && self.fits(cue));
        match cue {
            Some(cue) => Some(self.made(How::Of, cue, None)),
            None => self.of_victims(opens, verb),
        }
    }

    /// "victims" between two tokens: the dead, where people are counted.
    fn of_victims(&self, from: usize, to: usize) -> Option<Link> {
        let victims = (from..to).find(|at| self.scene.has(*at, Word::Victims))?;
        self.is_people().then(|| Link {
            how: How::Of,
            kind: ClaimKind::Killed,
            combined: Vec::new(),
            cue: (victims, victims),
            verb: None,
        })
    }

    /// "Nine civilians were among the victims", "cinq enseignants figurent parmi les personnes enlevées".
    pub(super) fn among_them(&self) -> Option<Link> {
        let scene = self.scene;
        let verb = self.item.last + 1;
        (scene.words.tag(verb) == Tag::Be || scene.has(verb, Word::Inclusion)).then_some(())?;
        self.is_people().then_some(())?;
        let opens = verb + 1;
        (scene.has(opens, Word::Subset)
            || scene.has(opens, Word::Against)
            || scene.has(opens, Word::Numbering))
        .then_some(())?;
        let reach = opens..opens + LONGEST_AMONG;
        if let Some(cue) = reach.clone().flat_map(|at| scene.cues_at(at)).find(|cue| {
            matches!(cue.word.role, Role::Counted | Role::Acts | Role::States) && !cue.word.needs_people
        }) {
            return Some(self.made(How::Of, cue, None));
        }
        self.of_victims(opens, opens + LONGEST_AMONG)
    }

    /// "Of the 62 dead, 40 were civilians", "sur les 62 morts, 40 étaient des civils": who they were.
    pub(super) fn of_whole(&self) -> Option<Link> {
        let scene = self.scene;
        self.complement()?;
        let from = self.item.first.saturating_sub(LONGEST_INSERTION);
        let opens = (from..self.item.first).rev().find(|at| {
            scene.has(*at, Word::Whole)
                && at.checked_sub(1).is_none_or(|before| {
                    matches!(scene.words.tag(before), Tag::Break | Tag::Comma | Tag::Quote)
                })
        })?;
        let cue = (opens + 1..self.item.first).flat_map(|at| scene.cues_at(at)).find(|cue| {
            matches!(cue.word.role, Role::Counted | Role::Acts | Role::States)
                && !cue.word.needs_people
                && !matches!(cue.word.kind, ClaimKind::Attacks | ClaimKind::Operations)
        })?;
        Some(self.made(How::Of, cue, None))
    }

    /// Of a bare number the people that it is said to be: "12 were minors".
    fn complement(&self) -> Option<NounPhrase> {
        self.item.phrase.is_none().then(|| complement(self.scene, self.item.number)).flatten()
    }

    /// "was arrested with 12 others", "tué avec quatre de ses hommes": what was done to somebody was done to them.
    pub(super) fn accompanied(&self) -> Option<Link> {
        let scene = self.scene;
        let last = self.token_before()?;
        let strong = scene.ending(last, Word::AlongWith);
        let first = strong.or_else(|| scene.ending(last, Word::With))?;
        self.is_people().then_some(())?;
        let from = first.saturating_sub(FARTHEST_VERB);
        let cue = (from..first)
            .rev()
            .flat_map(|at| scene.cues_at(at))
            .find(|cue| cue.last < first && self.is_undergone(cue))?;
        let broken = (cue.last..first).any(|at| matches!(scene.words.tag(at), Tag::Break | Tag::Relative));
        let near = strong.is_some() || cue.last + 1 == first || self.are_others();
        (near && !broken).then(|| self.made(How::Suffers, cue, None))
    }

    fn is_undergone(&self, cue: &Cue) -> bool {
        match cue.word.role {
            Role::Suffers => self.fits(cue),
            Role::Acts => self.fits(cue) && self.scene.words.verb_group(cue.first).voice == Voice::Passive,
            _ => false,
        }
    }

    fn are_others(&self) -> bool {
        (self.item.number + 1..=self.item.last).any(|at| self.scene.has(at, Word::Others))
    }

    /// "The captives, numbering 24", "les blessés seraient au nombre de 46".
    pub(super) fn numbered(&self) -> Option<Link> {
        let scene = self.scene;
        let first = scene.ending(self.token_before()?, Word::Numbering)?;
        let from = first.saturating_sub(LONGEST_INSERTION);
        let cue = (from..first).flat_map(|at| scene.cues_at(at)).find(|cue| {
            cue.last < first && matches!(cue.word.role, Role::Counted | Role::Acts | Role::States)
        })?;
        let broken = (cue.last..first).any(|at| scene.words.tag(at) == Tag::Break);
        (!broken).then(|| self.made(How::Toll, cue, None))
    }

    /// "the district puts them at 3,900", "les autorités en reconnaissent 16": another figure of what was counted before.
    pub(super) fn resumed(&self, before: &[Option<Link>]) -> Option<Link> {
        let scene = self.scene;
        let last = self.before_item()?;
        // "the hospital later confirmed 26": said behind another figure.
        let one = scene.has(self.item.number, Word::One);
        let said = || scene.has(last, Word::Say) && !self.has_verb_behind() && !one;
        // "were held for three days; there were eight of them".
        let them =
            scene.has(self.item.number + 1, Word::SubsetOf) && scene.ending(last, Word::ThereWere).is_some();
        (scene.ending(last, Word::Resumed).is_some() || said() || them).then_some(())?;
        (self.item.phrase.is_none() || them).then_some(())?;
        if them && let Some(link) = self.undergone_before(last) {
            return Some(link);
        }
        let link = before.iter().rev().flatten().next()?;
        let cue = (self.item.first, self.item.last);
        Some(Link { how: How::Toll, cue, verb: None, ..link.clone() })
    }

    /// What was done, in a clause before, to people whom it does not count.
    fn undergone_before(&self, to: usize) -> Option<Link> {
        let from = to.saturating_sub(FARTHEST_VERB);
        let cues = (from..to).rev().flat_map(|at| self.scene.cues_at(at));
        let cue = cues.into_iter().find(|cue| cue.last < to && self.is_undergone(cue))?;
        Some(self.made(How::Suffers, cue, None))
    }

    /// "the army put the toll at 12, the opposition at 45": who gives another figure, and it.
    pub(super) fn elliptic(&self, before: &[Option<Link>]) -> Option<Link> {
        let link = before.last()?.as_ref()?;
        matches!(link.how, How::Toll | How::Counted).then_some(())?;
        let previous = self.scene.items.get(self.index.checked_sub(1)?)?;
        // "27 dead, according to the survivors, 11 according to the army".
        let after_comma =
            self.item.first.checked_sub(1).is_some_and(|at| self.scene.words.tag(at) == Tag::Comma);
        if after_comma && self.item.phrase.is_none() && self.scene.has(self.item.last + 1, Word::According) {
            let cue = (self.item.first, self.item.last);
            return Some(Link { how: How::Toll, cue, verb: None, ..link.clone() });
        }
        let speaker = other_speaker(self.scene, self.item)?;
        (speaker.first > previous.last).then_some(())?;
        let cue = (self.item.first, self.item.last);
        Some(Link { how: How::Toll, cue, verb: None, ..link.clone() })
    }

    /// "nine people died on the spot, three more in hospital": what happened to those before.
    pub(super) fn further(&self, before: &[Option<Link>]) -> Option<Link> {
        let link = before.last()?.as_ref()?;
        let scene = self.scene;
        let joint = self.token_before()?;
        let words = &scene.words;
        let bare = self.item.phrase.is_none();
        // "reported five deaths, then eleven".
        if bare && scene.ending(joint, Word::Then).is_some() && !self.has_verb_behind() {
            return Some(link.clone());
        }
        // "seven others were injured, three seriously".
        let closes = |at: usize| at >= words.len() || matches!(words.tag(at), Tag::Comma | Tag::Break);
        if bare
            && words.tag(joint) == Tag::Comma
            && words.tag(self.item.last + 1) == Tag::Adverb
            && closes(self.item.last + 2)
        {
            return Some(link.clone());
        }
        (matches!(scene.words.tag(joint), Tag::Comma | Tag::Coordinator | Tag::Break)
            && (self.are_others() || scene.has(self.item.number + 1, Word::Others))
            && matches!(link.how, How::Suffers | How::Subject)
            && matches!(
                scene.words.tag(self.item.last + 1),
                Tag::Preposition | Tag::Comma | Tag::Break | Tag::Date | Tag::Adverb
            ))
        .then(|| link.clone())
    }

    /// "12 people died in Kessa, four in Mira", "Kessa (12 dead), Mira (4)": the same elsewhere.
    pub(super) fn distributed(&self, before: &[Option<Link>]) -> Option<Link> {
        let scene = self.scene;
        let words = &scene.words;
        let link = before.last()?.as_ref()?;
        let previous = self.scene.items.get(self.index.checked_sub(1)?)?;
        let bare = self.item.phrase.is_none() && !self.has_verb_behind();
        let near = self.item.first - previous.last.min(self.item.first) <= FARTHEST_VERB;
        (bare && near).then_some(())?;
        let first = self.item.first.checked_sub(1)?;
        let name = |phrase: NounPhrase| words.tag(phrase.head) == Tag::Name;
        let bracketed = words.tag(first) == Tag::Open && words.tag(self.item.last + 1) == Tag::Close;
        let before_bracket = || words.phrase_before(first).filter(|phrase| phrase.last + 1 == first);
        if bracketed && before_bracket().is_some_and(name) {
            let same = previous.first.checked_sub(1).is_some_and(|open| words.tag(open) == Tag::Open);
            return same.then(|| link.clone());
        }
        let joint = |at: usize| matches!(words.tag(at), Tag::Comma | Tag::Coordinator | Tag::Break);
        // "…, four in Mira".
        let at = self.item.last + 1;
        let there = words.phrase_at(at + 1).filter(|phrase| phrase.first == at + 1).is_some_and(name);
        if joint(first) && scene.has(at, Word::At) && there {
            return Some(link.clone());
        }
        // "…, in Mira four".
        let place =
            words.phrase_before(self.item.first).filter(|phrase| phrase.last + 1 == self.item.first)?;
        let at = place.first.checked_sub(1)?;
        let placed = name(place) && scene.has(at, Word::At) && at > 0 && joint(at - 1);
        (placed && at > previous.last).then(|| link.clone())
    }

    /// "Killed: 12", "Blessés : 30": a label before a bare number.
    pub(super) fn labelled(&self) -> Option<Link> {
        let scene = self.scene;
        let colon = self.item.first.checked_sub(1)?;
        // "Victims: 9 men, 4 women".
        if scene.words.text(colon) == ":"
            && self.item.phrase.is_some()
            && let Some(link) = self.of_victims(colon.saturating_sub(FARTHEST_CHANGE), colon)
        {
            return Some(link);
        }
        // "New displacement: 3,400 people".
        let counted = self.item.phrase.is_none() || self.is_people();
        let bare = counted && !scene.has(self.item.number + 1, Word::Things);
        (bare && scene.words.text(colon) == ":").then_some(())?;
        let end = colon.checked_sub(1)?;
        // "Killed in May: 31".
        let within = end.saturating_sub(FARTHEST_CHANGE);
        let end = (within..=end)
            .rev()
            .find(|at| scene.words.tag(*at) == Tag::Preposition)
            .map_or(end, |at| at.saturating_sub(1));
        let cue = [Role::Counted, Role::States, Role::Acts, Role::Of]
            .into_iter()
            .find_map(|role| scene.cue_ending(end, role))
            .filter(|cue| !cue.word.needs_people)?;
        Some(self.made(How::Toll, cue, None))
    }

    /// "Civilian deaths rose to 312": the noun of what is counted before a verb of change.
    fn changed(&self, to: usize) -> Option<Link> {
        let scene = self.scene;
        self.item.phrase.is_none().then_some(())?;
        let from = to.saturating_sub(FARTHEST_CHANGE);
        let verb = (from..=to).rev().find(|at| scene.has(*at, Word::Changed))?;
        if (from.saturating_sub(FARTHEST_CHANGE)..verb).any(|at| scene.has(at, Word::Toll)) {
            return None;
        }
        let noun = (from.saturating_sub(FARTHEST_CHANGE)..verb).rev().find(|at| {
            matches!(scene.words.tag(*at), Tag::Noun | Tag::Name)
                || scene.cue_ending(*at, Role::Counted).is_some()
        })?;
        let cue = scene.cue_ending(noun, Role::Counted).filter(|cue| !cue.word.needs_people)?;
        Some(self.made(How::Toll, cue, None))
    }

    /// "évalue à 53 le nombre de morts": of what is counted behind it.
    fn number_behind(&self) -> Option<Link> {
        let scene = self.scene;
        let from = self.item.number + 1;
        let at = (from..from + 3).find(|at| scene.has(*at, Word::NumberOf))?;
        let cue = (at..at + LONGEST_AMONG).flat_map(|at| scene.cues_at(at)).find(|cue| tells(cue))?;
        Some(self.made(How::Toll, cue, None))
    }

    /// "put the number of evicted at 640": of what is counted.
    pub(super) fn number_of(&self) -> Option<Link> {
        let scene = self.scene;
        let before = self.before_item()?;
        let corrected = scene.ending(self.item.first, Word::Corrected);
        scene.ending(before, Word::TollTo).or(corrected)?;
        if let Some(link) = self.number_behind() {
            return Some(link);
        }
        if let Some(link) = self.changed(before) {
            return Some(link);
        }
        let from = before.saturating_sub(FARTHEST_VERB);
        let at = (from..before).rev().find(|at| scene.has(*at, Word::NumberOf))?;
        let cue = (at..before).flat_map(|at| scene.cues_at(at)).find(|cue| tells(cue))?;
        let broken = (at..before).any(|at| matches!(scene.words.tag(at), Tag::Break));
        let other = self.item.phrase.is_some_and(|_| !self.is_people());
        (!broken && !other).then(|| self.made(How::Toll, cue, None))
    }
}
