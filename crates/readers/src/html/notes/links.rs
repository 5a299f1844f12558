//! Links within a page, and which of them are note marks.

use super::super::outline::Outline;
use super::super::tree::{Element, NodeId};
use super::super::{names, tree::Tree};
use crate::inline::is_label;

/// Longest text of a link that may be a mark, in bytes: `[citation needed]` is none.
const LONGEST_MARK: usize = 24;

/// What the fragments of note links begin with, after `_`: Word `_ftn1`, LibreOffice `sdfootnote1sym`, Wikipedia
/// `cite_note-3`, Substack `footnote-1`, WordPress `fn-12-1`, `easy-footnote-bottom-1`, Pandoc `fn1`.
const NOTE_FRAGMENTS: [&str; 12] = [
    "ftn",
    "edn",
    "fn",
    "en",
    "footnote",
    "endnote",
    "note",
    "cite_note",
    "cite-note",
    "sdfootnote",
    "sdendnote",
    "easy-footnote",
];

/// Words of a class that note marks have.
const NOTE_WORDS: [&str; 9] = [
    "footnote",
    "footnotes",
    "endnote",
    "noteref",
    "reference",
    "fn",
    "fnref",
    "footnoteref",
    "msofootnotereference",
];

/// What links back are written with.
const RETURN_TEXTS: [&str; 14] =
    ["↩", "↑", "^", "⤴", "↵", "⏎", "⮌", "back", "return", "jump up", "jump back", "retour", "^^", "⇧"];

/// A link to a part of the same page.
#[derive(Debug, Clone)]
pub(super) struct Link {
    pub(super) node: NodeId,
    pub(super) place: usize,
    pub(super) target: NodeId,
    pub(super) target_place: usize,
    /// The fragment.
    pub(super) id: String,
    /// Its text without brackets.
    pub(super) label: String,
    /// Whether its text or role says that it leads back.
    pub(super) returns: bool,
    evidence: Evidence,
}

/// What shows that a link is a note mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Evidence {
    /// A role that says so.
    Role,
    /// It is raised, bracketed, named as one, or links to what is named a note.
    Form,
    None,
}

impl Link {
    /// Marks lead onward, to a note that stands after them.
    pub(super) fn calls_note(&self) -> bool {
        let labelled = is_label(&self.label) || is_named_label(&self.label);
        let shown = match self.evidence {
            Evidence::Role => !self.label.is_empty(),
            Evidence::Form => labelled,
            Evidence::None => false,
        };
        shown && !self.returns && self.target_place > self.place
    }
}

/// All links of the page that lead to an element that exists.
pub(super) fn fragment_links(outline: &Outline<'_>) -> Vec<Link> {
    outline.elements(0..outline.len()).filter_map(|node| read(outline, node)).collect()
}

fn read(outline: &Outline<'_>, node: NodeId) -> Option<Link> {
    let tree = outline.tree;
    let element = tree.element(node).filter(|element| element.tag() == "a")?;
    let (page, id) = element.attribute("href")?.split_once('#')?;
    // Saved pages often give their own address in full; another page's fragment seldom exists here.
    let id = percent_decoded(id);
    let target = outline.by_id(&id)?;
    let (place, target_place) = (outline.place(node)?, outline.place(target)?);
    let text = outline.plain_text(outline.places(node)?, LONGEST_MARK);
    let lower = text.to_lowercase();
    let role = element.attribute("role").unwrap_or("");
    let returns = role == "doc-backlink"
        || RETURN_TEXTS.iter().any(|sign| lower.starts_with(sign) && lower.len() < LONGEST_MARK);
    if tree.ancestors(target).take(2).any(|node| names::heading_level(tree.tag(node)).is_some()) {
        return None;
    }
    let label = text.trim_matches(|c: char| "[](){}^ ".contains(c)).to_owned();
    let bracketed = label.len() < text.len() && page.is_empty();
    let evidence = evidence(tree, element, node, &id, bracketed);
    Some(Link { node, place, target, target_place, id, label, returns, evidence })
}

fn evidence(tree: &Tree, element: &Element, node: NodeId, id: &str, bracketed: bool) -> Evidence {
    let role = element.attribute("role") == Some("doc-noteref")
        || element.attribute("epub:type").is_some_and(|kind| kind.contains("noteref"));
    if role {
        return Evidence::Role;
    }
    let fragment = id.trim_start_matches('_').to_ascii_lowercase();
    let raised = tree.ancestors(node).take(4).any(|node| tree.tag(node) == "sup")
        || tree.children(node).any(|child| tree.tag(child) == "sup");
    let named_fragment = NOTE_FRAGMENTS.iter().any(|start| {
        fragment.strip_prefix(start).is_some_and(|rest| rest.contains(|c: char| c.is_ascii_digit()))
    }) || fragment.contains("footnote");
    let named = tree
        .ancestors(node)
        .take(2)
        .filter_map(|node| tree.element(node)?.attribute("class"))
        .any(|class| names::words(class).any(|word| NOTE_WORDS.contains(&word.as_str())));
    if raised || named_fragment || named || bracketed { Evidence::Form } else { Evidence::None }
}

/// Wikipedia groups notes: `note 3`, `lower-alpha 2`.
fn is_named_label(label: &str) -> bool {
    let digits = label.bytes().rev().take_while(u8::is_ascii_digit).count();
    digits > 0 && matches!(label[..label.len() - digits].trim_end(), "note" | "Note" | "n" | "nb" | "N")
}

/// `%C3%A9` as `é`, where that is valid.
fn percent_decoded(id: &str) -> String {
    if !id.contains('%') {
        return id.to_owned();
    }
    let bytes = id.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let code = id.get(at + 1..at + 3).and_then(|code| u8::from_str_radix(code, 16).ok());
        match code {
            Some(byte) if bytes[at] == b'%' => {
                decoded.push(byte);
                at += 3;
            }
            _ => {
                decoded.push(bytes[at]);
                at += 1;
            }
        }
    }
    String::from_utf8(decoded).unwrap_or_else(|_| id.to_owned())
}
