//! What is done with one exhibit in a reading thread.

use std::panic::{AssertUnwindSafe, catch_unwind};

use reason::document::{Member, ReadOutcome, Unread};

use super::jobs::Job;
use super::pipeline::Bench;
use crate::projection::StoredReading;
use crate::vault::read_exhibit;

/// Largest exhibit that is given to a reader: it is in memory whole, in every reading thread. The bytes are kept all the
/// same; the longest report seen had 60 MB.
const READ_LIMIT: u64 = 256 << 20;

/// Archives within archives: beyond, it is a bomb or a mistake. What lies deeper is kept within its archive.
const DEPTH_LIMIT: u64 = 5;

/// What reading one exhibit came to.
pub(super) enum Made {
    Document { reading: StoredReading, warnings: usize },
    Archive(Vec<Member>),
    Unread(Unread, Again),
}

/// Whether the next build shall try again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Again {
    /// The bytes decide: it would come to the same.
    Never,
    /// Something else was wrong: a worker died, the vault is damaged.
    NextTime,
}

/// Reads and analyses; never panics.
pub(super) fn read(bench: &Bench<'_>, job: &Job) -> Made {
    if job.size > READ_LIMIT {
        let detail = format!("{} bytes; at most {READ_LIMIT} are read", job.size);
        return Made::Unread(Unread::Limit { detail }, Again::Never);
    }
    let bytes = match read_exhibit(bench.layout, &job.sha256) {
        Ok(bytes) => bytes,
        Err(error) => {
            let detail = error.to_string();
            return Made::Unread(Unread::Damaged { detail }, Again::NextTime);
        }
    };
    let made = catch_unwind(AssertUnwindSafe(|| outcome(bench, job, &bytes)));
    made.unwrap_or_else(|panic| {
        let detail = said(&*panic);
        Made::Unread(Unread::Crashed { detail }, Again::NextTime)
    })
}

fn outcome(bench: &Bench<'_>, job: &Job, bytes: &[u8]) -> Made {
    match bench.reading.read(&job.name, bytes) {
        ReadOutcome::Document(document) => {
            let mut analysis = reason::analyse_with(&document, bench.places.gazetteer());
            bench.suggestions.add_to(&job.sha256, &document, &mut analysis);
            Made::Document {
                reading: StoredReading::of_document(&document, &analysis),
                warnings: document.warnings.len(),
            }
        }
        ReadOutcome::Container(_) if job.depth >= DEPTH_LIMIT => {
            let detail = format!("it lies in {DEPTH_LIMIT} archives, one within the other");
            Made::Unread(Unread::Limit { detail }, Again::Never)
        }
        ReadOutcome::Container(members) => Made::Archive(members),
        ReadOutcome::Unread(why @ Unread::Crashed { .. }) => Made::Unread(why, Again::NextTime),
        ReadOutcome::Unread(why) => Made::Unread(why, Again::Never),
    }
}

/// What a panic said.
fn said(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned())
        .unwrap_or_else(|| "a panic without words".to_owned())
}
