//! One exhibit, read: by a worker, and once more with what was recognised in the pictures of its pages.

use std::collections::BTreeMap;

use reason::document::{Document, ReadOutcome, Warning, WarningKind};

use super::parallel;
use crate::recognition::{Program, Recognition};
use crate::worker::{Pool, WorkerError};

/// Scanned pages of one exhibit that are recognised; at two seconds a page, more would take an hour. The others are told.
const MOST_PAGES: usize = 1_500;

/// The workers, and the program that recognises text.
#[derive(Debug)]
pub struct ExhibitReader<'a> {
    pool: &'a Pool,
    recognition: Recognition,
}

/// What became of a scanned page: its text, or one clause on why there is none.
type Seen = Result<String, String>;

impl<'a> ExhibitReader<'a> {
    /// Reads through these workers.
    pub fn new(pool: &'a Pool) -> Self {
        Self { pool, recognition: Recognition::new(pool.width(), pool.limits()) }
    }

    /// The program that recognises text, as it names itself, if this machine has it.
    pub fn recognition(&self) -> Option<String> {
        self.recognition.program().map(Program::describe)
    }

    /// Reads one exhibit. Pages that are only pictures are recognised if this machine can.
    ///
    /// # Errors
    /// When no worker can be started.
    pub fn read(&self, name: &str, bytes: &[u8]) -> Result<ReadOutcome, WorkerError> {
        let mut outcome = self.pool.read(name, bytes, BTreeMap::new())?;
        let ReadOutcome::Document(document) = &mut outcome else {
            return Ok(outcome);
        };
        let pages = scanned(document);
        if pages.is_empty() {
            return Ok(outcome);
        }
        let Some(program) = self.recognition.program() else {
            return Ok(outcome);
        };
        let (recognised, mut failed) = self.recognise(program, bytes, &pages)?;
        if !recognised.is_empty() {
            let again = self.pool.read(name, bytes, recognised)?;
            // A reading that fails with more text is no reason to lose the one without.
            match again {
                ReadOutcome::Document(again) => *document = again,
                other => failed.extend(pages.iter().map(|page| (*page, refused(&other)))),
            }
        }
        explain(document, failed);
        Ok(outcome)
    }

    /// What is seen on each page, and why nothing on others.
    fn recognise(
        &self,
        program: &Program,
        bytes: &[u8],
        pages: &[u32],
    ) -> Result<(ByPage, ByPage), WorkerError> {
        let (now, beyond) = pages.split_at(pages.len().min(MOST_PAGES));
        let seen = parallel::map(now, self.pool.width(), |page| self.see(program, bytes, *page));
        let (mut recognised, mut failed) = (BTreeMap::new(), BTreeMap::new());
        for (page, seen) in now.iter().zip(seen) {
            match seen? {
                Ok(text) => recognised.insert(*page, text),
                Err(why) => failed.insert(*page, why),
            };
        }
        let limit = format!("only {MOST_PAGES} pages of a file are recognised");
        failed.extend(beyond.iter().map(|page| (*page, limit.clone())));
        Ok((recognised, failed))
    }

    fn see(&self, program: &Program, bytes: &[u8], page: u32) -> Result<Seen, WorkerError> {
        let Some(picture) = self.pool.picture(bytes, page)? else {
            return Ok(Err("no picture of the page could be had".to_owned()));
        };
        let text = self.recognition.text_of(program, &picture);
        Ok(text.map_err(|failure| format!("tesseract {failure}")))
    }
}

/// A text for each page: what was seen there, or why nothing was.
type ByPage = BTreeMap<u32, String>;

fn refused(outcome: &ReadOutcome) -> String {
    match outcome {
        ReadOutcome::Unread(why) => format!("with the recognised text, {}", why.sentence()),
        _ => "with the recognised text it is read as another kind of file".to_owned(),
    }
}

/// Pages that are only pictures.
fn scanned(document: &Document) -> Vec<u32> {
    let warnings = document.warnings.iter();
    warnings
        .filter(|warning| warning.kind == WarningKind::ImageOnlyPage)
        .filter_map(|warning| warning.page)
        .collect()
}

/// Says why pages stayed pictures although the program was asked.
fn explain(document: &mut Document, failed: BTreeMap<u32, String>) {
    let told = failed.into_iter().map(|(page, why)| Warning {
        kind: WarningKind::Skipped,
        page: Some(page),
        detail: format!("no text was recognised: {why}"),
    });
    document.warnings.extend(told);
}
