//! Who is owned or controlled by listed parties on a day.
//!
//! Lists, registers and reports say who owns how much of what, each from a day to a day, in percent, in ranges or not at all.
//! They become a [`Graph`] in which every tie keeps where it is said. A [`test`](fn@test) asks one authority's rule of one party on one
//! day, and answers yes, no, or what it depends on, with the paths that led there.
//!
//! Unknown shares are taken at their least to prove a yes and at their most to prove a no. What others surely hold bounds what
//! is left; two records of one holding are one. Circles prove nothing by themselves: a party counts once something outside
//! of the circle owns enough of it.

mod circles;
mod graph;
mod heirs;
mod holdings;
mod interval;
mod of_records;
mod open;
mod percent;
mod reach;
mod rule;
mod test;
#[cfg(test)]
mod tests;
mod trees;
mod written;

pub use graph::{Certainty, Edge, Graph, Node, Source, Tie};
pub use holdings::{Holding, Holdings, Remark};
pub use interval::{Holds, Interval};
pub use open::{Decides, Open};
pub use percent::{Percent, Range};
pub use rule::{Aggregation, Control, Regime, Rule};
pub use test::{Answer, Gap, Group, Indication, Outcome, Standing, test};
pub use trees::{Because, Owner};
