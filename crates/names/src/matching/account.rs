//! Where the points of a comparison go: into a sum alone, or into lines that can be printed.

use crate::reading::{Read, Token};

use super::{How, Part, PartKind};

/// Words of a name that stand together, by their places in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Span {
    pub start: u8,
    pub count: u8,
}

impl Span {
    /// No words.
    pub const NONE: Self = Self { start: 0, count: 0 };

    pub fn one(at: usize) -> Self {
        Self { start: at as u8, count: 1 }
    }

    pub fn places(self) -> std::ops::Range<usize> {
        usize::from(self.start)..usize::from(self.start + self.count)
    }

    /// Its places as bits.
    pub fn bits(self) -> u32 {
        self.places().fold(0, |bits, at| bits | 1 << at)
    }
}

/// One line of an account of two names.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line {
    pub what: PartKind,
    pub points: f32,
    pub one: Span,
    pub other: Span,
    pub how: How,
}

/// Takes points.
pub(super) trait Account {
    fn add(&mut self, line: Line);
}

/// The sum alone. It never falls under 0: a line takes no more than is there.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Sum(pub f32);

impl Account for Sum {
    fn add(&mut self, line: Line) {
        self.0 = (self.0 + line.points).max(0.0);
    }
}

/// Every line, with the words as written.
#[derive(Debug)]
pub(super) struct Listing<'a> {
    pub one: Read<'a>,
    pub other: Read<'a>,
    pub sum: Sum,
    pub parts: Vec<Part>,
}

impl Account for Listing<'_> {
    fn add(&mut self, line: Line) {
        let before = self.sum.0;
        self.sum.add(line);
        self.parts.push(Part {
            what: line.what,
            points: f64::from(self.sum.0 - before),
            one: written(self.one, line.one),
            other: written(self.other, line.other),
            how: line.how,
        });
    }
}

/// The words of a span as written, from the first to the last.
fn written(read: Read<'_>, span: Span) -> String {
    let tokens: &[Token] = read.tokens().get(span.places()).unwrap_or_default();
    let start = tokens.iter().map(|token| usize::from(token.written)).min();
    let end = tokens.iter().map(|token| usize::from(token.written + token.written_len)).max();
    let range = start.unwrap_or(0)..end.unwrap_or(0);
    read.text().get(range).unwrap_or_default().to_owned()
}
