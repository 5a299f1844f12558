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

/// Whether it is a raised digit.
#[must_use]
pub const fn is_superscript_digit(c: char) -> bool {
    superscript_value(c).is_some()
}

/// Raises the ASCII digits of a label; other characters stay.
///
/// ```
/// assert_eq!(reason::text::to_superscript("12"), "¹²");
/// ```
#[must_use]
pub fn to_superscript(label: &str) -> String {
    const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    label
        .chars()
        .map(|c| c.to_digit(10).map_or(c, |digit| RAISED[digit as usize]))
        .collect()
}
