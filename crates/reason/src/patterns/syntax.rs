//! Reads the notation of patterns.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::text::{Token, TokenKind, fold, tokens};

use super::prints::{ByPrint, Prints, print};

/// One part of a pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Element {
    /// One of several phrases.
    Phrases(Arc<Wordings>),
    /// A noun phrase: the number of the slot.
    Slot(usize),
    /// One of several runs of elements.
    Choice(Vec<Vec<Element>>),
    /// Perhaps.
    Maybe(Box<Element>),
    /// Any number of times.
    Many(Box<Element>),
    /// Up to so many tokens; whether commas may be among them.
    Gap { most: usize, over: Over },
    /// Start of the sentence.
    Start,
    /// End of the clause.
    End,
}

/// A phrase that a pattern waits for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Wording {
    /// Its folded tokens.
    pub words: Vec<String>,
    /// Fingerprints of the first and of the last.
    pub first: u32,
    pub last: u32,
    /// The longest run of plain letters in it as it is spelled: what a quick look finds, with or without accents.
    pub telling: String,
}

/// Phrases of which one is waited for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Wordings {
    /// As the file has them.
    all: Vec<Wording>,
    by_first: ByPrint,
    by_last: ByPrint,
}

impl Wordings {
    pub fn new(all: Vec<Wording>) -> Self {
        Self {
            by_first: ByPrint::new(&all, |wording| wording.first),
            by_last: ByPrint::new(&all, |wording| wording.last),
            all,
        }
    }

    pub fn iter(&self) -> std::slice::Iter<'_, Wording> {
        self.all.iter()
    }

    /// Fingerprints of the words that one of them begins with.
    fn firsts(&self) -> &Prints {
        self.by_first.known()
    }

    /// Those whose first word has a fingerprint, the longest first.
    pub fn starting(&self, print: u32) -> impl Iterator<Item = &Wording> {
        self.by_first.with(print).map(|at| &self.all[at])
    }

    /// Those whose last word has a fingerprint, the longest first.
    pub fn ending(&self, print: u32) -> impl Iterator<Item = &Wording> {
        self.by_last.with(print).map(|at| &self.all[at])
    }
}

impl Wording {
    pub fn new(phrase: &str) -> Self {
        let telling = phrase.split(|c: char| !c.is_ascii_alphanumeric()).max_by_key(|run| run.len());
        Self::of(folded_tokens(phrase), telling.unwrap_or_default().to_owned())
    }

    fn of(words: Vec<String>, telling: String) -> Self {
        let edge = |word: Option<&String>| word.map_or(0, |word| print(word));
        Self { first: edge(words.first()), last: edge(words.last()), words, telling }
    }

    fn and(&self, next: &Self) -> Self {
        let words = self.words.iter().chain(&next.words).cloned().collect();
        let longer = if next.telling.len() > self.telling.len() { next } else { self };
        Self::of(words, longer.telling.clone())
    }
}

/// What a gap may cross.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Over {
    /// Words of the clause only.
    Words,
    /// Commas, too.
    Commas,
}

/// A pattern cut at its anchor.
#[derive(Debug, Clone)]
pub(super) struct Pattern {
    /// Before the anchor, in the order of the text.
    pub before: Vec<Element>,
    /// The phrases that it is found by.
    pub anchor: Vec<Wording>,
    /// Behind it.
    pub after: Vec<Element>,
    /// Of each part that it cannot do without, fingerprints of the words of which one must stand in the sentence.
    pub needs: Vec<Prints>,
}

/// The words of which one must stand where an element does; `None` where it takes any, or none.
fn needed(element: &Element) -> Option<Prints> {
    match element {
        Element::Phrases(phrases) => Some(*phrases.firsts()),
        Element::Choice(ways) => {
            let mut any = Prints::default();
            for way in ways {
                any.add_all(&way.iter().find_map(needed)?);
            }
            Some(any)
        }
        _ => None,
    }
}

/// The classes of a file, by name. Many patterns wait for the same.
pub(super) type Classes = BTreeMap<String, Arc<Wordings>>;

/// The folded tokens of a phrase.
pub(super) fn folded_tokens(phrase: &str) -> Vec<String> {
    tokens(phrase).iter().map(|token| fold(token.text(phrase))).collect()
}

/// Reads one pattern; slots are numbered through `slots`.
///
/// # Errors
/// What is wrong with it, in words.
pub(super) fn parse(text: &str, classes: &Classes, slots: &mut Vec<String>) -> Result<Pattern, String> {
    let tokens = tokens(text);
    let mut reader = Reader { text, tokens: &tokens, at: 0, classes, slots, anchor: None };
    let elements = reader.sequence(0)?;
    if reader.at < tokens.len() {
        return Err(format!("{text}: a bracket too many"));
    }
    let anchor = reader.anchor.ok_or_else(|| format!("{text}: no anchor"))?;
    let mut before = elements;
    let after = before.split_off(anchor + 1);
    match before.pop().and_then(|element| wordings(&element)) {
        Some(anchor) if !anchor.is_empty() => {
            let needs = before.iter().chain(&after).filter_map(needed).collect();
            Ok(Pattern { before, anchor, after, needs })
        }
        _ => Err(format!("{text}: the anchor is no word")),
    }
}

