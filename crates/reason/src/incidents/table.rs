//! The figures of an incident side by side.

use crate::claims::{ClaimKind, StandsIn};
use crate::dates::PartialDate;
use crate::document::Span;
use crate::origins::{Basis, CitedWorks, Edge, OriginCount, Origins, Reach, count_along, roots_along};
use crate::quantities::{Bounds, Figure};
use crate::works::Work;
use crate::{Conclusions, Source};

use super::fact::Reader;
use super::quantity::{Scope, Statement};
use super::share::{Share, share};
use super::{ClaimRef, Incident};

/// One figure with who says it and what it rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The claim.
    pub claim: ClaimRef,
    /// Which rows count the same people: rows of one number can be compared, those of two cannot.
    pub quantity: usize,
    /// What happened.
    pub what: ClaimKind,
    /// To whom.
    pub victims: Option<Span>,
    /// How many.
    pub figure: Figure,
    /// The number as written.
    pub number: Option<Span>,
    /// Who says so, the first speaker first; empty: the document itself.
    pub said_by: Vec<Span>,
    /// The notes that support it, as indexes.
    pub notes: Vec<usize>,
    /// The works that give it, by their standings (see [`crate::origins::Origins::standing`]).
    pub reports: Vec<usize>,
    /// The works that it comes from, by confirmed edges.
    pub origins: Vec<usize>,
    /// When it was said: the date of the earliest work that gives it.
    pub said_on: Option<PartialDate>,
    /// Part of another figure, as the text says.
    pub is_part: bool,
    /// What it allows; `None` where it says no number.
    pub bounds: Option<Bounds>,
    /// The number as written, where it is not exact: `about sixty`, `at least 12`, `dozens`.
    pub written: Option<String>,
    /// The standing of the document, where the claim calls no note: what the document cites elsewhere says nothing of where
    /// this figure is from.
    pub own: Option<usize>,
}

impl Row {
    /// Whether an edge leads from this figure to where it is from.
    #[must_use]
    pub fn follows(&self, edge: &Edge) -> bool {
        leads_on(self.own, edge)
    }
}

/// Whether an edge tells where a figure is from that stands in the document with this standing alone.
fn leads_on(own: Option<usize>, edge: &Edge) -> bool {
    edge.basis != Basis::Cites || own != Some(edge.from)
}

/// How many reports and origins stand behind some rows.
#[must_use]
pub fn count(origins: &Origins, rows: &[&Row]) -> OriginCount {
    let reports: Vec<usize> = rows.iter().flat_map(|row| row.reports.iter().copied()).collect();
    count_along(origins, &reports, &|edge| rows.iter().all(|row| row.follows(edge)))
}

/// The rows of an incident, in the order of its claims; for many incidents, make [`Tables`] once.
#[must_use]
pub fn rows(incident: &Incident, sources: &[Source<'_>], conclusions: &Conclusions) -> Vec<Row> {
    Tables::new(sources, conclusions).rows(incident)
}

/// Makes the rows of many incidents.
pub struct Tables<'a> {
    sources: &'a [Source<'a>],
    conclusions: &'a Conclusions,
    cited: CitedWorks,
    reader: Reader<'a>,
}

impl<'a> Tables<'a> {
    /// Indexes works and parties once.
    #[must_use]
    pub fn new(sources: &'a [Source<'a>], conclusions: &'a Conclusions) -> Self {
        let cited = CitedWorks::new(&conclusions.works);
        Self { sources, conclusions, cited, reader: Reader::new(sources, &conclusions.parties) }
    }

    /// The rows of an incident, in the order of its claims.
    #[must_use]
    pub fn rows(&mut self, incident: &Incident) -> Vec<Row> {
        let mut quantities: Vec<(usize, Statement)> = Vec::new();
        let claims = incident.claims.iter().enumerate();
        claims.map(|(number, of)| self.row(*of, number, &mut quantities)).collect()
    }

    fn row(&mut self, of: ClaimRef, number: usize, quantities: &mut Vec<(usize, Statement)>) -> Row {
        let (works, origins) = (&self.conclusions.works, &self.conclusions.origins);
        let source = &self.sources[of.document];
        let claim = &source.analysis.claims[of.claim];
        let statement = self.reader.fact(of).and_then(|fact| Statement::of(source, &fact));
        let bounds = statement.as_ref().map(|statement| statement.bounds);
        let reports = self.cited.of_claim(origins, of.document, source.analysis, claim);
        let standing = origins.standing(of.document);
        let own = (reports == [standing]).then_some(standing);
        let exact = claim.figure.low == claim.figure.high && !claim.figure.approximate;
        let written = claim.number.filter(|_| !exact);
        Row {
            claim: of,
            quantity: quantity(quantities, number, statement),
            what: claim.what,
            victims: claim.victims,
            figure: claim.figure,
            number: claim.number,
            said_by: claim.said_by.clone(),
            notes: claim.notes.clone(),
            origins: roots_along(origins, &reports, Reach::Confirmed, &|edge| leads_on(own, edge)),
            said_on: said_on(source, claim.stands_in, works, &reports),
            reports,
            is_part: matches!(share(source, of.claim), Share::Part | Share::Some),
            bounds,
            written: written.map(|span| source.analysis.words(source.document, span)),
            own,
        }
    }
}

/// So many quantities of one incident are told apart; more than a reader can look at.
const MOST_QUANTITIES: usize = 100;

/// The quantity of a statement: that of an earlier one that counts the same people, else its own.
fn quantity(known: &mut Vec<(usize, Statement)>, row: usize, statement: Option<Statement>) -> usize {
    let Some(statement) = statement else {
        return row;
    };
    let same = known.iter().find(|(_, other)| other.scope(&statement) == Some(Scope::Alike));
    match same {
        Some((quantity, _)) => *quantity,
        None => {
            if known.len() < MOST_QUANTITIES {
                known.push((row, statement));
            }
            row
        }
    }
}

fn said_on(
    source: &Source<'_>,
    stands_in: StandsIn,
    works: &[Work],
    reports: &[usize],
) -> Option<PartialDate> {
    if let StandsIn::CitedTitle(citation) = stands_in {
        return source.analysis.citations.get(citation).and_then(|citation| citation.date);
    }
    let dates = reports.iter().filter_map(|work| works.get(*work)?.date);
    dates.filter(|date| date.year.is_some()).min_by_key(|date| date.earliest())
}

/// The least and the most that the origins of a quantity give.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Extent {
    /// The smallest figure.
    pub low: u64,
    /// The largest; where the largest has an open end, that end's start.
    pub high: u64,
    /// The largest figure is "at least" so many.
    pub open: bool,
    /// How many origins give a figure.
    pub origins: usize,
}

/// The extent of some rows of one quantity; `None` where none says a number.
#[must_use]
pub fn extent(rows: &[&Row]) -> Option<Extent> {
    let numbers = || rows.iter().filter(|row| row.bounds.is_some()).map(|row| row.figure);
    let low = numbers().filter_map(|figure| figure.low.or(figure.high)).min()?;
    let high = numbers().filter_map(|figure| figure.high.or(figure.low)).max()?;
    let open = numbers().any(|figure| figure.high.is_none() && figure.low == Some(high));
    let mut origins: Vec<usize> =
        rows.iter().filter(|row| row.bounds.is_some()).flat_map(|row| row.origins.iter().copied()).collect();
    origins.sort_unstable();
    origins.dedup();
    Some(Extent { low, high, open, origins: origins.len() })
}
