//! One pass over a text: each word is looked up, and where it is the rarest word of a name, the words around it are.

use std::collections::HashSet;

use super::around::{Around, Met};
use super::keep::keep;
use super::listed::Telling;
use super::lone::{Beginnings, keep_named, writes_nouns_with_capitals};
use super::met::Numbers;
use super::names::{Anchoring, Names};
use super::near::{Classes, Near, Neighbour, Wanted};
use super::occurrence::Occurrence;
use super::tokens::{Shape, Token, cut};
use super::word::{Candidate, LONGEST};
use crate::hashed::hash;
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
    numbers: Numbers,
    /// The first is any word of which there is nothing to know, as of most.
    known: Vec<Known>,
    candidates: Vec<Candidate>,
    /// Of the piece that was looked at last.
    tokens: Vec<Token>,
    /// Where in the text that piece begins.
    piece: Option<usize>,
    /// By token of the piece: which of `known` it is, once somebody asked.
    met: Vec<Option<u32>>,
    /// Room for the words of a name, each with its token.
    pub(super) room: Vec<Option<usize>>,
}

/// A piece of a text and its words.
#[derive(Debug, Clone, Copy)]
pub(super) struct Piece<'t> {
    pub(super) text: &'t str,
    pub(super) tokens: &'t [Token],
}

/// What is known of a word of the text.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Known {
    /// Where its candidates begin.
    start: u32,
    count: u16,
    anchoring: Anchoring,
    /// A particle or article: it may stand within a name without being of it.
    pub(super) is_small_word: bool,
    classes: Classes,
    /// Near it, for the names that are found by it.
    wanted: Wanted,
}

