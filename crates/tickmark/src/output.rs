//! Where results go: standard output, or a file that is either there whole or not at all.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use crate::explained::Explained;
use crate::terminal::Terminal;

/// Lets `write` write to `--out`, or to standard output where none was given.
///
/// # Errors
/// Those of `write`, and when the place cannot be written to.
pub fn deliver<T>(
    out: Option<&Path>,
    terminal: Terminal,
    write: impl FnOnce(&mut dyn Write) -> Result<T, Explained>,
) -> Result<T, Explained> {
    let Some(path) = out else {
        let mut results = terminal.results();
        let written = write(&mut results)?;
        results.flush()?;
        return Ok(written);
    };
    // A device or pipe cannot be replaced.
    match fs::metadata(path) {
        Ok(there) if !there.is_file() => into_place(path, write),
        _ => replace(path, write),
    }
}

fn into_place<T>(
    path: &Path,
    write: impl FnOnce(&mut dyn Write) -> Result<T, Explained>,
) -> Result<T, Explained> {
    let file = File::options().write(true).open(path);
    let mut file = BufWriter::new(file.map_err(|error| refused(path, &error))?);
    let written = write(&mut file)?;
    file.flush().map_err(|error| refused(path, &error))?;
    Ok(written)
}

/// Writes beside the file and renames: who reads it meanwhile, or a full disk, never sees half of it.
fn replace<T>(
    path: &Path,
    write: impl FnOnce(&mut dyn Write) -> Result<T, Explained>,
) -> Result<T, Explained> {
    // Where the path is a link, the file that it leads to is replaced.
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let refused = |error: io::Error| refused(path, &error);
    let mut beside = builder().tempfile_in(folder_of(&target)).map_err(refused)?;
    let mut buffered = BufWriter::new(beside.as_file_mut());
    let written = write(&mut buffered)?;
    buffered.flush().map_err(refused)?;
    drop(buffered);
    beside.as_file().sync_all().map_err(refused)?;
    beside.persist(&target).map_err(|error| refused(error.error))?;
    Ok(written)
}

fn folder_of(path: &Path) -> PathBuf {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
        _ => PathBuf::from("."),
    }
}

/// With the permissions that the user gives to new files, not those of a secret.
fn builder() -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".tickmark-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder
}

fn refused(path: &Path, error: &io::Error) -> Explained {
    // `tempfile` adds the path of the file beside it, which is none of the user's concern.
    let told = error.to_string();
    let why = told.split_once(" at path ").map_or(&*told, |(why, _)| why);
    Explained::new(format!("could not write {}", path.display())).because(why)
}
