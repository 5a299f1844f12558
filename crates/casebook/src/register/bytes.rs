//! The bytes of a compiled set: mapped where they lie on the disk, or in memory where there is no place for them.

use std::fs::File;
use std::io;
use std::path::Path;

use memmap2::Mmap;

/// Holds the bytes.
#[derive(Debug)]
pub enum SetBytes {
    /// A file that is mapped: opening it reads nothing, and processes share its memory.
    Mapped(Mmap),
    /// In memory.
    Held(Vec<u8>),
}

impl AsRef<[u8]> for SetBytes {
    fn as_ref(&self) -> &[u8] {
        match self {
            Self::Mapped(map) => map,
            Self::Held(bytes) => bytes,
        }
    }
}

impl SetBytes {
    /// Maps a file of a projection.
    pub(super) fn map(path: &Path) -> io::Result<Self> {
        Self::of(&File::open(path)?)
    }

    /// Maps such a file that is open, whatever its name is now.
    pub(super) fn of(file: &File) -> io::Result<Self> {
        // SAFETY: undefined only if the file shrinks or changes while it is mapped. Compiled sets are written beside, renamed into place and
        // never written to again; one that is replaced or deleted lives on until it is unmapped. What lies in them is checked by its sum.
        #[expect(
            unsafe_code,
            reason = "a map is what opens 60 MB in milliseconds; see above why it is sound here"
        )]
        let map = unsafe { Mmap::map(file)? };
        Ok(Self::Mapped(map))
    }
}
