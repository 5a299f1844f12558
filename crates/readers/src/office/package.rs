//! The parts of an office file.

use std::io::{Cursor, Read};

use reason::document::{Draft, Unread, Warning, WarningKind};
use zip::ZipArchive;
use zip::result::ZipError;

use super::Xml;
use crate::archive::Archive;
use crate::limits::PART_BYTES;

/// A zipped file of XML parts.
pub(crate) struct Package<'a> {
    archive: Archive<'a>,
}

impl<'a> Package<'a> {
    /// Opens it.
    ///
    /// # Errors
    /// [`Unread::Damaged`] if it is no zip archive.
    pub(crate) fn open(bytes: &'a [u8]) -> Result<Self, Unread> {
        let archive = ZipArchive::new(Cursor::new(bytes))
            .map_err(|error| Unread::Damaged { detail: format!("zip archive: {error}") })?;
        Ok(Self { archive })
    }

    /// The names of parts that begin and end so.
    pub(crate) fn names(&self, start: &str, end: &str) -> Vec<String> {
        let names = self.archive.file_names().filter_map(Result::ok);
        let mut names: Vec<String> = names
            .filter(|name| name.starts_with(start) && name.ends_with(end))
            .map(|name| name.into_owned())
            .collect();
        names.sort();
        names
    }

    /// A part that must be there.
    ///
    /// # Errors
    /// Why it cannot be read at all.
    pub(crate) fn main_part(&mut self, name: &str, draft: &mut Draft) -> Result<Xml, Unread> {
        let (source, complete) = self.inflate(name)?;
        Ok(parse(name, &source, complete, draft))
    }

    /// A part that may be missing. If it is there and damaged, that is said, and what can be read of it is.
    pub(crate) fn part(&mut self, name: &str, draft: &mut Draft) -> Xml {
        if self.archive.index_for_name(name).is_none() {
            return Xml::empty();
        }
        match self.inflate(name) {
            Ok((source, complete)) => parse(name, &source, complete, draft),
            Err(unread) => {
                draft.warnings.push(damaged(name, &unread.sentence()));
                Xml::empty()
            }
        }
    }

    /// Inflates a part, counting what really comes out. A part cut by its limit or by damage is given as far as it
    /// goes, with what stopped it.
    fn inflate(&mut self, name: &str) -> Result<(String, Result<(), String>), Unread> {
        let part = self.archive.by_name(name).map_err(|error| match error {
            ZipError::UnsupportedArchive(why) if why == ZipError::PASSWORD_REQUIRED => Unread::Encrypted,
            error => Unread::Damaged { detail: format!("part {name}: {error}") },
        })?;
        let mut content = Vec::new();
        let outcome = part.take(PART_BYTES + 1).read_to_end(&mut content);
        let complete = match outcome {
            Err(error) if content.is_empty() => {
                return Err(Unread::Damaged { detail: format!("part {name}: {error}") });
            }
            Err(error) => Err(error.to_string()),
            Ok(_) if content.len() as u64 > PART_BYTES => {
                return Err(Unread::Limit {
                    detail: format!("part {name} inflates to more than {PART_BYTES} bytes"),
                });
            }
            Ok(_) => Ok(()),
        };
        Ok((crate::encoding::decode(&content, None).text, complete))
    }
}

fn parse(name: &str, source: &str, complete: Result<(), String>, draft: &mut Draft) -> Xml {
    let (xml, problem) = Xml::parse(source);
    if let Some(problem) = complete.err().or(problem) {
        draft.warnings.push(damaged(name, &problem));
    }
    xml
}

fn damaged(name: &str, why: &str) -> Warning {
    Warning {
        kind: WarningKind::Damaged,
        page: None,
        detail: format!("part {name} could not be read to its end: {why}"),
    }
}
