//! Tables with separators, row by row.
//!
//! A quotation mark that is never closed would swallow the rest of the file in a plain reader of CSV. Here it breaks the one line that it
//! stands in.

use std::collections::VecDeque;
use std::io::{self, BufRead, Read};

use super::Text;
use crate::lists::Fault;

/// Lines that one row may go on over: the longest statement of reasons in the UK's list has some forty.
const MOST_LINES: usize = 500;

/// Bytes of a row that is taken: hundreds of times the longest in any list.
const LONGEST_ROW: usize = 4 << 20;

/// Whether a field in quotation marks may hold line ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::lists) enum Lines {
    /// Every line is a row, as in OFAC's files.
    One,
    /// It may.
    Several,
}

/// The fields of a row.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::lists) struct Row {
    /// The line that it begins in, from 1.
    pub line: u32,
    text: String,
    ends: Vec<usize>,
}

impl Row {
    pub(in crate::lists) const fn len(&self) -> usize {
        self.ends.len()
    }

    /// A field without the spaces around it; empty where there is none.
    pub(in crate::lists) fn get(&self, index: usize) -> &str {
        let Some(end) = self.ends.get(index) else { return "" };
        let start = index.checked_sub(1).map_or(0, |before| self.ends[before]);
        self.text[start..*end].trim()
    }

    pub(in crate::lists) fn fields(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|index| self.get(index))
    }
}

/// A line that is read and not yet given out.
struct Line {
    number: u32,
    text: String,
}

/// Rows of an input.
pub(in crate::lists) struct Rows<R> {
    input: Text<R>,
    separator: u8,
    lines: Lines,
    waiting: VecDeque<Line>,
    spare: Vec<String>,
    row: Row,
}

impl<R: Read> Rows<R> {
    pub(in crate::lists) fn new(input: Text<R>, separator: u8, lines: Lines) -> Self {
        Self { input, separator, lines, waiting: VecDeque::new(), spare: Vec::new(), row: Row::default() }
    }

    /// See [`Text::foreign`].
    pub(in crate::lists) fn foreign(&mut self) -> Vec<(u32, Fault)> {
        self.input.foreign()
    }

    /// The next row, or what is wrong with a line and the line; `None` at the end. Empty lines are none.
    pub(in crate::lists) fn next(&mut self) -> io::Result<Option<Result<&Row, (u32, Fault)>>> {
        loop {
            let Some(first) = self.take()? else { return Ok(None) };
            if first.text.len() > LONGEST_ROW {
                return Ok(Some(Err((first.number, Fault::TooLong { limit: LONGEST_ROW }))));
            }
            // MS-DOS ended files with this character; OFAC's tables still have it as their last line.
            let is_end = |c: char| c == '\u{1a}' || c == char::from(self.separator) || c.is_whitespace();
            if first.text.chars().all(is_end) {
                self.spare.push(first.text);
                continue;
            }
            self.row.line = first.number;
            let closed = split(&first.text, self.separator, &mut self.row);
            if closed == Quotes::Closed || self.lines == Lines::One {
                self.spare.push(first.text);
                return Ok(Some(match closed {
                    Quotes::Closed => Ok(&self.row),
                    Quotes::Open => Err((self.row.line, Fault::OpenQuote)),
                }));
            }
            return Ok(Some(match self.go_on(first)? {
                true => Ok(&self.row),
                false => Err((self.row.line, Fault::OpenQuote)),
            }));
        }
    }

    /// Adds lines until the quotation closes. Where it never does, or closes in the middle of a field, the lines are given back.
    fn go_on(&mut self, first: Line) -> io::Result<bool> {
        let mut text = first.text;
        let mut added: Vec<Line> = Vec::new();
        while added.len() < MOST_LINES && text.len() < LONGEST_ROW {
            let Some(line) = self.take()? else { break };
            text.push_str(&line.text);
            let has_quote = line.text.contains('"');
            added.push(line);
            if !has_quote {
                continue;
            }
            match split_strictly(&text, self.separator, &mut self.row) {
                Some(Quotes::Closed) => {
                    self.spare.extend(added.into_iter().map(|line| line.text));
                    return Ok(true);
                }
                Some(Quotes::Open) => {}
                None => break,
            }
        }
        added.into_iter().rev().for_each(|line| self.waiting.push_front(line));
        Ok(false)
    }

