//! Documents with claims written by hand, for tests: what is tested here must not hang on how well claims are read.

use crate::claims::{Claim, ClaimKind, When};
use crate::dates::{DateBasis, Interval, PartialDate};
use crate::decisions::Decisions;
use crate::document::{BlockKind, Document, Draft, DraftBlock, NoteAnchor, Span};
use crate::entities::{Entity, EntityKind, EntityRef, Mention, MentionForm, Party};
use crate::quantities::Figure;
use crate::{Analysis, Conclusions, Source, incidents, origins, works};

/// A claim by the words that make it up. Each is looked for from the passage on, then anywhere.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Told<'t> {
    quote: &'t str,
    what: ClaimKind,
    figure: Figure,
    number: &'t str,
    victims: &'t str,
    by: &'t str,
    place: &'t str,
    on: &'t str,
    said: &'t str,
    part_of: Option<usize>,
    over_time: bool,
}

pub(crate) const fn told<'t>(quote: &'t str, what: ClaimKind, figure: Figure) -> Told<'t> {
    let none = "";
    Told {
        quote,
        what,
        figure,
        number: none,
        victims: none,
        by: none,
        place: none,
        on: none,
        said: none,
        part_of: None,
        over_time: false,
    }
}

pub(crate) const fn killed(quote: &str, number: u64) -> Told<'_> {
    told(quote, ClaimKind::Killed, Figure::exactly(number))
}

impl<'t> Told<'t> {
    pub const fn number(self, number: &'t str) -> Self {
        Self { number, ..self }
    }
    pub const fn victims(self, victims: &'t str) -> Self {
        Self { victims, ..self }
    }
    pub const fn by(self, by: &'t str) -> Self {
        Self { by, ..self }
    }
    pub const fn at(self, place: &'t str) -> Self {
        Self { place, ..self }
    }
    /// The ISO date or, with a stroke, from one to another. Where the sentence has a digit the date is taken to be its own.
    pub const fn on(self, on: &'t str) -> Self {
        Self { on, ..self }
    }
    pub const fn said(self, said: &'t str) -> Self {
        Self { said, ..self }
    }
    pub const fn part_of(self, claim: usize) -> Self {
        Self { part_of: Some(claim), ..self }
    }
    pub const fn over_time(self) -> Self {
        Self { over_time: true, ..self }
    }

    fn claim(&self, document: &Document, analysis: &Analysis) -> Claim {
        let text = &document.text;
        let start = text.find(self.quote).expect("the quote stands in the text");
        let span = Span::new(start, start + self.quote.len());
        let find = |words: &str| {
            let found = text[start..].find(words).map(|at| start + at).or_else(|| text.find(words));
            let found = found.filter(|_| !words.is_empty())?;
            Some(Span::new(found, found + words.len()))
        };
        let sentence = analysis.sentences.iter().position(|sentence| sentence.span.overlaps(span));
        let called = analysis.markers.iter().filter(|marker| Some(marker.sentence) == sentence);
        let dates = self.on.split_once('/').unwrap_or((self.on, self.on));
        let interval = Interval { from: PartialDate::parse(dates.0), to: PartialDate::parse(dates.1) };
        let own = self.quote.contains(|c: char| c.is_ascii_digit());
        Claim {
            notes: called.filter_map(|marker| marker.note).collect(),
            victims: find(self.victims),
            perpetrators: find(self.by),
            figure: self.figure,
            number: find(self.number),
            place: find(self.place),
            when: interval.from.map(|_| When {
                interval,
                span: if own { span } else { Span::new(0, 0) },
                basis: DateBasis::Written,
            }),
            said_by: find(self.said).into_iter().collect(),
            subset_of: self.part_of,
            cumulative: self.over_time,
            ..Claim::new(span, self.what)
        }
    }
}

/// One document: paragraphs, notes as `(label, text)`, claims.
#[derive(Debug, Clone, Default)]
pub(crate) struct Report<'t> {
    pub body: &'t [&'t str],
    pub notes: &'t [(&'t str, &'t str)],
    pub claims: &'t [Told<'t>],
}

/// Documents read, with what was told in them.
pub(crate) struct Case {
    pub documents: Vec<Document>,
    pub analyses: Vec<Analysis>,
    ids: Vec<String>,
    pub parties: Vec<Party>,
}

impl Case {
    /// Reads the reports; the names given are parties wherever they stand.
    pub fn new(reports: &[Report<'_>], names: &[(&str, EntityKind)]) -> Self {
        let documents: Vec<Document> =
            reports.iter().map(|report| crate::structure::compose(draft(report))).collect();
        let mut parties: Vec<Party> = names.iter().map(|(name, kind)| party(name, *kind)).collect();
        let analyses = documents
            .iter()
            .zip(reports)
            .enumerate()
            .map(|(index, (document, report))| analysis(index, document, report, names, &mut parties))
            .collect();
        let ids = (0..reports.len()).map(|id| format!("{id:012}")).collect();
        Self { documents, analyses, ids, parties }
    }

    pub fn sources(&self) -> Vec<Source<'_>> {
        let read = self.documents.iter().zip(&self.analyses).zip(&self.ids);
        read.map(|((document, analysis), id)| Source { id, name: "report", document, analysis }).collect()
    }

    pub fn conclude(&self, decisions: &Decisions) -> Conclusions {
        let sources = self.sources();
        let works = works::join(&sources);
        let origins = origins::trace(&sources, &works, decisions);
        let (incidents, contradictions) = incidents::group(&sources, &self.parties, decisions);
        Conclusions {
            works,
            parties: self.parties.clone(),
            incidents,
            contradictions,
            origins,
            ..Conclusions::default()
        }
    }
}

fn draft(report: &Report<'_>) -> Draft {
    let mut draft = Draft::new("text/plain", "test", 1);
    let paragraph = |text: &&str| DraftBlock::new(Some(BlockKind::Paragraph), *text, None);
    draft.blocks = report.body.iter().map(paragraph).collect();
    draft.blocks.extend(report.notes.iter().enumerate().map(|(index, (label, text))| {
        let mut block = DraftBlock::new(Some(BlockKind::Note), *text, None);
        block.anchor = Some(NoteAnchor { id: format!("n{index}"), label: (*label).to_owned() });
        block
    }));
    draft
}

fn party(name: &str, kind: EntityKind) -> Party {
    Party {
        id: name.to_owned(),
        kind,
        caption: name.to_owned(),
        names: vec![name.to_owned()],
        members: Vec::new(),
        imported: Vec::new(),
    }
}

fn analysis(
    index: usize,
    document: &Document,
    report: &Report<'_>,
    names: &[(&str, EntityKind)],
    parties: &mut [Party],
) -> Analysis {
    let mut analysis = crate::analyse(document);
    (analysis.entities, analysis.mentions, analysis.relations) = (Vec::new(), Vec::new(), Vec::new());
    for (entity, (name, kind)) in names.iter().enumerate() {
        let caption = (*name).to_owned();
        let names = vec![caption.clone()];
        analysis.entities.push(Entity {
            kind: *kind,
            caption,
            names,
            titles: Vec::new(),
            candidates: Vec::new(),
        });
        parties[entity].members.push(EntityRef { document: index, entity });
        let found = document.text.match_indices(name);
        analysis.mentions.extend(found.map(|(start, _)| Mention {
            span: Span::new(start, start + name.len()),
            entity,
            form: MentionForm::Name,
        }));
    }
    analysis.mentions.sort_by_key(|mention| mention.span);
    analysis.claims = report.claims.iter().map(|claim| claim.claim(document, &analysis)).collect();
    analysis
}