impl Known {
    /// Whether it may be a word of some listed name.
    pub(super) const fn is_of_a_name(&self) -> bool {
        self.count > 0
    }

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
            numbers: Numbers::default(),
            known: vec![Known::default()],
            candidates: Vec::new(),
            tokens: Vec::new(),
            piece: None,
            met: Vec::new(),
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
        self.piece = None;
        self.pieces(text, |scanning, piece, offset| scanning.piece(piece, offset, &mut raw));
        if raw.iter().any(|one| one.lone.is_some()) {
            let mut capitals_tell = true;
            self.show(text, 0, |_, piece| capitals_tell = !writes_nouns_with_capitals(piece));
            keep_named(text, capitals_tell, &mut raw);
            let small = self.written_small(text, &raw);
            raw.retain(|one| one.lone.is_none_or(|class| !small.contains(&class)));
        }
        keep(raw)
    }

    /// Shows all pieces of a text, each with its place.
    fn pieces(&mut self, text: &str, mut show: impl FnMut(&mut Self, Piece<'_>, usize)) {
        let mut from = 0;
        while from < text.len() {
            let to = self.show(text, from, |scanning, piece| show(scanning, piece, from));
            from = to;
        }
    }

    /// Shows the piece that begins at a place, and gives its end. Most texts are one piece: its words are known when it is shown again.
    fn show(&mut self, text: &str, from: usize, show: impl FnOnce(&mut Self, Piece<'_>)) -> usize {
        let to = piece_end(text, from);
        let text = &text[from..to];
        let mut tokens = std::mem::take(&mut self.tokens);
        if self.piece.replace(from) != Some(from) {
            tokens.clear();
            cut(text, &mut tokens);
            self.forget();
            self.met.clear();
            self.met.resize(tokens.len(), None);
        }
        show(self, Piece { text, tokens: &tokens });
        self.tokens = tokens;
        to
    }

    /// Every name has a word with a capital, or of a script without: a word written small is asked about only where such words of
    /// names stand around it. That spares nearly all words of a text any look-up.
    fn piece(&mut self, piece: Piece<'_>, offset: usize, raw: &mut Vec<Raw>) {
        let already = raw.len();
        let mut looked = 0;
        for (at, token) in piece.tokens.iter().enumerate() {
            if token.shape == Shape::Caseless {
                self.unspaced(piece.text, *token, raw);
            }
            if at < looked || !token.is_capital() || !self.known(piece, at).anchoring.required {
                continue;
            }
            let mut from = at;
            while from > looked && self.goes_on(piece, from - 1) {
                from -= 1;
            }
            looked = at + 1;
            while looked < piece.tokens.len() && self.goes_on(piece, looked) {
                looked += 1;
            }
            for at in from..looked {
                self.anchored(piece, at, raw);
            }
        }
        for one in &mut raw[already..] {
            one.occurrence.start += offset;
            one.occurrence.end += offset;
        }
    }

    /// Whether a name may go on over a word.
    fn goes_on(&mut self, piece: Piece<'_>, at: usize) -> bool {
        let known = self.known(piece, at);
        known.is_of_a_name() || known.is_small_word || piece.tokens[at].shape == Shape::Initial
    }

    /// Of the names of one word that were found: the classes of those that the text also writes small, as it writes ordinary words.
    fn written_small(&mut self, text: &str, raw: &[Raw]) -> HashSet<u32> {
        let mut small = HashSet::new();
        let lone = || raw.iter().filter(|one| one.lone.is_some());
        let classes: HashSet<u32> = lone().filter_map(|one| one.lone).collect();
        let beginnings = Beginnings::of(lone().map(|one| &text[one.occurrence.start..one.occurrence.end]));
        self.pieces(text, |scanning, piece, _| {
            for (at, token) in piece.tokens.iter().enumerate() {
                if token.shape == Shape::Small && beginnings.has_that_of(token.text(piece.text)) {
                    let known = *scanning.known(piece, at);
                    let of = scanning.candidates[known.candidates()].iter().map(|one| one.word.class);
                    small.extend(of.filter(|class| classes.contains(class)));
                }
            }
        });
        small
    }

    /// What is known of the word at a place, which is looked up the first time.
    pub(super) fn known(&mut self, piece: Piece<'_>, at: usize) -> &Known {
        let number = match self.met[at] {
            Some(number) => number,
            None => self.meet(piece.tokens[at].text(piece.text), at),
        };
        &self.known[number as usize]
    }

    fn meet(&mut self, word: &str, at: usize) -> u32 {
        let hash = hash(word.as_bytes());
        let number = self.numbers.get(hash).unwrap_or_else(|| {
            let number = self.learn(word);
            self.numbers.add(hash, number);
            number
        });
        self.met[at] = Some(number);
        number
    }

    fn forget(&mut self) {
        if self.numbers.len() >= MOST_KNOWN {
            self.numbers = Numbers::default();
            self.known.truncate(1);
            self.candidates.clear();
        }
    }

    fn learn(&mut self, word: &str) -> u32 {
        if word.len() > LONGEST {
            return 0;
        }
        let start = self.candidates.len();
        let plain = folded(word);
        self.names.words.candidates(word, &plain, &mut self.candidates);
        let mut anchoring = Anchoring::default();
        let mut classes = Classes::default();
        let mut wanted = Wanted::default();
        for candidate in &self.candidates[start..] {
            let of = self.names.anchoring(candidate.word.class);
            anchoring.required |= of.required;
            anchoring.capital |= of.capital;
            anchoring.small |= of.small;
            classes = classes.and(Classes::one(candidate.word.class));
            let anchors = self.names.anchored(candidate.word.class);
            anchors.iter().for_each(|anchor| wanted.add(anchor.beside));
        }
        let is_small_word = word.len() <= LONGEST_PARTICLE && particle(&plain).is_some();
        let count = (self.candidates.len() - start) as u16;
        if count == 0 && !is_small_word {
            return 0;
        }
        let start = start as u32;
        self.known.push(Known { start, count, anchoring, is_small_word, classes, wanted });
        (self.known.len() - 1) as u32
    }

    /// The names whose rarest word a word of the text may be.
    fn anchored(&mut self, piece: Piece<'_>, at: usize, raw: &mut Vec<Raw>) {
        let names = self.names;
        let tokens = piece.tokens;
        let is_small = tokens[at].shape == Shape::Small;
        let known = *self.known(piece, at);
        let may_begin = if is_small { known.anchoring.small } else { known.anchoring.capital };
        if !may_begin {
            return;
        }
        let near = Near::of(at, tokens.len(), |at| {
            let Known { classes, is_small_word, .. } = *self.known(piece, at);
            Neighbour { classes, is_small_word, is_initial: tokens[at].shape == Shape::Initial }
        });
        if !known.wanted.may_be(near) {
            return;
        }
        for candidate in known.candidates() {
            let candidate = self.candidates[candidate];
            for anchor in names.anchored(candidate.word.class) {
                if is_small && !anchor.may_be_small || !anchor.beside.may_be(near) {
                    continue;
                }
                let Some(likeness) = candidate.likeness(&anchor.word) else { continue };
                let pattern = &names.patterns[anchor.pattern as usize];
                let mut around = Around { scanning: self, piece, pattern };
                let Some(met) = around.verify(at, usize::from(anchor.part), likeness) else { continue };
                let lone = met.is_lone.then_some(candidate.word.class);
                let telling = met.telling;
                raw.push(Raw { occurrence: occurrence(pattern, &met, tokens), telling, lone });
            }
        }
    }

    /// The best way in which the word at a place is one of a name.
    pub(super) fn likeness(
        &mut self,
        piece: Piece<'_>,
        at: usize,
        of: &super::word::Word,
    ) -> Option<super::Likeness> {
        let known = *self.known(piece, at);
        if !known.classes.has_any(Classes::one(of.class)) {
            return None;
        }
        let candidates = &self.candidates[known.candidates()];
        candidates.iter().filter_map(|candidate| candidate.likeness(of)).min()
    }

    pub(super) const fn names(&self) -> &Names {
        self.names
    }

    fn unspaced(&self, text: &str, token: Token, raw: &mut Vec<Raw>) {
        let names = &self.names.unspaced;
        let places = token.text(text).char_indices().filter(|(_, first)| names.may_begin(*first));
        for from in places.map(|(offset, _)| token.start as usize + offset) {
            for (run, length) in names.at(&text[from..]) {
                let occurrence = Occurrence::exact(run.entry, run.name, [from, from + length]);
                raw.push(Raw { occurrence, telling: Telling::Enough, lone: None });
            }
        }
    }
}

fn occurrence(pattern: &super::listed::Pattern, met: &Met, tokens: &[Token]) -> Occurrence {
    Occurrence {
        start: tokens[met.first].start as usize,
        end: tokens[met.last].end as usize,
        entry: pattern.entry,
        name: pattern.name,
        words: met.likeness,
        order: met.order,
        strength: met.strength,
    }
}

/// The end of the piece that begins at a place: behind a line end, or at a space, or at some character.
fn piece_end(text: &str, from: usize) -> usize {
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
