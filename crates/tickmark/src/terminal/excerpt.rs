//! A place in a text, cut to the width of the terminal, with the columns to underline.

use std::ops::Range;

use unicode_width::UnicodeWidthStr;

use super::escape;

/// A marked part of this many lines is shown whole; of a longer one, its beginning and its end.
const MOST_LINES: usize = 3;
/// What is shown around a marked part that fills the line by itself.
const CONTEXT_OF_LONG: usize = 24;
const ELLIPSIS: &str = "…";

/// One line of an excerpt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Fit for a terminal.
    pub text: String,
    /// Columns to underline; empty where the line holds only context.
    pub marked: Range<usize>,
}

/// Cuts `before`, `marked` and `after`, which follow each other in the text, to lines of at most `width` columns.
///
/// The context is cut at words, and what is left out is shown as `…`. A word wider than a line is broken.
pub fn excerpt(before: &str, marked: &str, after: &str, width: usize) -> Vec<Line> {
    let before = fold(before);
    let marked = escape::line(marked).trim().to_owned();
    let after = fold(after);
    let room = width.saturating_sub(marked.width());
    let all_fits = marked.width() <= width && before.width() + after.width() <= room;
    if all_fits || room >= 2 * CONTEXT_OF_LONG {
        let (left, right) = share(room, before.width(), after.width());
        let before = keep_end(&before, left);
        return vec![one_line(&before, &marked, &keep_start(&after, right))];
    }
    let text =
        Marked::new(&keep_end(&before, CONTEXT_OF_LONG), &marked, &keep_start(&after, CONTEXT_OF_LONG));
    shorten(text.wrap(width))
}

fn one_line(before: &str, marked: &str, after: &str) -> Line {
    let start = before.width();
    Line {
        text: format!("{before}{marked}{after}").trim_end().to_owned(),
        marked: start..start + marked.width(),
    }
}

/// Parts the room: two thirds to what stands before, unless one side needs less.
fn share(room: usize, before: usize, after: usize) -> (usize, usize) {
    let left = (room * 2 / 3).max(room.saturating_sub(after)).min(before);
    (left, (room - left).min(after))
}

/// White space folded; a space at either end stays, since it parts the context from what is marked.
fn fold(text: &str) -> String {
    let text = escape::line(text);
    let mut folded = String::with_capacity(text.len());
    for character in text.chars() {
        if !(character == ' ' && folded.ends_with(' ')) {
            folded.push(character);
        }
    }
    folded
}

/// The end of a text, cut at a word, at most so many columns.
fn keep_end(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.trim_start().to_owned();
    }
    let starts = text.match_indices(' ').map(|(at, space)| at + space.len());
    let fits = |at: &usize| text[*at..].width() < width;
    match starts.into_iter().find(fits) {
        Some(start) => format!("{ELLIPSIS}{}", &text[start..]),
        None => ELLIPSIS.to_owned(),
    }
}

/// The beginning of a text, cut at a word, at most so many columns.
fn keep_start(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.trim_end().to_owned();
    }
    let ends = text.match_indices(' ').map(|(at, _)| at);
    let fits = |at: &usize| text[..*at].width() < width;
    match ends.rev().find(fits) {
        Some(end) => format!("{}{ELLIPSIS}", &text[..end]),
        None => ELLIPSIS.to_owned(),
    }
}

/// A text with a marked part, in bytes.
struct Marked {
    text: String,
    marked: Range<usize>,
}

impl Marked {
    fn new(before: &str, marked: &str, after: &str) -> Self {
        Self { text: format!("{before}{marked}{after}"), marked: before.len()..before.len() + marked.len() }
    }

    /// Breaks at words, and within a word that is wider than a line.
    fn wrap(&self, width: usize) -> Vec<Line> {
        let mut lines = Vec::new();
        let mut start = 0;
        while start < self.text.len() {
            let end = line_end(&self.text, start, width);
            lines.push(self.line(start..end));
            start = end + leading_spaces(&self.text[end..]);
        }
        lines
    }

