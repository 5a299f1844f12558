//! When something happened and when it was said, claim beneath claim.

use jiff::civil::Date;
use maud::{Markup, html};

use super::{NAME, places, shortened};
use crate::html::visible::plain;

/// A time as precise as it is known: from its first day to its last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// First day that it can be.
    pub from: Date,
    /// Last day that it can be.
    pub to: Date,
}

/// One claim: when it says that something happened, and when it was said itself.
#[derive(Debug, Clone)]
pub struct TimelineRow {
    /// Who says so.
    pub name: String,
    /// When it is said to have happened.
    pub happened: Option<Moment>,
    /// When it was said or published.
    pub said: Option<Moment>,
}

const WIDTH: f64 = 660.0;
const NAMES: f64 = 236.0;
const ROW: f64 = 24.0;
const FOOT: f64 = 24.0;
/// Room at both ends, in parts of the whole.
const MARGIN: f64 = 0.03;

/// Draws the times; nothing where no row has one.
pub fn timeline(rows: &[TimelineRow]) -> Markup {
    let moments: Vec<Moment> = rows.iter().flat_map(|row| [row.happened, row.said]).flatten().collect();
    let (Some(first), Some(last)) =
        (moments.iter().map(|moment| moment.from).min(), moments.iter().map(|moment| moment.to).max())
    else {
        return html! {};
    };
    let days = f64::from(distance(first, last).max(1));
    let plot = WIDTH - NAMES - 12.0;
    let x =
        |day: Date| NAMES + plot * (MARGIN + (1.0 - 2.0 * MARGIN) * f64::from(distance(first, day)) / days);
    let height = rows.len() as f64 * ROW;
    html! {
        svg.timeline viewBox={ "0 0 " (WIDTH) " " (height + FOOT) } role="img" aria-label=(described(rows)) {
            @for (day, label) in ticks(first, last) {
                line.tick x1=(places(x(day))) x2=(places(x(day))) y1="0" y2=(height) {}
                text x=(places(x(day))) y=(height + 16.0) text-anchor="middle" { (label) }
            }
            @for (at, row) in rows.iter().enumerate() {
                @let middle = at as f64 * ROW + ROW / 2.0;
                text x=(NAMES - 12.0) y=(middle + 4.0) text-anchor="end" {
                    title { (plain(&row.name)) }
                    (plain(&shortened(&row.name, NAME)))
                }
                @if let Some(moment) = row.happened {
                    @let width = (x(moment.to) - x(moment.from)).max(9.0);
                    rect.happened x=(places(x(moment.from) - 4.5)) y=(middle - 4.5) width=(places(width)) height="9" rx="1.5" { title { "happened " (span_of(moment)) } }
                }
                @if let Some(moment) = row.said {
                    @let at = x(moment.from);
                    path.said d={ "M" (places(at)) " " (middle - 6.0) " l6 6 l-6 6 l-6 -6 z" } { title { "said " (span_of(moment)) } }
                }
            }
        }
    }
}

fn distance(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}

fn span_of(moment: Moment) -> String {
    if moment.from == moment.to {
        moment.from.to_string()
    } else {
        format!("{} to {}", moment.from, moment.to)
    }
}

/// The ends, and between them what is whole: years, months, or nothing.
fn ticks(first: Date, last: Date) -> Vec<(Date, String)> {
    let mut found = vec![(first, first.to_string())];
    let years = i32::from(last.year()) - i32::from(first.year());
    if years > 1 {
        let step = (years / 5 + 1) as i16;
        let inner = (first.year() + step..=last.year()).step_by(usize::from(step.unsigned_abs()));
        found.extend(inner.filter_map(|year| Some((Date::new(year, 1, 1).ok()?, year.to_string()))));
    } else if distance(first, last) > 20 {
        found.push((last, last.to_string()));
    }
    found
}

fn described(rows: &[TimelineRow]) -> String {
    let told = rows.iter().map(|row| {
        let mut parts = Vec::new();
        parts.extend(row.happened.map(|moment| format!("happened {}", span_of(moment))));
        parts.extend(row.said.map(|moment| format!("said {}", span_of(moment))));
        format!(
            "{}: {}",
            plain(&row.name),
            if parts.is_empty() { "no date".to_owned() } else { parts.join(", ") }
        )
    });
    told.collect::<Vec<_>>().join("; ")
}
