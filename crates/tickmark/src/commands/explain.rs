//! `explain`: why a rule exists.

use std::io::{self, Write};

use reason::checks::{Code, Typed, rule};
use unicode_width::UnicodeWidthStr;

use crate::cli::{Explain, values};
use crate::exit::Exit;
use crate::explained::Explained;
use crate::terminal::{Terminal, style};

/// Explains one rule or lists all.
pub fn run(arguments: &Explain, terminal: Terminal) -> Result<Exit, Explained> {
    let mut out = terminal.results();
    match &arguments.code {
        Some(text) if !arguments.list => one(&mut out, values::code(text)?, terminal.width())?,
        _ => all(&mut out)?,
    }
    out.flush()?;
    Ok(Exit::Clean)
}

fn one(out: &mut impl Write, code: Code, width: usize) -> io::Result<()> {
    let rule = rule(code);
    let strong = style::STRONG;
    let paint = style::severity(code.severity());
    let severity = code.severity().name();
    writeln!(out, "{strong}{} {}{strong:#} ({paint}{severity}{paint:#})", code.name(), code.slug())?;
    writeln!(out)?;
    paragraph(out, &format!("It sees {}.", code.summary()), width)?;
    writeln!(out)?;
    paragraph(out, rule.why, width)?;
    example(out, "Reported in", rule.wrong)?;
    example(out, "Not reported in", rule.right)?;
    let silence = format!("`--allow {}` on the command line, {}.", code.name(), rule.silence);
    writeln!(out, "\n{strong}To silence it{strong:#}")?;
    paragraph(out, &silence, width)
}

/// The files of an example as they would be typed: no line is wrapped, so that what is copied is what was tried.
fn example(out: &mut impl Write, title: &str, files: &[Typed]) -> io::Result<()> {
    let strong = style::STRONG;
    for (number, file) in files.iter().enumerate() {
        let title = if number == 0 { title } else { "together with" };
        writeln!(out, "\n{strong}{title} {}{strong:#}", file.name)?;
        for line in file.text.lines() {
            writeln!(out, "{}", format!("{INDENT}{line}").trim_end())?;
        }
    }
    Ok(())
}

/// Before each line of a paragraph.
const INDENT: &str = "  ";

fn paragraph(out: &mut impl Write, text: &str, width: usize) -> io::Result<()> {
    let room = width.saturating_sub(INDENT.len());
    let mut line = String::new();
    for word in text.split(' ') {
        if !line.is_empty() && line.width() + 1 + word.width() > room {
            writeln!(out, "{INDENT}{line}")?;
            line.clear();
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    writeln!(out, "{INDENT}{line}")
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
