//! F05: the cited exhibit is in the case and does not contain the figure.

use std::collections::{HashMap, HashSet};

use crate::claims::{Claim, StandsIn};
use crate::document::{Document, WarningKind};
use crate::incidents::ClaimRef;
use crate::origins::CitedWorks;
use crate::quantities;
use crate::text::tokens;

use super::corpus::{Corpus, Reading};
use super::figures::{claim, note_labels, number};
use super::{Code, Diagnostic, Rule};

pub(super) const RULE: Rule = Rule {
    code: Code::F05,
    why: "Where the source is at hand, the figure should stand in it.",
    wrong: "43 people were killed.⁷   7. Halden Committee, “The Raid”.   (The case holds “The Raid”; it speaks of 34.)",
    right: "34 people were killed.⁷",
    silence: "when the figure is a sum of figures in the source, or stands in a picture there",
    run: check,
};

fn check(corpus: &Corpus<'_>) -> Vec<Diagnostic> {
    let cited = CitedWorks::new(corpus.works);
    let mut exhibits = Exhibits { corpus, numbers: HashMap::new() };
    let mut found = Vec::new();
    for reading in &corpus.readings {
        for (index, claim) in reading.analysis.claims.iter().enumerate() {
            let of = ClaimRef { document: reading.index, claim: index };
            found.extend(missing(corpus, &cited, &mut exhibits, of, claim));
        }
    }
    found
}

/// The figure of a claim, if every work that its notes cite is held and wholly read, and none contains it.
fn missing(
    corpus: &Corpus<'_>,
    cited: &CitedWorks,
    exhibits: &mut Exhibits<'_, '_>,
    of: ClaimRef,
    told: &Claim,
) -> Option<Diagnostic> {
    let wanted = told.figure.low.or(told.figure.high).filter(|number| *number > 1)?;
    let vague = told.figure.high.is_none() && matches!(wanted, 24 | 40 | 200 | 2_000 | 2_000_000);
    if vague || told.negated || told.stands_in != StandsIn::Body || told.notes.is_empty() {
        return None;
    }
    let (reading, _) = claim(corpus, of);
    let by_note = told.notes.iter().map(|note| cited.of_notes(of.document, reading.analysis, &[*note]));
    let works: Vec<usize> =
        by_note.map(|works| (!works.is_empty()).then_some(works)).collect::<Option<Vec<_>>>()?.concat();
    let mut held: Vec<usize> = Vec::new();
    for work in works {
        let origins = &corpus.conclusions.origins;
        let document = origins.documents_of(work).next().filter(|document| *document != of.document)?;
        held.push(document);
    }
    held.sort_unstable();
    held.dedup();
    let contained = held.iter().any(|document| exhibits.may_contain(*document, wanted));
    (!held.is_empty() && !contained).then(|| diagnostic(corpus, reading, told, &held))
}

fn diagnostic(corpus: &Corpus<'_>, reading: &Reading<'_>, told: &Claim, held: &[usize]) -> Diagnostic {
    let labels = note_labels(reading, told);
    let names: Vec<&str> = held.iter().map(|document| corpus.readings[*document].name).collect();
    let figure = number(reading, told);
    let message = format!(
        "The figure {figure} does not stand in {}, which the note cites.",
        super::wording::listed(&names)
    );
    let mut diagnostic = Diagnostic::new(
        Code::F05,
        message,
        "Check the figure and the note. If it is a sum of figures in the source, say so.",
    )
    .at(reading.place(told.number.unwrap_or(told.span), "given here"));
    for document in held {
        let source = &corpus.readings[*document];
        diagnostic = diagnostic.at(source.outside_text(None, "no such number in this text"));
    }
    diagnostic.notes(labels)
}

/// The numbers of the exhibits that are asked about.
struct Exhibits<'c, 'a> {
    corpus: &'c Corpus<'a>,
    numbers: HashMap<usize, Option<HashSet<u64>>>,
}

