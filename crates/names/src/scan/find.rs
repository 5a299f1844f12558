//! One pass over a text: each word is looked up, and where it is the rarest word of a name, the words around it are.

use std::collections::HashSet;

use super::around::{Around, Met};
use super::hashed::Hashed;
use super::keep::keep;
use super::listed::Telling;
use super::names::{Anchoring, Names};
use super::occurrence::Occurrence;
use super::tokens::{Shape, Token, cut};
use super::word::Candidate;
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
    known: Hashed<Known>,
    candidates: Vec<Candidate>,
    tokens: Vec<Token>,
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
            known: Hashed::default(),
            candidates: Vec::new(),
            tokens: Vec::new(),
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
        for at in 0..tokens.len() {
            let token = tokens[at];
            if token.shape == Shape::Caseless {
                self.unspaced(text, token, raw);
            }
            let known = self.look_up(text, &token);
            let small_word = token.shape == Shape::Small;
            let Anchoring { capital, small: may_be_small, lone } = known.anchoring;
            if !capital || small_word && !may_be_small && !lone {
                continue;
            }
            for candidate in known.start..known.start + u32::from(known.count) {
                let candidate = self.candidates[candidate as usize];
                if small_word && lone {
                    small.insert(candidate.word.class);
                }
                if !small_word || may_be_small {
                    self.anchored(text, &tokens, at, candidate, raw);
                }
            }
        }
        self.tokens = tokens;
    }

    fn look_up(&mut self, text: &str, token: &Token) -> Known {
        if let Some(known) = self.known.get(&token.hash) {
            return *known;
        }
        if self.known.len() >= MOST_KNOWN {
            self.known.clear();
            self.candidates.clear();
        }
        let start = self.candidates.len();
        let word = token.text(text);
        self.candidates.extend(self.names.words.candidates(word));
        let mut anchoring = Anchoring::default();
        for candidate in &self.candidates[start..] {
            let of = self.names.anchoring(candidate.word.class);
            anchoring.capital |= of.capital;
            anchoring.small |= of.small;
            anchoring.lone |= of.lone;
        }
        let is_small_word = word.len() <= LONGEST_PARTICLE && particle(&folded(word)).is_some();
        let count = (self.candidates.len() - start) as u16;
        let known = Known { start: start as u32, count, anchoring, is_small_word };
        self.known.insert(token.hash, known);
        known
    }

    fn anchored(
        &mut self,
        text: &str,
        tokens: &[Token],
        at: usize,
        candidate: Candidate,
        raw: &mut Vec<Raw>,
    ) {
        let names = self.names;
        let token = tokens[at];
        for anchor in names.anchored(candidate.word.class) {
            let pattern = &names.patterns[anchor.pattern as usize];
            let part = usize::from(anchor.part);
            let Some(likeness) = candidate.likeness(&pattern.parts[part].word) else { continue };
            if token.shape == Shape::Small && (pattern.is_one_word() || pattern.is_free()) {
                continue;
            }
            let mut around = Around { scanning: self, text, tokens, pattern };
            let Some(met) = around.verify(at, part, likeness) else { continue };
            let lone = met.is_lone.then_some(candidate.word.class);
            let telling = met.telling;
            raw.push(Raw { occurrence: occurrence(pattern, &met, tokens), telling, lone });
        }
    }

    /// The best way in which a word of the text is one of a name.
    pub(super) fn likeness(
        &mut self,
        text: &str,
        token: &Token,
        of: &super::word::Word,
    ) -> Option<super::Likeness> {
        let known = self.look_up(text, token);
        let from = known.start as usize;
        let candidates = &self.candidates[from..from + usize::from(known.count)];
        candidates.iter().filter_map(|candidate| candidate.likeness(of)).min()
    }

    /// Whether a word of the text is one of some listed name.
    pub(super) fn is_of_a_name(&mut self, text: &str, token: &Token) -> bool {
        self.look_up(text, token).count > 0
    }

    /// Whether a word of the text may stand within a name without being of it.
    pub(super) fn is_small_word(&mut self, text: &str, token: &Token) -> bool {
        self.look_up(text, token).is_small_word
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
