//! Names that the layout tells: the place in the lead of a bullet ("2 November, Kessa-Pristan.", "Pie de Kessa, nuit du 18 au
//! 19."), and the cells of a column of places.

use super::EntityKind;
use super::candidate::Candidate;
use super::cues;
use super::find::{Finder, HEADS};
use super::lexicon::{Role, lexicon};
use super::units::{Shape, Unit};
use crate::document::{BlockKind, Span};
use crate::prose::Sentence;
use crate::text::fold_words;

/// A lead has no more words: a place, the region that it is in, a day.
const LONGEST_LEAD: usize = 14;
/// The name of a place in a lead or a cell has no more words.
const LONGEST_NAME: usize = 5;
/// Such a name is a place, whatever its words say else.
const CERTAIN: u32 = 14;

/// A name whose reach and kind are known before its words are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Told {
    /// First and last unit.
    pub first: usize,
    pub last: usize,
    pub kind: EntityKind,
    pub weight: u32,
}

/// The columns of a table that hold places, as its first row says.
#[derive(Debug, Default)]
pub(super) struct Columns {
    block: Option<usize>,
    places: Vec<usize>,
}

impl Columns {
    /// Takes in the first row of a table; says which cells of a further row are places.
    pub(super) fn of(&mut self, sentence: &Sentence) -> &[usize] {
        if sentence.kind != BlockKind::Table {
            return &[];
        }
        if self.block == Some(sentence.block) {
            return &self.places;
        }
        self.block = Some(sentence.block);
        let cells = sentence.text.split('\t').enumerate();
        self.places = cells.filter(|(_, cell)| heads_places(cell)).map(|(at, _)| at).collect();
        &[]
    }
}

/// "County", "Commune / village", "Lieu": a column of places.
fn heads_places(cell: &str) -> bool {
    let folded = fold_words(cell);
    let mut words = folded.split(' ').peekable();
    words.peek().is_some_and(|first| !first.is_empty())
        && words.all(|word| lexicon().roles(word).any(&[Role::Column, Role::And, Role::Of]))
}

