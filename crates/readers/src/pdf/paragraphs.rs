//! Paragraphs: which line of a column begins a new one.

use super::classify::names_a_figure;
use super::labels::{has_bullet, label};
use super::lines::Line;

/// What is usual in a column.
#[derive(Debug, Clone, Copy)]
pub struct Measure {
    /// Where most lines begin.
    pub left: f32,
    /// Where the longest ends.
    pub right: f32,
    /// From baseline to baseline, in sizes of the type.
    pub leading: f32,
    /// Of most lines, in points.
    pub size: f32,
}

/// A gap wider than this many usual ones parts paragraphs.
const WIDER_GAP: f32 = 1.28;
/// A line that begins this many sizes further right or left than expected begins something.
const INDENT: f32 = 0.6;
/// Type that differs by more than this factor is another kind of text.
const OTHER_SIZE: f32 = 1.06;
/// First lines are indented by at most this many sizes; what begins further right is centred.
const DEEPEST_FIRST_LINE: f32 = 3.2;
/// Leading of a column with a single line, in sizes.
const USUAL_LEADING: f32 = 1.25;

impl Measure {
    /// Measures lines of one kind.
    pub fn of(lines: &[Line]) -> Self {
        let right = lines.iter().map(|line| line.area.x1).fold(f32::NEG_INFINITY, f32::max);
        let mut gaps: Vec<f32> = lines
            .windows(2)
            .filter(|pair| is_same_type(&pair[0], &pair[1]))
            .map(|pair| (pair[1].baseline - pair[0].baseline) / pair[1].size)
            .filter(|gap| (0.8..2.4).contains(gap))
            .collect();
        gaps.sort_by(f32::total_cmp);
        // Most gaps lie within paragraphs, even where these have two lines on average: the lower third is safe.
        let leading = gaps.get(gaps.len() / 3).copied().unwrap_or(USUAL_LEADING);
        Self { left: usual_left(lines), right, leading, size: usual_size(lines) }
    }
}

fn usual_left(lines: &[Line]) -> f32 {
    let count = |x: f32| lines.iter().filter(|line| (line.area.x0 - x).abs() < 1.5).count();
    let starts = lines.iter().map(|line| line.area.x0);
    starts.max_by(|a, b| count(*a).cmp(&count(*b)).then(b.total_cmp(a))).unwrap_or(0.0)
}

fn usual_size(lines: &[Line]) -> f32 {
    let count = |line: &Line| lines.iter().filter(|other| is_same_type(line, other)).count();
    lines.iter().max_by_key(|line| count(line)).map_or(0.0, |line| line.size)
}

/// Whether two lines are set in type of one size.
pub fn is_same_type(a: &Line, b: &Line) -> bool {
    (a.size / b.size).max(b.size / a.size) < OTHER_SIZE
}

/// Where a line stands against the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Joint {
    /// It goes on.
    Continues,
    /// It begins something new.
    Breaks,
}

/// Splits the lines of a column into paragraphs, list items and headings.
pub fn split(lines: Vec<Line>, measure: Measure) -> Vec<Vec<Line>> {
    let mut paragraphs: Vec<Vec<Line>> = Vec::new();
    for line in lines {
        let joint = paragraphs.last().map_or(Joint::Breaks, |open| joint(open, &line, measure));
        match paragraphs.last_mut().filter(|_| joint == Joint::Continues) {
            Some(open) => open.push(line),
            None => paragraphs.push(vec![line]),
        }
    }
    paragraphs
}

/// How a line stands against the paragraph before it.
pub fn joint(open: &[Line], line: &Line, measure: Measure) -> Joint {
    let Some(last) = open.last() else {
        return Joint::Breaks;
    };
    let breaks = last.table().is_some()
        || line.table().is_some()
        || !is_same_type(last, line)
        || is_apart(last, line, measure)
        || differs_in_weight(last, line)
        || begins_item(open, line)
        || is_shifted(open, line, measure)
        || ends_early(last, line, measure);
    if breaks { Joint::Breaks } else { Joint::Continues }
}

