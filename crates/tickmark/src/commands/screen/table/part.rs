//! A table on its way: what was written so far, and how far that is. Killed at any moment, the next run goes on from the last mark, and what
//! comes out is the same to the byte.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use casebook::Sha256;
use serde::{Deserialize, Serialize};

use crate::explained::Explained;

/// Read at once.
const CHUNK: usize = 1 << 16;

/// How far a table is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// Of what it is made: the input's bytes, the lists, what was decided, the options, the version.
    pub key: String,
    /// Rows that are done.
    pub rows: u64,
    /// The number of the last of them.
    pub number: u64,
    /// Bytes of the input that they take, as UTF-8.
    pub read: u64,
    /// Bytes of the output.
    pub written: u64,
    /// What was found in them.
    pub tally: Tally,
}

/// What was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Tally {
    /// Rows in which somebody was found.
    pub found: u64,
    /// Rows that somebody has to look at.
    pub open: u64,
    /// Rows that could not be read or ask nothing.
    pub broken: u64,
    /// Hits of all rows.
    pub hits: u64,
}

impl Tally {
    /// Both together.
    pub const fn and(self, other: Self) -> Self {
        Self {
            found: self.found + other.found,
            open: self.open + other.open,
            broken: self.broken + other.broken,
            hits: self.hits + other.hits,
        }
    }
}

/// What was done since the last mark.
#[derive(Debug, Clone, Copy)]
pub struct Done {
    /// How many rows.
    pub rows: u64,
    /// The number of the last one.
    pub number: u64,
    /// Bytes of the input up to its end, as UTF-8.
    pub read: u64,
    /// What was found in them.
    pub tally: Tally,
}

/// The unfinished output, in the hands of one process.
#[derive(Debug)]
pub struct Part {
    out: PathBuf,
    file: File,
    mark: Mark,
}

impl Part {
    /// Goes on with what an interrupted run of the same key left, or begins: then the mark says 0 rows and 0 bytes.
    ///
    /// # Errors
    /// When another process writes it, or it is of another run.
    pub fn open(out: &Path, key: &str) -> Result<Self, Explained> {
        let path = beside(out, ".part");
        let refused =
            |error: io::Error| Explained::new(format!("could not write {}", path.display())).because(error);
        let file = OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(&path)
            .map_err(refused)?;
        if file.try_lock().is_err() {
            return Err(Explained::new(format!("{} is being written by another process", path.display()))
                .hint("wait until it is done, or give another --out"));
        }
        let nothing =
            Mark { key: key.to_owned(), rows: 0, number: 0, read: 0, written: 0, tally: Tally::default() };
        let mut mark = match fs::read(beside(out, ".part.at")) {
            Err(_) => nothing.clone(),
            Ok(bytes) => serde_json::from_slice(&bytes).unwrap_or_else(|_| nothing.clone()),
        };
        // What it speaks of is not there: it was finished, and killed before the mark was removed.
        if file.metadata().map_err(refused)?.len() < mark.written {
            mark = nothing;
        }
        if mark.key != key {
            return Err(Explained::new(format!(
                "{} is unfinished, and of another screening",
                path.display()
            ))
            .because("the table, the lists, the decisions, the options or the version are not what they were")
            .hint("delete it to begin anew, or give another --out"));
        }
        let mut part = Self { out: out.to_owned(), file, mark };
        part.file
            .set_len(part.mark.written)
            .and_then(|()| part.file.seek(SeekFrom::End(0)))
            .map_err(refused)?;
        Ok(part)
    }

    /// How far it is.
    pub const fn mark(&self) -> &Mark {
        &self.mark
    }

