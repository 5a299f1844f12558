//! `recogniser`: the fence around the program that recognises text. Started by the others, never by a person.

use std::io::Write;

use crate::cli::Recogniser;
use crate::exit::Exit;
use crate::recognition::fence;

/// Becomes the program; says why on standard error, which the parent hears, when it cannot.
pub fn run(arguments: &Recogniser) -> Exit {
    let error = fence::become_program(arguments);
    // Where nobody can hear it, the exit status still tells.
    let _ = writeln!(std::io::stderr(), "{error}");
    Exit::CouldNotRun
}
