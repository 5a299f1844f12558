//! Rows of a table, one after the other, each with where it stands. What cannot be read is a row all the same: nothing is lost.

use std::io::{self, BufRead};

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
    pub fields: Vec<Vec<u8>>,
    /// What is wrong with it.
    pub broken: Option<Broken>,
}

/// Why a row cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Broken {
    /// A quotation mark is not closed.
    OpenQuote,
    /// It is longer than a row may be.
    TooLong,
    /// Its bytes are no UTF-8.
    NotUtf8,
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
            Self::NotUtf8 => "not UTF-8".to_owned(),
            Self::Fields { expected, found } => format!("{found} fields where the header has {expected}"),
        }
    }
}

/// Reads rows.
pub struct Rows<R> {
    from: R,
    delimiter: u8,
    /// Fields of the header.
    width: Option<usize>,
    /// Lines that were read ahead to close a quotation mark and have to be read again.
    ahead: std::collections::VecDeque<Line>,
    /// Rows so far, the header and empty ones included.
    number: u64,
    /// Bytes of the rows so far.
    offset: u64,
}

/// A line with its end.
#[derive(Debug, Clone)]
struct Line {
    /// Without the end.
    bytes: Vec<u8>,
    /// Of all, the end and what was passed over included.
    length: u64,
    /// Whether something was passed over.
    cut: bool,
}

impl<R: BufRead> Rows<R> {
    /// From a place in a file that `number` rows and `offset` bytes stand before, the header among them.
    pub fn new(from: R, delimiter: u8, width: Option<usize>, number: u64, offset: u64) -> Self {
        Self { from, delimiter, width, ahead: std::collections::VecDeque::new(), number, offset }
    }

    /// Rows so far, as a spreadsheet counts them.
    pub const fn number(&self) -> u64 {
        self.number
    }

    /// Bytes up to the end of the last row.
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
            if first.bytes.is_empty() {
                self.offset += first.length;
                continue;
            }
            return self.row(first).map(Some);
        }
    }

    fn row(&mut self, first: Line) -> io::Result<Row> {
        let mut splitting = Splitting::new(self.delimiter);
        splitting.line(&first.bytes);
        self.offset += first.length;
        let mut cut = first.cut;
        let mut more = Vec::new();
        let mut held = first.bytes.len();
        while splitting.is_open() && !cut {
            let next = if more.len() + 1 < MOST_LINES && held < LONGEST { self.line()? } else { None };
            let Some(next) = next else {
                // Not closed: this line alone is broken, and the mark a letter like others; what follows are rows of their own.
                more.into_iter().rev().for_each(|line| self.ahead.push_front(line));
                let fields = first.bytes.split(|byte| *byte == self.delimiter).map(<[u8]>::to_vec).collect();
                return Ok(self.made(fields, Some(Broken::OpenQuote)));
            };
            held += next.bytes.len();
            cut |= next.cut;
            splitting.line(&next.bytes);
            more.push(next);
        }
        self.offset += more.iter().map(|line| line.length).sum::<u64>();
        Ok(self.made(splitting.finish(), cut.then_some(Broken::TooLong)))
    }

    fn made(&self, fields: Vec<Vec<u8>>, broken: Option<Broken>) -> Row {
        let found = fields.len();
        let width = self.width.filter(|width| *width != found);
        let not_utf8 = || fields.iter().any(|field| std::str::from_utf8(field).is_err());
        let broken = broken
            .or_else(|| not_utf8().then_some(Broken::NotUtf8))
            .or_else(|| width.map(|expected| Broken::Fields { expected, found }));
        Row { number: self.number, fields, broken }
    }

    fn line(&mut self) -> io::Result<Option<Line>> {
        if let Some(line) = self.ahead.pop_front() {
            return Ok(Some(line));
        }
        let mut line = Line { bytes: Vec::new(), length: 0, cut: false };
        loop {
            let bytes = match self.from.fill_buf() {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                result => result?,
            };
            if bytes.is_empty() {
                return Ok((line.length > 0).then(|| without_return(line)));
            }
            let end = bytes.iter().position(|byte| *byte == b'\n');
            let text = end.unwrap_or(bytes.len());
            let room = LONGEST.saturating_sub(line.bytes.len());
            line.bytes.extend_from_slice(&bytes[..text.min(room)]);
            line.cut |= text > room;
            let taken = end.map_or(bytes.len(), |end| end + 1);
            line.length += taken as u64;
            self.from.consume(taken);
            if end.is_some() {
                return Ok(Some(without_return(line)));
            }
        }
    }
}

