//! Glyphs that stand on one line across the whole page, with raised and lowered ones put back beside their words.

use super::glyphs::{Cut, Glyph, Standing};

/// Where a glyph stands against its line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rise {
    /// On it.
    Level,
    /// Small and above: a note mark, an exponent, the `th` of an ordinal.
    Raised,
    /// Small and below.
    Lowered,
}

/// A glyph in its row.
#[derive(Debug, Clone)]
pub struct Placed {
    /// The glyph.
    pub glyph: Glyph,
    /// Where it stands against the row.
    pub rise: Rise,
}

/// All glyphs on one baseline, of whatever column, from left to right.
#[derive(Debug, Clone, Default)]
pub struct Row {
    /// Where the letters stand.
    pub baseline: f32,
    /// From left to right.
    pub glyphs: Vec<Placed>,
}

/// Letters of one line may differ in baseline by this part of their size (rounding, optical adjustment).
const SAME_BASELINE: f32 = 0.12;
/// Type at most this large beside a line's own is a raised or lowered mark (typical: 0.58 to 0.75; Word 0.66;
/// browsers print `<sup>` at 0.83).
const SMALL_BESIDE: f32 = 0.87;
/// How far above the line, in sizes of the line's type, a mark may stand.
const RAISED: std::ops::Range<f32> = 0.1..0.85;
/// How far below.
const LOWERED: std::ops::Range<f32> = 0.02..0.4;

/// Sorts the visible glyphs of a page into rows, from top to bottom.
pub fn rows(glyphs: &[Glyph]) -> Vec<Row> {
    let visible = glyphs.iter().filter(|glyph| glyph.standing != Standing::Hidden);
    let mut sorted: Vec<&Glyph> = visible.collect();
    sorted.sort_by(|a, b| a.baseline.total_cmp(&b.baseline));
    let mut rows: Vec<Row> = Vec::new();
    for glyph in sorted {
        let tolerance = (glyph.size * SAME_BASELINE).max(0.6);
        match rows.last_mut().filter(|row| glyph.baseline - row.baseline <= tolerance) {
            Some(row) => row.glyphs.push(placed(glyph)),
            None => rows.push(Row { baseline: glyph.baseline, glyphs: vec![placed(glyph)] }),
        }
    }
    for row in &mut rows {
        row.settle();
    }
    attach_small_runs(&mut rows);
    rows.retain(|row| !row.glyphs.is_empty());
    rows
}

fn placed(glyph: &Glyph) -> Placed {
    let rise = match glyph.cut {
        Cut::Text => Rise::Level,
        Cut::Superior => Rise::Raised,
    };
    Placed { glyph: glyph.clone(), rise }
}

impl Row {
    /// Orders the glyphs and drops those painted twice to look bold.
    fn settle(&mut self) {
        self.glyphs.sort_by(|a, b| a.glyph.x0.total_cmp(&b.glyph.x0));
        self.glyphs.dedup_by(|next, kept| {
            let (a, b) = (&kept.glyph, &next.glyph);
            a.first == b.first
                && a.rest == b.rest
                && (b.x0 - a.x0) < 0.2 * (a.x1 - a.x0).max(0.1)
                && a.first != ' '
        });
    }

    fn size(&self) -> f32 {
        self.glyphs.iter().map(|placed| placed.glyph.size).fold(0.0, f32::max)
    }

    /// Ends of runs without a gap, as index ranges.
    fn runs(&self) -> Vec<std::ops::Range<usize>> {
        let mut runs = Vec::new();
        let mut start = 0;
        for at in 1..=self.glyphs.len() {
            let ends = at == self.glyphs.len() || {
                let (a, b) = (&self.glyphs[at - 1].glyph, &self.glyphs[at].glyph);
                b.x0 - a.x1 > 0.5 * a.size.max(b.size) || (a.size / b.size).max(b.size / a.size) > 1.15
            };
            if ends {
                runs.push(start..at);
                start = at;
            }
        }
        runs
    }
}

/// Moves every small run that stands beside larger type, a little above or below its line, into that line.
///
/// Twice: in a group `10,11` set in pieces, the second piece stands beside the first.
fn attach_small_runs(rows: &mut [Row]) {
    for _ in 0..2 {
        for at in 0..rows.len() {
            attach_from(rows, at);
        }
    }
}

