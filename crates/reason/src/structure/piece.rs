use crate::document::{BlockKind, DraftBlock, Mark, NoteAnchor};
use crate::text::{straight, to_superscript};

/// A block on its way from draft to document.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    /// `None` until something says what it is.
    pub kind: Option<BlockKind>,
    pub level: u8,
    pub text: String,
    /// Spans in bytes of `text`.
    pub marks: Vec<Mark>,
    /// Where each page begins, in bytes of `text`.
    pub pages: Vec<(usize, u32)>,
    pub rows: Vec<Vec<String>>,
    pub anchor: Option<NoteAnchor>,
    pub letters: Letters,
}

/// How the letters of a piece came to be known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Letters {
    /// The file holds them.
    Kept,
    /// A program recognised them in a picture: raised marks are lost or mistaken, so no notes are made of them.
    Recognised,
}

impl Piece {
    /// Drops blocks that hold nothing at all.
    pub fn from_draft(block: DraftBlock) -> Option<Self> {
        let text = if block.rows.is_empty() { block.text } else { table_text(&block.rows) };
        // A note that the file keeps but that says nothing is itself a finding (N05).
        if text.trim().is_empty() && block.anchor.is_none() {
            return None;
        }
        Some(Self {
            kind: block.kind,
            level: block.level,
            text,
            marks: block.marks,
            pages: block.page.map(|page| (0, page)).into_iter().collect(),
            rows: block.rows,
            anchor: block.anchor,
            letters: Letters::Kept,
        })
    }

    /// Whether it may still turn out to be anything: running text as far as is known.
    pub fn is_open(&self) -> bool {
        matches!(self.kind, None | Some(BlockKind::Paragraph))
    }

    /// Whether it is, or may be, the author's own text.
    pub fn is_body(&self) -> bool {
        self.kind.is_none_or(BlockKind::is_body)
    }

    pub fn words(&self) -> usize {
        self.text.split_whitespace().count()
    }

    /// Short, and not closed like a sentence: a heading, a label, a link.
    pub fn is_line(&self) -> bool {
        self.text.len() <= 160
            && self.words() <= 18
            && !ends_sentence(&self.text)
            && !self.text.contains(". ")
    }

    /// Raises the digits of a label at its start.
    pub fn raise(&mut self, length: usize) {
        let raised = to_superscript(self.text[..length].trim_matches(|c: char| !c.is_ascii_digit()));
        let rest = self.text[length..].to_owned();
        let moved = raised.len();
        for mark in &mut self.marks {
            mark.span.start = (mark.span.start + moved).saturating_sub(length);
            mark.span.end = (mark.span.end + moved).saturating_sub(length);
        }
        self.text = raised + &rest;
    }

    /// Takes in the text of another piece, after a glue (`""`, `" "` or `"\n"`).
    pub fn append(&mut self, glue: &str, other: Piece) {
        self.text.push_str(glue);
        let shift = self.text.len();
        self.text.push_str(&other.text);
        self.marks.extend(other.marks.into_iter().map(|mut mark| {
            mark.span = mark.span.shifted(shift);
            mark
        }));
        let last = self.pages.last().map(|(_, page)| *page);
        let begun = other.pages.into_iter().map(|(at, page)| (at + shift, page));
        self.pages.extend(begun.filter(|(_, page)| last.is_none_or(|last| last != *page)));
    }

    /// Cuts it in two at a byte; white space at the cut goes.
    pub fn split_off(&mut self, at: usize) -> Piece {
        let tail = self.text.split_off(at);
        let skipped = tail.len() - tail.trim_start().len();
        let start = at + skipped;
        self.text.truncate(self.text.trim_end().len());
        let theirs = self.marks.split_off(self.marks.partition_point(|mark| mark.span.start < start));
        let page = self.pages.iter().rev().find(|(begun, _)| *begun <= start).map(|(_, page)| *page);
        self.pages.retain(|(begun, _)| *begun <= at);
        Piece {
            kind: self.kind,
            level: self.level,
            text: tail[skipped..].to_owned(),
            marks: theirs
                .into_iter()
                .map(|mut mark| {
                    mark.span = crate::document::Span::new(mark.span.start - start, mark.span.end - start);
                    mark
                })
                .collect(),
            pages: page.map(|page| (0, page)).into_iter().collect(),
            rows: Vec::new(),
            anchor: None,
            letters: self.letters,
        }
    }

    /// Says that a program recognised it: what a reader took for a note by its place is text like any other.
    pub fn recognised(mut self) -> Self {
        if self.kind == Some(BlockKind::Note) && self.anchor.is_none() {
            self.kind = Some(BlockKind::Paragraph);
        }
        self.letters = Letters::Recognised;
        self
    }
}

/// A table as text: cells parted by tabs, rows by line ends.
fn table_text(rows: &[Vec<String>]) -> String {
    let rows: Vec<String> = rows.iter().map(|row| row.join("\t")).collect();
    rows.join("\n")
}

/// Whether a text closes like a sentence, its closing quotes, brackets and note marks aside.
pub(super) fn ends_sentence(text: &str) -> bool {
    let bare = without_closing_marks(text);
    bare.ends_with(['.', '!', '?', '…', ':', ';', '。', '؟'])
        || (bare.len() < text.trim_end().len()
            && text.trim_end().ends_with(['”', '"', '»'])
            && bare.ends_with(','))
}

/// Without note marks, quotes and brackets at the end.
pub(super) fn without_closing_marks(text: &str) -> &str {
    let mut rest = text.trim_end();
    loop {
        let shorter = rest.trim_end_matches(|c: char| {
            crate::text::is_raised(c)
                || matches!(straight(c), '"' | '\'' | ')' | ']' | '*' | '†' | '‡' | '»' | ' ')
        });
        let shorter = bracket_stripped(shorter, rest);
        let shorter = comma_between_marks(shorter);
        if shorter.len() == rest.len() {
            return rest;
        }
        rest = shorter;
    }
}

/// `text.[12` after its bracket was taken: the number goes, too.
fn bracket_stripped<'t>(shorter: &'t str, before: &str) -> &'t str {
    if before.ends_with(']') && shorter.ends_with(|c: char| c.is_ascii_digit()) {
        let digits =
            shorter.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, ',' | ' ' | '-' | '–'));
        if let Some(stripped) = digits.strip_suffix('[') {
            return stripped;
        }
    }
    shorter
}

/// `text.³,` between two raised marks.
fn comma_between_marks(text: &str) -> &str {
    match text.strip_suffix(',').map(str::trim_end) {
        Some(shorter) if shorter.ends_with(crate::text::is_raised) => shorter,
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_ends_behind_its_marks() {
        for closed in
            ["Done.", "“Done.”", "Done.¹²", "Done.¹², ¹³", "Done [12].", "Done.[12]", "(Done.)", "He said:"]
        {
            assert!(ends_sentence(closed), "{closed}");
        }
        for open in ["taken from dead", "to stop,", "in May ", "by the announcement,³,⁴", "a re-"] {
            assert!(!ends_sentence(open), "{open}");
        }
    }
}
