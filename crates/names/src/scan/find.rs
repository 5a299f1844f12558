//! One pass over a text: each word is looked up, and where it is the rarest word of a name, the words around it are.

use std::collections::HashSet;

use super::around::{Around, Met};
use super::keep::keep;
use super::listed::Telling;
use super::names::{Anchoring, Names};
use super::near::{Classes, Near, Neighbour};
use super::occurrence::Occurrence;
use super::tokens::{Shape, Token, cut};
use super::word::Candidate;
use crate::hashed::Hashed;
use crate::scripts::folded;
use crate::words::particle;

/// Texts are looked at in pieces of so many bytes, each ending at a line end where there is one: the words of a piece stay
/// close in memory.
const PIECE: usize = 256 * 1024;

/// Other words than this many are forgotten and looked up again.
const MOST_KNOWN: usize = 1 << 20;

/// A run over texts of one kind. It remembers which words it met: give it all documents one after the other.
#[derive(Debug)]
pub struct Scanning<'n> {
    names: &'n Names,
    /// By the letters of a word: which of `known` it is.
    numbers: Hashed<u32>,
    known: Vec<Known>,
    candidates: Vec<Candidate>,
    tokens: Vec<Token>,
    /// By token: which of `known` it is.
    met: Vec<u32>,
    /// Which text this is, from 1.
    text: u32,
    /// Room for the words of a name, each with its token.
    pub(super) room: Vec<Option<usize>>,
}

/// What is known of a word of the text.
#[derive(Debug, Clone, Copy)]
struct Known {
    /// Where its candidates begin.
    start: u32,
    count: u16,
    anchoring: Anchoring,
    /// A particle or article: it may stand within a name.
    is_small_word: bool,
    classes: Classes,
    /// The last text that wrote it small.
    small_in: u32,
}

impl Known {
    fn candidates(&self) -> std::ops::Range<usize> {
        self.start as usize..self.start as usize + usize::from(self.count)
    }
}

impl Names {
    /// Every listed name in a text, in the order in which they stand there.
    #[must_use]
    pub fn scan(&self, text: &str) -> Vec<Occurrence> {
        self.scanning().text(text)
    }

    /// Begins a run over several texts.
    #[must_use]
    pub fn scanning(&self) -> Scanning<'_> {
        Scanning {
            names: self,
            numbers: Hashed::default(),
            known: Vec::new(),
            candidates: Vec::new(),
            tokens: Vec::new(),
            met: Vec::new(),
            text: 0,
            room: Vec::new(),
        }
    }
}

/// No particle has more bytes.
const LONGEST_PARTICLE: usize = 16;

/// What a pass found, before it is known what else the text says.
#[derive(Debug, Clone)]
pub(super) struct Raw {
    pub(super) occurrence: Occurrence,
    pub(super) telling: Telling,
    /// Of a name of one word: its class, which the text may also write small.
    pub(super) lone: Option<u32>,
}

