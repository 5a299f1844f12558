//! Diagnostics for people, in the manner of a compiler.

use std::io::{self, Write};

use casebook::Loaded;
use reason::checks::{Diagnostic, Place};
use unicode_width::UnicodeWidthStr;

use super::place::{surroundings, whereabouts};
use super::summary;
use crate::cli::Check;
use crate::terminal::escape;
use crate::terminal::excerpt::{Line, excerpt};
use crate::terminal::style;

/// Columns of the bar and the spaces before an excerpt.
const GUTTER: usize = 5;

/// How much is shown.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    width: usize,
    most: usize,
}

impl Options {
    /// As the arguments say, on a terminal of so many columns.
    pub fn new(arguments: &Check, width: usize) -> Self {
        let most = match arguments.quiet {
            true => 0,
            false => arguments.max.unwrap_or(usize::MAX),
        };
        Self { width, most }
    }

    /// Everything, in so many columns.
    pub const fn all(width: usize) -> Self {
        Self { width, most: usize::MAX }
    }

    /// Only what was counted.
    pub const fn summary_only(self) -> Self {
        Self { most: 0, ..self }
    }
}

/// Which line is drawn beneath a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rank {
    /// The most telling place.
    First,
    /// The others.
    Further,
}

impl Rank {
    const fn underline(self) -> &'static str {
        match self {
            Self::First => "^",
            Self::Further => "─",
        }
    }
}

/// Writes every diagnostic and the summary.
pub fn write(out: &mut impl Write, loaded: &Loaded, options: &Options) -> io::Result<()> {
    let diagnostics = &loaded.diagnostics;
    let shown = &diagnostics[..diagnostics.len().min(options.most)];
    for each in shown {
        diagnostic(out, loaded, each, options)?;
    }
    if options.most > 0 && shown.len() < diagnostics.len() {
        let left_out = diagnostics.len() - shown.len();
        writeln!(out, "… and {left_out} more, left out by --max {}\n", options.most)?;
    }
    summary::write(out, loaded)
}

/// Writes one diagnostic and an empty line.
pub fn diagnostic(
    out: &mut impl Write,
    loaded: &Loaded,
    diagnostic: &Diagnostic,
    options: &Options,
) -> io::Result<()> {
    let paint = style::severity(diagnostic.severity);
    let severity = diagnostic.severity.name();
    let strong = style::STRONG;
    let message = escape::line(&diagnostic.message);
    let code = diagnostic.code.name();
    writeln!(out, "{paint}{severity}[{code}]{paint:#}{strong}: {message}{strong:#}")?;
    for (number, each) in diagnostic.places.iter().enumerate() {
        let rank = match number {
            0 => Rank::First,
            _ => Rank::Further,
        };
        place(out, loaded, each, (rank, paint), options)?;
    }
    let (frame, help) = (style::FRAME, style::HELP);
    if !diagnostic.help.is_empty() {
        let text = escape::line(&diagnostic.help);
        writeln!(out, "   {frame}={frame:#} {help}help{help:#}: {text}")?;
    }
    writeln!(out)
}

fn place(
    out: &mut impl Write,
    loaded: &Loaded,
    place: &Place,
    (rank, paint): (Rank, anstyle::Style),
    options: &Options,
) -> io::Result<()> {
    let frame = style::FRAME;
    let paint = match rank {
        Rank::First => paint,
        Rank::Further => frame,
    };
    let whereabouts = whereabouts(loaded, place);
    writeln!(out, "  {frame}-->{frame:#} {}", escape::line(&whereabouts))?;
    let says = escape::line(&place.says);
    let Some([before, at, after]) = surroundings(loaded, place) else {
        if !says.is_empty() {
            writeln!(out, "   {frame}|{frame:#} {says}")?;
        }
        return Ok(());
    };
    writeln!(out, "   {frame}|{frame:#}")?;
    let lines = excerpt(before, at, after, options.width - GUTTER);
    let last = lines.iter().rposition(|line| !line.marked.is_empty());
    for (number, line) in lines.iter().enumerate() {
        writeln!(out, "   {frame}|{frame:#} {}", line.text)?;
        if !line.marked.is_empty() {
            let says = if Some(number) == last { &*says } else { "" };
            underline(out, line, says, (rank, paint), options)?;
        }
    }
    Ok(())
}

/// The underline and what stands there: behind it where there is room, else on a line of its own.
fn underline(
    out: &mut impl Write,
    line: &Line,
    says: &str,
    (rank, paint): (Rank, anstyle::Style),
    options: &Options,
) -> io::Result<()> {
    let frame = style::FRAME;
    let indent = " ".repeat(line.marked.start);
    let drawn = rank.underline().repeat(line.marked.len());
    let fits = line.marked.end + 1 + says.width() <= options.width - GUTTER;
    if says.is_empty() {
        writeln!(out, "   {frame}|{frame:#} {indent}{paint}{drawn}{paint:#}")
    } else if fits {
        writeln!(out, "   {frame}|{frame:#} {indent}{paint}{drawn} {says}{paint:#}")
    } else {
        writeln!(out, "   {frame}|{frame:#} {indent}{paint}{drawn}{paint:#}")?;
        let room = (options.width - GUTTER).saturating_sub(says.width());
        let indent = " ".repeat(line.marked.start.min(room));
        writeln!(out, "   {frame}|{frame:#} {indent}{paint}{says}{paint:#}")
    }
}

#[cfg(test)]
mod tests;
