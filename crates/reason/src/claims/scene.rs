use std::borrow::Cow;
use std::cell::OnceCell;

use super::When;
use crate::dates::DateMention;
use crate::document::Span;
use crate::phrases::{NounPhrase, Tag, Words};
use crate::prose::Sentence;
use crate::quantities::{NumberForm, Unit};

use super::lexicon::{CueWord, Lexicon, Role, Word, lexicon};
use super::phrasebook::{Words as Small, fingerprint};

/// A sentence with all that the grammar looks at.
#[derive(Debug)]
pub(super) struct Scene<'s> {
    pub words: Words<'s>,
    pub lexicon: &'static Lexicon,
    /// The tokens in small letters, marks as plain as they are.
    pub small: Vec<Cow<'s, str>>,
    /// Words of events, by first token.
    pub cues: Vec<Cue>,
    /// Words of all classes, by first token: how many tokens each takes. Grammars ask for them hundreds of times a sentence.
    classes: Vec<(usize, usize, Word)>,
    /// By token: which classes begin there, a bit each.
    beginning: Vec<Classes>,
    /// Which classes begin anywhere.
    all: Classes,
    /// What is counted, in order.
    pub items: Vec<Item>,
    /// Names of who and what is no place, in the sentence.
    pub others: Vec<Span>,
    /// Where the document prints the day of its writing: no day of an event.
    pub written: Option<Span>,
    /// Which of its dates are of what it tells: each of its claims asks for them.
    pub event_dates: OnceCell<Vec<usize>>,
    /// The day on which what it tells still held.
    pub standing: OnceCell<Option<When>>,
    /// The dates, where what the text told before says that some of them are not what they look like.
    pub recounted: Option<Vec<DateMention>>,
}

/// A word of an event at its place; tokens, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cue {
    pub first: usize,
    pub last: usize,
    pub word: CueWord,
}

/// Something counted: a number and, mostly, the noun phrase behind it. Tokens, all included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Item {
    /// Index of its quantity in the sentence.
    pub quantity: usize,
    /// Its first token, determiners in front of the number taken in.
    pub first: usize,
    /// The last token of the number.
    pub number: usize,
    /// What is counted, where a noun follows.
    pub phrase: Option<NounPhrase>,
    /// Its last token.
    pub last: usize,
}

/// More numbers in one sentence than this make it a table that lost its lines: the rest is not looked at.
const MOST_ITEMS: usize = 60;

impl<'s> Scene<'s> {
    /// Takes a sentence in; `names` are spans of it that are names, `language` is that of its document.
    pub fn of(sentence: &'s Sentence, names: &[Span], language: Option<&str>) -> Self {
        let words = Words::in_document(sentence, names, language);
        let lexicon = lexicon(words.language());
        let count = words.len();
        let small: Vec<_> = (0..count).map(|token| small(&words, token)).collect();
        let mut scene = Self {
            words,
            lexicon,
            small,
            cues: Vec::new(),
            classes: Vec::with_capacity(count / 2),
            beginning: Vec::new(),
            all: Classes::default(),
            items: Vec::new(),
            others: Vec::new(),
            written: None,
            event_dates: OnceCell::new(),
            standing: OnceCell::new(),
            recounted: None,
        };
        scene.find_words();
        scene.items = scene.find_items();
        scene
    }

