//! The vault: exhibits by the SHA-256 of their bytes, written once.

mod put;
mod sweep;

use std::fs::File;
use std::io::Read;

pub(crate) use put::{Staged, Vault};
pub(crate) use sweep::{entries, exhibit_of, sweep_staging, sweep_unclaimed};

use crate::digest::Hasher;
use crate::error::At;
use crate::layout::Layout;
use crate::{Error, Result, Sha256};

/// Bytes that are read at once: large enough for the disk, small enough for the cache.
pub(crate) const CHUNK: usize = 1 << 16;

/// An exhibit's bytes, checked against its name.
pub(crate) fn read_exhibit(layout: &Layout, exhibit: &Sha256) -> Result<Vec<u8>> {
    let path = layout.exhibit(exhibit);
    let bytes = match std::fs::read(&path) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            return Err(Error::ExhibitMissing { sha256: *exhibit });
        }
        result => result.at("read", &path)?,
    };
    let found = Sha256::of(&bytes);
    if found == *exhibit {
        return Ok(bytes);
    }
    Err(Error::ExhibitDamaged { expected: *exhibit, found })
}

/// SHA-256 and length of a file, in constant memory.
pub(crate) fn hash_file(path: &std::path::Path) -> std::io::Result<(Sha256, u64)> {
    let mut file = File::open(path)?;
    let mut hasher = Hasher::default();
    let mut buffer = vec![0; CHUNK];
    let mut size = 0;
    loop {
        match file.read(&mut buffer)? {
            0 => return Ok((hasher.finish(), size)),
            read => {
                hasher.update(&buffer[..read]);
                size += read as u64;
            }
        }
    }
}
