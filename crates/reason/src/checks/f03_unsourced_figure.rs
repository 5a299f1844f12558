//! F03: a count of victims or a sum of money in a sentence that calls no note, with none later in its paragraph.

use std::collections::HashSet;

use crate::claims::ClaimKind;
use crate::document::Span;
use crate::incidents::takes_a_part;
use crate::text::is_raised;

use super::corpus::Reading;
use super::stated::{Of, Stated, in_summary, numbers, stated};
use super::wording::{listed, quoted};
use super::{Code, Diagnostic, Rule, Severity, Typed};

pub(super) const RULE: Rule = Rule {
    code: Code::F03,
    why: "Figures are what others quote. One without a note cannot be traced, and in a report that sources its figures it is the first that is attacked.",
    wrong: &[Typed::report(
        "Eleven people were wounded at the ferry.[1] At least 36 people had been killed there the year before.\n\n\
             [1] Ada Moor, “The Ferry,” The Sable Herald, 1 February 2024.\n",
    )],
    right: &[Typed::report(
        "Eleven people were wounded at the ferry.[1] At least 36 people had been killed there the year before.[2]\n\n\
             [1] Ada Moor, “The Ferry,” The Sable Herald, 1 February 2024.\n\
             [2] Ada Moor, “A Year of Graves,” The Sable Herald, 4 January 2024.\n",
    )],
    silence: "when the figure is the authors' own and the text says how they came to it",
    run: |corpus| corpus.readings.iter().flat_map(check).collect(),
};

/// Of the figures of a report, one in so many at least calls a note: else notes are not how it sources its figures.
const SOURCED_SHARE: usize = 3;

fn check(reading: &Reading<'_>) -> Vec<Diagnostic> {
    if reading.analysis.notes.is_empty() {
        return Vec::new();
    }
    let figures = stated(reading);
    let last_call = last_calls(reading);
    let raised = last_raised(reading);
    let is_sourced = |figure: &Stated| {
        let block = reading.analysis.sentences[figure.sentence].block;
        let unread = raised[block].is_some_and(|last| last > figure.written.end);
        unread || last_call[block].is_some_and(|last| last >= figure.sentence)
    };
    let (sourced, bare): (Vec<Stated>, Vec<Stated>) = figures.iter().partition(|figure| is_sourced(figure));
    if bare.is_empty() || sourced.is_empty() || sourced.len() * SOURCED_SHARE < figures.len() {
        return Vec::new();
    }
    let known = known_numbers(reading, &last_call);
    let summary = in_summary(reading);
    let unsourced: Vec<Stated> = bare
        .into_iter()
        .filter(|figure| !summary[reading.analysis.sentences[figure.sentence].block])
        .filter(|figure| !is_known(reading, figure, &known, &sourced))
        .filter(|figure| !is_answered(reading, figure) && !is_asked_for(reading, figure))
        .filter(|figure| !leads_on(reading, figure))
        .collect();
    unsourced.chunk_by(|a, b| a.sentence == b.sentence).map(|figures| diagnostic(reading, figures)).collect()
}

/// By block: the last sentence that calls a note.
fn last_calls(reading: &Reading<'_>) -> Vec<Option<usize>> {
    let mut last = vec![None; reading.document.blocks.len()];
    for marker in &reading.analysis.markers {
        let block = reading.analysis.sentences[marker.sentence].block;
        last[block] = last[block].max(Some(marker.sentence));
    }
    last
}

/// By block: where its last raised character stands. It may be a mark that was not understood.
fn last_raised(reading: &Reading<'_>) -> Vec<Option<usize>> {
    let blocks = reading.document.blocks.iter();
    blocks
        .map(|block| {
            let text = reading.quote(block.span);
            text.rfind(|c: char| is_raised(c) && !c.is_ascii())
                .or_else(|| text.rfind("^{"))
                .map(|at| block.span.start + at)
        })
        .collect()
}

/// Small numbers stand everywhere: that one is sourced says nothing of another.
const TELLING_NUMBER: u64 = 10;

/// All larger numbers that stand in a sentence that calls a note, or before one in its paragraph: what they count may be
/// named again without a note.
fn known_numbers(reading: &Reading<'_>, last_call: &[Option<usize>]) -> HashSet<u64> {
    let sentences = reading.analysis.sentences.iter().enumerate();
    let sourced =
        sentences.filter(|(index, sentence)| last_call[sentence.block].is_some_and(|last| last >= *index));
    sourced
        .flat_map(|(index, _)| numbers(&reading.without_markers(index)))
        .flat_map(|quantity| [quantity.figure.low, quantity.figure.high])
        .flatten()
        .filter(|number| *number >= TELLING_NUMBER)
        .collect()
}

fn is_known(reading: &Reading<'_>, figure: &Stated, known: &HashSet<u64>, sourced: &[Stated]) -> bool {
    if figure.of == Of::Money {
        // "6 billion": the number as written, whatever the unit.
        let written = numbers(reading.quote(figure.written));
        let mut all =
            written.iter().flat_map(|quantity| [quantity.figure.low, quantity.figure.high]).flatten();
        return all.any(|number| known.contains(&number));
    }
    let same = |other: &Stated| {
        kind(reading, other) == kind(reading, figure) && figure.low == other.low && figure.high == other.high
    };
    [figure.low, figure.high].into_iter().flatten().any(|number| known.contains(&number))
        || sourced.iter().any(same)
}

