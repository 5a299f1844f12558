//! A text before it is read: one form for each letter, words with one space between.

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfkc_quick};

use super::script::{is_alphabetic, is_plain, small};
use super::{Script, lookalikes, script_of};

/// Small letters, one code for each letter, digits in ASCII, words with one space between. Marks that stand within a word
/// (apostrophes, joiners, stress) are dropped, and dots of initialisms (`S.A.`, `ООО`); everything else ends a word. Letters of
/// another script that only look like those around them are replaced.
pub(super) fn cleaned(text: &str) -> String {
    if text.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return text.to_ascii_lowercase();
    }
    if text.is_ascii() {
        return spaced(text.chars());
    }
    let are_plain = || text.chars().all(|character| character.is_ascii() || is_plain(character));
    let clean = if are_plain() || is_nfkc_quick(text.chars()) == IsNormalized::Yes {
        spaced(text.chars())
    } else {
        spaced(text.nfkc())
    };
    lookalikes::mended(clean)
}

fn spaced(characters: impl Iterator<Item = char>) -> String {
    let mut clean = String::with_capacity(characters.size_hint().0);
    let mut characters = characters.peekable();
    // Letters since the last space or dot: a dot behind one letter belongs to an initialism.
    let mut letters = 0;
    while let Some(character) = characters.next() {
        if character.is_ascii_alphanumeric() {
            clean.push(character.to_ascii_lowercase());
            letters += 1;
        } else if is_plain(character) {
            match small(character) {
                Some(small) => clean.push(small),
                None => clean.extend(character.to_lowercase().filter(|&small| !is_stress(small))),
            }
            letters += 1;
        } else if is_within(character) || (is_quote(character) && joins(&clean, characters.peek())) {
            // Part of the word, and nothing of its own.
        } else if is_letter(character) {
            clean.extend(character.to_lowercase().filter(|&small| !is_stress(small)));
            letters += 1;
        } else if let Some(digit) = digit(character) {
            clean.push(digit);
            letters += 1;
        } else if character == '.' && letters == 1 && characters.peek().is_some_and(|&next| is_letter(next)) {
            letters = 0;
        } else {
            if !clean.is_empty() && !clean.ends_with(' ') {
                clean.push(' ');
            }
            letters = 0;
        }
    }
    clean.truncate(clean.trim_end().len());
    clean
}

/// Letters, and the signs of scripts in which vowels and tones are signs.
fn is_letter(character: char) -> bool {
    match u32::from(character) {
        0x640 | 0x2B9..=0x2E0 => false,
        0x900..0x1100 | 0x1780..0x17D4 | 0x17DD => !character.is_numeric() && !is_danda(character),
        _ => is_alphabetic(character),
    }
}

fn is_danda(character: char) -> bool {
    matches!(
        character,
        '\u{964}' | '\u{965}' | '\u{E4F}' | '\u{E5A}' | '\u{E5B}' | '\u{104A}' | '\u{104B}' | '\u{E2F}'
    )
}

/// Decimal digits of the scripts that have their own.
fn digit(character: char) -> Option<char> {
    const ZEROS: [u32; 16] = [
        0x660, 0x6F0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xE50, 0xED0, 0x1040,
        0x17E0, 0x1810,
    ];
    let code = u32::from(character);
    let zero = ZEROS.into_iter().find(|zero| (*zero..zero + 10).contains(&code))?;
    char::from_digit(code - zero, 10)
}

fn is_stress(character: char) -> bool {
    matches!(u32::from(character), 0x300..0x370)
}

/// Marks that a word goes on behind: apostrophes of every kind, ayn and hamza marks, soft hyphens, joiners, vowel points, tatweel.
fn is_within(character: char) -> bool {
    let is_apostrophe =
        matches!(character, '\'' | '’' | '‘' | '‛' | '`' | '´' | '′' | 'ʹ'..='ˠ' | '׳' | '״' | '՚' | 'ꞌ');
    let is_joiner =
        matches!(u32::from(character), 0xAD | 0x200B..=0x200F | 0x2060 | 0xFEFF | 0xFE0E | 0xFE0F);
    let is_point = matches!(u32::from(character), 0x591..=0x5BD | 0x5BF..=0x5C7 | 0x610..=0x61A | 0x640 | 0x64B..=0x65F
        | 0x670 | 0x6D6..=0x6ED | 0x135D..=0x135F);
    is_apostrophe || is_joiner || is_point || is_stress(character)
}

fn is_quote(character: char) -> bool {
    matches!(character, '"' | '”' | '“')
}

/// Whether a quotation mark stands within a Hebrew initialism (`צה"ל`).
fn joins(before: &str, after: Option<&char>) -> bool {
    let is_hebrew = |character: char| script_of(character) == Script::Hebrew;
    before.chars().next_back().is_some_and(is_hebrew) && after.copied().is_some_and(is_hebrew)
}
