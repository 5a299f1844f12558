use super::{NounPhrase, Tag, Words};

/// Who does what to whom, as far as the auxiliaries tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Voice {
    /// "killed 12", "ont tué".
    Active,
    /// "were killed", "ont été tués".
    Passive,
    /// "12 killed", "12 civils tués": a participle without an auxiliary behind its noun.
    Bare,
}

/// A verb with its auxiliaries, as numbers of tokens, all included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VerbGroup {
    /// The first auxiliary, else the verb.
    pub first: usize,
    /// The verb.
    pub last: usize,
    /// Its voice.
    pub voice: Voice,
    /// "were not killed".
    pub negated: bool,
    /// "could kill", "would be", "will": not said to have happened.
    pub unreal: bool,
}

/// An auxiliary is at most so many tokens from its verb ("had reportedly been summarily and publicly").
const FARTHEST: usize = 8;
/// What is said of a subject between commas, in tokens.
const LONGEST_INSERTION: usize = 30;

impl Words<'_> {
    /// The verb group that ends with a verb or participle.
    #[must_use]
    pub fn verb_group(&self, verb: usize) -> VerbGroup {
        let mut group =
            VerbGroup { first: verb, last: verb, voice: Voice::Bare, negated: false, unreal: false };
        let (mut be, mut have) = (false, false);
        for at in (verb.saturating_sub(FARTHEST)..verb).rev() {
            match self.tag(at) {
                Tag::Be => {
                    be = true;
                    group.first = at;
                    group.unreal |= self.is_unreal(at);
                }
                Tag::Have => {
                    have = true;
                    group.first = at;
                    group.unreal |= self.is_unreal(at);
                }
                Tag::Modal => {
                    group.first = at;
                    group.unreal |= !self.is_auxiliary_of_past(at);
                    have |= self.is_auxiliary_of_past(at);
                }
                Tag::Negation => {
                    group.negated = true;
                }
                // "killed and wounded": one group with the auxiliary before both.
                Tag::Adverb | Tag::Participle | Tag::Coordinator | Tag::Glue | Tag::Quote => {}
                Tag::Verb if self.tag(at + 1) == Tag::Coordinator => {}
                _ => break,
            }
        }
        group.voice = match (be, have) {
            (true, _) => Voice::Passive,
            (false, true) => Voice::Active,
            (false, false) => self.voice_without_auxiliary(verb),
        };
        group
    }

    /// "did not kill".
    fn is_auxiliary_of_past(&self, at: usize) -> bool {
        self.tongue.code == "en"
            && matches!(self.small(at).as_str(), "did" | "didn" | "do" | "does" | "doesn" | "don")
    }

    /// Future and conditional forms. The French conditional of hearsay ("auraient été tués") is a hedge and stays real.
    fn is_unreal(&self, at: usize) -> bool {
        matches!(self.small(at).as_str(), "sera" | "seront" | "aura" | "auront" | "be")
            && (self.small(at) != "be" || at == 0 || self.tag(at - 1) == Tag::Modal)
    }

    /// "soldiers killed 12 civilians" is active, "12 civilians killed in" is not: what follows tells.
    fn voice_without_auxiliary(&self, verb: usize) -> Voice {
        let mut next = verb + 1;
        while matches!(self.tag(next), Tag::Adverb) {
            next += 1;
        }
        match self.tag(next) {
            Tag::Determiner | Tag::Number | Tag::Noun | Tag::Name | Tag::Adjective | Tag::Pronoun => {
                Voice::Active
            }
            _ => Voice::Bare,
        }
    }

    /// The noun phrase that governs a verb: the nearest one before it in its clause that no preposition governs; behind
    /// "who" the one before that.
    #[must_use]
    pub fn subject_of(&self, verb: usize) -> Option<NounPhrase> {
        if let Some(phrase) = self.before_insertion(verb) {
            return Some(phrase);
        }
        let clause = self.clause_of(verb);
        let mut at = verb;
        while let Some(phrase) = self.phrase_before(at) {
            if phrase.last < clause.first {
                break;
            }
            if !self.is_governed(phrase) && !self.is_bracketed(phrase) {
                return Some(self.head_of_list(phrase, clause.first));
            }
            at = phrase.first;
        }
        clause.antecedent.and_then(|token| self.phrase_at(token))
    }

    /// Of "Halden Gold, registered in Kessa and owned by Moor, paid" Halden Gold.
    fn before_insertion(&self, verb: usize) -> Option<NounPhrase> {
        let close = self.verb_group(verb).first.checked_sub(1).filter(|at| self.tag(*at) == Tag::Comma)?;
        let opens = |at: &usize| self.tag(*at) == Tag::Comma && self.tag(at + 1) == Tag::Participle;
        let open = (close.saturating_sub(LONGEST_INSERTION)..close).rev().find(opens)?;
        let verbless =
            (open + 2..close).all(|at| !matches!(self.tag(at), Tag::Verb | Tag::Have | Tag::Break));
        self.phrase_before(open)
            .filter(|phrase| verbless && phrase.last + 1 == open && !self.is_governed(*phrase))
    }

    /// The first of the phrases that are joined to one from before: of "the guards and Halden fighters" the guards.
    fn head_of_list(&self, phrase: NounPhrase, from: usize) -> NounPhrase {
        let mut first = phrase;
        while let Some(before) = self.phrase_before(first.first) {
            let joined = before.last >= from
                && self.tag(first.first - 1) == Tag::Coordinator
                && self.is_joint(before.last + 1, first.first);
            if !joined || self.is_governed(before) {
                break;
            }
            first = before;
        }
        first
    }

    fn is_bracketed(&self, phrase: NounPhrase) -> bool {
        let before = self.tags[..phrase.first].iter().rev().take(FARTHEST);
        before.copied().find(|tag| matches!(tag, Tag::Open | Tag::Close)) == Some(Tag::Open)
    }

    /// The phrase behind a verb that it acts on, where nothing but adverbs stands between.
    #[must_use]
    pub fn object_of(&self, verb: usize) -> Option<NounPhrase> {
        let phrase = self.phrase_from(verb + 1)?;
        let between = verb + 1..phrase.first;
        let near =
            between.clone().all(|at| matches!(self.tag(at), Tag::Adverb | Tag::Quote | Tag::Participle));
        near.then_some(phrase)
    }
}
