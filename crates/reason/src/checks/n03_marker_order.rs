//! N03: markers out of sequence, repeated, or a group with a lost comma.

use std::collections::{BTreeMap, HashSet};

use crate::document::{BlockKind, Span};
use crate::notes::Marker;

use super::corpus::Reading;
use super::wording::{capitalised, listed, markers};
use super::{Code, Diagnostic, Rule, Severity, Typed};

pub(super) const RULE: Rule = Rule {
    code: Code::N03,
    why: "Numbers that do not rise, or two that ran together, are the trace of an edit after the notes were numbered: the markers may call the wrong notes from there on.",
    wrong: &[Typed::report(
        "He fled.[1] She stayed.[3] They wrote.[2]\n\n\
             [1] Interview with a boatman, Kessa, June 2024.\n\
             [2] Interview with a nurse, Kessa, June 2024.\n\
             [3] Interview with a teacher, Kessa, June 2024.\n",
    )],
    right: &[Typed::report(
        "He fled.[1] She stayed.[2] They wrote.[3]\n\n\
             [1] Interview with a boatman, Kessa, June 2024.\n\
             [2] Interview with a teacher, Kessa, June 2024.\n\
             [3] Interview with a nurse, Kessa, June 2024.\n",
    )],
    silence: "when the order is meant, as where a box or a caption calls a later note",
    run: |corpus| corpus.readings.iter().flat_map(check).collect(),
};

fn check(reading: &Reading<'_>) -> Vec<Diagnostic> {
    let labels = Labels::of(reading);
    let mut found: Vec<Diagnostic> =
        chains(reading).values().flat_map(|chain| in_chain(reading, chain, &labels)).collect();
    found.extend(lost_commas(reading));
    found
}

/// A numbered marker of the running text.
struct Call<'a> {
    number: u32,
    marker: &'a Marker,
}

/// The calls of each run of numbering. Tables and captions are left out: they stand where the page had room.
fn chains<'a>(reading: &Reading<'a>) -> BTreeMap<usize, Vec<Call<'a>>> {
    let mut chains: BTreeMap<usize, Vec<Call<'a>>> = BTreeMap::new();
    let mut current = 0;
    for marker in &reading.analysis.markers {
        let block = reading.analysis.sentences[marker.sentence].block;
        let kind = reading.document.blocks[block].kind;
        let Ok(number) = marker.label.parse() else {
            continue;
        };
        if matches!(kind, BlockKind::Table | BlockKind::Caption) {
            continue;
        }
        current = marker.note.map_or(current, |note| reading.analysis.notes[note].chain);
        chains.entry(current).or_default().push(Call { number, marker });
    }
    chains
}

/// The labels that any note or marker of the document has, wherever it stands.
struct Labels<'a>(HashSet<&'a str>);

impl<'a> Labels<'a> {
    fn of(reading: &Reading<'a>) -> Self {
        let notes = (0..reading.analysis.notes.len()).map(|note| reading.label(note));
        let markers = reading.analysis.markers.iter().map(|marker| marker.label.as_str());
        Self(notes.chain(markers).collect())
    }
}

fn in_chain(reading: &Reading<'_>, chain: &[Call<'_>], labels: &Labels<'_>) -> Vec<Diagnostic> {
    let called: HashSet<u32> = chain.iter().map(|call| call.number).collect();
    let mut found = Vec::new();
    let mut seen = HashSet::new();
    let mut highest: Option<&Call<'_>> = None;
    let mut late: Vec<&Call<'_>> = Vec::new();
    for (index, call) in chain.iter().enumerate() {
        let first = seen.insert(call.number);
        let Some(top) = highest else {
            highest = Some(call);
            continue;
        };
        if first && call.number < top.number {
            late.push(call);
            continue;
        }
        if !late.is_empty() {
            found.push(out_of_order(reading, &late, top));
            late.clear();
        }
        if first {
            highest = Some(call);
        } else if stands_for_another(chain, index, top.number, &called) {
            found.push(repeated(reading, chain, call));
        }
    }
    if let (Some(top), false) = (highest, late.is_empty()) {
        found.push(out_of_order(reading, &late, top));
    }
    found.extend(skipped(reading, chain, labels));
    found
}

