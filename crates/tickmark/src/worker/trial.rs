//! One try at one exhibit, and whether to believe it.

use reason::document::{ReadOutcome, Unread};

use super::death::{Death, Killer};
use super::limits::Limits;
use super::message::{Answer, Request};
use super::process::Worker;
use super::soundness::is_sound;

/// One try at one exhibit.
#[derive(Debug)]
pub struct Trial {
    result: Result<ReadOutcome, Death>,
    /// How many exhibits the worker had answered before.
    before: u32,
}

impl Trial {
    /// Lets a worker read the exhibit.
    pub fn of(worker: &mut Worker, request: &Request, bytes: &[u8]) -> Self {
        let before = worker.answered();
        let result =
            worker.ask(request, &[bytes]).map(|(answer, attachments)| understood(answer, attachments));
        Self { result, before }
    }

    fn failed(&self) -> bool {
        matches!(self.result, Err(_) | Ok(ReadOutcome::Unread(Unread::Crashed { .. } | Unread::Limit { .. })))
    }

    /// It failed in a worker that had read others before. Time that ran out would run out again.
    pub fn is_doubtful(&self) -> bool {
        let by_timer = matches!(&self.result, Err(death) if death.by == Killer::Timer);
        self.before > 0 && self.failed() && !by_timer
    }

    /// Whether the worker is to read nothing more.
    pub fn worker_is_spent(&self) -> bool {
        self.failed()
    }

    /// What it means for the exhibit.
    pub fn into_outcome(self, limits: &Limits) -> ReadOutcome {
        self.result.unwrap_or_else(|death| ReadOutcome::Unread(death.outcome(limits)))
    }
}

fn understood(answer: Answer, attachments: Vec<Vec<u8>>) -> ReadOutcome {
    let outcome = match answer {
        Answer::Read(outcome) => outcome.join(attachments),
        Answer::Picture | Answer::Probe(_) | Answer::Level(_) => None,
    };
    match outcome {
        Some(ReadOutcome::Document(document)) if !is_sound(&document) => None,
        outcome => outcome,
    }
    .unwrap_or_else(|| {
        ReadOutcome::Unread(Unread::Crashed { detail: "the worker's answer makes no sense".to_owned() })
    })
}
