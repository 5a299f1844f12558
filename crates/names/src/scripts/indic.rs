//! The scripts of India that Unicode lays out alike (Devanagari, Bengali, Gurmukhi, Gujarati, Oriya, Tamil, Telugu, Kannada,
//! Malayalam), and Sinhala, in Latin letters without diacritics.
//!
//! Every consonant has an `a` unless a sign says otherwise; the languages of the north do not say the one at the end of a word, and
//! few within.

use super::forms::Forms;
use super::sinhala;

/// First codes of the blocks of 128 that share one layout.
const FIRST: u32 = 0x900;
const LAST: u32 = 0xD7F;

pub(super) fn latin(run: &str) -> Forms {
    run.split(' ').fold(Forms::default(), |forms, word| forms.then(&self::word(word), " "))
}

fn word(word: &str) -> Forms {
    if let Some(known) = super::usual::usual(word) {
        return known;
    }
    let code = word.chars().next().map_or(0, u32::from);
    if (LAST + 1..0xE00).contains(&code) {
        return self::word(&sinhala::in_telugu(word));
    }
    if !(FIRST..=LAST).contains(&code) {
        return super::latin::by_letter(word);
    }
    let mut sounds = sounds(word);
    match code {
        0xB80..0xC00 => soften(&mut sounds),
        _ => join_gy(&mut sounds),
    }
    // Chaudhary is Choudhury in the east.
    let full = written(&sounds, |_| true).replace("au", "ou");
    let spoken = written(&sounds, |at| is_said(&sounds, at));
    // Devanagari to Oriya are of the north; Bengali says o.
    let is_northern = code < 0xB80;
    let is_bengali = (0x980..0xA00).contains(&code);
    if is_bengali {
        let rounded = written_as(&sounds, |at| is_said(&sounds, at), "o");
        return Forms::of([spoken, rounded, full]);
    }
    if is_northern { Forms::of([spoken, full]) } else { Forms::of([full, spoken]) }
}