impl Scanning<'_> {
    /// Every listed name in a text, in the order in which they stand there.
    pub fn text(&mut self, text: &str) -> Vec<Occurrence> {
        let mut raw = Vec::new();
        let mut small = HashSet::new();
        let mut from = 0;
        self.text += 1;
        while from < text.len() {
            let to = piece(text, from);
            self.piece(text, from, to, &mut raw, &mut small);
            from = to;
        }
        keep(text, raw, &small)
    }

    fn piece(&mut self, text: &str, from: usize, to: usize, raw: &mut Vec<Raw>, small: &mut HashSet<u32>) {
        let mut tokens = std::mem::take(&mut self.tokens);
        tokens.clear();
        cut(text, from, to, &mut tokens);
        self.meet(text, &tokens);
        for (at, token) in tokens.iter().enumerate() {
            if token.shape == Shape::Caseless {
                self.unspaced(text, *token, raw);
            }
            let known = self.known[self.met[at] as usize];
            let Anchoring { capital, small: may_be_small, lone } = known.anchoring;
            let is_small = token.shape == Shape::Small;
            if !capital || is_small && !may_be_small && !lone {
                continue;
            }
            if is_small && lone && known.small_in != self.text {
                self.known[self.met[at] as usize].small_in = self.text;
                small
                    .extend(self.candidates[known.candidates()].iter().map(|candidate| candidate.word.class));
            }
            if !is_small || may_be_small {
                self.anchored(text, &tokens, at, raw);
            }
        }
        self.tokens = tokens;
    }

    /// Looks up every word of a piece, once.
    fn meet(&mut self, text: &str, tokens: &[Token]) {
        if self.known.len() >= MOST_KNOWN {
            self.numbers.clear();
            self.known.clear();
            self.candidates.clear();
        }
        let mut met = std::mem::take(&mut self.met);
        met.clear();
        met.extend(tokens.iter().map(|token| match self.numbers.get(&token.hash) {
            Some(number) => *number,
            None => self.learn(token.hash, token.text(text)),
        }));
        self.met = met;
    }

    fn learn(&mut self, hash: u64, word: &str) -> u32 {
        let start = self.candidates.len();
        self.candidates.extend(self.names.words.candidates(word));
        let mut anchoring = Anchoring::default();
        let mut classes = Classes::default();
        for candidate in &self.candidates[start..] {
            let of = self.names.anchoring(candidate.word.class);
            anchoring.capital |= of.capital;
            anchoring.small |= of.small;
            anchoring.lone |= of.lone;
            classes = classes.and(Classes::one(candidate.word.class));
        }
        let is_small_word = word.len() <= LONGEST_PARTICLE && particle(&folded(word)).is_some();
        let count = (self.candidates.len() - start) as u16;
        let number = self.known.len() as u32;
        let start = start as u32;
        self.known.push(Known { start, count, anchoring, is_small_word, classes, small_in: 0 });
        self.numbers.insert(hash, number);
        number
    }

    /// The names whose rarest word a word of the text may be.
    fn anchored(&mut self, text: &str, tokens: &[Token], at: usize, raw: &mut Vec<Raw>) {
        let names = self.names;
        let is_small = tokens[at].shape == Shape::Small;
        let near = Near::of(at, tokens.len(), |at| {
            let Known { classes, is_small_word, .. } = *self.known(at);
            Neighbour { classes, is_small_word, is_initial: tokens[at].shape == Shape::Initial }
        });
        for candidate in self.known(at).candidates() {
            let candidate = self.candidates[candidate];
            for anchor in names.anchored(candidate.word.class) {
                if is_small && !anchor.may_be_small || !anchor.beside.may_be(near) {
                    continue;
                }
                let Some(likeness) = candidate.likeness(&anchor.word) else { continue };
                let pattern = &names.patterns[anchor.pattern as usize];
                let mut around = Around { scanning: self, text, tokens, pattern };
                let Some(met) = around.verify(at, usize::from(anchor.part), likeness) else { continue };
                let lone = met.is_lone.then_some(candidate.word.class);
                let telling = met.telling;
                raw.push(Raw { occurrence: occurrence(pattern, &met, tokens), telling, lone });
            }
        }
    }

    fn known(&self, at: usize) -> &Known {
        &self.known[self.met[at] as usize]
    }

    /// The best way in which the word at a place is one of a name.
    pub(super) fn likeness(&self, at: usize, of: &super::word::Word) -> Option<super::Likeness> {
        let known = self.known(at);
        if !known.classes.has_any(Classes::one(of.class)) {
            return None;
        }
        let candidates = &self.candidates[known.candidates()];
        candidates.iter().filter_map(|candidate| candidate.likeness(of)).min()
    }

    /// Whether the word at a place is one of some listed name.
    pub(super) fn is_of_a_name(&self, at: usize) -> bool {
        self.known(at).count > 0
    }

    /// Whether the word at a place may stand within a name without being of it.
    pub(super) fn is_small_word(&self, at: usize) -> bool {
        self.known(at).is_small_word
    }

    pub(super) const fn names(&self) -> &Names {
        self.names
    }

    fn unspaced(&self, text: &str, token: Token, raw: &mut Vec<Raw>) {
        if self.names.unspaced.len() == 0 {
            return;
        }
        for (offset, _) in token.text(text).char_indices() {
            let from = token.start + offset;
            for (run, length) in self.names.unspaced.at(&text[from..]) {
                let occurrence = Occurrence::exact(run.entry, run.name, [from, from + length]);
                raw.push(Raw { occurrence, telling: Telling::Enough, lone: None });
            }
        }
    }
}

fn occurrence(pattern: &super::listed::Pattern, met: &Met, tokens: &[Token]) -> Occurrence {
    Occurrence {
        start: tokens[met.first].start,
        end: tokens[met.last].end,
        entry: pattern.entry,
        name: pattern.name,
        words: met.likeness,
        order: met.order,
        strength: met.strength,
    }
}

/// The end of the piece that begins at a place: behind a line end, or at a space, or at some character.
fn piece(text: &str, from: usize) -> usize {
    if text.len() - from <= PIECE {
        return text.len();
    }
    let mut to = from + PIECE;
    while !text.is_char_boundary(to) {
        to += 1;
    }
    let rest = &text[to..];
    // Lines of a megabyte are rare, and a name that is cut there rarer.
    let end = rest.as_bytes().iter().take(PIECE).position(|byte| *byte == b'\n');
    to + end.map_or(0, |end| end + 1)
}