impl Finder<'_> {
    /// What the layout says of this sentence, in the order of the text.
    pub(super) fn told_by_layout(&self, columns: &[usize]) -> Vec<Told> {
        if self.sentence.kind == BlockKind::Table {
            return columns.iter().filter_map(|column| self.cell(*column)).collect();
        }
        self.lead()
    }

    /// A cell that is a run of capitals and nothing else.
    fn cell(&self, column: usize) -> Option<Told> {
        let text = &self.sentence.text;
        let start = match column.checked_sub(1) {
            None => 0,
            Some(tabs) => text.match_indices('\t').nth(tabs)?.0 + 1,
        };
        self.place_cell(start, text[start..].find('\t').map_or(text.len(), |at| start + at))
    }

    fn place_cell(&self, start: usize, end: usize) -> Option<Told> {
        let first = self.units.iter().position(|unit| unit.span.start >= start)?;
        let last = self.units.iter().rposition(|unit| unit.span.end <= end)?;
        (first <= last && self.may_be_place(first, last)).then_some(Told {
            first,
            last,
            kind: EntityKind::Place,
            weight: CERTAIN,
        })
    }

    /// The places in the lead of a bullet or a paragraph: all that stands beside its day, parted by commas.
    fn lead(&self) -> Vec<Told> {
        let body =
            matches!(self.sentence.kind, BlockKind::ListItem | BlockKind::Paragraph | BlockKind::Heading);
        if !body || self.sentence.note.is_some() || self.shouting {
            return Vec::new();
        }
        let Some(parts) = self.parts() else { return Vec::new() };
        let dates: Vec<bool> = parts.iter().map(|(first, last)| self.is_day(*first, *last)).collect();
        let names = parts.iter().zip(&dates).filter(|(_, date)| !**date).map(|(part, _)| *part);
        let all: Vec<(usize, usize)> = names.collect();
        let dated = dates.iter().filter(|date| **date).count() == 1 && (dates[0] || dates[dates.len() - 1]);
        // A person's age and a source's day stand so, too: in a list of days only what may be a place is one.
        let listed = self.sentence.kind == BlockKind::ListItem || all.len() == 1;
        if !dated
            || !listed
            || all.is_empty()
            || !all.iter().all(|(first, last)| self.may_be_place(*first, *last))
        {
            return Vec::new();
        }
        let told = |(first, last): (usize, usize)| Told {
            first: self.behind_opening(first, last),
            last,
            kind: EntityKind::Place,
            weight: CERTAIN,
        };
        all.into_iter().map(told).collect()
    }

    /// The parts of a lead between its commas, up to the mark that ends it.
    fn parts(&self) -> Option<Vec<(usize, usize)>> {
        let mut parts = Vec::new();
        let mut first = 0;
        for at in 0..self.units.len().min(LONGEST_LEAD) {
            let mark = self.sentence.tokens.get(self.units[at].last + 1);
            let closes = mark.is_none_or(|mark| {
                mark.is('.') || mark.is(':') || mark.is('(') || (mark.is('-') && mark.spaced)
            });
            if closes {
                parts.push((first, at));
                return (parts.len() > 1 && parts.len() <= 4).then_some(parts);
            }
            if mark.is_some_and(|mark| mark.is(',')) {
                parts.push((first, at));
                first = at + 1;
            }
        }
        None
    }

    /// "2 November", "vendredi 3", "du 9 au 12", "nuit du 18 au 19": words of days, and a number.
    fn is_day(&self, first: usize, last: usize) -> bool {
        const DAY: [Role; 5] = [Role::Calendar, Role::Daytime, Role::Of, Role::Article, Role::And];
        let units = &self.units[first..=last];
        let number = units.iter().any(|unit| unit.shape == Shape::Number);
        let named = units.iter().any(|unit| unit.any(&DAY));
        let range = units.len() == 1 && units[0].compound;
        let span = |unit: &Unit<'_>| unit.shape == Shape::Number || unit.any(&DAY) || unit.is(Role::Toward);
        number && (named || range) && units.iter().all(span)
    }

    /// "Off Kessa island", "Near Kessa": the name begins behind the small words.
    fn behind_opening(&self, first: usize, last: usize) -> usize {
        let opening = [Role::Stop, Role::PlacePreposition, Role::Of, Role::Bearing];
        (first..last).find(|at| !self.units[*at].any(&opening)).unwrap_or(first)
    }

    /// A run of capitals, with the small words that names of places hold, that says of nothing else what it is.
    fn may_be_place(&self, first: usize, last: usize) -> bool {
        let first = self.behind_opening(first, last);
        let units = &self.units[first..=last];
        let small = |unit: &Unit<'_>| unit.any(&[Role::Of, Role::Article, Role::Particle]);
        let capitals = units.iter().filter(|unit| unit.is_capital()).count();
        let end = &units[units.len() - 1];
        let ends = end.is_capital() || end.any(&[Role::PlaceNoun, Role::Facility]) && capitals > 0;
        let inner = units[..units.len() - 1]
            .iter()
            .all(|unit| unit.is_capital() || (unit.shape == Shape::Lower && small(unit)));
        let headed = units
            .iter()
            .any(|unit| unit.any(&HEADS) && !unit.is(Role::PlaceHead) && !unit.is(Role::PlaceStart));
        let ordinary = units.iter().filter(|unit| unit.is_capital()).all(|unit| {
            unit.any(&[
                Role::Ordinary,
                Role::Stop,
                Role::Calendar,
                Role::Portfolio,
                Role::NoName,
                Role::Nationality,
            ])
        });
        let person = units.len() > 1 && units[0].is(Role::GivenName) && !units[0].is(Role::PlaceStart);
        let short = capitals == 1 && units.iter().any(|unit| unit.shape == Shape::Upper);
        (units[0].is_capital() && ends && inner && units.len() <= LONGEST_NAME)
            && units[1..].iter().all(|unit| unit.glued)
            && !(headed || ordinary || person || short)
            && !units.iter().any(|unit| unit.possessive || unit.initial)
            && self.known_at(first).is_none()
    }

    /// The candidate of a name that is known beforehand.
    pub(super) fn made_as_told(&self, told: Told) -> Option<Candidate> {
        let mut made = self.bare(told.first, told.last, None)?;
        cues::within(self, told.first, told.last, &mut made);
        made.own.add(told.kind, told.weight);
        // "Kessa axis", "Kessa crossroads": Kessa is named, too.
        let end = &self.units[told.last];
        if end.shape == Shape::Lower && told.last > told.first {
            let bare = Span::new(self.units[told.first].span.start, self.units[told.last - 1].span.end);
            made.forms.push(self.text(bare).to_owned());
        }
        made.doubtful = false;
        made.abbreviation = false;
        made.opens = false;
        Some(made)
    }
}
