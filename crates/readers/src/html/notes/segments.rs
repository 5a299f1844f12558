//! Which part of a page is the note that a mark links to.

use super::super::outline::{Outline, Places};
use super::super::tree::NodeId;
use super::super::{names, notes::Segment};
use super::links::Link;

/// Longest note, in characters: a link to a whole chapter is no mark.
const LONGEST_NOTE: u32 = 20_000;
/// How far an element around the target is taken for the note.
const CLIMB: usize = 4;
/// Most blocks between two notes that are taken for further paragraphs of the first.
const FURTHER_PARAGRAPHS: usize = 6;

/// The notes that marks lead to, in reading order.
pub(super) fn find(outline: &Outline<'_>, called: &[Link]) -> Vec<Segment> {
    let mut sorted: Vec<&Link> = called.iter().collect();
    sorted.sort_by_key(|link| (link.target_place, link.place));
    let mut targets = sorted.clone();
    targets.dedup_by_key(|link| link.target);
    let starts: Vec<usize> = targets.iter().map(|link| link.target_place).collect();
    let mut segments: Vec<Segment> = Vec::new();
    for link in &targets {
        let Some(places) = note_places(outline, link.target, &starts) else {
            continue;
        };
        // Calls of one target follow each other here.
        let calls = &sorted[sorted.partition_point(|l| l.target_place < link.target_place)..];
        let calls_itself = calls
            .iter()
            .take_while(|l| l.target_place == link.target_place)
            .any(|l| places.contains(&l.place));
        if calls_itself || outline.text(&places) == 0 || outline.text(&places) > LONGEST_NOTE {
            continue;
        }
        if let Some(last) = segments.last_mut() {
            last.places.end = last.places.end.min(places.start);
        }
        segments.push(Segment { places, label: link.label.clone(), id: link.id.clone() });
    }
    segments.extend(unlinked(outline, &segments));
    segments.sort_by_key(|segment| segment.places.start);
    take_further_paragraphs(outline, &mut segments);
    segments
}

fn note_places(outline: &Outline<'_>, target: NodeId, starts: &[usize]) -> Option<Places> {
    let tree = outline.tree;
    let target_place = outline.place(target)?;
    let block = tree.ancestors(target).find(|node| names::is_block(tree.tag(*node)))?;
    let places = outline.places(block)?;
    let inline = block != target;
    let next = starts.get(starts.partition_point(|start| *start <= target_place)).copied();
    let many = next.is_some_and(|next| next < places.end);
    let holds_blocks =
        outline.elements(places.start + 1..places.end).any(|node| names::is_block(tree.tag(node)));
    let whole = !many && (is_item(tree.tag(block)) || is_named_note(outline, block));
    if inline && !whole && (many || first_within(starts, &places) != Some(target_place) || holds_blocks) {
        let end = if holds_blocks { end_among_blocks(outline, target)? } else { places.end };
        let first = !holds_blocks && first_within(starts, &places) == Some(target_place);
        let start = if first { places.start } else { target_place };
        return Some(start..end.min(next.unwrap_or(end)).max(start + 1));
    }
    Some(widened(outline, block, starts))
}

/// The first target within a range.
fn first_within(starts: &[usize], places: &Places) -> Option<usize> {
    starts.get(starts.partition_point(|start| *start < places.start)).copied()
}

/// An anchor that stands between blocks names the block that follows it, or the text up to it.
fn end_among_blocks(outline: &Outline<'_>, target: NodeId) -> Option<usize> {
    let tree = outline.tree;
    let places = outline.places(target)?;
    let empty = outline.text(&places) == 0;
    let mut end = places.end;
    let mut sibling = tree.next(target);
    while let Some(node) = sibling {
        let next = outline.places(node)?;
        if names::is_block(tree.tag(node)) {
            return Some(if empty { next.end } else { next.start });
        }
        end = next.end;
        sibling = tree.next(node);
    }
    Some(end)
}

