//! Numbered items over columns and pages: endnotes with hanging indents, numbered paragraphs, lists.
//!
//! A number at the start of a line is a label only as part of a chain: the next line that begins with `13` where `12`
//! began one before. Chains go on over columns and pages.

use super::labels::{Label, label};
use super::lines::Line;

/// Labels of a chain begin at one place, give or take this many sizes (right-aligned numbers of one and two digits).
const ALIGNED: f32 = 1.7;
/// A chain may miss this many numbers: lost to damage or to a page that was not read.
const MOST_SKIPPED: u32 = 2;

/// The chain that the columns before have left open.
#[derive(Debug, Clone, Copy)]
pub struct Chain {
    /// The last number.
    pub last: u32,
    /// The size of its type.
    pub size: f32,
}

/// Where items of a chain begin among the lines of a column, and the chain at its end.
#[derive(Debug, Default)]
pub struct Items {
    /// Indexes of lines that begin an item.
    pub starts: Vec<usize>,
    /// Whether the lines before the first item belong to an item of the column before.
    pub continues: bool,
    /// The chain at the end of the column.
    pub open: Option<Chain>,
}

/// Finds the chain of a column.
pub fn items(lines: &[Line], before: Option<Chain>) -> Items {
    let labels: Vec<(usize, Label)> =
        lines.iter().enumerate().filter_map(|(at, line)| Some((at, label(line)?))).collect();
    if let Some(chain) = before {
        let starts = follow(lines, &labels, chain.last, Some(chain.size));
        if let Some(first) = starts.first() {
            let same_type = lines[..*first].iter().all(|line| (line.size / chain.size - 1.0).abs() < 0.06);
            return finish(lines, &labels, starts, same_type);
        }
        // A note longer than a column: all of it goes on.
        let is_rest =
            !lines.is_empty() && lines.iter().all(|line| (line.size / chain.size - 1.0).abs() < 0.06);
        if is_rest && labels.is_empty() {
            return Items { starts: Vec::new(), continues: true, open: Some(chain) };
        }
    }
    let firsts = labels.iter().filter(|(_, label)| label.number == Some(1));
    let best = firsts.map(|(at, _)| {
        follow(&lines[*at..], &shifted(&labels, *at), 0, None).iter().map(|n| n + at).collect::<Vec<_>>()
    });
    match best.max_by_key(Vec::len).filter(|starts| starts.len() >= 2) {
        Some(starts) => finish(lines, &labels, starts, false),
        None => Items::default(),
    }
}

fn shifted(labels: &[(usize, Label)], by: usize) -> Vec<(usize, Label)> {
    labels.iter().filter(|(at, _)| *at >= by).map(|(at, label)| (at - by, label.clone())).collect()
}

/// The lines that begin the next numbers after `last`, one after the other.
fn follow(lines: &[Line], labels: &[(usize, Label)], mut last: u32, size: Option<f32>) -> Vec<usize> {
    let mut starts: Vec<usize> = Vec::new();
    let mut setting = None;
    for (at, label) in labels {
        let Some(number) = label.number else { continue };
        let line = &lines[*at];
        let aligned = starts.first().is_none_or(|first| {
            (lines[*first].area.x0 - line.area.x0).abs() < ALIGNED * line.size
                && (lines[*first].size / line.size - 1.0).abs() < 0.06
        });
        let same_size = size.is_none_or(|size| (size / line.size - 1.0).abs() < 0.06);
        if number > last
            && number <= last + 1 + MOST_SKIPPED * u32::from(!starts.is_empty() && number > 3)
            && aligned
            && same_size
            && setting.is_none_or(|known| known == label.setting)
        {
            setting = Some(label.setting);
            starts.push(*at);
            last = number;
        }
    }
    starts
}

fn finish(lines: &[Line], labels: &[(usize, Label)], starts: Vec<usize>, continues: bool) -> Items {
    let open = starts.last().and_then(|start| {
        let number = labels.iter().find(|(at, _)| at == start)?.1.number?;
        Some(Chain { last: number, size: lines[*start].size })
    });
    Items { starts, continues, open }
}
