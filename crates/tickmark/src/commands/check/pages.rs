//! The four forms in which a check is written.

use std::io::Write;

use casebook::Loaded;
use casebook::export::{Format, Request, What, export_loaded};
use publish::html::ReportHeading;
use publish::{html, sarif};

use super::{Checked, human};
use crate::cli::{Check, CheckFormat};
use crate::commands::case::explain;
use crate::explained::Explained;
use crate::output::deliver;
use crate::terminal::Terminal;

/// A page is for a browser: on a terminal it is noise.
pub fn refuse_terminal(arguments: &Check, terminal: Terminal) -> Result<(), Explained> {
    let to_terminal = arguments.out.is_none() && terminal.shows_results();
    if arguments.format == CheckFormat::Html && to_terminal {
        return Err(Explained::new("an HTML page is not for a terminal")
            .hint("`--out report.html` writes it to a file"));
    }
    Ok(())
}

/// Writes what was found, in the form and to the place that was asked for.
pub fn write(checked: &Checked, arguments: &Check, terminal: Terminal) -> Result<(), Explained> {
    let loaded = &checked.loaded;
    let out = arguments.out.as_deref();
    if arguments.format == CheckFormat::Human && out.is_none() {
        let options = human::Options::new(arguments, terminal.width());
        let mut results = terminal.results();
        human::write(&mut results, loaded, &options)?;
        return Ok(results.flush()?);
    }
    deliver(out, terminal, |out| match arguments.format {
        CheckFormat::Human => {
            let options = human::Options::new(arguments, terminal.width());
            let mut plain = anstream::StripStream::new(Vec::new());
            human::write(&mut plain, loaded, &options)?;
            Ok(out.write_all(&plain.into_inner())?)
        }
        CheckFormat::Json => json(out, loaded),
        CheckFormat::Sarif => Ok(writeln!(out, "{:#}", sarif_log(loaded))?),
        CheckFormat::Html => Ok(out.write_all(report(&checked.title, loaded).as_bytes())?),
    })?;
    if let Some(path) = out {
        terminal.say(&format!("wrote {}", path.display()));
    }
    Ok(())
}

/// The rows of `tickmark export diagnostics`.
fn json(out: &mut dyn Write, loaded: &Loaded) -> Result<(), Explained> {
    let request = Request { what: What::Diagnostics, format: Format::Jsonl };
    export_loaded(&request, loaded, out).map_err(|error| explain(&error))?;
    Ok(())
}

fn sarif_log(loaded: &Loaded) -> serde_json::Value {
    let sources = loaded.sources();
    sarif::log(
        env!("CARGO_PKG_VERSION"),
        publish::Checked {
            sources: &sources,
            conclusions: &loaded.conclusions,
            diagnostics: &loaded.diagnostics,
        },
    )
}

/// The HTML report. The time is left out: the same documents give the same page.
pub fn report(title: &str, loaded: &Loaded) -> String {
    let heading = ReportHeading {
        title: title.to_owned(),
        made_with: format!("tickmark {}", env!("CARGO_PKG_VERSION")),
        made_at: None,
    };
    let sources = loaded.sources();
    html::report(
        &heading,
        publish::Checked {
            sources: &sources,
            conclusions: &loaded.conclusions,
            diagnostics: &loaded.diagnostics,
        },
    )
}
