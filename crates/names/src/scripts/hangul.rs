//! Hangul in Latin letters, in the four ways that lists use: as people in the south write their names, as the north does, the
//! Revised Romanization of the south (2000), and McCune-Reischauer without its marks.

use super::forms::Forms;
use super::usual::usual;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Popular,
    North,
    Revised,
    McCune,
}

const WAYS: [Way; 4] = [Way::Popular, Way::North, Way::Revised, Way::McCune];

pub(super) fn latin(run: &str) -> Forms {
    let words: Vec<&str> = run.split(' ').collect();
    words.iter().fold(Forms::default(), |forms, word| {
        let read =
            usual(word).unwrap_or_else(|| Forms::of(WAYS.map(|way| spelled(word, way, words.len() == 1))));
        forms.then(&read, " ")
    })
}

/// A word: a family name and syllables of a given name apart, if it looks like a name; else together.
fn spelled(word: &str, way: Way, alone: bool) -> String {
    let syllables = word.chars().count();
    let family = FAMILIES.iter().find(|(family, _)| {
        let rest = word.strip_prefix(family).map(|rest| rest.chars().count());
        rest.is_some_and(|rest| rest == 0 || alone && (1..=2).contains(&rest))
    });
    let Some((family, spellings)) = family else {
        let between = if syllables <= 2 { " " } else { "" };
        return given(word, way, between);
    };
    let spelling = spellings[way as usize];
    let rest = &word[family.len()..];
    match way {
        _ if rest.is_empty() => spelling.to_owned(),
        Way::McCune => format!("{spelling} {}", assimilated(rest)),
        _ => format!("{spelling} {}", given(rest, way, " ")),
    }
}

fn given(word: &str, way: Way, between: &str) -> String {
    let mut out = String::with_capacity(word.len() * 2);
    let mut before = None;
    for letter in word.chars() {
        if !out.is_empty() {
            out.push_str(between);
        }
        match parts(letter) {
            Some(parts) => {
                let apart = before.is_none() || between == " ";
                syllable(parts, apart, way, &mut out);
                before = Some(parts);
            }
            None => out.push_str(any_ascii::any_ascii_char(letter)),
        }
    }
    out.to_lowercase()
}

/// A given name after McCune and Reischauer, as it is said: written together, and consonants that meet change (석민 is Songmin, 명록
/// Myongnok).
fn assimilated(word: &str) -> String {
    let syllables: Vec<_> = word.chars().filter_map(parts).collect();
    let mut out = String::with_capacity(word.len() * 2);
    let mut initial = syllables.first().map_or("", |&(initial, ..)| MCCUNE_INITIALS[initial]);
    for (at, &(_, vowel, last)) in syllables.iter().enumerate() {
        out.push_str(initial);
        out.push_str(NORTH_VOWELS[vowel]);
        let next = syllables.get(at + 1).map(|&(initial, ..)| MCCUNE_INITIALS[initial]);
        let (end, begin) = next.map_or((FINALS[last], ""), |next| met(FINALS[last], next));
        out.push_str(end);
        initial = begin;
    }
    out
}

/// What a final and the next initial become.
fn met(last: &'static str, next: &'static str) -> (&'static str, &'static str) {
    match (last, next) {
        ("k", "n" | "m") => ("ng", next),
        ("t", "n" | "m") => ("n", next),
        ("p", "n" | "m") => ("m", next),
        ("k", "r") => ("ng", "n"),
        ("t", "r") => ("n", "n"),
        ("p", "r") => ("m", "n"),
        ("m" | "ng", "r") => (last, "n"),
        ("l", "n" | "r") | ("n", "r") => ("l", "l"),
        ("k", "") => ("g", ""),
        ("t", "") => ("s", ""),
        ("p", "") => ("b", ""),
        ("l", "") => ("r", ""),
        ("" | "n" | "m" | "ng" | "l", "k") => (last, "g"),
        ("" | "n" | "m" | "ng", "t") => (last, "d"),
        ("" | "n" | "m" | "ng" | "l", "p") => (last, "b"),
        _ => (last, next),
    }
}

/// Initial, vowel and final of a syllable, as the numbers that Unicode gives them.
fn parts(letter: char) -> Option<(usize, usize, usize)> {
    let index = u32::from(letter).checked_sub(0xAC00).filter(|index| *index < 11_172)? as usize;
    Some((index / 588, index % 588 / 28, index % 28))
}

