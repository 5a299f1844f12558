//! How close two words are.

use crate::reading::{Read, Role, Token, flags};
use crate::scripts::script_of;

use super::How;
use super::costs::{LONGEST, Vowels, distance};

/// How far two words are from one another, and in which way.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Close {
    /// From 0 (the same) to 1 (another word).
    pub apart: f32,
    pub how: How,
}

const fn close(apart: f32, how: How) -> Close {
    Close { apart, how }
}

const ANOTHER: Close = close(1.0, How::Differs);

/// Another spelling of the same sound: hardly a difference.
const SPELLING: Close = close(0.02, How::Spelling);
/// Papers of one person use forms of a name for one another (Aleksandr, Oleksandr).
const FORM: Close = close(0.06, How::Form);
/// A nickname, or one name in two languages: one person more often than not.
const NICKNAME: Close = close(0.2, How::Nickname);
const COGNATE: Close = close(0.25, How::Cognate);
/// Ivanov and Ivanova.
const GENDER: Close = close(0.04, How::GenderForm);
/// Murom and Muromskiy.
const ADJECTIVE: Close = close(0.1, How::Form);
/// An initial says one letter in 20 or so: it leaves much open.
const INITIAL: Close = close(0.25, How::Initial);
const BACKWARDS: Close = close(0.25, How::Backwards);
/// `Abdul Hanif`, `Hanif`: the servant's word is left out often.
const SERVED: Close = close(0.2, How::Missing);

/// A word to be compared.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word<'a> {
    pub token: &'a Token,
    pub letters: &'a [u8],
    pub sound: &'a [u8],
}

impl<'a> Word<'a> {
    pub fn of(read: Read<'a>, token: &'a Token) -> Self {
        Self { token, letters: read.letters(token).as_bytes(), sound: read.sound(token) }
    }
}

/// How close two words of names are.
pub(super) fn words(one: Word<'_>, other: Word<'_>, reads: (Read<'_>, Read<'_>)) -> Close {
    if one.letters == other.letters {
        return if one.letters.is_empty() { ANOTHER } else { close(0.0, How::Same) };
    }
    if one.token.role == Role::Initial || other.token.role == Role::Initial {
        let same = one.letters.first() == other.letters.first() || one.sound.first() == other.sound.first();
        return if same { INITIAL } else { ANOTHER };
    }
    if one.sound == other.sound {
        return SPELLING;
    }
    if are_syllables(one, other, reads) {
        return ANOTHER;
    }
    let known = kinship(one.token, other.token).unwrap_or(ANOTHER);
    if known.apart <= FORM.apart {
        return known;
    }
    let formed = formed(one, other);
    let apart = if formed.apart < known.apart { formed } else { known };
    let spelled = spelled(one, other);
    if spelled.apart < apart.apart { spelled } else { apart }
}

/// Whether both are written in one script in which another character is another name: close sounds are no closer then.
fn are_syllables(one: Word<'_>, other: Word<'_>, (first, second): (Read<'_>, Read<'_>)) -> bool {
    if one.token.flags & other.token.flags & flags::SYLLABLES == 0 {
        return false;
    }
    let script = |read: Read<'_>, word: Word<'_>| read.written(word.token).chars().next().map(script_of);
    script(first, one) == script(second, other)
}

/// Two forms of one given name. Each number holds the name, and in its two low bits how the word is a form of it.
fn kinship(one: &Token, other: &Token) -> Option<Close> {
    if one.flags & other.flags & flags::GIVEN == 0 {
        return None;
    }
    let known = |given: &[u16; 2]| given.map(|name| Some(name).filter(|name| *name != 0));
    let weakest = known(&one.given)
        .into_iter()
        .flatten()
        .flat_map(|one| known(&other.given).into_iter().flatten().map(move |other| (one, other)))
        .filter(|(one, other)| one >> 2 == other >> 2)
        .map(|(one, other)| (one & 3).max(other & 3))
        .min()?;
    Some(match weakest {
        1 => FORM,
        2 => NICKNAME,
        _ => COGNATE,
    })
}

/// One word made of the other by an ending or a beginning.
fn formed(one: Word<'_>, other: Word<'_>) -> Close {
    let (short, long) = if one.sound.len() <= other.sound.len() { (one, other) } else { (other, one) };
    if short.sound.len() >= 3 && short.letters.len() == long.letters.len() {
        let backwards = short.letters.len() > 3 && short.letters.iter().eq(long.letters.iter().rev());
        if backwards {
            return BACKWARDS;
        }
    }
    if let Some(served) = long.letters.strip_prefix(b"abdul")
        && served.len() > 2
        && (served == short.letters || (served.len() > 3 && long.sound.ends_with(short.sound)))
    {
        return SERVED;
    }
    let both_given = one.token.flags & other.token.flags & flags::GIVEN != 0;
    if short.sound.len() < 3 || both_given {
        return ANOTHER;
    }
    const GENDERS: [(&[u8], &[u8]); 9] = [
        (b"ov", b"ova"),
        (b"ev", b"eva"),
        (b"in", b"ina"),
        (b"sk", b"ska"),
        (b"ski", b"skaia"),
        (b"ski", b"ska"),
        (b"i", b"aia"),
        (b"", b"ova"),
        (b"as", b"iene"),
    ];
    for (man, woman) in GENDERS {
        if let (Some(man), Some(woman)) = (short.sound.strip_suffix(man), long.sound.strip_suffix(woman))
            && man == woman
            && man.len() >= 2
        {
            return GENDER;
        }
    }
    const ADJECTIVES: [&[u8]; 6] = [b"ski", b"skii", b"skaia", b"skoe", b"ska", b"skie"];
    let is_adjective = short.sound.len() >= 4
        && long.sound.strip_prefix(short.sound).is_some_and(|ending| ADJECTIVES.contains(&ending));
    if is_adjective { ADJECTIVE } else { ANOTHER }
}

/// By letters.
fn spelled(one: Word<'_>, other: Word<'_>) -> Close {
    let vowels = vowels(one.token, other.token);
    apart_by_letters(one.sound, other.sound, vowels)
}

pub(super) fn vowels(one: &Token, other: &Token) -> Vowels {
    if (one.flags ^ other.flags) & flags::NO_VOWELS != 0 { Vowels::Guessed } else { Vowels::Written }
}

/// How far two sounds are from one another by what it costs to make one of the other. Words of six sounds are half another word
/// at two letters.
pub(super) fn apart_by_letters(one: &[u8], other: &[u8], vowels: Vowels) -> Close {
    let longest = one.len().max(other.len()).min(LONGEST);
    let shortest = one.len().min(other.len());
    let most = 160 + 40 * longest as u16;
    if shortest == 0 || (longest - shortest) * 60 > usize::from(most) && vowels == Vowels::Written {
        return ANOTHER;
    }
    let cost = distance(one, other, vowels, most);
    if cost >= most {
        return ANOTHER;
    }
    let apart = (f32::from(cost) / f32::from(most)).powf(1.2);
    close(apart.max(SPELLING.apart), How::Letters)
}
