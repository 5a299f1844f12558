//! Which works rest on which: reports on the left, what they rest on further to the right.

use maud::{Markup, html};
use reason::origins::Certainty;

use super::shortened;
use crate::html::visible::plain;

/// Works and their ties.
#[derive(Debug, Clone, Default)]
pub struct Web {
    /// Names of the works.
    pub nodes: Vec<String>,
    /// Who rests on whom.
    pub ties: Vec<Tie>,
}

/// One work rests on another.
#[derive(Debug, Clone, Copy)]
pub struct Tie {
    /// Index of the work that rests on the other.
    pub from: usize,
    /// Index of the work that it rests on.
    pub to: usize,
    /// How sure.
    pub certainty: Certainty,
}

const COLUMN: f64 = 250.0;
const BOX: f64 = 190.0;
const ROW: f64 = 34.0;
/// Columns beyond this are drawn in the last: a picture that must be scrolled far shows nothing.
const COLUMNS: usize = 4;
/// Works beyond this make no picture; the list beneath has them all.
const MOST: usize = 40;
/// Characters in a box.
const NAME: usize = 26;

/// Draws the works in columns; nothing where there are none, or too many to see anything.
pub fn web(web: &Web) -> Markup {
    if web.nodes.is_empty() || web.nodes.len() > MOST {
        return html! {};
    }
    let columns = columns(web);
    let mut filled = [0_usize; COLUMNS];
    let places: Vec<(f64, f64)> = columns
        .iter()
        .map(|column| {
            let row = filled[*column];
            filled[*column] += 1;
            (*column as f64 * COLUMN, row as f64 * ROW + 4.0)
        })
        .collect();
    let width = (columns.iter().max().copied().unwrap_or(0)) as f64 * COLUMN + BOX + 4.0;
    let height = filled.iter().max().copied().unwrap_or(1) as f64 * ROW + 4.0;
    html! {
        svg.web width=(width) height=(height) viewBox={ "-2 0 " (width) " " (height) } role="img" aria-label=(described(web)) {
            @for tie in &web.ties {
                (line(tie, &places))
            }
            @for (name, (x, y)) in web.nodes.iter().zip(&places) {
                rect.node x=(x) y=(y) width=(BOX) height="24" rx="3" {}
                text x=(x + 8.0) y=(y + 16.0) { title { (plain(name)) } (plain(&shortened(name, NAME))) }
            }
        }
    }
}

fn line(tie: &Tie, places: &[(f64, f64)]) -> Markup {
    let (Some((ax, ay)), Some((bx, by))) = (places.get(tie.from), places.get(tie.to)) else {
        return html! {};
    };
    let (ax, ay, by) = (ax + BOX, ay + 12.0, by + 12.0);
    let bend = ((bx - ax) / 2.0).abs().max(24.0);
    let kind = match tie.certainty {
        Certainty::Confirmed => "confirmed",
        Certainty::Suspected => "suspected",
    };
    html! {
        path.tie.(kind) d={ "M" (ax) " " (ay) " C" (ax + bend) " " (ay) " " (bx - bend) " " (by) " " (bx) " " (by) } {}
        circle.end cx=(bx) cy=(by) r="3" {}
    }
}

/// How far each work is from the reports: one further than what rests on it. A circle of works ends the walk.
fn columns(web: &Web) -> Vec<usize> {
    let mut columns = vec![0; web.nodes.len()];
    for _ in 0..COLUMNS {
        for tie in &web.ties {
            if let (Some(from), Some(to)) = (columns.get(tie.from).copied(), columns.get(tie.to).copied()) {
                columns[tie.to] = to.max(from + 1).min(COLUMNS - 1);
            }
        }
    }
    columns
}

fn described(web: &Web) -> String {
    let told = web.ties.iter().filter_map(|tie| {
        let (from, to) = (web.nodes.get(tie.from)?, web.nodes.get(tie.to)?);
        let how = match tie.certainty {
            Certainty::Confirmed => "rests on",
            Certainty::Suspected => "may rest on",
        };
        Some(format!("{} {how} {}", plain(from), plain(to)))
    });
    told.collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_circle_of_works_is_drawn_all_the_same() {
        let tie = |from, to| Tie { from, to, certainty: Certainty::Suspected };
        let circle = Web { nodes: vec!["A".into(), "B".into()], ties: vec![tie(0, 1), tie(1, 0), tie(0, 9)] };
        assert!(web(&circle).into_string().contains("may rest on"));
    }
}
