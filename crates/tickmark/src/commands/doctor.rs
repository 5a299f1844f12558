//! `doctor`: how well reading is fenced in here, and which programs are at hand.

use std::io::{self, Write};
use std::process::{Command, Stdio};

use crate::cli::Doctor;
use crate::exit::Exit;
use crate::explained::Explained;
use crate::terminal::{Terminal, escape, style};
use crate::worker::Pool;
use crate::worker::limits::MEGABYTE;
use crate::worker::probe::{Attempt, Refusal};
use crate::worker::sandbox::{Guard, Level};

/// Shows everything; status 1 when a worker can do what it should not.
pub fn run(arguments: &Doctor, terminal: Terminal) -> Result<Exit, Explained> {
    let pool = arguments.reading.pool()?;
    let mut out = terminal.results();
    program(&mut out)?;
    let level = pool.level().map_err(|error| no_worker(&error))?;
    let exit = fence(&mut out, &pool, &level)?;
    at_hand(&mut out)?;
    out.flush()?;
    Ok(exit)
}

/// A worker that does not start is told in the same words everywhere.
pub fn no_worker(error: &crate::worker::WorkerError) -> Explained {
    Explained::new("files cannot be read")
        .caused_by(error)
        .hint("`tickmark doctor` shows what this machine allows; more --memory may help")
}

fn program(out: &mut impl Write) -> io::Result<()> {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    heading(out, "tickmark")?;
    row(out, "version", env!("CARGO_PKG_VERSION"))?;
    row(out, "cores", &cores.to_string())?;
    row(out, "sqlite, built in", casebook::sqlite_version())?;
    Ok(())
}

fn fence(out: &mut impl Write, pool: &Pool, level: &Level) -> Result<Exit, Explained> {
    let limits = pool.limits();
    heading(out, "each file is read in a process of its own")?;
    guard(out, &format!("at most {} MB of memory", limits.memory / MEGABYTE), &level.memory)?;
    row(out, &format!("at most {} s", limits.wall.as_secs()), "enforced by the parent")?;
    guard(out, "few open files, no core dump", &level.resources)?;
    guard(out, "no path, port or signal (Landlock)", &level.files)?;
    guard(out, "few system calls (seccomp)", &level.system_calls)?;
    heading(out, "a process was started that tried")?;
    let mut exit = Exit::Clean;
    for attempt in Attempt::ALL {
        let refusal = pool.probe(attempt).map_err(|error| no_worker(&error))?;
        let (verdict, paint) = match &refusal {
            Refusal::Refused(words) => (format!("refused: {words}"), style::HELP),
            Refusal::Unclear(words) => (format!("failed, but not by the fence: {words}"), style::WARNING),
            Refusal::Allowed => ("ALLOWED".to_owned(), style::ERROR),
        };
        if !matches!(refusal, Refusal::Refused(_)) {
            exit = Exit::Findings;
        }
        row(out, attempt.name(), &format!("{paint}{verdict}{paint:#}"))?;
    }
    Ok(exit)
}

/// Programs that are used when they are installed, with the argument that makes them say their version.
const PROGRAMS: &[(&str, &str, &str)] = &[
    ("tesseract", "--version", "pages that are only pictures stay unread (D01)"),
    ("pdftotext", "-v", "PDF text is not compared with a second reader"),
];

fn at_hand(out: &mut impl Write) -> io::Result<()> {
    heading(out, "programs of this machine")?;
    for (name, argument, without) in PROGRAMS {
        match version_line(name, argument) {
            Some(version) => row(out, name, &escape::line(&version))?,
            None => row(out, name, &format!("not found: {without}"))?,
        }
    }
    Ok(())
}

/// The first line that a program says when asked for its version.
fn version_line(program: &str, argument: &str) -> Option<String> {
    let output = Command::new(program).arg(argument).stdin(Stdio::null()).output().ok()?;
    let said = [output.stdout, output.stderr].concat();
    let said = String::from_utf8_lossy(&said);
    said.lines().next().map(str::to_owned)
}

fn guard(out: &mut impl Write, name: &str, guard: &Guard) -> io::Result<()> {
    let (verdict, paint) = match guard {
        Guard::Enforced => ("enforced".to_owned(), style::HELP),
        Guard::Partly(lacks) => (format!("in part: {lacks}"), style::WARNING),
        Guard::Missing(why) => (format!("missing: {why}"), style::ERROR),
    };
    row(out, name, &format!("{paint}{verdict}{paint:#}"))
}

fn heading(out: &mut impl Write, text: &str) -> io::Result<()> {
    let strong = style::STRONG;
    writeln!(out, "{strong}{text}{strong:#}")
}

fn row(out: &mut impl Write, name: &str, value: &str) -> io::Result<()> {
    writeln!(out, "  {name:<36} {value}")
}
