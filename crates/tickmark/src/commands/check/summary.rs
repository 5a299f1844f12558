//! The end of a check: what was read, and how much was found.

use std::io::{self, Write};

use casebook::Loaded;
use reason::checks::{Code, Diagnostic, Severity};

use crate::terminal::{counted, escape, style};

/// A line a document up to so many; then only the sums.
const MOST_DOCUMENTS: usize = 10;

/// Writes it.
pub fn write(out: &mut impl Write, loaded: &Loaded) -> io::Result<()> {
    read(out, loaded)?;
    found(out, loaded)?;
    if let Some(first) = loaded.diagnostics.first() {
        let (help, code) = (style::HELP, first.code.name());
        writeln!(
            out,
            "{help}hint{help:#}: `tickmark explain {code}` says why a rule exists and how to silence it"
        )?;
    }
    Ok(())
}

fn read(out: &mut impl Write, loaded: &Loaded) -> io::Result<()> {
    let documents = &loaded.documents;
    if documents.len() <= MOST_DOCUMENTS {
        for document in documents {
            let analysis = &document.analysis;
            let label = escape::line(&document.exhibit.label);
            let notes = counted(analysis.notes.len(), "note", "notes");
            let markers = counted(analysis.markers.len(), "marker", "markers");
            let citations = counted(analysis.citations.len(), "citation", "citations");
            writeln!(out, "read {label}: {notes}, {markers}, {citations}")?;
        }
    }
    let sum = |of: fn(&reason::Analysis) -> usize| -> usize {
        documents.iter().map(|document| of(&document.analysis)).sum()
    };
    let mut parts = vec![counted(documents.len(), "document", "documents")];
    if documents.len() > 1 {
        parts.push(counted(sum(|analysis| analysis.notes.len()), "note", "notes"));
        parts.push(counted(sum(|analysis| analysis.markers.len()), "marker", "markers"));
        parts.push(counted(sum(|analysis| analysis.citations.len()), "citation", "citations"));
    }
    parts.push(format!("{} cited", counted(loaded.conclusions.works.len(), "work", "works")));
    if !loaded.unread.is_empty() {
        parts.push(format!("{} not read", counted(loaded.unread.len(), "file", "files")));
    }
    writeln!(out, "in all: {}", parts.join(", "))
}

fn found(out: &mut impl Write, loaded: &Loaded) -> io::Result<()> {
    let diagnostics = &loaded.diagnostics;
    let documents = &loaded.documents;
    let notes: usize = documents.iter().map(|document| document.analysis.notes.len()).sum();
    let markers: usize = documents.iter().map(|document| document.analysis.markers.len()).sum();
    if diagnostics.is_empty() && notes == 0 && markers == 0 {
        return writeln!(
            out,
            "no notes were recognised; figures, names and tables were checked, and there is nothing to complain of"
        );
    }
    if diagnostics.is_empty() {
        return writeln!(out, "nothing to complain of");
    }
    let severities = [
        (Severity::Error, "error", "errors"),
        (Severity::Warning, "warning", "warnings"),
        (Severity::Note, "note", "notes"),
    ];
    let by_severity = severities.into_iter().filter_map(|(severity, one, many)| {
        let number = count(diagnostics, |each| each.severity == severity);
        let paint = style::severity(severity);
        (number > 0).then(|| format!("{paint}{}{paint:#}", counted(number, one, many)))
    });
    let by_code = Code::ALL.iter().filter_map(|code| {
        let number = count(diagnostics, |each| each.code == *code);
        (number > 0).then(|| format!("{} {number}", code.name()))
    });
    let by_severity: Vec<_> = by_severity.collect();
    let by_code: Vec<_> = by_code.collect();
    writeln!(out, "found: {} ({})", by_severity.join(", "), by_code.join(", "))
}

fn count(diagnostics: &[Diagnostic], of: impl Fn(&Diagnostic) -> bool) -> usize {
    diagnostics.iter().filter(|one| of(one)).count()
}
