//! One test binary for the crate: each file has one subject.

#![allow(missing_docs, reason = "tests document themselves")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod add;
mod build;
mod disk_full;
mod export;
mod flips;
mod judgements;
mod lock;
mod offsets;
mod power_loss;
mod recovery;
mod search;
mod statements;
mod support;
mod walk;
