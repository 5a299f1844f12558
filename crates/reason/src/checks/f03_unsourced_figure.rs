//! F03: a count of victims or a sum of money in a sentence that calls no note, with none later in its paragraph.

use std::collections::HashSet;

use crate::claims::{Claim, ClaimKind, StandsIn};
use crate::document::{BlockKind, Span};
use crate::quantities::Figure;

use super::corpus::Reading;
use super::{Code, Diagnostic, Rule};

pub(super) const RULE: Rule = Rule {
    code: Code::F03,
    why: "A reader checks figures first. In a report with notes, one without a note cannot be checked.",
    wrong: "The raid left 43 people dead.   (No note in the paragraph, while other figures have theirs.)",
    right: "The raid left 43 people dead.⁷",
    silence: "when the figure is the authors' own count, or sourced where it is given first",
    run: |corpus| corpus.readings.iter().flat_map(check).collect(),
};

/// A report whose figures mostly go without notes has another way of giving sources.
const LEAST_SOURCED_PERCENT: usize = 50;

fn check(reading: &Reading<'_>) -> Vec<Diagnostic> {
    let figures = figures(reading);
    let sourced: HashSet<Told> =
        figures.iter().filter(|figure| is_sourced(reading, figure)).map(|figure| figure.told).collect();
    let noted = figures.iter().filter(|figure| is_sourced(reading, figure)).count();
    if noted == 0 || 100 * noted < LEAST_SOURCED_PERCENT * figures.len() {
        return Vec::new();
    }
    let mut told: HashSet<usize> = HashSet::new();
    figures
        .iter()
        .filter(|figure| !is_sourced(reading, figure) && !sourced.contains(&figure.told))
        .filter(|figure| told.insert(figure.sentence))
        .map(|figure| diagnostic(reading, figure))
        .collect()
}

/// What a figure says: the same, told again with a note, is sourced there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Told {
    Victims(ClaimKind, Figure),
    /// The digits of the amount and of what it is written in.
    Money(u64),
}

struct Given {
    told: Told,
    span: Span,
    sentence: usize,
    has_notes: bool,
}

fn figures(reading: &Reading<'_>) -> Vec<Given> {
    let claims = reading.analysis.claims.iter().filter(|claim| counts_victims(claim)).filter_map(|claim| {
        let span = claim.number?;
        let told = Told::Victims(claim.what, claim.figure);
        Some(Given { told, span, sentence: sentence_at(reading, span)?, has_notes: !claim.notes.is_empty() })
    });
    let money = reading.analysis.money.iter().filter_map(|money| {
        let told =
            Told::Money(crate::text::fingerprint(&crate::text::fold_words(reading.quote(money.written))));
        Some(Given {
            told,
            span: money.written,
            sentence: sentence_at(reading, money.written)?,
            has_notes: false,
        })
    });
    claims.chain(money).collect()
}

/// Dead, hurt, taken, held, missing, driven out: counted by somebody, who can be named.
fn counts_victims(claim: &Claim) -> bool {
    let counted = !matches!(
        claim.what,
        ClaimKind::Attacks | ClaimKind::Operations | ClaimKind::Deployed | ClaimKind::Other
    );
    let several = claim.figure.low.or(claim.figure.high).is_some_and(|number| number > 1);
    counted && several && !claim.negated && claim.stands_in == StandsIn::Body
}

/// The sentence of running text in which a figure stands.
fn sentence_at(reading: &Reading<'_>, span: Span) -> Option<usize> {
    let sentences = &reading.analysis.sentences;
    let sentence = sentences.partition_point(|sentence| sentence.span.start <= span.start).checked_sub(1)?;
    let of = &sentences[sentence];
    let kind = reading.document.blocks[of.block].kind;
    let running = matches!(kind, BlockKind::Paragraph | BlockKind::Quote);
    (of.span.contains(span) && running).then_some(sentence)
}

/// A note is called in the sentence or later in its paragraph.
fn is_sourced(reading: &Reading<'_>, figure: &Given) -> bool {
    let sentences = &reading.analysis.sentences;
    let block = sentences[figure.sentence].block;
    let rest = (figure.sentence..sentences.len()).take_while(|sentence| sentences[*sentence].block == block);
    figure.has_notes || rest.into_iter().any(|sentence| !reading.markers_in(sentence).is_empty())
}

fn diagnostic(reading: &Reading<'_>, figure: &Given) -> Diagnostic {
    let quote = reading.quote(figure.span);
    let what = match figure.told {
        Told::Victims(..) => "count of victims",
        Told::Money(_) => "sum of money",
    };
    let message =
        format!("The {what} “{quote}” has no note, neither in its sentence nor later in its paragraph.");
    Diagnostic::new(Code::F03, message, "Give its source, or say that it is your own count.")
        .at(reading.place(figure.span, "no note is called from here to the end of the paragraph"))
}

#[cfg(test)]
mod tests {
    use super::super::trial::check_case;
    use super::RULE;
    use crate::incidents::trial::{Case, Report, Told, killed};

    fn reports(body: &[&str], claims: &[Told<'_>], expected: &[(&str, &[&str])]) {
        let notes = [
            ("1", "Interview with a clerk, Kell, May 2024."),
            ("2", "Interview with a nurse, Kell, May 2024."),
        ];
        let report = Report { body, notes: &notes, claims };
        check_case(&RULE, &Case::new(&[report], &[]), expected);
    }

    const FIRST: Told<'static> = killed("43 people died at the ford", 43).number("43");
    const SECOND: Told<'static> = killed("killed 12 people", 12).number("12");

    #[test]
    fn a_figure_without_a_note_is_told() {
        reports(
            &[
                "In May, 43 people died at the ford.¹ It was raining.²",
                "A week later a shell killed 12 people.",
            ],
            &[FIRST, SECOND],
            &[(
                "The count of victims “12” has no note, neither in its sentence nor later in its paragraph.",
                &["12"],
            )],
        );
    }

    #[test]
    fn a_note_later_in_the_paragraph_will_do() {
        reports(
            &[
                "In May, 43 people died at the ford.¹",
                "A week later a shell killed 12 people. It came at noon.²",
            ],
            &[FIRST, SECOND],
            &[],
        );
    }

    #[test]
    fn what_is_sourced_elsewhere_is_silent() {
        let again = killed("In all 43 died", 43).number("43");
        reports(
            &["In all 43 died that spring.", "In May, 43 people died at the ford.¹ ²"],
            &[again, FIRST],
            &[],
        );
    }

    #[test]
    fn texts_without_notes_are_silent() {
        reports(
            &["In May, 43 people died at the ford.", "A week later a shell killed 12 people."],
            &[FIRST, SECOND],
            &[],
        );
    }
}
