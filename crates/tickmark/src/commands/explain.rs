//! `explain`: why a rule exists.

use std::io::{self, Write};

use reason::checks::Code;

use crate::cli::{Explain, values};
use crate::exit::Exit;
use crate::explained::Explained;
use crate::terminal::{Terminal, style};

/// Explains one rule or lists all.
pub fn run(arguments: &Explain, terminal: Terminal) -> Result<Exit, Explained> {
    let mut out = terminal.results();
    match &arguments.code {
        Some(text) if !arguments.list => one(&mut out, values::code(text)?)?,
        _ => all(&mut out)?,
    }
    out.flush()?;
    Ok(Exit::Clean)
}

fn one(out: &mut impl Write, code: Code) -> io::Result<()> {
    let strong = style::STRONG;
    let paint = style::severity(code.severity());
    let severity = code.severity().name();
    writeln!(out, "{strong}{} {}{strong:#} ({paint}{severity}{paint:#})", code.name(), code.slug())?;
    writeln!(out, "\n  {}\n", code.summary())?;
    writeln!(out, "{strong}To silence it{strong:#}: `--allow {}` on the command line.", code.name())
}

fn all(out: &mut impl Write) -> io::Result<()> {
    for code in Code::ALL {
        let paint = style::severity(code.severity());
        let severity = code.severity().name();
        let (name, slug, summary) = (code.name(), code.slug(), code.summary());
        writeln!(out, "{name}  {slug:<20} {paint}{severity:<7}{paint:#}  {summary}")?;
    }
    Ok(())
}
