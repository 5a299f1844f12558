//! Works as bibliographies that reference managers and typesetters read.

mod bibtex;
mod key;
mod latex;
mod ris;

use reason::Source;
use reason::dates::PartialDate;
use reason::works::Work;
use reason::works::csl::CslItem;

/// A format in which a bibliography goes out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// One JSON list of items: Zotero, pandoc, citeproc.
    CslJson,
    /// BibTeX with the fields of BibLaTeX: typesetters, JabRef.
    Bibtex,
    /// EndNote, Mendeley, library catalogues.
    Ris,
}

/// Writes the works in a format.
///
/// `sources` are those whose citations the works join: they tell when a page was last seen. Given none, the access
/// dates are left out.
///
/// ```
/// use publish::bibliography::{Format, write};
/// assert_eq!(write(Format::CslJson, &[], &[]), "[]\n");
/// ```
#[must_use]
pub fn write(format: Format, works: &[Work], sources: &[Source<'_>]) -> String {
    let entries: Vec<_> = works
        .iter()
        .map(|work| Entry { work, item: CslItem::of(work).seen(last_seen(work, sources)) })
        .collect();
    match format {
        Format::CslJson => csl_json(&entries),
        Format::Bibtex => bibtex::write(&entries),
        Format::Ris => ris::write(&entries),
    }
}

/// The CSL-JSON item of one work, without an access date.
#[must_use]
pub fn csl(work: &Work) -> serde_json::Value {
    serde_json::to_value(CslItem::of(work)).expect("an item is made of texts and numbers only")
}

/// A work with the names and dates that all formats share.
struct Entry<'a> {
    work: &'a Work,
    item: CslItem,
}

fn csl_json(entries: &[Entry<'_>]) -> String {
    let items: Vec<_> = entries.iter().map(|entry| &entry.item).collect();
    let mut text = serde_json::to_string_pretty(&items).expect("an item is made of texts and numbers only");
    text.push('\n');
    text
}

/// The latest of the access dates that the citations of a work state.
fn last_seen(work: &Work, sources: &[Source<'_>]) -> Option<PartialDate> {
    let stated = work.cited_by.iter().filter_map(|cited| {
        let source = sources.get(cited.document)?;
        source.analysis.citations.get(cited.citation)?.accessed
    });
    stated.max_by_key(|date| date.latest())
}
