//! Text within a block: what HTML calls phrasing content.

use reason::document::MarkKind;

use super::notes::Notes;
use super::outline::Outline;
use super::tree::{Content, Element};
use crate::inline::{Inline, MarkStart, is_note_marks};

/// An element that is open around the text being read.
#[derive(Debug)]
struct Open {
    /// One past its last place.
    end: usize,
    what: Inside,
}

#[derive(Debug)]
enum Inside {
    Marked(MarkStart, MarkKind),
    Raised,
    Quoted,
}

/// Reads text with its marks.
#[derive(Debug)]
pub(super) struct Phrasing<'a, 't> {
    outline: &'a Outline<'t>,
    notes: &'a Notes,
    open: Vec<Open>,
    pub(super) text: Inline,
    /// The closing bracket of a mark whose opening one was taken off.
    bracket: Option<char>,
}

impl<'a, 't> Phrasing<'a, 't> {
    pub(super) fn new(outline: &'a Outline<'t>, notes: &'a Notes) -> Self {
        Self { outline, notes, open: Vec::new(), text: Inline::default(), bracket: None }
    }

    /// Closes what ends before a place.
    pub(super) fn close_until(&mut self, place: usize) {
        while self.open.last().is_some_and(|open| open.end <= place) {
            match self.open.pop().map(|open| open.what) {
                Some(Inside::Marked(start, kind)) => self.text.close(start, kind),
                Some(Inside::Quoted) => self.text.push("”"),
                Some(Inside::Raised) | None => {}
            }
        }
    }

    /// Takes the block that has been read. What is still open goes on in the next one.
    pub(super) fn take(&mut self) -> Inline {
        let mut text = std::mem::take(&mut self.text);
        for open in &mut self.open {
            if let Inside::Marked(start, kind) = &mut open.what {
                text.close(*start, kind.clone());
                *start = self.text.start();
            }
        }
        text
    }

    /// Reads the node at a place; gives the place to go on at.
    pub(super) fn read(&mut self, place: usize) -> usize {
        let visible = self.outline.nodes[place];
        match self.outline.tree.content(visible.node) {
            Content::Nothing => {}
            Content::Text(text) => self.read_text(text),
            Content::Element(element) => {
                if let Some(reference) = self.notes.references.get(&visible.node) {
                    if self.text.pop_if('[') {
                        self.bracket = Some(']');
                    }
                    self.text.push_reference(&reference.label, &reference.id);
                    return visible.end;
                }
                if self.notes.backlinks.contains(&visible.node) {
                    return visible.end;
                }
                if let Some(what) = self.opens(element) {
                    self.open.push(Open { end: visible.end, what });
                }
            }
        }
        place + 1
    }

    fn read_text(&mut self, text: &str) {
        let mut text = text;
        if let Some(bracket) = self.bracket.take() {
            text = text.strip_prefix(bracket).unwrap_or(text);
        }
        let raised = self.open.iter().any(|open| matches!(open.what, Inside::Raised));
        if !raised {
            self.text.push(text);
        } else if !text.chars().all(|c| "[]() ".contains(c)) {
            self.text.push_raised(text);
        }
    }

    fn opens(&mut self, element: &Element) -> Option<Inside> {
        let italic = |style: &str| style.replace(' ', "").contains("font-style:italic");
        match element.tag() {
            "sup" => Some(Inside::Raised),
            "q" => {
                self.text.push("“");
                Some(Inside::Quoted)
            }
            "em" | "i" | "cite" => Some(Inside::Marked(self.text.start(), MarkKind::Emphasis)),
            "a" => {
                let target = element.attribute("href").map(str::trim)?;
                let elsewhere = !target.is_empty() && !target.starts_with('#');
                let program = target.get(..11).is_some_and(|t| t.eq_ignore_ascii_case("javascript:"));
                (elsewhere && !program)
                    .then(|| Inside::Marked(self.text.start(), MarkKind::Link(target.to_owned())))
            }
            "span" | "font" if element.attribute("style").is_some_and(italic) => {
                Some(Inside::Marked(self.text.start(), MarkKind::Emphasis))
            }
            "span" if element.attribute("style").is_some_and(|s| s.contains("vertical-align:super")) => {
                Some(Inside::Raised)
            }
            _ => None,
        }
    }
}

/// A note's text without the label and the arrows that the page prints around it.
pub(super) fn without_label(text: &Inline, label: &str) -> Inline {
    let content = text.as_str();
    let arrows = |c: char| "^↑↩⤴↵⏎⮌⇧\u{FE0E}\u{FE0F}".contains(c) || c.is_whitespace();
    let mut rest = content.trim_start_matches(arrows);
    for form in
        [format!("[{label}]"), format!("({label})"), crate::inline::raise_label(label), label.to_owned()]
    {
        let Some(after) = rest.strip_prefix(form.as_str()).filter(|_| !label.is_empty()) else {
            continue;
        };
        let digits_go_on = after.starts_with(char::is_alphanumeric);
        let marks = is_note_marks(label) || after.starts_with(['.', ')', ' ', ':', ']', '\n']);
        if !digits_go_on && marks {
            rest = after.trim_start_matches(['.', ')', ':', ']']).trim_start_matches(arrows);
            break;
        }
    }
    let start = content.len() - rest.len();
    let end = start + rest.trim_end_matches(arrows).len();
    text.slice(start, end.max(start))
}
