//! Raised text as Unicode superscripts.

const LETTERS: [char; 26] = [
    'ᵃ', 'ᵇ', 'ᶜ', 'ᵈ', 'ᵉ', 'ᶠ', 'ᵍ', 'ʰ', 'ⁱ', 'ʲ', 'ᵏ', 'ˡ', 'ᵐ', 'ⁿ', 'ᵒ', 'ᵖ', 'q', 'ʳ', 'ˢ', 'ᵗ', 'ᵘ',
    'ᵛ', 'ʷ', 'ˣ', 'ʸ', 'ᶻ',
];

/// The superscript of a digit; every other character as it is.
pub(crate) fn raise_digit(c: char) -> char {
    match c {
        '0' => '⁰',
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        '4'..='9' => char::from_u32('⁴' as u32 + (c as u32 - '4' as u32)).unwrap_or(c),
        _ => c,
    }
}

/// The superscript of a note label: digits and Latin letters are raised, signs such as `*` and `†` stay.
///
/// Letters are raised only here, where the text is known to be a label: `killedⁱᵛ` must not fuse with its word, while
/// `21st` and `1er` are to be read as words.
pub(crate) fn raise_label(label: &str) -> String {
    label
        .chars()
        .map(|c| match c.to_ascii_lowercase() {
            lower @ 'a'..='z' => LETTERS[usize::from(lower as u8 - b'a')],
            _ => raise_digit(c),
        })
        .collect()
}

/// Whether raised text can be note marks: digits with what stands between them, or signs.
pub(crate) fn is_note_marks(raised: &str) -> bool {
    let mut marks = false;
    for c in raised.chars() {
        match c {
            '0'..='9' | '*' | '†' | '‡' | '§' | '¶' => marks = true,
            ',' | ';' | '-' | '–' | '[' | ']' | '(' | ')' => {}
            c if c.is_whitespace() => {}
            _ => return false,
        }
    }
    marks
}

/// Whether a text is the label of one note as printed: `12`, `*`, `††`, `iv`, `b`.
pub(crate) fn is_label(text: &str) -> bool {
    let length = text.chars().count();
    (1..=5).contains(&length)
        && (text.bytes().all(|b| b.is_ascii_digit())
            || text.chars().all(|c| matches!(c, '*' | '†' | '‡' | '§' | '¶' | '#'))
            || (text.bytes().all(|b| b.is_ascii_alphabetic())
                && (length == 1 || text.to_ascii_lowercase().chars().all(|c| "ivxlc".contains(c)))))
}
