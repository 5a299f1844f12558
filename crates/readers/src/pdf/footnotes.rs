//! Footnotes: the small type below the text of a page or a column, each note beginning with its label.

use super::glyphs::Rule;
use super::labels::{Label, Setting, label};
use super::lines::Line;

/// Footnotes are set in type smaller than this part of the body's.
const SMALLER: f32 = 0.96;
/// White space of this many sizes within small type parts a caption from the notes below it.
const WIDE_GAP: f32 = 2.6;
/// A label may leave this many unprinted ones before it (notes lost to pictures, tables or damage).
const MOST_SKIPPED: u32 = 12;

/// One footnote as it stands on one page.
#[derive(Debug, Clone)]
pub struct Footnote {
    /// `None` for the rest of a note that began on the page before.
    pub label: Option<Label>,
    /// Its lines; the first still has the label.
    pub lines: Vec<Line>,
}

/// What the pages before have told of the footnotes.
#[derive(Debug, Clone, Copy, Default)]
pub struct Sequence {
    /// The last number.
    pub last: Option<u32>,
    /// The size of their type.
    size: Option<f32>,
    /// How their labels are set: one document keeps to one way.
    setting: Option<Setting>,
}

impl Sequence {
    /// Whether a label is set as those before it: where labels are raised, a plain number at a line start is a date.
    fn agrees(&self, label: &Label) -> bool {
        self.setting != Some(Setting::Raised) || label.setting == Setting::Raised
    }
}

/// Takes the footnotes off the end of a column.
pub fn take(lines: &mut Vec<Line>, rules: &[Rule], body: f32, sequence: &mut Sequence) -> Vec<Footnote> {
    let Some(start) = zone_start(lines, rules, body, sequence) else {
        return Vec::new();
    };
    let zone = lines.split_off(start);
    let notes = split(zone, sequence);
    sequence.size = notes.last().and_then(|note| note.lines.last()).map(|line| line.size).or(sequence.size);
    notes
}

/// The first line of the notes.
fn zone_start(lines: &[Line], rules: &[Rule], body: f32, sequence: &Sequence) -> Option<usize> {
    if lines.iter().any(announces_endnotes) {
        return None;
    }
    if let Some(start) = below_rule(lines, rules, body, sequence) {
        return Some(start);
    }
    let small = |line: &Line| line.size < body * SMALLER && line.table().is_none();
    let start = lines.iter().rposition(|line| !small(line)).map_or(0, |last| last + 1);
    let first_label = (start..lines.len()).find(|at| starts_note(&lines[*at], sequence, Evidence::None))?;
    // Small type without a label above the first note: the rest of a note from the page before, unless it stands apart.
    let gap = (start + 1..=first_label)
        .rev()
        .find(|at| lines[*at].baseline - lines[*at - 1].baseline > WIDE_GAP * lines[*at].size);
    let start = gap.unwrap_or(start);
    // Small type right above, where no note was open, is a column set in small type: its line begins with a marker.
    if sequence.last.is_none() && start < first_label {
        return None;
    }
    let continues = sequence.last.is_some()
        && sequence.size.is_some_and(|size| (size / lines[start].size - 1.0).abs() < 0.06);
    Some(if continues { start } else { first_label })
}

/// Lines below a separating rule, if they are notes.
fn below_rule(lines: &[Line], rules: &[Rule], body: f32, sequence: &Sequence) -> Option<usize> {
    let (left, right) = lines
        .iter()
        .fold((f32::MAX, f32::MIN), |(left, right), line| (left.min(line.area.x0), right.max(line.area.x1)));
    let separates = |rule: &&Rule| {
        rule.is_horizontal()
            && rule.area.width() > 20.0
            && rule.area.x0 > left - 12.0
            && rule.area.x0 < left + 0.3 * (right - left)
            && rule.area.x1 < right + 12.0
    };
    let starts = rules.iter().filter(separates).filter(|rule| !underlines(rule, lines)).filter_map(|rule| {
        let start = lines.iter().position(|line| line.baseline > rule.area.y0)?;
        let below = &lines[start..];
        let near = below[0].area.y0 - rule.area.y1 < 2.5 * below[0].size;
        let small = below.iter().all(|line| line.size < body * SMALLER && line.table().is_none());
        let known = sequence.size.is_some_and(|size| (below[0].size / size - 1.0).abs() < 0.06);
        let labelled = starts_note(&below[0], sequence, Evidence::Rule) || (small && known);
        let plausible = below.iter().all(|line| line.size < body * 1.03 && line.table().is_none());
        (near && plausible && labelled).then_some(start)
    });
    starts.min()
}

/// Whether a line of text stands on the rule: links are underlined.
fn underlines(rule: &Rule, lines: &[Line]) -> bool {
    lines.iter().any(|line| {
        let below = rule.area.y0 - line.baseline;
        (-0.5..0.35 * line.size).contains(&below) && line.area.shared_width(rule.area) > 0.9
    })
}

/// Whether a line says that endnotes follow: they are no footnotes, however small.
fn announces_endnotes(line: &Line) -> bool {
    let text = line.text().to_lowercase();
    let bare = text.trim_matches(|c: char| !c.is_alphabetic());
    matches!(
        bare,
        "notes"
            | "endnotes"
            | "end notes"
            | "references"
            | "références"
            | "notes de fin"
            | "notas"
            | "sources"
    )
}

/// What besides the label tells that notes stand here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Evidence {
    /// A rule above.
    Rule,
    /// Nothing.
    None,
}

fn starts_note(line: &Line, sequence: &Sequence, evidence: Evidence) -> bool {
    let Some(label) = label(line).filter(|label| sequence.agrees(label)) else {
        return false;
    };
    match (label.setting, label.number) {
        (Setting::Raised, _) => true,
        (_, None) => false,
        (_, Some(number)) => match sequence.last {
            Some(last) => number == 1 || (number > last && number <= last + MOST_SKIPPED),
            None => number == 1 || evidence == Evidence::Rule,
        },
    }
}

fn split(zone: Vec<Line>, sequence: &mut Sequence) -> Vec<Footnote> {
    let mut notes: Vec<Footnote> = Vec::new();
    let left = zone.iter().map(|line| line.area.x0).fold(f32::INFINITY, f32::min);
    for line in zone {
        let label = label(&line)
            .filter(|label| sequence.agrees(label) && opens(label, &line, left, &notes, sequence.last));
        if let Some(label) = label.as_ref().filter(|label| label.number.is_some()) {
            sequence.last = label.number;
            sequence.setting = Some(label.setting);
        }
        match notes.last_mut().filter(|_| label.is_none()) {
            Some(open) => open.lines.push(line),
            None => notes.push(Footnote { label, lines: vec![line] }),
        }
    }
    notes
}

/// Whether a label at the start of a line opens a note: by its setting, or as the next of the chain.
fn opens(label: &Label, line: &Line, left: f32, open: &[Footnote], last: Option<u32>) -> bool {
    let at_margin = line.area.x0 - left < 3.0 * line.size;
    let is_next = match (label.number, last) {
        (Some(number), Some(last)) => number == last + 1,
        (Some(_), None) => true,
        (None, _) => false,
    };
    let is_first = !open.iter().any(|note| note.label.is_some());
    let restarts = is_first
        && (label.number == Some(1)
            || label.number.zip(last).is_some_and(|(n, last)| n > last && n <= last + MOST_SKIPPED));
    at_margin
        && match label.setting {
            Setting::Raised => true,
            Setting::Punctuated | Setting::Bare => is_next || restarts,
        }
}
