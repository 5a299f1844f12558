//! What in the body calls a note. Houses print `¹²³`, `[12]`, `(12)`, `*`, or lose the raising: `killed.12`.
//!
//! Linked and raised marks are certain. The other forms also occur as something else, and count only where notes
//! answer them: a form is taken for the document's own when its labels rise along the notes' numbering.

mod bracketed;
mod flattened;
mod raised;
mod symbol;

use std::collections::HashSet;

use crate::document::{Document, MarkKind, Span};

use super::Note;

/// Marks that stand together and are taken out of the sentence together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Group {
    /// The whole of it, brackets included.
    pub span: Span,
    /// Each label with its place; a range `12–14` gives the labels between at the place of the range.
    pub labels: Vec<Label>,
}

#[cfg(test)]
impl Group {
    /// Its labels, as the tests of the forms compare them.
    fn texts(&self) -> Vec<&str> {
        self.labels.iter().map(|label| label.text.as_str()).collect()
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Label {
    pub text: String,
    pub span: Span,
    /// The id of the note's anchor, where the file links the two.
    pub target: Option<String>,
}

impl Label {
    fn new(text: impl Into<String>, start: usize, end: usize) -> Self {
        Self { text: text.into(), span: Span::new(start, end), target: None }
    }
}

/// All groups of markers in a document, in reading order.
pub(super) fn find(document: &Document, notes: &[Note]) -> Vec<Group> {
    let recognised = document.recognised_pages();
    let is_recognised = |at: usize| {
        !recognised.is_empty() && document.page_at(at).is_some_and(|page| recognised.contains(&page))
    };
    let blocks: Vec<Span> = document
        .blocks
        .iter()
        .filter(|block| block.kind.may_call_notes() && !is_recognised(block.span.start))
        .map(|block| block.span)
        .collect();
    let text = &document.text;
    let each = |find: &dyn Fn(&str) -> Vec<Group>| -> Vec<Group> {
        blocks.iter().flat_map(|span| shifted(find(&text[span.start..span.end]), span.start)).collect()
    };
    let known: HashSet<&str> = notes.iter().map(|note| note.label.as_str()).collect();
    let mut groups = each(&raised::find);
    split_linked(document, &mut groups);
    split_glued(&known, &mut groups);
    add_linked(document, &blocks, &mut groups);
    let numbered = notes.iter().any(|note| note.label.parse::<u32>().is_ok());
    if groups.is_empty() {
        groups = answered(each(&bracketed::square), notes, &known);
    } else {
        groups.extend(beyond(each(&bracketed::square), &groups, &known));
    }
    if groups.is_empty() && numbered {
        groups = answered(each(&bracketed::round), notes, &known);
    }
    if groups.is_empty() && numbered {
        groups = flattened::find(document, &blocks, notes);
    }
    let signs = symbol::signs(notes);
    groups.extend(each(&|text: &str| symbol::find(text, &signs)));
    groups.retain(|group| !is_recognised(group.span.start));
    groups.sort_by_key(|group| group.span);
    groups.dedup_by(|later, earlier| later.span.overlaps(earlier.span));
    groups
}

fn shifted(groups: Vec<Group>, by: usize) -> Vec<Group> {
    groups
        .into_iter()
        .map(|group| Group {
            span: group.span.shifted(by),
            labels: group
                .labels
                .into_iter()
                .map(|label| Label { span: label.span.shifted(by), ..label })
                .collect(),
        })
        .collect()
}

/// Two links side by side, `⁶⁷`, are two labels: the file knows where one ends.
fn split_linked(document: &Document, groups: &mut [Group]) {
    for group in groups {
        let marks: Vec<Span> = document
            .marks_in(group.span)
            .filter(|mark| matches!(mark.kind, MarkKind::NoteReference(_)))
            .map(|mark| mark.span)
            .collect();
        let several = |label: &Label| marks.iter().filter(|mark| label.span.contains(**mark)).count() > 1;
        if group.labels.iter().any(several) {
            group.labels = marks
                .iter()
                .map(|span| Label::new(plain_label(document.quote(*span)), span.start, span.end))
                .collect();
        }
    }
}

/// Without links, `⁶⁷` after 5 is 6 and 7 where no note 67 exists.
fn split_glued(known: &HashSet<&str>, groups: &mut [Group]) {
    let known = |label: &str| known.contains(label);
    let mut last = 0;
    for group in groups {
        let mut labels: Vec<Label> = Vec::with_capacity(group.labels.len());
        for label in std::mem::take(&mut group.labels) {
            let glued = (!known(&label.text)).then(|| consecutive(&label.text, last + 1)).flatten();
            match glued {
                Some(numbers) if numbers.iter().all(|number| known(&number.to_string())) => {
                    labels.extend(pieces_of(&label, &numbers));
                }
                _ => labels.push(label),
            }
            last = labels.last().and_then(|label| label.text.parse().ok()).unwrap_or(last);
        }
        group.labels = labels;
    }
}

/// Each number's own digits within the run. Raised digits are two bytes (¹²³) or three.
fn pieces_of(label: &Label, numbers: &[u32]) -> Vec<Label> {
    let mut start = label.span.start;
    numbers
        .iter()
        .map(|number| {
            let text = number.to_string();
            let end = start + crate::text::to_superscript(&text).len();
            let piece = Label::new(text, start, end);
            start = end;
            piece
        })
        .collect()
}

/// `67` as 6 and 7, `91011` as 9, 10 and 11: numbers in a row from the one given, two at least.
fn consecutive(digits: &str, first: u32) -> Option<Vec<u32>> {
    let mut numbers = Vec::new();
    let mut rest = digits;
    let mut next = first;
    while !rest.is_empty() {
        rest = rest.strip_prefix(&next.to_string())?;
        numbers.push(next);
        next += 1;
    }
    (numbers.len() > 1).then_some(numbers)
}

/// Takes the file's own links: they say which note is meant, and mark labels that no other form shows.
///
/// The groups given are in reading order, and so are marks: the owner of a mark is the first group that ends behind its
/// start, or the last one added.
fn add_linked(document: &Document, blocks: &[Span], groups: &mut Vec<Group>) {
    let mut added: Vec<Group> = Vec::new();
    for block in blocks {
        for mark in document.marks_in(*block) {
            let MarkKind::NoteReference(target) = &mark.kind else {
                continue;
            };
            let near = groups.partition_point(|group| group.span.end <= mark.span.start);
            let owner = groups.get_mut(near).filter(|group| group.span.overlaps(mark.span));
            let owner = owner.or_else(|| added.last_mut().filter(|group| group.span.overlaps(mark.span)));
            match owner {
                Some(group) => {
                    for label in group.labels.iter_mut().filter(|label| label.span.overlaps(mark.span)) {
                        label.target = Some(target.clone());
                    }
                }
                None => {
                    let text = plain_label(document.quote(mark.span));
                    let label = Label { text, span: mark.span, target: Some(target.clone()) };
                    added.push(Group { span: mark.span, labels: vec![label] });
                }
            }
        }
    }
    groups.append(&mut added);
    groups.sort_by_key(|group| group.span);
}

fn plain_label(text: &str) -> String {
    text.chars()
        .filter_map(|c| match crate::text::lowered(c) {
            Some(plain) => Some(plain),
            None if matches!(c, '[' | ']' | '(' | ')' | ' ') => None,
            None => Some(c),
        })
        .collect()
}

/// The groups, if they are the document's way to call notes: most of them answered by a note, or, where the notes are
/// missing altogether, rising without a gap from 1.
fn answered(groups: Vec<Group>, notes: &[Note], known: &HashSet<&str>) -> Vec<Group> {
    let labels: Vec<&str> =
        groups.iter().flat_map(|group| &group.labels).map(|label| label.text.as_str()).collect();
    if labels.is_empty() {
        return Vec::new();
    }
    let with_note = labels.iter().filter(|label| known.contains(**label)).count();
    let calling: HashSet<&str> = labels.iter().copied().collect();
    let called = notes.iter().filter(|note| calling.contains(note.label.as_str())).count();
    let rising = labels.iter().enumerate().filter(|(index, label)| label.parse() == Ok(index + 1)).count();
    let own = with_note * 2 > labels.len() && called * 2 >= notes.len();
    let orphaned = notes.is_empty() && labels.len() >= 3 && rising == labels.len();
    if own || orphaned { groups } else { Vec::new() }
}

/// Bracketed labels beside raised ones: only those that call a note which nothing raised calls.
fn beyond(groups: Vec<Group>, raised: &[Group], known: &HashSet<&str>) -> Vec<Group> {
    let called: HashSet<&str> =
        raised.iter().flat_map(|group| &group.labels).map(|label| label.text.as_str()).collect();
    groups
        .into_iter()
        .filter(|group| {
            group.labels.iter().all(|label| {
                let text = label.text.as_str();
                !called.contains(text) && known.contains(text)
            })
        })
        .collect()
}
