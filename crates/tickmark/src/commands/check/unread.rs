//! Files that could not be read, as diagnostics D01.

use casebook::Loaded;
use reason::checks::{Code, Diagnostic, Place, Severity};

use crate::reading::advice;

/// One error each: a file that is not read is a report that is not checked. Places count on from the documents.
pub fn diagnostics(loaded: &Loaded) -> Vec<Diagnostic> {
    let numbered = loaded.unread.iter().zip(loaded.documents.len()..);
    numbered
        .map(|((exhibit, why), document)| Diagnostic {
            code: Code::D01,
            severity: Severity::Error,
            message: format!("{} could not be read: {}", exhibit.label, why.sentence()),
            places: vec![Place { document, span: None, page: None, says: String::new() }],
            notes: Vec::new(),
            help: advice(why).to_owned(),
        })
        .collect()
}
