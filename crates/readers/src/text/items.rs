//! List items and quotations that a sign at the line's start shows.

use reason::document::BlockKind;

/// Whether `* ` begins a list item in this text. A single one is a note: `* Names have been changed.`
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum StarBullets {
    Items,
    Notes,
}

impl StarBullets {
    /// Lists have two such lines with nothing between them.
    pub(super) fn of(text: &str) -> Self {
        let mut before = false;
        for line in text.lines().filter(|line| !line.trim().is_empty()) {
            let star = line.trim_start().starts_with("* ");
            if star && before {
                return Self::Items;
            }
            before = star;
        }
        Self::Notes
    }
}

/// The kind and text of an item or quotation that begins on this line.
pub(super) fn begin<'a>(line: &'a str, stars: &StarBullets) -> Option<(BlockKind, &'a str)> {
    let line = line.trim();
    if let Some(text) = line.strip_prefix("> ") {
        return Some((BlockKind::Quote, text));
    }
    let text = line.strip_prefix(['-', '+', '•', '◦', '▪', '●', '‣', '·', '*'])?;
    if line.starts_with('*') && *stars == StarBullets::Notes {
        return None;
    }
    let spaced = text.starts_with([' ', '\t']) || !line.is_char_boundary(1);
    (spaced && !text.trim().is_empty()).then(|| (BlockKind::ListItem, text.trim_start()))
}

/// A further line of a block: a quotation repeats its sign.
pub(super) fn unquoted(line: &str, kind: BlockKind) -> &str {
    let line = line.trim();
    match kind {
        BlockKind::Quote => line.strip_prefix('>').unwrap_or(line),
        _ => line,
    }
}

/// Whether a paragraph is a Markdown picture and nothing else: `![A market in ruins](market.png)`.
pub(super) fn lone_picture(lines: &[&str]) -> bool {
    match lines {
        [line] => {
            let line = line.trim();
            line.starts_with("![") && line.ends_with(')') && line.matches("](").count() == 1
        }
        _ => false,
    }
}
