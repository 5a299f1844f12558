//! Rows of a table, one after the other, each with where it stands. What cannot be read is a row all the same: nothing is lost.

use std::borrow::Cow;
use std::collections::VecDeque;
use std::io::{self, BufRead, Read};

use names::lists::{Fault, Text};

/// Longest row that is read, in bytes. A longer one is no row of queries; what is beyond is passed over, and told.
const LONGEST: usize = 1 << 20;

/// Most lines of one row. Where a quotation mark is not closed within them, the line that opens it is broken and the next one is a row again.
const MOST_LINES: usize = 64;

/// A row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// As a spreadsheet counts: the header is row 1, and empty rows count.
    pub number: u64,
    /// The fields, as far as they can be told apart.
    pub fields: Vec<String>,
    /// What is wrong with it.
    pub broken: Option<Broken>,
    /// What its bytes were taken as, where they are no UTF-8.
    pub foreign: Option<String>,
}

impl Row {
    /// As many cells as the header has, so that what is added behind them stands in its columns; what is too much is kept in the last of them.
    pub fn fitted(&self, width: usize, delimiter: u8) -> Vec<Cow<'_, str>> {
        let before = width.saturating_sub(1);
        let mut cells: Vec<Cow<'_, str>> =
            self.fields.iter().take(before).map(|field| Cow::Borrowed(&**field)).collect();
        match self.fields.get(before..) {
            Some([last]) => cells.push(Cow::Borrowed(last)),
            Some(rest) => cells.push(rest.join(char::from(delimiter).encode_utf8(&mut [0; 4])).into()),
            None => {}
        }
        cells.resize(width, Cow::Borrowed(""));
        cells
    }
}

/// Why a row cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Broken {
    /// A quotation mark is not closed.
    OpenQuote,
    /// It is longer than a row may be.
    TooLong,
    /// It has fewer or more fields than the header.
    Fields {
        /// Of the header.
        expected: usize,
        /// Of the row.
        found: usize,
    },
}

impl Broken {
    /// In words.
    pub fn words(self) -> String {
        match self {
            Self::OpenQuote => "a quotation mark is not closed".to_owned(),
            Self::TooLong => format!("longer than {LONGEST} bytes; cut there"),
            Self::Fields { expected, found } => format!("{found} fields where the header has {expected}"),
        }
    }
}

/// Reads rows.
pub struct Rows<R> {
    from: Text<R>,
    delimiter: u8,
    /// Fields of the header.
    width: Option<usize>,
    /// Lines that were read ahead to close a quotation mark and have to be read again.
    ahead: VecDeque<Line>,
    /// What is to be said of lines that are no UTF-8, up to where was decoded.
    foreign: VecDeque<(u32, Fault)>,
    /// Rows so far, the header and empty ones included.
    number: u64,
    /// Bytes of the rows so far, as UTF-8.
    offset: u64,
}

/// A line with its end.
#[derive(Debug, Clone)]
struct Line {
    /// From 1.
    number: u32,
    /// Without the end.
    text: String,
    /// Of all, the end and what was passed over included.
    length: u64,
    /// Whether something was passed over.
    cut: bool,
}

impl<R: Read> Rows<R> {
    /// Of a table of which nothing was read yet.
    pub fn new(from: Text<R>, delimiter: u8) -> Self {
        Self {
            from,
            delimiter,
            width: None,
            ahead: VecDeque::new(),
            foreign: VecDeque::new(),
            number: 0,
            offset: 0,
        }
    }

    /// Passes over `number` rows, which take so many bytes as UTF-8.
    pub fn go_on_after(&mut self, number: u64, offset: u64) -> io::Result<()> {
        let passed = io::copy(&mut self.from.by_ref().take(offset - self.offset), &mut io::sink())?;
        (self.number, self.offset) = (number, self.offset + passed);
        let line = self.from.line();
        self.foreign.extend(self.from.foreign());
        self.foreign.retain(|(of, _)| *of >= line);
        Ok(())
    }

    /// Rows so far, as a spreadsheet counts them.
    pub const fn number(&self) -> u64 {
        self.number
    }

    /// Bytes up to the end of the last row, as UTF-8.
    pub const fn offset(&self) -> u64 {
        self.offset
    }

    /// The header, whose width the rows must have; `None` where there is nothing.
    pub fn header(&mut self) -> io::Result<Option<Row>> {
        let header = self.next()?;
        self.width = header.as_ref().map(|row| row.fields.len());
        Ok(header)
    }

    /// The next row; lines in which nothing stands are none.
    pub fn next(&mut self) -> io::Result<Option<Row>> {
        loop {
            let Some(first) = self.line()? else { return Ok(None) };
            self.number += 1;
            if first.text.is_empty() {
                self.offset += first.length;
                continue;
            }
            return self.row(first).map(Some);
        }
    }