/// The element around a block that is the note: a list item, a table row, a `<div id="ftn1">`.
fn widened(outline: &Outline<'_>, block: NodeId, starts: &[usize]) -> Places {
    let tree = outline.tree;
    let mut places = outline.places(block).unwrap_or_default();
    for node in tree.ancestors(block).skip(1).take(CLIMB) {
        let Some(wider) = outline.places(node) else {
            break;
        };
        let first = starts.partition_point(|start| *start < wider.start);
        let alone = starts.get(first + 1).is_none_or(|next| *next >= wider.end);
        let item = is_item(tree.tag(node));
        let named = matches!(tree.tag(node), "div" | "aside" | "p") && is_named_note(outline, node);
        if !alone || !(item || named) {
            break;
        }
        places = wider;
    }
    if tree.tag(block) == "dt"
        && let Some(text) = following_definition(outline, block)
    {
        places.end = text;
    }
    places
}

/// Elements that lists and tables of notes have one of for each note.
fn is_item(tag: &str) -> bool {
    matches!(tag, "li" | "dd" | "tr" | "td")
}

fn following_definition(outline: &Outline<'_>, term: NodeId) -> Option<usize> {
    let tree = outline.tree;
    let siblings = std::iter::successors(tree.next(term), |node| tree.next(*node));
    let definition = siblings.take(3).find(|node| tree.tag(*node) == "dd")?;
    Some(outline.places(definition)?.end)
}

/// One note, not the list of them: `<div id="ftn1">`, `<div class="footnote">`.
fn is_named_note(outline: &Outline<'_>, node: NodeId) -> bool {
    let Some(element) = outline.tree.element(node) else {
        return false;
    };
    [element.attribute("id"), element.attribute("class")].into_iter().flatten().any(|value| {
        names::words(value).any(|word| {
            let stem = word.trim_end_matches(|c: char| c.is_ascii_digit());
            matches!(stem, "ftn" | "edn" | "footnote" | "endnote" | "fn" | "sdfootnote" | "sdendnote")
        })
    })
}

/// Notes that a role names but no mark calls.
fn unlinked(outline: &Outline<'_>, found: &[Segment]) -> Vec<Segment> {
    let free =
        |places: &Places| found.iter().all(|s| s.places.end <= places.start || places.end <= s.places.start);
    let mut notes: Vec<Segment> = Vec::new();
    for node in outline.elements(0..outline.len()) {
        let Some(element) = outline.tree.element(node) else {
            continue;
        };
        let role = element.attribute("role").or(element.attribute("epub:type")).unwrap_or("");
        if !matches!(role, "doc-footnote" | "doc-endnote" | "footnote" | "endnote" | "rearnote") {
            continue;
        }
        let Some(places) = outline.places(node) else {
            continue;
        };
        let nested = notes.last().is_some_and(|last| places.start < last.places.end);
        if nested || !free(&places) || outline.text(&places) == 0 {
            continue;
        }
        let id = element.attribute("id").map_or_else(|| format!("note@{}", places.start), str::to_owned);
        let digits = id.rsplit(|c: char| !c.is_ascii_digit()).next().unwrap_or("");
        notes.push(Segment { places, label: digits.to_owned(), id });
    }
    notes
}

/// Paragraphs between two neighbouring notes belong to the first.
fn take_further_paragraphs(outline: &Outline<'_>, segments: &mut [Segment]) {
    let tree = outline.tree;
    for index in 1..segments.len() {
        let (before, next) = (segments[index - 1].places.clone(), segments[index].places.start);
        let (Some(first), Some(second)) = (outline.nodes.get(before.start), outline.nodes.get(next)) else {
            continue;
        };
        if tree.parent(first.node) != tree.parent(second.node) || before.end >= next {
            continue;
        }
        let between: Vec<NodeId> = std::iter::successors(tree.next(first.node), |n| tree.next(*n))
            .take_while(|node| *node != second.node)
            .take(2 * FURTHER_PARAGRAPHS)
            .filter(|node| tree.element(*node).is_some())
            .collect();
        let paragraphs = between.iter().all(|node| matches!(tree.tag(*node), "p" | "blockquote" | "br"));
        if paragraphs && between.len() <= FURTHER_PARAGRAPHS {
            segments[index - 1].places.end = next;
        }
    }
}
