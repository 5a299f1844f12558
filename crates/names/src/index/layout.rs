//! How the bytes of an index lie.
//!
//! | bytes | what |
//! | --- | --- |
//! | 0..8 | [`MAGIC`] |
//! | 8..12 | [`VERSION`] |
//! | 12..16 | CRC-32 of all that follows |
//! | 16.. | for each section in the order of [`Section`]: where it begins and how long it is, eight bytes each |
//! | then | the sections, each from a multiple of 8 |
//!
//! All numbers have their low byte first.

use std::io::{self, Write};

use crc32fast::Hasher;

use super::open::Damaged;
use super::room::{Growing, Part};

/// What an index begins with.
pub(super) const MAGIC: [u8; 8] = *b"tm-names";

/// The stamp of the word tables and of the code of this crate (`build/stamp.rs`): numbers in the bytes mean what they mean to both. Bytes of
/// another version are compiled anew from the lists.
pub const VERSION: u32 = match u32::from_str_radix(env!("NAMES_STAMP"), 10) {
    Ok(stamp) => stamp,
    Err(_) => panic!("build.rs gives a number"),
};

/// Where the checked bytes begin.
const CHECKED_FROM: usize = 16;

/// The parts of an index.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Section {
    /// Every source, one after the other.
    Sources,
    /// A row of [`ENTRY_ROW`] numbers for each entry.
    Entries,
    /// The records, one after the other.
    Records,
    /// A row of [`NAME_ROW`] numbers for each name, those of an entry together, in the order of the entries.
    Names,
    /// The names as written, one after the other.
    Texts,
    /// Where each word of the vocabulary begins in the next section, and where the last ends.
    WordStarts,
    /// The words, one after the other.
    WordTexts,
    /// Where the uses of each word begin in the next section, and where the last end.
    UseStarts,
    /// Numbers of names.
    Uses,
    /// For each name how much its words tell together (a `f32`), and the letters with which they begin, a bit for each.
    NameTraits,
    /// Buckets of the next section.
    VariantStarts,
    /// Words by their beginning with letters left out.
    Variants,
    /// Buckets of the next section.
    KeyStarts,
    /// Words by what ties them to others.
    Keys,
    /// Buckets of the next section.
    IdentifierStarts,
    /// Entries by their identifiers.
    Identifiers,
    /// The entries as they are compared ([`crate::matching::Prepared`]), each with its length before it.
    Prepared,
}

/// How many sections there are.
pub(super) const SECTIONS: usize = 17;

/// Where the first section begins.
const SECTIONS_FROM: usize = CHECKED_FROM + SECTIONS * 16;

/// Numbers of a row of an entry: source; start of its record; first name; first and last day; number of names; start of how it is compared.
pub(super) const ENTRY_ROW: usize = 7;

/// Numbers of a row of a name: entry; start of its text; sort; line.
pub(super) const NAME_ROW: usize = 4;

/// Each section begins at a multiple of so many bytes.
const ALIGNED: u64 = 8;

/// Writes sections one after the other. Their check sums were taken as they came, so that none is read twice.
pub(super) fn write(sections: [Growing; SECTIONS], out: &mut dyn Write) -> io::Result<()> {
    let parts: Vec<Part> =
        sections.into_iter().map(|section| section.whole(ALIGNED)).collect::<io::Result<_>>()?;
    let mut places = Vec::with_capacity(SECTIONS * 16);
    let mut start = SECTIONS_FROM as u64;
    for part in &parts {
        places.extend_from_slice(&start.to_le_bytes());
        places.extend_from_slice(&part.length.to_le_bytes());
        start += part.length.next_multiple_of(ALIGNED);
    }
    let mut sum = Hasher::new();
    sum.update(&places);
    parts.iter().for_each(|part| sum.combine(&part.sum));
    out.write_all(&MAGIC)?;
    out.write_all(&VERSION.to_le_bytes())?;
    out.write_all(&sum.finalize().to_le_bytes())?;
    out.write_all(&places)?;
    parts.into_iter().try_for_each(|mut part| io::copy(&mut part.bytes, out).map(|_| ()))?;
    out.flush()
}

/// Where each section lies, once the bytes are what was written.
pub(super) fn check(bytes: &[u8]) -> Result<[(usize, usize); SECTIONS], Damaged> {
    if bytes.get(..8) != Some(&MAGIC) {
        return Err(Damaged::NotAnIndex);
    }
    let four =
        |at: usize| bytes.get(at..at + 4).and_then(|four| four.try_into().ok()).map(u32::from_le_bytes);
    let version = four(8).ok_or(Damaged::CutShort)?;
    if version != VERSION {
        return Err(Damaged::OtherVersion { found: version });
    }
    let sum = four(12).ok_or(Damaged::CutShort)?;
    let checked =
        bytes.get(CHECKED_FROM..).filter(|_| bytes.len() >= SECTIONS_FROM).ok_or(Damaged::CutShort)?;
    if crc32fast::hash(checked) != sum {
        return Err(Damaged::Changed);
    }
    let eight =
        |at: usize| bytes.get(at..at + 8).and_then(|eight| eight.try_into().ok()).map(u64::from_le_bytes);
    let mut sections = [(0, 0); SECTIONS];
    for (place, section) in sections.iter_mut().enumerate() {
        let at = CHECKED_FROM + place * 16;
        let bounds = eight(at).zip(eight(at + 8)).and_then(|(start, length)| {
            let (start, length) = (usize::try_from(start).ok()?, usize::try_from(length).ok()?);
            Some((start, start.checked_add(length).filter(|end| *end <= bytes.len())?))
        });
        *section = bounds.ok_or(Damaged::CutShort)?;
    }
    Ok(sections)
}
