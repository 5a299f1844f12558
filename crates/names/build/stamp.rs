//! A number that says by what lists are compiled: the tables and the code, so that nobody has to raise it.

use std::io::Result;
use std::path::{Path, PathBuf};

/// What compiled lists follow from: word tables, the code that reads names and lists, the record.
pub const FOLDERS: [&str; 4] = ["data", "src", "../ftm/data", "../ftm/src"];

/// Of every file in [`FOLDERS`], its place and its bytes, by FNV-1a.
///
/// # Errors
///
/// When a file cannot be read.
pub fn of(crate_folder: &Path) -> Result<u32> {
    let mut hash = 0xcbf2_9ce4_8422_2325;
    for folder in FOLDERS {
        for path in files(&crate_folder.join(folder))? {
            let place = path.strip_prefix(crate_folder).unwrap_or(&path).to_string_lossy();
            hash = hashed(hash, place.replace('\\', "/").as_bytes());
            hash = hashed(hash, &std::fs::read(&path)?);
        }
    }
    Ok((hash ^ hash >> 32) as u32)
}

/// Goes on hashing; where one ends and the next begins counts, too.
fn hashed(hash: u64, bytes: &[u8]) -> u64 {
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    (bytes.len() as u64).to_le_bytes().iter().chain(bytes).fold(hash, |hash, byte| step(hash, *byte))
}

/// Every file in a folder and those within it, in the order of their names.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut paths = std::fs::read_dir(folder)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<Vec<PathBuf>>>()?;
    paths.sort();
    let mut found = Vec::new();
    for path in paths {
        match path.is_dir() {
            true => found.extend(files(&path)?),
            false => found.push(path),
        }
    }
    Ok(found)
}
