//! Files of lists, and of tables to be screened, as they are handed out: as they are, or compressed. The vault keeps what was handed out.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};

use flate2::Crc;
use flate2::read::{DeflateDecoder, MultiGzDecoder};
use names::lists::tell;
use zip::{CompressionMethod, ZipArchive};

use super::parted::HEAD;

/// Files of an archive that are named where it is not known which is meant.
const NAMED: usize = 5;

/// Why nothing of a file can be read.
#[derive(Debug, thiserror::Error)]
pub enum Packed {
    /// The system's, or the file's: it is damaged.
    #[error(transparent)]
    Input(#[from] io::Error),
    /// An archive with no list, or with several.
    #[error("{0}")]
    Which(String),
}

/// The bytes of a list, or of a table to be screened, whatever it is packed in.
///
/// # Errors
/// The system's; an archive that holds none, or several.
pub fn unpacked(mut file: File) -> Result<Box<dyn BufRead>, Packed> {
    let mut mark = Vec::new();
    (&mut file).take(4).read_to_end(&mut mark)?;
    file.seek(SeekFrom::Start(0))?;
    Ok(match *mark {
        [0x1F, 0x8B, ..] => Box::new(BufReader::new(MultiGzDecoder::new(BufReader::new(file)))),
        // An archive without any file has no mark but that of its end.
        [b'P', b'K', 3, 4] | [b'P', b'K', 5, 6] => Box::new(BufReader::new(the_list(file)?)),
        _ => Box::new(BufReader::new(file)),
    })
}

/// The one file of an archive, or the one that is a list.
fn the_list(file: File) -> Result<Entry, Packed> {
    let damaged = |error: zip::result::ZipError| {
        Packed::Which(format!("it is an archive that cannot be read: {error}"))
    };
    let mut archive = ZipArchive::new(file.try_clone()?).map_err(damaged)?;
    let mut found = Vec::new();
    for index in 0..archive.len() {
        let entry = archive.by_index_raw(index).map_err(damaged)?;
        let name = entry.name().map_err(damaged)?.into_owned();
        let is_noise = entry.is_dir() || name.starts_with("__MACOSX/");
        if let Some(begins) = entry.data_start().filter(|_| !is_noise) {
            let place = Place {
                begins,
                packed: entry.compressed_size(),
                size: entry.size(),
                crc: entry.crc32(),
                method: entry.compression(),
            };
            found.push((name, place));
        }
    }
    if let [(_, place)] = &*found {
        return Ok(Entry::open(&file, *place)?);
    }
    let is_list = |place: &Place| {
        let mut head = Vec::new();
        let read = Entry::open(&file, *place).and_then(|entry| entry.take(HEAD).read_to_end(&mut head));
        read.is_ok() && tell(&head).is_some()
    };
    let mut lists = found.iter().filter(|(_, place)| is_list(place));
    match (lists.next(), lists.next()) {
        (Some((_, place)), None) => Ok(Entry::open(&file, *place)?),
        (None, _) => Err(Packed::Which(format!(
            "it is an archive or a workbook, and none of its files is a list or a table{}",
            names(&found)
        ))),
        (Some(_), Some(_)) => {
            let why = "it is an archive with several lists or tables; unpack it and take them one by one";
            Err(Packed::Which(format!("{why}{}", names(&found))))
        }
    }
}

fn names(found: &[(String, Place)]) -> String {
    let mut names: Vec<&str> = found.iter().take(NAMED).map(|(name, _)| name.as_str()).collect();
    if found.len() > NAMED {
        names.push("…");
    }
    if names.is_empty() { String::new() } else { format!(": {}", names.join(", ")) }
}

/// Where a file of an archive lies, and what it should be.
#[derive(Debug, Clone, Copy)]
struct Place {
    begins: u64,
    packed: u64,
    size: u64,
    crc: u32,
    method: CompressionMethod,
}

/// A file of an archive as it is read: an end that is not what the archive says is a damage, and not passed over.
struct Entry {
    bytes: Box<dyn Read>,
    crc: Crc,
    read: u64,
    place: Place,
}

impl Entry {
    /// Each entry reads from a place of its own, one after the other: they share the position of the file.
    fn open(mut file: &File, place: Place) -> io::Result<Self> {
        file.seek(SeekFrom::Start(place.begins))?;
        let packed = BufReader::new(file.try_clone()?.take(place.packed));
        let bytes: Box<dyn Read> = match place.method {
            CompressionMethod::Stored => Box::new(packed),
            CompressionMethod::Deflated => Box::new(DeflateDecoder::new(packed)),
            other => {
                let what = format!("it is an archive whose files are packed as {other}, which is not known");
                return Err(io::Error::new(io::ErrorKind::Unsupported, what));
            }
        };
        Ok(Self { bytes, crc: Crc::new(), read: 0, place })
    }
}

impl Read for Entry {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.bytes.read(into)?;
        self.crc.update(&into[..read]);
        self.read += read as u64;
        let is_end = read == 0 && !into.is_empty();
        if is_end && (self.read != self.place.size || self.crc.sum() != self.place.crc) {
            return Err(io::Error::new(io::ErrorKind::InvalidData, "the archive is damaged"));
        }
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::Compression;
    use flate2::write::GzEncoder;
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;