fn without_return(mut line: Line) -> Line {
    if line.bytes.last() == Some(&b'\r') {
        line.bytes.pop();
    }
    line
}

/// Fields as RFC 4180 has them: a quotation mark that begins a field quotes it; within, two stand for one. Elsewhere it is a letter like others.
struct Splitting {
    delimiter: u8,
    fields: Vec<Vec<u8>>,
    field: Vec<u8>,
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
        Self { delimiter, fields: Vec::new(), field: Vec::new(), state: Place::Begin }
    }

    fn is_open(&self) -> bool {
        self.state == Place::Quoted
    }

    /// Takes up a line; within quotes the end of the one before belongs to the field.
    fn line(&mut self, bytes: &[u8]) {
        if self.is_open() {
            self.field.push(b'\n');
        }
        for byte in bytes {
            self.byte(*byte);
        }
    }

    fn byte(&mut self, byte: u8) {
        self.state = match (self.state, byte) {
            (Place::Begin, b'"') => Place::Quoted,
            (Place::Quoted, b'"') => Place::Mark,
            (Place::Mark, b'"') => {
                self.field.push(b'"');
                Place::Quoted
            }
            (Place::Begin | Place::Plain | Place::Mark, byte) if byte == self.delimiter => {
                self.fields.push(std::mem::take(&mut self.field));
                Place::Begin
            }
            (Place::Quoted, byte) => {
                self.field.push(byte);
                Place::Quoted
            }
            (Place::Begin | Place::Plain | Place::Mark, byte) => {
                self.field.push(byte);
                Place::Plain
            }
        };
    }

    fn finish(mut self) -> Vec<Vec<u8>> {
        self.fields.push(self.field);
        self.fields
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn rows(text: &[u8]) -> Vec<Row> {
        let mut rows = Rows::new(text, b',', None, 0, 0);
        let mut found = Vec::new();
        while let Some(row) = rows.next().expect("memory is readable") {
            found.push(row);
        }
        assert_eq!(rows.offset(), text.len() as u64);
        found
    }

    #[track_caller]
    fn check(text: &str, expected: &[&[&str]]) {
        let found: Vec<Vec<String>> = rows(text.as_bytes())
            .into_iter()
            .map(|row| row.fields.into_iter().map(|field| String::from_utf8(field).expect("text")).collect())
            .collect();
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
        let found = rows(b"\xff,b\n");
        assert_eq!(found[0].broken, Some(Broken::NotUtf8));
        let long = vec![b'x'; LONGEST + 5];
        let found = rows(&[&long[..], b"\nnext\n"].concat());
        assert_eq!((found[0].broken, found[0].fields[0].len()), (Some(Broken::TooLong), LONGEST));
        assert_eq!(found[1].fields, [b"next".to_vec()]);
        let mut rows = Rows::new(&b"a,b\n1\n1,2\n"[..], b',', None, 0, 0);
        rows.header().expect("readable");
        let broken = rows.next().expect("readable").expect("a row").broken;
        assert_eq!(broken, Some(Broken::Fields { expected: 2, found: 1 }));
        assert_eq!(rows.next().expect("readable").expect("a row").number, 3);
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_to_their_end(bytes in proptest::collection::vec(prop_oneof![Just(b'"'), Just(b','), Just(b'\n'), any::<u8>()], 0..400)) {
            rows(&bytes);
        }
    }
}