    fn line(&self, bytes: Range<usize>) -> Line {
        let text = self.text[bytes.clone()].trim_end();
        let end = bytes.start + text.len();
        let from = self.marked.start.clamp(bytes.start, end);
        let to = self.marked.end.clamp(bytes.start, end);
        let column = |at: usize| self.text[bytes.start..at].width();
        Line { text: text.to_owned(), marked: column(from)..column(to) }
    }
}

/// Where the line that begins at `start` ends: after the last word that fits, at least one character on.
fn line_end(text: &str, start: usize, width: usize) -> usize {
    let rest = &text[start..];
    if rest.width() <= width {
        return text.len();
    }
    let fitting = rest
        .char_indices()
        .map(|(at, character)| at + character.len_utf8())
        .take_while(|end| rest[..*end].width() <= width)
        .last()
        .unwrap_or_else(|| rest.chars().next().map_or(0, char::len_utf8));
    match rest[..fitting].rfind(' ') {
        Some(space) if space > 0 => start + space,
        _ => start + fitting,
    }
}

fn leading_spaces(text: &str) -> usize {
    text.len() - text.trim_start_matches(' ').len()
}

fn shorten(mut lines: Vec<Line>) -> Vec<Line> {
    if lines.len() > MOST_LINES {
        let left_out = MOST_LINES - 1..lines.len() - 1;
        let gap = Line { text: ELLIPSIS.to_owned(), marked: 0..0 };
        lines.splice(left_out, [gap]);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn draw(before: &str, marked: &str, after: &str, width: usize) -> String {
        let draw_line = |line: &Line| {
            let underline = "^".repeat(line.marked.len());
            format!("{}\n{:2$}{underline}", line.text, "", line.marked.start).trim_end().to_owned()
        };
        let lines: Vec<_> = excerpt(before, marked, after, width).iter().map(draw_line).collect();
        lines.join("\n")
    }

    fn check(before: &str, marked: &str, after: &str, expected: &str) {
        assert_eq!(draw(before, marked, after, 60), expected);
    }

    #[test]
    fn context_is_cut_at_words() {
        check("Short ", "it", " is.", "Short it is.\n      ^^");
        check(
            "The convoy left the town before dawn and reached the well by noon, ",
            "killing six",
            ", said two of the people who had walked with it that day.",
            "…and reached the well by noon, killing six, said two of…\n                               ^^^^^^^^^^^",
        );
    }

    #[test]
    fn columns_count_as_the_terminal_shows_them() {
        check("馬里 ", "北部", " now", "馬里 北部 now\n     ^^^^");
        check("e\u{301}te\u{301} ", "cafe\u{301}", "", "e\u{301}te\u{301} cafe\u{301}\n    ^^^^");
        check("a\u{202e}b ", "c", "", "a<U+202E>b c\n           ^");
    }

    #[test]
    fn a_long_mark_without_context_is_wrapped_too() {
        check(
            "",
            "https://sable.example/2023/05/13/a-very-long-address-that-goes-on",
            "",
            "https://sable.example/2023/05/13/a-very-long-address-that-go\n^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\nes-on\n^^^^^",
        );
    }

    #[test]
    fn a_long_mark_is_wrapped_and_its_middle_left_out() {
        let long = "one two three four five six seven eight nine ten ".repeat(6);
        let drawn = draw("Before it ", &long, " after it.", 60);
        let lines: Vec<_> = drawn.lines().collect();
        assert_eq!(lines[0], "Before it one two three four five six seven eight nine ten");
        assert_eq!(lines[4], "…");
        assert!(lines.last().unwrap().ends_with('^'), "{drawn}");
    }

    proptest! {
        #[test]
        fn lines_fit_and_marks_lie_within(
            before in any::<String>(), marked in "\\PC{1,80}", after in any::<String>(), width in 20_usize..120
        ) {
            for line in excerpt(&before, &marked, &after, width) {
                // A single character wider than what is left may stand out by a column.
                prop_assert!(line.text.width() <= width + 2, "{line:?}");
                prop_assert!(line.marked.end <= line.text.width() + 1, "{line:?}");
            }
        }
    }
}
