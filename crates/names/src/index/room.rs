//! Where the parts of an index wait until it is whole. Of gigabytes of lists only what is looked up while they are compiled is held in memory.

use std::fmt::Debug;
use std::io::{self, BufRead, BufReader, Cursor, Read, Seek, Write};

use crc32fast::Hasher;

/// Room for the bytes of one part: memory, or a file of the caller's that nobody else knows.
pub trait Room: Read + Write + Seek + Debug + Send {}

impl<R: Read + Write + Seek + Debug + Send> Room for R {}

/// Gives room to one part after the other.
pub type Rooms = Box<dyn FnMut() -> io::Result<Box<dyn Room>>>;

/// Rooms in memory.
pub(super) fn in_memory() -> Rooms {
    Box::new(|| Ok(Box::new(Cursor::new(Vec::new()))))
}

/// Bytes of a part that are written or read at once.
const AT_ONCE: usize = 256 << 10;

/// A part that grows.
#[derive(Debug)]
pub(super) struct Growing {
    room: Box<dyn Room>,
    /// The last bytes.
    waiting: Vec<u8>,
    /// Of all that is in the room.
    sum: Hasher,
    length: u64,
}

impl Growing {
    pub(super) fn new(room: Box<dyn Room>) -> Self {
        Self { room, waiting: Vec::new(), sum: Hasher::new(), length: 0 }
    }

    /// Bytes that are in it.
    pub(super) const fn len(&self) -> u64 {
        self.length
    }

    pub(super) fn push(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.waiting.extend_from_slice(bytes);
        self.length += bytes.len() as u64;
        if self.waiting.len() < AT_ONCE { Ok(()) } else { self.put() }
    }

    pub(super) fn numbers(&mut self, numbers: &[u32]) -> io::Result<()> {
        numbers.iter().try_for_each(|number| self.push(&number.to_le_bytes()))
    }

    fn put(&mut self) -> io::Result<()> {
        self.sum.update(&self.waiting);
        self.room.write_all(&self.waiting)?;
        self.waiting.clear();
        Ok(())
    }

    /// Fills up to a multiple of so many bytes, and takes no more.
    pub(super) fn whole(mut self, multiple: u64) -> io::Result<Part> {
        let length = self.length;
        let missing = length.next_multiple_of(multiple) - length;
        (0..missing).try_for_each(|_| self.push(&[0]))?;
        self.put()?;
        let sum = self.sum.clone();
        Ok(Part { bytes: self.read()?, length, sum })
    }

    /// Reads it from its beginning.
    pub(super) fn read(mut self) -> io::Result<Box<dyn BufRead>> {
        self.put()?;
        self.room.rewind()?;
        Ok(Box::new(BufReader::with_capacity(AT_ONCE, self.room)))
    }
}

/// A part that is whole.
pub(super) struct Part {
    /// With what fills it up.
    pub(super) bytes: Box<dyn BufRead>,
    /// Without what fills it up.
    pub(super) length: u64,
    /// Of `bytes`.
    pub(super) sum: Hasher,
}
