//! Figures beneath each other: who says how many.

use maud::{Markup, html};
use reason::quantities::Figure;

use super::scale::Scale;
use super::{NAME, places, shortened};
use crate::html::visible::plain;
use crate::html::words::grouped;

/// One figure with who says it.
#[derive(Debug, Clone)]
pub struct RangeRow {
    /// Who says so.
    pub name: String,
    /// How many.
    pub figure: Figure,
    /// The same in words.
    pub words: String,
    /// Where in the page the words stand.
    pub link: Option<String>,
}

/// Figures that count the same, under the name of what they count.
#[derive(Debug, Clone)]
pub struct RangeGroup {
    /// What is counted.
    pub title: String,
    /// Its figures.
    pub rows: Vec<RangeRow>,
}

/// Units of the drawing: one is one pixel at the size the style gives it.
const WIDTH: f64 = 660.0;
const NAMES: f64 = 236.0;
const NUMBERS: f64 = 116.0;
const ROW: f64 = 26.0;
/// Characters of a figure in words beside the picture.
const NUMBER: usize = 18;
const FOOT: f64 = 24.0;

/// Draws all figures over one line of numbers. Where one number satisfies all of a group, a band shows from where to where.
pub fn ranges(title: &str, groups: &[RangeGroup]) -> Markup {
    let rows = || groups.iter().flat_map(|group| &group.rows);
    let figures: Vec<u64> = rows().flat_map(|row| [row.figure.low, row.figure.high]).flatten().collect();
    let scale = Scale::over(figures.iter().copied());
    let height: f64 = groups.iter().map(tall).sum();
    let plot = WIDTH - NAMES - NUMBERS;
    let x = |number: u64| NAMES + scale.at(number) * plot;
    let tops = groups.iter().scan(0.0, |next, group| {
        let top = *next;
        *next += tall(group);
        Some((top, group))
    });
    html! {
        svg.ranges viewBox={ "0 0 " (WIDTH) " " (height + FOOT) } role="img" aria-label=(described(title, groups)) {
            @for tick in scale.ticks() {
                line.tick x1=(places(x(tick))) x2=(places(x(tick))) y1="0" y2=(height) {}
                text x=(places(x(tick))) y=(height + 16.0) text-anchor="middle" { (grouped(tick as usize)) }
            }
            @for (top, group) in tops { (drawn_group(group, top, &x)) }
        }
        @if scale.is_in_powers() { p.scale-remark { "The line runs in powers of ten." } }
    }
}

/// How tall a group is, its title included.
fn tall(group: &RangeGroup) -> f64 {
    (group.rows.len() + 1) as f64 * ROW
}

fn drawn_group(group: &RangeGroup, top: f64, x: &impl Fn(u64) -> f64) -> Markup {
    let first = top + ROW;
    let right = WIDTH - NUMBERS;
    html! {
        text.group x=(NAMES - 12.0) y=(top + ROW - 9.0) text-anchor="end" {
            title { (plain(&group.title)) }
            (plain(&shortened(&group.title, NAME)))
        }
        @if let Some((from, to)) = common(&group.rows).filter(|_| group.rows.len() > 1) {
            @let start = from.map_or(NAMES, x);
            @let end = to.map_or(right, x);
            rect.common x=(places(start - 7.0)) y=(first) width=(places(end - start + 14.0)) height=(group.rows.len() as f64 * ROW) rx="3" {}
        }
        @for (at, row) in group.rows.iter().enumerate() {
            @let middle = first + at as f64 * ROW + ROW / 2.0;
            (name(row, middle))
            (mark(row.figure, x, middle))
            text.number x=(right + 12.0) y=(middle + 4.0) { (plain(&shortened(&row.words, NUMBER))) }
        }
    }
}

