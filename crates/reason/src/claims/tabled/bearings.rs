//! Where, when, by whom and who says so: what a count has from its row, its column and the lines around its table.

use std::collections::HashMap;

use super::heading::{Told, is_of_victims, is_standing, people};
use super::names::Names;
use super::{Reading, line};
use crate::claims::When;
use crate::claims::lexicon::{Word, lexicons};
use crate::claims::time::is_stretch;
use crate::dates::{DateBasis, Interval, resolve_table};
use crate::document::{BlockKind, Span};
use crate::tables::{Cell, Column, Layout, Summing, heads_a_part, is_nobody, summing};
use crate::text::tokens;

/// What is known of a count beside its number.
#[derive(Debug, Default)]
pub(super) struct Around {
    pub victims: Option<Span>,
    pub perpetrators: Option<Span>,
    pub place: Option<Span>,
    pub when: Option<When>,
    pub said_by: Option<Span>,
    pub cumulative: bool,
}

/// A table with the times of its cells.
pub(super) struct Bearings<'a> {
    reading: Reading<'a>,
    layout: &'a Layout<'a>,
    names: &'a Names,
    lines: Vec<Span>,
    /// By the start of the cell or line.
    times: HashMap<usize, When>,
    period: Option<When>,
    /// What the lines around the table say of all of it.
    place: Option<Span>,
    perpetrators: Option<Span>,
}

