//! From bytes to the reader of their format.

use std::io::{self, BufRead, Read};

use reason::imports::Record;

use super::format::{Format, tell};
use super::{Options, ReadList, ftm};

/// Why nothing can be made of a file.
#[derive(Debug, thiserror::Error)]
pub enum Unreadable {
    /// It is of no format that is known.
    #[error("no format that is known: looked for {looked_for}; the file begins “{begins}”")]
    Unknown {
        /// Every format, by what it is told by.
        looked_for: &'static str,
        /// Its first characters.
        begins: String,
    },
    /// The input fails.
    #[error("cannot be read on: {0}")]
    Input(#[from] io::Error),
}

/// Bytes that are looked at to tell the format.
const HEAD: u64 = 64 << 10;

/// Characters of an unknown file that are shown.
const SHOWN: usize = 60;

pub(super) fn read(
    mut input: impl BufRead,
    options: &Options,
    sink: &mut dyn FnMut(Record),
) -> Result<ReadList, Unreadable> {
    let mut head = Vec::new();
    input.by_ref().take(HEAD).read_to_end(&mut head)?;
    let Some(format) = tell(&head) else { return Err(unknown(&head)) };
    let input = head.chain(input);
    let _ = options;
    match format {
        Format::FtmLines => ftm::read(input, sink),
        _ => Err(unknown(&[])),
    }
}

fn unknown(head: &[u8]) -> Unreadable {
    let begins = String::from_utf8_lossy(head).trim().chars().take(SHOWN).collect();
    Unreadable::Unknown { looked_for: "", begins }
}
