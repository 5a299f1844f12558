//! The files that a zip packs, each to be kept as an exhibit of its own.

use std::io::{Cursor, Read};

use reason::document::{Member, Unread};
use zip::ZipArchive;
use zip::result::ZipError;

use super::Archive;
use crate::bidi;
use crate::limits::{ARCHIVE_BYTES, ARCHIVE_DEPTH, ARCHIVE_MEMBERS, MEMBER_BYTES};

/// What the programs that pack leave beside the files: never evidence, always there.
const LEFTOVERS: [&str; 3] = [".DS_Store", "Thumbs.db", "desktop.ini"];

/// Reads all members; what one of them cannot give is said at that one.
///
/// # Errors
/// Where the archive itself cannot be opened.
pub(crate) fn members(bytes: &[u8]) -> Result<Vec<Member>, Unread> {
    let mut archive = open(bytes)?;
    let mut budget = ARCHIVE_BYTES;
    let mut members = Vec::new();
    for index in 0..archive.len() {
        if members.len() == ARCHIVE_MEMBERS {
            members.push(too_many(archive.len() - index));
            break;
        }
        let Some(path) = file_path(&mut archive, index) else {
            continue;
        };
        let content = read_member(&mut archive, index, budget.min(MEMBER_BYTES));
        budget -= content.as_ref().map_or(0, |content| content.len() as u64);
        let content = content.and_then(|content| refuse_deep(content, &path));
        members.push(Member { path: shown(&path), bytes: content });
    }
    Ok(members)
}

fn open(bytes: &[u8]) -> Result<Archive<'_>, Unread> {
    ZipArchive::new(Cursor::new(bytes))
        .map_err(|error| Unread::Damaged { detail: format!("zip archive: {error}") })
}

/// The name of a member that is a file; folders and leftovers have none.
fn file_path(archive: &mut Archive<'_>, index: usize) -> Option<String> {
    let member = match archive.by_index_raw(index) {
        Ok(member) => member,
        Err(_) => return Some(format!("(member {})", index + 1)),
    };
    let path = String::from_utf8_lossy(member.name_raw()).into_owned();
    let name = path.rsplit('/').next().unwrap_or(&path);
    let leftover = path.starts_with("__MACOSX/") || LEFTOVERS.contains(&name);
    (!name.is_empty() && !leftover).then_some(path)
}

/// Inflates one member, counting what really comes out: a header may lie about it.
fn read_member(archive: &mut Archive<'_>, index: usize, limit: u64) -> Result<Vec<u8>, Unread> {
    let member = archive.by_index(index).map_err(|error| unread(&error))?;
    let mut content = Vec::new();
    member
        .take(limit + 1)
        .read_to_end(&mut content)
        .map_err(|error| Unread::Damaged { detail: format!("zip member: {error}") })?;
    if content.len() as u64 > limit {
        return Err(Unread::Limit { detail: format!("it inflates to more than {limit} bytes") });
    }
    Ok(content)
}

fn unread(error: &ZipError) -> Unread {
    match error {
        ZipError::UnsupportedArchive(why) if *why == ZipError::PASSWORD_REQUIRED => Unread::Encrypted,
        ZipError::InvalidPassword => Unread::Encrypted,
        ZipError::UnsupportedArchive(why) => {
            Unread::Damaged { detail: format!("zip member: {why} (not supported)") }
        }
        error => Unread::Damaged { detail: format!("zip member: {error}") },
    }
}

/// An archive within archives is read, but not without end: an archive can hold itself.
fn refuse_deep(content: Vec<u8>, path: &str) -> Result<Vec<u8>, Unread> {
    if depth(&content, ARCHIVE_DEPTH) >= ARCHIVE_DEPTH {
        return Err(Unread::Limit {
            detail: format!("{} holds archives more than {ARCHIVE_DEPTH} deep", shown(path)),
        });
    }
    Ok(content)
}

/// How many archives lie within each other here, as far as `most`. Only the first archive of each is followed.
fn depth(bytes: &[u8], most: usize) -> usize {
    if most == 0 || !bytes.starts_with(b"PK\x03\x04") {
        return 0;
    }
    let Ok(mut archive) = open(bytes) else {
        return 0;
    };
    let nested = (0..archive.len().min(ARCHIVE_MEMBERS))
        .find(|index| archive.by_index_raw(*index).is_ok_and(|member| member.name_raw().ends_with(b".zip")));
    let inner = nested.and_then(|index| read_member(&mut archive, index, MEMBER_BYTES).ok());
    1 + inner.map_or(0, |inner| depth(&inner, most - 1))
}

/// A path as it may be shown: what would reorder or break the line is written out. It is never written to.
fn shown(path: &str) -> String {
    bidi::escaped(path)
}

fn too_many(left: usize) -> Member {
    Member {
        path: format!("({left} further members)"),
        bytes: Err(Unread::Limit { detail: format!("an archive is read up to {ARCHIVE_MEMBERS} members") }),
    }
}
