//! The documents and works of a case, as the finders of edges look at them.

use std::collections::HashMap;

use crate::Source;
use crate::citations::WorkKind;
use crate::dates::PartialDate;
use crate::document::Span;
use crate::text::fold_words;
use crate::works::Work;

use super::agencies::Agencies;
use super::documents::Facts;
use super::{Basis, Certainty, CitedWorks, Edge, Origins, Standing, identify};

/// All that takes part.
pub(super) struct Case<'a> {
    pub sources: &'a [Source<'a>],
    pub works: &'a [Work],
    pub cited: CitedWorks,
    pub agencies: Agencies,
    pub facts: Vec<Facts>,
    /// Without edges yet: who stands where.
    pub origins: Origins,
    /// By work: the first document that it is.
    held: HashMap<usize, usize>,
}

impl<'a> Case<'a> {
    pub fn new(sources: &'a [Source<'a>], works: &'a [Work]) -> Self {
        let mut agencies = Agencies::of(works);
        let facts: Vec<Facts> = sources.iter().map(|source| Facts::read(source, &mut agencies)).collect();
        let work_of_document = identify::works_of_documents(sources, works, &facts);
        let mut held = HashMap::new();
        for (document, work) in work_of_document.iter().enumerate() {
            if let Some(work) = work {
                held.entry(*work).or_insert(document);
            }
        }
        let origins = Origins { edges: Vec::new(), work_of_document, cited: works.len() };
        Self { sources, works, cited: CitedWorks::new(works), agencies, facts, origins, held }
    }

    /// The document that a standing is, where it is held.
    pub fn document(&self, standing: usize) -> Option<usize> {
        match self.origins.meaning(standing) {
            Standing::Work(work) => self.held.get(&work).copied(),
            Standing::Document(document) => Some(document),
        }
    }

    /// Of a cited work.
    pub fn work(&self, standing: usize) -> Option<&'a Work> {
        self.works.get(standing)
    }

    /// When it was published: as it is cited, else as it says itself.
    pub fn date(&self, standing: usize) -> Option<PartialDate> {
        let cited = self.work(standing).and_then(|work| work.date).filter(|date| date.year.is_some());
        cited.or_else(|| self.document(standing).and_then(|document| self.facts[document].day()))
    }

    /// Its title.
    pub fn title(&self, standing: usize) -> Option<&str> {
        let cited = self.work(standing).and_then(|work| work.title.as_deref());
        cited.or_else(|| self.document(standing).and_then(|document| self.facts[document].title.as_deref()))
    }

    /// What a reason calls it.
    pub fn name(&self, standing: usize) -> String {
        const LONGEST: usize = 60;
        let document = || self.document(standing).map(|document| self.sources[document].name.to_owned());
        let Some(work) = self.work(standing) else {
            return document().unwrap_or_default();
        };
        let outlet = work.container.as_deref().or(work.authors.first().map(String::as_str));
        match (&work.title, outlet) {
            (Some(title), outlet) => {
                let mut short: String = title.chars().take(LONGEST).collect();
                if short.len() < title.len() {
                    short.push('…');
                }
                let outlet = outlet.map(|outlet| format!(" ({outlet})")).unwrap_or_default();
                format!("“{short}”{outlet}")
            }
            (None, Some(outlet)) => format!("the {} of {outlet}", work.kind.name().replace('_', " ")),
            (None, None) => {
                document().unwrap_or_else(|| format!("a cited {}", work.kind.name().replace('_', " ")))
            }
        }
    }

    /// Where it is first cited, else where its document begins.
    pub fn place(&self, standing: usize) -> Option<(usize, Span)> {
        if let Some(first) = self.work(standing).and_then(|work| work.cited_by.first()) {
            return Some((
                first.document,
                self.sources[first.document].analysis.citations[first.citation].span,
            ));
        }
        let document = self.document(standing)?;
        let block = self.sources[document].document.blocks.iter().find(|block| !block.span.is_empty())?;
        Some((document, block.span))
    }

    /// Of two, the one that rests on the other by its date; where no date tells, that which is no statement of a party; else
    /// the one that stands later in the case.
    pub fn later_first(&self, a: usize, b: usize) -> Ordered {
        let days =
            |standing: usize| self.date(standing).and_then(|date| Some((date.earliest()?, date.latest()?)));
        match (days(a), days(b)) {
            (Some(a_days), Some(b_days)) if a_days.0 > b_days.1 => {
                Ordered { later: a, earlier: b, by: By::Date }
            }
            (Some(a_days), Some(b_days)) if b_days.0 > a_days.1 => {
                Ordered { later: b, earlier: a, by: By::Date }
            }
            _ => match (self.is_statement(a), self.is_statement(b)) {
                (true, false) => Ordered { later: b, earlier: a, by: By::Statement },
                (false, true) => Ordered { later: a, earlier: b, by: By::Statement },
                _ => Ordered { later: a.max(b), earlier: a.min(b), by: By::Listing },
            },
        }
    }

    /// What a party itself publishes: others print it, seldom the other way round.
    fn is_statement(&self, standing: usize) -> bool {
        let kind = self.work(standing).map(|work| work.kind);
        matches!(kind, Some(WorkKind::PressRelease | WorkKind::OfficialDocument))
    }

    /// An edge between two of which it is only suspected that one rests on the other.
    pub fn suspect(
        &self,
        a: usize,
        b: usize,
        basis: Basis,
        why: &str,
        evidence: Vec<(usize, Span)>,
    ) -> Option<Edge> {
        if a == b {
            return None;
        }
        let ordered = self.later_first(a, b);
        let reason = format!("{why}; {}", ordered.by.words());
        Some(Edge {
            from: ordered.later,
            to: ordered.earlier,
            basis,
            certainty: Certainty::Suspected,
            reason,
            evidence,
        })
    }

    /// Whether nobody else can stand behind it: what somebody told, a picture, a record.
    pub fn is_first_hand(&self, standing: usize) -> bool {
        self.work(standing).is_some_and(|work| {
            matches!(
                work.kind,
                WorkKind::Interview
                    | WorkKind::Communication
                    | WorkKind::ImageOrSatellite
                    | WorkKind::DocumentOnFile
            )
        })
    }
}

