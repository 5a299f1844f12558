//! PDF: glyphs with their places, from which words, lines, columns, paragraphs, notes and tables are found again.
//!
//! The way of a page: [`source`] opens the file, [`interpreter`] notes every glyph ([`glyphs`]), [`rows`] and [`words`]
//! put note marks back on their lines, [`furniture`] and [`tables`] take out what is not running text, [`columns`] gives
//! the reading order, [`paragraphs`], [`footnotes`] and [`numbered`] make blocks of it.

mod address;
mod annotations;
mod bidi;
mod blocks;
mod classify;
mod columns;
mod contents;
mod document;
mod font;
mod footnotes;
mod furniture;
mod glyphs;
mod image;
mod information;
mod interpreter;
mod labels;
mod lines;
mod marked_content;
mod matrix;
mod numbered;
mod origin;
mod page_text;
mod paragraphs;
mod path;
mod prose;
mod rows;
mod source;
mod streams;
mod superiors;
mod tables;
#[cfg(test)]
mod tests;
mod text_string;
mod words;

use reason::document::{Draft, Unread};

use crate::ReadOptions;
pub use image::page_image;
use source::Source;

/// Reads a PDF.
///
/// # Errors
/// [`Unread`] when nothing of it can be read: locked, without pages, or no PDF at all.
pub fn read(bytes: &[u8], options: &ReadOptions) -> Result<Draft, Unread> {
    let mut source = Source::open(bytes)?;
    Ok(document::draft(&mut source, &options.recognised))
}
