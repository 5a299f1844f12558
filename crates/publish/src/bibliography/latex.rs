//! Text for LaTeX. Letters of all scripts stay as they are: engines of the last decade read UTF-8.

/// Escapes what LaTeX or BibTeX would take for a command, a comment or a group.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' => escaped.push_str(r"\textbackslash{}"),
            '~' => escaped.push_str(r"\textasciitilde{}"),
            '^' => escaped.push_str(r"\textasciicircum{}"),
            // An escaped brace still counts for BibTeX, which looks for the end of a field: both go by name.
            '{' => escaped.push_str(r"\textbraceleft{}"),
            '}' => escaped.push_str(r"\textbraceright{}"),
            '$' | '&' | '#' | '_' | '%' => escaped.extend(['\\', c]),
            c if c.is_whitespace() => escaped.push(' '),
            c if c.is_control() => {}
            c => escaped.push(c),
        }
    }
    escaped
}

/// An address in a verbatim field: only what would end the field is written otherwise, as browsers write it.
pub fn address(url: &str) -> String {
    let mut written = String::with_capacity(url.len());
    for c in url.chars() {
        match c {
            '{' => written.push_str("%7B"),
            '}' => written.push_str("%7D"),
            '\\' => written.push_str("%5C"),
            '"' => written.push_str("%22"),
            c if c.is_whitespace() => written.push_str("%20"),
            c if c.is_control() => {}
            c => written.push(c),
        }
    }
    written
}
