//! Page headers, footers and page numbers: what stands at the edge of one page as of the next.
//!
//! Numbers that change from page to page must change *with* the page (`Report 12`, `Report 13`); a footnote that stands
//! last on several pages (`12 Ibid.`, `19 Ibid.`) looks alike too, but its number grows in another way.

use std::collections::HashMap;

use super::lines::{Line, lines};
use super::page_text::PageText;

/// How many lines from the edge may be furniture.
const DEEPEST: usize = 4;
/// The part of the page, from the top or the bottom, in which furniture stands.
const EDGE: f32 = 0.16;
/// Furniture keeps its height on the page, give or take this many points.
const SAME_HEIGHT: f32 = 4.0;
/// A lone number in this part of the page at its edge is a page number even where no other page confirms it.
const OUTERMOST: f32 = 0.1;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Edge {
    Top,
    Bottom,
}

/// A line near the edge of a page.
struct Candidate {
    page: usize,
    edge: Edge,
    /// Counted from the edge.
    depth: usize,
    baseline: f32,
    text: String,
    key: String,
    numbers: Vec<i64>,
    is_marked: bool,
    is_outermost: bool,
}

/// Takes the furniture out of the words of every page.
pub fn set_apart(pages: &mut [PageText]) {
    let candidates: Vec<Candidate> =
        pages.iter().enumerate().flat_map(|(at, page)| candidates(at, page)).collect();
    let repeated = repeated(&candidates);
    let heights = usual_heights(&candidates, &repeated);
    for edge in [Edge::Top, Edge::Bottom] {
        for (at, page) in pages.iter_mut().enumerate() {
            let of_page = candidates.iter().zip(&repeated).filter(|(c, _)| c.page == at && c.edge == edge);
            for (candidate, repeats) in of_page {
                if !(*repeats || is_furniture_alone(candidate, &heights)) {
                    break;
                }
                remove(page, candidate);
            }
        }
    }
}

fn candidates(at: usize, page: &PageText) -> Vec<Candidate> {
    let rows = lines(page.words.clone());
    let within = |line: &&Line, edge| match edge {
        Edge::Top => line.baseline < page.height * EDGE,
        Edge::Bottom => line.baseline > page.height * (1.0 - EDGE),
    };
    let top = rows.iter().take(DEEPEST).filter(|line| within(line, Edge::Top)).enumerate();
    let bottom = rows.iter().rev().take(DEEPEST).filter(|line| within(line, Edge::Bottom)).enumerate();
    let top = top.map(|(depth, line)| candidate(at, Edge::Top, depth, line, page));
    let bottom = bottom.map(|(depth, line)| candidate(at, Edge::Bottom, depth, line, page));
    top.chain(bottom).collect()
}

fn candidate(page: usize, edge: Edge, depth: usize, line: &Line, of: &PageText) -> Candidate {
    let text = line.text();
    let (key, numbers) = masked(&text);
    let from_edge = if edge == Edge::Top { line.baseline } else { of.height - line.baseline };
    Candidate {
        page,
        edge,
        depth,
        baseline: line.baseline,
        key,
        numbers,
        is_marked: line.words.iter().all(|word| word.is_artifact),
        is_outermost: from_edge < of.height * OUTERMOST,
        text,
    }
}

/// The text with its numbers masked, and the numbers.
fn masked(text: &str) -> (String, Vec<i64>) {
    let (mut key, mut numbers) = (String::new(), Vec::new());
    let mut digits = String::new();
    for character in text.chars().chain([' ']) {
        if character.is_ascii_digit() {
            digits.push(character);
            continue;
        }
        if !digits.is_empty() {
            key.push('#');
            numbers.push(digits.parse().unwrap_or(i64::MAX / 2));
            digits.clear();
        }
        key.push(character);
    }
    (key.trim().to_owned(), numbers)
}

/// For each candidate, whether another page has the same line in the same place.
fn repeated(candidates: &[Candidate]) -> Vec<bool> {
    let mut by_key: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, candidate) in candidates.iter().enumerate() {
        by_key.entry(&candidate.key).or_default().push(at);
    }
    let matches = |candidate: &Candidate| {
        by_key[candidate.key.as_str()].iter().any(|at| repeats(candidate, &candidates[*at]))
    };
    candidates.iter().map(matches).collect()
}

fn repeats(one: &Candidate, other: &Candidate) -> bool {
    if one.page == other.page || one.edge != other.edge || (one.baseline - other.baseline).abs() > SAME_HEIGHT
    {
        return false;
    }
    let apart = other.page as i64 - one.page as i64;
    let numbers_agree =
        one.numbers.iter().zip(&other.numbers).all(|(a, b)| b.saturating_sub(*a) == apart || a == b);
    let says_something = one.key.chars().any(char::is_alphanumeric);
    numbers_agree && (says_something || !one.numbers.is_empty())
}

/// Heights at which at least two pages have furniture.
fn usual_heights(candidates: &[Candidate], repeated: &[bool]) -> Vec<(Edge, f32)> {
    let known =
        candidates.iter().zip(repeated).filter(|(candidate, repeats)| **repeats && candidate.depth == 0);
    known.map(|(candidate, _)| (candidate.edge, candidate.baseline)).collect()
}

/// Furniture that no other page repeats: marked by the file, a page number, or where other pages have theirs.
fn is_furniture_alone(candidate: &Candidate, heights: &[(Edge, f32)]) -> bool {
    let usual = heights
        .iter()
        .filter(|(edge, baseline)| *edge == candidate.edge && (baseline - candidate.baseline).abs() < 1.0)
        .count();
    let is_usual =
        candidate.depth == 0 && usual >= 3 && candidate.is_outermost && candidate.text.chars().count() < 120;
    let is_number = candidate.is_outermost && is_page_number(&candidate.text);
    (candidate.is_marked && candidate.is_outermost) || is_number || is_usual
}

/// `12`, `– 12 –`, `xii`, `Page 12`, `Page 12 of 40`, `12/40`.
fn is_page_number(text: &str) -> bool {
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let is_roman = !bare.is_empty() && bare.len() <= 6 && bare.chars().all(|c| "ivxl".contains(c));
    let mut words = bare.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let is_count = words.clone().any(|word| word.len() <= 4 && word.chars().all(|c| c.is_ascii_digit()))
        && words.clone().count() <= 4
        && words.all(|word| {
            matches!(word, "page" | "p" | "of" | "sur" | "de")
                || (word.len() <= 4 && word.chars().all(|c| c.is_ascii_digit()))
        });
    is_roman || is_count
}

fn remove(page: &mut PageText, candidate: &Candidate) {
    let rows = lines(page.words.clone());
    let row = rows.iter().find(|line| line.baseline == candidate.baseline && line.text() == candidate.text);
    let Some(row) = row else { return };
    page.words.retain(|word| !row.words.iter().any(|gone| gone.area == word.area && gone.text == word.text));
    page.furniture.push(candidate.text.clone());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn page_numbers() {
        for text in ["12", "– 12 –", "xii", "Page 12", "page 12 of 40", "12/40", "| 7"] {
            assert!(is_page_number(text), "{text}");
        }
        for text in ["", "12 Ibid.", "In 2019", "Table 3", "Ibid.", "12 March 2019"] {
            assert!(!is_page_number(text), "{text}");
        }
    }
}