    fn row(&mut self, first: Line) -> io::Result<Row> {
        let mut splitting = Splitting::new(self.delimiter);
        splitting.line(&first.text);
        self.offset += first.length;
        let mut cut = first.cut;
        let mut more: Vec<Line> = Vec::new();
        let mut held = first.text.len();
        while splitting.is_open() && !cut {
            let next = if more.len() + 1 < MOST_LINES && held < LONGEST { self.line()? } else { None };
            let Some(next) = next else {
                // Not closed: this line alone is broken, and the mark a letter like others; what follows are rows of their own.
                more.into_iter().rev().for_each(|line| self.ahead.push_front(line));
                let fields = first.text.split(char::from(self.delimiter)).map(str::to_owned).collect();
                return Ok(self.made(fields, first.number, Some(Broken::OpenQuote)));
            };
            held += next.text.len();
            cut |= next.cut;
            splitting.line(&next.text);
            more.push(next);
        }
        self.offset += more.iter().map(|line| line.length).sum::<u64>();
        let last = more.last().map_or(first.number, |line| line.number);
        Ok(self.made(splitting.finish(), last, cut.then_some(Broken::TooLong)))
    }

    fn made(&mut self, fields: Vec<String>, last: u32, broken: Option<Broken>) -> Row {
        let found = fields.len();
        let width = self.width.filter(|width| *width != found);
        let broken = broken.or_else(|| width.map(|expected| Broken::Fields { expected, found }));
        Row { number: self.number, fields, broken, foreign: self.foreign_up_to(last) }
    }

    /// What is to be said of lines up to one that nothing was said of yet.
    fn foreign_up_to(&mut self, last: u32) -> Option<String> {
        let mut said = None;
        while let Some((_, fault)) = self.foreign.pop_front_if(|(line, _)| *line <= last) {
            said = said.or_else(|| Some(fault.sentence()));
        }
        said
    }

    fn line(&mut self) -> io::Result<Option<Line>> {
        if let Some(line) = self.ahead.pop_front() {
            return Ok(Some(line));
        }
        let (mut bytes, mut length, mut cut) = (Vec::new(), 0, false);
        let number = self.from.line();
        loop {
            let ready = self.from.fill_buf()?;
            if ready.is_empty() {
                break;
            }
            let end = ready.iter().position(|byte| *byte == b'\n');
            let text = end.unwrap_or(ready.len());
            let room = LONGEST.saturating_sub(bytes.len());
            bytes.extend_from_slice(&ready[..text.min(room)]);
            cut |= text > room;
            let taken = end.map_or(ready.len(), |end| end + 1);
            length += taken as u64;
            self.from.consume(taken);
            if end.is_some() {
                break;
            }
        }
        self.foreign.extend(self.from.foreign());
        Ok((length > 0).then(|| Line { number, text: text(bytes), length, cut }))
    }
}

/// Without a return at its end. A limit may have cut a character: it is left out.
fn text(mut bytes: Vec<u8>) -> String {
    if bytes.last() == Some(&b'\r') {
        bytes.pop();
    }
    String::from_utf8(bytes).unwrap_or_else(|cut| {
        let whole = cut.utf8_error().valid_up_to();
        let mut bytes = cut.into_bytes();
        bytes.truncate(whole);
        String::from_utf8(bytes).unwrap_or_default()
    })
}

/// Fields as RFC 4180 has them: a quotation mark that begins a field quotes it; within, two stand for one. Elsewhere it is a letter like others.
struct Splitting {
    delimiter: char,
    fields: Vec<String>,
    field: String,
    state: Place,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Begin,
    Plain,
    Quoted,
    /// After a quotation mark within quotes: the end, or the first of two.
    Mark,
}

impl Splitting {
    fn new(delimiter: u8) -> Self {
        let delimiter = char::from(delimiter);
        Self { delimiter, fields: Vec::new(), field: String::new(), state: Place::Begin }
    }

    fn is_open(&self) -> bool {
        self.state == Place::Quoted
    }

    /// Takes up a line; within quotes the end of the one before belongs to the field.
    fn line(&mut self, text: &str) {
        if self.is_open() {
            self.field.push('\n');
        }
        text.chars().for_each(|letter| self.letter(letter));
    }

    fn letter(&mut self, letter: char) {
        self.state = match (self.state, letter) {
            (Place::Begin, '"') => Place::Quoted,
            (Place::Quoted, '"') => Place::Mark,
            (Place::Mark, '"') => {
                self.field.push('"');
                Place::Quoted
            }
            (Place::Begin | Place::Plain | Place::Mark, letter) if letter == self.delimiter => {
                self.fields.push(std::mem::take(&mut self.field));
                Place::Begin
            }
            (Place::Quoted, letter) => {
                self.field.push(letter);
                Place::Quoted
            }
            (Place::Begin | Place::Plain | Place::Mark, letter) => {
                self.field.push(letter);
                Place::Plain
            }
        };
    }

