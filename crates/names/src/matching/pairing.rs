//! Which word of one name stands for which of the other.

use crate::reading::{Read, Role, Token, WORDS};

use super::How;
use super::account::Span;
use super::closeness::{self, Close, Word};
use super::joined::joined;

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
pub(super) const FARTHEST: f32 = 0.72;

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
            if !one.as_person() || !other.as_person() {
                pairing.pair_acronym();
            }
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

    /// A word that is the first letters, or the beginnings, of words of the other side.
    fn pair_acronym(&mut self) {
        let close = Close { apart: ACRONYM, how: How::Acronym };
        for at in bits(self.left_one) {
            let letters = self.one.letter_bytes(&self.one.tokens()[at]);
            if let Some(span) = spelled_out(letters, self.other, self.left_other)
                .or_else(|| begun(letters, self.other, self.left_other))
            {
                self.add(Span::one(at), span, close);
            }
        }
        for at in bits(self.left_other) {
            let letters = self.other.letter_bytes(&self.other.tokens()[at]);
            if let Some(span) = spelled_out(letters, self.one, self.left_one)
                .or_else(|| begun(letters, self.one, self.left_one))
            {
                self.add(span, Span::one(at), close);
            }
        }
    }

    /// The closest two words that are left, again and again.
    fn pair_close(&mut self) {
        const MOST: usize = 48;
        let mut found = [(Close { apart: 1.0, how: How::Differs }, 0_u8, 0_u8); MOST];
        let mut count = 0;
        let are_bodies = !self.one.as_person() || !self.other.as_person();
        for at in bits(self.left_one) {
            let one = Self::word(self.one, at);
            for to in bits(self.left_other) {
                let other = Self::word(self.other, to);
                if count == MOST || !can_be_close(one.token, other.token) {
                    continue;
                }
                let mut close = closeness::words(one, other, (self.one, self.other));
                if are_bodies && is_initialism(one) != is_initialism(other)
                    || are_bodies && is_initialism(one) && one.letters.len() != other.letters.len()
                {
                    close.apart *= 2.0;
                }
                if close.apart < FARTHEST {
                    found[count] = (close, at as u8, to as u8);
                    count += 1;
                }
            }
        }
        let found = &mut found[..count];
        found.sort_unstable_by(|one, other| one.0.apart.total_cmp(&other.0.apart));
        for &(close, at, to) in found.iter() {
            if self.left_one & 1 << at != 0 && self.left_other & 1 << to != 0 {
                self.add(Span::one(at.into()), Span::one(to.into()), close);
            }
        }
    }

    /// Words that are left and say what is said already: the same word twice, or a small word of the other side.
    fn drop_said(&mut self) {
        let (left_one, left_other) = (self.left_one, self.left_other);
        self.left_one &= !small(left_one, self.one, self.other);
        self.left_other &= !small(left_other, self.other, self.one);
        // Where both sides have a word left, each stands where the other has another.
        if self.left_other == 0 {
            self.left_one &= !repeated(self.left_one, self.one, self.pairs(), |pair| pair.one);
        } else if self.left_one == 0 {
            self.left_other &= !repeated(self.left_other, self.other, self.pairs(), |pair| pair.other);
        }
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
    let is_other_syllable = || closeness::one_syllable(one, other) == Some(false);
    (first.mask == second.mask && one.sound == other.sound && !is_other_syllable())
        .then_some(closeness::SPELLING)
}

/// Numbers are the same or not; known words of organisations that mean something else are not close, however they are spelled.
fn can_be_close(one: &Token, other: &Token) -> bool {
    let is_number = |token: &Token| token.role == Role::Number;
    let are_concepts = one.role == Role::OrgWord && other.role == Role::OrgWord;
    let is_initial = |token: &Token| token.role == Role::Initial;
    if is_number(one) || is_number(other) || are_concepts {
        return false;
    }
    if is_initial(one) || is_initial(other) {
        return true;
    }
    // Ivanovich is not nearly Ivanov.
    let is_father = |token: &Token| token.role == Role::Patronymic;
    // Pancho shares few letters with Francisco.
    is_father(one) == is_father(other)
        && ((one.mask ^ other.mask).count_ones() <= 7 || closeness::kinship(one, other).is_some())
}

/// Words that are small words on the other side.
fn small(left: u32, of: Read<'_>, other: Read<'_>) -> u32 {
    let is_small = |at: &usize| {
        let letters = of.letter_bytes(&of.tokens()[*at]);
        other
            .tokens()
            .iter()
            .any(|token| token.role == Role::Particle && other.letter_bytes(token) == letters)
    };
    bits(left).filter(is_small).fold(0, |bits, at| bits | 1 << at)
}

/// Words that stand in a pair already.
fn repeated(left: u32, of: Read<'_>, pairs: &[Pair], side: impl Fn(&Pair) -> Span) -> u32 {
    let is_repeated = |at: &usize| {
        let word = Word::of(of, &of.tokens()[*at]);
        word.token.role != Role::Number
            && pairs.iter().flat_map(|pair| side(pair).places()).any(|known| {
                let known = Word::of(of, &of.tokens()[known]);
                known.sound == word.sound || (word.sound.len() > 3 && known.sound.ends_with(word.sound))
            })
    };
    bits(left).filter(is_repeated).fold(0, |bits, at| bits | 1 << at)
}

/// A short word of a body's name: one letter more is another (ABC, NABC).
fn is_initialism(word: Word<'_>) -> bool {
    word.letters.len() <= 4
}

/// What an acronym leaves open.
const ACRONYM: f32 = 0.25;

/// The words, three or more, whose first letters are these; small words may be left out.
fn spelled_out(letters: &[u8], read: Read<'_>, left: u32) -> Option<Span> {
    if !(3..=8).contains(&letters.len()) {
        return None;
    }
    let tokens = read.tokens();
    (0..tokens.len()).find_map(|start| {
        let mut rest = letters.iter().copied().peekable();
        for (at, token) in tokens.iter().enumerate().skip(start) {
            let first = read.letter_bytes(token).first().copied();
            let is_left = left & 1 << at != 0;
            let may_count = is_left || matches!(token.role, Role::Particle | Role::LegalForm);
            if first.is_some() && first == rest.peek().copied() && may_count {
                rest.next();
            } else if token.role != Role::Particle || at == start {
                return None;
            }
            if rest.peek().is_none() {
                return Some(Span { start: start as u8, count: (at + 1 - start) as u8 });
            }
        }
        None
    })
}

/// Letters of the shortest beginning of a word in such an abbreviation.
const BEGINNING: usize = 3;

/// The words, two or more next to each other, that a word is made of the beginnings of: Minpromtorg is the Ministerstvo promyshlennosti i
/// torgovli. The last may stand whole (Minoborony).
fn begun(letters: &[u8], read: Read<'_>, left: u32) -> Option<Span> {
    if letters.len() < 2 * BEGINNING {
        return None;
    }
    let tokens = read.tokens();
    bits(left).find_map(|start| {
        let mut rest = letters;
        for (at, token) in tokens.iter().enumerate().skip(start) {
            let word = read.letter_bytes(token);
            let common = word.iter().zip(rest).take_while(|(one, other)| one == other).count();
            if left & 1 << at != 0 && common >= BEGINNING && (common < word.len() || at > start) {
                rest = &rest[common..];
            } else if token.role != Role::Particle {
                return None;
            }
            if rest.is_empty() {
                return (at > start).then_some(Span { start: start as u8, count: (at + 1 - start) as u8 });
            }
        }
        None
    })
}