    const LIST: &str = "name,country\nJann Oste,Norway\n";

    fn zipped(files: &[(&str, &str)], method: CompressionMethod) -> Vec<u8> {
        let mut zip = ZipWriter::new(io::Cursor::new(Vec::new()));
        for (name, text) in files {
            zip.start_file(*name, SimpleFileOptions::default().compression_method(method)).expect("begun");
            zip.write_all(text.as_bytes()).expect("written");
        }
        zip.finish().expect("written").into_inner()
    }

    fn gzipped(text: &str) -> Vec<u8> {
        let mut gzip = GzEncoder::new(Vec::new(), Compression::default());
        gzip.write_all(text.as_bytes()).expect("written");
        gzip.finish().expect("written")
    }

    /// What comes out of the bytes of a file, or why nothing does.
    #[track_caller]
    fn check(bytes: &[u8], expected: Result<&str, &str>) {
        let mut file = tempfile::tempfile().expect("a file");
        file.write_all(bytes).expect("written");
        file.seek(SeekFrom::Start(0)).expect("a place");
        let mut text = String::new();
        let read = unpacked(file).and_then(|mut bytes| Ok(bytes.read_to_string(&mut text)?));
        match (read, expected) {
            (Ok(_), Ok(expected)) => assert_eq!(text, expected),
            (Err(error), Err(expected)) => assert!(error.to_string().contains(expected), "{error}"),
            (read, _) => panic!("{read:?} {text:?}"),
        }
    }

    #[test]
    fn a_list_is_read_out_of_what_it_is_packed_in() {
        use CompressionMethod::{Deflated, Stored};
        check(LIST.as_bytes(), Ok(LIST));
        check(b"", Ok(""));
        check(&gzipped(LIST), Ok(LIST));
        check(&zipped(&[("list.csv", LIST)], Deflated), Ok(LIST));
        check(&zipped(&[("list.csv", LIST)], Stored), Ok(LIST));
        check(
            &zipped(&[("readme.txt", "Some words."), ("list.csv", LIST), ("__MACOSX/x", LIST)], Deflated),
            Ok(LIST),
        );
    }

    #[test]
    fn what_is_damaged_or_ambiguous_is_told() {
        use CompressionMethod::Deflated;
        let long = LIST.repeat(1000);
        let (gzip, zip) = (gzipped(&long), zipped(&[("a.csv", &long)], Deflated));
        check(&gzip[..gzip.len() - 20], Err(""));
        check(&zip[..zip.len() / 2], Err("an archive that cannot be read"));
        let mut flipped = zipped(&[("a.csv", LIST)], CompressionMethod::Stored);
        let at = flipped.windows(4).position(|bytes| bytes == b"Oste").expect("stored as it is");
        flipped[at] = b'E';
        check(&flipped, Err("the archive is damaged"));
        check(
            &zipped(&[("a.csv", LIST), ("b.csv", LIST)], Deflated),
            Err("several lists or tables; unpack it and take them one by one: a.csv, b.csv"),
        );
        check(
            &zipped(&[("[Content_Types].xml", "<Types/>"), ("xl/workbook.xml", "<x/>")], Deflated),
            Err("none of its files is a list or a table: [Content_Types].xml"),
        );
        check(&zipped(&[], Deflated), Err("none of its files is a list"));
    }
}
