//! How much a worker may use.

use std::time::Duration;

/// Address space of a worker. The seven-page PDF of the example is read in 128 MB, the reader's stack of 64 MB included;
/// 2 GB of inflated stream in a small file must end early.
pub const MEMORY_DEFAULT: u64 = 512 * MEGABYTE;

/// Below this hardly anything is read: measured on Linux, a line of text needs 112 MB of address space.
pub const MEMORY_LEAST: u64 = 128 * MEGABYTE;

/// Wall-clock time for one exhibit: as long as a person waits before asking whether it hangs.
pub const WALL_DEFAULT: Duration = Duration::from_secs(60);

/// CPU time beyond the wall limit before the kernel kills: a backstop for when the parent's timer is gone.
pub const CPU_SLACK: Duration = Duration::from_secs(10);

/// Open files: the three standard streams, the answer pipe, and what applying Landlock opens for a moment.
pub const OPEN_FILES: u64 = 16;

/// A million bytes, as people and disks count.
pub const MEGABYTE: u64 = 1_000_000;

/// What the parent grants to each worker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Address space in bytes.
    pub memory: u64,
    /// Wall-clock time for one exhibit.
    pub wall: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self { memory: MEMORY_DEFAULT, wall: WALL_DEFAULT }
    }
}

impl Limits {
    /// The largest exhibit that is handed to a worker: it must fit into the worker's memory beside what is made of it.
    #[must_use]
    pub const fn largest_exhibit(&self) -> u64 {
        self.memory / 2
    }

    /// The largest answer that is taken from a worker: it cannot hold more than its memory.
    #[must_use]
    pub const fn largest_answer(&self) -> u64 {
        self.memory
    }
}
