//! The HTML report: one file that opens offline, with the text, its notes beside it, and diagnostics in place.
//!
//! Text of a source reaches the page only through [`visible::Visible`] and maud's escaping. The page has a content
//! security policy that lets nothing load and nothing run but its own script; it works without that script.

mod anchors;
mod block;
mod chart;
mod citation;
mod diagnostics;
mod document;
mod finding;
mod incidents;
mod index;
mod inline;
mod links;
mod margin;
mod navigation;
mod note;
mod page;
mod pictures;
mod pieces;
mod segment;
mod snippet;
mod summary;
mod support;
mod table;
mod view;
mod visible;
mod words;
mod works;

use maud::{PreEscaped, html};

use crate::Checked;
use index::Index;
use view::{Drawn, View};

/// What the head of a report says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportHeading {
    /// What was checked: the title of the document, or the name of the case.
    pub title: String,
    /// Program and version: `tickmark 0.1.0`.
    pub made_with: String,
    /// When, as it is to be shown; left out where the page must be the same every time.
    pub made_at: Option<String>,
}

/// Writes the report.
///
/// ```
/// use publish::{Checked, html};
/// let heading = html::ReportHeading {
///     title: "Night over Kessa".to_owned(),
///     made_with: "tickmark 0.1.0".to_owned(),
///     made_at: None,
/// };
/// let nothing = Checked { sources: &[], conclusions: &reason::Conclusions::default(), diagnostics: &[] };
/// assert!(html::report(&heading, nothing).starts_with("<!DOCTYPE html>"));
/// ```
#[must_use]
pub fn report(heading: &ReportHeading, checked: Checked<'_>) -> String {
    let index = Index::new(checked);
    let mut drawn = Drawn::default();
    // Documents first: the list links to what they have drawn.
    let documents: Vec<_> = View::each(&index).map(|view| document::document(view, &mut drawn)).collect();
    let diagnostics = diagnostics::diagnostics(&index, &mut drawn);
    let incidents = incidents::incidents(&index, &mut drawn);
    let works = works::works(&index, &mut drawn);
    let main = html! {
        (summary::summary(heading, &index))
        (diagnostics)
        (incidents)
        @for document in documents { (document) }
        (works)
    };
    let navigation = navigation::navigation(&index, &drawn);
    let PreEscaped(page) = page::page(&heading.title, &navigation, &main);
    page
}
