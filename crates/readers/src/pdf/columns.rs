//! Columns: where the text of a page runs in two or three of them, and in which order they are read.
//!
//! A gutter is a strip that no word crosses, to the right of which several lines begin at one place. Whatever crosses it
//! (a headline, a figure's caption, a note below both columns) ends it above and below, and is read before or after.

use super::glyphs::Area;
use super::words::Word;

/// A gap of this many sizes of the type may be a gutter; word spaces of justified lines stay below.
const NARROWEST_GUTTER: f32 = 0.75;
/// In points: gutters of printed pages have 11 and more, of dense tables 6.
const NARROWEST_GUTTER_POINTS: f32 = 6.5;
/// How many lines must stand on each side. Rivers of white in justified text line up over two, hardly over four.
const FEWEST_LINES: usize = 4;
/// Lines of a column begin at one place, give or take this much, in points.
const ALIGNED: f32 = 1.6;
/// A column's lines are at least this many sizes wide on average: labels and page numbers are narrower.
const NARROWEST_COLUMN: f32 = 7.5;
/// Columns within columns; pages have at most a handful.
const DEEPEST: usize = 12;

/// Gutters of the pages so far: a page of few lines is set in the columns of the others.
#[derive(Debug, Default)]
pub struct KnownGutters {
    xs: Vec<f32>,
}

impl KnownGutters {
    fn fewest_lines(&self, x: f32) -> usize {
        if self.xs.iter().any(|known| (known - x).abs() < ALIGNED) {
            FEWEST_LINES_KNOWN
        } else {
            FEWEST_LINES
        }
    }

    fn add(&mut self, x: f32) {
        if !self.xs.iter().any(|known| (known - x).abs() < ALIGNED) {
            self.xs.push(x);
        }
    }
}

/// Where other pages have a gutter, less is enough.
const FEWEST_LINES_KNOWN: usize = 2;

/// Splits the words of a page into regions without columns, in reading order.
pub fn in_reading_order(words: Vec<Word>, known: &mut KnownGutters) -> Vec<Vec<Word>> {
    let mut regions = Vec::new();
    split(words, 0, known, &mut regions);
    regions
}

fn split(words: Vec<Word>, depth: usize, known: &mut KnownGutters, regions: &mut Vec<Vec<Word>>) {
    if words.is_empty() {
        return;
    }
    let gutter = if depth < DEEPEST { best_gutter(&words, known) } else { None };
    let Some(gutter) = gutter else {
        regions.push(words);
        return;
    };
    known.add(gutter.x);
    let (mut above, mut left, mut right, mut below) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for word in words {
        let part = if word.baseline <= gutter.top {
            &mut above
        } else if word.baseline >= gutter.bottom {
            &mut below
        } else if word.area.x0 < gutter.x - ALIGNED {
            &mut left
        } else {
            &mut right
        };
        part.push(word);
    }
    for part in [above, left, right, below] {
        split(part, depth + 1, known, regions);
    }
}

/// A strip without words, left of `x`, between the baselines `top` and `bottom` (both outside of it).
#[derive(Debug, Clone, Copy)]
struct Gutter {
    x: f32,
    top: f32,
    bottom: f32,
}

/// Words of a row without a gutter-like gap.
#[derive(Debug, Clone, Copy)]
struct Segment {
    area: Area,
    baseline: f32,
    size: f32,
}

fn gutter_width(size: f32) -> f32 {
    (NARROWEST_GUTTER * size).max(NARROWEST_GUTTER_POINTS)
}

fn best_gutter(words: &[Word], known: &KnownGutters) -> Option<Gutter> {
    let segments = segments(words);
    let left_most = segments.iter().map(|segment| segment.area.x0).fold(f32::INFINITY, f32::min);
    let mut starts: Vec<f32> = segments.iter().map(|segment| segment.area.x0).collect();
    starts.retain(|x| *x > left_most + 30.0);
    starts.sort_by(f32::total_cmp);
    let mut best: Option<(usize, Gutter)> = None;
    let mut at = 0;
    while at < starts.len() {
        let x = starts[at];
        let aligned = starts[at..].iter().take_while(|start| **start - x <= ALIGNED).count();
        let fewest = known.fewest_lines(x);
        if aligned >= fewest {
            for (score, gutter) in widest(gutters_at(x, words, &segments, fewest), words, &segments, fewest) {
                if best.is_none_or(|(most, _)| score > most) {
                    best = Some((score, gutter));
                }
            }
        }
        at += aligned.max(1);
    }
    best.map(|(_, gutter)| below_headline(gutter, words, &segments))
}

/// Adds to each gutter the one at the left end of its white space: a sidebar or a short column in the right half begins
/// further right than the column above or below it.
fn widest(
    gutters: Vec<(usize, Gutter)>,
    words: &[Word],
    segments: &[Segment],
    fewest: usize,
) -> Vec<(usize, Gutter)> {
    let mut all = gutters.clone();
    for (_, gutter) in gutters {
        let left = segments.iter().filter(|segment| {
            segment.baseline > gutter.top
                && segment.baseline < gutter.bottom
                && segment.area.x0 < gutter.x - ALIGNED
        });
        let (edge, size) = left.fold((f32::NEG_INFINITY, 0.0_f32), |(edge, size), segment| {
            (edge.max(segment.area.x1), size.max(segment.size))
        });
        let x = edge + gutter_width(size) + ALIGNED;
        if x + ALIGNED < gutter.x {
            all.extend(gutters_at(x, words, segments, fewest));
        }
    }
    all
}