fn syllable((initial, vowel, last): (usize, usize, usize), first: bool, way: Way, out: &mut String) {
    out.push_str(match way {
        Way::Revised => REVISED_INITIALS[initial],
        Way::Popular if initial == 0 && first => "k",
        Way::Popular => REVISED_INITIALS[initial],
        Way::North => {
            if first {
                NORTH_INITIALS[initial]
            } else {
                REVISED_INITIALS[initial]
            }
        }
        Way::McCune => {
            if first {
                MCCUNE_INITIALS[initial]
            } else {
                REVISED_INITIALS[initial]
            }
        }
    });
    out.push_str(match way {
        Way::Revised => REVISED_VOWELS[vowel],
        Way::North | Way::McCune => NORTH_VOWELS[vowel],
        Way::Popular => popular_vowel(initial, vowel, last),
    });
    out.push_str(FINALS[last]);
}

/// The vowel as people spell it: Sung, Young, Soo, Joon, Hee.
fn popular_vowel(initial: usize, vowel: usize, last: usize) -> &'static str {
    const NG: usize = 21;
    const NO_INITIAL: usize = 11;
    match (vowel, last) {
        // ㅓ before a final; 서, 어 stay.
        (4, 0) => "eo",
        (4, _) => "u",
        // ㅕ: 영 Young, 현 Hyun; 연 Yeon.
        (6, NG) if initial == NO_INITIAL => "you",
        (6, _) if initial == NO_INITIAL => "yeo",
        (6, 0) => "yeo",
        (6, _) => "yu",
        // ㅜ: 우 Woo, 수 Soo, 준 Joon.
        (13, 0) if initial == NO_INITIAL => "woo",
        (13, 0) => "oo",
        (13, 4) if initial != NO_INITIAL => "oo",
        (13, _) => "u",
        // ㅢ: 희 Hee.
        (19, 0) if initial != NO_INITIAL => "ee",
        (19, _) => "eui",
        _ => REVISED_VOWELS[vowel],
    }
}

#[rustfmt::skip]
const REVISED_INITIALS: [&str; 19] =
    ["g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h"];
#[rustfmt::skip]
const NORTH_INITIALS: [&str; 19] =
    ["k", "kk", "n", "t", "tt", "r", "m", "p", "pp", "s", "ss", "", "j", "jj", "ch", "kh", "th", "ph", "h"];
#[rustfmt::skip]
const MCCUNE_INITIALS: [&str; 19] =
    ["k", "kk", "n", "t", "tt", "r", "m", "p", "pp", "s", "ss", "", "ch", "tch", "ch", "k", "t", "p", "h"];
#[rustfmt::skip]
const REVISED_VOWELS: [&str; 21] = [
    "a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu", "eu", "ui", "i",
];
#[rustfmt::skip]
const NORTH_VOWELS: [&str; 21] = [
    "a", "ae", "ya", "yae", "o", "e", "yo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu", "u", "ui", "i",
];
#[rustfmt::skip]
const FINALS: [&str; 28] = [
    "", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p", "t", "t", "ng", "t", "t", "k",
    "t", "p", "t",
];

