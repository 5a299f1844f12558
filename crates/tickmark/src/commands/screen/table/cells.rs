//! Cells that a spreadsheet shows and never runs.

/// Appends a cell. One that begins like a formula gets an apostrophe, which makes it text; one with delimiters, quotation marks, line ends or blanks at its edges
/// is quoted.
pub fn push(out: &mut Vec<u8>, cell: &[u8], delimiter: u8) {
    let is_formula = matches!(cell.first(), Some(b'=' | b'+' | b'-' | b'@' | b'\t' | b'\r'));
    let quoted = cell.iter().any(|byte| matches!(byte, b'"' | b'\n' | b'\r') || *byte == delimiter)
        || matches!((cell.first(), cell.last()), (Some(b' ' | b'\t'), _) | (_, Some(b' ' | b'\t')));
    if quoted {
        out.push(b'"');
    }
    if is_formula {
        out.push(b'\'');
    }
    for byte in cell {
        if *byte == b'"' {
            out.push(b'"');
        }
        out.push(*byte);
    }
    if quoted {
        out.push(b'"');
    }
}

/// Appends a row.
pub fn row<'a>(out: &mut Vec<u8>, cells: impl IntoIterator<Item = &'a [u8]>, delimiter: u8) {
    for (index, cell) in cells.into_iter().enumerate() {
        if index > 0 {
            out.push(delimiter);
        }
        push(out, cell, delimiter);
    }
    out.push(b'\n');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_never_a_formula_and_never_two_cells() {
        for (cell, expected) in [
            ("Oste", "Oste"),
            ("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\""),
            ("-5", "'-5"),
            ("+33", "'+33"),
            ("@a", "'@a"),
            ("\tx", "\"'\tx\""),
            ("a,b", "\"a,b\""),
            ("a\nb", "\"a\nb\""),
            (" a", "\" a\""),
            ("", ""),
        ] {
            let mut out = Vec::new();
            push(&mut out, cell.as_bytes(), b',');
            assert_eq!(String::from_utf8_lossy(&out), expected, "{cell}");
        }
    }
}
