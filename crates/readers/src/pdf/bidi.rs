//! Arabic and Hebrew: a page shows them from right to left, whatever order the file stores them in.
//!
//! Readers of tagged files trust the stored order and often get it reversed. We only trust the places: glyphs arrive
//! from left to right, and what is written from right to left is turned around here, numbers and Latin words excepted.

/// Whether a character is written from right to left (Hebrew, Arabic, Syriac, Thaana, N'Ko, presentation forms).
pub fn is_right_to_left(character: char) -> bool {
    matches!(character, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}'
        if !is_number_part(character))
}

/// Digits and their signs keep their order among right-to-left letters.
fn is_number_part(character: char) -> bool {
    character.is_numeric() || matches!(character, '\u{66a}'..='\u{66c}')
}

/// The logical text of a word whose glyphs stand from left to right.
pub fn logical(glyphs: impl Iterator<Item = (char, String)>) -> String {
    let glyphs: Vec<(char, String)> = glyphs.collect();
    let text = |glyphs: &[(char, String)]| {
        let mut text = String::with_capacity(glyphs.len());
        for (first, rest) in glyphs {
            text.push(*first);
            text.push_str(rest);
        }
        text
    };
    if !glyphs.iter().any(|(first, _)| is_right_to_left(*first)) {
        return text(&glyphs);
    }
    let mut turned = glyphs;
    turned.reverse();
    restore_runs(&mut turned, |(first, _)| keeps_order(*first));
    let as_stored = text(&turned);
    turned.iter_mut().for_each(|(first, _)| *first = mirrored(*first));
    let as_shown = text(&turned);
    // Some fonts map a bracket to what it means, others to what it looks like: the right one opens before it closes.
    if closes_first(&as_stored) && !closes_first(&as_shown) { as_shown } else { as_stored }
}

/// Whether a bracket closes that was not opened, or the last character opens one.
fn closes_first(text: &str) -> bool {
    let mut depth = 0;
    for character in text.chars() {
        match character {
            '(' | '[' | '«' => depth += 1,
            ')' | ']' | '»' => depth -= 1,
            _ => {}
        }
        if depth < 0 && text.starts_with([')', ']', '»']) {
            return true;
        }
    }
    text.ends_with(['(', '[', '«'])
}

/// The reading order of the words of a line that stand from left to right.
pub fn order_line<T>(words: &mut [T], text: impl Fn(&T) -> &str) {
    let is_rtl = |word: &T| text(word).chars().any(is_right_to_left);
    let is_ltr = |word: &T| text(word).chars().any(|c| c.is_alphabetic() && !is_right_to_left(c));
    let (rtl, ltr) =
        (words.iter().filter(|word| is_rtl(word)).count(), words.iter().filter(|word| is_ltr(word)).count());
    if rtl == 0 {
        return;
    }
    if rtl >= ltr {
        words.reverse();
        restore_runs(words, |word| is_ltr(word) && !is_rtl(word));
    } else {
        restore_runs(words, is_rtl);
    }
}

fn restore_runs<T>(items: &mut [T], belongs: impl Fn(&T) -> bool) {
    let mut start = 0;
    while start < items.len() {
        let length = items[start..].iter().take_while(|item| belongs(item)).count();
        items[start..start + length].reverse();
        start += length.max(1);
    }
}

fn keeps_order(character: char) -> bool {
    is_number_part(character) || (character.is_alphabetic() && !is_right_to_left(character))
}

/// Brackets are stored by their meaning and shown by their side.
fn mirrored(character: char) -> char {
    match character {
        '(' => ')',
        ')' => '(',
        '[' => ']',
        ']' => '[',
        '«' => '»',
        '»' => '«',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(shown: &str, stored: &str) {
        assert_eq!(logical(shown.chars().map(|c| (c, String::new()))), stored);
    }

    #[test]
    fn words_are_stored_as_they_are_read() {
        check("report", "report");
        check("\u{5dd}\u{5d5}\u{5dc}\u{5e9}", "\u{5e9}\u{5dc}\u{5d5}\u{5dd}");
        check("2023\u{5d1}", "\u{5d1}2023");
        check("(\u{5d0}", "\u{5d0})");
    }

    #[test]
    fn lines_are_stored_as_they_are_read() {
        let mut line = vec!["3", "\u{5d2}", "UN", "Panel", "\u{5d1}", "\u{5d0}"];
        order_line(&mut line, |word| word);
        assert_eq!(line, ["\u{5d0}", "\u{5d1}", "UN", "Panel", "\u{5d2}", "3"]);
        let mut latin = vec!["The", "\u{5d1}", "\u{5d0}", "party", "and", "so"];
        order_line(&mut latin, |word| word);
        assert_eq!(latin, ["The", "\u{5d0}", "\u{5d1}", "party", "and", "so"]);
    }
}
