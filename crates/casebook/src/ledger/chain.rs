use std::fs::File;
use std::io::{BufRead, BufReader, Read, Seek, SeekFrom, Take};
use std::path::{Path, PathBuf};

use super::{Entry, Head};
use crate::error::At;
use crate::{Error, Result, Sha256};

/// Longest line: a path of 4 KiB and a quote of a few pages fit many times; a damaged file cannot fill the memory.
pub(crate) const LINE_LIMIT: u64 = 1 << 20;

/// A line that follows from the one before.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Link {
    pub(crate) entry: Entry,
    /// As it stands, without its line end.
    pub(crate) line: Vec<u8>,
    /// The chain up to and with this line.
    pub(crate) head: Head,
}

/// Walks the ledger and checks every link; ends after the first error.
pub(crate) struct Chain {
    path: PathBuf,
    file: Take<BufReader<File>>,
    /// Of the lines seen so far.
    head: Head,
    broken: bool,
}

impl Chain {
    /// From the first line. `root` is the SHA-256 of `tickmark.json`; at most `length` bytes are looked at.
    pub(crate) fn open(path: &Path, root: Sha256, length: u64) -> Result<Self> {
        let nothing = Head { hash: root, length: 0, lines: 0 };
        Self::resume(path, nothing, length)
    }

    /// From a place within the ledger on: `from` was seen before.
    pub(crate) fn resume(path: &Path, from: Head, length: u64) -> Result<Self> {
        let mut file = File::open(path).at("read", path)?;
        file.seek(SeekFrom::Start(from.length)).at("read", path)?;
        Ok(Self {
            path: path.to_owned(),
            file: BufReader::with_capacity(1 << 16, file).take(length.saturating_sub(from.length)),
            head: from,
            broken: false,
        })
    }

    /// The end of what was seen.
    pub(crate) const fn head(&self) -> Head {
        self.head
    }

    fn read_line(&mut self) -> Result<Option<Vec<u8>>> {
        let mut line = Vec::new();
        self.file.by_ref().take(LINE_LIMIT).read_until(b'\n', &mut line).at("read", &self.path)?;
        match line.last() {
            None => Ok(None),
            Some(b'\n') => {
                line.pop();
                Ok(Some(line))
            }
            Some(_) => Err(self.damaged("the line has no end")),
        }
    }

    fn link(&mut self, line: Vec<u8>) -> Result<Link> {
        let entry: Entry = serde_json::from_slice(&line).map_err(|error| self.damaged(&error.to_string()))?;
        if entry.seq != self.head.lines {
            return Err(
                self.damaged(&format!("its number should be {}, but is {}", self.head.lines, entry.seq))
            );
        }
        if entry.prev != self.head.hash {
            return Err(self.damaged(&format!(
                "it follows a line with SHA-256 {}, but the line before has {}",
                entry.prev, self.head.hash
            )));
        }
        self.head = Head {
            hash: Sha256::of(&line),
            length: self.head.length + line.len() as u64 + 1,
            lines: self.head.lines + 1,
        };
        Ok(Link { entry, line, head: self.head })
    }

    fn damaged(&self, detail: &str) -> Error {
        Error::LedgerDamaged { path: self.path.clone(), line: self.head.lines + 1, detail: detail.to_owned() }
    }
}

impl Iterator for Chain {
    type Item = Result<Link>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.broken {
            return None;
        }
        let link = match self.read_line() {
            Ok(None) => return None,
            Ok(Some(line)) => self.link(line),
            Err(error) => Err(error),
        };
        self.broken = link.is_err();
        Some(link)
    }
}
