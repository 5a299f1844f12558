//! Plain text, and the light markup that converters of PDF print into it.

mod hyphen;
mod items;
mod markup;
mod paragraph;
mod table;
mod wrapping;

pub(crate) use hyphen::{Compounds, LineEnd};
pub(crate) use markup::{push_markup, push_raised_forms};
pub(crate) use wrapping::Wrapping;

use reason::document::{BlockKind, Draft, DraftBlock};

use crate::encoding;
use crate::inline::Inline;

/// Headings over lists whose numbers are note labels.
const NOTE_HEADINGS: [&str; 10] = [
    "notes",
    "endnotes",
    "footnotes",
    "references",
    "références",
    "sources",
    "notes de bas de page",
    "notes de fin",
    "bibliography",
    "citations",
];

/// Whether a heading stands over notes: numbers of a list below it are their labels.
pub(crate) fn is_note_heading(title: &str) -> bool {
    NOTE_HEADINGS.contains(&title.trim().trim_end_matches(':').to_lowercase().as_str())
}

/// Raised whenever the same bytes may give another draft.
const VERSION: u32 = 3;

/// Reads a text in any encoding.
pub(crate) fn read(bytes: &[u8]) -> Draft {
    let decoded = encoding::decode(bytes, None);
    let mut draft = Draft::new("text/plain", "text", VERSION);
    draft.warnings.extend(decoded.warning);
    let text = unify_line_ends(decoded.text);
    let reading = Reading {
        wrapping: Wrapping::measure(&text),
        compounds: Compounds::of(&text),
        stars: items::StarBullets::of(&text),
    };
    let paged = text.contains('\u{C}');
    let mut pages = 0;
    for (page, content) in (1..).zip(text.split('\u{C}')) {
        let before = draft.blocks.len();
        reading.page(content, paged.then_some(page), &mut draft);
        if draft.blocks.len() > before {
            pages = page;
        }
    }
    // `pdftotext` ends every page with a form feed, the last one too.
    let feeds = u32::try_from(text.matches('\u{C}').count()).unwrap_or(u32::MAX);
    draft.pages = paged.then(|| feeds.max(pages));
    draft
}

/// `\r\n` and `\r` as `\n`.
pub(crate) fn unify_line_ends(text: String) -> String {
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text }
}

/// What holds for the whole text.
struct Reading<'a> {
    wrapping: Wrapping,
    compounds: Compounds<'a>,
    stars: items::StarBullets,
}

impl Reading<'_> {
    /// Groups of lines that no blank line parts.
    fn page(&self, content: &str, page: Option<u32>, draft: &mut Draft) {
        let mut group: Vec<&str> = Vec::new();
        for line in content.split('\n') {
            if line.trim().is_empty() {
                self.group(&group, page, draft);
                group.clear();
            } else {
                group.push(line);
            }
        }
        self.group(&group, page, draft);
    }

    /// Takes headings, tables and items out of a group; what is between them is paragraphs.
    fn group(&self, lines: &[&str], page: Option<u32>, draft: &mut Draft) {
        let mut rest = lines;
        while !rest.is_empty() {
            let taken = self
                .headings(rest, page, draft)
                .or_else(|| table::read(rest, page, draft))
                .or_else(|| table::read_tabbed(rest, page, draft))
                .or_else(|| self.item(rest, page, draft))
                .unwrap_or_else(|| self.paragraphs(rest, page, draft));
            rest = &rest[taken.clamp(1, rest.len())..];
        }
    }

    /// `# Title`, `Title` over `=====`, and rules, which say nothing.
    fn headings(&self, lines: &[&str], page: Option<u32>, draft: &mut Draft) -> Option<usize> {
        let line = lines.first()?.trim();
        if is_rule(line) {
            return Some(1);
        }
        let (level, title, taken) = match heading_level(line) {
            Some(level) => (level, line[usize::from(level)..].trim().trim_end_matches('#'), 1),
            None => (underline_level(lines.get(1)?.trim())?, line, 2),
        };
        let mut text = Inline::default();
        push_markup(&mut text, title);
        push_block(draft, Some(BlockKind::Heading), level, text, page);
        Some(taken)
    }

    /// An item with the lines that belong to it.
    fn item(&self, lines: &[&str], page: Option<u32>, draft: &mut Draft) -> Option<usize> {
        let (kind, first) = items::begin(lines.first()?, &self.stars)?;
        let taken = 1 + lines[1..].iter().take_while(|line| !self.begins_block(line)).count();
        let mut item = vec![first];
        item.extend(lines[1..taken].iter().map(|line| items::unquoted(line, kind)));
        let wrapped = self.wrapping.of_group(&item);
        let mut text = Inline::default();
        if wrapped {
            push_markup(&mut text, &paragraph::join(&item, &self.compounds));
        } else {
            // Further lines of a list item may be further citations of one note.
            for line in item {
                text.break_line();
                push_markup(&mut text, line);
            }
        }
        push_block(draft, Some(kind), 0, text, page);
        Some(taken)
    }

    /// Lines up to the next that begins something else.
    fn paragraphs(&self, lines: &[&str], page: Option<u32>, draft: &mut Draft) -> usize {
        let ends = |at: usize| self.begins_block(lines[at]) || table::begins_tabbed(&lines[at..]);
        let taken = (1..lines.len()).find(|at| ends(*at)).unwrap_or(lines.len());
        for paragraph in paragraph::split(&lines[..taken], &self.wrapping) {
            let mut text = Inline::default();
            push_markup(&mut text, &paragraph::join(paragraph, &self.compounds));
            let kind = items::lone_picture(paragraph).then_some(BlockKind::Caption);
            push_block(draft, kind, 0, text, page);
        }
        taken
    }

    fn begins_block(&self, line: &str) -> bool {
        let trimmed = line.trim();
        items::begin(line, &self.stars).is_some()
            || heading_level(trimmed).is_some()
            || underline_level(trimmed).is_some()
            || is_rule(trimmed)
            || table::is_row(trimmed)
    }
}

fn push_block(draft: &mut Draft, kind: Option<BlockKind>, level: u8, text: Inline, page: Option<u32>) {
    let (text, marks) = text.finish();
    if !text.is_empty() {
        draft.blocks.push(DraftBlock { level, marks, ..DraftBlock::new(kind, text, page) });
    }
}

/// 1 to 6 for `# ` to `###### `.
fn heading_level(line: &str) -> Option<u8> {
    let hashes = line.bytes().take_while(|b| *b == b'#').count();
    let title = line[hashes..].strip_prefix(' ')?;
    (1..=6).contains(&hashes).then_some(())?;
    (!title.trim().is_empty()).then_some(u8::try_from(hashes).ok()?)
}

/// The line under a heading: three or more `=` (1) or `-` (2).
fn underline_level(line: &str) -> Option<u8> {
    let all = |sign: u8| line.len() >= 3 && line.bytes().all(|b| b == sign);
    if all(b'=') {
        Some(1)
    } else if all(b'-') {
        Some(2)
    } else {
        None
    }
}

/// A line that only parts: `---`, `***`, `_ _ _`.
fn is_rule(line: &str) -> bool {
    ['-', '*', '_', '='].iter().any(|sign| {
        line.chars().filter(|c| c == sign).count() >= 3 && line.chars().all(|c| c == *sign || c == ' ')
    })
}
