//! Which word of one name stands for which of the other.

use crate::reading::{Read, Role, Token, WORDS};

use super::How;
use super::account::Span;
use super::closeness::{self, Close, Word, apart_by_letters};

/// Words of two names that stand for one another.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pair {
    pub one: Span,
    pub other: Span,
    pub close: Close,
}

/// Two names with their words paired.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pairing<'a> {
    pub one: Read<'a>,
    pub other: Read<'a>,
    pairs: [Pair; WORDS],
    count: usize,
    /// Words that tell who is meant and have no pair, as bits.
    pub left_one: u32,
    pub left_other: u32,
}

/// Words that are farther apart than this are other words.
const FARTHEST: f32 = 0.72;

/// Whether a word of this role tells who is meant.
pub(super) fn tells(role: Role) -> bool {
    matches!(
        role,
        Role::Name
            | Role::Given
            | Role::Family
            | Role::Patronymic
            | Role::Initial
            | Role::OrgWord
            | Role::Number
    )
}

pub(super) fn bits(mut bits: u32) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let next = (bits != 0).then(|| bits.trailing_zeros() as usize)?;
        bits &= bits - 1;
        Some(next)
    })
}

fn telling(read: Read<'_>) -> u32 {
    let tokens = read.tokens().iter().enumerate();
    tokens.fold(0, |bits, (at, token)| if tells(token.role) { bits | 1 << at } else { bits })
}

impl<'a> Pairing<'a> {
    pub fn of(one: Read<'a>, other: Read<'a>) -> Self {
        let none =
            Pair { one: Span::NONE, other: Span::NONE, close: Close { apart: 1.0, how: How::Differs } };
        let pairs = [none; WORDS];
        let mut pairing =
            Self { one, other, pairs, count: 0, left_one: telling(one), left_other: telling(other) };
        pairing.pair_same();
        if pairing.left_one != 0 || pairing.left_other != 0 {
            pairing.pair_joined();
            pairing.pair_close();
            pairing.drop_said();
        }
        pairing
    }

    pub fn pairs(&self) -> &[Pair] {
        &self.pairs[..self.count]
    }

    fn add(&mut self, one: Span, other: Span, close: Close) {
        if self.count == WORDS {
            return;
        }
        self.pairs[self.count] = Pair { one, other, close };
        self.count += 1;
        self.left_one &= !one.bits();
        self.left_other &= !other.bits();
    }

