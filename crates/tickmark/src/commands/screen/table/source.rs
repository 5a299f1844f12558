//! The table that is screened.

use std::fs::File;
use std::io::{self, BufReader, Read, Seek, SeekFrom};
use std::path::Path;

use casebook::Sha256;

use super::part;
use super::rows::Rows;
use crate::explained::Explained;

/// A table that is open to be read.
pub struct Table {
    /// As given.
    pub path: String,
    /// Its bytes.
    pub file: File,
    /// Of its bytes.
    pub sha256: Sha256,
    /// About how many rows there are: a line in quotation marks is counted, too.
    pub about: u64,
    /// What parts its fields.
    pub delimiter: u8,
    /// The names of its columns.
    pub header: Vec<Vec<u8>>,
    /// Where the first row begins.
    pub begins: u64,
    /// The number of the header's row.
    pub number: u64,
}

impl Table {
    /// Reads it once for its hash, then its header.
    ///
    /// # Errors
    /// When it cannot be read, or is no table.
    pub fn open(path: &Path) -> Result<Self, Explained> {
        let shown = path.to_string_lossy().into_owned();
        let refused = |error: io::Error| Explained::new(format!("could not read {shown}")).because(error);
        let facts = std::fs::metadata(path).map_err(refused)?;
        if !facts.is_file() {
            return Err(Explained::new(format!("{shown} is no file"))
                .hint("a table is read twice and gone on with after an interruption: save it to a file"));
        }
        let mut file = File::open(path).map_err(refused)?;
        let (sha256, lines) = part::hash(&mut file).map_err(refused)?;
        let begins = beginning(&file, &shown)?;
        if is_of_another_encoding(&file).map_err(refused)? {
            return Err(Explained::new(format!("{shown} is not UTF-8"))
                .because("none of its first rows with other letters than a to z is")
                .hint("save it as “CSV UTF-8”; of Cyrillic, `iconv -f WINDOWS-1251 -t UTF-8` makes it so"));
        }
        file.seek(SeekFrom::Start(begins)).map_err(refused)?;
        let delimiter = delimiter(&file).map_err(refused)?;
        file.seek(SeekFrom::Start(begins)).map_err(refused)?;
        let mut rows = Rows::new(BufReader::new(&file), delimiter, None, 0, begins);
        let header = rows.header().map_err(refused)?;
        let (begins, number) = (rows.offset(), rows.number());
        let Some(header) = header.filter(|header| header.broken.is_none()) else {
            return Err(Explained::new(format!("{shown} has no header"))
                .because("its first line should name the columns, parted by commas, semicolons or tabs"));
        };
        let about = lines.saturating_sub(1).max(1);
        Ok(Self { path: shown, file, sha256, about, delimiter, header: header.fields, begins, number })
    }

    /// The names of its columns as text.
    pub fn headers(&self) -> Vec<String> {
        self.header.iter().map(|header| String::from_utf8_lossy(header).trim().to_owned()).collect()
    }
}

/// Where the text begins, behind a mark of its encoding.
fn beginning(mut file: &File, shown: &str) -> Result<u64, Explained> {
    let mut first = Vec::new();
    let read = file.seek(SeekFrom::Start(0)).and_then(|_| file.take(3).read_to_end(&mut first));
    read.map_err(|error| Explained::new(format!("could not read {shown}")).because(error))?;
    match &*first {
        [0xef, 0xbb, 0xbf] => Ok(3),
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => {
            Err(Explained::new(format!("{shown} is UTF-16")).hint("save it as “CSV UTF-8”"))
        }
        [b'P', b'K', ..] => Err(Explained::new(format!("{shown} is a workbook or an archive, no CSV"))
            .hint("save its sheet as “CSV UTF-8”")),
        _ => Ok(0),
    }
}

/// Lines that are no UTF-8, and none that is, from which on a file is taken to be of another encoding; fewer are broken rows, which are told one by one.
const FOREIGN: usize = 3;

/// Whether names would be lost in every row that has letters beyond those of English.
fn is_of_another_encoding(mut file: &File) -> io::Result<bool> {
    let mut head = Vec::new();
    file.seek(SeekFrom::Start(0))?;
    file.take(1 << 16).read_to_end(&mut head)?;
    let mut others = head.split(|byte| *byte == b'\n').filter(|line| !line.is_ascii());
    let header_ends = head.iter().position(|byte| *byte == b'\n').unwrap_or(head.len());
    if std::str::from_utf8(&head[..header_ends]).is_err() {
        return Ok(true);
    }
    // The last line may be cut within a character.
    let whole = head.iter().rposition(|byte| *byte == b'\n').unwrap_or(head.len());
    let foreign =
        head[..whole].split(|byte| *byte == b'\n').filter(|line| std::str::from_utf8(line).is_err()).count();
    let plain = others.any(|line| std::str::from_utf8(line).is_ok());
    Ok(foreign >= FOREIGN && !plain)
}

/// What parts the fields of the first line: the commonest of comma, semicolon and tab.
fn delimiter(file: &File) -> io::Result<u8> {
    let mut first = Vec::new();
    let mut head = file.take(1 << 16);
    head.read_to_end(&mut first)?;
    let line = first.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let number = |delimiter: u8| line.iter().filter(|byte| **byte == delimiter).count();
    let best = [b'\t', b';', b','].into_iter().max_by_key(|delimiter| number(*delimiter));
    Ok(best.unwrap_or(b','))
}
