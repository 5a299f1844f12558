//! Cuts a sentence into the units that names consist of: `al-Qaeda`, `U.S.`, `In'Tahaka` are one each; `Wagner's` is
//! a possessive; `l'`, `d'` stand alone.

use std::borrow::Cow;

use super::lexicon::{Role, Roles, lexicon};
use super::vocabulary::{Vocabulary, WordInfo};
use crate::document::Span;
use crate::prose::Sentence;
use crate::text::{Token, TokenKind, fold};

/// How a unit is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// In capitals throughout, two at least.
    Upper,
    /// With a capital.
    Capital,
    /// In small letters.
    Lower,
    /// Begins with a digit.
    Number,
}

/// A word as names see it.
#[derive(Debug, Clone)]
pub(super) struct Unit<'v> {
    /// First and last token, with a possessive ending or the full stop of an abbreviation.
    pub first: usize,
    pub last: usize,
    /// Without them. In bytes of the sentence.
    pub span: Span,
    pub shape: Shape,
    pub roles: Roles,
    pub folded: Cow<'v, str>,
    pub possessive: bool,
    /// Nothing but white space stands between it and the unit before.
    pub glued: bool,
    /// A sentence, a cell or a quotation begins with it: its capital may mean nothing.
    pub opens: bool,
    /// One letter and a full stop.
    pub initial: bool,
    /// Several words joined by hyphens or apostrophes.
    pub compound: bool,
}

impl Unit<'_> {
    /// Whether it may be part of a name by its letters.
    pub(super) const fn is_capital(&self) -> bool {
        matches!(self.shape, Shape::Upper | Shape::Capital)
    }

    pub(super) const fn is(&self, role: Role) -> bool {
        self.roles.has(role)
    }
}

/// Of a sentence no more tokens are looked at: a paragraph of 100 KB without a full stop is a damaged file or a list, and what
/// compares its names with each other must stay cheap.
const MOST_TOKENS: usize = 20_000;

/// The units of a sentence, given with its number.
pub(super) fn cut<'v>(sentence: &Sentence, number: usize, vocabulary: &'v Vocabulary<'_>) -> Vec<Unit<'v>> {
    let tokens = &sentence.tokens[..sentence.tokens.len().min(MOST_TOKENS)];
    let words = vocabulary.sentence(number);
    let cutter = Cutter { text: &sentence.text, tokens, words, vocabulary };
    let mut units: Vec<Unit<'v>> = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while at < tokens.len() {
        if matches!(tokens[at].kind, TokenKind::Mark(_)) {
            at += 1;
            continue;
        }
        if cutter.is_address(at) {
            at += 1;
            while tokens.get(at).is_some_and(|token| !token.spaced) {
                at += 1;
            }
            continue;
        }
        let mut unit = cutter.unit(at);
        let before = units.last().map(|unit| unit.last);
        unit.glued = before.is_some_and(|last| last + 1 == at && !cutter.parted(at));
        unit.opens = cutter.opens(before, at);
        at = unit.last + 1;
        units.push(unit);
    }
    units
}

struct Cutter<'s, 'v, 'p> {
    text: &'s str,
    tokens: &'s [Token],
    words: &'v [u32],
    vocabulary: &'v Vocabulary<'p>,
}

impl<'v> Cutter<'_, 'v, '_> {
    fn word(&self, at: usize) -> &str {
        self.tokens[at].text(self.text)
    }