/// Two works, the later first.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ordered {
    pub later: usize,
    pub earlier: usize,
    pub by: By,
}

/// How the order of two works is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum By {
    Date,
    /// The dates do not tell, but one is the statement of a party.
    Statement,
    /// It is not: the order of the case is written down, and said to be no more.
    Listing,
}

impl By {
    const fn words(self) -> &'static str {
        match self {
            Self::Date => "the later is set down as resting on the earlier",
            Self::Statement => {
                "the dates do not tell which came first: those who print a statement are set down as resting on it"
            }
            Self::Listing => {
                "no date tells which came first: the one that stands later in the case is set down as resting on the other"
            }
        }
    }
}

/// The words of a title that tell what it is about: four letters or more, or a number.
pub(super) fn telling_words(title: &str) -> Vec<String> {
    let mut words: Vec<String> = fold_words(title)
        .split(' ')
        .filter(|word| word.len() >= 4 || word.bytes().any(|byte| byte.is_ascii_digit()))
        .map(str::to_owned)
        .collect();
    words.sort_unstable();
    words.dedup();
    words
}

/// How many words two sorted lists share.
fn shared(a: &[String], b: &[String]) -> usize {
    a.iter().filter(|word| b.binary_search(word).is_ok()).count()
}

/// Titles that share fewer telling words are not alike.
const FEWEST_WORDS: usize = 2;

/// How much of the shorter title stands in the other, in percent.
pub(super) fn likeness(a: &[String], b: &[String]) -> usize {
    let common = shared(a, b);
    if common < FEWEST_WORDS { 0 } else { 100 * common / a.len().min(b.len()).max(1) }
}

/// A day, counted from an arbitrary one; `None` for months, years and impossible days.
pub(super) fn day_number(date: PartialDate) -> Option<i64> {
    let day = jiff::civil::Date::new(date.year?, date.month? as i8, date.day? as i8).ok()?;
    Some(day.duration_since(jiff::civil::date(1970, 1, 1)).as_hours() / 24)
}
