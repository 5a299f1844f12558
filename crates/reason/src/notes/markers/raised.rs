use crate::text::{label_number, lowered};

use super::{Group, Label};

/// Units that are squared and cubed: `km²` calls no note.
const UNITS: [&str; 10] = ["m", "km", "cm", "mm", "ha", "ft", "mi", "dm", "yd", "in"];

/// Raised digits, in groups: `¹²`, `⁶, ⁷`, `⁸⁸, ⁸⁹ ⁹⁰`, `¹⁻³`.
pub(super) fn find(text: &str) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for run in runs(text) {
        if label_number(&run.text).is_none() || is_exponent(&text[..run.span.start], &run.text) {
            continue;
        }
        let between = groups.last().map(|group| &text[group.span.end..run.span.start]);
        match (groups.last_mut(), between.and_then(joint)) {
            (Some(group), Some(Joint::List)) => {
                group.span.end = run.span.end;
                group.labels.push(run);
            }
            (Some(group), Some(Joint::Range)) => {
                group.span.end = run.span.end;
                push_range(group, run);
            }
            _ => groups.push(Group { span: run.span, labels: vec![run] }),
        }
    }
    groups
}

pub(super) enum Joint {
    List,
    Range,
}

/// What may stand between two labels of one group.
pub(super) fn joint(between: &str) -> Option<Joint> {
    let plain = between.trim_matches([' ', '\u{a0}', '\u{202f}']);
    match plain {
        "," | ";" => Some(Joint::List),
        "" if !between.contains('\n') => Some(Joint::List),
        "-" | "–" | "—" | "‐" | "⁻" | "˗" => Some(Joint::Range),
        _ => None,
    }
}

/// A longer range is a page range or a slip.
const LONGEST_RANGE: u32 = 40;

/// `12–14`: 13 is called at the place of the whole range, since nothing of its own is printed.
pub(super) fn push_range(group: &mut Group, last: Label) {
    let first = group.labels.last().and_then(|label| label.text.parse::<u32>().ok());
    let end = last.text.parse::<u32>().ok();
    if let (Some(first), Some(end)) = (first, end)
        && end > first
        && end - first <= LONGEST_RANGE
    {
        let start = group.labels.last().map_or(last.span.start, |label| label.span.start);
        group
            .labels
            .extend((first + 1..end).map(|number| Label::new(number.to_string(), start, last.span.end)));
    }
    group.labels.push(last);
}

fn runs(text: &str) -> Vec<Label> {
    let mut found: Vec<Label> = Vec::new();
    for (at, c) in text.char_indices() {
        // Superscripts are two or three bytes; plain text is passed over quickly.
        let Some(plain) = (!c.is_ascii()).then(|| lowered(c)).flatten() else {
            continue;
        };
        match found.last_mut() {
            Some(run) if run.span.end == at => {
                run.text.push(plain);
                run.span.end += c.len_utf8();
            }
            _ => found.push(Label::new(plain, at, at + c.len_utf8())),
        }
    }
    found
}

fn is_exponent(before: &str, label: &str) -> bool {
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let squared = matches!(label, "2" | "3") && UNITS.contains(&word);
    squared || word == "10"
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&[&str]]) {
        let groups = find(text);
        let labels: Vec<Vec<&str>> = groups.iter().map(Group::texts).collect();
        assert_eq!(labels, expected, "{text}");
    }

    #[test]
    fn groups_are_kept_together() {
        check("left.¹ Then,²,³ they", &[&["1"], &["2", "3"]]);
        check("raids.⁸⁷, ⁸⁸, ⁸⁹ ⁹⁰, ⁹¹", &[&["87", "88", "89", "90", "91"]]);
        check("raids.¹–³", &[&["1", "2", "3"]]);
        check("97 km² of land, 10⁶ people", &[]);
        check("in 2022² they", &[&["2"]]);
    }
}
