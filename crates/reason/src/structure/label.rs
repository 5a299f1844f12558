use crate::text::{label_number, lowered};

/// The label that a note begins with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// As printed, without brackets and stops: `12`, `*`.
    pub text: String,
    /// Its number; `None` for `*` and the like.
    pub number: Option<u32>,
    /// How it is set.
    pub style: LabelStyle,
    /// Bytes of the label with its brackets and stops.
    pub length: usize,
    /// Bytes up to the text that it labels.
    pub text_at: usize,
}

/// How a label is set apart from its note.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LabelStyle {
    /// `¹² Text`
    Raised,
    /// `[12] Text`
    Bracketed,
    /// `(12) Text`
    Parenthesised,
    /// `12. Text`
    Stopped,
    /// `12) Text`
    Closed,
    /// `12 Text`
    Bare,
    /// `12Text`: flattened.
    Glued,
    /// `* Text`
    Symbol,
    /// `iv Text`, `iv. Text`, `ivText`
    Roman,
}

/// Notes are numbered to three digits, in the longest books to four; years stand at the start of lines, too, and
/// are told apart by the chain that a label must fit in.
const LONGEST_NUMBER: usize = 4;

/// Reads the label that a text begins with.
#[must_use]
pub fn leading_label(text: &str) -> Option<Label> {
    let first = text.chars().next()?;
    match first {
        '[' => enclosed(text, ']', LabelStyle::Bracketed),
        '(' => enclosed(text, ')', LabelStyle::Parenthesised),
        '*' | '†' | '‡' => symbol(text, first),
        _ if lowered(first).is_some() => raised(text),
        _ if first.is_ascii_digit() => numbered(text),
        'i' | 'v' | 'x' | 'l' | 'c' => roman(text),
        _ => None,
    }
}

fn finish(text: &str, label: &str, number: Option<u32>, style: LabelStyle, length: usize) -> Option<Label> {
    let text_at = text.len() - text[length..].trim_start().len();
    (text_at < text.len()).then(|| Label { text: label.to_owned(), number, style, length, text_at })
}

fn enclosed(text: &str, close: char, style: LabelStyle) -> Option<Label> {
    let end = text[1..].find(close)? + 1;
    let label = &text[1..end];
    let plain =
        !label.is_empty() && label.len() <= LONGEST_NUMBER && label.bytes().all(|byte| byte.is_ascii_digit());
    let number = plain.then(|| label.parse().ok()).flatten()?;
    finish(text, label, Some(number), style, end + 1)
}

fn symbol(text: &str, first: char) -> Option<Label> {
    let length = text.len() - text.trim_start_matches(first).len();
    let label = &text[..length];
    let follows = text[length..].trim_start().chars().next()?;
    let plausible = label.chars().count() <= 4
        && (follows.is_alphanumeric() || matches!(follows, '"' | '“' | '«' | '‘' | '('));
    plausible.then(|| finish(text, label, None, LabelStyle::Symbol, length)).flatten()
}

fn raised(text: &str) -> Option<Label> {
    let label: String = text.chars().map_while(lowered).collect();
    let length = text.chars().take_while(|c| lowered(*c).is_some()).map(char::len_utf8).sum();
    finish(text, &label, Some(label_number(&label)?), LabelStyle::Raised, length)
}

/// A small roman numeral before a capital: `iv Text`. The longest that is one (`cxlixInterview` is 149).
fn roman(text: &str) -> Option<Label> {
    let letters = text.bytes().take_while(|byte| matches!(byte, b'i' | b'v' | b'x' | b'l' | b'c')).count();
    let label = &text[..letters];
    let rest = &text[letters..];
    let after = rest.strip_prefix(['.', ')']).unwrap_or(rest).trim_start();
    let opens = after.starts_with(|c: char| c.is_uppercase() || matches!(c, '“' | '"' | '«' | '‘' | '('));
    let length = letters + usize::from(rest.starts_with(['.', ')']));
    opens.then(|| finish(text, label, Some(label_number(label)?), LabelStyle::Roman, length)).flatten()
}

fn numbered(text: &str) -> Option<Label> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits > LONGEST_NUMBER {
        return None;
    }
    let label = &text[..digits];
    let number = label.parse().ok()?;
    let rest = &text[digits..];
    let (style, length) = match rest.chars().next()? {
        // "3.5 million" is no label.
        '.' if !rest[1..].starts_with(|c: char| c.is_ascii_digit()) => (LabelStyle::Stopped, digits + 1),
        ')' => (LabelStyle::Closed, digits + 1),
        '/' if rest[1..].starts_with(' ') => (LabelStyle::Closed, digits + 1),
        ' ' | '\t' | '\u{a0}' | '\u{2002}' | '\u{2003}' => (LabelStyle::Bare, digits),
        c if c.is_uppercase() || matches!(c, '“' | '"' | '«' | '‘') => (LabelStyle::Glued, digits),
        _ => return None,
    };
    finish(text, label, Some(number), style, length)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<(&str, LabelStyle, &str)>) {
        let found = leading_label(text);
        let shown = found.as_ref().map(|label| (label.text.as_str(), label.style, &text[label.text_at..]));
        assert_eq!(shown, expected, "{text}");
    }

    #[test]
    fn reads_the_forms_that_houses_print() {
        check("¹² Smith", Some(("12", LabelStyle::Raised, "Smith")));
        check("¹Smith", Some(("1", LabelStyle::Raised, "Smith")));
        check("[3] Smith", Some(("3", LabelStyle::Bracketed, "Smith")));
        check("(3) Smith", Some(("3", LabelStyle::Parenthesised, "Smith")));
        check("12. Smith", Some(("12", LabelStyle::Stopped, "Smith")));
        check("12) Smith", Some(("12", LabelStyle::Closed, "Smith")));
        check("1/ Smith", Some(("1", LabelStyle::Closed, "Smith")));
        check("12 Smith", Some(("12", LabelStyle::Bare, "Smith")));
        check("12Smith", Some(("12", LabelStyle::Glued, "Smith")));
        check("* Reports by", Some(("*", LabelStyle::Symbol, "Reports by")));
        check("**Reports by", Some(("**", LabelStyle::Symbol, "Reports by")));
    }

    #[test]
    fn leaves_what_is_no_label() {
        for text in
            ["3.5 million", "2024, available at", "12", "", "[sic] he", "12th of May", "* * *", "123456 x"]
        {
            check(text, None);
        }
    }
}
