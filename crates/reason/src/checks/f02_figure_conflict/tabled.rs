//! Cells of a table against what the text says: one place or the total, one kind, one year.

use crate::claims::{Claim, StandsIn, When};
use crate::dates::PartialDate;
use crate::quantities::Figure;
use crate::tables::{Cell, Summing, summing};
use crate::text::fold_words;

use super::super::corpus::Reading;
use super::super::figures::{number, spoken_kind};
use super::super::{Code, Diagnostic};

/// Cells that are held against the text. Larger tables are statistics that no sentence repeats.
const MOST_CELLS: usize = 2_000;
/// Sentences that are held against tables.
const MOST_CLAIMS: usize = 500;
/// Letters by which words of one stem are known: "civilian", "civilians".
const STEM: usize = 5;

/// A cell that counts victims.
struct Counted<'a> {
    cell: &'a Cell,
    claim: &'a Claim,
    /// The words of its headers, and of the line above or below the table, a space at either end.
    about: String,
    place: Option<String>,
    /// It sums up, or its year is all that its row or column says.
    is_total: bool,
}

/// What a sentence says that a table may say, too.
struct Said<'a> {
    claim: &'a Claim,
    year: String,
    place: Option<String>,
    victims: String,
}

/// Cells that contradict a sentence.
pub(super) fn conflicts(reading: &Reading<'_>) -> Vec<Diagnostic> {
    let cells = counted(reading);
    if cells.is_empty() {
        return Vec::new();
    }
    let said: Vec<Said<'_>> = said(reading);
    let pair = |said: &Said<'_>| {
        let mut about = cells.iter().filter(|cell| cell.is_about(said)).peekable();
        about.peek()?;
        // Where one of several cells agrees, it is the one that is meant.
        let all: Vec<&Counted<'_>> = about.collect();
        let differs = all.iter().all(|cell| exact(cell.cell) != said.claim.figure.low);
        differs.then(|| told(reading, said.claim, all[0].cell))
    };
    said.iter().filter_map(pair).collect()
}

fn counted<'a>(reading: &Reading<'a>) -> Vec<Counted<'a>> {
    let claims = reading.analysis.claims.iter().filter(|claim| claim.stands_in == StandsIn::Table);
    let claims: std::collections::HashMap<_, _> =
        claims.filter_map(|claim| Some((claim.number?, claim))).collect();
    let mut cells = Vec::new();
    for cell in reading.analysis.cells.iter().take(MOST_CELLS) {
        let Some(claim) = claims.get(&cell.span).filter(|claim| claim.subset_of.is_none()) else { continue };
        if exact(cell).is_none() {
            continue;
        }
        let headers = [&cell.row_header, &cell.column_header];
        let bare = |header: &str| summing(header) == Some(Summing::Total) || is_bare_year(header);
        cells.push(Counted {
            cell,
            claim,
            about: format!(
                " {} {} ",
                headers.map(|header| fold_words(header)).join(" "),
                captions(reading, cell.block)
            ),
            place: claim.place.map(|span| fold_words(reading.quote(span))),
            is_total: headers.iter().any(|header| bare(header)),
        });
    }
    cells
}

/// What is written right above and right below a table.
fn captions(reading: &Reading<'_>, table: usize) -> String {
    const LONGEST: usize = 300;
    let blocks = &reading.document.blocks;
    let beside = [table.checked_sub(1), Some(table + 1)].into_iter().flatten();
    let short = beside.filter_map(|at| blocks.get(at)).filter(|block| block.span.len() <= LONGEST);
    short.map(|block| fold_words(reading.quote(block.span))).collect::<Vec<_>>().join(" ")
}

/// The count of a cell, if it is one.
fn exact(cell: &Cell) -> Option<u64> {
    let low = cell.figure.low.filter(|low| cell.figure.high == Some(*low) && !cell.figure.approximate)?;
    low.checked_mul(cell.multiplier)
}

fn said<'a>(reading: &Reading<'a>) -> Vec<Said<'a>> {
    let claims = reading.analysis.claims.iter();
    claims.filter_map(|claim| of_claim(reading, claim)).take(MOST_CLAIMS).collect()
}

fn of_claim<'a>(reading: &Reading<'a>, claim: &'a Claim) -> Option<Said<'a>> {
    let Figure { low, high, approximate } = claim.figure;
    let own = claim.stands_in == StandsIn::Body
        && claim.suggested_by.is_none()
        && claim.subset_of.is_none()
        && claim.said_by.is_empty()
        && claim.perpetrators.is_none()
        && !claim.negated;
    if !own || low.is_none() || low != high || approximate || !reading.analysis.inherited(claim).is_empty() {
        return None;
    }
    let interval = claim.when?.interval;
    let year = interval.from.filter(|from| Some(*from) == interval.to && is_year(*from))?.year?;
    let words = |span| fold_words(reading.quote(span));
    Some(Said {
        claim,
        year: year.to_string(),
        place: claim.place.map(words),
        victims: words(claim.victims?),
    })
}

const fn is_year(date: PartialDate) -> bool {
    date.year.is_some() && date.month.is_none()
}

impl Counted<'_> {
    fn is_about(&self, said: &Said<'_>) -> bool {
        let year = self.claim.when.and_then(|when| when.interval.from.filter(|_| !is_part_of_year(when)));
        let headed = match &said.place {
            Some(place) => self.place.as_ref() == Some(place),
            None => self.is_total,
        };
        let stem: String = said.victims.rsplit(' ').next().unwrap_or_default().chars().take(STEM).collect();
        self.claim.what == said.claim.what
            && headed
            && year.and_then(|year| year.year).is_some_and(|year| year.to_string() == said.year)
            && (stem.chars().count() < STEM || self.about.contains(&format!(" {stem}")))
    }
}

fn is_bare_year(header: &str) -> bool {
    header.len() == 4 && header.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_part_of_year(when: When) -> bool {
    !when.interval.from.is_some_and(|from| is_year(from) && when.interval.to == Some(from))
}

fn told(reading: &Reading<'_>, claim: &Claim, cell: &Cell) -> Diagnostic {
    let message = format!(
        "The text and the table give one quantity ({}) in two ways: {} and {}.",
        spoken_kind(claim.what),
        number(reading, claim),
        reading.quote(cell.span).trim()
    );
    let help = "Check which figure is meant, or say what sets the two apart.";
    let headers = [&*cell.row_header, &*cell.column_header];
    let headers: Vec<&str> = headers.into_iter().filter(|header| !header.is_empty()).collect();
    Diagnostic::new(Code::F02, message, help)
        .at(reading.place(claim.span, format!("{} in the text", number(reading, claim))))
        .at(reading.place(cell.span, format!("in the table, at {}", headers.join(", "))))
}
