//! Raised characters: how note marks are written in a reading text.

/// The digit that a Unicode superscript shows.
#[must_use]
pub const fn superscript_value(c: char) -> Option<u8> {
    Some(match c {
        '⁰' => 0,
        '¹' => 1,
        '²' => 2,
        '³' => 3,
        '⁴' => 4,
        '⁵' => 5,
        '⁶' => 6,
        '⁷' => 7,
        '⁸' => 8,
        '⁹' => 9,
        _ => return None,
    })
}

/// The plain character behind a raised digit or a raised letter of roman numerals (`ⁱᵛ`): what word processors number
/// endnotes with unless told otherwise.
#[must_use]
pub const fn lowered(c: char) -> Option<char> {
    Some(match c {
        'ⁱ' => 'i',
        'ᵛ' => 'v',
        'ˣ' => 'x',
        'ˡ' => 'l',
        'ᶜ' => 'c',
        'ᵈ' => 'd',
        'ᵐ' => 'm',
        _ => match superscript_value(c) {
            Some(digit) => (b'0' + digit) as char,
            None => return None,
        },
    })
}

/// Whether a note mark may consist of it.
#[must_use]
pub const fn is_raised(c: char) -> bool {
    lowered(c).is_some()
}

/// Raises the ASCII digits of a label; other characters stay.
///
/// ```
/// assert_eq!(reason::text::to_superscript("12"), "¹²");
/// ```
#[must_use]
pub fn to_superscript(label: &str) -> String {
    const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    label.chars().map(|c| c.to_digit(10).map_or(c, |digit| RAISED[digit as usize])).collect()
}

/// The number of a label in digits or small roman numerals.
///
/// ```
/// use reason::text::label_number;
/// assert_eq!((label_number("12"), label_number("xlix"), label_number("iixx")), (Some(12), Some(49), None));
/// ```
#[must_use]
pub fn label_number(label: &str) -> Option<u32> {
    if label.starts_with(|c: char| c.is_ascii_digit()) {
        return label.parse().ok();
    }
    let number = roman_value(label)?;
    (roman(number) == label).then_some(number)
}

/// Adds and subtracts the letters; whether they stand in the right order is left to the caller.
fn roman_value(label: &str) -> Option<u32> {
    if label.is_empty() || label.len() > 9 {
        return None;
    }
    let values: Option<Vec<u32>> = label
        .chars()
        .map(|c| match c {
            'i' => Some(1),
            'v' => Some(5),
            'x' => Some(10),
            'l' => Some(50),
            'c' => Some(100),
            'd' => Some(500),
            'm' => Some(1000),
            _ => None,
        })
        .collect();
    let values = values?;
    let mut sum: u32 = 0;
    for (index, value) in values.iter().enumerate() {
        if values.get(index + 1).is_some_and(|next| next > value) {
            sum = sum.wrapping_sub(*value);
        } else {
            sum = sum.wrapping_add(*value);
        }
    }
    Some(sum)
}

/// The one right way to write a number in small roman numerals.
fn roman(mut number: u32) -> String {
    const PARTS: [(u32, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    let mut text = String::new();
    // Notes are numbered to the low thousands; a wrapped sum is no label.
    if number > 4999 {
        return text;
    }
    for (value, letters) in PARTS {
        while number >= value {
            text.push_str(letters);
            number -= value;
        }
    }
    text
}