    /// The sentence.
    pub const fn sentence(&self) -> &'s Sentence {
        self.words.sentence
    }

    /// The dates of the sentence.
    pub fn dates(&self) -> &[DateMention] {
        self.recounted.as_deref().unwrap_or(&self.sentence().dates)
    }

    /// Words of events, and of all classes.
    fn find_words(&mut self) {
        let prints: Vec<u32> = self.small.iter().map(|word| fingerprint(word)).collect();
        let small = Small::new(&self.small, &prints);
        self.beginning.resize(self.small.len(), Classes::default());
        for at in 0..self.small.len() {
            let outline = self.words.sentence.tokens[at].outline;
            for (length, word) in self.lexicon.cues.at_outlined(small, at, outline) {
                self.cues.push(Cue { first: at, last: at + length - 1, word: *word });
            }
            for (length, word) in self.lexicon.words.at_outlined(small, at, outline) {
                self.classes.push((at, length, *word));
                self.beginning[at].add(*word);
                self.all.add(*word);
            }
        }
    }

    /// The words that begin at a token, longer ones first.
    fn classes_at(&self, token: usize) -> impl Iterator<Item = (usize, Word)> {
        let first = self.classes.partition_point(|(at, ..)| *at < token);
        let there = self.classes[first..].iter().take_while(move |(at, ..)| *at == token);
        there.map(|(_, length, word)| (*length, *word))
    }

    fn find_items(&self) -> Vec<Item> {
        let sentence = self.sentence();
        let quantities = sentence.quantities.iter().enumerate().filter(|(_, quantity)| {
            // "2.2. What happened" is a heading's number: nobody counts people in parts.
            quantity.unit == Unit::Count
                && quantity.least.is_whole()
                && (quantity.form != NumberForm::Article || self.is_one(quantity.span))
                && !sentence.dates.iter().any(|date| date.span.overlaps(quantity.span))
        });
        let mut items: Vec<Item> = Vec::new();
        let mut aged = None;
        for item in
            quantities.take(MOST_ITEMS).filter_map(|(index, quantity)| self.item(index, quantity.span))
        {
            if self.is_age(&item, aged) {
                aged = Some(item.number);
            } else if !self.is_complement(&item) {
                items.push(item);
            }
        }
        items
    }

    /// "aged 17 and 22", "âgés de 7 à 12 ans": years of life; `before` is where the age before it ends.
    fn is_age(&self, item: &Item, before: Option<usize>) -> bool {
        let Some(last) = item.first.checked_sub(1) else { return false };
        let last = if self.words.tag(item.first) == Tag::Of { item.first } else { last };
        self.ending(last, Word::Ages).is_some()
            || before.is_some_and(|age| age + 2 == item.first && self.words.tag(last) == Tag::Coordinator)
    }

    /// "neuf passagers d’un autobus": "un" only begins the complement of another noun.
    fn is_complement(&self, item: &Item) -> bool {
        let number = item.number;
        if number != item.first || !self.has(number, Word::One) {
            return false;
        }
        let glue = number.checked_sub(1).filter(|at| self.words.tag(*at) == Tag::Glue);
        let of = glue.unwrap_or(number).checked_sub(1);
        let noun = of.filter(|of| self.words.tag(*of) == Tag::Of).and_then(|of| of.checked_sub(1));
        noun.is_some_and(|noun| {
            matches!(self.words.tag(noun), Tag::Noun | Tag::Name) && self.cue_ending(noun, Role::Of).is_none()
        })
    }

    /// "a battalion of 600 soldiers", "une escorte composée de cinq gendarmes": what the item makes up.
    pub fn group(&self, item: &Item) -> Option<NounPhrase> {
        let last = item.first.checked_sub(1)?;
        let last = if self.words.tag(item.first) == Tag::Of { item.first } else { last };
        let last = if self.words.tag(last) == Tag::Glue { last.checked_sub(1)? } else { last };
        if let Some(first) = self.ending(last, Word::MadeOf) {
            return self.words.phrase_before(first).filter(|phrase| phrase.last + 2 >= first);
        }
        (self.words.tag(last) == Tag::Of).then_some(())?;
        self.words
            .phrase_before(last)
            .filter(|phrase| phrase.last + 1 == last && self.head_is(*phrase, Word::Groups))
    }

    /// "one", which counts, against "a", which does not.
    fn is_one(&self, span: Span) -> bool {
        self.small
            .get(self.words.token_at(span.start))
            .is_some_and(|_| self.has(self.words.token_at(span.start), Word::One))
    }

    /// "one died in custody": a verb behind "one", which looks like a determiner.
    fn is_verb_of_one(&self, first: usize, phrase: NounPhrase) -> bool {
        self.has(first, Word::One)
            && phrase.core == phrase.last
            && self.cues_at(phrase.core).any(|cue| cue.word.role == Role::Suffers)
            && !self.cues_at(phrase.core).any(|cue| cue.word.role == Role::Counted)
    }

    /// "deux autres restent aux mains de": a verb behind "others", which looks like its noun.
    fn is_verb_of_others(&self, phrase: NounPhrase) -> bool {
        phrase.core == phrase.head
            && phrase.head > 0
            && self.has(phrase.head - 1, Word::Others)
            && self.cues_at(phrase.head).any(|cue| cue.word.role == Role::Suffers)
    }

    fn item(&self, quantity: usize, span: Span) -> Option<Item> {
        let first = self.words.token_at(span.start);
        let number = self.words.token_at(span.end).checked_sub(1)?;
        if number < first || number >= self.words.len() {
            return None;
        }
        let phrase = self.words.phrase_at(number).filter(|phrase| phrase.core > number);
        let phrase =
            phrase.filter(|phrase| !self.is_verb_of_one(first, *phrase) && !self.is_verb_of_others(*phrase));
        let phrase = phrase.or_else(|| self.quoted(number));
        let last = phrase.map_or_else(|| self.past_others(number), |phrase| phrase.last);
        let mut start = phrase.map_or(first, |phrase| phrase.first.min(first));
        while start > 0 && self.words.tag(start - 1) == Tag::Determiner {
            start -= 1;
        }
        Some(Item { quantity, first: start, number, phrase, last })
    }

    /// "six others", "une cinquantaine d’autres": the word belongs to the number.
    fn past_others(&self, number: usize) -> usize {
        let mut at = number + 1;
        while matches!(self.words.tag(at), Tag::Of | Tag::Glue) {
            at += 1;
        }
        if self.has(at, Word::Others) { at } else { number }
    }

    /// `about 20" victims`: a quotation mark between the number and its noun.
    fn quoted(&self, number: usize) -> Option<NounPhrase> {
        let mut next = number + 1;
        if self.words.tag(next) != Tag::Quote {
            return None;
        }
        next += 1;
        if self.words.tag(next) == Tag::Of {
            next += 1;
        }
        self.words.phrase_at(next).filter(|phrase| phrase.first == next || phrase.core == next)
    }

    /// All cues that begin at a token.
    pub fn cues_at(&self, token: usize) -> impl Iterator<Item = &Cue> {
        let first = self.cues.partition_point(|cue| cue.first < token);
        self.cues[first..].iter().take_while(move |cue| cue.first == token)
    }

    /// The longest cue of a role that ends with a token.
    pub fn cue_ending(&self, token: usize, role: Role) -> Option<&Cue> {
        let from = token.saturating_sub(LONGEST_CUE);
        let first = self.cues.partition_point(|cue| cue.first < from);
        self.cues[first..]
            .iter()
            .take_while(|cue| cue.first <= token)
            .find(|cue| cue.last == token && cue.word.role == role)
    }

    /// Whether a word of a class begins at a token: how many tokens it takes.
    pub fn is(&self, token: usize, class: Word) -> Option<usize> {
        if !self.has(token, class) {
            return None;
        }
        self.classes_at(token).find(|(_, word)| *word == class).map(|(length, _)| length)
    }

    /// Whether a token begins a word of a class.
    pub fn has(&self, token: usize, class: Word) -> bool {
        self.beginning.get(token).is_some_and(|classes| classes.has(class))
    }

    /// Whether any token begins a word of a class.
    pub const fn has_any(&self, class: Word) -> bool {
        self.all.has(class)
    }

    /// The first token of the word of a class that ends with a token.
    pub fn ending(&self, token: usize, class: Word) -> Option<usize> {
        if !self.all.has(class) {
            return None;
        }
        (token.saturating_sub(LONGEST_CUE)..=token).find(|first| {
            self.has(*first, class)
                && self.classes_at(*first).any(|(length, word)| word == class && first + length == token + 1)
        })
    }

    /// The head noun of a phrase belongs to a class.
    pub fn head_is(&self, phrase: NounPhrase, class: Word) -> bool {
        self.has(phrase.head, class)
    }

    /// The span of tokens, in the document.
    pub fn place(&self, first: usize, last: usize) -> Span {
        self.sentence().place(self.sentence().span_of(first, last))
    }
}

/// Classes of words, a bit each.
#[derive(Debug, Clone, Copy, Default)]
struct Classes([u128; 2]);

impl Classes {
    const fn add(&mut self, class: Word) {
        self.0[class as usize / 128] |= 1 << (class as u32 % 128);
    }

    const fn has(self, class: Word) -> bool {
        self.0[class as usize / 128] & (1 << (class as u32 % 128)) != 0
    }
}

/// No cue is longer, in tokens.
const LONGEST_CUE: usize = 9;

fn small<'s>(words: &Words<'s>, token: usize) -> Cow<'s, str> {
    let text = words.text(token);
    // Most words are written so.
    if text.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(match text.chars().next() {
        Some(mark) if !mark.is_alphanumeric() => crate::text::straight(mark).to_string(),
        _ => text.to_lowercase(),
    })
}
