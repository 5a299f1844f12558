//! What a page does not show.

use super::names;
use super::tree::{Content, NodeId, Tree};

/// Whether an element's content is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Visibility {
    Shown,
    /// It is no text at all: programs, styles, pictures.
    NoText,
    /// It is text that the page does not show.
    Hidden,
}

/// Hidden text of fewer words is a label of a control.
const HIDDEN_WORDS: usize = 3;
/// How much of a hidden text is kept, in characters: enough to find it by.
const HIDDEN_CHARACTERS: usize = 400;
/// `aria-hidden` hides from screen readers only. Icons and doubled labels are short; a whole page gets it while a
/// dialogue is open, and is read. In bytes.
const ARIA_HIDDEN_BYTES: usize = 120;

/// Most nodes that are looked at within one element: hidden elements may nest, and each looks at all within it.
const VISITED_NODES: usize = 2000;

/// How an element is shown, as far as it says so itself.
pub(super) fn visibility(tree: &Tree, node: NodeId) -> Visibility {
    let Some(element) = tree.element(node) else {
        return Visibility::Shown;
    };
    match element.tag() {
        "script" | "style" | "template" | "noscript" | "head" | "svg" | "iframe" | "object" | "canvas"
        | "audio" | "video" | "math-annotation" | "datalist" | "rp" => {
            return Visibility::NoText;
        }
        "html" | "body" => return Visibility::Shown,
        _ => {}
    }
    let hides = |style: &str| {
        let style: String = style.chars().filter(|c| !c.is_whitespace()).collect();
        let style = style.to_ascii_lowercase();
        ["display:none", "visibility:hidden", "mso-hide:all"].iter().any(|rule| style.contains(rule))
    };
    let for_screen_readers = |class: &str| {
        class.split_ascii_whitespace().any(|name| {
            matches!(name, "sr-only" | "visually-hidden" | "visuallyhidden" | "screen-reader-text")
        })
    };
    let hidden = element.attribute("hidden").is_some()
        || element.attribute("style").is_some_and(hides)
        || element.attribute("class").is_some_and(for_screen_readers)
        || (element.attribute("aria-hidden") == Some("true")
            && !is_note_mark(element.attribute("class"))
            && text_bytes(tree, node, ARIA_HIDDEN_BYTES) < ARIA_HIDDEN_BYTES);
    if hidden { Visibility::Hidden } else { Visibility::Shown }
}

/// Some note plugins hide the visible mark from screen readers and add another for them.
fn is_note_mark(class: Option<&str>) -> bool {
    class.is_some_and(|class| names::words(class).any(|word| word.starts_with("footnote")))
}

/// The text of a hidden element, if it is long enough to say something.
pub(super) fn text(tree: &Tree, node: NodeId) -> Option<String> {
    let mut text = crate::inline::Inline::default();
    visit(tree, node, |content| {
        text.space();
        text.push(content);
        text.len() < 4 * HIDDEN_CHARACTERS
    });
    let (text, _) = text.finish();
    (text.split(' ').count() >= HIDDEN_WORDS).then(|| text.chars().take(HIDDEN_CHARACTERS).collect())
}

fn text_bytes(tree: &Tree, node: NodeId, most: usize) -> usize {
    let mut bytes = 0;
    visit(tree, node, |content| {
        bytes += content.trim().len();
        bytes < most
    });
    bytes
}

/// Calls for every text within a node until told to stop.
fn visit(tree: &Tree, root: NodeId, mut with: impl FnMut(&str) -> bool) {
    let mut next = tree.first_child(root);
    for _ in 0..VISITED_NODES {
        let Some(node) = next else { return };
        let mut inner = tree.first_child(node);
        match tree.content(node) {
            Content::Text(text) if !with(text) => return,
            Content::Element(element) if matches!(element.tag(), "script" | "style" | "svg") => {
                inner = None;
            }
            _ => {}
        }
        next = inner.or_else(|| {
            tree.ancestors(node).take_while(|node| *node != root).find_map(|node| tree.next(node))
        });
    }
}
