//! Field codes: `HYPERLINK "https://…"`, `PAGEREF`, `TOC`.

use crate::inline::MarkStart;

/// A field that has begun and not ended. Only its result is text.
#[derive(Debug, Default)]
pub(super) struct Field {
    code: String,
    /// Where its result began, once it has.
    result: Option<MarkStart>,
}

/// All open fields, outermost first; they may span paragraphs.
#[derive(Debug, Default)]
pub(super) struct Fields {
    open: Vec<Field>,
}

impl Fields {
    pub(super) fn begin(&mut self) {
        self.open.push(Field::default());
    }

    /// A piece of the innermost field's code.
    pub(super) fn push_code(&mut self, code: &str) {
        if let Some(field) = self.open.last_mut() {
            field.code.push_str(code);
        }
    }

    pub(super) fn separate(&mut self, at: MarkStart) {
        if let Some(field) = self.open.last_mut() {
            field.result = Some(at);
        }
    }

    /// Ends the innermost field: where its result began, and the address that it links to.
    pub(super) fn end(&mut self) -> Option<(MarkStart, String)> {
        let field = self.open.pop()?;
        Some((field.result?, address(&field.code)?))
    }

    /// Whether text here is part of a code.
    pub(super) fn in_code(&self) -> bool {
        self.open.iter().any(|field| field.result.is_none())
    }

    /// A new paragraph begins: results go on at its start.
    pub(super) fn next_paragraph(&mut self, start: MarkStart) {
        for field in &mut self.open {
            if let Some(result) = &mut field.result {
                *result = start;
            }
        }
    }
}

/// The address of a `HYPERLINK` field. `\l` is a place in this document.
pub(super) fn address(code: &str) -> Option<String> {
    let rest = code.trim().strip_prefix("HYPERLINK")?.trim_start();
    let address = match rest.strip_prefix('"') {
        Some(quoted) => quoted.split('"').next()?,
        None => rest.split_whitespace().next().filter(|word| !word.starts_with('\\'))?,
    };
    (!address.is_empty()).then(|| address.to_owned())
}
