//! A file of parties, line by line.

use std::fs::File;
use std::io::BufReader;
use std::path::Path;

use reason::imports::{Fault, Gathered, Gathering, MOST_RECORDS};

use super::lines::{LONGEST_LINE, Line, Lines};
use crate::error::At;
use crate::vault::CHUNK;
use crate::{Result, Sha256};

/// What a file of parties is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadParties {
    /// Of all its bytes.
    pub sha256: Sha256,
    /// How it begins, where that says that it is no file of lines.
    pub not_lines: Option<NotLines>,
    /// What its lines hold.
    pub gathered: Gathered,
}

/// A file that is something else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NotLines {
    /// One JSON array over all.
    Array,
    /// Compressed.
    Gzip,
}

/// Reads a file of `FollowTheMoney` entities, a JSON object a line. Memory is bounded by what the lines hold, not by how
/// long they are.
///
/// # Errors
/// The system's. What cannot be read of a line is told in [`Gathered::told`].
pub fn read_parties(path: &Path) -> Result<ReadParties> {
    let file = File::open(path).at("read", path)?;
    let mut lines = Lines::new(BufReader::with_capacity(CHUNK, file));
    let mut gathering = Gathering::default();
    let (mut number, mut not_lines, mut cut) = (0_u32, None, false);
    while let Some(line) = lines.next().at("read", path)? {
        number = number.saturating_add(1);
        if number == 1 {
            not_lines = other_form(&line);
        }
        // What is not taken up is hashed all the same.
        if cut || not_lines.is_some() {
            continue;
        }
        if gathering.is_full() && !is_blank(&line) {
            gathering.fault(number, Fault::TooMany { limit: MOST_RECORDS });
            cut = true;
            continue;
        }
        match line {
            Line::Text(text) => gathering.line(number, text.trim_start_matches('\u{feff}')),
            Line::NotUtf8 { .. } => gathering.fault(number, Fault::NotUtf8),
            Line::TooLong => gathering.fault(number, Fault::TooLong { limit: LONGEST_LINE }),
        }
    }
    Ok(ReadParties { sha256: lines.finish(), not_lines, gathered: gathering.finish() })
}

fn is_blank(line: &Line) -> bool {
    matches!(line, Line::Text(text) if text.trim().is_empty())
}

/// What the first line shows a file to be.
fn other_form(line: &Line) -> Option<NotLines> {
    match line {
        Line::Text(text) if text.trim_start_matches('\u{feff}').trim_start().starts_with('[') => {
            Some(NotLines::Array)
        }
        Line::NotUtf8 { gzip: true } => Some(NotLines::Gzip),
        _ => None,
    }
}