/// Family names in the four ways, those of two syllables first.
#[rustfmt::skip]
const FAMILIES: [(&str, [&str; 4]); 95] = [
    ("남궁", ["namkoong", "namgung", "namgung", "namgung"]), ("황보", ["hwangbo", "hwangbo", "hwangbo", "hwangbo"]),
    ("제갈", ["jegal", "jegal", "jegal", "chegal"]), ("사공", ["sakong", "sagong", "sagong", "sagong"]),
    ("선우", ["sunwoo", "sonu", "seonu", "sonu"]), ("서문", ["seomoon", "somun", "seomun", "somun"]),
    ("독고", ["dokko", "tokko", "dokgo", "tokko"]),
    ("김", ["kim", "kim", "gim", "kim"]), ("이", ["lee", "ri", "i", "yi"]), ("리", ["lee", "ri", "ri", "yi"]),
    ("박", ["park", "pak", "bak", "pak"]), ("최", ["choi", "choe", "choe", "choe"]), ("정", ["jung", "jong", "jeong", "chong"]),
    ("강", ["kang", "kang", "gang", "kang"]), ("조", ["cho", "jo", "jo", "cho"]), ("윤", ["yoon", "yun", "yun", "yun"]),
    ("장", ["jang", "jang", "jang", "chang"]), ("임", ["lim", "rim", "im", "yim"]), ("림", ["lim", "rim", "rim", "im"]),
    ("한", ["han", "han", "han", "han"]), ("오", ["oh", "o", "o", "o"]), ("서", ["seo", "so", "seo", "suh"]),
    ("신", ["shin", "sin", "sin", "sin"]), ("권", ["kwon", "kwon", "gwon", "kwon"]), ("황", ["hwang", "hwang", "hwang", "hwang"]),
    ("안", ["ahn", "an", "an", "an"]), ("송", ["song", "song", "song", "song"]), ("류", ["ryu", "ryu", "ryu", "yu"]),
    ("유", ["yoo", "yu", "yu", "yoo"]), ("전", ["jeon", "jon", "jeon", "chon"]), ("홍", ["hong", "hong", "hong", "hong"]),
    ("고", ["ko", "ko", "go", "koh"]), ("문", ["moon", "mun", "mun", "mun"]), ("양", ["yang", "yang", "yang", "yang"]),
    ("량", ["yang", "ryang", "ryang", "yang"]), ("손", ["son", "son", "son", "sohn"]), ("배", ["bae", "pae", "bae", "pae"]),
    ("백", ["baek", "paek", "baek", "paek"]), ("허", ["huh", "ho", "heo", "hur"]), ("남", ["nam", "nam", "nam", "nam"]),
    ("심", ["shim", "sim", "sim", "sim"]), ("노", ["roh", "no", "no", "noh"]), ("로", ["roh", "ro", "ro", "no"]),
    ("하", ["ha", "ha", "ha", "ha"]), ("곽", ["kwak", "kwak", "gwak", "kwak"]), ("성", ["sung", "song", "seong", "song"]),
    ("차", ["cha", "cha", "cha", "cha"]), ("주", ["joo", "ju", "ju", "chu"]), ("우", ["woo", "u", "u", "wu"]),
    ("구", ["koo", "ku", "gu", "ku"]), ("민", ["min", "min", "min", "min"]), ("진", ["jin", "jin", "jin", "chin"]),
    ("지", ["ji", "ji", "ji", "chi"]), ("엄", ["um", "om", "eom", "om"]), ("채", ["chae", "chae", "chae", "chae"]),
    ("원", ["won", "won", "won", "won"]), ("천", ["chun", "chon", "cheon", "chon"]), ("방", ["bang", "pang", "bang", "pang"]),
    ("공", ["kong", "kong", "gong", "kong"]), ("현", ["hyun", "hyon", "hyeon", "hyon"]), ("함", ["ham", "ham", "ham", "ham"]),
    ("변", ["byun", "pyon", "byeon", "pyon"]), ("염", ["yum", "ryom", "yeom", "yom"]), ("여", ["yeo", "ryo", "yeo", "yo"]),
    ("추", ["choo", "chu", "chu", "chu"]), ("도", ["do", "to", "do", "to"]), ("소", ["so", "so", "so", "so"]),
    ("석", ["suk", "sok", "seok", "sok"]), ("선", ["sun", "son", "seon", "son"]), ("설", ["sul", "sol", "seol", "sol"]),
    ("마", ["ma", "ma", "ma", "ma"]), ("길", ["kil", "kil", "gil", "kil"]), ("연", ["yeon", "yon", "yeon", "yon"]),
    ("위", ["wi", "wi", "wi", "wi"]), ("표", ["pyo", "phyo", "pyo", "pyo"]), ("명", ["myung", "myong", "myeong", "myong"]),
    ("기", ["ki", "ki", "gi", "ki"]), ("반", ["ban", "pan", "ban", "pan"]), ("왕", ["wang", "wang", "wang", "wang"]),
    ("금", ["keum", "kum", "geum", "kum"]), ("옥", ["ok", "ok", "ok", "ok"]), ("육", ["yook", "yuk", "yuk", "yuk"]),
    ("인", ["in", "in", "in", "in"]), ("맹", ["maeng", "maeng", "maeng", "maeng"]), ("제", ["je", "je", "je", "che"]),
    ("모", ["mo", "mo", "mo", "mo"]), ("탁", ["tak", "thak", "tak", "tak"]), ("국", ["kook", "kuk", "guk", "kuk"]),
    ("은", ["eun", "un", "eun", "un"]), ("라", ["ra", "ra", "ra", "na"]), ("나", ["na", "na", "na", "na"]),
    ("태", ["tae", "thae", "tae", "tae"]), ("용", ["yong", "ryong", "yong", "yong"]), ("봉", ["bong", "pong", "bong", "pong"]),
    ("피", ["pi", "phi", "pi", "pi"]),
];
