//! Web pages.
//!
//! The way of a page: decoded and made safe to parse (`source`), parsed into an arena (`parse`, `tree`), its visible
//! nodes put in order and measured (`outline`), its notes found (`notes`), chrome told from the article (`chrome`,
//! `article`), and written as blocks (`render`). Nothing here recurses over the page.

mod article;
mod chrome;
mod hidden;
mod metadata;
mod names;
mod notes;
mod outline;
mod parse;
mod phrasing;
mod render;
mod source;
mod table;
mod tree;

use reason::document::{Draft, Metadatum, MetadatumKind, Unread, Warning, WarningKind};

use crate::limits::{HTML_BYTES, HTML_DEPTH, HTML_NODES};
use notes::Notes;
use outline::Outline;

/// Raised whenever the same bytes may give another draft.
const VERSION: u32 = 1;

/// Reads a page in any encoding.
///
/// # Errors
/// [`Unread::Limit`] for a page beyond [`HTML_BYTES`].
pub(crate) fn read(bytes: &[u8]) -> Result<Draft, Unread> {
    if bytes.len() > HTML_BYTES {
        return Err(Unread::Limit {
            detail: format!("a page of {} bytes; pages are read up to {HTML_BYTES}", bytes.len()),
        });
    }
    let mut draft = Draft::new("text/html", "html", VERSION);
    let decoded = source::decode(bytes);
    draft.warnings.extend(decoded.warning);
    let parsed = parse::parse(&source::cap_attributes(&decoded.text));
    if parsed.dropped > 0 {
        draft.warnings.push(flattened(parsed.dropped));
    }
    metadata::read(&parsed.tree, &mut draft);
    let outline = Outline::new(&parsed.tree);
    let notes = Notes::find(&outline);
    let chrome = chrome::find(&outline, &notes);
    let article = article::find(&outline, &chrome, draft.title.as_deref());
    let plan = render::Plan { outline: &outline, notes: &notes, chrome: &chrome, article: &article };
    render::render(plan, &mut draft);
    draft
        .metadata
        .extend(outline.hidden.into_iter().map(|value| Metadatum { kind: MetadatumKind::HiddenText, value }));
    Ok(draft)
}

fn flattened(dropped: usize) -> Warning {
    Warning {
        kind: WarningKind::Truncated,
        page: None,
        detail: format!(
            "{dropped} elements nest deeper than {HTML_DEPTH} or are more than {HTML_NODES}; their text was read as \
             part of what surrounds them"
        ),
    }
}
