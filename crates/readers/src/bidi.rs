//! Characters that reorder text on screen: what is seen and what is stored differ. They are kept, and told.

use reason::document::{Draft, Warning, WarningKind};

/// How many blocks the warning names.
const NAMED_PLACES: usize = 3;
/// How much of a block is quoted, in characters.
const QUOTED_CHARACTERS: usize = 40;

/// Embeddings, overrides and isolates; the marks U+200E, U+200F and U+061C, which every Arabic text uses, are not meant.
pub(crate) fn is_control(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// One warning for all such characters of a draft, and of the name that its file goes by.
pub(crate) fn warn(draft: &mut Draft, name: &str) {
    let mut blocks = 0;
    let mut places = Vec::new();
    if has_control(name) {
        blocks += 1;
        places.push(format!("the file's name “{}”", escaped(name)));
    }
    let mut page = None;
    for block in &draft.blocks {
        let texts = std::iter::once(&block.text).chain(block.rows.iter().flatten());
        let Some(text) = texts.into_iter().find(|text| has_control(text)) else {
            continue;
        };
        blocks += 1;
        if places.len() < NAMED_PLACES {
            page = page.or(block.page);
            places.push(format!("“{}”", escaped(&around(text))));
        }
    }
    if blocks > 0 {
        draft.warnings.push(Warning {
            kind: WarningKind::BidiControl,
            page,
            detail: format!(
                "characters that reorder text on screen stand in {blocks} places, as in {}",
                places.join(", ")
            ),
        });
    }
}

/// Whether such a character occurs; all of them begin with the byte E2 in UTF-8.
pub(crate) fn has_control(text: &str) -> bool {
    text.as_bytes().contains(&0xE2) && text.contains(is_control)
}

/// The text with such characters and other control characters written out, as `\u{202e}`.
pub(crate) fn escaped(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        if is_control(c) || c.is_control() {
            shown.extend(c.escape_default());
        } else {
            shown.push(c);
        }
    }
    shown
}

fn around(text: &str) -> String {
    let at = text.find(is_control).unwrap_or(0);
    let before = text[..at].chars().rev().take(QUOTED_CHARACTERS / 2).count();
    let skip = text[..at].chars().count() - before;
    text.chars().skip(skip).take(QUOTED_CHARACTERS).collect()
}