/// Calling a note again is common and meant. Here the repeated number stands exactly where one is expected that
/// nothing else calls: `5, 6, 6, 8`.
fn stands_for_another(chain: &[Call<'_>], at: usize, top: u32, called: &HashSet<u32>) -> bool {
    let next = chain.get(at + 1).map(|call| call.number);
    chain[at].number == top && !called.contains(&(top + 1)) && next == Some(top + 2)
}

/// So many markers in one piece were hardly renumbered by hand: the text stands elsewhere than it was written.
const MOVED: usize = 3;

fn out_of_order(reading: &Reading<'_>, late: &[&Call<'_>], top: &Call<'_>) -> Diagnostic {
    let labels: Vec<&str> = late.iter().map(|call| call.marker.label.as_str()).collect();
    let verb = if labels.len() == 1 { "comes" } else { "come" };
    let message = format!("{} {verb} after marker {}.", capitalised(&markers(&labels)), top.marker.label);
    let (severity, help) = if late.len() < MOVED {
        (
            Code::N03.severity(),
            "Check that each of these markers calls the note that belongs to its sentence, then renumber.",
        )
    } else {
        (
            Severity::Note,
            "Check whether this passage was moved, or whether columns of the page were read in the wrong order.",
        )
    };
    Diagnostic::new(Code::N03, message, help)
        .graded(severity)
        .at(reading.place(top.marker.span, format!("marker {} stands first", top.marker.label)))
        .at_each(
            late.iter().map(|call| {
                reading.place(call.marker.span, format!("marker {} only here", call.marker.label))
            }),
        )
        .notes(labels)
        .note(&top.marker.label)
}

fn repeated(reading: &Reading<'_>, chain: &[Call<'_>], again: &Call<'_>) -> Diagnostic {
    let label = &again.marker.label;
    let missing = (again.number + 1).to_string();
    let message = format!("Marker {label} stands twice, and no marker is numbered {missing}.");
    let help = format!("Check whether the second marker should call note {missing}.");
    let first = chain.iter().find(|call| call.number == again.number);
    Diagnostic::new(Code::N03, message, help)
        .at(reading.place(again.marker.span, format!("where {missing} is expected")))
        .at_each(first.map(|call| reading.place(call.marker.span, "the first time")))
        .note(label)
        .note(&missing)
}

/// A gap of more numbers than this is no slip: part of the document is not here.
const WIDEST_GAP: u32 = 5;

/// Numbers that neither a marker nor a note has. Where the note is there, N02 says so.
fn skipped(reading: &Reading<'_>, chain: &[Call<'_>], labels: &Labels<'_>) -> Vec<Diagnostic> {
    let mut sorted: Vec<&Call<'_>> = chain.iter().collect();
    sorted.sort_by_key(|call| call.number);
    sorted.dedup_by_key(|call| call.number);
    sorted
        .windows(2)
        .filter(|pair| (2..=WIDEST_GAP + 1).contains(&(pair[1].number - pair[0].number)))
        .filter_map(|pair| {
            let missing: Vec<String> =
                (pair[0].number + 1..pair[1].number).map(|number| number.to_string()).collect();
            let gone = missing.iter().all(|label| !labels.0.contains(label.as_str()));
            gone.then(|| jump(reading, pair[0], pair[1], &missing))
        })
        .collect()
}

