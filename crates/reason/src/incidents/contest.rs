//! Quantities of an incident about which speakers give figures that cannot both hold.

use crate::Source;

use super::fact::Fact;
use super::quantity::Statement;
use super::{Contest, Side};

/// So many different figures of one incident are compared with each other; more than a reader can look at.
const MOST_SIDES: usize = 200;

/// The contests of an incident, in the order of their first claims.
///
/// A figure is contested only by another speaker: one voice that changes its figure is an update. What only some of the
/// sides contradict is listed once, with all sides that contradict each other directly or through others.
pub(super) fn contests(sources: &[Source<'_>], facts: &[&Fact]) -> Vec<Contest> {
    if facts.len() < 2 {
        return Vec::new();
    }
    let sides = sides(sources, facts);
    let mut component: Vec<usize> = (0..sides.len()).collect();
    let mut contested = vec![false; sides.len()];
    for two in 0..sides.len() {
        for one in 0..two {
            let (a, b) = (&sides[one].first, &sides[two].first);
            let other_voice = !a.speakers.iter().any(|speaker| b.speakers.contains(speaker));
            if other_voice && a.contradicts(b) {
                contested[one] = true;
                contested[two] = true;
                let (keep, drop) = (component[one], component[two]);
                component.iter_mut().filter(|of| **of == drop).for_each(|of| *of = keep);
            }
        }
    }
    let mut order: Vec<usize> = Vec::new();
    for (side, of) in component.iter().enumerate() {
        if contested[side] && !order.contains(of) {
            order.push(*of);
        }
    }
    order
        .into_iter()
        .map(|of| {
            let members: Vec<&SameFigure> = (0..sides.len())
                .filter(|side| contested[*side] && component[*side] == of)
                .map(|side| &sides[side])
                .collect();
            contest(sources, &members)
        })
        .collect()
}

/// Claims of one voice that give one figure of the same people.
struct SameFigure {
    first: Statement,
    others: Vec<Statement>,
}

fn sides(sources: &[Source<'_>], facts: &[&Fact]) -> Vec<SameFigure> {
    let mut sides: Vec<SameFigure> = Vec::new();
    for fact in facts {
        let Some(statement) = Statement::of(&sources[fact.of.document], fact) else {
            continue;
        };
        let same = sides.iter().position(|side| {
            side.first.figure == statement.figure
                && side.first.bounds == statement.bounds
                && side.first.kinds == statement.kinds
                && side.first.speakers.iter().any(|speaker| statement.speakers.contains(speaker))
                && side.first.scope(&statement) == Some(super::quantity::Scope::Alike)
        });
        match same {
            Some(side) => sides[side].others.push(statement),
            None if sides.len() < MOST_SIDES => {
                sides.push(SameFigure { first: statement, others: Vec::new() })
            }
            None => {}
        }
    }
    sides
}

fn contest(sources: &[Source<'_>], members: &[&SameFigure]) -> Contest {
    let first = members[0].first.of;
    let source = &sources[first.document];
    let claim = &source.analysis.claims[first.claim];
    Contest {
        what: claim.what,
        victims: claim.victims.map(|span| source.document.quote(span).to_owned()),
        figures: members.iter().map(|side| told(sources, side)).collect(),
    }
}

fn told(sources: &[Source<'_>], side: &SameFigure) -> Side {
    let of = side.first.of;
    let source = &sources[of.document];
    let said_by = source.analysis.claims[of.claim].said_by.first();
    let claims = std::iter::once(&side.first).chain(&side.others).map(|statement| statement.of);
    Side {
        figure: side.first.figure,
        attributed_to: said_by.map(|span| source.document.quote(*span).to_owned()),
        claims: claims.collect(),
        origins: Vec::new(),
    }
}

#[cfg(test)]
mod tests;
