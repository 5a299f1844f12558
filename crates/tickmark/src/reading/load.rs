//! Files that lie in no case, read and analysed.

use std::collections::{HashMap, HashSet};
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use casebook::{Exhibit, Loaded, LoadedDocument, Sha256};
use reason::Analysis;
use reason::document::{Document, ReadOutcome, Unread};

use super::exhibit::ExhibitReader;
use super::gather::Found;
use super::parallel;
use crate::explained::Explained;
use crate::panics;
use crate::worker::{Pool, WorkerError};

/// Archives within archives: a report three deep is packed by a machine, not by a person.
const DEEPEST_ARCHIVE: u32 = 3;

/// The name under which standard input is known.
const STDIN: &str = "stdin";

/// What documents are called in the output.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Labels {
    /// By their paths as given: for people, who want to find them.
    Paths,
    /// By their file names, with folders where two share one: the export contract.
    FileNames,
}

/// Everything that was read.
#[derive(Debug, Default)]
pub struct Reading {
    /// Documents and what could not be read, without works and diagnostics.
    pub loaded: Loaded,
    /// One sentence each: files with the same bytes as another.
    pub remarks: Vec<String>,
    /// Files of which not one byte could be had.
    pub failed: Vec<Explained>,
}

/// Bytes on their way to a reader.
struct Job {
    /// Path as given; of an archive's member, the archive's path and the member's.
    path: String,
    /// Bytes, or why an archive does not give them.
    bytes: Result<Vec<u8>, Unread>,
    /// How many archives it lies in.
    depth: u32,
    /// Its place among all: numbers of the file, the member, the member's member.
    order: Vec<usize>,
}

/// What a job came to.
enum Done {
    Document(Box<(Document, Analysis)>),
    Members(Vec<Job>),
    Unread(Unread),
}

/// Reads all files, archives opened, `pool.width()` at a time.
///
/// # Errors
/// When no worker can be started.
pub fn load(found: &[Found], pool: &Pool, labels: Labels) -> Result<Reading, WorkerError> {
    let mut read = Reading::default();
    let mut collected = Vec::new();
    let exhibits = ExhibitReader::new(pool);
    let mut jobs = open_all(found, pool, &mut read.failed);
    while !jobs.is_empty() {
        let results = parallel::map(&jobs, pool.width(), |job| run(job, &exhibits));
        let mut members = Vec::new();
        for (job, result) in jobs.into_iter().zip(results) {
            match result? {
                Done::Members(found) => members.extend(found),
                done => collected.push((job, done)),
            }
        }
        jobs = members;
    }
    collected.sort_by(|(one, _), (other, _)| one.order.cmp(&other.order));
    read.keep(collected);
    if labels == Labels::FileNames {
        name_by_file(&mut read.loaded);
    }
    Ok(read)
}

fn open_all(found: &[Found], pool: &Pool, failed: &mut Vec<Explained>) -> Vec<Job> {
    let mut jobs = Vec::new();
    for (number, found) in found.iter().enumerate() {
        match open(found, pool) {
            Ok((path, bytes)) => jobs.push(Job { path, bytes: Ok(bytes), depth: 0, order: vec![number] }),
            Err(error) => failed.push(error),
        }
    }
    jobs
}

/// At most one byte more than the largest exhibit: `/dev/zero` has no end.
fn open(found: &Found, pool: &Pool) -> Result<(String, Vec<u8>), Explained> {
    let most = pool.limits().largest_exhibit() + 1;
    let (path, bytes) = match found {
        Found::Stdin => (STDIN.to_owned(), up_to(io::stdin().lock(), most)),
        Found::File(path) => (display(path), File::open(path).and_then(|file| up_to(file, most))),
    };
    match bytes {
        Ok(bytes) => Ok((path, bytes)),
        Err(error) => Err(Explained::new(format!("could not read {path}")).because(error)),
    }
}

fn up_to(input: impl Read, most: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    input.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn display(path: &Path) -> String {
    let path = path.strip_prefix(".").unwrap_or(path);
    path.to_string_lossy().into_owned()
}

fn run(job: &Job, exhibits: &ExhibitReader<'_>) -> Result<Done, WorkerError> {
    let bytes = match &job.bytes {
        Ok(bytes) => bytes,
        Err(unread) => return Ok(Done::Unread(unread.clone())),
    };
    Ok(match exhibits.read(file_name(&job.path), bytes)? {
        ReadOutcome::Document(document) => analysed(document),
        ReadOutcome::Unread(unread) => Done::Unread(unread),
        ReadOutcome::Container(_) if job.depth >= DEEPEST_ARCHIVE => Done::Unread(Unread::Limit {
            detail: format!("archives lie more than {DEEPEST_ARCHIVE} deep in each other"),
        }),
        ReadOutcome::Container(members) => {
            let members = members.into_iter().enumerate().map(|(number, member)| Job {
                path: format!("{}!/{}", job.path, member.path),
                bytes: member.bytes,
                depth: job.depth + 1,
                order: [job.order.as_slice(), &[number]].concat(),
            });
            Done::Members(members.collect())
        }
    })
}

/// A fault of ours over one document does not take the others along.
fn analysed(document: Document) -> Done {
    match panics::catch(|| reason::analyse(&document)) {
        Ok(analysis) => Done::Document(Box::new((document, analysis))),
        Err(said) => Done::Unread(Unread::Crashed { detail: format!("analysing its text: {said}") }),
    }
}

impl Reading {
    fn keep(&mut self, collected: Vec<(Job, Done)>) {
        let mut seen: HashMap<Sha256, String> = HashMap::new();
        for (job, done) in collected {
            let exhibit = exhibit_of(&job);
            if let Some(first) = seen.get(&exhibit.sha256) {
                let again = format!("{} has the same bytes as {first}: checked once", job.path);
                self.remarks.push(again);
                continue;
            }
            if job.bytes.is_ok() {
                seen.insert(exhibit.sha256, job.path);
            }
            match done {
                Done::Document(both) => self.loaded.documents.push(LoadedDocument {
                    id: exhibit.sha256.short(),
                    exhibit,
                    document: both.0,
                    analysis: both.1,
                }),
                Done::Unread(unread) => self.loaded.unread.push((exhibit, unread)),
                Done::Members(_) => {}
            }
        }
    }
}

/// A file that lies in no case was acquired in no way. A member without bytes is told apart by its path.
fn exhibit_of(job: &Job) -> Exhibit {
    let bytes = job.bytes.as_deref().unwrap_or(job.path.as_bytes());
    Exhibit {
        sha256: Sha256::of(bytes),
        size: job.bytes.as_ref().map_or(0, Vec::len) as u64,
        label: job.path.clone(),
        acquisitions: Vec::new(),
    }
}

/// Shortens labels to file names where these are unlike each other.
fn name_by_file(loaded: &mut Loaded) {
    let exhibits = || {
        let documents = loaded.documents.iter().map(|document| &document.exhibit);
        documents.chain(loaded.unread.iter().map(|(exhibit, _)| exhibit))
    };
    let mut once = HashSet::new();
    let shared: HashSet<String> = exhibits()
        .map(|exhibit| file_name(&exhibit.label))
        .filter(|name| !once.insert(*name))
        .map(str::to_owned)
        .collect();
    let documents = loaded.documents.iter_mut().map(|document| &mut document.exhibit);
    let unread = loaded.unread.iter_mut().map(|(exhibit, _)| exhibit);
    for exhibit in documents.chain(unread) {
        let name = file_name(&exhibit.label);
        if !shared.contains(name) {
            exhibit.label = name.to_owned();
        }
    }
}

fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}
