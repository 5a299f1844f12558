use super::{Tag, Words};
use crate::document::Span;

/// A noun phrase with its "of" complement and without appositions, as numbers of tokens, all included.
///
/// Of "at least 12 members of the village guard": `first` is "at", `core` "members", `head` "members", `last` "guard".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NounPhrase {
    /// Its determiner or number, else its first word.
    pub first: usize,
    /// Its first word that is no determiner and no number.
    pub core: usize,
    /// The noun that it is about: the last one before "of", in French the first.
    pub head: usize,
    /// The last word of its head with the adjectives that belong to it, before any complement.
    pub trunk: usize,
    /// Its last word.
    pub last: usize,
}

/// A complement has a complement has a complement; deeper ones are cut.
const DEEPEST: usize = 3;

/// All noun phrases of a sentence, in order, none within another.
pub(super) fn phrases(words: &Words<'_>, names: &[(usize, usize)]) -> Vec<NounPhrase> {
    let mut found: Vec<NounPhrase> = Vec::new();
    let reader = Reader { words, names };
    let mut at = 0;
    while at < words.len() {
        match reader.phrase(at, 0) {
            Some(phrase) => {
                at = phrase.last + 1;
                found.push(phrase);
            }
            None => at += 1,
        }
    }
    found
}

struct Reader<'w, 's> {
    words: &'w Words<'s>,
    names: &'w [(usize, usize)],
}

impl Reader<'_, '_> {
    fn tag(&self, at: usize) -> Tag {
        self.words.tag(at)
    }

    /// The last token of the name that begins at a token.
    fn name_end(&self, at: usize) -> Option<usize> {
        let next = self.names.partition_point(|(first, _)| *first < at);
        self.names.get(next).filter(|(first, _)| *first == at).map(|(_, last)| *last)
    }

    fn phrase(&self, first: usize, depth: usize) -> Option<NounPhrase> {
        let core = self.past_determiners(first)?;
        let (head, trunk) = self.trunk(core)?;
        let mut phrase = NounPhrase { first, core, head, trunk, last: trunk };
        if depth < DEEPEST
            && let Some(inner) = self.complement(trunk + 1, depth)
        {
            phrase.last = inner.last;
        }
        Some(phrase)
    }

    /// The "of" phrase that begins at a token.
    fn complement(&self, at: usize, depth: usize) -> Option<NounPhrase> {
        let after = self.past_quote(at);
        let of = if self.tag(at) == Tag::Of { at } else { after };
        let origin = self.words.language() == "en" && self.words.text(of) == "from";
        if self.tag(of) != Tag::Of && !origin {
            return None;
        }
        let inner = self.phrase(of + 1 + usize::from(self.tag(of + 1) == Tag::Glue), depth + 1)?;
        // "the deaths of 12 guards": what is counted is a phrase of its own.
        if (inner.first..inner.core).any(|at| self.tag(at) == Tag::Number) {
            return None;
        }
        // "soldiers from the Kessa Army" are that army's, "fled from the town" is a way.
        (!origin || self.tag(inner.core) == Tag::Name).then_some(inner)
    }

    fn past_quote(&self, at: usize) -> usize {
        at + usize::from(self.tag(at) == Tag::Quote)
    }

    /// Past determiners, numbers and what joins a number to its noun ("une dizaine de", "12 of the"). `None` where no
    /// phrase can begin.
    fn past_determiners(&self, first: usize) -> Option<usize> {
        let mut at = first;
        let mut counted = false;
        loop {
            match self.tag(at) {
                Tag::Number => counted = true,
                Tag::Determiner => {}
                Tag::Glue | Tag::Quote if at > first => {}
                Tag::Of if counted || (at == first && self.is_plural_article(at)) => {}
                // "35 d’entre eux", "some of them": the pronoun is the noun.
                Tag::Preposition if counted && at > first && self.tag(at - 1) == Tag::Glue => {}
                Tag::Adverb if at > first => {}
                Tag::Noun | Tag::Name | Tag::Adjective | Tag::Before | Tag::Participle | Tag::Gerund => {
                    return Some(at);
                }
                Tag::Pronoun if counted && at > first => return Some(at),
                _ => return None,
            }
            at += 1;
        }
    }

    /// French "des", "du", "de la" where no noun is before it: an article.
    fn is_plural_article(&self, at: usize) -> bool {
        self.words.tongue.head_first
            && (at == 0
                || !matches!(self.tag(at - 1), Tag::Noun | Tag::Name | Tag::Number | Tag::Quote | Tag::Close))
    }