fn attach_from(rows: &mut [Row], at: usize) {
    let Some(hosts) = host_rows(rows, at) else {
        return;
    };
    for run in rows[at].runs().into_iter().rev() {
        if !rows[at].stands_alone(&run) {
            continue;
        }
        let fitting = hosts
            .clone()
            .filter(|host| *host != at)
            .filter_map(|host| Some((host, fit(&rows[at].glyphs[run.clone()], &rows[at], &rows[host])?)));
        let best = fitting.min_by(|(_, a), (_, b)| a.distance.total_cmp(&b.distance));
        if let Some((host, fit)) = best {
            let moved: Vec<Placed> = rows[at].glyphs.drain(run).collect();
            rows[host].insert(moved, fit.rise);
        }
    }
}

/// Longer small text is a line of its own: a note in the next column, a caption.
const LONGEST_MARK: usize = 14;

impl Row {
    /// Whether a run could be a mark: few characters, with no text of its own kind around it.
    fn stands_alone(&self, run: &std::ops::Range<usize>) -> bool {
        let size = self.glyphs[run.start].glyph.size;
        let joins = |a: &Placed, b: &Placed| b.glyph.x0 - a.glyph.x1 < 0.9 * size;
        let (mut start, mut end) = (run.start, run.end);
        while start > 0 && joins(&self.glyphs[start - 1], &self.glyphs[start]) {
            start -= 1;
        }
        while end < self.glyphs.len() && joins(&self.glyphs[end - 1], &self.glyphs[end]) {
            end += 1;
        }
        let around = &self.glyphs[start..end];
        let ink = || around.iter().filter(|placed| !placed.glyph.first.is_whitespace());
        let letters = ink().filter(|placed| placed.glyph.first.is_alphabetic()).count();
        ink().count() <= LONGEST_MARK && letters <= 10
    }
}

/// The rows near enough to host runs of this one.
fn host_rows(rows: &[Row], at: usize) -> Option<std::ops::Range<usize>> {
    let baseline = rows[at].baseline;
    let size = rows[at].glyphs.iter().map(|placed| placed.glyph.size).fold(f32::MAX, f32::min);
    let reach = size / SMALL_BESIDE * 2.0;
    let first = rows[..at].iter().rposition(|row| baseline - row.baseline > reach);
    let first = first.map_or(0, |before| before + 1);
    let last = rows[at..].iter().position(|row| row.baseline - baseline > reach);
    let last = last.map_or(rows.len(), |after| at + after);
    (!rows[at].glyphs.is_empty() && last - first > 1).then_some(first..last)
}

/// How a run fits into a line.
#[derive(Debug, Clone, Copy)]
struct Fit {
    rise: Rise,
    /// From the neighbour, in sizes of its type.
    distance: f32,
}

fn fit(run: &[Placed], own: &Row, host: &Row) -> Option<Fit> {
    let first = &run.first()?.glyph;
    let last = &run.last()?.glyph;
    let ink = || host.glyphs.iter().filter(|placed| !placed.glyph.first.is_whitespace());
    let before = ink().rev().find(|placed| placed.glyph.x0 < first.x0);
    let after = ink().find(|placed| placed.glyph.x0 >= first.x0);
    let beside = before.and_then(|placed| {
        let gap = (first.x0 - placed.glyph.x1) / placed.glyph.size.max(first.size);
        (-0.5..0.45).contains(&gap).then_some((placed, gap.abs()))
    });
    let ahead = after.and_then(|placed| {
        let gap = (placed.glyph.x0 - last.x1) / placed.glyph.size;
        (-0.3..1.6).contains(&gap).then_some((placed, 1.0 + gap.abs()))
    });
    let (neighbour, distance) = beside.or(ahead)?;
    let is_level = neighbour.rise == Rise::Level;
    let size = if is_level { neighbour.glyph.size } else { host.size() };
    if first.size > size * SMALL_BESIDE {
        return None;
    }
    let lift = (host.baseline - own.baseline) / size;
    if RAISED.contains(&lift) {
        Some(Fit { rise: Rise::Raised, distance })
    } else if LOWERED.contains(&-lift) && beside.is_some() {
        Some(Fit { rise: Rise::Lowered, distance: distance + 1.0 })
    } else {
        None
    }
}

impl Row {
    fn insert(&mut self, run: Vec<Placed>, rise: Rise) {
        for placed in run {
            let at = self.glyphs.partition_point(|known| known.glyph.x0 < placed.glyph.x0);
            self.glyphs.insert(at, Placed { rise, ..placed });
        }
    }
}
