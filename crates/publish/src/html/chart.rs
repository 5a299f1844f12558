//! Bars, drawn as SVG within the page. Every bar has its name and its number beside it: nothing is told by colour alone.

use maud::{Markup, html};

use super::support::Bar;
use super::words::grouped;

/// Which way bars run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// Names on the left: kinds.
    Rows,
    /// Names below: years.
    Columns,
}

/// Units of the drawing: one is one pixel at the size the style gives it.
const WIDTH: usize = 340;
const ROW: usize = 22;
const NAMES: usize = 122;
const NUMBERS: usize = 40;
const HEIGHT: usize = 150;
const FOOT: usize = 44;
const HEAD: usize = 18;

/// Draws a chart with its title.
pub fn chart(title: &str, layout: Layout, bars: &[Bar]) -> Markup {
    let most = bars.iter().map(|(_, number)| *number).max().unwrap_or(0).max(1);
    html! {
        figure.chart {
            figcaption { (title) }
            @match layout {
                Layout::Rows => (rows(title, bars, most)),
                Layout::Columns => (columns(title, bars, most)),
            }
        }
    }
}

fn rows(title: &str, bars: &[Bar], most: usize) -> Markup {
    let height = bars.len() * ROW;
    html! {
        svg viewBox={ "0 0 " (WIDTH) " " (height) } role="img" aria-label=(described(title, bars)) {
            @for (at, (name, number)) in bars.iter().enumerate() {
                @let length = scaled(*number, most, WIDTH - NAMES - NUMBERS);
                @let middle = at * ROW + 15;
                text x=(NAMES - 8) y=(middle) text-anchor="end" { (name) }
                rect x=(NAMES) y=(at * ROW + 4) width=(length) height=(ROW - 8) rx="1.5" {}
                text.number x=(NAMES + length + 6) y=(middle) { (grouped(*number)) }
            }
        }
    }
}

fn columns(title: &str, bars: &[Bar], most: usize) -> Markup {
    let step = WIDTH / bars.len().max(1);
    let step = step.min(44);
    let base = HEIGHT - FOOT;
    html! {
        svg viewBox={ "0 0 " (WIDTH) " " (HEIGHT) } role="img" aria-label=(described(title, bars)) {
            line x1="0" y1=(base) x2=(step * bars.len()) y2=(base) {}
            @for (at, (name, number)) in bars.iter().enumerate() {
                @let height = scaled(*number, most, base - HEAD);
                @let middle = at * step + step / 2;
                @if *number > 0 {
                    rect x=(at * step + 2) y=(base - height) width=(step.saturating_sub(4).max(1)) height=(height) rx="1.5" {}
                    text.number x=(middle) y=(base - height - 5) text-anchor="middle" { (grouped(*number)) }
                }
                text transform={ "translate(" (middle + 4) " " (base + 7) ") rotate(-60)" } text-anchor="end" { (name) }
            }
        }
    }
}

/// A bar that counts something is never so short that it cannot be seen.
fn scaled(number: usize, most: usize, room: usize) -> usize {
    if number == 0 { 0 } else { (number * room / most).max(2) }
}

/// The chart in words.
fn described(title: &str, bars: &[Bar]) -> String {
    let values: Vec<_> = bars.iter().map(|(name, number)| format!("{name} {number}")).collect();
    format!("{title}: {}", values.join(", "))
}
