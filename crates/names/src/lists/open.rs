//! From bytes to the reader of their format.

use std::io::{self, BufRead};

use ftm::Record;

use super::format::Format;
use super::input::{Text, head};
use super::out::Out;
use super::tell::{self, LOOKED_FOR};
use super::{Options, ReadList, canada, eu, followthemoney, ofac, swiss, table, targets, uk, un};

/// Why nothing can be made of a file.
#[derive(Debug, thiserror::Error)]
pub enum Unreadable {
    /// There is nothing in it.
    #[error("it is empty")]
    Empty,
    /// It is something else than a list: what, in words.
    #[error("it is {0}")]
    Other(String),
    /// It is of no format that is known.
    #[error("no format that is known: it begins “{begins}”; looked for {looked_for}")]
    Unknown {
        /// Its first characters.
        begins: String,
        /// Every format, by what it is told by.
        looked_for: &'static str,
    },
    /// The input fails.
    #[error("it cannot be read on: {0}")]
    Input(#[from] io::Error),
}

impl Unreadable {
    pub(super) fn unknown(head: &[u8]) -> Self {
        if head.trim_ascii().is_empty() {
            return Self::Empty;
        }
        if let Some(other) = other(head) {
            return Self::Other(other);
        }
        let begins = String::from_utf8_lossy(head).trim().chars().take(SHOWN).collect();
        Self::Unknown { begins, looked_for: LOOKED_FOR }
    }
}

/// What is often taken for a list: the page that a server shows instead of it, a document about it, a picture of it.
fn other(head: &[u8]) -> Option<String> {
    let start: String = String::from_utf8_lossy(head).trim_start().chars().take(SHOWN).collect();
    let lower = start.to_lowercase();
    let known = [
        ("%pdf-", "a PDF"),
        ("<!doctype html", "a web page"),
        ("<html", "a web page"),
        ("{\\rtf", "a text document"),
    ];
    let known = known.into_iter().find(|(begins, _)| lower.starts_with(begins));
    known.map(|(_, what)| what.to_owned()).or_else(|| {
        // Encodings of text with zeros were tried before.
        head.contains(&0).then(|| "a file of bytes that are no text".to_owned())
    })
}

/// Characters of an unknown file that are shown.
const SHOWN: usize = 60;

pub(super) fn read(
    mut input: impl BufRead,
    options: &Options,
    sink: &mut dyn FnMut(Record),
) -> Result<ReadList, Unreadable> {
    let head = head(&mut input)?;
    let mapping = options.mapping.as_ref();
    let Some(kind) = tell::kind(&head, mapping) else { return Err(Unreadable::unknown(&head)) };
    let mut out = Out::new(kind.format, sink);
    let text = Text::begun(head, input);
    let out_ref = &mut out;
    match kind.format {
        Format::OfacCsv => ofac::csv::read(text, &options.companions, out_ref),
        Format::OfacXml => ofac::xml::read(text, out_ref),
        Format::OfacAdvancedXml => ofac::advanced::read(text, out_ref),
        Format::UnXml => un::read(text, out_ref),
        Format::EuXml => eu::xml::read(text, out_ref),
        Format::EuCsv => eu::csv::read(text, out_ref),
        Format::UkConListCsv => uk::con_list::read(text, out_ref),
        Format::UkListCsv => uk::table::read(text, out_ref),
        Format::UkListXml => uk::xml::read(text, out_ref),
        Format::CanadaXml => canada::read(text, out_ref),
        Format::SwissXml => swiss::read(text, out_ref),
        Format::FtmLines => followthemoney::read(text, out_ref),
        Format::TargetsCsv => targets::read(text, out_ref),
        Format::Table => table::read(text, kind.separator, mapping, out_ref),
        Format::JsonArray => table::read_array(text, mapping, out_ref),
    }?;
    Ok(out.list)
}
