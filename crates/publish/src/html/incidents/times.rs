//! When it happened, as each claim has it, and when each claim was made.

use jiff::civil::Date;
use maud::{Markup, html};
use reason::dates::{Interval, PartialDate};
use reason::incidents::table::Row;

use super::super::index::Index;
use super::super::pictures::{Moment, TimelineRow, timeline};
use super::voice;

/// Rows of a time line; more than fit on a screen show nothing.
const MOST: usize = 40;

/// Draws the time line; nothing where one date is all there is to see.
pub fn times(index: &Index<'_>, rows: &[Row]) -> Markup {
    let drawn: Vec<TimelineRow> = rows
        .iter()
        .filter_map(|row| {
            let source = index.checked.sources.get(row.claim.document)?;
            let claim = source.analysis.claims.get(row.claim.claim)?;
            let happened = claim.when.and_then(|when| of_interval(when.interval));
            let said = row.said_on.and_then(of_date);
            let name = voice::speaker(index, row);
            (happened.is_some() || said.is_some()).then_some(TimelineRow { name, happened, said })
        })
        .take(MOST)
        .collect();
    let mut moments = drawn.iter().flat_map(|row| [row.happened, row.said]).flatten();
    let first = moments.next();
    if moments.all(|moment| Some(moment) == first) {
        return html! {};
    }
    html! {
        figure.times {
            figcaption { "When it happened (▬) and when it was said (◆)" }
            (timeline(&drawn))
        }
    }
}

fn of_interval(interval: Interval) -> Option<Moment> {
    let from = of_date(interval.from.or(interval.to)?)?;
    let to = of_date(interval.to.or(interval.from)?)?;
    Some(Moment { from: from.from, to: to.to.max(from.to) })
}

/// A date as the days that it can be; `None` without a year, or where the calendar has no such day.
fn of_date(date: PartialDate) -> Option<Moment> {
    let day = |(year, month, day): (i16, u8, u8)| Date::new(year, month as i8, day as i8).ok();
    let from = day(date.earliest()?)?;
    let (year, month, last) = date.latest()?;
    let first_of_month = Date::new(year, month as i8, 1).ok()?;
    let last = (last as i8).min(first_of_month.days_in_month());
    Some(Moment { from, to: Date::new(year, month as i8, last).ok()? })
}
