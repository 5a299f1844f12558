//! Markdown, with `[^1]` notes and tables.

mod blocks;
mod notes;

use pulldown_cmark::{Options, Parser, TextMergeWithOffset};
use reason::document::Draft;

use crate::encoding;
use crate::text::unify_line_ends;

/// Raised whenever the same bytes may give another draft.
const VERSION: u32 = 2;

/// Reads Markdown in any encoding.
pub(crate) fn read(bytes: &[u8]) -> Draft {
    let decoded = encoding::decode(bytes, None);
    let mut draft = Draft::new("text/markdown", "markdown", VERSION);
    draft.warnings.extend(decoded.warning);
    let source = unify_line_ends(decoded.text);
    let options = Options::ENABLE_FOOTNOTES
        | Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    let labels = notes::Labels::of(Parser::new_ext(&source, options));
    let mut writer = blocks::Writer::new(&source, &labels, &mut draft);
    // Brackets cut text in pieces, and `^[12]` is one mark.
    for (event, place) in TextMergeWithOffset::new(Parser::new_ext(&source, options).into_offset_iter()) {
        writer.event(event, place);
    }
    writer.finish();
    draft
}