impl Exhibits<'_, '_> {
    /// Whether a number stands in an exhibit, or may stand in a part of it that was not read.
    fn may_contain(&mut self, document: usize, number: u64) -> bool {
        let of = self.corpus.readings[document].document;
        let known = self.numbers.entry(document).or_insert_with(|| is_wholly_read(of).then(|| numbers(of)));
        known.as_ref().is_none_or(|numbers| numbers.contains(&number))
    }
}

/// Nothing of it is a picture, damaged, cut off or guessed from a picture.
fn is_wholly_read(document: &Document) -> bool {
    let doubtful = document.warnings.iter().any(|warning| warning.kind != WarningKind::BidiControl);
    !doubtful && !document.text.trim().is_empty()
}

/// All numbers of a text, in digits and in words, and the digits that dates, marks and signs cut apart.
fn numbers(document: &Document) -> HashSet<u64> {
    let text = &document.text;
    let tokens = tokens(text);
    let read = quantities::find(text, &tokens);
    let mut found: HashSet<u64> =
        read.iter().flat_map(|quantity| [quantity.figure.low, quantity.figure.high]).flatten().collect();
    found.extend(tokens.iter().filter_map(|token| token.text(text).parse::<u64>().ok()));
    found.extend(grouped(text));
    found
}

/// `12,500`, `12 500`, `12.500`: groups of three digits, read as one number.
fn grouped(text: &str) -> Vec<u64> {
    let digits: Vec<(usize, &str)> = tokens(text)
        .iter()
        .filter(|token| token.text(text).bytes().all(|byte| byte.is_ascii_digit()))
        .map(|token| (token.span.start, token.text(text)))
        .collect();
    let mut found = Vec::new();
    for (at, (start, first)) in digits.iter().enumerate() {
        let mut number = (*first).to_owned();
        let mut end = start + first.len();
        for (next, group) in &digits[at + 1..] {
            let between = text.get(end..*next).unwrap_or("x");
            let joins =
                between.chars().count() == 1 && !between.contains(char::is_alphabetic) && between != "\n";
            if group.len() != 3 || !joins || first.len() > 3 || number.len() > 15 {
                break;
            }
            number.push_str(group);
            end = next + group.len();
            found.extend(number.parse::<u64>().ok());
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::corpus::Corpus;
    use super::{RULE, grouped};
    use crate::decisions::Decisions;
    use crate::incidents::trial::{Case, Report, killed};

    fn messages(held: &str) -> Vec<String> {
        let notes =
            [("1", "Halden Committee, “The Raid on the Mill,” March 5, 2024, https://halden.example/raid")];
        let body = ["In the raid 43 people were killed.¹"];
        let claims = [killed("43 people were killed", 43).number("43")];
        let report = Report { body: &body, notes: &notes, claims: &claims };
        let exhibit = [held];
        let case = Case::new(&[report, Report { body: &exhibit, ..Report::default() }], &[]);
        let mut conclusions = case.conclude(&Decisions::default());
        conclusions.origins.cited = conclusions.works.len();
        conclusions.origins.work_of_document = vec![None, Some(0)];
        let sources = case.sources();
        (RULE.run)(&Corpus::new(&sources, &conclusions)).into_iter().map(|found| found.message).collect()
    }

    #[test]
    fn a_figure_that_the_source_lacks_is_told() {
        assert_eq!(
            messages("The committee counted 34 dead at the mill."),
            ["The figure 43 does not stand in report, which the note cites."]
        );
        assert!(messages("The committee counted 43 dead at the mill.").is_empty());
    }

    #[test]
    fn groups_of_digits_are_one_number() {
        assert!(grouped("some 12,500 people").contains(&12_500));
        assert!(grouped("1 250 000").contains(&1_250_000));
        assert!(!grouped("pages 12, 500").contains(&12_500));
    }
}
