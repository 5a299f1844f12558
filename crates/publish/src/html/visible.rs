//! Text of a source as a page may show it: escaped, and with the characters that hide or reorder text made visible.

use std::fmt::Write;

use maud::{Escaper, Render};

/// Text in an element. A character that cannot be seen is shown as its code point.
#[derive(Debug, Clone, Copy)]
pub struct Visible<'a>(pub &'a str);

impl Render for Visible<'_> {
    fn render_to(&self, buffer: &mut String) {
        let mut rest = self.0;
        while let Some((at, c)) = rest.char_indices().find(|(_, c)| is_hidden(*c)) {
            escape(&rest[..at], buffer);
            let _ = write!(buffer, "<span class=\"codepoint\" dir=\"ltr\">U+{:04X}</span>", c as u32);
            rest = &rest[at + c.len_utf8()..];
        }
        escape(rest, buffer);
    }
}

/// The same for attributes and titles, where no element may stand.
pub fn plain(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        if is_hidden(c) {
            let _ = write!(shown, "[U+{:04X}]", c as u32);
        } else {
            shown.push(c);
        }
    }
    shown
}

fn escape(text: &str, buffer: &mut String) {
    let _ = Escaper::new(buffer).write_str(text);
}

/// Controls, marks and overrides of direction, and what takes no room on the page. The joiners U+200C and U+200D stay:
/// Persian and the scripts of India are spelled with them.
pub const fn is_hidden(c: char) -> bool {
    matches!(c,
        '\0'..='\u{8}' | '\u{b}'..='\u{1f}' | '\u{7f}'..='\u{9f}'
        | '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}'
        | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_characters_are_shown_and_the_rest_escaped() {
        let cases = [
            ("a < b & \"c\"", "a &lt; b &amp; &quot;c&quot;"),
            ("ab\u{202e}cd", "ab<span class=\"codepoint\" dir=\"ltr\">U+202E</span>cd"),
            ("\0", "<span class=\"codepoint\" dir=\"ltr\">U+0000</span>"),
            ("نمی\u{200c}خواهم", "نمی\u{200c}خواهم"),
            ("two\nlines", "two\nlines"),
        ];
        for (text, expected) in cases {
            assert_eq!(Visible(text).render().into_string(), expected);
        }
        assert_eq!(plain("a\u{2066}b"), "a[U+2066]b");
    }
}
