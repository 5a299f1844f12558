//! Khmer in Latin letters. Each consonant is of one of two series, and the series says how a vowel sounds.

use super::forms::Forms;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Series {
    First,
    Second,
}

pub(super) fn latin(run: &str) -> Forms {
    Forms::of([run.split(' ').map(word).collect::<Vec<_>>().join(" ")])
}

fn word(word: &str) -> String {
    let letters: Vec<char> = word.chars().collect();
    let mut out = String::with_capacity(letters.len() * 2);
    let mut series = Series::First;
    for (at, &letter) in letters.iter().enumerate() {
        let after = letters.get(at + 1).copied();
        match letter {
            '៉' => series = Series::First,
            '៊' => series = Series::Second,
            _ => {}
        }
        if let Some((sound, own)) = consonant(letter) {
            let is_below = at > 0 && letters[at - 1] == '\u{17D2}';
            if !is_below {
                series = own;
            }
            let is_hard = after == Some('៉') || after.is_none();
            out.push_str(if sound == "b" && is_hard { "p" } else { sound });
            // Two consonants with nothing between them are a syllable with the vowel of the series.
            let closes = after.and_then(consonant).is_some()
                && letters.get(at + 2).is_none_or(|next| consonant(*next).is_some());
            let is_bare =
                out.ends_with(sound) && !out[..out.len() - sound.len()].ends_with(['a', 'e', 'i', 'o', 'u']);
            if closes && is_bare {
                out.push_str(if series == Series::First { "a" } else { "o" });
            }
        } else {
            out.push_str(vowel(letter, series));
        }
    }
    out
}

#[rustfmt::skip]
fn consonant(letter: char) -> Option<(&'static str, Series)> {
    use Series::{First, Second};
    Some(match letter {
        'ក' => ("k", First), 'ខ' => ("kh", First), 'គ' => ("k", Second), 'ឃ' => ("kh", Second), 'ង' => ("ng", Second),
        'ច' => ("ch", First), 'ឆ' => ("chh", First), 'ជ' => ("ch", Second), 'ឈ' => ("chh", Second), 'ញ' => ("nh", Second),
        'ដ' => ("d", First), 'ឋ' => ("th", First), 'ឌ' => ("d", Second), 'ឍ' => ("th", Second), 'ណ' => ("n", First),
        'ត' => ("t", First), 'ថ' => ("th", First), 'ទ' => ("t", Second), 'ធ' => ("th", Second), 'ន' => ("n", Second),
        'ប' => ("b", First), 'ផ' => ("ph", First), 'ព' => ("p", Second), 'ភ' => ("ph", Second), 'ម' => ("m", Second),
        'យ' => ("y", Second), 'រ' => ("r", Second), 'ល' => ("l", Second), 'វ' => ("v", Second), 'ស' => ("s", First),
        'ហ' => ("h", First), 'ឡ' => ("l", First), 'អ' => ("", First),
        _ => return None,
    })
}

fn vowel(sign: char, series: Series) -> &'static str {
    match (sign, series) {
        ('ា', _) => "a",
        ('ិ' | 'ី', _) => "i",
        ('ឹ' | 'ឺ', _) => "eu",
        ('ុ', Series::First) => "o",
        ('ុ' | 'ូ', _) => "u",
        ('ួ', _) => "uo",
        ('ើ', _) => "oe",
        ('ៀ', _) => "ie",
        ('េ' | 'ែ', _) => "e",
        ('ៃ', _) => "ai",
        ('ោ', _) => "o",
        ('ៅ', _) => "au",
        ('ំ', _) => "om",
        ('ះ', _) => "ah",
        ('ឥ' | 'ឦ', _) => "i",
        ('ឧ' | 'ឩ', _) => "u",
        ('ឯ' | 'ឰ', _) => "e",
        ('0'..='9', _) => any_ascii::any_ascii_char(sign),
        _ => "",
    }
}