    /// The noun with its adjectives: its head and its last token.
    fn trunk(&self, core: usize) -> Option<(usize, usize)> {
        let head_first = self.words.tongue.head_first;
        let (mut head, mut last) = (None, None);
        // "une trentaine de jeunes": an adjective that stands before nouns is one where none follows.
        let mut young = None;
        let mut at = core;
        while at < self.words.len() {
            if let Some(end) = self.name_end(at) {
                // A name ends the phrase only where no noun follows: "two Halden drivers".
                head = if head_first { head.or(Some(end)) } else { Some(end) };
                last = Some(end);
                at = end + 1;
                continue;
            }
            match self.tag(at) {
                Tag::Noun | Tag::Name => {
                    head = if head_first { head.or(Some(at)) } else { Some(at) };
                    last = Some(at);
                }
                Tag::Adjective | Tag::Before => {
                    last = if head.is_some() { Some(at) } else { last };
                    young = young.or((self.tag(at) == Tag::Before && self.is_of_number(at)).then_some(at));
                }
                Tag::Pronoun if at == core => return Some((at, at)),
                Tag::Participle | Tag::Gerund if young.is_some() && head.is_none() => break,
                Tag::Participle | Tag::Gerund if head.is_none() => {
                    if !self.opens_noun(at) {
                        return None;
                    }
                }
                Tag::Glue if at + 1 < self.words.len() && self.tag(at + 1) != Tag::Pronoun => {}
                // "seven of the Kessa 5 group" is rare, "Brigade 21" is not, but a number of its own begins a phrase.
                Tag::Genitive if head.is_some() => {}
                _ => break,
            }
            at += 1;
        }
        Some((head.or(young)?, last.or(young)?))
    }

    /// A number right before a word, with "de" or without.
    fn is_of_number(&self, at: usize) -> bool {
        let number = |back: usize| at.checked_sub(back).is_some_and(|at| self.tag(at) == Tag::Number);
        number(1) || (number(2) && self.tag(at - 1) == Tag::Of)
    }

    /// Whether an adjective made of a verb has its noun behind it: "wounded civilians".
    fn opens_noun(&self, at: usize) -> bool {
        matches!(
            self.tag(at + 1),
            Tag::Noun | Tag::Name | Tag::Adjective | Tag::Participle | Tag::Gerund | Tag::Glue
        ) && at > 0
            && matches!(
                self.tag(at - 1),
                Tag::Number
                    | Tag::Determiner
                    | Tag::Adjective
                    | Tag::Participle
                    | Tag::Adverb
                    | Tag::Quote
                    | Tag::Preposition
                    | Tag::Of
                    | Tag::Noun
                    | Tag::Coordinator
            )
    }
}

/// How many phrases one list may join: longer ones are tables.
const LONGEST_LIST: usize = 12;

impl Words<'_> {
    /// All noun phrases, in order, none within another.
    #[must_use]
    pub fn phrases(&self) -> &[NounPhrase] {
        &self.phrases
    }

    /// The phrase that a token stands in.
    #[must_use]
    pub fn phrase_at(&self, token: usize) -> Option<NounPhrase> {
        let next = self.phrases.partition_point(|phrase| phrase.first <= token);
        self.phrases[..next].last().filter(|phrase| token <= phrase.last).copied()
    }

    /// The first phrase that begins at or behind a token.
    #[must_use]
    pub fn phrase_from(&self, token: usize) -> Option<NounPhrase> {
        let next = self.phrases.partition_point(|phrase| phrase.first < token);
        self.phrases.get(next).copied()
    }

    /// The last phrase that ends before a token.
    #[must_use]
    pub fn phrase_before(&self, token: usize) -> Option<NounPhrase> {
        let next = self.phrases.partition_point(|phrase| phrase.last < token);
        self.phrases[..next].last().copied()
    }

    /// The phrases that "and", commas or "as well as" join to one, in order, that one first.
    #[must_use]
    pub fn coordinated(&self, phrase: NounPhrase) -> Vec<NounPhrase> {
        let mut found = vec![phrase];
        let mut last = phrase.last;
        while let Some(next) = self.phrase_from(last + 1) {
            if found.len() == LONGEST_LIST || !self.is_joint(last + 1, next.first) {
                break;
            }
            last = next.last;
            found.push(next);
        }
        found
    }

    /// Whether the tokens from one up to another only join two phrases.
    #[must_use]
    pub fn is_joint(&self, from: usize, to: usize) -> bool {
        let from = from + usize::from(self.tag(from) == Tag::Quote);
        let from = from + usize::from(self.tag(from) == Tag::Comma);
        if from >= to {
            return from == to && from > 0 && self.tag(from - 1) == Tag::Comma;
        }
        if to - from == 1 {
            return self.tag(from) == Tag::Coordinator;
        }
        self.tongue.coordinating.iter().any(|phrase| {
            phrase.len() == to - from
                && (from..to).zip(phrase).all(|(token, word)| self.small(token) == *word)
        })
    }

    /// The span of a phrase without its determiner and number.
    #[must_use]
    pub fn core(&self, phrase: NounPhrase) -> Span {
        self.sentence.span_of(phrase.core, phrase.last)
    }

    /// The span of a whole phrase.
    #[must_use]
    pub fn whole(&self, phrase: NounPhrase) -> Span {
        self.sentence.span_of(phrase.first, phrase.last)
    }

    /// Whether a preposition stands right before a phrase: then it is neither subject nor object.
    #[must_use]
    pub fn is_governed(&self, phrase: NounPhrase) -> bool {
        let before = phrase.first.checked_sub(1).map(|at| self.tag(at));
        matches!(before, Some(Tag::Preposition | Tag::Of | Tag::Glue))
    }
}
