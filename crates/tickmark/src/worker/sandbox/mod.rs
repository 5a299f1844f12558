//! What a worker takes from itself before the first byte of an exhibit is looked at.
//!
//! Each protection is taken as far as the system goes and the rest goes on without it: on an old kernel a report can
//! still be read. What was achieved is a [`Level`] that `tickmark doctor` shows.

mod limits;

#[cfg(target_os = "linux")]
mod landlock;
#[cfg(target_os = "linux")]
mod seccomp;

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::limits::{CPU_SLACK, Limits};

pub use limits::grant_cpu;

/// How far one protection is in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Guard {
    /// Wholly.
    Enforced,
    /// In part: what is missing.
    Partly(String),
    /// Not at all: why.
    Missing(String),
}

/// What is in force in a worker.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Level {
    /// Address space (RLIMIT_AS).
    pub memory: Guard,
    /// Open files and core dumps, death with the parent.
    pub resources: Guard,
    /// No path, no TCP port, no signal to others (Landlock).
    pub files: Guard,
    /// Only the system calls that reading needs (seccomp).
    pub system_calls: Guard,
}

/// Gives up all that reading does not need. There is no way back.
pub fn enter(limits: &Limits) -> Level {
    let memory = limits::memory(limits.memory);
    let resources = limits::resources();
    Level { memory, resources, files: no_paths(), system_calls: few_system_calls() }
}

/// Gives up what a program that recognises text does not need: it is about to take this process over. As far as the
/// system goes, like [`enter`].
pub fn enter_for_program(limits: &Limits, may_read: &[PathBuf], may_write: &Path) {
    // First: each path that stays open to it takes a file descriptor for a moment.
    only_paths(may_read, may_write);
    limits::memory(limits.memory);
    limits::resources();
    // It reads one picture within the wall limit: more CPU time than that on one thread is a loop.
    let _ = grant_cpu(limits.wall + CPU_SLACK);
}

#[cfg(target_os = "linux")]
fn only_paths(may_read: &[PathBuf], may_write: &Path) {
    landlock::restrict_to(may_read, may_write);
    // Without filter Landlock still refuses TCP.
    let _ = seccomp::no_sockets();
}

#[cfg(not(target_os = "linux"))]
fn only_paths(_may_read: &[PathBuf], _may_write: &Path) {}

#[cfg(target_os = "linux")]
fn no_paths() -> Guard {
    landlock::restrict()
}

#[cfg(target_os = "linux")]
fn few_system_calls() -> Guard {
    seccomp::restrict().map_or_else(|error| Guard::Missing(error.to_string()), |()| Guard::Enforced)
}

#[cfg(not(target_os = "linux"))]
fn no_paths() -> Guard {
    Guard::Missing("Landlock is of Linux".to_owned())
}

#[cfg(not(target_os = "linux"))]
fn few_system_calls() -> Guard {
    Guard::Missing("seccomp is of Linux".to_owned())
}
