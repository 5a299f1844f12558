//! `export`: rows for other programs.

use casebook::export::{Format, Request, What, schema};
use publish::bibliography;

use super::{built, explain};
use crate::cli::{Export, ExportFormat};
use crate::exit::Exit;
use crate::explained::Explained;
use crate::output::deliver;
use crate::terminal::Terminal;

/// Reads what is not read yet, then writes the rows.
pub fn run(arguments: &Export, terminal: Terminal) -> Result<Exit, Explained> {
    if arguments.schema {
        return write_schema(arguments, terminal);
    }
    let what = what(arguments.what.as_deref().unwrap_or_default())?;
    match kind(what, arguments.format)? {
        Kind::Rows(format) => rows(Request { what, format }, arguments, terminal),
        Kind::Bibliography(format) => bibliography(format, arguments, terminal),
    }
}

/// What is written: rows of the contract, or works in a format of reference managers.
enum Kind {
    Rows(Format),
    Bibliography(bibliography::Format),
}

fn what(name: &str) -> Result<What, Explained> {
    What::parse(name).map_err(|_| {
        let known: Vec<_> = What::ALL.iter().map(|what| what.name()).collect();
        Explained::new(format!("there are no rows called `{name}`"))
            .hint(format!("known are {}", known.join(", ")))
    })
}

fn kind(what: What, format: ExportFormat) -> Result<Kind, Explained> {
    let bibliography = match format {
        ExportFormat::Jsonl => return Ok(Kind::Rows(Format::Jsonl)),
        ExportFormat::Csv => return Ok(Kind::Rows(Format::Csv)),
        ExportFormat::Bibtex => bibliography::Format::Bibtex,
        ExportFormat::Ris => bibliography::Format::Ris,
        ExportFormat::Csl => bibliography::Format::CslJson,
    };
    match what {
        What::Works => Ok(Kind::Bibliography(bibliography)),
        _ => Err(Explained::new(format!("{} cannot be written as a bibliography", what.name()))
            .hint("bibtex, ris and csl are formats of `tickmark export works`")),
    }
}

fn write_schema(arguments: &Export, terminal: Terminal) -> Result<Exit, Explained> {
    deliver(arguments.out.as_deref(), terminal, |out| Ok(writeln!(out, "{:#}", schema())?))?;
    Ok(Exit::Clean)
}

fn rows(request: Request, arguments: &Export, terminal: Terminal) -> Result<Exit, Explained> {
    let mut writer = built(&arguments.case, &arguments.author, &arguments.reading, terminal)?;
    let exported = deliver(arguments.out.as_deref(), terminal, |out| {
        let exported = writer.case().export(&request, out);
        exported.map_err(|error| explain(&error))
    })?;
    writer.record_export(&request, &exported).map_err(|error| explain(&error))?;
    Ok(Exit::Clean)
}

fn bibliography(
    format: bibliography::Format,
    arguments: &Export,
    terminal: Terminal,
) -> Result<Exit, Explained> {
    let writer = built(&arguments.case, &arguments.author, &arguments.reading, terminal)?;
    let loaded = writer.case().load().map_err(|error| explain(&error))?;
    let text = bibliography::write(format, &loaded.conclusions.works, &loaded.sources());
    deliver(arguments.out.as_deref(), terminal, |out| Ok(out.write_all(text.as_bytes())?))?;
    Ok(Exit::Clean)
}