    fn info(&self, at: usize) -> Option<&'v WordInfo> {
        self.vocabulary.info(*self.words.get(at)?)
    }

    fn is_mark(&self, at: usize, marks: &[char]) -> bool {
        self.tokens.get(at).is_some_and(|token| marks.iter().any(|mark| token.is(*mark)))
    }

    /// A word that stands right behind a mark.
    fn is_word_behind(&self, at: usize) -> bool {
        self.tokens
            .get(at)
            .is_some_and(|token| !token.spaced && matches!(token.kind, TokenKind::Word | TokenKind::Number))
    }

    /// An address of the web begins here: nothing in it is a name.
    fn is_address(&self, at: usize) -> bool {
        matches!(self.word(at), "http" | "https" | "www") && self.is_mark(at + 1, &[':', '.'])
    }

    /// A cell of a table ends before this token.
    fn parted(&self, at: usize) -> bool {
        let between = &self.text[self.tokens[at - 1].span.end..self.tokens[at].span.start];
        between.bytes().any(|byte| byte == b'\t')
    }

    fn opens(&self, before: Option<usize>, at: usize) -> bool {
        let Some(before) = before else { return true };
        let marks = &self.tokens[before + 1..at];
        marks.iter().any(|token| token.is('"') || token.is('«') || token.is(':') || token.is('•'))
            || self.parted(at)
            || marks.iter().any(|token| token.is('!') || token.is('?') || token.is('.') || token.is('|'))
    }

    fn unit(&self, first: usize) -> Unit<'v> {
        let mut last;
        let mut possessive = false;
        let mut end = first;
        if let Some((to, dotted)) = self.dotted(first) {
            let span = Span::new(self.tokens[first].span.start, self.tokens[to].span.end);
            return self.made(
                first,
                to,
                span,
                Flags { possessive: false, initial: !dotted, compound: false },
            );
        }
        if !self.is_elision(first) {
            while let Some(next) = self.continues(end) {
                end = next;
            }
            last = end;
            if self.is_mark(end + 1, &['\'']) && !self.tokens[end + 1].spaced {
                let s = self.is_word_behind(end + 2) && matches!(self.word(end + 2), "s" | "S");
                let plural = self.word(end).ends_with(['s', 'z', 'x']) && !self.is_word_behind(end + 2);
                if s {
                    (possessive, last) = (true, end + 2);
                } else if plural {
                    (possessive, last) = (true, end + 1);
                }
            }
            if !possessive && self.closes_abbreviation(end) {
                last = end + 1;
            }
        } else {
            last = first + 1;
        }
        let span = Span::new(self.tokens[first].span.start, self.tokens[end].span.end);
        self.made(first, last, span, Flags { possessive, initial: false, compound: end > first })
    }

    /// `U.S.`, `J.`: letters parted by full stops. Whether there are several.
    fn dotted(&self, first: usize) -> Option<(usize, bool)> {
        let is_letter = |at: usize| {
            self.tokens.get(at).is_some_and(|token| {
                token.kind == TokenKind::Word
                    && token.text(self.text).chars().count() == 1
                    && token.text(self.text).starts_with(char::is_uppercase)
            })
        };
        let mut at = first;
        let mut letters = 0;
        while self.is_mark(at + 1, &['.']) && !self.tokens[at + 1].spaced && is_letter(at) {
            letters += 1;
            at += 2;
            if self.tokens.get(at).is_none_or(|token| token.spaced) {
                break;
            }
        }
        (letters > 0).then(|| (at - 1, letters > 1))
    }

    /// `l'`, `d'`, `qu'` before a word.
    fn is_elision(&self, at: usize) -> bool {
        if !self.is_mark(at + 1, &['\'']) || self.tokens[at + 1].spaced || !self.is_word_behind(at + 2) {
            return false;
        }
        let word = self.word(at);
        let small = word.starts_with(char::is_lowercase) || at == 0;
        small
            && matches!(
                word,
                "l" | "d"
                    | "qu"
                    | "s"
                    | "n"
                    | "j"
                    | "c"
                    | "m"
                    | "t"
                    | "L"
                    | "D"
                    | "Qu"
                    | "S"
                    | "N"
                    | "J"
                    | "C"
                    | "jusqu"
                    | "lorsqu"
                    | "puisqu"
                    | "Jusqu"
                    | "Lorsqu"
                    | "Puisqu"
            )
    }

    /// The token that carries a unit on behind a hyphen, an apostrophe or an ampersand.
    fn continues(&self, at: usize) -> Option<usize> {
        let mark = self.tokens.get(at + 1)?;
        if mark.spaced || !self.is_word_behind(at + 2) {
            return None;
        }
        let next = self.word(at + 2);
        let joins = match mark.kind {
            TokenKind::Mark('-') => {
                // A dash between clauses is long; a small word behind a name ("Kessa-led") is none of it.
                mark.text(self.text).len() == 1 && !self.joins_two_names(at) && {
                    let small = next.starts_with(char::is_lowercase);
                    let starts_small = self.word(at).starts_with(char::is_lowercase);
                    !small
                        || starts_small
                        || self.info(at + 2).is_some_and(|info| info.roles.has(Role::Particle))
                        || (self.is_mark(at + 3, &['-']) && self.is_word_behind(at + 4) && next.len() < 4)
                }
            }
            TokenKind::Mark('\'') => !matches!(next, "s" | "S") && !self.word(at).ends_with("qu"),
            TokenKind::Mark('&') => true,
            _ => false,
        };
        joins.then_some(at + 2)
    }

    /// "Kessa-Halden", where both are names by themselves: two names, not one.
    fn joins_two_names(&self, at: usize) -> bool {
        let name = |at: usize| {
            self.word(at).starts_with(char::is_uppercase)
                && self.info(at).is_some_and(|info| {
                    !info.roles.any(&[Role::GivenName, Role::Ordinary, Role::Particle, Role::Nationality])
                        && self.vocabulary.stands_alone(&info.folded)
                })
        };
        name(at) && name(at + 2)
    }

    /// `Col.`, `Mr.`, `Ltd.`: a title or form that is not the end of the sentence.
    fn closes_abbreviation(&self, at: usize) -> bool {
        self.is_mark(at + 1, &['.'])
            && !self.tokens[at + 1].spaced
            && at + 2 < self.tokens.len()
            && self.word(at).len() <= 5
            && self.info(at).is_some_and(|info| {
                info.roles.any(&[Role::Rank, Role::Office, Role::Honorific, Role::CompanyForm])
            })
    }

    fn made(&self, first: usize, last: usize, span: Span, flags: Flags) -> Unit<'v> {
        let text = &self.text[span.start..span.end];
        let single = self.info(first).filter(|_| span == self.tokens[first].span);
        let (folded, roles, shape) = match single {
            Some(info) => (Cow::Borrowed(&*info.folded), info.roles, info.shape),
            None => {
                let folded = fold(text);
                let folded = if folded.contains('.') { folded.replace('.', "") } else { folded };
                let roles = lexicon().roles(&folded);
                let roles = if is_nationality(&folded) { roles.with(Role::Nationality) } else { roles };
                // "S.A."
                let form = roles.has(Role::CompanyCapitals) && shape(text) == Shape::Upper;
                let roles = if form { roles.with(Role::CompanyForm).without(Role::Particle) } else { roles };
                (Cow::Owned(folded), roles, shape(text))
            }
        };
        Unit {
            first,
            last,
            span,
            shape,
            roles,
            folded,
            possessive: flags.possessive,
            glued: false,
            opens: false,
            initial: flags.initial,
            compound: flags.compound,
        }
    }
}

struct Flags {
    possessive: bool,
    initial: bool,
    compound: bool,
}

pub(super) fn is_nationality(folded: &str) -> bool {
    !crate::places::countries().of_adjective(folded).is_empty()
        || (folded.contains('-')
            && !crate::places::countries().of_adjective(&folded.replace('-', " ")).is_empty())
}

pub(super) fn shape(text: &str) -> Shape {
    let mut upper = 0;
    let mut lower = 0;
    for c in text.chars() {
        upper += usize::from(c.is_uppercase());
        lower += usize::from(c.is_lowercase());
    }
    match (text.chars().next().is_some_and(char::is_numeric), upper, lower) {
        (true, ..) => Shape::Number,
        (_, 0, _) => Shape::Lower,
        (_, 2.., 0) => Shape::Upper,
        _ => Shape::Capital,
    }
}
