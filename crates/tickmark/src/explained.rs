//! How failures are told to a person.
//!
//! Libraries return typed facts. Here, at the edge, a fact becomes: what happened and where, why, and what to do next.

use std::fmt::{self, Display};
use std::io::{self, Write};

use anstyle::Style;

use crate::terminal::{escape, style};

/// A failure that ends a command (or one item of it), told so that the next step is clear.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explained {
    /// What happened, and where: `could not write report.html`.
    pub what: String,
    /// Why, outermost cause first.
    pub why: Vec<String>,
    /// What to do: a sentence or the next command.
    pub hint: Option<String>,
    /// Whether there is anything to tell at all.
    pub kind: Kind,
}

/// What sort of ending it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Something failed.
    Failure,
    /// The reader of our output went away (`| head`): no failure, nothing to say.
    BrokenPipe,
}

impl Explained {
    /// Says what happened.
    pub fn new(what: impl Into<String>) -> Self {
        Self { what: what.into(), why: Vec::new(), hint: None, kind: Kind::Failure }
    }

    /// Adds a cause.
    #[must_use]
    pub fn because(mut self, why: impl Display) -> Self {
        self.why.push(why.to_string());
        self
    }

    /// Adds an error and what lies beneath it.
    #[must_use]
    pub fn caused_by(mut self, error: &(dyn std::error::Error + 'static)) -> Self {
        let mut cause = Some(error);
        while let Some(error) = cause {
            self.why.push(error.to_string());
            cause = error.source();
        }
        self
    }

    /// Adds what to do.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Tells it on `out` (standard error).
    ///
    /// # Errors
    /// When `out` cannot be written to.
    pub fn tell(&self, out: &mut dyn Write) -> io::Result<()> {
        let label = |out: &mut dyn Write, label: &str, paint: Style| write!(out, "{paint}{label}{paint:#}: ");
        label(out, "error", style::ERROR)?;
        writeln!(out, "{}", escape::lines(&self.what))?;
        for why in &self.why {
            label(out, "  why", style::STRONG)?;
            writeln!(out, "{}", escape::lines(why))?;
        }
        if let Some(hint) = &self.hint {
            label(out, " hint", style::HELP)?;
            writeln!(out, "{}", escape::lines(hint))?;
        }
        Ok(())
    }
}

impl Display for Explained {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.what)
    }
}

/// Writing to standard output failed: the reader went away, or the disk behind it is full.
impl From<io::Error> for Explained {
    fn from(error: io::Error) -> Self {
        let kind = match error.kind() {
            io::ErrorKind::BrokenPipe => Kind::BrokenPipe,
            _ => Kind::Failure,
        };
        Self { kind, ..Self::new("could not write the output").because(error) }
    }
}
