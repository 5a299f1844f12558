//! The table that is screened.

use std::fs::File;
use std::io::{self, BufRead, Read};
use std::path::{Path, PathBuf};

use casebook::Sha256;
use casebook::register::unpacked;
use names::lists::Text;

use super::part;
use super::rows::Rows;
use crate::explained::Explained;

/// A table, of whatever encoding and packing lists may be, too.
pub struct Table {
    /// As given, to be shown.
    pub path: String,
    file: PathBuf,
    /// Of its bytes.
    pub sha256: Sha256,
    /// About how many rows there are: a line in quotation marks is counted, too.
    pub about: u64,
    /// What parts its fields.
    pub delimiter: u8,
    /// The names of its columns.
    pub header: Vec<String>,
}

/// Its text.
type Bytes = Text<Box<dyn BufRead>>;

impl Table {
    /// Reads it once for its hash, once to its end, so that one that is damaged is told before its rows are looked up, then its header.
    ///
    /// # Errors
    /// When it cannot be read, or is no table.
    pub fn open(path: &Path) -> Result<Self, Explained> {
        let shown = path.to_string_lossy().into_owned();
        let facts = std::fs::metadata(path).map_err(|error| refused(&shown, &error))?;
        if !facts.is_file() {
            return Err(Explained::new(format!("{shown} is no file"))
                .hint("a table is read twice and gone on with after an interruption: save it to a file"));
        }
        let sha256 = File::open(path).and_then(|mut file| part::hash(&mut file));
        let sha256 = sha256.map_err(|error| refused(&shown, &error))?;
        let lines = lines(&mut text(path)?).map_err(|error| refused(&shown, &error))?;
        let delimiter = delimiter(text(path)?).map_err(|error| refused(&shown, &error))?;
        let header = Rows::new(text(path)?, delimiter).header().map_err(|error| refused(&shown, &error))?;
        let Some(header) = header.filter(|header| header.broken.is_none()) else {
            return Err(Explained::new(format!("{shown} has no header")).because(
                "its first line should name the columns, parted by commas, semicolons, tabs or bars",
            ));
        };
        let about = lines.saturating_sub(1).max(1);
        Ok(Self { path: shown, file: path.to_owned(), sha256, about, delimiter, header: header.fields })
    }

    /// The names of its columns.
    pub fn headers(&self) -> Vec<String> {
        self.header.iter().map(|header| header.trim().to_owned()).collect()
    }

    /// Its rows from the first on, the header passed over.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn rows(&self) -> Result<Rows<Box<dyn BufRead>>, Explained> {
        let mut rows = Rows::new(text(&self.file)?, self.delimiter);
        rows.header().map_err(|error| self.refused(&error))?;
        Ok(rows)
    }

    /// What is said where it cannot be read on.
    pub fn refused(&self, error: &io::Error) -> Explained {
        refused(&self.path, error)
    }
}

fn refused(shown: &str, error: &io::Error) -> Explained {
    Explained::new(format!("could not read {shown}")).because(error)
}

fn text(path: &Path) -> Result<Bytes, Explained> {
    let shown = path.to_string_lossy();
    let file = File::open(path).map_err(|error| refused(&shown, &error))?;
    let bytes = unpacked(file).map_err(|why| {
        Explained::new(format!("could not read {shown}")).because(why).hint("save the sheet as “CSV UTF-8”")
    })?;
    Text::of(bytes).map_err(|error| refused(&shown, &error))
}

fn lines(text: &mut Bytes) -> io::Result<u64> {
    let mut lines = 0;
    loop {
        let ready = text.fill_buf()?;
        if ready.is_empty() {
            return Ok(lines);
        }
        lines += ready.iter().filter(|byte| **byte == b'\n').count() as u64;
        let length = ready.len();
        text.consume(length);
    }
}

/// Bytes of the first line that are looked at.
const HEAD: u64 = 1 << 16;

/// What parts the fields of the first line: the commonest of comma, semicolon, tab and bar.
fn delimiter(text: Bytes) -> io::Result<u8> {
    let mut line = Vec::new();
    text.take(HEAD).read_until(b'\n', &mut line)?;
    let number = |delimiter: u8| line.iter().filter(|byte| **byte == delimiter).count();
    let best = [b'|', b'\t', b';', b','].into_iter().max_by_key(|delimiter| number(*delimiter));
    Ok(best.unwrap_or(b','))
}
