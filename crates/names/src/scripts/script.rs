//! The script of a letter.

/// A script that names are written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Script {
    /// Latin, with every diacritic.
    Latin,
    /// Cyrillic.
    Cyrillic,
    /// Greek.
    Greek,
    /// Arabic: also Persian, Urdu, Pashto, Kurdish, Uyghur.
    Arabic,
    /// Hebrew.
    Hebrew,
    /// Georgian.
    Georgian,
    /// Armenian.
    Armenian,
    /// Han: Chinese, and names in Japanese and Korean.
    Han,
    /// Hiragana and katakana.
    Kana,
    /// Hangul.
    Hangul,
    /// Thai.
    Thai,
    /// Lao.
    Lao,
    /// Khmer.
    Khmer,
    /// Burmese.
    Burmese,
    /// Scripts of India and its neighbours that go back to Brahmi (Devanagari, Bengali, Tamil, Sinhala ...).
    Indic,
    /// Ethiopic.
    Ethiopic,
    /// A letter of another script.
    Other,
    /// Digits, punctuation, spaces, marks: of every script.
    Common,
}

/// The script of a character.
///
/// ```
/// use names::scripts::{Script, script_of};
///
/// assert_eq!(script_of('Ж'), Script::Cyrillic);
/// assert_eq!(script_of('-'), Script::Common);
/// ```
#[must_use]
pub fn script_of(character: char) -> Script {
    match u32::from(character) {
        0x41..=0x5A | 0x61..=0x7A => Script::Latin,
        ..0xC0 | 0xD7 | 0xF7 => match character {
            'ª' | 'º' => Script::Latin,
            _ => Script::Common,
        },
        0xC0..0x2B9 | 0x1E00..0x1F00 | 0x2C60..0x2C80 | 0xA720..0xA800 | 0xFB00..0xFB07 => Script::Latin,
        0xFF21..=0xFF3A | 0xFF41..=0xFF5A => Script::Latin,
        0x370..0x400 | 0x1F00..0x2000 if is_alphabetic(character) => Script::Greek,
        0x400..0x531 | 0x1C80..0x1C90 | 0x2DE0..0x2E00 | 0xA640..0xA6A0 if is_alphabetic(character) => {
            Script::Cyrillic
        }
        0x531..0x590 | 0xFB13..0xFB18 if is_alphabetic(character) => Script::Armenian,
        0x5D0..0x600 | 0xFB1D..0xFB50 if is_alphabetic(character) => Script::Hebrew,
        0x600..0x700 | 0x750..0x780 | 0x870..0x900 | 0xFB50..0xFE00 | 0xFE70..0xFEFF
            if is_alphabetic(character) =>
        {
            Script::Arabic
        }
        0x900..0xE00 if is_alphabetic(character) => Script::Indic,
        0xE00..0xE80 if is_alphabetic(character) => Script::Thai,
        0xE80..0xF00 if is_alphabetic(character) => Script::Lao,
        0x1000..0x10A0 | 0xA9E0..0xAA00 | 0xAA60..0xAA80 if is_alphabetic(character) => Script::Burmese,
        0x10A0..0x1100 | 0x1C90..0x1CC0 | 0x2D00..0x2D30 if is_alphabetic(character) => Script::Georgian,
        0x1100..0x1200 | 0x3130..0x3190 | 0xA960..0xA980 | 0xAC00..0xD800 if is_alphabetic(character) => {
            Script::Hangul
        }
        0x1200..0x13A0 | 0x2D80..0x2DE0 | 0xAB00..0xAB30 if is_alphabetic(character) => Script::Ethiopic,
        0x1780..0x1800 | 0x19E0..0x1A00 if is_alphabetic(character) => Script::Khmer,
        0x3005..=0x3007 | 0x3400..0xA000 | 0xF900..0xFB00 | 0x20000..0x33480 => Script::Han,
        0x3041..0x3130 | 0x31F0..0x3200 | 0xFF66..0xFFA0 if is_alphabetic(character) => Script::Kana,
        _ if is_alphabetic(character) => Script::Other,
        _ => Script::Common,
    }
}

/// Whether a character is a letter, quickly for those that names are mostly written in.
pub(super) fn is_alphabetic(character: char) -> bool {
    is_plain(character) || character.is_alphabetic()
}

/// Whether a character is beyond doubt: a letter beyond ASCII that has one code only (NFKC leaves it as it is) and no marks. Nearly every
/// letter is, and the tables of Unicode take long to ask.
pub(super) fn is_plain(character: char) -> bool {
    matches!(
        u32::from(character),
        // Latin, Greek, Cyrillic, Armenian, Hebrew, Arabic, Devanagari, Thai, Georgian, kana, Han, Hangul.
        0xC0..=0xD6 | 0xD8..=0xF6 | 0xF8..=0x131 | 0x391..=0x3A1 | 0x3A3..=0x3CE | 0x400..=0x481 | 0x48A..=0x52F | 0x561..=0x586
            | 0x5D0..=0x5EA | 0x620..=0x63A | 0x641..=0x64A | 0x679..=0x6D3 | 0x904..=0x939 | 0xE01..=0xE30 | 0x10D0..=0x10F0
            | 0x3041..=0x3096 | 0x30A1..=0x30FA | 0x4E00..=0x9FFF | 0xAC00..=0xD7A3
    )
}

/// A plain letter as a small one, where that is known without the tables of Unicode.
pub(super) fn small(plain: char) -> Option<char> {
    match u32::from(plain) {
        code @ 0x400..=0x40F => char::from_u32(code + 0x50),
        code @ 0x410..=0x42F => char::from_u32(code + 0x20),
        0x430..=0x45F | 0x5D0.. => Some(plain),
        _ => None,
    }
}

/// The parts of a text that are in one script each, in order and without a gap: digits, marks and spaces belong to the part
/// before them, or, at the beginning, to the first.
///
/// ```
/// use names::scripts::{Script, runs};
///
/// let parts: Vec<_> = runs("ООО Siemens").collect();
/// assert_eq!(parts, [(Script::Cyrillic, "ООО "), (Script::Latin, "Siemens")]);
/// ```
pub fn runs(text: &str) -> impl Iterator<Item = (Script, &str)> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let mut script = None;
        let end = rest
            .char_indices()
            .find(|&(_, character)| match (script, script_of(character)) {
                (_, Script::Common) => false,
                (None, own) => {
                    script = Some(own);
                    false
                }
                (Some(known), own) => known != own,
            })
            .map_or(rest.len(), |(at, _)| at);
        let (run, behind) = rest.split_at(end);
        rest = behind;
        (!run.is_empty()).then_some((script.unwrap_or(Script::Common), run))
    })
}

#[cfg(test)]
mod plain_letters {
    use unicode_normalization::char::canonical_combining_class;
    use unicode_normalization::{IsNormalized, is_nfkc_quick};

    use super::{is_plain, small};

    #[test]
    fn are_what_the_tables_of_unicode_say() {
        for letter in ('\0'..=char::MAX).filter(|letter| is_plain(*letter)) {
            assert!(letter.is_alphabetic(), "{letter:?}");
            assert_eq!(is_nfkc_quick(std::iter::once(letter)), IsNormalized::Yes, "{letter:?}");
            assert_eq!(canonical_combining_class(letter), 0, "{letter:?}");
            if let Some(small) = small(letter) {
                assert!(letter.to_lowercase().eq([small]), "{letter:?}");
            }
        }
    }
}