    fn word(read: Read<'a>, at: usize) -> Word<'a> {
        Word::of(read, &read.tokens()[at])
    }

    /// Words of the same sound or meaning.
    fn pair_same(&mut self) {
        for at in bits(self.left_one) {
            let one = Self::word(self.one, at);
            let same = bits(self.left_other)
                .find_map(|to| same(one, Self::word(self.other, to)).map(|close| (to, close)));
            if let Some((to, close)) = same {
                self.add(Span::one(at), Span::one(to), close);
            }
        }
    }

    /// Words that one side writes together and the other apart.
    fn pair_joined(&mut self) {
        for at in bits(self.left_one) {
            if let Some((span, close)) = joined(Self::word(self.one, at), self.other, self.left_other) {
                self.add(Span::one(at), span, close);
            }
        }
        for at in bits(self.left_other) {
            if let Some((span, close)) = joined(Self::word(self.other, at), self.one, self.left_one) {
                self.add(span, Span::one(at), close);
            }
        }
    }

    /// The closest two words that are left, again and again.
    fn pair_close(&mut self) {
        const MOST: usize = 64;
        let mut found = [(Close { apart: 1.0, how: How::Differs }, 0, 0); MOST];
        let mut count = 0;
        for at in bits(self.left_one) {
            let one = Self::word(self.one, at);
            for to in bits(self.left_other) {
                let other = Self::word(self.other, to);
                let close = can_be_close(one.token, other.token)
                    .then(|| closeness::words(one, other, (self.one, self.other)))
                    .filter(|close| close.apart < FARTHEST);
                if let Some(close) = close
                    && count < MOST
                {
                    found[count] = (close, at, to);
                    count += 1;
                }
            }
        }
        let found = &mut found[..count];
        found.sort_unstable_by(|one, other| one.0.apart.total_cmp(&other.0.apart));
        for &(close, at, to) in found.iter() {
            if self.left_one & 1 << at != 0 && self.left_other & 1 << to != 0 {
                self.add(Span::one(at), Span::one(to), close);
            }
        }
    }

    /// Words that are left and say what is said already: the same word twice, or a small word of the other side.
    fn drop_said(&mut self) {
        let (left_one, left_other) = (self.left_one, self.left_other);
        self.left_one &= !said(left_one, self.one, self.other, self.pairs(), |pair| pair.one);
        self.left_other &= !said(left_other, self.other, self.one, self.pairs(), |pair| pair.other);
    }
}

fn same(one: Word<'_>, other: Word<'_>) -> Option<Close> {
    let (first, second) = (one.token, other.token);
    if first.role == Role::Number || second.role == Role::Number {
        let same = first.role == second.role && first.meaning == second.meaning;
        return same.then_some(Close {
            apart: 0.0,
            how: if one.letters == other.letters { How::Same } else { How::Meaning },
        });
    }
    if first.role == Role::Initial || second.role == Role::Initial {
        return (first.role == second.role && one.letters == other.letters)
            .then_some(Close { apart: 0.0, how: How::Same });
    }
    if one.letters == other.letters {
        return Some(Close { apart: 0.0, how: How::Same });
    }
    if first.role == Role::OrgWord && first.role == second.role && first.meaning == second.meaning {
        return Some(Close { apart: 0.0, how: How::Meaning });
    }
    (first.mask == second.mask && one.sound == other.sound)
        .then_some(Close { apart: 0.02, how: How::Spelling })
}

/// Numbers are the same or not; known words of organisations that mean something else are not close, however they are spelled.
fn can_be_close(one: &Token, other: &Token) -> bool {
    let is_number = |token: &Token| token.role == Role::Number;
    let are_concepts = one.role == Role::OrgWord && other.role == Role::OrgWord;
    let patronymics = (one.role == Role::Patronymic) as u8 + (other.role == Role::Patronymic) as u8;
    let is_initial = |token: &Token| token.role == Role::Initial;
    !is_number(one)
        && !is_number(other)
        && !are_concepts
        && (patronymics != 1
            || is_initial(one)
            || is_initial(other)
            || one.mask == other.mask
            || (one.mask ^ other.mask).count_ones() < 3)
        && (is_initial(one) || is_initial(other) || (one.mask ^ other.mask).count_ones() <= 9)
}

/// The words of a name, next to each other, that a word is written together of, and how close. Particles may stand among them.
fn joined(word: Word<'_>, read: Read<'_>, left: u32) -> Option<(Span, Close)> {
    const MOST: usize = 96;
    if word.letters.len() < 5 || word.token.role == Role::Number {
        return None;
    }
    let tokens = read.tokens();
    let fits = |at: usize| {
        left & 1 << at != 0 && tokens[at].role != Role::Number
            || matches!(tokens[at].role, Role::Particle | Role::LegalForm)
    };
    let mut best: Option<(Span, Close)> = None;
    for start in 0..tokens.len().saturating_sub(1) {
        if !fits(start) || !starts_alike(word.sound, read.sound(&tokens[start])) {
            continue;
        }
        let mut sound = [0_u8; MOST];
        let mut filled = 0;
        for end in start..tokens.len().min(start + 4) {
            let next = read.sound(&tokens[end]);
            if !fits(end) || filled + next.len() > word.sound.len() + 3 || filled + next.len() > MOST {
                break;
            }
            sound[filled..filled + next.len()].copy_from_slice(next);
            filled += next.len();
            let has_name = (start..=end).any(|at| left & 1 << at != 0);
            if end == start || !has_name || filled + 2 < word.sound.len() {
                continue;
            }
            let close =
                apart_by_letters(word.sound, &sound[..filled], closeness::vowels(word.token, &tokens[start]));
            if close.apart < JOINED && best.is_none_or(|(_, known)| close.apart < known.apart) {
                let span = Span { start: start as u8, count: (end + 1 - start) as u8 };
                best = Some((span, Close { apart: close.apart, how: How::Joined }));
            }
        }
    }
    best
}

/// How far what is joined may be from the word: less than other words, since many can be joined.
const JOINED: f32 = 0.22;

/// A slip may stand in the first letter, but not in the first two.
fn starts_alike(one: &[u8], other: &[u8]) -> bool {
    one.first() == other.first() || one.get(1) == other.first() || one.first() == other.get(1)
}

fn said(left: u32, of: Read<'_>, other: Read<'_>, pairs: &[Pair], side: impl Fn(&Pair) -> Span) -> u32 {
    let is_said = |at: usize| {
        let word = Word::of(of, &of.tokens()[at]);
        let is_small_there = other
            .tokens()
            .iter()
            .any(|token| token.role == Role::Particle && other.letters(token).as_bytes() == word.letters);
        let is_twice = word.token.role != Role::Number
            && pairs.iter().flat_map(|pair| side(pair).places()).any(|known| {
                let known = Word::of(of, &of.tokens()[known]);
                known.sound == word.sound || (word.sound.len() > 3 && known.sound.ends_with(word.sound))
            });
        is_small_there || is_twice
    };
    bits(left).filter(|at| is_said(*at)).fold(0, |bits, at| bits | 1 << at)
}
