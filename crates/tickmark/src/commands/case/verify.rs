//! `verify`: whether evidence and log are what was written.

use std::io::Write;

use casebook::{Finding, Severity, Verification};
use serde_json::json;

use super::{explain, folder};
use crate::cli::Verify;
use crate::exit::Exit;
use crate::explained::Explained;
use crate::terminal::progress::Progress;
use crate::terminal::{Terminal, escape, style};

/// Looks at everything, changes nothing. Status 1 when something is not what was written.
pub fn run(arguments: &Verify, terminal: Terminal) -> Result<Exit, Explained> {
    let root = folder(&arguments.case)?;
    let progress = Progress::new(terminal, "verifying");
    let verification = casebook::verify(&root, &mut |step| {
        progress.of(step.of);
        progress.at(step.done);
    });
    drop(progress);
    let verification = verification.map_err(|error| explain(&error))?;
    let mut out = terminal.results();
    match arguments.json {
        true => writeln!(out, "{}", row(&verification))?,
        false => for_people(&mut out, &verification)?,
    }
    out.flush()?;
    Ok(match verification.is_sound() {
        true => Exit::Clean,
        false => Exit::Findings,
    })
}

fn for_people(out: &mut impl Write, verification: &Verification) -> std::io::Result<()> {
    for finding in &verification.findings {
        let (word, paint) = match finding.severity() {
            Severity::Damage => ("damage", style::ERROR),
            Severity::Note => ("note", style::NOTE),
        };
        writeln!(out, "{paint}{word}{paint:#}: {}", escape::line(&finding.to_string()))?;
    }
    let (lines, exhibits, bytes) = (verification.lines, verification.exhibits, verification.bytes);
    writeln!(out, "looked at {lines} acts and {exhibits} exhibits ({bytes} bytes)")?;
    match verification.is_sound() {
        true => writeln!(
            out,
            "everything is what was written; this does not prove that it is true or was lawfully obtained"
        ),
        false => writeln!(out, "restore what is damaged from a backup; nothing was changed"),
    }
}

fn row(verification: &Verification) -> serde_json::Value {
    let finding = |finding: &Finding| {
        let severity = match finding.severity() {
            Severity::Damage => "damage",
            Severity::Note => "note",
        };
        json!({"severity": severity, "message": finding.to_string()})
    };
    let findings: Vec<_> = verification.findings.iter().map(finding).collect();
    json!({
        "sound": verification.is_sound(),
        "acts": verification.lines,
        "exhibits": verification.exhibits,
        "bytes": verification.bytes,
        "findings": findings,
    })
}
