//! How many origins stand behind some reports.

use std::collections::HashSet;
use std::fmt;

use super::flow::most_origins;
use super::graph::{Admits, Lineage};
use super::{Certainty, Edge, Origins};

/// How many reports, and how many origins as far as is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct OriginCount {
    /// Works, each once.
    pub reports: usize,
    /// Origins by confirmed edges alone: the most.
    pub confirmed: usize,
    /// Origins if all that is suspected holds: the least.
    pub merged: usize,
}

impl fmt::Display for OriginCount {
    /// `7 reports, 2 to 3 origins`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let reports = if self.reports == 1 { "report" } else { "reports" };
        let origins = if self.confirmed == 1 { "origin" } else { "origins" };
        write!(f, "{} {reports}, ", self.reports)?;
        if self.merged != self.confirmed {
            write!(f, "{} to ", self.merged)?;
        }
        write!(f, "{} {origins}", self.confirmed)
    }
}

/// Which edges are followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reach {
    /// Confirmed ones.
    Confirmed,
    /// Suspected ones, too.
    Suspected,
}

impl Reach {
    const fn admits(self, edge: &Edge) -> bool {
        matches!(self, Self::Suspected) || matches!(edge.certainty, Certainty::Confirmed)
    }
}

/// Reports that hang together, and where they lead.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Strand {
    /// Those of the reports that rest on no other of them.
    pub leading: Vec<usize>,
    /// Those that rest on another of them.
    pub echoes: Vec<usize>,
    /// Where they lead; empty for a circle.
    pub origins: Vec<usize>,
}

/// How many origins stand behind reports, given by their standings (of works: their indexes).
///
/// ```
/// use reason::origins::{Origins, count};
/// let nothing_known = Origins { cited: 3, ..Origins::default() };
/// assert_eq!(count(&nothing_known, &[0, 2]).to_string(), "2 reports, 2 origins");
/// ```
#[must_use]
pub fn count(origins: &Origins, works: &[usize]) -> OriginCount {
    count_along(origins, works, &|_| true)
}

/// As [`count`], along some edges only.
#[must_use]
pub fn count_along(origins: &Origins, works: &[usize], admits: &dyn Fn(&Edge) -> bool) -> OriginCount {
    let works = once(works);
    let of = |reach: Reach| -> usize {
        let lineage = Lineage::of(origins, &works, &|edge| reach.admits(edge) && admits(edge));
        let echo = echoing(&lineage, works.len());
        let mut leading: Vec<usize> = (0..works.len()).map(|report| lineage.ring[report]).collect();
        leading.sort_unstable();
        leading.dedup();
        leading.retain(|ring| !echo[*ring]);
        most_origins(&lineage, &leading)
    };
    let confirmed = of(Reach::Confirmed);
    // A suspicion can only take origins away.
    OriginCount { reports: reports(origins, &works), confirmed, merged: of(Reach::Suspected).min(confirmed) }
}

/// How many reports some works are: drafts of one count once.
fn reports(origins: &Origins, works: &[usize]) -> usize {
    let among: HashSet<usize> = works.iter().copied().collect();
    let is_later_draft = |work: &&usize| {
        let edges = origins.edges_from(**work).iter();
        edges.filter(|edge| among.contains(&edge.to)).any(|edge| origins.is_draft_of_one(edge))
    };
    // A draft rests on an earlier one, so that the first of each is left; of a circle, which only judgements make, one is.
    let left = works.iter().filter(|work| !is_later_draft(work)).count();
    left.max(usize::from(!works.is_empty()))
}

/// The reports grouped by what they lead to, in the order of the reports.
#[must_use]
pub fn strands(origins: &Origins, works: &[usize], reach: Reach) -> Vec<Strand> {
    found(origins, &once(works), &|edge| reach.admits(edge))
}

/// The works from which all comes that some works say, in rising order.
#[must_use]
pub fn roots(origins: &Origins, works: &[usize], reach: Reach) -> Vec<usize> {
    roots_along(origins, works, reach, &|_| true)
}

