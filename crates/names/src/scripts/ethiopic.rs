//! Amharic and Tigrinya in Latin letters. Each letter is a consonant with one of eight vowels, the sixth of which is said only where
//! consonants would meet; names write the first as `e`, and behind `w` also as `o` (Welde, Wolde).

use super::forms::Forms;

pub(super) fn latin(run: &str) -> Forms {
    let written =
        |after_w: &str| run.split(' ').map(|word| self::word(word, after_w)).collect::<Vec<_>>().join(" ");
    Forms::of([written("e"), written("o")])
}

/// Where the block begins; each consonant has eight places.
const FIRST: u32 = 0x1200;

#[rustfmt::skip]
const CONSONANTS: [&str; 43] = [
    "h", "l", "h", "m", "s", "r", "s", "sh", "k", "kw", "k", "kw", "b", "v", "t", "ch", "h", "hw", "n", "gn", "", "k", "kw", "h", "hw",
    "w", "", "z", "zh", "y", "d", "d", "j", "g", "gw", "g", "t", "ch", "p", "ts", "ts", "f", "p",
];

fn word(word: &str, after_w: &str) -> String {
    let letters: Vec<char> = word.chars().collect();
    let mut out = String::with_capacity(letters.len() * 2);
    for (at, &letter) in letters.iter().enumerate() {
        let place = u32::from(letter).wrapping_sub(FIRST);
        let Some(&consonant) = CONSONANTS.get((place / 8) as usize) else {
            out.push_str(any_ascii::any_ascii_char(letter));
            continue;
        };
        out.push_str(consonant);
        out.push_str(match place % 8 {
            0 if matches!(consonant, "" | "h") => "a",
            0 if consonant == "w" => after_w,
            0 | 4 => "e",
            1 => "u",
            2 => "i",
            3 => "a",
            5 if consonant.is_empty() => "e",
            5 if is_said(&letters, at) => "i",
            5 => "",
            6 => "o",
            _ => "wa",
        });
    }
    out
}

/// Whether the sixth vowel is heard: at the beginning, and behind a consonant that has none.
fn is_said(letters: &[char], at: usize) -> bool {
    let is_bare = |at: usize| u32::from(letters[at]).wrapping_sub(FIRST) % 8 == 5;
    match at {
        0 => letters.len() > 1,
        1 => false,
        _ => is_bare(at - 1) && !is_said(letters, at - 1),
    }
}
