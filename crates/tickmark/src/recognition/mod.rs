//! Text recognition of scanned pages, by the `tesseract` program of this machine.
//!
//! Optional: without it such pages stay unread and are told (D01). The worker that reads a file may start no program,
//! so a scanned page takes two steps: the worker gives its picture, and here the program looks at it, in a fence of its
//! own ([`fence`]). Nothing of the picture is written to the disk: it goes in and its text comes out by pipes.

pub mod fence;
mod fenced;
mod program;

use std::sync::{Condvar, Mutex, OnceLock, PoisonError};

use crate::worker::Limits;
use fenced::Failure;
pub use program::Program;

/// The program, looked for when the first scanned page is met.
#[derive(Debug)]
pub struct Recognition {
    program: OnceLock<Option<Program>>,
    limits: Limits,
    /// How many more pictures may be looked at now.
    free: Mutex<usize>,
    freed: Condvar,
}

/// Address space of the program: a page of 60 million dots takes 1.5 GB, one of 8 million (A4 at 300 dots per inch) 0.3.
const MEMORY: u64 = 2_000_000_000;

/// What a picture that is taken begins with. Anything else tesseract takes for a list of files to open.
const PICTURES: [&[u8]; 2] = [b"\xFF\xD8\xFF", b"\x89PNG\r\n\x1a\n"];

impl Recognition {
    /// At most `most` pictures are looked at in parallel, each within the wall limit.
    pub fn new(most: std::num::NonZeroUsize, limits: &Limits) -> Self {
        Self {
            program: OnceLock::new(),
            limits: Limits { memory: MEMORY, wall: limits.wall },
            free: Mutex::new(most.get()),
            freed: Condvar::new(),
        }
    }

    /// The program, if this machine has it.
    pub fn program(&self) -> Option<&Program> {
        self.program.get_or_init(|| Program::find(&self.limits)).as_ref()
    }

    /// What the program sees in a picture, as it prints it.
    ///
    /// # Errors
    /// Why nothing was seen, in words that follow `tesseract`.
    pub fn text_of(&self, program: &Program, picture: &[u8]) -> Result<String, Failure> {
        if !PICTURES.iter().any(|start| picture.starts_with(start)) {
            return Err(Failure::NoPicture);
        }
        self.take();
        let text = program.recognise(picture, &self.limits);
        *self.free.lock().unwrap_or_else(PoisonError::into_inner) += 1;
        self.freed.notify_one();
        text
    }

    fn take(&self) {
        let free = self.free.lock().unwrap_or_else(PoisonError::into_inner);
        let mut free = self.freed.wait_while(free, |free| *free == 0).unwrap_or_else(PoisonError::into_inner);
        *free -= 1;
    }
}
