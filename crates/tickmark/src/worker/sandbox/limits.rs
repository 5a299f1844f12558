//! Resource limits of the process.

use std::io;
use std::time::Duration;

use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

use super::Guard;
use crate::worker::limits::OPEN_FILES;

/// Caps the address space.
pub fn memory(bytes: u64) -> Guard {
    guard(cap(Resource::As, bytes))
}

/// Few open files, no core dump (it would hold the exhibit), death with the parent.
pub fn resources() -> Guard {
    guard(
        cap(Resource::Nofile, OPEN_FILES)
            .and_then(|()| cap(Resource::Core, 0))
            .and_then(|()| die_with_parent()),
    )
}

/// Grants this much CPU time from now on; the kernel kills the worker that uses it up.
///
/// # Errors
/// When the system refuses.
pub fn grant_cpu(time: Duration) -> io::Result<()> {
    let used = rustix::time::clock_gettime(rustix::time::ClockId::ProcessCPUTime).tv_sec;
    let until = u64::try_from(used).unwrap_or(0) + time.as_secs().max(1);
    let maximum = getrlimit(Resource::Cpu).maximum;
    let current = Some(maximum.map_or(until, |maximum| until.min(maximum)));
    Ok(setrlimit(Resource::Cpu, Rlimit { current, maximum })?)
}

/// Sets soft and hard limit, never above a limit that is already there.
fn cap(resource: Resource, value: u64) -> io::Result<()> {
    let maximum = getrlimit(resource).maximum;
    let value = Some(maximum.map_or(value, |maximum| value.min(maximum)));
    Ok(setrlimit(resource, Rlimit { current: value, maximum: value })?)
}

#[cfg(target_os = "linux")]
fn die_with_parent() -> io::Result<()> {
    use rustix::process::{DumpableBehavior, Signal, set_dumpable_behavior, set_parent_process_death_signal};
    set_dumpable_behavior(DumpableBehavior::NotDumpable)?;
    Ok(set_parent_process_death_signal(Some(Signal::KILL))?)
}

#[cfg(not(target_os = "linux"))]
fn die_with_parent() -> io::Result<()> {
    Ok(())
}

fn guard(result: io::Result<()>) -> Guard {
    match result {
        Ok(()) => Guard::Enforced,
        Err(error) => Guard::Missing(error.to_string()),
    }
}