/// Whether the white space between two lines is wider than between lines of a paragraph.
pub fn is_apart(last: &Line, line: &Line, measure: Measure) -> bool {
    let gap = (line.baseline - last.baseline) / line.size;
    gap > measure.leading.max(1.0) * WIDER_GAP || gap < -0.5
}

fn differs_in_weight(last: &Line, line: &Line) -> bool {
    if last.bold == line.bold {
        return false;
    }
    // A bold run may begin a paragraph or close it: the words at the joint tell whether the weight changes there.
    let before = last.last().is_some_and(|word| word.bold);
    let after = line.first().is_some_and(|word| word.bold);
    before != after
}

fn begins_item(open: &[Line], line: &Line) -> bool {
    if has_bullet(line) {
        return true;
    }
    let opened = open.first().and_then(label).and_then(|label| label.number);
    let begun = label(line).and_then(|label| label.number);
    let first = open.first().map_or(0.0, |first| first.area.x0);
    let is_aligned = (first - line.area.x0).abs() < line.size;
    matches!((opened, begun), (Some(one), Some(next)) if next == one + 1 && is_aligned)
}

fn is_shifted(open: &[Line], line: &Line, measure: Measure) -> bool {
    let [first, rest @ ..] = open else {
        return true;
    };
    let shift = |from: f32| (line.area.x0 - from) / line.size;
    if let Some(second) = rest.first() {
        return shift(second.area.x0).abs() > INDENT;
    }
    let against_first = shift(first.area.x0);
    if against_first > INDENT {
        // One line and then an indented one: a hanging indent, or the next paragraph's first line.
        let hangs = has_bullet(first) || label(first).is_some();
        return !hangs && (first.area.x0 - measure.left).abs() < first.size && ends_sentence(first);
    }
    if against_first.abs() > 0.2 && names_a_figure(&first.text()) {
        return true;
    }
    // The first line may be indented; far more than that is a centred or right-aligned line.
    against_first < -INDENT && first.area.x0 - measure.left > DEEPEST_FIRST_LINE * first.size
}

/// Whether the first word of the next line would have fitted on this one: the author ended it.
fn ends_early(last: &Line, line: &Line, measure: Measure) -> bool {
    let Some(next) = line.first() else {
        return false;
    };
    let room = measure.right - last.area.x1;
    let needed = next.area.width() + 0.3 * last.size;
    // Headings are broken by sense.
    let is_heading = last.size > measure.size * OTHER_SIZE;
    let much = !is_heading && room > 0.45 * (measure.right - measure.left);
    room > needed + 0.6 * last.size && (ends_sentence(last) || much)
}

/// Whether the line could end a sentence; note marks, quotes and brackets may follow the period.
pub fn ends_sentence(line: &Line) -> bool {
    let Some(word) = line.last() else {
        return false;
    };
    let bare = word.text.trim_end_matches(|c: char| {
        super::words::plain_digit(c).is_some()
            || matches!(c, ',' | '”' | '’' | '"' | '\'' | '»' | ')' | ']' | '*')
    });
    bare.ends_with(['.', '!', '?', ':', ';', '…', '؟', '۔']) || (bare.is_empty() && word.is_raised)
}

/// Whether a paragraph goes on in the next column: it fills its last line and nothing ends there.
pub fn goes_on(open: &[Line], measure: Measure, next: &[Line], next_measure: Measure) -> bool {
    let (Some(last), Some(first)) = (open.last(), next.first()) else {
        return false;
    };
    let is_full = measure.right - last.area.x1 < 0.25 * (measure.right - measure.left);
    let starts_lower = first.first().is_some_and(|word| word.text.starts_with(char::is_lowercase));
    let is_indented = first.area.x0 - next_measure.left > INDENT * first.size;
    let plain = is_same_type(last, first)
        && last.bold == first.bold
        && last.table().is_none()
        && first.table().is_none();
    plain
        && !has_bullet(first)
        && (starts_lower || (is_full && !ends_sentence(last) && !is_indented && label(first).is_none()))
}
