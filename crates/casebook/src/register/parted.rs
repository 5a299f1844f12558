//! Which files make one list: OFAC publishes addresses, aliases and long remarks in tables of their own.

use std::fs::File;
use std::io::Read;

use names::lists::{Companions, Format, tell};

use super::ListFile;
use super::unpacked::{Packed, unpacked};
use crate::error::At;
use crate::{Error, Result};

/// Bytes that are looked at to tell what a file is.
pub(super) const HEAD: u64 = 64 << 10;

/// Files by the list that they make, each with its main file first, in the order given.
///
/// # Errors
/// A file that cannot be read; a table that goes with OFAC's SDN.CSV where that, or only one of several, is not given.
pub fn parted(files: Vec<ListFile>) -> Result<Vec<Vec<ListFile>>> {
    let (mut lists, mut beside) = (Vec::new(), Vec::new());
    for file in files {
        let opened = File::open(&file.path).at("read", &file.path)?;
        let mut head = Vec::new();
        // What cannot be unpacked is told when it is read, and the other files are added.
        let format = match unpacked(opened) {
            Err(Packed::Input(error)) => return Err(error).at("read", &file.path),
            Err(Packed::Which(_)) => None,
            Ok(bytes) => match bytes.take(HEAD).read_to_end(&mut head) {
                Ok(_) => tell(&head),
                Err(_) => None,
            },
        };
        match format.is_none() && Companions::default().take(&*head).is_ok() {
            true => beside.push(file),
            false => lists.push((format, vec![file])),
        }
    }
    let Some(first) = beside.first() else { return Ok(lists.into_iter().map(|(_, files)| files).collect()) };
    let path = first.path.to_string_lossy().into_owned();
    let mut mains = lists.iter_mut().filter(|(format, _)| *format == Some(Format::OfacCsv));
    match (mains.next(), mains.next()) {
        (Some((_, files)), None) => files.append(&mut beside),
        (None, _) => {
            let why = "it goes with OFAC's SDN.CSV, which is to be given with it".to_owned();
            return Err(Error::NoList { path, why });
        }
        (Some(_), Some(_)) => {
            let why =
                "it goes with one of several files of OFAC that are given; add those one by one".to_owned();
            return Err(Error::NoList { path, why });
        }
    }
    Ok(lists.into_iter().map(|(_, files)| files).collect())
}
