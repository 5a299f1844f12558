//! What every reader does with what its input gives: what is wrong is told with its line, the rest is taken.

use std::io::{self, Read};

use super::input::{Elements, Lines, Piece, Row, Rows, Text};
use super::out::Out;

/// Hands the root and every entry of an XML file to `take`; `names` are those of entries.
pub(super) fn elements<R: Read>(
    input: Text<R>,
    names: &'static [&'static str],
    out: &mut Out<'_>,
    mut take: impl FnMut(Piece, &mut Out<'_>),
) -> io::Result<()> {
    let mut elements = Elements::new(input, names);
    while let Some(piece) = elements.next()? {
        match piece {
            Ok(piece) => take(piece, out),
            Err((line, fault)) => out.tell(line, fault),
        }
        elements.foreign().into_iter().for_each(|(line, fault)| out.tell(line, fault));
    }
    Ok(())
}

/// Hands every row of a table to `take`, its header among them; `separator` parts its fields.
pub(super) fn rows<R: Read>(
    input: Text<R>,
    (separator, lines): (u8, Lines),
    out: &mut Out<'_>,
    mut take: impl FnMut(&Row, &mut Out<'_>),
) -> io::Result<()> {
    let mut rows = Rows::new(input, separator, lines);
    while let Some(row) = rows.next()? {
        match row {
            Ok(row) => take(row, out),
            Err((line, fault)) => out.tell(line, fault),
        }
        rows.foreign().into_iter().for_each(|(line, fault)| out.tell(line, fault));
    }
    Ok(())
}