    fn take(&mut self) -> io::Result<Option<Line>> {
        if let Some(line) = self.waiting.pop_front() {
            return Ok(Some(line));
        }
        let number = self.input.line();
        let mut text = self.spare.pop().unwrap_or_default();
        text.clear();
        // One byte more than is taken tells that a line is too long; the rest of it is passed over.
        let most = LONGEST_ROW as u64 + 1;
        let read = self.input.by_ref().take(most).read_line(&mut text);
        if read.as_ref().is_err_and(|error| error.kind() == io::ErrorKind::InvalidData) {
            // The limit cuts a character: it is too long at any rate.
            text = " ".repeat(LONGEST_ROW + 1);
        } else if read? == 0 {
            return Ok(None);
        }
        if text.len() > LONGEST_ROW && !text.ends_with('\n') {
            self.input.skip_until(b'\n')?;
        }
        Ok(Some(Line { number, text }))
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Quotes {
    Closed,
    Open,
}

/// Cuts a line into fields. What stands behind a closing quotation mark belongs to the field: people write `"A" Ltd`.
fn split(text: &str, separator: u8, row: &mut Row) -> Quotes {
    cut(text, separator, row).0
}

/// The same for several lines; `None` where something stands behind a closing mark, since then it is not what closes the first.
fn split_strictly(text: &str, separator: u8, row: &mut Row) -> Option<Quotes> {
    let (quotes, clean) = cut(text, separator, row);
    clean.then_some(quotes)
}

fn cut(text: &str, separator: u8, row: &mut Row) -> (Quotes, bool) {
    row.text.clear();
    row.ends.clear();
    let text = text.strip_suffix('\n').unwrap_or(text);
    let text = text.strip_suffix('\r').unwrap_or(text);
    let mut rest = text;
    let (mut quotes, mut clean) = (Quotes::Closed, true);
    loop {
        let quoted = rest.strip_prefix('"');
        if let Some(quoted) = quoted {
            let (behind, closed) = unquote(quoted, &mut row.text);
            rest = behind;
            if !closed {
                quotes = Quotes::Open;
            }
        }
        let end = memchr::memchr(separator, rest.as_bytes()).unwrap_or(rest.len());
        clean &= quoted.is_none() || rest[..end].trim().is_empty();
        row.text.push_str(&rest[..end]);
        row.ends.push(row.text.len());
        if end == rest.len() {
            return (quotes, clean);
        }
        rest = &rest[end + 1..];
    }
}

/// Writes what stands in quotation marks, a doubled one as one; gives what stands behind, and whether they close.
fn unquote<'t>(mut quoted: &'t str, into: &mut String) -> (&'t str, bool) {
    loop {
        let Some(at) = memchr::memchr(b'"', quoted.as_bytes()) else {
            into.push_str(quoted);
            return ("", false);
        };
        into.push_str(&quoted[..at]);
        quoted = &quoted[at + 1..];
        match quoted.strip_prefix('"') {
            Some(behind) => {
                into.push('"');
                quoted = behind;
            }
            None => return (quoted, true),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lists::input::Encoding;

    /// Every row as its fields with `|` between them, every broken line as `!`, each with its line.
    #[track_caller]
    fn check(text: &str, lines: Lines, expected: &[&str]) {
        let mut rows = Rows::new(Text::new(text.as_bytes(), Encoding::Utf8), b',', lines);
        let mut all = Vec::new();
        while let Some(row) = rows.next().expect("no input fails") {
            all.push(match row {
                Ok(row) => format!("{} {}", row.line, row.fields().collect::<Vec<_>>().join("|")),
                Err((line, _)) => format!("{line} !"),
            });
        }
        assert_eq!(all, expected, "{text:?}");
    }

    #[test]
    fn rows_have_their_lines() {
        check("a,b\n\nc\r\n", Lines::One, &["1 a|b", "3 c"]);
        check("1,\"A, \"\"B\"\"\", -0- \n", Lines::One, &["1 1|A, \"B\"|-0-"]);
        check("\"A\" Ltd,x", Lines::One, &["1 A Ltd|x"]);
        check("x,\"two\nlines\",y\nz", Lines::Several, &["1 x|two\nlines|y", "3 z"]);
        check("a\n\u{1a},,,\n", Lines::One, &["1 a"]);
    }

    #[test]
    fn an_open_quote_breaks_one_line() {
        check("a,\"b\nc,d\n", Lines::One, &["1 !", "2 c|d"]);
        check("a,\"b\nc,d\n", Lines::Several, &["1 !", "2 c|d"]);
        check("a,\"b\nc,\"d\",e\nf\n", Lines::Several, &["1 !", "2 c|d|e", "3 f"]);
        check("a,\"b", Lines::Several, &["1 !"]);
    }

    #[test]
    fn a_long_line_is_passed_over() {
        let text = format!("a\n{}\nb\n", "é".repeat(LONGEST_ROW));
        check(&text, Lines::Several, &["1 a", "2 !", "3 b"]);
    }
}
