//! How close two words are.

use crate::reading::{Read, Role, Token, flags};
use crate::scripts::{are_north_and_south, are_one_in_kana, are_one_syllable, script_of};

use super::How;
use super::costs::{ANOTHER_LETTER, By, LONGEST, distance};
use super::endings::are_of_other_kinds;
use super::pairing::FARTHEST;

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
pub(super) const SPELLING: Close = close(0.02, How::Spelling);
/// Papers of one person use forms of a name for one another (Aleksandr, Oleksandr).
const FORM: Close = close(0.06, How::Form);
/// A nickname, or one name in two languages: one person more often than not.
const NICKNAME: Close = close(0.2, How::Nickname);
const COGNATE: Close = close(0.25, How::Cognate);
/// Ivanov and Ivanova.
const GENDER: Close = close(0.04, How::GenderForm);
/// Ahmad and Ahmadi: a family called after somebody.
const FAMILY_OF: Close = close(0.35, How::Letters);
/// Murom and Muromskiy.
const ADJECTIVE: Close = close(0.1, How::Form);
/// An initial says one letter in 20 or so: it leaves much open.
const INITIAL: Close = close(0.25, How::Initial);
/// The same letters in another order, as those write who hide a name.
const SCRAMBLED: Close = close(0.25, How::Scrambled);
/// `Abdul Hanif`, `Hanif`: the servant's word is left out often.
const SERVED: Close = close(0.2, How::Served);

/// A word to be compared.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word<'a> {
    pub token: &'a Token,
    pub letters: &'a [u8],
    pub sound: &'a [u8],
}

impl<'a> Word<'a> {
    pub fn of(read: Read<'a>, token: &'a Token) -> Self {
        Self { token, letters: read.letter_bytes(token), sound: read.sound(token) }
    }
}

/// How close two words of names are.
pub(super) fn words(one: Word<'_>, other: Word<'_>, reads: (Read<'_>, Read<'_>)) -> Close {
    if one.letters == other.letters {
        return if one.letters.is_empty() { ANOTHER } else { close(0.0, How::Same) };
    }
    if one.token.role == Role::Initial || other.token.role == Role::Initial {
        let begins = |one: &[u8], other: &[u8]| one.starts_with(other) || other.starts_with(one);
        let same = begins(one.letters, other.letters) || begins(one.sound, other.sound);
        return if same { INITIAL } else { ANOTHER };
    }
    if are_syllables(one, other, reads) {
        return if one.sound == other.sound { SPELLING } else { ANOTHER };
    }
    if let Some(are_one) = one_syllable(one, other) {
        return if are_one { SPELLING } else { ANOTHER };
    }
    let are_one_to_a_system = || {
        one.token.is_of_syllables()
            && other.token.is_of_syllables()
            && (are_one_syllable(one.letters, other.letters)
                || are_north_and_south(one.letters, other.letters))
            || are_one_in_kana(one.letters, other.letters)
    };
    if one.sound == other.sound || are_one_to_a_system() {
        return SPELLING;
    }
    let are_given = one.token.flags & other.token.flags & flags::GIVEN != 0;
    let kin = kinship(one.token, other.token);
    // Both are known, and neither is a form of the other.
    let are_other_given = are_given && kin.is_none();
    let known = kin.unwrap_or(ANOTHER);
    if known.apart <= FORM.apart {
        return known;
    }
    if is_family_of(one, other) || is_family_of(other, one) {
        return FAMILY_OF;
    }
    let are_people = reads.0.as_person() && reads.1.as_person();
    let formed = if !are_people && is_adjective(one, other) { ADJECTIVE } else { formed(one, other) };
    let apart = if formed.apart < known.apart { formed } else { known };
    let mut spelled = match both_served(one, other) {
        Some((one, other)) => spelled(one, other),
        None => spelled(one, other),
    };
    let are_other_families =
        || are_people && are_of_other_kinds(one.letters, other.letters) && !are_romanised(one, other, reads);
    if spelled.apart < FARTHEST && (are_other_given || are_other_families()) {
        // Yasser is a name and Nasser is another: a slip of the hand seldom makes a name.
        spelled.apart = (spelled.apart * OTHER_GIVEN).clamp(ANOTHER_NAME, 1.0);
    }
    let found = if spelled.apart < apart.apart { spelled } else { apart };
    match found.how {
        How::Letters if are_romanised(one, other, reads) => {
            Close { apart: (found.apart * ROMANISED).min(1.0), ..found }
        }
        // Igorevich is not Ivanovich.
        How::Letters if found.apart > SLIP && are_other_given && are_fathers(one.token, other.token) => {
            ANOTHER
        }
        _ => found,
    }
}

/// How much farther two known given names are from one another than their letters are, where neither is a form of the other ...
const OTHER_GIVEN: f32 = 1.5;

/// Two names that are each somebody's are at least this far apart: `Rakesh Kumar` is not `Rajesh Kumar`, whatever else agrees (1 − 0.36).
const ANOTHER_NAME: f32 = 0.5;