/// A consonant with its vowel, or a vowel alone.
#[derive(Debug, Clone, Copy)]
struct Sound {
    consonant: &'static str,
    vowel: Vowel,
    /// A nasal or breath behind the vowel.
    tail: &'static str,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Vowel {
    /// The `a` that no sign stands for.
    Inherent,
    None,
    Written(&'static str),
}

fn sounds(word: &str) -> Vec<Sound> {
    let mut sounds: Vec<Sound> = Vec::new();
    for letter in word.chars() {
        let code = u32::from(letter);
        let offset = (code.wrapping_sub(FIRST)) % 0x80;
        if letter.is_ascii() {
            sounds.push(Sound { consonant: any_ascii::any_ascii_char(letter), vowel: Vowel::None, tail: "" });
        } else if let Some(consonant) = consonant(offset) {
            sounds.push(Sound { consonant, vowel: Vowel::Inherent, tail: "" });
        } else if let Some(vowel) = vowel_letter(offset) {
            sounds.push(Sound { consonant: "", vowel: Vowel::Written(vowel), tail: "" });
        } else if let Some(last) = sounds.last_mut() {
            match offset {
                0x4D => last.vowel = Vowel::None,
                0x3C => last.consonant = dotted(last.consonant),
                0x01 | 0x02 | 0x70 => last.tail = "n",
                0x03 => last.tail = "h",
                0x71 => {}
                _ => {
                    if let Some(vowel) = vowel_sign(offset) {
                        last.vowel = Vowel::Written(vowel)
                    }
                }
            }
        }
    }
    sounds
}

/// ज्ञ is said `gy`.
fn join_gy(sounds: &mut Vec<Sound>) {
    let is_gy =
        |pair: &[Sound]| (pair[0].consonant, pair[0].vowel) == ("j", Vowel::None) && pair[1].consonant == "n";
    while let Some(at) = sounds.windows(2).position(is_gy) {
        sounds.remove(at);
        sounds[at].consonant = "gy";
    }
}

/// Tamil has one letter for voiced and voiceless: alone between vowels, or behind a nasal, it is voiced, and its `ch` alone is `s`.
fn soften(sounds: &mut [Sound]) {
    for at in 0..sounds.len() {
        let before = at.checked_sub(1).map(|at| sounds[at]);
        let is_doubled = sounds[at].vowel == Vowel::None
            && sounds.get(at + 1).is_some_and(|next| next.consonant == sounds[at].consonant)
            || before.is_some_and(|before| {
                before.vowel == Vowel::None && before.consonant == sounds[at].consonant
            });
        let is_between =
            before.is_some_and(|before| before.vowel != Vowel::None || matches!(before.consonant, "n" | "m"));
        sounds[at].consonant = match sounds[at].consonant {
            "ch" if !is_doubled => "s",
            "k" if !is_doubled && is_between => "g",
            "t" if !is_doubled && is_between => "d",
            "p" if !is_doubled && is_between => "b",
            other => other,
        };
    }
}

/// Whether the vowel that no sign stands for is said at this place: not at the end, nor between a vowel and a consonant with one.
fn is_said(sounds: &[Sound], at: usize) -> bool {
    let has_vowel = |sound: &Sound| sound.vowel != Vowel::None;
    if !sounds[at].tail.is_empty() || sounds.len() == 1 {
        return true;
    }
    let Some(next) = sounds.get(at + 1) else {
        // Behind a cluster it is said: Chandra.
        return at > 0 && !has_vowel(&sounds[at - 1]);
    };
    let open_before = at > 0 && has_vowel(&sounds[at - 1]) && sounds[at - 1].tail.is_empty();
    let written_after = matches!(next.vowel, Vowel::Written(_)) && !next.consonant.is_empty();
    !(open_before && written_after)
}

fn written(sounds: &[Sound], is_said: impl Fn(usize) -> bool) -> String {
    written_as(sounds, is_said, "a")
}

fn written_as(sounds: &[Sound], is_said: impl Fn(usize) -> bool, inherent: &str) -> String {
    let mut out = String::with_capacity(sounds.len() * 3);
    for (at, sound) in sounds.iter().enumerate() {
        out.push_str(sound.consonant);
        match sound.vowel {
            Vowel::Inherent if is_said(at) => out.push_str(inherent),
            Vowel::Inherent | Vowel::None => {}
            Vowel::Written(vowel) => out.push_str(vowel),
        }
        let labial = sounds.get(at + 1).is_some_and(|next| next.consonant.starts_with(['b', 'p', 'm']));
        out.push_str(if sound.tail == "n" && labial { "m" } else { sound.tail });
    }
    out
}

#[rustfmt::skip]
fn consonant(offset: u32) -> Option<&'static str> {
    const CONSONANTS: [&str; 37] = [
        "k", "kh", "g", "gh", "n", "ch", "chh", "j", "jh", "n", "t", "th", "d", "dh", "n", "t", "th", "d", "dh", "n", "n", "p", "ph",
        "b", "bh", "m", "y", "r", "r", "l", "l", "l", "v", "sh", "sh", "s", "h",
    ];
    const DOTTED: [&str; 8] = ["q", "kh", "gh", "z", "r", "rh", "f", "y"];
    match offset {
        0x15..=0x39 => Some(CONSONANTS[(offset - 0x15) as usize]),
        0x58..=0x5F => Some(DOTTED[(offset - 0x58) as usize]),
        _ => None,
    }
}

/// A consonant with a dot below: sounds of Persian, Arabic and English.
fn dotted(consonant: &'static str) -> &'static str {
    match consonant {
        "k" => "q",
        "g" => "gh",
        "j" | "jh" => "z",
        "ph" => "f",
        "d" | "dh" => "r",
        other => other,
    }
}

fn vowel_letter(offset: u32) -> Option<&'static str> {
    Some(match offset {
        0x05 | 0x06 => "a",
        0x07 | 0x08 => "i",
        0x09 | 0x0A => "u",
        0x0B => "ri",
        0x0D..=0x0F => "e",
        0x10 => "ai",
        0x11..=0x13 => "o",
        0x14 => "au",
        _ => return None,
    })
}

fn vowel_sign(offset: u32) -> Option<&'static str> {
    Some(match offset {
        0x3E => "a",
        0x3F | 0x40 => "i",
        0x41 | 0x42 => "u",
        0x43 | 0x44 => "ri",
        0x45..=0x47 => "e",
        0x48 => "ai",
        0x49..=0x4B => "o",
        0x4C => "au",
        _ => return None,
    })
}
