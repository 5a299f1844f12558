//! What letters sound like, whatever the language that spelled them.

/// What stands before or behind the letters of a rule.
#[derive(Debug, Clone, Copy)]
pub enum Place {
    Any,
    /// Nothing: the word begins or ends.
    Edge,
    /// Anything, but not the edge.
    Within,
    /// A vowel or `y`.
    Vowel,
    /// `e`, `i` or `y`.
    Front,
    /// A consonant other than `j`.
    Consonant,
    /// One of these letters.
    Of(&'static str),
}

/// Letters and their sound between two places.
#[derive(Debug)]
pub struct Rule {
    pub written: &'static str,
    pub before: Place,
    pub after: Place,
    pub sound: &'static str,
}

const fn rule(written: &'static str, sound: &'static str) -> Rule {
    between(Place::Any, written, Place::Any, sound)
}

const fn between(before: Place, written: &'static str, after: Place, sound: &'static str) -> Rule {
    Rule { written, before, after, sound }
}

use Place::{Any, Consonant, Edge, Front, Of, Vowel, Within};

const A: &[Rule] = &[rule("aa", "a")];
const B: &[Rule] = &[rule("bh", "b")];
const C: &[Rule] = &[
    rule("chtch", "S"),
    rule("chtsch", "S"),
    between(Edge, "ch", Of("r"), "h"),
    // German and Polish х; others write ч before these seldom.
    between(Any, "ch", Of("rlmntvdw"), "h"),
    rule("ch", "C"),
    between(Any, "ckiy", Edge, "Tki"),
    between(Any, "ckij", Edge, "Tki"),
    between(Any, "cki", Edge, "Tki"),
    between(Any, "cky", Edge, "Tki"),
    rule("ck", "k"),
    rule("cz", "C"),
    rule("cs", "C"),
    between(Any, "cc", Front, "C"),
    between(Any, "c", Front, "T"),
    rule("c", "k"),
];
const D: &[Rule] = &[
    rule("dzh", "i"),
    rule("dsch", "i"),
    rule("dzj", "i"),
    // Gennadjevitj; at the beginning it is дж and the French way of writing Arabic.
    between(Within, "dje", Of("v"), "de"),
    rule("dj", "i"),
    rule("dzm", "dm"),
    rule("dz", "z"),
    between(Any, "dg", Of("e"), "i"),
    rule("dh", "d"),
    between(Any, "dt", Edge, "t"),
];
const E: &[Rule] = &[
    between(Within, "eff", Edge, "ev"),
    between(Within, "ef", Edge, "ev"),
    // Arabic and Persian names in English spelling (Nadeem, Saeed); not Russian -eev.
    between(Consonant, "ee", Of("mdnbrlqztsfk"), "i"),
    between(Of("a"), "ee", Of("d"), "i"),
];
const G: &[Rule] = &[
    rule("gh", "g"),
    between(Any, "gu", Front, "g"),
    // Hungarian: Vlagyimir.
    between(Within, "gyi", Any, "di"),
];
const H: &[Rule] = &[between(Edge, "hs", Any, "S"), between(Vowel, "h", Edge, "")];
const J: &[Rule] = &[rule("jh", "i"), rule("j", "i")];
const K: &[Rule] = &[rule("kh", "h")];
const M: &[Rule] = &[between(Edge, "mc", Any, "mak"), between(Edge, "mich", Of("a"), "mih")];
const O: &[Rule] = &[
    between(Within, "off", Edge, "ov"),
    between(Within, "of", Edge, "ov"),
    rule("oo", "u"),
    rule("ou", "u"),
    between(Within, "oe", Any, "o"),
];
const P: &[Rule] = &[rule("ph", "f")];
const Q: &[Rule] = &[between(Any, "qu", Front, "k"), rule("q", "k")];
const R: &[Rule] = &[rule("rh", "r")];
const S: &[Rule] = &[
    rule("schtsch", "S"),
    rule("shtsh", "S"),
    rule("stsch", "S"),
    rule("shch", "S"),
    rule("szcz", "S"),
    rule("sjtj", "S"),
    rule("shh", "S"),
    rule("sch", "S"),
    rule("sh", "S"),
    rule("sz", "S"),
    between(Any, "sj", Any, "S"),
];
const T: &[Rule] = &[
    rule("tzsch", "C"),
    rule("tsch", "C"),
    rule("tch", "C"),
    rule("tsh", "C"),
    rule("tsj", "C"),
    rule("tx", "C"),
    // Swedish and Norwegian ч; before u it is more often ть.
    between(Any, "tj", Edge, "C"),
    between(Any, "tj", Of("eiaobcdfghkmnpqrstvz"), "C"),
    between(Of("cC"), "th", Any, "t"),
    rule("th", "t"),
    rule("ts", "T"),
    rule("tz", "T"),
];
const V: &[Rule] = &[
    between(Of("oe"), "vits", Edge, "viC"),
    between(Of("oe"), "vici", Edge, "viC"),
    between(Of("oe"), "vic", Edge, "viC"),
];
const W: &[Rule] = &[rule("wh", "v"), rule("w", "v")];
const X: &[Rule] = &[
    rule("xh", "i"),
    between(Edge, "x", Of("iu"), "S"),
    between(Edge, "x", Any, "h"),
    between(Vowel, "x", Vowel, "ks"),
    between(Any, "x", Of("tmrlnb"), "h"),
    rule("x", "ks"),
];
const Y: &[Rule] = &[rule("y", "i")];
const Z: &[Rule] = &[rule("zh", "Z"), rule("zj", "Z"), rule("zs", "Z")];

/// The rules for letters that begin with this one and, mostly, with the next: the first that fits holds.
pub fn rules(first: u8, next: Option<u8>) -> &'static [Rule] {
    let all = beginning(first);
    let may_fit = || SECONDS[usize::from(first - b'a')] & (bit(next) | bit(None)) != 0;
    if all.is_empty() || may_fit() { all } else { &[] }
}

const fn beginning(first: u8) -> &'static [Rule] {
    match first {
        b'a' => A,
        b'b' => B,
        b'c' => C,
        b'd' => D,
        b'e' => E,
        b'g' => G,
        b'h' => H,
        b'j' => J,
        b'k' => K,
        b'm' => M,
        b'o' => O,
        b'p' => P,
        b'q' => Q,
        b'r' => R,
        b's' => S,
        b't' => T,
        b'v' => V,
        b'w' => W,
        b'x' => X,
        b'y' => Y,
        b'z' => Z,
        _ => &[],
    }
}

/// By the first letter of rules: which letters are their second ones. Nearly all that is written fits none.
static SECONDS: [u32; 26] = {
    let mut seconds = [0; 26];
    let mut first = 0;
    while first < 26 {
        let rules = beginning(b'a' + first as u8);
        let mut at = 0;
        while at < rules.len() {
            let written = rules[at].written.as_bytes();
            seconds[first] |= bit(if written.len() > 1 { Some(written[1]) } else { None });
            at += 1;
        }
        first += 1;
    }
    seconds
};

/// A bit for a small letter; the first for rules that ask for no second letter, and none for all that is no letter.
const fn bit(second: Option<u8>) -> u32 {
    match second {
        None => 1,
        Some(letter @ b'a'..=b'z') => 2 << (letter - b'a'),
        Some(_) => 0,
    }
}