impl<'a> Bearings<'a> {
    pub fn of<'c>(
        reading: Reading<'a>,
        layout: &'a Layout<'a>,
        cells: impl Iterator<Item = &'c Cell>,
        names: &'a Names,
    ) -> Self {
        let mut bearings = Self {
            reading,
            layout,
            names,
            lines: layout.lines(),
            times: HashMap::new(),
            period: None,
            place: None,
            perpetrators: None,
        };
        bearings.learn_times(cells);
        bearings.place = bearings.nearest(|line| bearings.place_in(line));
        bearings.perpetrators = bearings.nearest(|line| bearings.doer_in(line));
        bearings
    }

    /// What the line nearest to the table says that says anything.
    fn nearest<T>(&self, get: impl Fn(Span) -> Option<T>) -> Option<T> {
        self.lines.iter().rev().find_map(|line| get(*line))
    }

    fn quote(&self, span: Span) -> &'a str {
        self.reading.prose.document.quote(span)
    }

    fn learn_times<'c>(&mut self, cells: impl Iterator<Item = &'c Cell>) {
        let mut spans = self.lines.clone();
        spans.extend(self.layout.all_headers());
        let mut rows: Vec<usize> = cells.map(|cell| cell.row).collect();
        rows.dedup();
        for row in rows {
            spans.extend(self.layout.row_headers(row).into_iter().map(|(span, _)| span));
            let told = [Column::Date, Column::Event].map(|said| self.layout.beside(row, said));
            spans.extend(told.into_iter().flatten());
        }
        spans.dedup();
        let document = self.reading.prose.document;
        let at = self.layout.block();
        let mut lines: Vec<_> =
            spans.iter().map(|span| line(document, *span, (BlockKind::Table, at))).collect();
        let sentences = &self.reading.prose.sentences;
        // What is told behind the table is not known in it.
        let before = sentences.iter().take_while(|sentence| sentence.note.is_none() && sentence.block < at);
        let before = &sentences[..before.count()];
        let period = resolve_table(document, before, &mut lines);
        self.period =
            period.map(|(interval, span)| When { interval, span, basis: DateBasis::CountedFrom(span) });
        for line in lines.iter().filter(|line| !is_standing(&line.text)) {
            let dated = line.dates.iter().find(|date| date.interval.from.is_some());
            if let Some(date) = dated {
                let when = When { interval: date.interval, span: line.place(date.span), basis: date.basis };
                self.times.entry(line.span.start).or_insert(when);
            }
        }
    }

    /// What is known of one count.
    pub fn around(&self, cell: &Cell, told: &Told) -> Around {
        let headers = self.layout.row_headers(cell.row);
        let is_total = headers.iter().any(|(span, _)| summing(self.quote(*span)) == Some(Summing::Total));
        let row = if is_total { Around::default() } else { self.of_row(cell, &headers) };
        let column = self.layout.headers(cell.column);
        let dated = column.iter().rev().find_map(|header| self.times.get(&header.start).copied());
        let place = || column.iter().rev().find_map(|header| self.named_place(*header));
        let own = both(row.when, dated);
        let when = own.or_else(|| self.nearest(|line| self.times.get(&line.start).copied())).or(self.period);
        Around {
            victims: self.victims(cell, told, row.victims),
            perpetrators: row.perpetrators.or(self.perpetrators),
            place: row.place.or_else(|| place().filter(|_| !is_total)).or(self.place),
            cumulative: is_total || row.when.is_none() || when.is_none_or(|when| is_stretch(&when)),
            when,
            said_by: row.said_by.or_else(|| self.layout.source()),
        }
    }

    fn of_row(&self, cell: &Cell, headers: &[(Span, Option<Column>)]) -> Around {
        let beside = |said| self.layout.beside(cell.row, said).filter(|span| !is_nobody(self.quote(*span)));
        let event = beside(Column::Event);
        let time = |span: Span| self.times.get(&span.start).copied();
        let place = beside(Column::Place)
            .filter(|span| self.quote(*span).starts_with(char::is_uppercase))
            .or_else(|| {
                headers.iter().find_map(|(span, said)| self.named_place(*span).filter(|_| said.is_none()))
            })
            .or_else(|| event.and_then(|event| self.place_in(event)));
        let whole = |span: Span| time(span).filter(|when| 2 * when.span.len() >= span.len());
        let when = beside(Column::Date)
            .and_then(time)
            .or_else(|| headers.iter().find_map(|(span, _)| whole(*span)))
            .or_else(|| event.and_then(time));
        Around {
            // "Residents, to AFP" said it; nobody did it to them.
            victims: beside(Column::Victims).or_else(|| {
                let of_others = headers.iter().filter(|(_, said)| *said != Some(Column::Source));
                of_others.into_iter().find_map(|(span, _)| self.people(*span))
            }),
            perpetrators: beside(Column::Perpetrators)
                .or_else(|| event.and_then(|event| self.doer_in(event))),
            place,
            when,
            said_by: beside(Column::Source),
            cumulative: false,
        }
    }

    fn people(&self, span: Span) -> Option<Span> {
        people(self.reading.prose.document, span)
    }

    /// Of the header that says what is counted, of one that stands with it, of the row, of the caption.
    fn victims(&self, cell: &Cell, told: &Told, of_row: Option<Span>) -> Option<Span> {
        let column = self.layout.headers(cell.column);
        let of_headers = column.iter().rev().find_map(|header| self.people(*header));
        if !told.is_of_people() {
            return of_headers;
        }
        let part = self.part(cell);
        part.or(of_headers).or(of_row).or_else(|| self.people(told.span)).or_else(|| {
            self.nearest(|line| {
                self.people(line).filter(|_| is_of_victims(self.reading.prose.document, line))
            })
        })
    }

    /// "of whom children".
    fn part(&self, cell: &Cell) -> Option<Span> {
        let headers = self.layout.headers(cell.column);
        let header = headers.last().filter(|header| heads_a_part(self.quote(**header)))?;
        self.people(*header)
    }

    /// The place that a header is, and nothing else.
    fn named_place(&self, span: Span) -> Option<Span> {
        let text = self.quote(span);
        let whole = self.names.place(text).filter(|place| 2 * place.len() > text.len())?;
        let other =
            summing(text).is_some() || self.people(span).is_some() || self.times.contains_key(&span.start);
        (!other).then(|| whole.shifted(span.start))
    }

    fn place_in(&self, span: Span) -> Option<Span> {
        Some(self.names.place(self.quote(span))?.shifted(span.start))
    }

    /// "Eviction by the Kessa Guard": the party right behind the word.
    fn doer_in(&self, span: Span) -> Option<Span> {
        let text = self.quote(span);
        let cut = tokens(text);
        let small: Vec<String> = cut.iter().map(|token| token.text(text).to_lowercase()).collect();
        let by = (0..small.len()).find_map(|at| {
            let here = lexicons().iter().flat_map(|lexicon| lexicon.words.at(&small, at));
            here.into_iter().find(|(_, word)| **word == Word::By).map(|(length, _)| at + length)
        })?;
        let from = cut.get(by)?.span.start;
        Some(self.names.party_from(text, from)?.shifted(span.start))
    }
}

/// Of a month in a row and a year over the column one time; otherwise the row's, which is the narrower.
fn both(row: Option<When>, column: Option<When>) -> Option<When> {
    let (Some(one), Some(two)) = (row, column) else { return row.or(column) };
    Some(with_year(one, two).or_else(|| with_year(two, one)).unwrap_or(one))
}

fn with_year(month: When, year: When) -> Option<When> {
    let of =
        year.interval.from.filter(|from| from.month.is_none() && year.interval.to == Some(*from))?.year?;
    let open = month.interval.from.is_some_and(|from| from.month.is_some())
        && (month.basis != DateBasis::Written || month.interval.from.is_some_and(|from| from.year.is_none()));
    let dated = |date: Option<crate::dates::PartialDate>| {
        date.map(|date| crate::dates::PartialDate { year: Some(of), ..date })
    };
    let interval = Interval { from: dated(month.interval.from), to: dated(month.interval.to) };
    open.then_some(When { interval, span: month.span, basis: DateBasis::YearFrom(year.span) })
}
