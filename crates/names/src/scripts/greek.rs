//! Greek in Latin letters.
//!
//! Three ways: as passports do (ELOT 743: `ch`, `y`, `mp` and `nt` within words), as it sounds (`h`, `i`, `b`, `d`), and as scholars
//! of the old language do (`Nikolaos`, `ph`, `b`).

use super::forms::Forms;

/// Without accent and breathing; final sigma as sigma.
pub(super) fn unaccented(letter: char) -> char {
    match letter {
        'ά' | 'ὰ' | 'ᾶ' | 'ἀ'..='ἇ' => 'α',
        'έ' | 'ὲ' | 'ἐ'..='ἕ' => 'ε',
        'ή' | 'ὴ' | 'ῆ' | 'ἠ'..='ἧ' => 'η',
        'ί' | 'ὶ' | 'ῖ' | 'ἰ'..='ἷ' => 'ι',
        'ό' | 'ὸ' | 'ὀ'..='ὅ' => 'ο',
        'ύ' | 'ὺ' | 'ῦ' | 'ὐ'..='ὗ' => 'υ',
        'ώ' | 'ὼ' | 'ῶ' | 'ὠ'..='ὧ' => 'ω',
        'ς' => 'σ',
        _ => letter,
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Passport,
    Sound,
    Scholarly,
}

pub(super) fn latin(run: &str) -> Forms {
    let letters: Vec<char> = run.chars().map(unaccented).collect();
    Forms::of([Way::Passport, Way::Sound, Way::Scholarly].map(|way| written(&letters, way)))
}

fn written(letters: &[char], way: Way) -> String {
    let mut out = String::with_capacity(letters.len() + 4);
    let mut at = 0;
    while at < letters.len() {
        let first = at == 0 || letters[at - 1] == ' ';
        let (taken, spelling) =
            pair(letters, at, first, way).unwrap_or_else(|| (1, letter(letters[at], way)));
        match letters[at] {
            plain if plain.is_ascii() => out.push(plain),
            _ => out.push_str(spelling),
        }
        at += taken;
    }
    out
}

/// Two letters that are written as one sound.
fn pair(letters: &[char], at: usize, first: bool, way: Way) -> Option<(usize, &'static str)> {
    let second = *letters.get(at + 1)?;
    let voiced = letters.get(at + 2).is_some_and(|next| "αεηιουωβγδζλμνρ".contains(*next));
    let last = letters.get(at + 2).is_none_or(|next| *next == ' ');
    let spelling = match (letters[at], second) {
        ('ο', 'υ') if way == Way::Sound => "u",
        ('ο', 'υ') => "ou",
        ('α' | 'ε' | 'η', 'υ') if way == Way::Scholarly => match letters[at] {
            'α' => "au",
            _ => "eu",
        },
        ('α', 'υ') => {
            if voiced {
                "av"
            } else {
                "af"
            }
        }
        ('ε', 'υ') => {
            if voiced {
                "ev"
            } else {
                "ef"
            }
        }
        ('η', 'υ') => {
            if voiced {
                "iv"
            } else {
                "if"
            }
        }
        ('μ', 'π') if first || way == Way::Sound => "b",
        ('μ', 'π') => "mp",
        ('ν', 'τ') if way == Way::Sound && !last => "d",
        ('ν', 'τ') if first => "d",
        ('ν', 'τ') => "nt",
        ('γ', 'κ') if first || way == Way::Sound => "g",
        ('γ', 'κ') => "gk",
        ('γ', 'γ') => "ng",
        ('γ', 'χ') => "nch",
        ('γ', 'ξ') => "nx",
        ('τ', 'ζ') if way == Way::Sound => "j",
        ('τ', 'ζ') => "tz",
        ('τ', 'σ') => "ts",
        ('ε', 'ι') | ('ο', 'ι') if way == Way::Sound => "i",
        ('α', 'ι') if way == Way::Sound => "e",
        _ => return None,
    };
    Some((2, spelling))
}

#[rustfmt::skip]
fn letter(letter: char, way: Way) -> &'static str {
    match (letter, way) {
        ('β', Way::Scholarly) => "b", ('η', Way::Scholarly) => "e", ('φ', Way::Scholarly) => "ph",
        ('χ', Way::Sound) => "h", ('υ', Way::Sound) => "i",
        ('α', _) => "a", ('β', _) => "v", ('γ', _) => "g", ('δ', _) => "d", ('ε', _) => "e", ('ζ', _) => "z", ('η' | 'ι', _) => "i",
        ('θ', _) => "th", ('κ', _) => "k", ('λ', _) => "l", ('μ', _) => "m", ('ν', _) => "n", ('ξ', _) => "x", ('ο' | 'ω', _) => "o",
        ('π', _) => "p", ('ρ', _) => "r", ('σ', _) => "s", ('τ', _) => "t", ('υ', _) => "y", ('φ', _) => "f", ('χ', _) => "ch",
        ('ψ', _) => "ps", ('ϊ' | 'ΐ', _) => "i", ('ϋ' | 'ΰ', _) => "y",
        _ => any_ascii::any_ascii_char(letter),
    }
}
