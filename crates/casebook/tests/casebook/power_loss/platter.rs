//! What a disk holds, and what of it survives.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use casebook::Sha256;
use casebook::disk::Access;

use super::Op;

#[derive(Clone, Default)]
pub struct File {
    now: Vec<u8>,
    synced: Vec<u8>,
    mode: u32,
}

/// What a disk holds: names and bytes, as programs see them and as they would survive.
#[derive(Clone, Default)]
pub struct Platter {
    files: Vec<File>,
    names: BTreeMap<PathBuf, usize>,
    durable: BTreeMap<PathBuf, usize>,
    folders: BTreeSet<PathBuf>,
    durable_folders: BTreeSet<PathBuf>,
}

/// What survives of that which was not synced. A disk may keep any of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    Nothing,
    NamesWithoutBytes,
    Everything,
    /// Names by the parity of a hash, of bytes the first half.
    Some(u64),
}

impl Platter {
    pub fn apply(&mut self, op: &Op) {
        match op {
            Op::Create(path, access) => {
                let mode = if *access == Access::ReadOnly { 0o444 } else { 0o644 };
                self.names.insert(path.clone(), self.files.len());
                self.files.push(File { mode, ..File::default() });
            }
            Op::Write(path, bytes) => self.file(path).now.extend(bytes),
            Op::Truncate(path, length) => self.file(path).now.truncate(*length as usize),
            Op::Rename(from, to) => {
                let file = self.names.remove(from).unwrap();
                self.names.insert(to.clone(), file);
            }
            Op::Remove(path) => {
                self.names.remove(path);
            }
            Op::Folder(path) => {
                self.folders.insert(path.clone());
            }
            Op::Sync(path) => self.sync(path),
            Op::Told(_) => {}
        }
    }

    fn file(&mut self, path: &Path) -> &mut File {
        let file = self.names[path];
        &mut self.files[file]
    }

    fn sync(&mut self, path: &Path) {
        if let Some(file) = self.names.get(path) {
            let file = &mut self.files[*file];
            file.synced = file.now.clone();
            return;
        }
        let within = |name: &Path| name.parent() == Some(path);
        self.durable.retain(|name, _| !within(name));
        let now = self.names.iter().filter(|(name, _)| within(name));
        self.durable.extend(now.map(|(name, file)| (name.clone(), *file)));
        let folders = self.folders.iter().filter(|name| within(name));
        self.durable_folders.extend(folders.cloned());
    }

    /// Writes what survives into a folder.
    pub fn materialise(&self, kept: Kept, root: &Path, into: &Path) {
        let mut folders = self.durable_folders.clone();
        let mut names = self.durable.clone();
        match kept {
            Kept::Nothing => {}
            Kept::NamesWithoutBytes | Kept::Everything => {
                folders = self.folders.clone();
                names = self.names.clone();
            }
            Kept::Some(seed) => {
                let lucky = |path: &&PathBuf| {
                    let text = format!("{seed} {}", path.display());
                    Sha256::of(text.as_bytes()).bytes()[0].is_multiple_of(2)
                };
                folders.extend(self.folders.iter().filter(lucky).cloned());
                let lucky = self.names.iter().filter(|(path, _)| lucky(path));
                names.extend(lucky.map(|(path, file)| (path.clone(), *file)));
            }
        }
        for folder in &folders {
            fs::create_dir_all(into.join(folder.strip_prefix(root).unwrap())).unwrap();
        }
        for (name, file) in &names {
            let file = &self.files[*file];
            let bytes = match kept {
                Kept::Everything => &file.now,
                Kept::Some(_) if file.now.starts_with(&file.synced) => {
                    &file.now[..(file.now.len() + file.synced.len()) / 2].to_vec()
                }
                _ => &file.synced,
            };
            let path = into.join(name.strip_prefix(root).unwrap());
            if path.parent().is_some_and(Path::is_dir) {
                fs::write(&path, bytes).unwrap();
                fs::set_permissions(&path, fs::Permissions::from_mode(file.mode)).unwrap();
            }
        }
    }
}
