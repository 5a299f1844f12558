//! Writing for people: colour, width, and text of documents that must not drive the terminal.

pub mod escape;
pub mod excerpt;
pub mod progress;
pub mod style;
pub mod table;

use std::fmt::Display;
use std::io::{self, BufWriter, IsTerminal, StderrLock, StdoutLock, Write};

use anstream::{AutoStream, ColorChoice};

/// Columns when the output is no terminal: one width, so that saved outputs can be compared.
const WIDTH_ELSEWHERE: usize = 100;
/// Where nothing is cut. No line is as long.
const BOUNDLESS: usize = 1 << 40;
/// Narrower than this and excerpts say nothing.
const NARROWEST: usize = 40;
/// Wider than this and the eye loses the line.
const WIDEST: usize = 140;

/// Where a command writes: results to standard output, talk to standard error.
#[derive(Debug, Clone, Copy)]
pub struct Terminal {
    choice: ColorChoice,
}

impl Terminal {
    /// With colour as the user chose.
    pub const fn new(choice: ColorChoice) -> Self {
        Self { choice }
    }

    /// Standard output, for results.
    pub fn results(self) -> BufWriter<AutoStream<StdoutLock<'static>>> {
        BufWriter::new(AutoStream::new(io::stdout().lock(), self.choice))
    }

    /// Standard error, for talk.
    pub fn talk(self) -> AutoStream<StderrLock<'static>> {
        AutoStream::new(io::stderr().lock(), self.choice)
    }

    /// One line of talk. That nobody can hear it is no reason to stop.
    pub fn say(self, line: &str) {
        let _ = writeln!(self.talk(), "{}", escape::lines(line));
    }

    /// Columns of standard output.
    pub fn width(self) -> usize {
        terminal_size::terminal_size_of(io::stdout())
            .map_or(WIDTH_ELSEWHERE, |(width, _)| usize::from(width.0).clamp(NARROWEST, WIDEST))
    }

    /// Columns that tables may take: those of a terminal; as many as they need where another program reads them.
    pub fn room(self) -> usize {
        if self.shows_results() { self.width() } else { BOUNDLESS }
    }

    /// Whether a person looks at standard output.
    pub fn shows_results(self) -> bool {
        io::stdout().is_terminal()
    }

    /// Whether a person looks at standard error: progress is shown only then.
    pub fn shows_talk(self) -> bool {
        io::stderr().is_terminal()
    }
}

/// `1 note`, `354 notes`.
pub fn counted(number: impl Display, one: &str, many: &str) -> String {
    match number.to_string().as_str() {
        "1" => format!("1 {one}"),
        number => format!("{number} {many}"),
    }
}