/// All phrases that an element stands for, where it is nothing but phrases.
fn wordings(element: &Element) -> Option<Vec<Wording>> {
    match element {
        Element::Phrases(phrases) => Some(phrases.iter().cloned().collect()),
        Element::Choice(ways) => {
            let ways: Option<Vec<_>> = ways.iter().map(|way| in_turn(way)).collect();
            Some(ways?.into_iter().flatten().collect())
        }
        _ => None,
    }
}

fn in_turn(elements: &[Element]) -> Option<Vec<Wording>> {
    let mut all = vec![Wording::of(Vec::new(), String::new())];
    for element in elements {
        let next = wordings(element)?;
        all = all.iter().flat_map(|so_far| next.iter().map(|next| so_far.and(next))).collect();
    }
    Some(all)
}

fn word(written: &str) -> Element {
    Element::Phrases(Arc::new(Wordings::new(vec![Wording::new(written)])))
}

struct Reader<'p> {
    text: &'p str,
    tokens: &'p [Token],
    at: usize,
    classes: &'p Classes,
    slots: &'p mut Vec<String>,
    anchor: Option<usize>,
}

impl Reader<'_> {
    fn sequence(&mut self, depth: usize) -> Result<Vec<Element>, String> {
        let mut found = Vec::new();
        while let Some(token) = self.tokens.get(self.at) {
            if token.is('|') || token.is(')') {
                break;
            }
            if token.is('@') {
                if depth > 0 || self.anchor.replace(found.len()).is_some() {
                    return Err(format!("{}: one anchor, outside brackets", self.text));
                }
                self.at += 1;
            }
            let element = self.element(depth)?;
            found.push(self.repeated(element));
        }
        Ok(found)
    }

    fn repeated(&mut self, element: Element) -> Element {
        match self.tokens.get(self.at) {
            Some(token) if token.is('?') => {
                self.at += 1;
                Element::Maybe(Box::new(element))
            }
            Some(token) if token.is('*') => {
                self.at += 1;
                Element::Many(Box::new(element))
            }
            _ => element,
        }
    }

    fn element(&mut self, depth: usize) -> Result<Element, String> {
        let token = self.tokens.get(self.at).ok_or_else(|| format!("{}: ends too soon", self.text))?;
        self.at += 1;
        match token.kind {
            TokenKind::Mark('[') => self.class(),
            TokenKind::Mark('<') => {
                let name = self.name('>')?;
                let known = self.slots.iter().position(|slot| *slot == name);
                Ok(Element::Slot(known.unwrap_or_else(|| {
                    self.slots.push(name);
                    self.slots.len() - 1
                })))
            }
            TokenKind::Mark('(') => self.choice(depth),
            TokenKind::Mark('^') => Ok(Element::Start),
            TokenKind::Mark('$') => Ok(Element::End),
            TokenKind::Mark('.') => Ok(self.gap()),
            _ => Ok(word(token.text(self.text))),
        }
    }

    fn gap(&mut self) -> Element {
        let mut dots = 1;
        while self.tokens.get(self.at).is_some_and(|token| token.is('.')) {
            dots += 1;
            self.at += 1;
        }
        match dots {
            1 => word("."),
            2 => Element::Gap { most: 10, over: Over::Words },
            _ => Element::Gap { most: 24, over: Over::Commas },
        }
    }

    fn name(&mut self, close: char) -> Result<String, String> {
        let mut name = String::new();
        while let Some(token) = self.tokens.get(self.at) {
            self.at += 1;
            if token.is(close) {
                return Ok(name);
            }
            name.push_str(token.text(self.text));
        }
        Err(format!("{}: a bracket is not closed", self.text))
    }

    fn class(&mut self) -> Result<Element, String> {
        let name = self.name(']')?;
        let phrases = self.classes.get(&name).ok_or_else(|| format!("{}: no class {name}", self.text))?;
        Ok(Element::Phrases(Arc::clone(phrases)))
    }

    fn choice(&mut self, depth: usize) -> Result<Element, String> {
        let mut ways = Vec::new();
        loop {
            ways.push(self.sequence(depth + 1)?);
            let closed = self.tokens.get(self.at).map(|token| token.is(')'));
            self.at += 1;
            match closed {
                Some(true) => return Ok(Element::Choice(ways)),
                Some(false) => {}
                None => return Err(format!("{}: a bracket is not closed", self.text)),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_what_is_wrong() {
        let not = Wordings::new(vec![Wording::new("did not")]);
        let classes = Classes::from([("not".to_owned(), Arc::new(not))]);
        for (pattern, good) in [
            ("<who> [not] @reply (to|at)? ..", true),
            ("@d'un", true),
            ("<who> reply", false),
            ("<who> @[reply]", false),
            ("<who @reply", false),
            ("(a @reply)", false),
            ("@reply)", false),
            ("@a @b", false),
            ("@<who>", false),
        ] {
            let parsed = parse(pattern, &classes, &mut Vec::new());
            assert_eq!(parsed.is_ok(), good, "{pattern}: {parsed:?}");
        }
    }
}
