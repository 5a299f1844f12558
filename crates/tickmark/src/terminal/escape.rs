//! Text of a document, made fit for a terminal.
//!
//! A source must not be able to move the cursor, change colours, or show one thing where another is stored. Control
//! characters and those that reorder text on screen are written out as `<U+202E>`.

use std::borrow::Cow;

/// One line: line ends and tabs become spaces.
pub fn line(text: &str) -> Cow<'_, str> {
    escape(text, |character| match character {
        '\n' | '\r' | '\t' => Verdict::Space,
        _ => judge(character),
    })
}

/// Several lines: line ends stay.
pub fn lines(text: &str) -> Cow<'_, str> {
    escape(text, |character| match character {
        '\n' => Verdict::Keep,
        '\r' | '\t' => Verdict::Space,
        _ => judge(character),
    })
}

enum Verdict {
    Keep,
    Space,
    WriteOut,
}

fn escape(text: &str, verdict: impl Fn(char) -> Verdict) -> Cow<'_, str> {
    if text.chars().all(|each| matches!(verdict(each), Verdict::Keep)) {
        return Cow::Borrowed(text);
    }
    let mut escaped = String::with_capacity(text.len() + 16);
    for character in text.chars() {
        match verdict(character) {
            Verdict::Keep => escaped.push(character),
            Verdict::Space => escaped.push(' '),
            Verdict::WriteOut => escaped.push_str(&format!("<U+{:04X}>", u32::from(character))),
        }
    }
    Cow::Owned(escaped)
}

/// Joiners stay: Arabic, Persian and Indic scripts are wrong without them.
fn judge(character: char) -> Verdict {
    match character {
        _ if character.is_control() => Verdict::WriteOut,
        '\u{61C}' | '\u{200B}' | '\u{200E}' | '\u{200F}' => Verdict::WriteOut,
        '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' => Verdict::WriteOut,
        '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}' => Verdict::WriteOut,
        _ => Verdict::Keep,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(text: &str, expected: &str) {
        assert_eq!(line(text), expected);
    }

    #[test]
    fn what_could_drive_the_terminal_is_written_out() {
        check("plain, Ménaka, 馬里, 👩‍🌾", "plain, Ménaka, 馬里, 👩‍🌾");
        check("\u{1b}[31mred\u{7}", "<U+001B>[31mred<U+0007>");
        check("\u{9b}2J", "<U+009B>2J");
        check("invoice\u{202e}fdp.exe", "invoice<U+202E>fdp.exe");
        check("a\u{2066}b\u{2069}", "a<U+2066>b<U+2069>");
        check("tag\u{e0041}", "tag<U+E0041>");
        check("two\r\nlines\tand a tab", "two  lines and a tab");
    }

    proptest! {
        #[test]
        fn nothing_that_comes_out_controls(text in any::<String>()) {
            let no_control = |text: &str| !text.chars().any(char::is_control);
            prop_assert!(no_control(&line(&text)));
            prop_assert!(lines(&text).split('\n').all(no_control));
        }
    }
}
