//! One way to try a rule on a small text, for the tests of all rules.

use crate::claims::{Claim, ClaimKind};
use crate::document::{BlockKind, Document, Draft, DraftBlock, NoteAnchor, Span};
use crate::incidents::trial::Case;
use crate::listings::Listings;
use crate::quantities::Figure;
use crate::{Analysis, Source};

use super::corpus::Corpus;
use super::{Diagnostic, Rule};

/// A report of our own making: paragraphs, and notes as `label. text`.
#[derive(Default)]
pub(super) struct Report<'t> {
    pub body: &'t [&'t str],
    pub notes: &'t [(&'t str, &'t str)],
}

impl Report<'_> {
    pub fn draft(&self) -> Draft {
        let mut draft = Draft::new("text/plain", "test", 1);
        draft
            .blocks
            .extend(self.body.iter().map(|text| DraftBlock::new(Some(BlockKind::Paragraph), *text, None)));
        draft.blocks.extend(self.notes.iter().enumerate().map(|(index, (label, text))| {
            let mut block = DraftBlock::new(Some(BlockKind::Note), *text, None);
            block.anchor = Some(NoteAnchor { id: format!("n{index}"), label: (*label).to_owned() });
            block
        }));
        draft
    }
}

/// Runs one rule over drafts that are checked together.
pub(super) fn run(rule: &Rule, drafts: Vec<Draft>) -> (Vec<Document>, Vec<Diagnostic>) {
    run_as_read(rule, drafts, |_, _, _| ())
}

/// The same, with what was read out of each document changed first: its number, the document, the analysis.
pub(super) fn run_as_read(
    rule: &Rule,
    drafts: Vec<Draft>,
    change: impl Fn(usize, &Document, &mut Analysis),
) -> (Vec<Document>, Vec<Diagnostic>) {
    let documents: Vec<_> = drafts.into_iter().map(crate::structure::compose).collect();
    let mut analyses: Vec<_> = documents.iter().map(crate::analyse).collect();
    for (number, (document, analysis)) in documents.iter().zip(&mut analyses).enumerate() {
        change(number, document, analysis);
    }
    let ids: Vec<String> = (0..documents.len()).map(|id| format!("{id:012}")).collect();
    let sources: Vec<Source<'_>> = documents
        .iter()
        .zip(&analyses)
        .zip(&ids)
        .map(|((document, analysis), id)| Source { id, name: "report", document, analysis })
        .collect();
    let conclusions = crate::conclude(&sources, &crate::decisions::Decisions::default());
    let found = (rule.run)(&Corpus::new(&sources, &conclusions));
    (documents, found)
}

/// Runs a rule over one document and what lists say of those whom it names.
pub(super) fn run_listed(
    rule: &Rule,
    draft: Draft,
    listed: impl Fn(&Analysis) -> Listings,
) -> Vec<Diagnostic> {
    let document = crate::structure::compose(draft);
    let analysis = crate::analyse(&document);
    let listings = listed(&analysis);
    let sources = [Source { id: "000000000000", name: "report", document: &document, analysis: &analysis }];
    let conclusions = crate::conclude(&sources, &crate::decisions::Decisions::default());
    (rule.run)(&Corpus { listings: &listings, ..Corpus::new(&sources, &conclusions) })
}

/// Runs one rule over documents whose claims are written by hand.
pub(super) fn run_case(rule: &Rule, case: &Case) -> Vec<Diagnostic> {
    let conclusions = case.conclude(&crate::decisions::Decisions::default());
    (rule.run)(&Corpus::new(&case.sources(), &conclusions))
}

/// What a rule says of such documents: each message, and the text at each of its places.
#[track_caller]
pub(super) fn check_case(rule: &Rule, case: &Case, expected: &[(&str, &[&str])]) {
    compare(rule, &case.documents, &run_case(rule, case), expected);
}

/// What a rule says of a report: each message, and the text at each of its places.
#[track_caller]
pub(super) fn check(rule: &Rule, report: &Report<'_>, expected: &[(&str, &[&str])]) {
    check_draft(rule, report.draft(), expected);
}

/// What a rule says of one sentence and its only note, numbered 1: nothing, or a message with both passages.
#[track_caller]
pub(super) fn check_sentence(rule: &Rule, body: &str, note: &str, expected: Option<(&str, [&str; 2])>) {
    let report = Report { body: &[body], notes: &[("1", note)] };
    match expected {
        Some((message, quotes)) => check(rule, &report, &[(message, &quotes)]),
        None => check(rule, &report, &[]),
    }
}

/// The same for a draft that holds more than paragraphs and notes.
#[track_caller]
pub(super) fn check_draft(rule: &Rule, draft: Draft, expected: &[(&str, &[&str])]) {
    let (documents, found) = run(rule, vec![draft]);
    compare(rule, &documents, &found, expected);
}

#[track_caller]
fn compare(rule: &Rule, documents: &[Document], found: &[Diagnostic], expected: &[(&str, &[&str])]) {
    let said: Vec<(&str, Vec<&str>)> = found
        .iter()
        .map(|diagnostic| {
            let quotes = diagnostic
                .places
                .iter()
                .filter_map(|place| place.span.map(|span| documents[place.document].quote(span)))
                .collect();
            (diagnostic.message.as_str(), quotes)
        })
        .collect();
    let wanted: Vec<(&str, Vec<&str>)> =
        expected.iter().map(|(message, quotes)| (*message, quotes.to_vec())).collect();
    assert_eq!(said, wanted);
    for diagnostic in found {
        assert_eq!(diagnostic.code, rule.code);
        assert!(!diagnostic.help.is_empty() && !diagnostic.places.is_empty());
    }
}

/// Numbers of people killed, each as it stands in the text and what it says.
pub(super) type Figures<'f> = &'f [(&'f str, Figure)];

/// The claims that these figures are: each calls the notes of its sentence. They stand in for those that were read.
pub(super) fn claims_of(document: &Document, analysis: &Analysis, figures: Figures<'_>) -> Vec<Claim> {
    figures.iter().filter_map(|(words, figure)| killed(document, analysis, words, *figure)).collect()
}

fn killed(document: &Document, analysis: &Analysis, words: &str, figure: Figure) -> Option<Claim> {
    let start = document.text.find(words)?;
    let number = Span::new(start, start + words.len());
    let sentence = analysis.sentences.iter().position(|sentence| sentence.span.contains(number))?;
    let called = analysis.markers.iter().filter(|marker| marker.sentence == sentence);
    Some(Claim {
        notes: called.filter_map(|marker| marker.note).collect(),
        figure,
        number: Some(number),
        ..Claim::new(analysis.sentences[sentence].span, ClaimKind::Killed)
    })
}

/// Runs a rule over a report with such figures, and what else is in the case; expects its diagnostics by what their first
/// place quotes.
#[track_caller]
pub(super) fn check_figures(
    rule: &Rule,
    report: &Report<'_>,
    held: Vec<Draft>,
    figures: Figures<'_>,
    expected: &[&str],
) -> Vec<Diagnostic> {
    let drafts: Vec<Draft> = std::iter::once(report.draft()).chain(held).collect();
    let (documents, found) = run_as_read(rule, drafts, |number, document, analysis| {
        analysis.claims = if number == 0 { claims_of(document, analysis, figures) } else { Vec::new() };
        analysis.money.clear();
    });
    let quotes: Vec<&str> = found
        .iter()
        .filter_map(|diagnostic| diagnostic.places.first())
        .filter_map(|place| place.span.map(|span| documents[place.document].quote(span)))
        .collect();
    assert_eq!(quotes, expected, "{:?}", report.body);
    found
}
