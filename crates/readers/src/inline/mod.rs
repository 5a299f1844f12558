//! The text of one block while it is being read: white space folded, marks kept.

mod superscript;
mod table;

pub(crate) use superscript::{is_label, is_note_marks, raise_digit, raise_label};
pub(crate) use table::{TableText, truncated_table};

use reason::document::{Mark, MarkKind, Span};

/// White space that has been read but not written: it is written when text follows, so that a block neither begins nor
/// ends with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
enum Gap {
    #[default]
    None,
    Space,
    Line,
}

/// A place in a block's text at which a mark begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct MarkStart(usize);

impl MarkStart {
    /// In bytes of the block's text.
    pub(crate) const fn byte(self) -> usize {
        self.0
    }
}

/// The text of a block with its marks.
#[derive(Debug, Clone, Default)]
pub(crate) struct Inline {
    text: String,
    marks: Vec<Mark>,
    gap: Gap,
}

impl Inline {
    /// Adds text; each run of white space becomes one space. Characters that only steer line breaking vanish.
    pub(crate) fn push(&mut self, text: &str) {
        let mut rest = text;
        while let Some(at) = rest.find(needs_care) {
            self.push_plain(&rest[..at]);
            let c = rest[at..].chars().next().unwrap_or(' ');
            if !is_invisible(c) {
                self.gap = self.gap.max(Gap::Space);
            }
            rest = &rest[at + c.len_utf8()..];
        }
        self.push_plain(rest);
    }

    /// Adds text that holds nothing to fold.
    fn push_plain(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        if !self.text.is_empty() {
            match self.gap {
                Gap::None => {}
                Gap::Space => self.text.push(' '),
                Gap::Line => self.text.push('\n'),
            }
        }
        self.gap = Gap::None;
        self.text.push_str(text);
    }

    /// Adds text that the file raises above the line: digits become superscripts, ordinals (`st`, `er`) stay.
    pub(crate) fn push_raised(&mut self, text: &str) {
        if is_note_marks(text) {
            let bare: String = text.chars().filter(|c| !"[]()".contains(*c)).map(raise_digit).collect();
            self.push(&bare);
        } else {
            self.push(text);
        }
    }

    /// Adds the mark of a note that the file itself links: its label raised, covered by a reference.
    pub(crate) fn push_reference(&mut self, label: &str, id: &str) {
        let start = self.start();
        if is_label(label) {
            self.push(&raise_label(label));
        } else {
            self.push(&format!("[{label}]"));
        }
        self.close(start, MarkKind::NoteReference(id.to_owned()));
    }

    /// A line end that the author meant.
    pub(crate) fn break_line(&mut self) {
        self.gap = Gap::Line;
    }

    /// A space, if text follows.
    pub(crate) fn space(&mut self) {
        self.gap = self.gap.max(Gap::Space);
    }

    /// Where a mark may begin.
    pub(crate) fn start(&self) -> MarkStart {
        MarkStart(self.text.len())
    }

    /// Ends a mark here. A mark over nothing is not kept.
    pub(crate) fn close(&mut self, start: MarkStart, kind: MarkKind) {
        let covered = &self.text[start.0..];
        let from = start.0 + (covered.len() - covered.trim_start().len());
        if from < self.text.len() {
            self.marks.push(Mark { span: Span::new(from, self.text.len()), kind });
        }
    }

    /// What has been written.
    pub(crate) fn as_str(&self) -> &str {
        &self.text
    }

    /// Takes a character off the end, if it is the last.
    pub(crate) fn pop_if(&mut self, last: char) -> bool {
        let ends = self.gap == Gap::None && self.text.ends_with(last);
        if ends {
            self.text.pop();
            let end = self.text.len();
            for mark in &mut self.marks {
                mark.span = Span::new(mark.span.start.min(end), mark.span.end.min(end));
            }
        }
        ends
    }

    /// Whether a line break awaits text.
    pub(crate) fn awaits_line(&self) -> bool {
        self.gap == Gap::Line
    }

    /// Makes the author's line breaks spaces: they turned out to be where the paper ended.
    pub(crate) fn unfold_lines(&mut self) {
        self.text = self.text.replace('\n', " ");
    }

    /// A part of the text with the marks in it. Both ends are character boundaries.
    pub(crate) fn slice(&self, start: usize, end: usize) -> Self {
        let within = |at: usize| at.clamp(start, end) - start;
        let marks = self.marks.iter().map(|mark| Mark {
            span: Span::new(within(mark.span.start), within(mark.span.end)),
            ..mark.clone()
        });
        Self {
            text: self.text[start..end].to_owned(),
            marks: marks.filter(|mark| !mark.span.is_empty()).collect(),
            gap: Gap::None,
        }
    }

    /// How much has been written, in bytes.
    pub(crate) fn len(&self) -> usize {
        self.text.len()
    }

    /// Whether nothing has been written.
    pub(crate) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The last character written, with white space that awaits text.
    pub(crate) fn last_char(&self) -> Option<char> {
        match self.gap {
            Gap::None => self.text.chars().next_back(),
            Gap::Space => Some(' '),
            Gap::Line => Some('\n'),
        }
    }

    /// Adds another text with its marks.
    pub(crate) fn append(&mut self, other: &Self) {
        if other.text.is_empty() {
            return;
        }
        // The first byte of what is added tells where it landed: a gap may be written before it.
        let before = self.text.len();
        self.push_plain(&other.text);
        let by = self.text.len() - other.text.len();
        debug_assert!(by >= before);
        self.marks
            .extend(other.marks.iter().map(|mark| Mark { span: mark.span.shifted(by), ..mark.clone() }));
        self.gap = other.gap;
    }

    /// The text and its marks, ordered by start.
    pub(crate) fn finish(mut self) -> (String, Vec<Mark>) {
        self.marks.retain(|mark| !mark.span.is_empty());
        self.marks.sort_by_key(|mark| (mark.span.start, std::cmp::Reverse(mark.span.end)));
        (self.text, self.marks)
    }
}

fn needs_care(c: char) -> bool {
    c.is_whitespace() || c.is_control() || is_invisible(c)
}

/// Soft hyphen, zero-width space, word joiner, byte order mark: they steer line breaking and would break words and
/// URLs in two for every later search.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}' | '\u{2060}' | '\u{FEFF}')
}