fn name(row: &RangeRow, middle: f64) -> Markup {
    let text = html! {
        text x=(NAMES - 12.0) y=(middle + 4.0) text-anchor="end" {
            title { (plain(&row.name)) }
            (plain(&shortened(&row.name, NAME)))
        }
    };
    html! {
        @match &row.link {
            Some(link) => a href=(link) { (text) },
            None => (text),
        }
    }
}

/// A dot for a number, a bar for a range, an open line for "at least" and "at most".
fn mark(figure: Figure, x: &impl Fn(u64) -> f64, middle: f64) -> Markup {
    let right = WIDTH - NUMBERS;
    html! {
        @match (figure.low, figure.high) {
            (Some(low), Some(high)) if low == high => circle.point cx=(places(x(low))) cy=(middle) r="5" {},
            (Some(low), Some(high)) => {
                rect.span x=(places(x(low))) y=(middle - 4.0) width=(places((x(high) - x(low)).max(2.0))) height="8" rx="2" {}
            }
            (Some(low), None) => {
                line.open x1=(places(x(low))) x2=(right) y1=(middle) y2=(middle) {}
                path.arrow d={ "M" (right - 6.0) " " (middle - 4.0) " L" (right) " " (middle) " L" (right - 6.0) " " (middle + 4.0) } {}
                circle.point cx=(places(x(low))) cy=(middle) r="4" {}
            }
            (None, Some(high)) => {
                line.open x1=(NAMES) x2=(places(x(high))) y1=(middle) y2=(middle) {}
                path.arrow d={ "M" (NAMES + 6.0) " " (middle - 4.0) " L" (NAMES) " " (middle) " L" (NAMES + 6.0) " " (middle + 4.0) } {}
                circle.point cx=(places(x(high))) cy=(middle) r="4" {}
            }
            (None, None) => {}
        }
    }
}

/// From where to where a number satisfies all figures; `None` where no number does. Open ends are `None`.
fn common(rows: &[RangeRow]) -> Option<(Option<u64>, Option<u64>)> {
    let low = rows.iter().filter_map(|row| row.figure.low).max();
    let high = rows.iter().filter_map(|row| row.figure.high).min();
    match (low, high) {
        (Some(low), Some(high)) if low > high => None,
        (None, None) => None,
        both => Some(both),
    }
}

/// A figure in words; where it says no number, that.
pub fn spoken(figure: Figure) -> String {
    if figure.is_known() { figure.words() } else { "no number".to_owned() }
}

fn described(title: &str, groups: &[RangeGroup]) -> String {
    let said = |row: &RangeRow| format!("{}: {}", plain(&row.name), plain(&row.words));
    let told = |group: &RangeGroup| {
        let said: Vec<_> = group.rows.iter().map(said).collect();
        format!("{}. {}", plain(&group.title), said.join("; "))
    };
    let told: Vec<_> = groups.iter().map(told).collect();
    format!("{}: {}", plain(title), told.join(". "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(figure: Figure) -> RangeRow {
        RangeRow { name: "a witness".to_owned(), words: spoken(figure), figure, link: None }
    }

    #[test]
    fn a_band_shows_only_what_satisfies_all() {
        let common = |figures: &[Figure]| common(&figures.iter().copied().map(row).collect::<Vec<_>>());
        assert_eq!(common(&[Figure::exactly(84), Figure::at_least(24)]), Some((Some(84), Some(84))));
        assert_eq!(common(&[Figure::range(20, 80), Figure::exactly(84)]), None);
        assert_eq!(common(&[Figure::at_least(500), Figure::at_least(520)]), Some((Some(520), None)));
        assert_eq!(common(&[Figure::at_most(40)]), Some((None, Some(40))));
    }

    #[test]
    fn names_cannot_become_markup() {
        let rows = vec![RangeRow { name: "<script>".into(), ..row(Figure::exactly(3)) }];
        let drawn = ranges("a <b>", &[RangeGroup { title: "<i>".into(), rows }]);
        let drawn = drawn.into_string();
        assert!(!drawn.contains("<script>") && !drawn.contains("<i>"), "{drawn}");
    }
}