/// Whether an accused party gives it in its answer: that is where it is from.
fn is_answered(reading: &Reading<'_>, figure: &Stated) -> bool {
    let sentence = reading.analysis.sentences[figure.sentence].span;
    reading.analysis.replies.iter().any(|reply| reply.span.overlaps(sentence))
}

/// Whether it stands in what the report recommends: nothing is cited for a demand.
fn is_asked_for(reading: &Reading<'_>, figure: &Stated) -> bool {
    reading.analysis.recommendations.iter().any(|asked| asked.span.contains(figure.written))
}

/// Bytes behind a number in which it is said of whom it is a part.
const BEHIND: usize = 24;

/// "371 of those deaths", right behind a sentence that calls a note: it is from there as well.
fn leads_on(reading: &Reading<'_>, figure: &Stated) -> bool {
    let sentences = &reading.analysis.sentences;
    let before = figure.sentence.checked_sub(1);
    let sourced = before.is_some_and(|before| {
        sentences[before].block == sentences[figure.sentence].block && !reading.markers_in(before).is_empty()
    });
    let text = &reading.document.text;
    let end = text.floor_char_boundary((figure.written.end + BEHIND).min(text.len()));
    sourced && takes_a_part(&text[figure.written.end..end])
}

fn kind(reading: &Reading<'_>, figure: &Stated) -> Option<ClaimKind> {
    match figure.of {
        Of::Victims(claim) => Some(reading.analysis.claims[claim].what),
        Of::Money => None,
    }
}

fn diagnostic(reading: &Reading<'_>, figures: &[Stated]) -> Diagnostic {
    let spans: Vec<Span> = figures.iter().map(|figure| figure.written).collect();
    let words: Vec<String> =
        spans.iter().map(|span| quoted(&reading.analysis.words(reading.document, *span))).collect();
    let verb = if words.len() == 1 { "is" } else { "are" };
    let attributed = figures.iter().all(|figure| match figure.of {
        Of::Victims(claim) => !reading.analysis.claims[claim].said_by.is_empty(),
        Of::Money => false,
    });
    let told = if attributed {
        "The text names who says so, but no note leads there"
    } else {
        "Nothing is cited for it"
    };
    let message = format!(
        "{} {verb} without a source: neither the sentence nor anything later in its paragraph calls a note.",
        listed(&words)
    );
    let severity = if attributed { Severity::Note } else { Code::F03.severity() };
    Diagnostic::new(Code::F03, message, format!("{told}: add a note, or take the figure out."))
        .graded(severity)
        .at_each(spans.into_iter().map(|span| reading.place(span, "no note here")))
}

#[cfg(test)]
mod tests {
    use super::super::trial::{Figures, Report, check_figures};
    use super::RULE;
    use crate::quantities::Figure;

    const NOTE: (&str, &str) = ("1", "Ada Moor, “The Levy Returns,” The Sable Herald, February 1, 2024.");

    #[track_caller]
    fn check(body: &[&str], notes: &[(&str, &str)], figures: &[(&str, u64)], expected: &[&str]) {
        let figures: Vec<_> =
            figures.iter().map(|(words, number)| (*words, Figure::exactly(*number))).collect();
        let figures: Figures<'_> = &figures;
        check_figures(&RULE, &Report { body, notes }, Vec::new(), figures, expected);
    }

    #[test]
    fn a_figure_calls_a_note_or_stands_before_one() {
        let sourced = "Men killed eleven people at the ferry.¹";
        let figures = [("eleven", 11), ("36", 36)];
        check(&[sourced, "They killed 36 at the bridge."], &[NOTE], &figures, &["36"]);
        check(&[sourced, "Ils ont tué 36 personnes au pont."], &[NOTE], &figures, &["36"]);
        check(&[sourced, "They killed 36 at the bridge. Nobody was tried.¹"], &[NOTE], &figures, &[]);
        check(&["Men killed eleven.¹ They killed 36 at the bridge."], &[NOTE], &figures, &["36"]);
    }

    #[test]
    fn what_is_sourced_elsewhere_is_left_alone() {
        let figures = [("11 dead", 11), ("11 people", 11)];
        check(&["The 11 dead were buried.", "Men killed 11 people.¹"], &[NOTE], &figures, &[]);
    }

    #[test]
    fn where_notes_do_not_source_figures_nothing_is_said() {
        check(&["They came.¹", "They killed 36."], &[NOTE], &[("36", 36)], &[]);
        let figures = [("11", 11), ("36", 36), ("37", 37), ("38", 38)];
        check(&["They killed 11.¹", "Then 36.", "Then 37.", "Then 38."], &[NOTE], &figures, &[]);
        check(&["They killed 36."], &[], &[("36", 36)], &[]);
    }

    #[test]
    fn a_summary_repeats_what_the_body_sources() {
        let body =
            ["# Summary", "They killed 36 people.", "# The night", "Men killed eleven people at the ferry.¹"];
        let mut draft = Report { body: &body, notes: &[NOTE] }.draft();
        for block in draft.blocks.iter_mut().filter(|block| block.text.starts_with("# ")) {
            block.kind = Some(crate::document::BlockKind::Heading);
            block.level = 1;
            block.text = block.text.trim_start_matches("# ").to_owned();
        }
        let (_, found) = super::super::trial::run_as_read(&RULE, vec![draft], |_, document, analysis| {
            let figures = [("36", Figure::exactly(36)), ("eleven", Figure::exactly(11))];
            analysis.claims = super::super::trial::claims_of(document, analysis, &figures);
        });
        assert_eq!(found, []);
    }
}