    /// Appends bytes, and remembers, once they are durable, how far that is.
    ///
    /// # Errors
    /// The system's: the disk is full.
    pub fn append(&mut self, bytes: &[u8], done: Done) -> Result<(), Explained> {
        let next = Mark {
            key: self.mark.key.clone(),
            rows: self.mark.rows + done.rows,
            number: done.number,
            read: done.read,
            written: self.mark.written + bytes.len() as u64,
            tally: self.mark.tally.and(done.tally),
        };
        let kept =
            self.file.write_all(bytes).and_then(|()| self.file.sync_data()).and_then(|()| self.keep(&next));
        kept.map_err(|error| self.refused(&error))?;
        self.mark = next;
        Ok(())
    }

    /// Writes the mark beside and renames it: it is the old one or the new one.
    fn keep(&self, mark: &Mark) -> io::Result<()> {
        let (path, next) = (beside(&self.out, ".part.at"), beside(&self.out, ".part.new"));
        let mut file = File::create(&next)?;
        serde_json::to_writer(&mut file, mark)?;
        file.sync_data()?;
        fs::rename(next, path)
    }

    /// SHA-256 of all that was written.
    ///
    /// # Errors
    /// The system's.
    pub fn hash(&mut self) -> Result<Sha256, Explained> {
        let hashed = self.file.seek(SeekFrom::Start(0)).and_then(|_| hash(&mut self.file));
        hashed.map_err(|error| self.refused(&error))
    }

    /// Puts the output in its place: it is there whole or not at all.
    ///
    /// # Errors
    /// The system's.
    pub fn finish(self) -> Result<(), Explained> {
        let moved = self.file.sync_all().and_then(|()| fs::rename(beside(&self.out, ".part"), &self.out));
        moved.map_err(|error| self.refused(&error))?;
        // Without its part the mark says nothing.
        let _ = fs::remove_file(beside(&self.out, ".part.at"));
        Ok(())
    }

    fn refused(&self, error: &io::Error) -> Explained {
        Explained::new(format!("could not write {}", self.out.display()))
            .because(error)
            .hint("the rows that were done are kept: run it again, and it goes on with them")
    }
}

fn beside(out: &Path, ending: &str) -> PathBuf {
    let mut name = out.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

/// SHA-256 of what is read.
///
/// # Errors
/// The system's.
pub fn hash(from: &mut impl Read) -> io::Result<Sha256> {
    let mut hasher = casebook::Hasher::default();
    let mut buffer = vec![0; CHUNK];
    loop {
        match from.read(&mut buffer) {
            Ok(0) => return Ok(hasher.finish()),
            Ok(read) => hasher.update(&buffer[..read]),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn done(number: u64, read: u64) -> Done {
        Done { rows: 1, number, read, tally: Tally::default() }
    }

    #[test]
    fn what_was_written_after_the_last_mark_is_written_again() {
        let folder = tempfile::tempdir().expect("a folder");
        let out = folder.path().join("out.csv");
        let mut part = Part::open(&out, "k").expect("begun");
        part.append(b"one\n", done(2, 10)).expect("written");
        // Killed while the next rows were written.
        part.file.write_all(b"tw").expect("written");
        drop(part);
        let mut part = Part::open(&out, "k").expect("goes on");
        assert_eq!((part.mark().rows, part.mark().read, part.mark().written), (1, 10, 4));
        part.append(b"two\n", done(3, 20)).expect("written");
        assert_eq!(part.hash().expect("readable"), Sha256::of(b"one\ntwo\n"));
        part.finish().expect("in place");
        assert_eq!(fs::read(&out).expect("there"), b"one\ntwo\n");
        assert_eq!(fs::read_dir(folder.path()).expect("readable").count(), 1);
    }

    #[test]
    fn a_part_of_another_run_is_not_gone_on_with() {
        let folder = tempfile::tempdir().expect("a folder");
        let out = folder.path().join("out.csv");
        let mut part = Part::open(&out, "k").expect("begun");
        assert!(Part::open(&out, "k").is_err(), "one process at a time");
        part.append(b"one\n", done(2, 10)).expect("written");
        drop(part);
        assert!(Part::open(&out, "other").is_err());
        assert_eq!(fs::read(beside(&out, ".part")).expect("there"), b"one\n");
    }
}
