//! Pictures of figures, times and origins, drawn as SVG within the page. Nothing is told by colour alone, and every
//! picture is told in words, too.

mod ranges;
mod scale;
mod timeline;
mod web;

pub use ranges::{RangeGroup, RangeRow, ranges, spoken};
pub use timeline::{Moment, TimelineRow, timeline};
pub use web::{Tie, Web, web};

/// Characters of a name beside a picture; the whole name is in its title.
const NAME: usize = 34;

/// A name cut to the room there is, with an ellipsis where something is left out.
fn shortened(name: &str, most: usize) -> String {
    match name.char_indices().nth(most) {
        None => name.to_owned(),
        Some((end, _)) => format!("{}…", name[..end].trim_end()),
    }
}

/// A place in a drawing: one digit behind the point is finer than a screen.
fn places(value: f64) -> String {
    format!("{value:.1}")
}
