mod others;
mod parts;
mod subject;

pub(super) use self::others::{complement, other_speaker};

use super::ClaimKind;
use super::lexicon::{CueWord, Role, Word};
use super::scene::{Cue, Item, Scene};
use crate::phrases::{Tag, VerbGroup, Voice};

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

/// How far behind an item the end of a phrase around it is looked for.
const FARTHEST_TAIL: usize = 9;

/// How many items before a bare number are looked at for people.
const MOST_BEFORE: usize = 6;

/// How many words "cases of" reaches over.
const FARTHEST_CASE: usize = 5;

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
        self.behind()
            .or_else(|| self.subset(before))
            .or_else(|| self.object())
            .or_else(|| self.of())
            .or_else(|| self.subject())
            .or_else(|| self.counted())
            .or_else(|| self.joined(before))
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
        if self.is_former() || self.is_whole() {
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

    /// Of "15 of the 40 hostages were killed" the 40: what the part is of.
    fn is_whole(&self) -> bool {
        let words = &self.scene.words;
        let mut at = self.item.number;
        while at > 0 && words.tag(at - 1) == Tag::Determiner {
            at -= 1;
        }
        // "hundreds of thousands" is one number; here another item ends before "of".
        at > 1
            && words.tag(at - 1) == Tag::Of
            && self
                .index
                .checked_sub(1)
                .is_some_and(|previous| self.scene.items[previous].number + 2 == at)
    }

    /// "from 12 to 29": what the number was before.
    fn is_former(&self) -> bool {
        let small = |at: usize| self.scene.small.get(at).map(String::as_str);
        let from = self.item.first.checked_sub(1).and_then(small);
        let of = small(self.item.first) == Some("de");
        let next = self.scene.items.get(self.index + 1);
        (of || matches!(from, Some("from" | "de" | "d")))
            && matches!(small(self.item.last + 1), Some("to" | "à"))
            && next.is_some_and(|next| next.first <= self.item.last + 2)
    }

    /// "one" before a toll or a group that a number of its own follows.
    fn is_frame(&self) -> bool {
        let Some(phrase) = self.item.phrase.filter(|_| self.scene.has(self.item.number, Word::One)) else {
            return false;
        };
        let counted = self.scene.items.get(self.index + 1).is_some_and(|next| {
            next.first <= phrase.last + 2 && self.scene.group(next).is_some_and(|group| group.head == phrase.head)
        });
        counted || (phrase.core..=phrase.head).any(|at| self.scene.has(at, Word::Toll))
    }

    /// "Brigade 21", "Resolution 2127": a bare number right behind a name is its label, unless a verb or noun of an event follows.
    fn is_label(&self) -> bool {
        self.scene.cues_at(self.item.number + 1).next().is_none()
            && self.scene.words.tag(self.item.number + 1) != Tag::Be
            && self.scene.cue_ending(self.item.first - 1, Role::Acts).is_none()
    }

    /// The cue that is the item's own noun: "12 deaths", "43 dead".
    fn own_noun(&self) -> Option<Cue> {
        let scene = self.scene;
        if let Some(cue) = self.cases() {
            return Some(cue);
        }
        match self.item.phrase {
            Some(phrase) => (phrase.core..=phrase.head)
                .flat_map(|at| scene.cues_at(at))
                .find(|cue| {
                    cue.word.role == Role::Counted && (cue.last == phrase.head || cue.first == phrase.head)
                })
                .copied(),
            None => {
                let at = self.item.number + 1;
                let at = at + usize::from(matches!(scene.words.tag(at), Tag::Quote | Tag::Of));
                scene.cues_at(at).find(|cue| cue.word.role == Role::Counted).copied()
            }
        }
    }

    /// "19 cases of enforced disappearance": what the cases are of.
    fn cases(&self) -> Option<Cue> {
        let scene = self.scene;
        let phrase = self.item.phrase?;
        let case = (phrase.core..=phrase.last).find(|at| scene.has(*at, Word::Cases))?;
        let of = (case + 1..=case + 2).find(|at| scene.words.tag(*at) == Tag::Of)?;
        let cue = (of + 1..of + FARTHEST_CASE).flat_map(|at| scene.cues_at(at)).find(|cue| {
            matches!(cue.word.role, Role::Of | Role::Counted)
                && !cue.word.needs_people
                && !matches!(cue.word.kind, ClaimKind::Attacks | ClaimKind::Operations)
        })?;
        // "cases of death threats": of something else.
        let whole = !matches!(scene.words.tag(cue.last + 1), Tag::Noun);
        whole.then(|| Cue { word: CueWord { role: Role::Counted, ..cue.word }, ..*cue })
    }

    fn is_people(&self) -> bool {
        match self.item.phrase {
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
            }
        }
    }

    /// A bare number behind people that were counted in the sentence.
    fn follows_people(&self) -> bool {
        let bare = self.scene.words.tag(self.item.number + 1) != Tag::Glue;
        bare && self.scene.items[..self.index]
            .iter()
            .enumerate()
            .any(|(index, item)| {
                let people = item.phrase.is_some_and(|phrase| self.scene.head_is(phrase, Word::People));
                // "nine dead, two captured".
                let hurt = || Linker { scene: self.scene, item, index }.own_noun();
                people
                    || (index + MOST_BEFORE > self.index
                        && hurt().is_some_and(|cue| {
                            matches!(cue.word.kind, ClaimKind::Killed | ClaimKind::Injured)
                        }))
            })
    }

    fn fits(&self, cue: &Cue) -> bool {
        if !cue.word.needs_people {
            return true;
        }
        match (cue.word.kind, self.item.phrase) {
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
            // Armies recruit; to recruit children is a crime.
            (ClaimKind::Other, phrase) => phrase.is_some_and(|phrase| {
                (phrase.core..=phrase.last).any(|at| self.scene.has(at, Word::Minors))
            }),
            _ => self.is_people(),
        }
    }

    fn made(&self, how: How, cue: &Cue, verb: Option<VerbGroup>) -> Link {
        let (kind, combined) = super::combine::kinds(self.scene, cue);
        Link { how, kind, combined, cue: (cue.first, cue.last), verb }
    }

    /// What stands right behind it: "12 killed", "43 people dead", "11 portés disparus", "32 militaires tués".
    fn behind(&self) -> Option<Link> {
        let words = &self.scene.words;
        let mut at = self.item.last + 1;
        // "21 civilians (nine women, four children) dead".
        if words.tag(at) == Tag::Open
            && let Some(behind) = self.past_close(at)
            && self.scene.cues_at(behind).any(|cue| matches!(cue.word.role, Role::States | Role::Acts))
        {
            at = behind;
        }
        // "76 households (430 people) displaced": a bracket that counts the same again.
        let alone = (1..=2).any(|back| {
            self.item.first.checked_sub(back).is_some_and(|open| words.tag(open) == Tag::Open)
        });
        while words.tag(at) == Tag::Quote
            || (alone && words.tag(at) == Tag::Close)
            || (words.tag(at) == Tag::Adverb && self.scene.cues_at(at).next().is_none())
        {
            at += 1;
        }
        let around = self.around(at);
        at = self.past_people(at);
        if let Some(around) = around {
            return Some(around);
        }
        // "neuf blessés", "30 wounded": the number counts the word itself.
        let own = self.own_noun().is_some();
        if self.item.phrase.is_none() && self.item.last == self.item.number && own {
            return None;
        }
        // "58 deaths in custody": where they died.
        if own && !self.is_people() {
            return None;
        }
        let states = self.scene.cues_at(at).find(|cue| cue.word.role == Role::States && self.fits(cue));
        let acts = self.scene.cues_at(at).find(|cue| cue.word.role == Role::Acts && self.fits(cue));
        if let Some(cue) = acts {
            let verb = words.verb_group(cue.first);
            let object = matches!(
                words.tag(cue.last + 1),
                Tag::Number | Tag::Determiner | Tag::Name | Tag::Noun | Tag::Pronoun
            ) && !self.scene.has(cue.last + 1, Word::At);
            if verb.voice != Voice::Active && !object && is_participle(self.scene, cue) {
                return Some(self.made(How::Subject, cue, Some(verb)));
            }
        }
        states.map(|cue| self.made(How::Suffers, cue, None))
    }

    /// Past "and children" of "43 women and children seized by", past "et six gardes" of "41 soldats et six gardes tués".
    fn past_people(&self, at: usize) -> usize {
        let words = &self.scene.words;
        if words.tag(at) != Tag::Coordinator {
            return at;
        }
        let item = self.scene.items.get(self.index + 1).filter(|item| item.first == at + 1);
        let last = match item {
            Some(item) => item.phrase.map(|phrase| phrase.last),
            None => words
                .phrase_at(at + 1)
                .filter(|phrase| phrase.first == at + 1 && self.scene.head_is(*phrase, Word::People))
                .map(|phrase| phrase.last),
        };
        let bare = |last: &usize| {
            self.scene
                .cues_at(last + 1)
                .any(|cue| cue.word.role == Role::Acts && is_participle(self.scene, cue))
        };
        last.filter(bare).map_or(at, |last| last + 1)
    }

    /// "forced 12 families from their homes": a verb before it whose end stands at a token behind it.
    fn around(&self, behind: usize) -> Option<Link> {
        let before = self.item.first.checked_sub(1)?;
        let (from, scene) = (before.saturating_sub(3), self.scene);
        // "left 15 dead and twice as many injured": the word right behind it is its own.
        let own = scene.cues_at(behind).any(|cue| cue.word.role == Role::States && self.fits(cue));
        let reach = if own { 1 } else { FARTHEST_TAIL };
        let cues = (from..=before).flat_map(|at| scene.cues_at(at)).filter(|cue| cue.last <= before);
        let cue = cues.filter(|cue| matches!(cue.word.role, Role::Around(_))).find(|cue| {
            let Role::Around(tail) = cue.word.role else { return false };
            let near = (cue.last + 1..self.item.first)
                .all(|at| matches!(scene.words.tag(at), Tag::Adverb | Tag::Quote | Tag::Pronoun));
            near && (behind..behind + reach).any(|at| {
                let tail = &scene.lexicon.tails[tail];
                scene.small.get(at..at + tail.len()).is_some_and(|words| words == tail)
            })
        })?;
        Some(self.made(How::Object, cue, Some(scene.words.verb_group(cue.first))))
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
        let mut at = self.item.first.checked_sub(1)?;
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
        let end = at.checked_sub(1)?;
        let near = [Some(end), end.checked_sub(1).filter(|_| words.tag(end) == Tag::Noun)];
        let cue = near
            .into_iter()
            .flatten()
            .find_map(|end| self.scene.cue_ending(end, Role::Of))
            .filter(|cue| self.fits(cue))?;
        Some(self.made(How::Of, cue, None))
    }

    /// "12 deaths", "43 dead", "138 air strikes".
    fn counted(&self) -> Option<Link> {
        let cue = self.own_noun()?;
        // "19 of the 30 captives": the whole that the part is of.
        let whole = self.item.first > 1
            && self.scene.words.tag(self.item.first - 1) == Tag::Of
            && self.scene.words.tag(self.item.first - 2) == Tag::Number;
        if whole {
            return None;
        }
        if self.is_freed() {
            return None;
        }
        let made = self.made(How::Counted, &cue, None);
        match made.kind {
            ClaimKind::Attacks | ClaimKind::Operations => self.is_event_count(made.kind).then_some(made),

            _ => Some(made),
        }
    }

    /// "released 14 hostages", "14 hostages were freed".
    fn is_freed(&self) -> bool {
        let freed = |at: usize| self.scene.has(at, Word::Freed);
        let be = self.item.last + 1;
        self.item.first.checked_sub(1).is_some_and(freed)
            || freed(be)
            || (matches!(self.scene.words.tag(be), Tag::Be | Tag::Have)
                && (freed(be + 1) || freed(be + 2)))
    }

    /// "the two attacks" only names them; operations of a mine are none: somebody has to conduct them.
    fn is_event_count(&self, kind: ClaimKind) -> bool {
        let scene = self.scene;
        let determined =
            scene.words.tag(self.item.first) == Tag::Determiner && self.item.first < self.item.number;
        let one = scene.sentence().quantities[self.item.quantity].figure.high == Some(1);
        if determined
            || one
            || (self.item.first > 0 && scene.words.tag(self.item.first - 1) == Tag::Determiner)
        {
            return false;
        }
        let clause = scene.words.clause_of(self.item.number);
        let conducted = (clause.first..=clause.last).any(|at| scene.has(at, Word::Conduct));
        kind != ClaimKind::Operations || conducted
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