/// A headline over both columns may end in a short line that crosses nothing: it belongs above the gutter too.
fn below_headline(mut gutter: Gutter, words: &[Word], segments: &[Segment]) -> Gutter {
    for _ in 0..MOST_HEADLINES {
        let Some(above) = words.iter().find(|word| word.baseline == gutter.top) else {
            break;
        };
        let mut below: Vec<&Segment> =
            segments.iter().filter(|segment| segment.baseline > gutter.top).collect();
        below.sort_by(|a, b| a.baseline.total_cmp(&b.baseline));
        let [first, second, ..] = below.as_slice() else {
            break;
        };
        let gap = first.baseline - gutter.top;
        let is_same_type = (first.size / above.size - 1.0).abs() < 0.06;
        let ends_there =
            second.baseline - first.baseline > 1.2 * gap || (second.size / first.size - 1.0).abs() > 0.06;
        let is_left = first.area.x0 < gutter.x - ALIGNED;
        if !(is_same_type && ends_there && is_left && gap < 1.7 * above.size) {
            break;
        }
        gutter.top = first.baseline;
    }
    gutter
}

/// Lines of a headline that may stand over one column only.
const MOST_HEADLINES: usize = 2;

/// The stretches over which nothing crosses the strip left of `x`, each with the number of lines that it parts.
fn gutters_at(x: f32, words: &[Word], segments: &[Segment], fewest: usize) -> Vec<(usize, Gutter)> {
    let mut crossers: Vec<f32> = vec![f32::NEG_INFINITY, f32::INFINITY];
    crossers.extend(words.iter().filter(|word| crosses(word, x)).flat_map(|word| match word.table {
        Some(_) => vec![word.area.y0, word.area.y1],
        None => vec![word.baseline],
    }));
    crossers.sort_by(f32::total_cmp);
    let stretches = crossers.windows(2).map(|pair| Gutter { x, top: pair[0], bottom: pair[1] });
    stretches.filter_map(|gutter| Some((parted_lines(gutter, segments, fewest)?, gutter))).collect()
}

fn crosses(word: &Word, x: f32) -> bool {
    word.area.x0 < x - ALIGNED && word.area.x1 > x - gutter_width(word.size) * 0.8
}

fn parted_lines(gutter: Gutter, segments: &[Segment], fewest: usize) -> Option<usize> {
    let within = || {
        segments.iter().filter(|segment| segment.baseline > gutter.top && segment.baseline < gutter.bottom)
    };
    let left: Vec<&Segment> = within().filter(|segment| segment.area.x0 < gutter.x - ALIGNED).collect();
    let right: Vec<&Segment> = within().filter(|segment| segment.area.x0 >= gutter.x - ALIGNED).collect();
    let aligned = right.iter().filter(|segment| (segment.area.x0 - gutter.x).abs() <= ALIGNED).count();
    let is_column = |side: &[&Segment]| side.len() >= fewest && mean_width(side) >= NARROWEST_COLUMN;
    let (left_top, left_bottom) = extent(&left);
    let (right_top, right_bottom) = extent(&right);
    let stand_beside = left_top.max(right_top) < left_bottom.min(right_bottom);
    let holds = is_column(&left) && is_column(&right) && stand_beside;
    holds.then(|| 4 * left.len().min(right.len()) + aligned)
}

/// The first and the last baseline of a side.
fn extent(side: &[&Segment]) -> (f32, f32) {
    side.iter().fold((f32::INFINITY, f32::NEG_INFINITY), |(top, bottom), segment| {
        (top.min(segment.baseline), bottom.max(segment.baseline))
    })
}

/// In sizes of the type.
fn mean_width(side: &[&Segment]) -> f32 {
    side.iter().map(|segment| segment.area.width() / segment.size.max(1.0)).sum::<f32>() / side.len() as f32
}

fn segments(words: &[Word]) -> Vec<Segment> {
    let mut sorted: Vec<&Word> = words.iter().filter(|word| word.table.is_none()).collect();
    sorted.sort_by(|a, b| a.baseline.total_cmp(&b.baseline).then(a.area.x0.total_cmp(&b.area.x0)));
    let mut segments: Vec<Segment> = Vec::new();
    for word in sorted {
        let continues = segments.last().is_some_and(|last| {
            last.baseline == word.baseline
                && word.area.x0 - last.area.x1 < gutter_width(word.size.min(last.size))
        });
        match segments.last_mut().filter(|_| continues) {
            Some(last) => last.area = last.area.union(word.area),
            None => segments.push(Segment { area: word.area, baseline: word.baseline, size: word.size }),
        }
    }
    segments
}
