//! Whether two Latin forms are romanisations of one syllable, or of one name of two.
//!
//! Names of Han and Hangul are made of syllables that differ in one sound: Zhang is not Yang, Sang not Song. Letters that are nearly the
//! same say nothing there; only what the systems write differently is one (Pinyin and Wade-Giles, the Revised Romanization,
//! McCune-Reischauer, the north's, and how people spell their own names).

use super::sounds::begins;

/// Whether two words of small ASCII letters are one to every system of romanisation that lists use.
///
/// ```
/// use names::scripts::are_one_syllable;
///
/// assert!(are_one_syllable(b"jeong", b"chong"));
/// assert!(are_one_syllable(b"xiao", b"hsiao"));
/// assert!(!are_one_syllable(b"zhang", b"yang"));
/// ```
#[must_use]
pub fn are_one_syllable(one: &[u8], other: &[u8]) -> bool {
    sounds(one).eq(sounds(other))
}

/// Whether one of two words of small ASCII letters is how the south of Korea writes what the north does: Ri and Yi, Ryu and Yoo, Ro and No.
/// Hangul says which of them it is; Latin letters do not.
pub(crate) fn are_north_and_south(one: &[u8], other: &[u8]) -> bool {
    is_softened(one, other) || is_softened(other, one)
}

/// Whether one is how the south says what the north writes with `r`: Ri and Yi, Ryu and Yu, Ro and No. Chinese Li and Yi are two.
fn is_softened(north: &[u8], south: &[u8]) -> bool {
    match north {
        [b'r', b'i', ..] => sounds(&north[1..]).eq(sounds(south.strip_prefix(b"y").unwrap_or(south))),
        [b'r', b'y', ..] => sounds(&north[1..]).eq(sounds(south)),
        [b'r', rest @ ..] => south.strip_prefix(b"n").is_some_and(|south| sounds(rest).eq(sounds(south))),
        _ => false,
    }
}

/// Whether a word of small ASCII letters has one run of vowels.
#[must_use]
pub(crate) fn is_one_syllable(word: &[u8]) -> bool {
    let is_voiced = |letter: &u8| is_vowel(*letter) || *letter == b'y';
    let runs = word.chunk_by(|one, other| is_voiced(one) == is_voiced(other));
    runs.filter(|run| is_voiced(&run[0])).count() == 1
}

/// Whether a word of small ASCII letters can be cut into one or two syllables of Chinese, Korean or Vietnamese, in any romanisation: a name
/// of those languages, as much else is that must be told by its family name.
///
/// ```
/// use names::scripts::is_of_syllables;
///
/// assert!(is_of_syllables(b"zhiqiang") && is_of_syllables(b"yong") && is_of_syllables(b"phuong"));
/// assert!(!is_of_syllables(b"robert") && !is_of_syllables(b"zhiqiagn"));
/// ```
#[must_use]
pub fn is_of_syllables(word: &[u8]) -> bool {
    is_cut(word, 2)
}

/// What syllables begin with, besides nothing, and what they end in, besides a vowel.
const ONSETS: [&[u8]; 44] = [
    b"", b"b", b"c", b"d", b"f", b"g", b"h", b"j", b"k", b"l", b"m", b"n", b"p", b"q", b"r", b"s", b"t",
    b"v", b"w", b"x", b"z", b"ch", b"sh", b"zh", b"hs", b"ts", b"tz", b"sz", b"ss", b"kh", b"ph", b"th",
    b"ng", b"nh", b"gh", b"ngh", b"tr", b"kk", b"tt", b"pp", b"jj", b"kw", b"gw", b"hw",
];
const CODAS: [&[u8]; 12] = [b"", b"n", b"ng", b"m", b"k", b"p", b"t", b"l", b"c", b"ch", b"nh", b"h"];
/// Vowels in a row: `ieu`, `uyen`.
const VOWELS_IN_ROW: usize = 3;

fn is_cut(word: &[u8], syllables: usize) -> bool {
    let is_voiced = |letter: &u8| is_vowel(*letter) || *letter == b'y';
    ONSETS.iter().filter_map(|onset| word.strip_prefix(*onset)).any(|rest| {
        let voiced = rest.iter().take_while(|letter| is_voiced(letter)).count();
        (1..=voiced.min(VOWELS_IN_ROW)).any(|vowels| {
            CODAS
                .iter()
                .filter_map(|coda| rest[vowels..].strip_prefix(*coda))
                .any(|rest| rest.is_empty() || (syllables > 1 && is_cut(rest, syllables - 1)))
        })
    })
}

/// Initials and finals as written, and the sound that all systems mean by them; the first that fits holds.
const INITIALS: [(&[u8], u8); 26] = [
    (b"tch", b'C'),
    (b"ch", b'C'),
    (b"zh", b'C'),
    (b"jj", b'C'),
    (b"j", b'C'),
    (b"q", b'C'),
    (b"tz", b'T'),
    (b"ts", b'T'),
    (b"dz", b'T'),
    (b"z", b'T'),
    (b"c", b'T'),
    (b"hs", b'S'),
    (b"sh", b'S'),
    (b"x", b'S'),
    (b"ss", b's'),
    (b"kk", b'k'),
    (b"kh", b'k'),
    (b"g", b'k'),
    (b"tt", b't'),
    (b"th", b't'),
    (b"d", b't'),
    (b"pp", b'p'),
    (b"ph", b'p'),
    (b"b", b'p'),
    (b"rh", b'l'),
    (b"r", b'l'),
];

