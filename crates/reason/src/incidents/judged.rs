//! What people judged of pairs of claims, taken before anything is grouped.

use std::collections::HashMap;

use crate::decisions::{Decisions, Likeness};

use super::links::{Fence, Links};
use super::{ClaimRef, Contradiction};

/// Takes the judgements, the latest first: of two that contradict each other the later stands, and the other is told.
///
/// "Unsure" keeps the program from joining the two by itself, and gives way to any other judgement.
pub(super) fn apply(
    decisions: &Decisions,
    number: &HashMap<ClaimRef, usize>,
    links: &mut Links,
) -> Vec<Contradiction> {
    let mut told = Vec::new();
    for (pair, likeness) in latest_first(decisions) {
        let (Some(one), Some(two)) = (number.get(&pair.0), number.get(&pair.1)) else {
            continue;
        };
        let together = links.root(*one) == links.root(*two);
        let fence = links.fence_between(*one, *two);
        match likeness {
            Likeness::Same if fence == Some(Fence::Different) => told.push(contradiction(pair, likeness)),
            Likeness::Same => {
                links.join(*one, *two, "somebody judged them to be about one event".to_owned());
            }
            Likeness::Different if together => told.push(contradiction(pair, likeness)),
            Likeness::Different => links.fence(*one, *two, Fence::Different),
            Likeness::Unsure if together => {}
            Likeness::Unsure => links.fence(*one, *two, Fence::Unsure),
        }
    }
    told
}

fn contradiction(pair: (ClaimRef, ClaimRef), likeness: Likeness) -> Contradiction {
    let reason = match likeness {
        Likeness::Same => "judged to be one event, but judged apart later, directly or through other claims",
        _ => "judged to be two events, but judged to be one later, directly or through other claims",
    };
    Contradiction { claims: [pair.0, pair.1], reason: reason.to_owned() }
}

/// Those whose order is not known come last, "different" before "same": a wrong join is worse than a missing one. "Unsure"
/// comes after all, since any other judgement is more than it.
fn latest_first(decisions: &Decisions) -> Vec<((ClaimRef, ClaimRef), Likeness)> {
    let order: HashMap<_, _> =
        decisions.incident_order.iter().enumerate().map(|(at, pair)| (*pair, at)).collect();
    let mut all: Vec<_> = decisions.incidents.iter().map(|(pair, likeness)| (*pair, *likeness)).collect();
    all.sort_unstable_by_key(|(pair, likeness)| {
        let rank = match likeness {
            Likeness::Different => 0,
            Likeness::Same => 1,
            Likeness::Unsure => 2,
        };
        let unsure = *likeness == Likeness::Unsure;
        (unsure, std::cmp::Reverse(order.get(pair).copied()), rank, *pair)
    });
    all
}
