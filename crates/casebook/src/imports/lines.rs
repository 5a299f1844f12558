//! Lines of a file in bounded memory.

use std::io::{self, BufRead};

use crate::digest::Hasher;

/// The longest line that is looked at. The longest of the collections that are published, a state with all that it owns
/// nested in it, has about a tenth of that.
pub(super) const LONGEST_LINE: usize = 8 << 20;

/// What stands between two line ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Line {
    Text(String),
    NotUtf8 {
        /// It begins as a file of gzip does.
        gzip: bool,
    },
    TooLong,
}

/// Reads lines and hashes every byte.
pub(super) struct Lines<R> {
    from: R,
    hasher: Hasher,
    buffer: Vec<u8>,
}

impl<R: BufRead> Lines<R> {
    pub(super) fn new(from: R) -> Self {
        Self { from, hasher: Hasher::default(), buffer: Vec::new() }
    }

    /// The next line; `None` at the end.
    pub(super) fn next(&mut self) -> io::Result<Option<Line>> {
        self.buffer.clear();
        let mut begun = false;
        loop {
            let bytes = match self.from.fill_buf() {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                result => result?,
            };
            if bytes.is_empty() {
                return Ok(begun.then(|| self.line()));
            }
            let end = bytes.iter().position(|byte| *byte == b'\n');
            let taken = end.map_or(bytes.len(), |end| end + 1);
            self.hasher.update(&bytes[..taken]);
            let room = (LONGEST_LINE + 1).saturating_sub(self.buffer.len());
            self.buffer.extend_from_slice(&bytes[..end.unwrap_or(taken).min(room)]);
            begun = true;
            self.from.consume(taken);
            if end.is_some() {
                return Ok(Some(self.line()));
            }
        }
    }

    fn line(&self) -> Line {
        if self.buffer.len() > LONGEST_LINE {
            return Line::TooLong;
        }
        match std::str::from_utf8(&self.buffer) {
            Ok(text) => Line::Text(text.to_owned()),
            Err(_) => Line::NotUtf8 { gzip: self.buffer.starts_with(&[0x1f, 0x8b]) },
        }
    }

    /// Of all that was read.
    pub(super) fn finish(self) -> crate::Sha256 {
        self.hasher.finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_bounded_and_every_byte_is_hashed() {
        let mut bytes = b"one\r\n\xff\n".to_vec();
        bytes.extend(vec![b'x'; LONGEST_LINE]);
        bytes.push(b'\n');
        bytes.extend(vec![b'x'; LONGEST_LINE + 1]);
        bytes.extend(b"\n\nlast");
        let mut lines = Lines::new(io::BufReader::new(&*bytes));
        let mut found = Vec::new();
        while let Some(line) = lines.next().expect("memory is readable") {
            found.push(match line {
                Line::Text(text) => text.chars().take(6).collect(),
                other => format!("{other:?}"),
            });
        }
        assert_eq!(found, ["one\r", "NotUtf8 { gzip: false }", "xxxxxx", "TooLong", "", "last"]);
        assert_eq!(lines.finish(), crate::Sha256::of(&bytes));
    }
}