fn jump(reading: &Reading<'_>, from: &Call<'_>, to: &Call<'_>, missing: &[String]) -> Diagnostic {
    let (from, to) = (from.marker, to.marker);
    let message = format!(
        "The numbering goes from {} to {}: there is neither a marker nor a note {}.",
        from.label,
        to.label,
        listed(missing)
    );
    Diagnostic::new(Code::N03, message, "Check whether a note was lost, then renumber.")
        .at(reading.place(to.span, format!("marker {}", to.label)))
        .at(reading.place(from.span, format!("marker {}", from.label)))
        .notes(missing.iter().map(String::as_str))
}

/// Groups such as `²⁰, ²¹ ²²`: some labels parted by a comma, two only by a space.
fn lost_commas(reading: &Reading<'_>) -> Vec<Diagnostic> {
    reading
        .analysis
        .markers
        .chunk_by(|one, next| one.group == next.group)
        .filter_map(|group| lost_comma(reading, group))
        .collect()
}

fn lost_comma(reading: &Reading<'_>, group: &[Marker]) -> Option<Diagnostic> {
    let gap = |pair: &[Marker]| {
        let (end, start) = (pair[0].span.end, pair[1].span.start);
        (end <= start).then(|| reading.quote(Span::new(end, start)))
    };
    let commas = group.windows(2).any(|pair| gap(pair).is_some_and(|text| text.contains([',', ';'])));
    let pair = group
        .windows(2)
        .find(|pair| gap(pair).is_some_and(|text| !text.is_empty() && text.trim().is_empty()))?;
    if !commas {
        return None;
    }
    let message = format!("Between markers {} and {} the comma is missing.", pair[0].label, pair[1].label);
    Some(
        Diagnostic::new(Code::N03, message, "Put the comma in, or check that no number was lost there.")
            .at(reading.place(group[0].group, "this group"))
            .notes(group.iter().map(|marker| marker.label.as_str())),
    )
}

#[cfg(test)]
mod tests {
    use super::super::trial::{Report, check};
    use super::RULE;

    const NOTES: [(&str, &str); 5] =
        [("1", "A letter."), ("2", "A memo."), ("3", "A map."), ("4", "A list."), ("5", "A file.")];

    #[track_caller]
    fn reports(body: &str, expected: &[(&str, &[&str])]) {
        let report = Report { body: &[body], notes: &NOTES };
        check(&RULE, &report, expected);
    }

    #[test]
    fn numbers_rise() {
        reports("Left.¹ Came.² Sang.³ Slept.⁴ Rose.⁵", &[]);
        reports("Left.¹ Came.³ Sang.² Slept.⁴ Rose.⁵", &[("Marker 2 comes after marker 3.", &["³", "²"])]);
        reports(
            "Left.¹ Came.⁴ Sang.² Slept.³ Rose.⁵",
            &[("Markers 2 and 3 come after marker 4.", &["⁴", "²", "³"])],
        );
    }

    #[test]
    fn a_note_may_be_called_again_but_not_in_place_of_another() {
        reports("Left.¹ Came.² Sang.¹ Slept.³ Rose.⁴ Ate.⁵ Drank.²", &[]);
        reports(
            "Left.¹ Came.² Sang.² Slept.⁴ Rose.⁵",
            &[("Marker 2 stands twice, and no marker is numbered 3.", &["²", "²"])],
        );
    }

    #[test]
    fn a_group_has_its_commas() {
        reports("Left.¹, ², ³ Came.⁴ ⁵", &[]);
        reports("Left.¹, ² ³ Came.⁴, ⁵", &[("Between markers 2 and 3 the comma is missing.", &["¹, ² ³"])]);
    }

    #[test]
    fn a_number_that_nothing_has_was_lost() {
        let report = Report {
            body: &["Left.¹ Came.² Sang.⁴"],
            notes: &[("1", "A letter."), ("2", "A memo."), ("4", "A list.")],
        };
        check(
            &RULE,
            &report,
            &[("The numbering goes from 2 to 4: there is neither a marker nor a note 3.", &["⁴", "²"])],
        );
    }
}