/// As [`roots`], along some edges only.
#[must_use]
pub fn roots_along(
    origins: &Origins,
    works: &[usize],
    reach: Reach,
    admits: &dyn Fn(&Edge) -> bool,
) -> Vec<usize> {
    let lineage = Lineage::of(origins, &once(works), &|edge| reach.admits(edge) && admits(edge));
    let mut roots: Vec<usize> = (0..lineage.members.len())
        .filter_map(|ring| lineage.origin(ring))
        .map(|number| lineage.standings[number])
        .collect();
    roots.sort_unstable();
    roots
}

/// Each work once, in the order given.
fn once(works: &[usize]) -> Vec<usize> {
    let mut seen = HashSet::new();
    works.iter().copied().filter(|work| seen.insert(*work)).collect()
}

fn found(origins: &Origins, reports: &[usize], admits: Admits<'_>) -> Vec<Strand> {
    let lineage = Lineage::of(origins, reports, admits);
    let echo = echoing(&lineage, reports.len());
    let reach = reached(&lineage, reports.len(), &echo);
    let strand_of = tied(&lineage, &reach);
    let mut strands: Vec<Strand> = Vec::new();
    let mut index: std::collections::HashMap<usize, usize> = std::collections::HashMap::new();
    let mut at = |strands: &mut Vec<Strand>, tie: usize| {
        *index.entry(tie).or_insert_with(|| {
            strands.push(Strand::default());
            strands.len() - 1
        })
    };
    let mut rings = HashSet::new();
    for report in (0..reports.len()).filter(|report| !echo[lineage.ring[*report]]) {
        let strand = at(&mut strands, strand_of[report]);
        // Reports in one circle count once.
        let first = rings.insert(lineage.ring[report]);
        let list = if first { &mut strands[strand].leading } else { &mut strands[strand].echoes };
        list.push(reports[report]);
    }
    for report in (0..reports.len()).filter(|report| echo[lineage.ring[*report]]) {
        let leading = first_below(&lineage, report, &reach);
        let strand = at(&mut strands, strand_of[leading]);
        strands[strand].echoes.push(reports[report]);
    }
    for origin in (0..lineage.members.len()).filter_map(|ring| lineage.origin(ring)).filter(|at| reach[*at]) {
        let strand = at(&mut strands, strand_of[origin]);
        strands[strand].origins.push(lineage.standings[origin]);
    }
    strands
}

/// By ring: whether it rests on another report (the first `reports` numbers). Rings below come first.
fn echoing(lineage: &Lineage, reports: usize) -> Vec<bool> {
    let mut echo = vec![false; lineage.members.len()];
    let mut holds = vec![false; lineage.members.len()];
    for ring in 0..lineage.members.len() {
        echo[ring] = lineage.rings_below(ring).any(|below| holds[below]);
        holds[ring] = echo[ring] || lineage.members[ring].iter().any(|member| *member < reports);
    }
    echo
}

/// By number: whether a report that is no echo leads there.
fn reached(lineage: &Lineage, reports: usize, echo: &[bool]) -> Vec<bool> {
    let mut reach = vec![false; lineage.standings.len()];
    let mut open: Vec<usize> = (0..reports).filter(|report| !echo[lineage.ring[*report]]).collect();
    while let Some(at) = open.pop() {
        if !std::mem::replace(&mut reach[at], true) {
            open.extend(lineage.next(at).iter().copied());
        }
    }
    reach
}

/// By number: a name of what hangs together among what is reached (union-find with path halving).
fn tied(lineage: &Lineage, reach: &[bool]) -> Vec<usize> {
    let mut parent: Vec<usize> = (0..lineage.standings.len()).collect();
    fn top(parent: &mut [usize], mut at: usize) -> usize {
        while parent[at] != at {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        at
    }
    for at in (0..parent.len()).filter(|at| reach[*at]) {
        for next in lineage.next(at) {
            let (a, b) = (top(&mut parent, at), top(&mut parent, *next));
            parent[a.max(b)] = a.min(b);
        }
    }
    (0..parent.len()).map(|at| top(&mut parent, at)).collect()
}

/// A reached work below an echo.
fn first_below(lineage: &Lineage, from: usize, reach: &[bool]) -> usize {
    let mut seen = HashSet::new();
    let mut open = vec![from];
    while let Some(at) = open.pop() {
        if reach[at] {
            return at;
        }
        open.extend(lineage.next(at).iter().copied().filter(|next| seen.insert(*next)));
    }
    from
}

#[cfg(test)]
#[path = "count_tests.rs"]
mod tests;
