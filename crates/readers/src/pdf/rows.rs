//! Glyphs that stand on one line across the whole page, with raised and lowered ones put back beside their words.

use super::glyphs::{Glyph, Standing};

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
/// Type at most this large beside a line's own is a raised or lowered mark (typical: 0.58 to 0.75; Word 0.66).
const SMALL_BESIDE: f32 = 0.82;
/// How far above the line, in sizes of the line's type, a mark may stand.
const RAISED: std::ops::Range<f32> = 0.1..0.85;
/// How far below.
const LOWERED: std::ops::Range<f32> = 0.02..0.4;

/// Sorts the visible glyphs of a page into rows, from top to bottom.
pub fn rows(glyphs: &[Glyph]) -> Vec<Row> {
    let visible = glyphs
        .iter()
        .filter(|glyph| glyph.standing != Standing::Hidden);
    let mut sorted: Vec<&Glyph> = visible.collect();
    sorted.sort_by(|a, b| a.baseline.total_cmp(&b.baseline));
    let mut rows: Vec<Row> = Vec::new();
    for glyph in sorted {
        let tolerance = (glyph.size * SAME_BASELINE).max(0.6);
        match rows
            .last_mut()
            .filter(|row| glyph.baseline - row.baseline <= tolerance)
        {
            Some(row) => row.glyphs.push(placed(glyph)),
            None => rows.push(Row {
                baseline: glyph.baseline,
                glyphs: vec![placed(glyph)],
            }),
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
    Placed {
        glyph: glyph.clone(),
        rise: Rise::Level,
    }
}

impl Row {
    /// Orders the glyphs and drops those painted twice to look bold.
    fn settle(&mut self) {
        self.glyphs
            .sort_by(|a, b| a.glyph.x0.total_cmp(&b.glyph.x0));
        self.glyphs.dedup_by(|next, kept| {
            let (a, b) = (&kept.glyph, &next.glyph);
            a.first == b.first
                && a.rest == b.rest
                && (b.x0 - a.x0) < 0.2 * (a.x1 - a.x0).max(0.1)
                && a.first != ' '
        });
    }

    fn size(&self) -> f32 {
        self.glyphs
            .iter()
            .map(|placed| placed.glyph.size)
            .fold(0.0, f32::max)
    }

    /// Ends of runs without a gap, as index ranges.
    fn runs(&self) -> Vec<std::ops::Range<usize>> {
        let mut runs = Vec::new();
        let mut start = 0;
        for at in 1..=self.glyphs.len() {
            let ends = at == self.glyphs.len() || {
                let (a, b) = (&self.glyphs[at - 1].glyph, &self.glyphs[at].glyph);
                b.x0 - a.x1 > 0.5 * a.size.max(b.size)
                    || (a.size / b.size).max(b.size / a.size) > 1.15
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
fn attach_small_runs(rows: &mut [Row]) {
    for at in 0..rows.len() {
        let Some(hosts) = host_rows(rows, at) else {
            continue;
        };
        for run in rows[at].runs().into_iter().rev() {
            let host = hosts.clone().filter(|host| *host != at).find_map(|host| {
                let rise = fits(&rows[at].glyphs[run.clone()], &rows[at], &rows[host])?;
                Some((host, rise))
            });
            if let Some((host, rise)) = host {
                let moved: Vec<Placed> = rows[at].glyphs.drain(run).collect();
                rows[host].insert(moved, rise);
            }
        }
    }
}

/// The rows near enough to host runs of this one.
fn host_rows(rows: &[Row], at: usize) -> Option<std::ops::Range<usize>> {
    let (baseline, size) = (
        rows[at].baseline,
        rows[at]
            .glyphs
            .iter()
            .map(|p| p.glyph.size)
            .fold(f32::MAX, f32::min),
    );
    let reach = size / SMALL_BESIDE * 2.0;
    let first = rows[..at]
        .iter()
        .rposition(|row| baseline - row.baseline > reach)
        .map_or(0, |before| before + 1);
    let last = rows[at..]
        .iter()
        .position(|row| row.baseline - baseline > reach)
        .map_or(rows.len(), |after| at + after);
    (last - first > 1).then_some(first..last)
}

fn fits(run: &[Placed], own: &Row, host: &Row) -> Option<Rise> {
    let first = &run.first()?.glyph;
    let last = &run.last()?.glyph;
    let before = host
        .glyphs
        .iter()
        .rev()
        .find(|p| p.glyph.x0 < first.x0 && p.glyph.first != ' ');
    let after = host
        .glyphs
        .iter()
        .find(|p| p.glyph.x0 >= first.x0 && p.glyph.first != ' ');
    let beside = before.filter(|p| {
        let gap = first.x0 - p.glyph.x1;
        let base = p.glyph.size.max(first.size);
        (-0.5 * base..0.45 * base).contains(&gap)
    });
    let ahead = after.filter(|p| {
        let gap = p.glyph.x0 - last.x1;
        (-0.3 * p.glyph.size..1.6 * p.glyph.size).contains(&gap)
    });
    let neighbour = beside.or(ahead)?;
    let size = if neighbour.rise == Rise::Level {
        neighbour.glyph.size
    } else {
        host.size()
    };
    if first.size > size * SMALL_BESIDE {
        return None;
    }
    let lift = (host.baseline - own.baseline) / size;
    if RAISED.contains(&lift) {
        Some(Rise::Raised)
    } else if LOWERED.contains(&-lift) && beside.is_some() {
        Some(Rise::Lowered)
    } else {
        None
    }
}

impl Row {
    fn insert(&mut self, run: Vec<Placed>, rise: Rise) {
        let Some(x) = run.first().map(|placed| placed.glyph.x0) else {
            return;
        };
        let at = self.glyphs.partition_point(|placed| placed.glyph.x0 < x);
        self.glyphs.splice(
            at..at,
            run.into_iter().map(|placed| Placed { rise, ..placed }),
        );
    }
}
