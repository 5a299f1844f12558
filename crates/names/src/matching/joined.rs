//! Words that one name writes together and the other apart.

use crate::reading::{Read, Role, Token, flags};
use crate::scripts::are_one_syllable;

use super::How;
use super::account::Span;
use super::closeness::{self, Close, Word};

/// The words of a name, next to each other, that a word is written together of, and how close. Particles may stand among them.
pub(super) fn joined(word: Word<'_>, read: Read<'_>, left: u32) -> Option<(Span, Close)> {
    const MOST: usize = 96;
    if word.letters.len() < 5 || word.token.role == Role::Number {
        return None;
    }
    let tokens = read.tokens();
    let fits = |at: usize| {
        left & 1 << at != 0 && !matches!(tokens[at].role, Role::Number | Role::Initial)
            || matches!(tokens[at].role, Role::Particle | Role::LegalForm)
    };
    let mut best: Option<(Span, Close)> = None;
    for start in 0..tokens.len().saturating_sub(1) {
        let are_syllables = word.token.is_of_syllables() && tokens[start].is_of_syllables();
        if !fits(start) || !are_syllables && !starts_alike(word.sound, read.sound(&tokens[start])) {
            continue;
        }
        let mut sound = [0_u8; MOST];
        let mut filled = 0;
        for end in start..tokens.len().min(start + 4) {
            let next = read.sound(&tokens[end]);
            // Doubled sounds are one: ud-din, uddin.
            let is_doubled = filled > 0 && next.first() == Some(&sound[filled - 1]);
            let next = &next[usize::from(is_doubled)..];
            let room = if are_syllables { MOST } else { word.sound.len() + 3 };
            if !fits(end) || filled + next.len() > room.min(MOST) {
                break;
            }
            sound[filled..filled + next.len()].copy_from_slice(next);
            filled += next.len();
            // A small word begins what is joined, and never ends it.
            let ends = tokens[end].role != Role::Particle;
            let has_name = (start..=end).any(|at| left & 1 << at != 0);
            if end == start || !ends || !has_name || filled + 2 < word.sound.len() {
                continue;
            }
            let parts = (&tokens[start..=end], &sound[..filled]);
            let Some(apart) = apart_from_joined(word, read, parts) else { continue };
            if best.is_none_or(|(_, known)| apart < known.apart) {
                let span = Span { start: start as u8, count: (end + 1 - start) as u8 };
                best = Some((span, Close { apart, how: How::Joined }));
            }
        }
    }
    best
}

/// How far what is joined may be from a long word: by one slip of the hand. Less than other words, since many can be joined; ...
const JOINED: f32 = 0.15;
/// ... from a short one, by one vowel: Abu Bakr, Aboubakar.
const SPELLED_TOGETHER: f32 = 0.10;
/// Sounds of a long word.
const LONG: usize = 9;

/// How far a word is from others written together, given with their sound; `None` where it is not made of them.
fn apart_from_joined(word: Word<'_>, read: Read<'_>, (parts, sound): (&[Token], &[u8])) -> Option<f32> {
    let flags = parts.iter().fold(word.token.flags, |flags, part| flags | part.flags);
    if flags & flags::NAME_SYLLABLES == 0 {
        let may_be_apart = if sound.len().max(word.sound.len()) < LONG { SPELLED_TOGETHER } else { JOINED };
        let apart = closeness::heard_closer((word.token, word.sound), (&parts[0], sound), may_be_apart);
        if apart.is_some() {
            return apart;
        }
    }
    // Chin-ping, Jinping.
    let mut letters = [0_u8; 64];
    let mut filled = 0;
    for part in parts {
        let part = read.letter_bytes(part);
        letters.get_mut(filled..filled + part.len())?.copy_from_slice(part);
        filled += part.len();
    }
    are_one_syllable(word.letters, &letters[..filled]).then_some(closeness::SPELLING.apart)
}

/// A slip may stand in the first letter, but not in the first two.
fn starts_alike(one: &[u8], other: &[u8]) -> bool {
    one.first() == other.first() || one.get(1) == other.first() || one.first() == other.get(1)
}