/// A slip of the hand explains no letter that differs between two scripts, and the tables of alphabets know what romanisation explains; of
/// scripts of syllables and consonants little is known from letters.
const ROMANISED: f32 = 1.7;

/// Farther apart than one letter of a long word: two names of fathers that are both known are two fathers then.
const SLIP: f32 = 0.15;

fn are_fathers(one: &Token, other: &Token) -> bool {
    one.role == Role::Patronymic && other.role == Role::Patronymic
}

/// Whether one word is romanised from a script of syllables, words or consonants, and the other written in another script.
fn are_romanised(one: Word<'_>, other: Word<'_>, (first, second): (Read<'_>, Read<'_>)) -> bool {
    use crate::scripts::Script::{Armenian, Cyrillic, Georgian, Greek, Latin};
    if (one.token.flags | other.token.flags) & flags::OTHER_SCRIPT == 0 {
        return false;
    }
    let script = |read: Read<'_>, word: Word<'_>| read.written(word.token).chars().next().map(script_of);
    let (a, b) = (script(first, one), script(second, other));
    let is_alphabet = |script| matches!(script, Some(Latin | Cyrillic | Greek | Georgian | Armenian) | None);
    a != b && !(is_alphabet(a) && is_alphabet(b))
}

/// Whether a name of Han or Hangul and another word are one to the systems that romanise it; `None` where neither is such a name.
pub(super) fn one_syllable(one: Word<'_>, other: Word<'_>) -> Option<bool> {
    if !one.token.is_of_signs() && !other.token.is_of_signs() {
        return None;
    }
    Some(are_one_syllable(one.letters, other.letters))
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
pub(super) fn kinship(one: &Token, other: &Token) -> Option<Close> {
    if one.flags & other.flags & flags::GIVEN == 0 || one.is_of_signs() || other.is_of_signs() {
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

/// What two servants serve: Abd al-Hamid and Abd al-Majid are as far from one another as Hamid and Majid are.
fn both_served<'a>(one: Word<'a>, other: Word<'a>) -> Option<(Word<'a>, Word<'a>)> {
    const LEAST: usize = 4;
    let served = |word: Word<'a>| {
        let letters = word.letters.strip_prefix(b"abdul").filter(|letters| letters.len() >= LEAST)?;
        Some(Word { letters, sound: word.sound.strip_prefix(b"abdul")?, ..word })
    };
    served(one).zip(served(other))
}

/// One word made of the other by an ending or a beginning.
fn formed(one: Word<'_>, other: Word<'_>) -> Close {
    let (short, long) = if one.sound.len() <= other.sound.len() { (one, other) } else { (other, one) };
    if are_scrambled(one, other) {
        return SCRAMBLED;
    }
    if let Some(served) = long.letters.strip_prefix(b"abdul")
        && served.len() > 2
        && (served == short.letters || (served.len() > 3 && long.sound.ends_with(short.sound)))
    {
        return SERVED;
    }
    let both_given = one.token.flags & other.token.flags & flags::GIVEN != 0;
    // All that follows are endings behind one beginning.
    if short.sound.len() < 3 || both_given || short.sound[..2] != long.sound[..2] {
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
    ANOTHER
}

/// Murom, Muromskiy: of one place, but of two families.
fn is_adjective(one: Word<'_>, other: Word<'_>) -> bool {
    const ADJECTIVES: [&[u8]; 6] = [b"ski", b"skii", b"skaia", b"skoe", b"ska", b"skie"];
    let (short, long) = if one.sound.len() <= other.sound.len() { (one, other) } else { (other, one) };
    short.sound.len() >= 4
        && long.sound.strip_prefix(short.sound).is_some_and(|ending| ADJECTIVES.contains(&ending))
}

/// Whether the one is a family name made of the given name that the other is.
fn is_family_of(family: Word<'_>, given: Word<'_>) -> bool {
    const LEAST: usize = 4;
    if given.token.flags & flags::GIVEN == 0
        || family.token.flags & flags::GIVEN != 0
        || given.sound.ends_with(b"i")
    {
        return false;
    }
    let stem = family.sound.strip_suffix(b"i").filter(|stem| stem.len() >= LEAST);
    stem.is_some_and(|stem| heard_closer((family.token, stem), (given.token, given.sound), 0.1).is_some())
}

fn are_scrambled(one: Word<'_>, other: Word<'_>) -> bool {
    const LEAST: usize = 5;
    if one.token.mask != other.token.mask
        || one.letters.len() != other.letters.len()
        || one.letters.len() < LEAST
    {
        return false;
    }
    let mut counts = [0_i8; 256];
    one.letters.iter().for_each(|letter| counts[usize::from(*letter)] += 1);
    other.letters.iter().for_each(|letter| counts[usize::from(*letter)] -= 1);
    counts.iter().all(|count| *count == 0)
}

/// By sounds and, where both were written in letters that can be compared, by those: a slip of the hand leaves other letters, a
/// romanisation other letters of close sound. What comes to [`FARTHEST`] or more is another word, and is not looked at to the end.
fn spelled(one: Word<'_>, other: Word<'_>) -> Close {
    let (first, second) = ((one.token, one.sound), (other.token, other.sound));
    if (one.token.flags ^ other.token.flags) & flags::OTHER_SCRIPT != 0 {
        return heard(first, second);
    }
    let least = least_by_letters(one.letters, other.letters);
    let by_sound =
        heard_within(first, second, cost_of((FARTHEST - (1.0 - SOUND_COUNTS) * least) / SOUND_COUNTS));
    if by_sound.apart >= 1.0 {
        return ANOTHER;
    }
    let left = (FARTHEST - SOUND_COUNTS * by_sound.apart) / (1.0 - SOUND_COUNTS);
    let by_letters = apart_within(one.letters, other.letters, By::Letters, cost_of(left));
    close(SOUND_COUNTS * by_sound.apart + (1.0 - SOUND_COUNTS) * by_letters.apart, How::Letters)
}

/// How much of the distance of two words is that of their sounds; the rest is that of their letters.
const SOUND_COUNTS: f32 = 0.6;

/// The least that two words can be apart by letters: one that only one of them has is put in, or in the place of one that only the other has.
fn least_by_letters(one: &[u8], other: &[u8]) -> f32 {
    let mask = |letters: &[u8]| letters.iter().fold(0_u32, |mask, letter| mask | 1 << (letter & 31));
    let (one_has, other_has) = (mask(one), mask(other));
    let missing = (one_has & !other_has).count_ones().max((other_has & !one_has).count_ones());
    match missing {
        0 | 1 => 0.0,
        _ => apart(missing as u16 * ANOTHER_LETTER, most(one, other)).min(1.0),
    }
}

/// How far two words are from one another by their sounds, if it is less than this; each word with the sound that stands for it.
pub(super) fn heard_closer(one: (&Token, &[u8]), other: (&Token, &[u8]), than: f32) -> Option<f32> {
    let found = heard_within(one, other, cost_of(than)).apart;
    (found < than).then_some(found)
}

/// How far the sounds of two words are from one another.
fn heard(one: (&Token, &[u8]), other: (&Token, &[u8])) -> Close {
    heard_within(one, other, 1.0)
}

fn heard_within(
    (one, sound): (&Token, &[u8]),
    (other, other_sound): (&Token, &[u8]),
    farthest: f32,
) -> Close {
    match (one.flags & flags::NO_VOWELS != 0, other.flags & flags::NO_VOWELS != 0) {
        (true, false) => apart_within(sound, other_sound, By::Consonants, farthest),
        (false, true) => apart_within(other_sound, sound, By::Consonants, farthest),
        _ => apart_within(sound, other_sound, By::Sounds, farthest),
    }
}

/// How far two words are from one another by what it costs to make one of the other; another word from this part of the most that it can
/// cost.
fn apart_within(one: &[u8], other: &[u8], by: By, farthest: f32) -> Close {
    let (longest, shortest) = (one.len().max(other.len()).min(LONGEST), one.len().min(other.len()));
    let most = most(one, other);
    if shortest == 0 || (longest.saturating_sub(shortest)) * 60 > usize::from(most) && by != By::Consonants {
        return ANOTHER;
    }
    let enough = (f32::from(most) * farthest).ceil() as u16;
    let cost = distance(one, other, by, enough);
    if cost >= enough {
        return ANOTHER;
    }
    close(apart(cost, most).max(SPELLING.apart), How::Letters)
}

/// The cost of another word: in words of seven letters and more two letters are 0.4 apart, three 0.6. People judge by letters, not by their
/// part of a long word.
fn most(one: &[u8], other: &[u8]) -> u16 {
    160 + 40 * one.len().max(other.len()).min(7) as u16
}

fn apart(cost: u16, most: u16) -> f32 {
    (f32::from(cost) / f32::from(most)).powf(BENT)
}

/// The part of the most that what is so far apart costs, at most 1.
fn cost_of(apart: f32) -> f32 {
    if apart < 1.0 { apart.max(0.0).powf(1.0 / BENT) } else { 1.0 }
}

/// One letter is less than half of two.
const BENT: f32 = 1.2;

#[cfg(test)]
mod tests {
    use super::*;

    /// Whatever the letters, nothing that is closer than the farthest is cut short.
    #[test]
    fn what_is_cut_short_is_too_far() {
        for (one, other) in [
            ("hasan", "husayn"),
            ("karim", "kamil"),
            ("aleksandr", "oleksandra"),
            ("abbas", "baab"),
            ("ivan", "iwanow"),
        ] {
            let (one, other) = (one.as_bytes(), other.as_bytes());
            let whole = apart_within(one, other, By::Letters, 1.0).apart;
            assert!(least_by_letters(one, other) <= whole);
            for farthest in (1..10).map(|tenths| tenths as f32 / 10.0) {
                let found = apart_within(one, other, By::Letters, cost_of(farthest)).apart;
                assert_eq!(found, if whole < farthest { whole } else { 1.0 }, "{farthest}");
            }
        }
    }
}
