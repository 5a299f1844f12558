//! A file of parties, line by line.

use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::Path;

use ftm::{Fault, Gathered, Gathering, MOST_RECORDS};

use super::lines::{LONGEST_LINE, Line, Lines};
use crate::error::At;
use crate::vault::CHUNK;
use crate::{Error, Result, Sha256};

/// What a file of parties is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadParties {
    /// Of all its bytes, where they were read.
    pub sha256: Sha256,
    /// Why nothing of it can be taken, where that is so.
    pub unfit: Option<Unfit>,
    /// What its lines hold.
    pub gathered: Gathered,
}

/// A file that is something else than lines, or too much.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unfit {
    /// One JSON array over all.
    Array,
    /// Compressed.
    Gzip,
    /// Larger than [`LARGEST`].
    TooLarge,
}

/// The largest file that is read, in bytes: what it holds is in memory whenever parties are looked at. The largest
/// collection of sanctioned and exposed people that is published has about as much.
pub const LARGEST: u64 = 2 << 30;

/// Reads a file of `FollowTheMoney` entities, a JSON object a line. Memory is bounded by what the lines hold, not by how
/// long they are.
///
/// # Errors
/// The system's. What cannot be read of a line is told in [`Gathered::told`].
pub fn read_parties(path: &Path) -> Result<ReadParties> {
    // Looked at before it is opened: a pipe that nobody writes to would never open.
    let facts = std::fs::metadata(path).at("read", path)?;
    if !facts.is_file() {
        let error = io::Error::new(io::ErrorKind::InvalidInput, "it is no file");
        return Err(Error::io("read", path, error));
    }
    if facts.len() > LARGEST {
        let unfit = Some(Unfit::TooLarge);
        return Ok(ReadParties { sha256: Sha256::of(&[]), unfit, gathered: Gathered::default() });
    }
    let file = File::open(path).at("read", path)?;
    gather(Lines::new(BufReader::with_capacity(CHUNK, file))).at("read", path)
}

fn gather(mut lines: Lines<impl BufRead>) -> io::Result<ReadParties> {
    let mut gathering = Gathering::default();
    let (mut number, mut unfit, mut full) = (0_u32, None, false);
    while let Some(line) = lines.next()? {
        number = number.saturating_add(1);
        if number == 1 {
            unfit = other_form(&line);
        }
        // What is not taken up is hashed all the same.
        if full || unfit.is_some() {
            continue;
        }
        full = gathering.is_full() && !is_blank(&line);
        match line {
            _ if full => gathering.fault(number, Fault::TooMany { limit: MOST_RECORDS }),
            Line::Text(text) => gathering.line(number, text.trim_start_matches('\u{feff}')),
            Line::NotUtf8 { .. } => gathering.fault(number, Fault::NotUtf8),
            Line::TooLong => gathering.fault(number, Fault::TooLong { limit: LONGEST_LINE }),
        }
    }
    Ok(ReadParties { sha256: lines.finish(), unfit, gathered: gathering.finish() })
}

fn is_blank(line: &Line) -> bool {
    matches!(line, Line::Text(text) if text.trim().is_empty())
}

/// What the first line shows a file to be.
fn other_form(line: &Line) -> Option<Unfit> {
    match line {
        Line::Text(text) if text.trim_start_matches('\u{feff}').trim_start().starts_with('[') => {
            Some(Unfit::Array)
        }
        Line::NotUtf8 { gzip: true } => Some(Unfit::Gzip),
        _ => None,
    }
}