/// Vowels as written. `o` and `u` are one, since the north writes `o` where others write `eo` or `u`.
const VOWELS: [(&[u8], u8); 23] = [
    (b"ieh", b'i'),
    (b"eui", b'i'),
    (b"aeh", b'e'),
    (b"ae", b'e'),
    (b"ai", b'e'),
    (b"ay", b'e'),
    (b"ei", b'e'),
    (b"eo", b'u'),
    (b"eu", b'u'),
    (b"ee", b'i'),
    (b"ie", b'i'),
    (b"ih", b'i'),
    (b"ui", b'i'),
    (b"oo", b'u'),
    (b"ou", b'u'),
    (b"oh", b'u'),
    (b"uh", b'u'),
    (b"ah", b'a'),
    (b"aa", b'a'),
    (b"o", b'u'),
    (b"u", b'u'),
    (b"eh", b'e'),
    (b"y", b'i'),
];

fn sounds(word: &[u8]) -> impl Iterator<Item = u8> {
    let mut at = 0;
    std::iter::from_fn(move || {
        // Park is Pak, Hur is Heo: an r that closes a syllable is English spelling.
        let is_silent = |at: usize| {
            at > 0 && word.get(at) == Some(&b'r') && !word.get(at + 1).copied().is_some_and(is_vowel)
        };
        at += usize::from(is_silent(at));
        let rest = word.get(at..).filter(|rest| !rest.is_empty())?;
        let (taken, sound) = sound(rest, at.checked_sub(1).map(|at| word[at]));
        at += taken;
        Some(sound)
    })
}

/// How many letters are taken, and what they sound like.
fn sound(rest: &[u8], before: Option<u8>) -> (usize, u8) {
    let is_first = before.is_none();
    let (letter, next) = (rest[0], rest.get(1).copied());
    let before_vowel = next.is_some_and(is_vowel);
    match letter {
        b's' if next == Some(b'i') => return (1, b'S'),
        // Guo, kuo, kwo; liang, ryang: vowels that glide into the next are written either way.
        b'w' if begins(rest, b"woo") => return (3, b'u'),
        b'w' if begins(rest, b"wu") => return (2, b'u'),
        b'w' => return (1, b'W'),
        b'y' if before_vowel => return (1, b'y'),
        b'u' | b'o'
            if !is_first && matches!(next, Some(b'a' | b'e')) && !matches!(rest, [b'u', b'e', b'i', ..]) =>
        {
            return (1, b'W');
        }
        b'i' if !is_first && matches!(next, Some(b'a' | b'u' | b'o')) => return (1, b'y'),
        // Wade-Giles has ien where Pinyin has ian.
        b'i' if !is_first && begins(rest, b"ien") => return (1, b'y'),
        b'e' if before == Some(b'i') && next == Some(b'n') => return (1, b'a'),
        _ => {}
    }
    let table: &[(&[u8], u8)] = if is_vowel(letter) || letter == b'y' { &VOWELS } else { &INITIALS };
    let known = table.iter().find(|(written, _)| begins(rest, written));
    known.map_or((1, letter), |(written, sound)| (written.len(), *sound))
}

const fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn systems_write_one_syllable_in_several_ways() {
        for (one, other, same) in [
            ("jeong", "chong", true),
            ("jung", "jong", true),
            ("young", "yong", true),
            ("yeong", "yong", true),
            ("park", "pak", true),
            ("hyun", "hyon", true),
            ("hyeon", "hyon", true),
            ("hee", "hui", true),
            ("woo", "u", true),
            ("cheol", "chol", true),
            ("guk", "kuk", true),
            ("ryang", "liang", true),
            ("hwang", "huang", true),
            ("xiao", "hsiao", true),
            ("zhang", "chang", true),
            ("zhong", "chung", true),
            ("guo", "kuo", true),
            ("dong", "tung", true),
            ("zi", "tzu", false),
            ("jianping", "chienping", true),
            ("qin", "chien", false),
            ("lie", "lieh", true),
            ("zhang", "yang", false),
            ("yan", "jian", false),
            ("sang", "song", false),
            ("chol", "song", false),
            ("ling", "lin", false),
            ("min", "mjn", false),
            ("yong", "jong", false),
            ("chen", "cheng", false),
            ("li", "liu", false),
        ] {
            assert_eq!(are_one_syllable(one.as_bytes(), other.as_bytes()), same, "{one} {other}");
        }
    }

    #[test]
    fn the_south_softens_what_the_north_writes() {
        for (one, other, same) in [
            ("ri", "yi", true),
            ("i", "ri", true),
            ("ryu", "yoo", true),
            ("rim", "im", true),
            ("ro", "noh", true),
            ("li", "yi", false),
            ("rong", "yong", false),
        ] {
            assert_eq!(are_north_and_south(one.as_bytes(), other.as_bytes()), same, "{one} {other}");
        }
    }
}