    fn finish(mut self) -> Vec<String> {
        self.fields.push(self.field);
        self.fields
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn reading(bytes: &[u8]) -> Rows<&[u8]> {
        Rows::new(Text::of(bytes).expect("memory is readable"), b',')
    }

    fn rows(bytes: &[u8]) -> Vec<Row> {
        let mut rows = reading(bytes);
        let mut found = Vec::new();
        while let Some(row) = rows.next().expect("memory is readable") {
            found.push(row);
        }
        found
    }

    #[track_caller]
    fn check(text: &str, expected: &[&[&str]]) {
        let found: Vec<Vec<String>> = rows(text.as_bytes()).into_iter().map(|row| row.fields).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn fields_are_parted_as_spreadsheets_do() {
        check("a,b\nc,\r\n,\n", &[&["a", "b"], &["c", ""], &["", ""]]);
        check(
            "\"a,\nb\",c\n\n\"say \"\"no\"\"\",5\" pipe\n",
            &[&["a,\nb", "c"], &["say \"no\"", "5\" pipe"]],
        );
        check("last", &[&["last"]]);
        check("\"a\"b,c", &[&["ab", "c"]]);
    }

    #[test]
    fn a_mark_that_is_never_closed_breaks_one_row() {
        let mut text = String::from("\"open,1\n");
        (0..100).for_each(|number| text.push_str(&format!("name {number},x\n")));
        let found = rows(text.as_bytes());
        assert_eq!(found.len(), 101);
        assert_eq!(found[0].broken, Some(Broken::OpenQuote));
        assert!(found[1..].iter().all(|row| row.broken.is_none() && row.fields.len() == 2));
        let found = rows(b"a,\"b\nc,d\n");
        assert_eq!(found.iter().map(|row| row.broken).collect::<Vec<_>>(), [Some(Broken::OpenQuote), None]);
    }

    #[test]
    fn broken_rows_are_rows() {
        let long = vec![b'x'; LONGEST + 5];
        let found = rows(&[&long[..], b"\nnext\n"].concat());
        assert_eq!((found[0].broken, found[0].fields[0].len()), (Some(Broken::TooLong), LONGEST));
        assert_eq!(found[1].fields, ["next"]);
        let found = rows(&[b"x", "\u{f8}".repeat(LONGEST).as_bytes(), b"\nnext\n"].concat());
        assert_eq!((found[0].broken, found[0].fields[0].len()), (Some(Broken::TooLong), LONGEST - 1));
        let mut rows = reading(b"a,b\n1\n1,2\n");
        rows.header().expect("readable");
        let broken = rows.next().expect("readable").expect("a row").broken;
        assert_eq!(broken, Some(Broken::Fields { expected: 2, found: 1 }));
        assert_eq!(rows.next().expect("readable").expect("a row").number, 3);
    }

    #[test]
    fn what_is_no_utf8_is_read_and_told_once() {
        let check = |bytes: &[u8], expected: &[(&str, bool)]| {
            let found = rows(bytes);
            let found: Vec<_> =
                found.iter().map(|row| (row.fields.join("|"), row.foreign.is_some())).collect();
            let expected: Vec<_> = expected.iter().map(|(text, told)| ((*text).to_owned(), *told)).collect();
            assert_eq!(found, expected);
        };
        check(b"n\nRen\xe9\nZo\xc3\xab\n", &[("n", false), ("Ren\u{e9}", true), ("Zo\u{eb}", false)]);
        check(
            b"n\n\xc8\xe2\xe0\xed\n\xce\xf1\xf2\xf0\xe5\xe2\n",
            &[
                ("n", false),
                ("\u{418}\u{432}\u{430}\u{43d}", true),
                ("\u{41e}\u{441}\u{442}\u{440}\u{435}\u{432}", false),
            ],
        );
        check(b"\xff\xfen\0\n\0\xf8\0\n\0", &[("n", false), ("\u{f8}", false)]);
        // In a row that goes over lines, and in those that were read ahead to close one.
        check(b"a,\"\nRen\xe9\"\nb\n", &[("a|\nRen\u{e9}", true), ("b", false)]);
        check(b"a,\"\nb\nRen\xe9\n", &[("a|\"", false), ("b", false), ("Ren\u{e9}", true)]);
    }

    #[test]
    fn it_is_gone_on_with_behind_any_row() {
        let bytes = b"\xef\xbb\xbfn,m\nRen\xe9,\"x\ny\"\n\nZo\xeb,2\n3,\"open\n4,5\n";
        let begun = || {
            let mut rows = reading(bytes);
            rows.header().expect("readable");
            rows
        };
        let mut whole = begun();
        loop {
            let mut rows = begun();
            rows.go_on_after(whole.number(), whole.offset()).expect("readable");
            let (next, expected) = (rows.next().expect("readable"), whole.next().expect("readable"));
            assert_eq!(next, expected);
            if next.is_none() {
                break;
            }
        }
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_to_their_end(bytes in proptest::collection::vec(prop_oneof![Just(b'"'), Just(b','), Just(b'\n'), any::<u8>()], 0..400)) {
            let mut text = String::new();
            Text::of(&*bytes).expect("readable").read_to_string(&mut text).expect("readable");
            let mut rows = reading(&bytes);
            while rows.next().expect("readable").is_some() {}
            prop_assert_eq!(rows.offset(), text.len() as u64);
        }
    }
}
